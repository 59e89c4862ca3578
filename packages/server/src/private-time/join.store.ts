import { Refusal } from '@kinplan/domain/refusal'
import { joinMinutes } from '@kinplan/private-draft/protocol'
import type { Permit } from '../access/permit'

const columns = {
  jid: true,
  draftId: true,
  byId: true,
  offer: true,
  reply: true,
  replyById: true,
  wrapped: true,
  draft: { select: { epoch: true, meetingId: true } },
} as const

/** The offer while its ten minutes last; null afterwards. */
export async function readOffer(permit: Permit<'draft:join'>) {
  const found = await permit.op.tx.joinOffer.findFirst({ where: { jid: permit.subjectId, endsAt: { gt: permit.op.now } }, select: columns })
  return (
    found && {
      jid: found.jid,
      meetingId: found.draft.meetingId,
      draftId: found.draftId,
      epoch: found.draft.epoch,
      by: found.byId,
      offer: found.offer,
      reply: found.reply,
      replyBy: found.replyById,
      wrapped: found.wrapped,
    }
  )
}

/** Refuses joinEnded when the name of the offer was used before. */
export async function insertOffer(permit: Permit<'draft:admit'>, jid: string, offer: string): Promise<void> {
  const { op, viewer, subjectId: draftId } = permit
  const endsAt = new Date(op.now.getTime() + joinMinutes * 60_000)
  const { count } = await op.tx.joinOffer.createMany({ data: [{ jid, draftId, byId: viewer.id, offer, endsAt }], skipDuplicates: true })
  if (count === 0) throw new Refusal('joinEnded', 'jid')
}

/** The first reply is the only one; refuses joinEnded. */
export async function keepReply(permit: Permit<'draft:join'>, reply: string): Promise<void> {
  const { op, viewer, subjectId: jid } = permit
  const { count } = await op.tx.joinOffer.updateMany({
    where: { jid, reply: null, endsAt: { gt: op.now } },
    data: { reply, replyById: viewer.id, replySessionId: viewer.sessionId },
  })
  if (count === 0) throw new Refusal('joinEnded', 'jid')
}

/** Once, by whoever made the offer, after a reply; refuses joinEnded. Gives whose session replied. */
export async function keepWrapped(permit: Permit<'draft:admit'>, wrapped: string): Promise<{ sessionId: string; personId: string }> {
  const { op, viewer, subjectId: jid } = permit
  const { count } = await op.tx.joinOffer.updateMany({
    where: { jid, byId: viewer.id, reply: { not: null }, wrapped: null, endsAt: { gt: op.now } },
    data: { wrapped },
  })
  const found = await op.tx.joinOffer.findUnique({ where: { jid }, select: { replySessionId: true, replyById: true } })
  if (count === 0 || !found?.replySessionId || !found.replyById) throw new Refusal('joinEnded', 'jid')
  return { sessionId: found.replySessionId, personId: found.replyById }
}

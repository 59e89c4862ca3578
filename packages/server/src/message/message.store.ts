import type { MessageKind, MessageState } from '@kinplan/domain/message/message-states'
import type { Permit } from '../access/permit'
import type { MessageScope } from '../access/scope'
import type { Words } from './message.copy'

/**
 * Puts messages in the outbox, each sealed under its own id. They go after the commit, to the first way of reaching the
 * person that is marked as safe then. What failed before of the same kind to the same person is past.
 */
export async function queueMessages(
  { op, familyId, meetingId }: Permit<'meeting:invite' | 'action:send' | 'review:book'>,
  kind: MessageKind,
  messages: { personId: string; words: Words }[],
): Promise<void> {
  const rows = messages.map(({ personId, words }) => {
    const id = op.newId()
    return {
      id,
      familyId,
      meetingId,
      personId,
      kind,
      state: 'waiting',
      createdAt: op.now,
      sealed: op.key.seal(JSON.stringify(words), `message/${id}`),
    }
  })
  await op.tx.message.deleteMany({
    where: { familyId, meetingId: meetingId || null, kind, state: 'failed', personId: { in: messages.map(({ personId }) => personId) } },
  })
  await op.tx.message.createMany({ data: rows })
}

/** The last invitation written to each person of the meeting. */
export async function latestInvitations({
  op,
  meetingId,
}: Permit<'invitation:read' | 'meeting:invite'>): Promise<ReadonlyMap<string, { state: MessageState; createdAt: Date }>> {
  const rows = await op.tx.message.findMany({
    where: { meetingId, kind: 'invitation' },
    select: { personId: true, state: true, createdAt: true },
    orderBy: { createdAt: 'asc' },
  })
  return new Map(rows.map(({ personId, state, createdAt }) => [personId, { state: state as MessageState, createdAt }]))
}

/**
 * Messages of the families in scope that have not gone: given up, tried without success, or waiting for more than a minute. An invitation
 * counts until the day begins, and while the person has not answered.
 */
export async function messagesNotSent({ op, where }: MessageScope) {
  const families = await op.tx.family.findMany({ where, select: { id: true } })
  const rows = await op.tx.$queryRaw<{ id: string; kind: MessageKind; name: string; familyId: string; meetingId: string | null }[]>`
    SELECT m."id"::text, m."kind", p."name", m."familyId"::text, m."meetingId"::text
      FROM "Message" m JOIN "Person" p ON p."id" = m."personId" AND p."endedAt" IS NULL
     WHERE m."familyId" = ANY (${families.map(({ id }) => id)}::uuid[])
       AND (m."state" = 'failed' OR (m."state" = 'waiting' AND (m."attempts" > 0 OR m."nextAttemptAt" < now() - interval '1 minute')))
       AND (m."kind" <> 'invitation' OR EXISTS (
         SELECT 1 FROM "Participant" a JOIN "Meeting" t ON t."id" = a."meetingId" AND t."stage" IN ('preparing', 'booked')
          WHERE a."meetingId" = m."meetingId" AND a."personId" = m."personId" AND a."state" <> 'notPart'
            AND (a."answeredAt" IS NULL OR a."answeredAt" < m."createdAt")))
     ORDER BY p."name", m."createdAt", m."id"`
  return rows
}

/** What has not gone yet. */
const notGone = { state: { in: ['waiting', 'failed'] } }

/** Takes back what has not gone yet to a person who is no longer part of the meeting. */
export async function withdrawWaiting({ op, meetingId }: Permit<'participant:notPart'>, personId: string): Promise<void> {
  await op.tx.message.deleteMany({ where: { meetingId, personId, ...notGone } })
}

/** Takes back invitations to an earlier time that have not gone yet, all of them or one person's. */
export async function withdrawInvitations(
  { op, meetingId }: Permit<'time:book' | 'time:ask' | 'participant:set' | 'meeting:reply'>,
  who: { personId?: string } = {},
): Promise<void> {
  await op.tx.message.deleteMany({ where: { ...who, meetingId, kind: 'invitation', ...notGone } })
}

import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@kinplan/domain/refusal'
import type { EnvelopeKind } from '@kinplan/private-draft/protocol'
import type { Operation } from '../access/operation'
import { refused, type Permit } from '../access/permit'
import { parseBytes, bytesSent } from './parse-bytes'

type OfDraft = 'draft:read' | 'draft:join' | 'draft:append' | 'draft:share' | 'room:end' | 'room:stopEnd' | 'room:undoEnd'

/**
 * The draft, for a member whose device holds its key. A session alone opens nothing: without the proof this refuses
 * proofWrong, and leaves a row in the record.
 */
export async function draftWithProof<A extends OfDraft>(
  permit: Permit<A>,
  action: A,
  draftId: string,
  proof: { of: 'member' | 'share'; given: string },
) {
  const { op } = permit
  const draft = await op.tx.draft.findUniqueOrThrow({
    where: { id: draftId },
    select: { id: true, roomId: true, state: true, memberProofHash: true, shareProofHash: true },
  })
  const field = proof.of === 'member' ? 'memberProof' : 'shareProof'
  const given = createHash('sha256')
    .update(parseBytes(proof.given, field, 'proofWrong'))
    .digest()
  const kept = proof.of === 'member' ? draft.memberProofHash : draft.shareProofHash
  if (!timingSafeEqual(given, kept)) throw refused(permit, action, 'proofWrong', field)
  // Not to end the room: that takes the room before its drafts.
  if (action !== 'room:end') await keepProofMoment(op, draft.id)
  return { id: draft.id, roomId: draft.roomId, open: draft.state === 'open' }
}

/** At most once a minute, by the database's clock: while a device shows the key, nobody ends or starts again without it. */
async function keepProofMoment(op: Operation, draftId: string): Promise<void> {
  await op.tx
    .$executeRaw`UPDATE "Draft" SET "proofShownAt" = proof_moment() WHERE "id" = ${draftId}::uuid AND "proofShownAt" < proof_moment()`
}

/**
 * Epoch 1 of a room's draft, once: refuses notNow when the room has ended, alreadyDone when somebody was first,
 * choiceUnknown for an id that is taken.
 */
export async function insertDraft(
  permit: Permit<'draft:start'>,
  draft: { id: string; memberProofHash: Uint8Array<ArrayBuffer>; shareProofHash: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { op, viewer, subjectId: roomId, familyId, meetingId } = permit
  const { count } = await op.tx.privateRoom.updateMany({ where: { id: roomId, endedAt: null }, data: { draftStartedAt: op.now } })
  if (count === 0) throw new Refusal('notNow')
  const made = await op.tx.draft.createMany({
    data: [{ ...draft, familyId, meetingId, roomId, epoch: 1, state: 'open', startedById: viewer.id, startedAt: op.now }],
    skipDuplicates: true,
  })
  if (made.count > 0) return
  const open = await op.tx.draft.count({ where: { roomId, state: 'open' } })
  throw open > 0 ? new Refusal('alreadyDone') : new Refusal('choiceUnknown', 'draftId')
}

/** The draft of a room that is being written; null when nobody has begun, or it has been shared. */
export async function openDraftOf({ op, subjectId: roomId }: Permit<'room:end'>): Promise<string | null> {
  const draft = await op.tx.draft.findFirst({ where: { roomId, state: 'open' }, select: { id: true } })
  return draft?.id ?? null
}

/** Closes the draft once, at the head that was previewed; refuses draftMoved and draftClosed. Devices may come back for one more day. */
export async function closeDraft(permit: Permit<'draft:share'>, head: number): Promise<void> {
  const { op, subjectId: id } = permit
  const { count } = await op.tx.draft.updateMany({ where: { id, state: 'open', head }, data: { state: 'closed', closedAt: op.now } })
  if (count === 0) {
    const open = await op.tx.draft.count({ where: { id, state: 'open' } })
    throw open > 0 ? new Refusal('draftMoved', 'head') : new Refusal('draftClosed')
  }
}

/**
 * The 32 bytes that let this session's reloaded page open its draft again: the same each time, as long as the draft is kept;
 * after that refuses draftClosed.
 */
export async function keyShareOf(permit: Permit<'draft:read'>, draft: { id: string }): Promise<string> {
  const { op, viewer } = permit
  const due = await op.tx.$queryRaw<unknown[]>`SELECT 1 FROM drafts_to_forget() id WHERE id = ${draft.id}::uuid`
  if (due.length > 0) throw new Refusal('draftClosed')
  const { sessionId } = viewer
  await op.tx.keyShare.createMany({
    data: [{ draftId: draft.id, sessionId, personId: viewer.id, bytes: new Uint8Array(Buffer.from(op.newToken(), 'base64url')) }],
    skipDuplicates: true,
  })
  const kept = await op.tx.keyShare.findFirstOrThrow({ where: { draftId: draft.id, sessionId }, select: { bytes: true } })
  return bytesSent(kept.bytes)
}

/** Envelopes after a number, in order, under the reader's own row security; bytes as base64url. */
export async function envelopesAfter(permit: Permit<'draft:read'>, after: number, most: number) {
  const rows = await permit.op.tx.envelope.findMany({
    where: { draftId: permit.subjectId, seq: { gt: after } },
    orderBy: { seq: 'asc' },
    take: most,
    select: { seq: true, epoch: true, envelopeId: true, device: true, personId: true, n: true, kind: true, nonce: true, sealed: true },
  })
  return rows.map((row) => ({
    seq: row.seq,
    epoch: row.epoch,
    id: row.envelopeId,
    device: bytesSent(row.device),
    member: row.personId,
    n: String(row.n),
    kind: row.kind as EnvelopeKind,
    nonce: bytesSent(row.nonce),
    sealed: bytesSent(row.sealed),
  }))
}

/** Whether more can come: the draft takes words, its room has not ended. */
export async function takesWords(permit: Permit<'draft:read'>): Promise<boolean> {
  const { op, subjectId: id } = permit
  return (await op.tx.draft.count({ where: { id, state: 'open', room: { endedAt: null } } })) > 0
}

/** Forgets what let this session's pages open a draft again: whoever comes after on the same device does not. */
export async function forgetKeyShares({ tx }: Operation, sessionId: string): Promise<void> {
  await tx.keyShare.deleteMany({ where: { sessionId } })
}

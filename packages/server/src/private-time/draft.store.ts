import { createHash, timingSafeEqual } from 'node:crypto'
import { Refusal } from '@kinplan/domain/refusal'
import { knownEnvelopesText, type StoredKind } from '@kinplan/private-draft/protocol'
import type { Operation } from '../access/operation'
import { refused, type Permit } from '../access/permit'
import { parseBytes, bytesSent } from './parse-bytes'

type OfDraft =
  | 'draft:read'
  | 'draft:comeBack'
  | 'draft:admit'
  | 'draft:append'
  | 'draft:doubt'
  | 'draft:propose'
  | 'draft:share'
  | 'rescueWords:make'
  | 'rescueWords:use'
  | 'room:end'
  | 'room:stopEnd'
  | 'room:undoEnd'

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
    select: { id: true, roomId: true, epoch: true, state: true, memberProofHash: true, shareProofHash: true },
  })
  const field = proof.of === 'member' ? 'memberProof' : 'shareProof'
  const given = createHash('sha256')
    .update(parseBytes(proof.given, field, 'proofWrong'))
    .digest()
  const kept = proof.of === 'member' ? draft.memberProofHash : draft.shareProofHash
  if (!timingSafeEqual(given, kept)) throw refused(permit, action, 'proofWrong', field)
  // Not to end the room: that takes the room before its drafts.
  if (action !== 'room:end') await keepProofMoment(op, draft.id)
  return { id: draft.id, roomId: draft.roomId, epoch: draft.epoch, open: draft.state === 'open' }
}

/** At most once a minute, by the database's clock: while a device shows the key, nobody ends or starts again without it. */
async function keepProofMoment(op: Operation, draftId: string): Promise<void> {
  await op.tx
    .$executeRaw`UPDATE "Draft" SET "proofShownAt" = proof_moment() WHERE "id" = ${draftId}::uuid AND "proofShownAt" < proof_moment()`
}

/**
 * Epoch 1 of a draft, in the hands of the session that begins it. It reserves nothing: others may begin beside it until a second
 * person joins one. Refuses notNow when the room has ended, alreadyDone when one is the room's or this session has one already,
 * choiceUnknown for an id that is taken.
 */
export async function insertDraft(
  permit: Permit<'draft:start'>,
  draft: { id: string; memberProofHash: Uint8Array<ArrayBuffer>; shareProofHash: Uint8Array<ArrayBuffer> },
): Promise<void> {
  const { op, viewer, subjectId: roomId, familyId, meetingId } = permit
  const { count } = await op.tx.privateRoom.updateMany({ where: { id: roomId, endedAt: null }, data: { draftStartedAt: op.now } })
  if (count === 0) throw new Refusal('notNow')
  const { sessionId } = viewer
  const ofRoomOrHere = { OR: [{ joinedAt: { not: null } }, { keyHolders: { some: { sessionId } } }] }
  if ((await op.tx.draft.count({ where: { roomId, state: 'open', ...ofRoomOrHere } })) > 0) throw new Refusal('alreadyDone')
  const made = await op.tx.draft.createMany({
    data: [{ ...draft, familyId, meetingId, roomId, epoch: 1, state: 'open', startedById: viewer.id, startedAt: op.now }],
    skipDuplicates: true,
  })
  if (made.count === 0) throw new Refusal('choiceUnknown', 'draftId')
  await op.tx.keyHolder.createMany({ data: [{ draftId: draft.id, sessionId, personId: viewer.id, since: op.now }] })
  op.changedRooms.add(meetingId)
}

/** Holds the room of a draft, and its drafts, until the commit: whoever joins one waits for whoever joins another. */
export async function holdRoom({ op, roomId }: Permit<'draft:admit' | 'rescueWords:use'>): Promise<void> {
  await op.tx.$queryRaw`SELECT 1 FROM "PrivateRoom" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`
  await op.tx.$queryRaw`SELECT 1 FROM "Draft" WHERE "roomId" = ${roomId}::uuid ORDER BY "id" FOR UPDATE`
}

/**
 * A session takes the key. With a second person the draft becomes the room's, and those that were begun beside it are closed. The
 * room is held.
 */
export async function keepKeyHolder(
  permit: Permit<'draft:admit' | 'rescueWords:use'>,
  { byRescueWordsAt, ...holder }: { draftId: string; sessionId: string; personId: string; byRescueWordsAt?: Date },
): Promise<void> {
  const { op, roomId, meetingId } = permit
  const { draftId, sessionId } = holder
  await op.tx.keyHolder.createMany({ data: [{ ...holder, since: op.now }], skipDuplicates: true })
  if (byRescueWordsAt) await op.tx.keyHolder.updateMany({ where: { draftId, sessionId }, data: { byRescueWordsAt } })
  op.changedRooms.add(meetingId)
  if ((await op.tx.keyHolder.count({ where: { draftId, personId: { not: holder.personId } } })) === 0) return
  await op.tx.draft.updateMany({ where: { id: draftId, joinedAt: null }, data: { joinedAt: op.now } })
  const beside = { roomId, state: 'open', joinedAt: null }
  for (const { id } of await op.tx.draft.findMany({ where: beside, select: { id: true } })) op.changedDrafts.add(id)
  await op.tx.draft.updateMany({ where: beside, data: { state: 'closed', closedAt: op.now } })
}

/** The draft of a room that is being written; null when nobody has begun, or it has been shared. */
export async function openDraftOf({ op, subjectId: roomId }: Permit<'room:end'>): Promise<string | null> {
  const [draft] = await op.tx.$queryRaw<{ id: string | null }[]>`SELECT draft_of_room(${roomId}::uuid)::text AS "id"`
  return draft?.id ?? null
}

/** Closes the draft, which is held and open, for good. Devices may come back for one more day. */
export async function closeDraft({ op, subjectId: id }: Permit<'draft:share'>): Promise<void> {
  await op.tx.draft.update({ where: { id }, data: { state: 'closed', closedAt: op.now }, select: { id: true } })
}

/**
 * The 32 bytes that let this person's pages on this device open the draft again: the same each time, as long as the draft is kept; after
 * that refuses draftClosed. A browser that was not known becomes known.
 */
export async function keyShareOf(permit: Permit<'draft:read'>, draft: { id: string }): Promise<string> {
  const { op, viewer } = permit
  await refuseForgotten(op, draft.id)
  const device = op.device ?? op.newToken('device')
  op.keepDevice = device
  const of = { draftId: draft.id, personId: viewer.id, deviceHash: deviceHashOf(op, device) }
  await op.tx.keyShare.createMany({ data: [{ ...of, sessionId: viewer.sessionId, bytes: op.newSecret() }], skipDuplicates: true })
  return (await releasedTo(permit, of)) ?? ''
}

/**
 * The same 32 bytes for a session that has signed in since, on a device that kept them and shows the draft's proof. It has the key with
 * them, so it counts among those who took it. Refuses notVouched on any other device, notNow once nobody writes in it, and draftClosed.
 */
export async function comeBackToDraft(permit: Permit<'draft:comeBack'>, draft: { id: string }): Promise<string> {
  const { op, viewer } = permit
  await refuseForgotten(op, draft.id)
  if (!(await takesWords(permit))) throw new Refusal('notNow')
  const of = { draftId: draft.id, personId: viewer.id }
  const released = op.device && (await releasedTo(permit, { ...of, deviceHash: deviceHashOf(op, op.device) }))
  if (!released) throw new Refusal('notVouched')
  await op.tx.keyHolder.createMany({ data: [{ ...of, sessionId: viewer.sessionId, since: op.now }], skipDuplicates: true })
  op.changedRooms.add(permit.meetingId)
  return released
}

async function releasedTo(
  { op, viewer: { sessionId } }: Permit<'draft:read' | 'draft:comeBack'>,
  of: { draftId: string; personId: string; deviceHash: Uint8Array<ArrayBuffer> },
): Promise<string | undefined> {
  const [kept] = await op.tx.keyShare.updateManyAndReturn({ where: of, data: { sessionId }, select: { bytes: true } })
  return kept && bytesSent(kept.bytes)
}

function deviceHashOf({ key }: Operation, device: string): Uint8Array<ArrayBuffer> {
  return createHash('sha256').update(key.fingerprint(device, 'device')).digest()
}

async function refuseForgotten({ tx }: Operation, draftId: string): Promise<void> {
  const due = await tx.$queryRaw<unknown[]>`SELECT 1 FROM drafts_to_forget() id WHERE id = ${draftId}::uuid`
  if (due.length > 0) throw new Refusal('draftClosed')
}

/** This person keeps nothing on this device any more; what other devices have stays. */
export async function forgetKeyOnDevice({ op, viewer, subjectId: draftId }: Permit<'draft:comeBack'>): Promise<void> {
  if (op.device === null) return
  await op.tx.keyShare.deleteMany({ where: { draftId, personId: viewer.id, deviceHash: deviceHashOf(op, op.device) } })
}

/** Where a device reads on: after its number, or from the beginning where what stands up to there is not what it has read. */
export async function readsOn(
  { op, subjectId: draftId }: Permit<'draft:read'>,
  { after, known }: { after: number; known: string | null },
): Promise<number> {
  if (known === null) return after
  const rows = await op.tx.envelope.findMany({
    where: { draftId, seq: { lte: after } },
    orderBy: { seq: 'asc' },
    select: { envelopeId: true },
  })
  const text = knownEnvelopesText(rows.map(({ envelopeId }) => envelopeId))
  return rows.length === after && known === createHash('sha256').update(text).digest('base64url') ? after : 0
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
    kind: row.kind as StoredKind,
    nonce: bytesSent(row.nonce),
    sealed: bytesSent(row.sealed),
  }))
}

/** Whether more can come: the draft takes words, its room has not ended. */
export async function takesWords(permit: Permit<'draft:read' | 'draft:comeBack'>): Promise<boolean> {
  const { op, subjectId: id } = permit
  return (await op.tx.draft.count({ where: { id, state: 'open', room: { endedAt: null } } })) > 0
}

/** The sessions that took the key of a draft of the room. */
export async function sessionsWithKey({ op, subjectId: roomId }: Permit<'room:readMembers'>): Promise<ReadonlySet<string>> {
  const holders = await op.tx.keyHolder.findMany({ where: { draft: { roomId } }, select: { sessionId: true } })
  return new Set(holders.map(({ sessionId }) => sessionId))
}

/** Forgets what let a device open a draft again that this session used last: it does not belong there. */
export async function forgetKeyShares({ tx }: Operation, sessionId: string): Promise<void> {
  await tx.keyShare.deleteMany({ where: { sessionId } })
}

import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import { undoUntil, type EndWithoutKeyKind } from '@kinplan/domain/plan/end-without-key'
import { Refusal } from '@kinplan/domain/refusal'
import type { Operation } from '../access/operation'
import type { Permit } from '../access/permit'
import type { Database } from '../platform/database'

const columns = {
  id: true,
  kind: true,
  draftId: true,
  saidByName: true,
  byWorkerId: true,
  takesEffectAt: true,
  stoppedAt: true,
  tookEffectAt: true,
  undoneAt: true,
} as const
const typed = <R extends { kind: string }>(row: R) => ({ ...row, kind: row.kind as EndWithoutKeyKind })
const waiting = { stoppedAt: null, tookEffectAt: null } as const

export interface HeldRoom {
  roomId: string
  openDraftId: string | null
  /** When a device last showed the key of the draft that two people took; null where there is none. */
  proofShownAt: Date | null
  heldAt: Date
}

/**
 * The rooms of the meeting that the viewer may ask to end, held with their drafts until the commit: a device that shows its
 * proof meanwhile waits.
 */
export function holdRooms({ op, meetingId }: Permit<'room:endWithoutKey' | 'room:endSpoken'>): Promise<HeldRoom[]> {
  return op.tx.$queryRaw<HeldRoom[]>`
    SELECT "roomId"::text, "openDraftId"::text, "proofShownAt", "heldAt" FROM hold_rooms_to_end(${meetingId}::uuid)`
}

/** Writes down what was asked, once a room; refuses alreadyDone when something waits already in each. */
export async function insertAsked(
  permit: Permit<'room:endWithoutKey' | 'room:endSpoken'>,
  asked: { rooms: HeldRoom[]; kind: EndWithoutKeyKind; saidBy: string | null; takesEffectAt: Date },
): Promise<void> {
  const { op, familyId, meetingId, viewer } = permit
  const by = viewer.kind === 'person' ? { byPersonId: viewer.id } : { byWorkerId: viewer.id }
  const { kind, saidBy: saidByName, takesEffectAt } = asked
  const { count } = await op.tx.endWithoutKey.createMany({
    data: asked.rooms.map(({ roomId, openDraftId, heldAt }) => ({
      familyId,
      roomId,
      draftId: openDraftId,
      kind,
      saidByName,
      takesEffectAt,
      askedAt: heldAt,
      ...by,
    })),
    skipDuplicates: true,
  })
  if (count === 0) throw new Refusal('alreadyDone')
  op.changedRooms.add(meetingId)
}

/** The time by which rooms go: the database's. */
export async function roomNow(op: Operation): Promise<Date> {
  const [row] = await op.tx.$queryRaw<{ now: Date }[]>`SELECT database_now() AS "now"`
  if (row === undefined) throw new Error('The database did not say what time it is')
  return row.now
}

/** What waits in the room of a draft; null when nothing does, or it is about another draft. */
export async function waitingFor({ op, roomId, subjectId: draftId }: Permit<'room:stopEnd'>) {
  const where = { roomId, ...waiting, OR: [{ draftId }, { draftId: null }] }
  const found = await op.tx.endWithoutKey.findFirst({ where, select: columns })
  return found && typed(found)
}

/** Stops it once; refuses alreadyDone when it has taken effect at the same moment. */
export async function stopAsked(
  permit: Permit<'room:stopEnd'>,
  asked: { id: string; byWorkerId: string | null },
  stoppedAt: Date,
): Promise<void> {
  const { op, meetingId } = permit
  const { count } = await op.tx.endWithoutKey.updateMany({ where: { id: asked.id, ...waiting }, data: { stoppedAt } })
  if (count === 0) throw new Refusal('alreadyDone')
  op.changedRooms.add(meetingId)
  // The coordinator wrote it down, so she hears of it.
  if (asked.byWorkerId !== null) op.changedMeetings.add(meetingId)
}

/**
 * What took effect last for this draft, with what has come since; the room and its drafts are held until the commit. Null:
 * nothing ever did.
 */
export async function holdToUndo({ op, roomId, subjectId: draftId, meetingId }: Permit<'room:undoEnd'>) {
  await op.tx.$queryRaw`SELECT 1 FROM "PrivateRoom" WHERE "id" = ${roomId}::uuid FOR NO KEY UPDATE`
  await op.tx.$queryRaw`SELECT 1 FROM "Draft" WHERE "roomId" = ${roomId}::uuid ORDER BY "id" FOR UPDATE`
  const where = { draftId, tookEffectAt: { not: null } }
  const asked = await op.tx.endWithoutKey.findFirst({ where, orderBy: { tookEffectAt: 'desc' }, select: columns })
  if (asked === null) return null
  const room = await op.tx.privateRoom.findUniqueOrThrow({ where: { id: roomId }, select: { startedAt: true, endedAt: true } })
  const newerRooms = await op.tx.privateRoom.count({ where: { meetingId, startedAt: { gt: room.startedAt } } })
  const newer = await op.tx.draft.findMany({
    where: { roomId, id: { not: draftId }, OR: [{ state: 'open' }, { closedAt: { gt: asked.tookEffectAt ?? op.now } }] },
    select: { id: true, head: true },
  })
  const shared = await op.tx.plan.count({ where: { draftId: { in: newer.map(({ id }) => id) } } })
  return {
    asked: typed(asked),
    // Started again, and then ended by somebody: what is over stays over.
    newerRoom: newerRooms > 0 || (asked.kind === 'restart' && room.endedAt !== null),
    newerWords: shared > 0 || newer.some(({ head }) => head > 0),
  }
}

/** Opens the draft again, and its room; one that was started since, and holds no word, is closed. */
export async function undoAsked(permit: Permit<'room:undoEnd'>, asked: { id: string; kind: EndWithoutKeyKind }, now: Date): Promise<void> {
  const { op, roomId, subjectId: id, meetingId } = permit
  await op.tx.endWithoutKey.updateMany({ where: { id: asked.id, undoneAt: null }, data: { undoneAt: now } })
  await op.tx.draft.updateMany({ where: { roomId, state: 'open' }, data: { state: 'closed', closedAt: now } })
  await op.tx.draft.updateMany({ where: { id }, data: { state: 'open', closedAt: null } })
  op.changedRooms.add(meetingId)
  if (asked.kind === 'restart') return
  const reopened = { endedAt: null, endedById: null, saidByName: null, endedWithoutPlan: false }
  await op.tx.privateRoom.updateMany({ where: { id: roomId }, data: reopened })
  op.changedMeetings.add(meetingId)
}

/** What waits in a room, and what this session, which took that draft's key, can still undo; times on the wall of the meeting. */
export async function askedIn({ op, subjectId: roomId, meetingId, viewer }: Permit<'room:read'>) {
  const rows = (await op.tx.endWithoutKey.findMany({ where: { roomId }, orderBy: { askedAt: 'desc' }, take: 2, select: columns })).map(
    typed,
  )
  if (rows.length === 0) return { waiting: null, undoable: null }
  const { zone } = await op.tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { zone: true } })
  const now = await roomNow(op)
  const waits = rows.find(({ stoppedAt, tookEffectAt }) => stoppedAt === null && tookEffectAt === null)
  const happened = rows.find(({ tookEffectAt }) => tookEffectAt !== null)
  const until = happened && undoUntil(happened)
  const { sessionId } = viewer
  const held = happened?.draftId
    ? await op.tx.keyHolder.findFirst({ where: { draftId: happened.draftId, sessionId }, select: { draftId: true } })
    : null
  const draftId = held?.draftId
  return {
    waiting: waits
      ? {
          kind: waits.kind,
          saidBy: waits.saidByName,
          takesEffectWall: wall(zone, waits.takesEffectAt),
          secondsLeft: Math.max(0, Math.ceil((waits.takesEffectAt.getTime() - now.getTime()) / 1000)),
        }
      : null,
    undoable: happened && until && draftId && now < until ? { kind: happened.kind, draftId, untilWall: wall(zone, until) } : null,
  }
}

/** What this coordinator wrote down last in private family time, and what came of it. */
export async function spokenEndIn({ op, meetingId }: Permit<'meeting:read'>, zone: string) {
  const rows = await op.tx.endWithoutKey.findMany({
    where: { room: { meetingId }, byWorkerId: { not: null } },
    orderBy: { askedAt: 'desc' },
    select: { ...columns, askedAt: true },
  })
  const [last] = rows
  if (last === undefined) return null
  // Asked of several rooms at once it is one word to her.
  const together = rows.filter(({ askedAt }) => askedAt.getTime() === last.askedAt.getTime())
  const waits = together.some(({ stoppedAt, tookEffectAt }) => stoppedAt === null && tookEffectAt === null)
  const stopped = together.some(({ stoppedAt, undoneAt }) => stoppedAt !== null || undoneAt !== null)
  return {
    saidBy: last.saidByName ?? '',
    state: waits ? ('waiting' as const) : stopped ? ('stopped' as const) : ('ended' as const),
    takesEffectWall: wall(zone, last.takesEffectAt),
  }
}

/**
 * When the last private family time ended without a plan, because no device held the key; null while a room is private, and
 * when a plan was shared.
 */
export async function endedWithoutPlanIn({ op, meetingId }: Permit<'meeting:read'>, zone: string): Promise<string | null> {
  const rooms = await op.tx.privateRoom.findMany({
    where: { meetingId },
    orderBy: { startedAt: 'desc' },
    select: { id: true, startedAt: true, endedAt: true, endedWithoutPlan: true },
  })
  const latest = rooms.filter(({ startedAt }) => startedAt.getTime() === rooms[0]?.startedAt.getTime())
  const without = latest.find(({ endedWithoutPlan }) => endedWithoutPlan)
  if (!without?.endedAt || latest.some(({ endedAt }) => endedAt === null)) return null
  const shared = await op.tx.plan.count({ where: { roomId: { in: latest.map(({ id }) => id) } } })
  return shared > 0 ? null : wall(zone, without.endedAt)
}

function wall(zone: string, at: Date): string {
  const { date, time } = wallOfInstant(zone, at.getTime())
  return `${date}T${time}`
}

/** Lets everything that was asked and not stopped take effect, once, whichever node comes first; gives whom to tell. */
export function takeEffectNow(database: Database): Promise<{ meetingId: string; draftId: string | null; allEnded: boolean }[]> {
  return database.transaction(
    { job: 'privateTime' },
    (tx) =>
      tx.$queryRaw<
        { meetingId: string; draftId: string | null; allEnded: boolean }[]
      >`SELECT "meetingId"::text, "draftId"::text, "allEnded" FROM end_without_key()`,
  )
}

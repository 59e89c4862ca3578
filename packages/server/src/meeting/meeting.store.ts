import DataLoader from 'dataloader'
import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import { howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import type { Ending, MeetingKind, Stage } from '@kinplan/domain/meeting/stages'
import { Refusal } from '@kinplan/domain/refusal'
import { heldNow } from '../access/held-now'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import type { MeetingPermit, Permit } from '../access/permit'
import { workerById, type WorkerRow } from '../worker/worker.store'

const rowColumns = { id: true, kind: true, stage: true, startWall: true, zone: true } as const
const columns = {
  ...rowColumns,
  familyId: true,
  reviewsPlanId: true,
  coordinatorId: true,
  referrerId: true,
  version: true,
  start: true,
  minutes: true,
  place: true,
  placeId: true,
  ending: true,
  nextStep: true,
  bookedAt: true,
  toldAt: true,
} as const

const typed = <R extends { kind: string; stage: string }>(row: R) => ({ ...row, kind: row.kind as MeetingKind, stage: row.stage as Stage })

/** The meeting of a permit, with the wall time at which it ends. */
export function readMeeting({ op, meetingId }: MeetingPermit) {
  return loadOnce(op, `meeting/${meetingId}`, async () => {
    const row = await op.tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: columns })
    return {
      ...typed(row),
      ending: row.ending as Ending | null,
      start: row.start?.toISOString() ?? null,
      startsAt: row.start,
      endWall: endWall(row),
    }
  })
}
export type MeetingFacts = Awaited<ReturnType<typeof readMeeting>>

function endWall({ start, minutes, zone }: { start: Date | null; minutes: number | null; zone: string }): string | null {
  if (start === null || minutes === null) return null
  const { date, time } = wallOfInstant(zone, start.getTime() + minutes * 60_000)
  return `${date}T${time}`
}

/** The meeting at the version expected; refuses changedMeanwhile. */
export async function readMeetingAt(permit: MeetingPermit, version: number): Promise<MeetingFacts> {
  const meeting = await readMeeting(permit)
  if (meeting.version !== version) throw new Refusal('changedMeanwhile')
  return meeting
}

/** Every meeting of the family, the newest first. */
export async function meetingsOfFamily({ op, familyId }: Permit<'family:read'>) {
  return (await op.tx.meeting.findMany({ where: { familyId }, select: rowColumns, orderBy: { createdAt: 'desc' } })).map(typed)
}

/**
 * The next meeting of each family that the viewer met in a list: the soonest with a time, or else the newest without; one statement for the
 * page.
 */
export async function nextMeetingOf(op: Operation, familyId: string) {
  const loader = await loadOnce(op, 'nextMeetings', () =>
    Promise.resolve(
      new DataLoader(async (ids: readonly string[]) => {
        const rows = await op.tx.meeting.findMany({
          where: { familyId: { in: [...ids] }, stage: { not: 'ended' } },
          select: { ...rowColumns, familyId: true },
          orderBy: [{ start: { sort: 'asc', nulls: 'last' } }, { createdAt: 'desc' }],
        })
        const next = ids.flatMap((id) => rows.map(typed).find((row) => row.familyId === id) ?? [])
        const moved = await movedMeetings(
          op,
          next.map(({ id }) => id),
        )
        return ids.map(
          (id) => next.filter(({ familyId }) => familyId === id).map((row) => ({ ...row, hasMoved: moved.has(row.id) }))[0] ?? null,
        )
      }),
    ),
  )
  return loader.load(familyId)
}

/**
 * Which of these booked meetings want another look from the worker who coordinates them: somebody asked for another day or said anew when
 * they can come, a worker is taken then, or people kept apart would meet. One statement; what exactly has moved is worked out on the
 * meeting's own page.
 */
async function movedMeetings({ tx, viewer }: Operation, ids: string[]): Promise<Set<string>> {
  if (viewer.kind !== 'worker' || ids.length === 0) return new Set()
  const rows = await tx.$queryRaw<{ id: string }[]>`
    SELECT m."id"::text AS "id" FROM "Meeting" m
     WHERE m."id" = ANY(${ids}::uuid[]) AND m."stage" = 'booked' AND m."coordinatorId" = ${viewer.id}::uuid AND (
       EXISTS (SELECT 1 FROM "AnotherDay" a WHERE a."meetingId" = m."id" AND a."answeredAt" IS NULL)
       OR EXISTS (SELECT 1 FROM "Participant" p JOIN "Person" s ON s."id" = p."personId" AND s."saidWhenAt" > m."bookedAt" WHERE
         p."meetingId" = m."id" AND way_now(p."state", p."how", p."plannedHow") IS NOT NULL)
       OR EXISTS (SELECT 1 FROM "WorkerHold" h JOIN "WorkerBusy" b ON b."workerId" = h."workerId" AND b."startsAt" < h."endsAt"
         AND b."endsAt" > h."startsAt" WHERE h."meetingId" = m."id")
       OR EXISTS (SELECT 1 FROM pairs_brought_together(m."id")))`
  return new Set(rows.map(({ id }) => id))
}

/** Ids of the meetings in which a person takes part, and of which they were told, the newest first. */
export async function meetingsOfSelf({ op, viewer }: Permit<'me:read'>): Promise<string[]> {
  if (viewer.kind !== 'person') return []
  const meetings = await op.tx.meeting.findMany({
    where: { participants: { some: { personId: viewer.id, state: { not: 'notPart' } } } },
    select: { ...rowColumns, bookedAt: true, participants: { where: { personId: viewer.id }, select: { toldAt: true } } },
    orderBy: { createdAt: 'desc' },
  })
  return meetings
    .map(typed)
    .filter((meeting) => howMuchIsTold(meeting, meeting.participants[0]?.toldAt ?? null) !== 'nothing')
    .map(({ id }) => id)
}

/**
 * Where the meeting is, for somebody in a room of their own there: the place by its own name, since the words of the booking may name the
 * room of the others.
 */
export async function placeWithoutRoom(permit: MeetingPermit): Promise<string | null> {
  const { placeId, place } = await readMeeting(permit)
  if (placeId === null) return place
  const { tx } = permit.op
  const known = await loadOnce(permit.op, `placeOf/${permit.meetingId}`, () =>
    tx.place.findUnique({ where: { id: placeId }, select: { name: true, address: true } }),
  )
  return known === null ? place : `${known.name}, ${known.address}`
}

/** For what rooms are held for the meeting: main, second. */
export async function roomsHeld({ op, meetingId }: Permit<'participant:set'>): Promise<string[]> {
  return (await op.tx.roomHold.findMany({ where: { meetingId }, select: { use: true } })).map(({ use }) => use)
}

/** Ids of the children whom the meeting concerns. */
export function childrenOf({ op, meetingId }: MeetingPermit): Promise<string[]> {
  return loadOnce(op, `meetingChildren/${meetingId}`, async () =>
    (await op.tx.meetingChild.findMany({ where: { meetingId }, select: { childId: true } })).map((row) => row.childId),
  )
}

/**
 * Names of the workers who may read the meeting now: those allocated to the family, its own coordinator among them, and the supervisor of
 * its team.
 */
export async function workersWhoRead(permit: Permit<'meeting:read' | 'meeting:readMine'>): Promise<WorkerRow[]> {
  const { op, familyId } = permit
  const { coordinatorId } = await readMeeting(permit)
  const allocated = await op.tx.allocation.findMany({
    where: { familyId, ...heldNow(op.now) },
    select: { workerId: true, role: true },
  })
  const { supervisorId } = await op.tx.team.findFirstOrThrow({
    where: { families: { some: { id: familyId } } },
    select: { supervisorId: true },
  })
  const readers = allocated
    .filter(({ role, workerId }) => role === 'socialWorker' || workerId === coordinatorId)
    .map(({ workerId }) => workerId)
  return Promise.all([...new Set([...readers, supervisorId])].map((id) => workerById(op, id)))
}

/** Workers who hold a role with the family now. */
export async function allocatedNow({ op, familyId }: Permit<'meeting:start'>): Promise<{ workerId: string; role: string }[]> {
  return op.tx.allocation.findMany({
    where: { familyId, ...heldNow(op.now) },
    select: { workerId: true, role: true },
  })
}

/** Writes a new conference with its children; its coordinator and referrer take part from the start. */
export async function insertMeeting(
  permit: Permit<'meeting:start'>,
  meeting: { id: string; coordinatorId: string; referrerId: string; childIds: string[] },
): Promise<void> {
  const { op, familyId } = permit
  const { id, coordinatorId, referrerId, childIds } = meeting
  const { zone } = await op.tx.family.findUniqueOrThrow({ where: { id: familyId }, select: { zone: true } })
  await op.tx.meeting.createMany({
    data: [{ id, familyId, kind: 'conference', coordinatorId, referrerId, stage: 'preparing', zone, createdAt: op.now }],
  })
  await op.tx.meetingChild.createMany({ data: childIds.map((childId) => ({ meetingId: id, childId, familyId })) })
  await op.tx.participant.createMany({
    data: [coordinatorId, referrerId].map((workerId) => ({
      familyId,
      meetingId: id,
      workerId,
      need: 'must',
      state: 'coming',
      how: 'inRoom',
    })),
  })
  op.changedMeetings.add(id)
}

/** What a change may write to a meeting. */
interface MeetingChange {
  stage?: Stage
  start?: Date
  startWall?: string
  minutes?: number
  place?: string
  placeId?: string | null
  placeOtherAt?: Date | null
  bookedAt?: Date
  toldAt?: Date
  ending?: Ending
  nextStep?: string
  endedAt?: Date
}

/** Changes the meeting at the version expected; refuses changedMeanwhile when somebody else was first. */
export async function changeMeeting(
  permit: Permit<'time:book' | 'time:confirm' | 'meeting:invite' | 'stage:move' | 'meeting:end'>,
  version: number,
  change: MeetingChange,
): Promise<void> {
  const { op, meetingId } = permit
  const { count } = await op.tx.meeting.updateMany({ where: { id: meetingId, version }, data: { ...change, version: { increment: 1 } } })
  if (count === 0) throw new Refusal('changedMeanwhile')
  op.loaded.delete(`meeting/${meetingId}`)
  op.changedMeetings.add(meetingId)
}

/**
 * Every meeting of the family that has not ended gets another coordinator, who takes the earlier one's place among those taking part: as
 * coming, or, where they are held for another meeting then, as not asked, so that the meeting can be handed over and booked again.
 */
export async function handOverMeetings({ op, familyId }: Permit<'family:allocate'>, workerId: string): Promise<void> {
  const open = await op.tx.meeting.findMany({
    where: { familyId, stage: { not: 'ended' } },
    select: { id: true, coordinatorId: true, referrerId: true },
  })
  const handed = open.filter((meeting) => meeting.coordinatorId !== workerId)
  if (handed.some((meeting) => meeting.referrerId === workerId)) throw new Refusal('notIndependent', 'workerId')
  const ids = handed.map(({ id }) => id)
  await op.tx.meeting.updateMany({ where: { id: { in: ids } }, data: { coordinatorId: workerId, version: { increment: 1 } } })
  for (const { id, coordinatorId } of handed) {
    await takePlace({ op, familyId, meetingId: id }, coordinatorId, workerId)
    op.changedMeetings.add(id)
  }
}

/**
 * A worker takes the places of others in the family's meetings that have not ended, wherever one of them takes part and does not
 * coordinate.
 */
export async function takePlaces(permit: Permit<'family:allocate'>, leaving: string[], workerId: string): Promise<void> {
  const { op, familyId } = permit
  const parts = await op.tx.participant.findMany({
    where: { meeting: { familyId, stage: { not: 'ended' } }, workerId: { in: leaving.filter((id) => id !== workerId) } },
    select: { meetingId: true, workerId: true, meeting: { select: { coordinatorId: true } } },
  })
  for (const { meetingId, workerId: left, meeting } of parts) {
    if (left === null || left === meeting.coordinatorId) continue
    await takePlace({ op, familyId, meetingId }, left, workerId)
    op.changedMeetings.add(meetingId)
  }
}

/**
 * The worker takes the place of one who leaves the meeting, for the same part and with the same time to arrive: who came with that one
 * comes with this one, who comes alone.
 */
async function takePlace(
  { op, familyId, meetingId }: { op: Operation; familyId: string; meetingId: string },
  leaving: string,
  workerId: string,
): Promise<void> {
  const { tx } = op
  const left = await tx.participant.findUnique({
    where: { meetingId_workerId: { meetingId, workerId: leaving } },
    select: { id: true, need: true, partEdge: true, partMinutes: true, arriveAt: true },
  })
  const { id: leftId, ...place } = left ?? { id: null, need: 'must' }
  const way = (await heldElsewhere(op, meetingId, workerId)) ? { state: 'notAsked' } : { state: 'coming', how: 'inRoom' }
  await tx.participant.createMany({ data: [{ ...place, ...way, familyId, meetingId, workerId }], skipDuplicates: true })
  if (leftId === null) return
  const { id } = await tx.participant.findUniqueOrThrow({ where: { meetingId_workerId: { meetingId, workerId } }, select: { id: true } })
  await tx.participant.updateMany({ where: { id }, data: { comesWithId: null } })
  await tx.participant.updateMany({ where: { comesWithId: leftId }, data: { comesWithId: id } })
  await tx.travelTime.deleteMany({ where: { participantId: leftId } })
  await tx.participant.deleteMany({ where: { id: leftId } })
}

/** Whether another meeting, of whatever family, holds the worker at any moment of this one. */
async function heldElsewhere({ tx }: Operation, meetingId: string, workerId: string): Promise<boolean> {
  const { start, minutes } = await tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { start: true, minutes: true } })
  if (start === null || minutes === null) return false
  const held = await tx.$queryRaw<unknown[]>`
    SELECT 1 FROM holds_between(${start}, ${new Date(start.getTime() + minutes * 60_000)})
     WHERE "workerId" = ${workerId}::uuid AND "meetingId" <> ${meetingId}::uuid`
  return held.length > 0
}

/** A correction may show in every meeting of the family: their readers ask again. */
export async function tellMeetingsOfFamily({ op, familyId }: Permit<'family:correct'>): Promise<void> {
  const meetings = await op.tx.meeting.findMany({ where: { familyId }, select: { id: true } })
  for (const { id } of meetings) op.changedMeetings.add(id)
}

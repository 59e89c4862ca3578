import { needs, type Need, type ParticipationState, type PartEdge, type Way } from '@kinplan/domain/meeting/participation'
import { mayStillCome } from '@kinplan/domain/meeting/way-now'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { MeetingPermit, Permit } from '../access/permit'
import { workersOfTeams } from '../worker/worker.store'
import { peopleOf } from '../family/family.store'

const columns = {
  id: true,
  familyId: true,
  meetingId: true,
  personId: true,
  workerId: true,
  need: true,
  state: true,
  how: true,
  plannedHow: true,
  partEdge: true,
  partMinutes: true,
  comesWithId: true,
  version: true,
  notPartReason: true,
  notPartById: true,
  lookAgainOn: true,
  viewsGathered: true,
  arriveAt: true,
  invitedAt: true,
  answeredAt: true,
  toldAt: true,
  toldWays: true,
  attended: true,
} as const

/** Everybody named for the meeting, also those who are not part of it; the most needed first. */
export function participantsOf({ op, meetingId }: MeetingPermit) {
  return loadOnce(op, `participants/${meetingId}`, async () => {
    const rows = await op.tx.participant.findMany({ where: { meetingId }, select: columns, orderBy: { id: 'asc' } })
    return rows
      .map((row) => ({
        ...row,
        need: row.need as Need,
        state: row.state as ParticipationState,
        how: row.how as Way | null,
        plannedHow: row.plannedHow as Way | null,
        partEdge: row.partEdge as PartEdge | null,
        toldWays: row.toldWays as Way[],
      }))
      .toSorted((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need))
  })
}
export type ParticipantFacts = Awaited<ReturnType<typeof participantsOf>>[number]

/** The one participant whom a permit is about, at the version expected; refuses changedMeanwhile. */
export async function participantAt(
  permit: Permit<'participant:prepare' | 'participant:set' | 'participant:notPart'>,
  version: number,
): Promise<ParticipantFacts> {
  const found = (await participantsOf(permit)).find((participant) => participant.id === permit.subjectId)
  if (found?.version !== version) throw new Refusal('changedMeanwhile')
  return found
}

/** Preparation records of the meeting, by participant. */
export function preparationsOf({ op, meetingId }: Permit<'preparation:read'>) {
  return loadOnce(op, `preparations/${meetingId}`, async () => {
    const rows = await op.tx.preparation.findMany({
      where: { meetingId },
      select: {
        participantId: true,
        wantsToTakePart: true,
        whoShouldBeThere: true,
        isItSafe: true,
        whoMayKnow: true,
        howToReach: true,
        whatWouldHelp: true,
        talkedAt: true,
        version: true,
      },
    })
    return rows.map((row) => ({ ...row, talkedAt: row.talkedAt.toISOString() }))
  })
}

/**
 * Adds a person of the family or a worker of a team now; refuses choiceUnknown for anybody else, alreadyDone for who is there already.
 * Gives the new id.
 */
export async function insertParticipant(
  permit: Permit<'participant:add'>,
  who: { personId: string | null; workerId: string | null; need: Need },
): Promise<string> {
  const { op, familyId, meetingId } = permit
  const { personId, workerId, need } = who
  const known =
    personId === null
      ? [...(await workersOfTeams(op)).values()].flat().some((worker) => worker.id === workerId)
      : (await peopleOf(op, permit)).some((person) => person.id === personId && !person.ended)
  if (!known) throw new Refusal('choiceUnknown', personId === null ? 'workerId' : 'personId')
  const id = op.newId()
  const { count } = await op.tx.participant.createMany({
    data: [{ id, familyId, meetingId, personId, workerId, need, state: 'notAsked' }],
    skipDuplicates: true,
  })
  if (count === 0) throw new Refusal('alreadyDone')
  op.changedMeetings.add(meetingId)
  return id
}

/**
 * Readers of the booked meetings in which this person or worker takes part ask again: whether they can come may have changed. Meetings that
 * the asker may not see are not told.
 */
export async function tellBookedMeetings(
  { op }: Permit<'availability:say' | 'calendar:keep' | 'calendar:sayAway'>,
  who: { personId: string } | { workerId: string },
): Promise<void> {
  const booked = await op.tx.meeting.findMany({
    where: { stage: 'booked', participants: { some: { ...who, state: { notIn: ['notPart', 'notComing', 'sendingViews'] } } } },
    select: { id: true },
  })
  for (const { id } of booked) op.changedMeetings.add(id)
}

/** What a change may write to a participant. */
interface ParticipantChange {
  state?: ParticipationState
  how?: Way | null
  plannedHow?: Way | null
  answeredAt?: Date | null
  notPartReason?: string
  notPartById?: string
  lookAgainOn?: string
  viewsGathered?: boolean
}

/** Changes one participant of the permit's meeting at the version expected; refuses changedMeanwhile. */
export async function changeParticipant(
  permit: Permit<'participant:prepare' | 'participant:set' | 'participant:notPart' | 'meeting:reply'>,
  { id, version }: { id: string; version: number },
  change: ParticipantChange,
): Promise<void> {
  const { op, meetingId } = permit
  const { count } = await op.tx.participant.updateMany({
    where: { id, version, meetingId },
    data: { ...change, version: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('changedMeanwhile')
  op.changedMeetings.add(meetingId)
}

type Said = Record<'wantsToTakePart' | 'whoShouldBeThere' | 'isItSafe' | 'whoMayKnow' | 'howToReach' | 'whatWouldHelp', string>

/** Keeps what a person said in the talk; the latest talk is the one that counts. */
export async function savePreparation(permit: Permit<'participant:prepare'>, said: Said): Promise<void> {
  const { op, familyId, meetingId, subjectId: participantId, viewer } = permit
  const talk = { ...said, typedById: viewer.id, talkedAt: op.now }
  await op.tx.preparation.upsert({
    where: { participantId },
    create: { ...talk, participantId, familyId, meetingId },
    update: { ...talk, version: { increment: 1 } },
  })
}

/** Gives each participant a time to arrive, HH:MM. One statement for all. */
export async function saveArrivals(
  { op, meetingId }: Permit<'time:book' | 'participant:add' | 'participant:set' | 'meeting:invite' | 'meeting:reply' | 'time:ask'>,
  arrivals: { id: string; arriveAt: string }[],
): Promise<void> {
  const ids = arrivals.map((arrival) => arrival.id)
  const times = arrivals.map((arrival) => arrival.arriveAt)
  await op.tx.$executeRaw`
    UPDATE "Participant" p SET "arriveAt" = a."at" FROM unnest(${ids}::uuid[], ${times}::text[]) AS a("id", "at")
     WHERE p."id" = a."id" AND p."meetingId" = ${meetingId}::uuid`
  op.loaded.delete(`participants/${meetingId}`)
}

/**
 * Keeps how each participant is to take part at the time that was chosen; nobody else is planned in. One statement for all, so that a pair
 * changes places at once.
 */
export async function savePlanned(
  { op, meetingId }: Permit<'time:book' | 'participant:add'>,
  planned: ReadonlyMap<string, Way>,
): Promise<void> {
  const ids = [...planned.keys()]
  const hows = [...planned.values()]
  await op.tx.$executeRaw`
    UPDATE "Participant" p SET "plannedHow" = (SELECT a."how" FROM unnest(${ids}::uuid[], ${hows}::text[]) AS a("id", "how")
      WHERE a."id" = p."id")
     WHERE p."meetingId" = ${meetingId}::uuid`
  op.loaded.delete(`participants/${meetingId}`)
}

/** Marks these participants as invited now; those in `awaited` are from now on waited for. */
export async function markInvited({ op, meetingId }: Permit<'meeting:invite'>, told: string[], awaited: string[]): Promise<void> {
  await op.tx.participant.updateMany({ where: { meetingId, id: { in: awaited } }, data: { state: 'noAnswerYet' } })
  await op.tx.participant.updateMany({ where: { meetingId, id: { in: told } }, data: { invitedAt: op.now, version: { increment: 1 } } })
}

/** Keeps that these participants are told of the meeting now, each with the ways that are open to them. One statement for all. */
export async function saveTold(
  { op, meetingId }: Permit<'meeting:invite' | 'stage:move' | 'meeting:end' | 'meeting:attend' | 'participant:add' | 'participant:set'>,
  told: { id: string; ways: Way[] }[],
): Promise<void> {
  const ids = told.map(({ id }) => id)
  const ways = told.map((one) => one.ways.join(' '))
  await op.tx.$executeRaw`
    UPDATE "Participant" p SET "toldAt" = ${op.now}, "toldWays" = string_to_array(t."ways", ' ')
      FROM unnest(${ids}::uuid[], ${ways}::text[]) AS t("id", "ways") WHERE p."id" = t."id" AND p."meetingId" = ${meetingId}::uuid`
  op.loaded.delete(`participants/${meetingId}`)
}

/** Takes it back that a participant was invited to their time, since it is another one now. */
export async function markUntold({ op, meetingId }: Permit<'time:ask' | 'participant:set' | 'meeting:reply'>, id: string): Promise<void> {
  await op.tx.participant.updateMany({ where: { id, meetingId }, data: { invitedAt: null } })
}

export async function saveAttended(permit: Permit<'meeting:attend'>, attended: boolean): Promise<void> {
  const { op, subjectId: id, meetingId } = permit
  await op.tx.participant.updateMany({ where: { id, meetingId, state: { not: 'notPart' } }, data: { attended } })
  op.loaded.delete(`participants/${meetingId}`)
  op.changedMeetings.add(meetingId)
}

/** How many were invited the last time that invitations went out. */
export async function countLastInvited(permit: Permit<'meeting:read'>): Promise<number> {
  const invited = (await participantsOf(permit)).flatMap(({ invitedAt }) => invitedAt?.getTime() ?? [])
  return invited.filter((at) => at === Math.max(...invited)).length
}

/**
 * Whoever has no access any more does not come to the family's meetings that have not ended, and nothing is held for them. What they sent,
 * and what was decided of them, stays.
 */
export async function leaveMeetings({ op, familyId }: Permit<'account:endAccess'>, personId: string): Promise<void> {
  const where = { personId, state: { in: mayStillCome }, meeting: { familyId, stage: { not: 'ended' } } }
  const parts = await op.tx.participant.findMany({ where, select: { meetingId: true } })
  await op.tx.participant.updateMany({ where, data: { state: 'notComing', how: null, version: { increment: 1 } } })
  for (const { meetingId } of parts) {
    op.changedMeetings.add(meetingId)
    op.loaded.delete(`participants/${meetingId}`)
  }
}

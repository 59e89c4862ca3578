import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'
import type { PairApart } from '@kinplan/domain/family/kept-apart'
import { arrivalMinutes, arrivalsBefore, arriveApart } from '@kinplan/domain/meeting/arrival-times'
import { onSite } from '@kinplan/domain/meeting/placed-together'
import { wayNow } from '@kinplan/domain/meeting/way-now'
import { Refusal } from '@kinplan/domain/refusal'
import type { MeetingPermit, Permit } from '../access/permit'
import { withdrawInvitations } from '../message/message.store'
import { readMeeting, type MeetingFacts } from '../meeting/meeting.store'
import { partOf } from '../meeting/own-part'
import { markUntold, participantsOf, saveArrivals, type ParticipantFacts } from '../meeting/participant.store'
import { pairsToKeep, type PairRow } from '../meeting/safety.store'

type Arriving = Pick<
  ParticipantFacts,
  'id' | 'personId' | 'workerId' | 'state' | 'how' | 'plannedHow' | 'arriveAt' | 'partEdge' | 'partMinutes'
>
type Timed = Pick<MeetingFacts, 'zone' | 'minutes'> & { startsAt: Date }

const whoOf = ({ personId, workerId }: Arriving) => personId ?? workerId ?? ''
const comes = (one: Arriving) => {
  const way = wayNow(one)
  return way !== null && onSite(way)
}
const clockAt = ({ zone, startsAt }: Timed, minute: number) => wallOfInstant(zone, startsAt.getTime() + minute * 60_000).time

/**
 * Minutes from the start of the meeting at which those arrive who have a time to come at: of the times that anybody is given before their
 * part, the one that the clock shows.
 */
function givenMinutes(meeting: Timed, participants: Arriving[]): Map<string, number> {
  return new Map(
    participants.flatMap((one) => {
      const { fromMinute } = partOf(meeting, one)
      const before = arrivalsBefore.find((minutes) => clockAt(meeting, fromMinute - minutes) === one.arriveAt)
      return before === undefined ? [] : [[whoOf(one), fromMinute - before] as const]
    }),
  )
}

/** Whether, among those who come to the place, no pair meets on the way in. */
function comeApart(meeting: Timed, participants: Arriving[], pairs: PairApart[]): boolean {
  return arriveApart(givenMinutes(meeting, participants.filter(comes)), pairs)
}

/**
 * Gives everybody who has none a time of their own to arrive for their part, so that no pair meets on the way in; nobody while the meeting
 * has no time. Refuses keptApart where that would be too early.
 */
export async function giveArrivals(
  permit: Permit<'time:book' | 'participant:add' | 'participant:set' | 'meeting:invite' | 'meeting:reply' | 'time:ask'>,
  { startsAt, ...rest }: Omit<Timed, 'startsAt'> & { startsAt: Date | null },
  participants: Arriving[],
): Promise<void> {
  if (startsAt === null) return
  const meeting = { ...rest, startsAt }
  const arriving = participants.map((one) => ({ id: whoOf(one), fromMinute: partOf(meeting, one).fromMinute, comes: comes(one) }))
  const minutes = arrivalMinutes(arriving, await pairsToKeep(permit), givenMinutes(meeting, participants))
  // A person's answer knows of their own pairs alone, so it moves nobody else's time.
  const moved = permit.op.viewer.kind === 'worker' ? participants : participants.filter(({ arriveAt }) => arriveAt === null)
  await saveArrivals(
    permit,
    moved.map((one) => ({ id: one.id, arriveAt: clockAt(meeting, minutes.get(whoOf(one)) ?? 0) })),
  )
}

/**
 * Where a pair that was marked after the booking would meet on the way in, those who were not told when to come get another time. Refuses
 * keptApart when both were told: then the meeting has to be booked again.
 */
export async function partArrivals(
  permit: Permit<'meeting:invite'>,
  meeting: Timed,
  participants: Arriving[],
  told: ReadonlySet<string>,
): Promise<void> {
  const pairs = await pairsToKeep(permit)
  if (arriveApart(givenMinutes(meeting, participants), pairs)) return
  if (
    !comeApart(
      meeting,
      participants.filter(({ id }) => told.has(id)),
      pairs,
    )
  )
    throw new Refusal('keptApart')
  await giveArrivals(
    permit,
    meeting,
    participants.map((one) => (told.has(one.id) && comes(one) ? one : { ...one, arriveAt: null })),
  )
}

/**
 * Somebody takes part in another way now: where they come to the place, and would meet whom they are kept apart from on the way in, they
 * get another time to arrive, of which they are told anew. Refuses keptApart where no time is left.
 */
export async function partArrivalOf(permit: Permit<'participant:set' | 'meeting:reply'>, changed: Arriving): Promise<void> {
  const { zone, minutes, startsAt } = await readMeeting(permit)
  if (startsAt === null || !comes(changed)) return
  const meeting = { zone, minutes, startsAt }
  const others = (await participantsOf(permit)).filter((one) => one.id !== changed.id && comes(one))
  const pairs = (await pairsToKeep(permit)).filter(({ oneId, otherId }) => [oneId, otherId].includes(whoOf(changed)))
  if (comeApart(meeting, [...others, changed], pairs)) return
  await takeBackArrival(permit, changed)
  await giveArrivals(permit, meeting, [...others, { ...changed, arriveAt: null }])
}

/** Somebody's time to arrive is another one now: what was sent of the old one counts no longer, and what waits to be sent is taken back. */
export async function takeBackArrival(
  permit: Permit<'participant:set' | 'meeting:reply' | 'time:ask'>,
  { id, personId }: Pick<Arriving, 'id' | 'personId'>,
): Promise<void> {
  await markUntold(permit, id)
  if (personId !== null) await withdrawInvitations(permit, { personId })
}

/** Pairs of whom both come to the place and would meet on the way in. */
export async function pairsOnTheWay(permit: MeetingPermit): Promise<PairRow[]> {
  const { zone, minutes, startsAt } = await readMeeting(permit)
  if (startsAt === null) return []
  const given = givenMinutes({ zone, minutes, startsAt }, (await participantsOf(permit)).filter(comes))
  return (await pairsToKeep(permit)).filter((pair) => !arriveApart(given, [pair]))
}

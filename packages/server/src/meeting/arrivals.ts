import { minuteOfTime } from '@kinplan/domain/availability/wall-time'
import { wallOfInstant } from '@kinplan/domain/availability/zone-offsets'
import { arrivalMinutes, arriveApart } from '@kinplan/domain/meeting/arrival-times'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import type { MeetingFacts } from './meeting.store'
import { partOf } from './own-part'
import { saveArrivals, type ParticipantFacts } from './participant.store'
import { pairsToKeep } from './safety.store'

type Arriving = Pick<ParticipantFacts, 'id' | 'personId' | 'workerId' | 'arriveAt' | 'partEdge' | 'partMinutes'>
type Timed = Pick<MeetingFacts, 'zone' | 'minutes'> & { startsAt: Date }

const whoOf = ({ personId, workerId }: Arriving) => personId ?? workerId ?? ''
const clockAt = ({ zone, startsAt }: Timed, minute: number) => wallOfInstant(zone, startsAt.getTime() + minute * 60_000).time

/** Minutes from the start of the meeting at which those arrive who have a time: the last time that the clock shows it before their part. */
function givenMinutes(meeting: Timed, participants: Arriving[]): Map<string, number> {
  return new Map(participants.flatMap((one) => {
    if (one.arriveAt === null) return []
    const { fromMinute } = partOf(meeting, one)
    const before = (minuteOfTime(clockAt(meeting, fromMinute)) - minuteOfTime(one.arriveAt) + 1440) % 1440
    return [[whoOf(one), fromMinute - before] as const]
  }))
}

/**
 * Gives everybody who has none a time of their own to arrive for their part, so that no pair meets on the way in; nobody while the meeting has no time.
 * Refuses keptApart where that would be too early.
 */
export async function giveArrivals(
  permit: Permit<'time:book' | 'participant:add' | 'meeting:invite' | 'time:ask'>,
  { startsAt, ...rest }: Omit<Timed, 'startsAt'> & { startsAt: Date | null },
  participants: Arriving[],
): Promise<void> {
  if (startsAt === null) return
  const meeting = { ...rest, startsAt }
  const arriving = participants.map((one) => ({ id: whoOf(one), fromMinute: partOf(meeting, one).fromMinute }))
  const minutes = arrivalMinutes(arriving, await pairsToKeep(permit), givenMinutes(meeting, participants))
  await saveArrivals(permit, participants.map((one) => ({ id: one.id, arriveAt: clockAt(meeting, minutes.get(whoOf(one)) ?? 0) })))
}

/**
 * Where a pair that was marked after the booking would meet on the way in, those who were not told of their time get another. Refuses keptApart when both
 * were told: then the meeting has to be booked again.
 */
export async function partArrivals(permit: Permit<'meeting:invite'>, meeting: Timed, participants: Arriving[], told: ReadonlySet<string>): Promise<void> {
  const pairs = await pairsToKeep(permit)
  if (arriveApart(givenMinutes(meeting, participants), pairs)) return
  if (!arriveApart(givenMinutes(meeting, participants.filter(({ id }) => told.has(id))), pairs)) throw new Refusal('keptApart')
  await giveArrivals(permit, meeting, participants.map((one) => (told.has(one.id) ? one : { ...one, arriveAt: null })))
}

import { minuteOfTime } from '@kinplan/domain/availability/wall-time'
import { wallOfInstant } from '@kinplan/domain/availability/zone-offsets'
import { arriveApart, minutesBefore } from '@kinplan/domain/meeting/arrival-times'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { saveArrivals, type ParticipantFacts } from './participant.store'
import { pairsToKeep } from './safety.store'

type Arriving = Pick<ParticipantFacts, 'id' | 'personId' | 'workerId' | 'arriveAt'>

const whoOf = ({ personId, workerId }: Arriving) => personId ?? workerId ?? ''
const clockBefore = (zone: string, startsAt: Date, minutes: number) => wallOfInstant(zone, startsAt.getTime() - minutes * 60_000).time

/** Minutes before the start of those who have a time to arrive. */
function givenMinutes(zone: string, startsAt: Date, participants: Arriving[]): Map<string, number> {
  const startMinute = minuteOfTime(clockBefore(zone, startsAt, 0))
  return new Map(participants.flatMap((one) => (one.arriveAt === null ? [] : [[whoOf(one), (startMinute - minuteOfTime(one.arriveAt) + 1440) % 1440] as const])))
}

/** Gives everybody who has none a time of their own to arrive, so that no pair meets on the way in; nobody while the meeting has no time. */
export async function giveArrivals(
  permit: Permit<'time:book' | 'participant:add' | 'meeting:invite'>,
  { zone, startsAt }: { zone: string; startsAt: Date | null },
  participants: Arriving[],
): Promise<void> {
  if (startsAt === null) return
  const minutes = minutesBefore(participants.map(whoOf), await pairsToKeep(permit), givenMinutes(zone, startsAt, participants))
  await saveArrivals(permit, participants.map((one) => ({ id: one.id, arriveAt: clockBefore(zone, startsAt, minutes.get(whoOf(one)) ?? 0) })))
}

/**
 * Where a pair that was marked after the booking would meet on the way in, those who were not told of their time get another. Refuses keptApart when both
 * were told: then the meeting has to be booked again.
 */
export async function partArrivals(permit: Permit<'meeting:invite'>, { zone, startsAt }: { zone: string; startsAt: Date }, participants: Arriving[], told: ReadonlySet<string>): Promise<void> {
  const pairs = await pairsToKeep(permit)
  if (arriveApart(givenMinutes(zone, startsAt, participants), pairs)) return
  if (!arriveApart(givenMinutes(zone, startsAt, participants.filter(({ id }) => told.has(id))), pairs)) throw new Refusal('keptApart')
  await giveArrivals(permit, { zone, startsAt }, participants.map((one) => (told.has(one.id) ? one : { ...one, arriveAt: null })))
}

import { dayGiven, minutesGiven, timeGiven } from '@kinplan/domain/availability/time-given'
import { instantOfWall, wallOfInstant } from '@kinplan/domain/availability/zone-offsets'
import { minuteOfTime } from '@kinplan/domain/availability/wall-time'
import { arriveApart, minutesBefore } from '@kinplan/domain/meeting/arrival-times'
import { keepsPairsApart } from '@kinplan/domain/meeting/keeps-pairs-apart'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, wordsGiven } from '@kinplan/domain/words-given'
import type { Permit } from '../access/permit'
import { withdrawInvitations } from '../message/message.store'
import type { BookTimeInput } from './meeting-changes.graphql'
import { changeMeeting, readMeetingAt } from './meeting.store'
import { participantsOf, saveArrivals, type ParticipantFacts } from './participant.store'
import { pairsToKeep } from './safety.store'

/**
 * Books the meeting, or books it again: answers that were given stay. A wall time that the clocks skip is refused (timeImpossible), of one that comes twice
 * the first is meant. Gives the meeting's id.
 */
export async function bookTime(permit: Permit<'time:book'>, input: BookTimeInput): Promise<string> {
  const { op, meetingId } = permit
  const { zone } = await readMeetingAt(permit, input.version)
  const booking = bookingGiven(input, zone, op.now)
  const participants = await participantsOf(permit)
  if (!keepsPairsApart(participants, await pairsToKeep(permit))) throw new Refusal('keptApart')
  await changeMeeting(permit, input.version, { ...booking, stage: 'booked', bookedAt: op.now })
  await withdrawInvitations(permit)
  await giveArrivals(permit, { zone, startsAt: booking.start }, participants.map((participant) => ({ ...participant, arriveAt: null })))
  return meetingId
}

/** When and where, as typed, on the wall of a zone; refuses what cannot be read, timeImpossible for a time that the clocks skip, dateGone. */
export function bookingGiven(
  input: Pick<BookTimeInput, 'date' | 'start' | 'minutes' | 'place'>,
  zone: string,
  now: Date,
): { start: Date; startWall: string; minutes: number; place: string } {
  const date = dayGiven(input.date, 'date')
  const time = timeGiven(input.start, 'start')
  const minutes = minutesGiven(input.minutes, 'minutes')
  const place = wordsGiven(input.place, 'place', mostName)
  const start = startOf(zone, date, time)
  if (start <= now) throw new Refusal('dateGone', 'date')
  return { start, startWall: `${date}T${time}`, minutes, place }
}

function startOf(zone: string, date: string, time: string): Date {
  const found = instantOfWall(zone, date, time)
  if (found.code === 'doesNotExist') throw new Refusal('timeImpossible', 'start')
  return new Date(found.code === 'once' ? found.ms : found.earlier)
}

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

import { dayGiven, minutesGiven, timeGiven } from '@kinplan/domain/availability/time-given'
import { instantOfWall } from '@kinplan/domain/availability/zone-offsets'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, wordsGiven } from '@kinplan/domain/words-given'

/** When and where, as typed. */
export type TypedBooking = Record<'date' | 'start' | 'minutes' | 'place', string>

/**
 * When and where, as typed, on the wall of a zone; refuses what cannot be read, timeImpossible for a time that the clocks skip, dateGone. Of a wall time that
 * comes twice the first is meant.
 */
export function bookingGiven(input: TypedBooking, zone: string, now: Date): { start: Date; startWall: string; minutes: number; place: string } {
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

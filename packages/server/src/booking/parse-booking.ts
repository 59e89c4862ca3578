import { parseDay, parseTime } from '@kinplan/domain/clock/parse-time'
import { minuteOfTime } from '@kinplan/domain/clock/wall-time'
import { instantOfWall } from '@kinplan/domain/clock/zone-offsets'
import { minutesOfSlot, parseMinutes } from '@kinplan/domain/meeting/meeting-length'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWords } from '@kinplan/domain/parse-words'

/** When and where, as typed. */
type TypedBooking = Record<'date' | 'start' | 'minutes' | 'place', string>

/** When and where, as typed, on the wall of a zone; refuses what cannot be read, and what `parseStart` does. */
export function parseBooking(
  input: TypedBooking,
  zone: string,
  now: Date,
): { start: Date; startWall: string; minutes: number; place: string } {
  const date = parseDay(input.date, 'date')
  const { start, time } = parseStart(zone, date, input.start, now)
  const minutes = parseMinutes(input.minutes, 'minutes')
  const place = parseWords(input.place, 'place', mostName)
  return { start, startWall: `${date}T${time}`, minutes, place }
}

/**
 * A start as typed, on a quarter hour, as the search has them. Refuses timeImpossible also for a time that the clocks skip, and dateGone.
 * Of a wall time that comes twice the first is meant.
 */
export function parseStart(zone: string, date: string, typed: string, now: Date): { start: Date; time: string } {
  const time = parseTime(typed, 'start')
  const found = instantOfWall(zone, date, time)
  if (found.code === 'doesNotExist' || minuteOfTime(time) % minutesOfSlot !== 0) throw new Refusal('timeImpossible', 'start')
  const start = new Date(found.code === 'once' ? found.ms : found.earlier)
  if (start <= now) throw new Refusal('dateGone', 'date')
  return { start, time }
}

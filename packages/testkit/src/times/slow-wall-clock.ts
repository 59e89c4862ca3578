import { DateTime } from 'luxon'

export const quarterMs = 15 * 60_000
const dayMs = 24 * 60 * 60_000

/** What a wall clock shows: the date 'YYYY-MM-DD', minutes after midnight, the weekday from 1 (Monday) to 7. */
export interface WallReading {
  date: string
  minute: number
  weekday: number
}

/** How far the wall clock of the zone is ahead of UTC at an instant, in ms, as luxon has it. */
export function aheadOfUtc(zone: string, ms: number): number {
  const at = DateTime.fromMillis(ms, { zone })
  if (!at.isValid) throw new RangeError(`luxon does not know the zone ${zone}.`)
  return at.offset * 60_000
}

/** Asked once for each quarter hour of a day and zone, since many worlds lie on the same days. */
const daysRead = new Map<string, WallReading[]>()

/** What the wall clock of the zone shows when a quarter hour of UTC begins (ms, a multiple of 15 minutes). */
export function wallAt(zone: string, ms: number): WallReading {
  const day = Math.floor(ms / dayMs)
  const key = `${zone} ${day}`
  let readings = daysRead.get(key)
  if (readings === undefined) {
    readings = Array.from({ length: dayMs / quarterMs }, (_, quarter) => readingAt(zone, day * dayMs + quarter * quarterMs))
    daysRead.set(key, readings)
  }
  return readings[(ms - day * dayMs) / quarterMs]!
}

function readingAt(zone: string, ms: number): WallReading {
  const at = DateTime.fromMillis(ms, { zone })
  return { date: at.toISODate()!, minute: at.hour * 60 + at.minute, weekday: at.weekday }
}

/**
 * The instants (ms) at which the wall clock of the zone shows that date and time ('24:00' is the end of the day), the earlier and the
 * later. They are the same on most days. Of a time that comes twice they are its two. A time that the clock skips is read once as if the
 * clock had changed already, once as if it had not.
 */
export function instantsOf(zone: string, date: string, time: string): { earlier: number; later: number } {
  const asIfUtc = Date.parse(`${date}T00:00:00Z`) + minutesOf(time) * 60_000
  const readings = [aheadOfUtc(zone, asIfUtc - dayMs), aheadOfUtc(zone, asIfUtc + dayMs)].map((ahead) => ({ ms: asIfUtc - ahead, ahead }))
  const real = readings.filter(({ ms, ahead }) => aheadOfUtc(zone, ms) === ahead)
  const instants = (real.length > 0 ? real : readings).map(({ ms }) => ms)
  return { earlier: Math.min(...instants), later: Math.max(...instants) }
}

/** Minutes after midnight of 'HH:MM'. */
export function minutesOf(time: string): number {
  const [hours, minutes] = time.split(':')
  return Number(hours) * 60 + Number(minutes)
}

/** The date so many days after another (or before, when negative). */
export function daysLater(date: string, days: number): string {
  return DateTime.fromISO(date, { zone: 'utc' }).plus({ days }).toISODate()!
}

/** How many days lie from one date to the other; negative when the other is earlier. */
export function daysFrom(date: string, other: string): number {
  return DateTime.fromISO(other, { zone: 'utc' }).diff(DateTime.fromISO(date, { zone: 'utc' }), 'days').days
}

/** The weekday of a date, from 1 (Monday) to 7. */
export function weekdayOf(date: string): number {
  return DateTime.fromISO(date, { zone: 'utc' }).weekday
}

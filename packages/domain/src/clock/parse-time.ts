import { Refusal } from '../refusal'
import { readDate, readTime, zoneKnown } from './wall-time'

/** A day as typed, as 'YYYY-MM-DD'; refuses dateImpossible (31 February, words). */
export function parseDay(text: string, field: string): string {
  const day = readDate(text)
  if (day === null) throw new Refusal('dateImpossible', field)
  return day
}

/** A time of day as typed, as 'HH:MM'; refuses timeImpossible. */
export function parseTime(text: string, field: string): string {
  const time = readTime(text)
  if (time === null) throw new Refusal('timeImpossible', field)
  return time
}

/** An IANA time zone; refuses zoneUnknown. */
export function parseZone(text: string, field: string): string {
  if (!zoneKnown(text)) throw new Refusal('zoneUnknown', field)
  return text
}

/** The date of an instant in a zone, 'YYYY-MM-DD'. */
export function todayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

import { Refusal } from '../refusal'
import { mostMeetingMinutes } from '../time-search/time-ask'
import { parseDate, parseEndTime, parseTime, zoneKnown } from './wall-time'

/** A day as typed, as 'YYYY-MM-DD'; refuses dateImpossible (31 February, words). */
export function dayGiven(text: string, field: string): string {
  const day = parseDate(text)
  if (day === null) throw new Refusal('dateImpossible', field)
  return day
}

/** A time of day as typed, as 'HH:MM'; refuses timeImpossible. */
export function timeGiven(text: string, field: string): string {
  const time = parseTime(text)
  if (time === null) throw new Refusal('timeImpossible', field)
  return time
}

/** As `timeGiven`, but the end of the day may be written 24:00. */
export function endTimeGiven(text: string, field: string): string {
  const time = parseEndTime(text)
  if (time === null) throw new Refusal('timeImpossible', field)
  return time
}

/** An IANA time zone; refuses zoneUnknown. */
export function zoneGiven(text: string, field: string): string {
  if (!zoneKnown(text)) throw new Refusal('zoneUnknown', field)
  return text
}

/** Starts and lengths are whole quarters of an hour. */
export const minutesOfSlot = 15

/** Whole minutes as typed, a multiple of 15 from 15 to 720 (a meeting of a day); refuses timeImpossible. */
export function minutesGiven(text: string, field: string): number {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  if (minutes < minutesOfSlot || minutes > mostMeetingMinutes || minutes % minutesOfSlot !== 0) throw new Refusal('timeImpossible', field)
  return minutes
}

/** The date of an instant in a zone, 'YYYY-MM-DD'. */
export function todayIn(zone: string, now: Date): string {
  return new Intl.DateTimeFormat('en-CA', { timeZone: zone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now)
}

import { mostWindowDays } from '../availability/availability-rule'
import { slotMs } from './slot-grid'
import type { Window } from './slot-grid'
import type { TimeAsk } from './time-ask'
import { dateOfDay, dayOfDate, minuteOfTime, wallReading, weekdayOfDay } from '../clock/wall-time'
import type { ZoneOffsets } from '../clock/wall-time'

/** Starts that the ask allows on one day (a day number in its zone), one a slot from `first` to `last`, both included. */
export type AllowedStarts = { readonly day: number; readonly first: number; readonly last: number }

/**
 * The first and last day (day numbers) of an ask and its length in slots. Throws RangeError for an ask that `parseTimeAsk` would refuse.
 */
export function daysAsked(ask: TimeAsk): { firstDay: number; lastDay: number; length: number } {
  const firstDay = dayOfDate(ask.fromDate)
  const lastDay = dayOfDate(ask.untilDate)
  const length = (ask.minutes * 60_000) / slotMs
  const days = lastDay - firstDay + 1
  if (days < 1 || days > mostWindowDays || !Number.isInteger(length) || length < 1) {
    throw new RangeError('An ask for a time has to be parsed before it is used.')
  }
  return { firstDay, lastDay, length }
}

/**
 * The starts that an ask allows, in order; where the day's starts are not one stretch, one entry a stretch. Where the clock skips an edge
 * of the day or shows it twice, the reading counts that makes the day shorter, and school longer.
 */
export function allowedStarts(ask: TimeAsk, at: ZoneOffsets, window: Window): AllowedStarts[] {
  const { firstDay, lastDay, length } = daysAsked(ask)
  const slotFrom = (ms: number): number => Math.ceil((ms - window.startMs) / slotMs)
  const slotBefore = (ms: number): number => Math.floor((ms - window.startMs) / slotMs) - length
  const earliest = minuteOfTime(ask.earliest)
  const latest = minuteOfTime(ask.latest)
  const off = new Set(ask.daysOff)
  const school = ask.schoolHours && {
    days: new Set(ask.schoolHours.days),
    start: minuteOfTime(ask.schoolHours.start),
    end: minuteOfTime(ask.schoolHours.end),
  }
  const found: AllowedStarts[] = []
  for (let day = firstDay; day <= lastDay; day++) {
    const date = dateOfDay(day)
    if ((ask.weekdays && !ask.weekdays.includes(weekdayOfDay(day))) || off.has(date)) continue
    const first = slotFrom(Math.max(wallReading(at, day, earliest, 'later'), ask.noticeUntil))
    const last = slotBefore(wallReading(at, day, latest, 'earlier'))
    if (!school?.days.has(date)) {
      if (first <= last) found.push({ day, first, last })
      continue
    }
    const before = Math.min(last, slotBefore(wallReading(at, day, school.start, 'earlier')))
    const after = Math.max(first, slotFrom(wallReading(at, day, school.end, 'later')))
    if (first <= before) found.push({ day, first, last: before })
    if (after <= last) found.push({ day, first: Math.max(after, before + 1), last })
  }
  return found
}

/** The words of a grid that hold one of these starts, in order: where nobody may begin nothing has to be worked out. */
export function wordsOf(starts: readonly Pick<AllowedStarts, 'first' | 'last'>[]): Int32Array {
  const words = new Set<number>()
  for (const { first, last } of starts) for (let word = first >>> 5; word <= last >>> 5; word++) words.add(word)
  return Int32Array.from(words).sort()
}

import type { TimeAsk } from '@kinplan/domain/time-search/time-ask'
import { daysLater, instantsOf, quarterMs, wallAt, weekdayOf } from './slow-wall-clock'

/**
 * The starts (ms) on quarter hours that the ask allows, sooner first, each with its date in the ask's zone. Where the clock changes at an
 * edge of the day, the reading that makes the day shorter.
 */
export function allowedStarts(ask: TimeAsk): { ms: number; date: string }[] {
  const found = []
  for (let date = ask.fromDate; date <= ask.untilDate; date = daysLater(date, 1)) {
    if (ask.weekdays && !ask.weekdays.includes(weekdayOf(date))) continue
    if (ask.daysOff?.includes(date)) continue
    const opens = instantsOf(ask.zone, date, ask.earliest).later
    const closes = instantsOf(ask.zone, date, ask.latest).earlier
    const school = ask.schoolHours?.days.includes(date)
      ? { startMs: instantsOf(ask.zone, date, ask.schoolHours.start).earlier, endMs: instantsOf(ask.zone, date, ask.schoolHours.end).later }
      : null
    for (let ms = Math.ceil(opens / quarterMs) * quarterMs; ms + ask.minutes * 60_000 <= closes; ms += quarterMs) {
      if (ms < ask.noticeUntil) continue
      if (school && ms < school.endMs && school.startMs < ms + ask.minutes * 60_000) continue
      found.push({ ms, date })
    }
  }
  return found
}

/** An instant (ms, a multiple of 15 minutes) on the wall of a zone, 'YYYY-MM-DDTHH:MM'. */
export function wallText(zone: string, ms: number): string {
  const { date, minute } = wallAt(zone, ms)
  const two = (value: number) => String(value).padStart(2, '0')
  return `${date}T${two(Math.floor(minute / 60))}:${two(minute % 60)}`
}

import { mostWindowDays } from '@kinplan/domain/availability/availability-rule'
import { typedBlock } from '@kinplan/domain/availability/typed-shift'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { mondayOf } from '../week/taken-on-day'

/** The busy times of a file: 'ISO/ISO' each, from one date to another ('YYYY-MM-DD', both included). */
export interface CalendarRead {
  from: string
  until: string
  busy: string[]
  /** Entries that could not be read, or not to their end. */
  unreadable: number
  /** How many begin in each week, by its Monday, in order. */
  weeks: { monday: string; times: number }[]
}

export type CalendarTrouble = 'notCalendar' | 'tooLarge' | 'unread'

/** Midnight at which a date begins on this device's clock, in ms. */
const midnight = (date: string) => new Date(`${date}T00:00`).getTime()
/** The date of an instant on this device's clock, 'YYYY-MM-DD'. */
const dateAt = (ms: number) => new Intl.DateTimeFormat('en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }).format(ms)

/**
 * Reads the busy times of a calendar file for half a year from today ('YYYY-MM-DD'), in this browser; nothing is sent. Times without a zone
 * are meant on this device's clock.
 */
export async function readCalendar(file: File, today: string): Promise<CalendarRead | CalendarTrouble> {
  // What reads calendars is large, and few need it: it comes when a file is chosen.
  const { busyInCalendar, mostCalendarBytes } = await import('@kinplan/domain/calendar/calendar-file')
  if (file.size > mostCalendarBytes) return 'tooLarge'
  const text = await textOf(file)
  if (text === null) return 'unread'
  const until = dateOfDay(dayOfDate(today) + mostWindowDays - 1)
  const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone
  const { isCalendar, busy, unreadable } = busyInCalendar(text, {
    fromMs: midnight(today),
    untilMs: midnight(dateOfDay(dayOfDate(until) + 1)),
    zone,
  })
  if (!isCalendar) return 'notCalendar'
  const mondays = busy.map(({ startMs }) => mondayOf(dateAt(startMs)))
  const weeks = [...new Set(mondays)].map((monday) => ({ monday, times: mondays.filter((one) => one === monday).length }))
  return { from: today, until, busy: busy.map(typedBlock), unreadable, weeks }
}

/** A file that was moved or changed since it was chosen cannot be opened. */
async function textOf(file: File): Promise<string | null> {
  try {
    return await file.text()
  } catch (fault) {
    if (fault instanceof DOMException) return null
    throw fault
  }
}

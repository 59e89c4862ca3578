import { dateOfDay, dayOfDate, readDate, readTime, weekdayOfDay } from '../clock/wall-time'
import type { DatedShift } from './typed-shift'

/**
 * Why a line was not understood, the first that is so:
 * - `noDate`: it does not begin with a date; `noSuchDay`: the calendar has no such day; `farAway`: more than a year from today
 * - `otherWeekday`: the weekday beside the date `date` is not that date's
 * - `noTimes`: a time at which it starts, and one at which it ends, were not found
 * - `wrongEnd`: its end has a date of its own, and is not after the start or not within a day of it
 * - `tooMuch`: something is left over when all of that has been read
 */
export type RosterFault =
  | { readonly code: 'noDate' | 'noSuchDay' | 'farAway' | 'noTimes' | 'wrongEnd' | 'tooMuch' }
  | { readonly code: 'otherWeekday'; readonly date: string }

/** A line that was not understood: its number in the text, from 1, its words as typed, and why. */
export type UnreadableLine = { readonly line: number; readonly text: string; readonly why: RosterFault }

/**
 * A roster as read: shifts in order and once each, and the first and last date it speaks of, days off included
 * (null when no line was understood). Dates 'YYYY-MM-DD', times 'HH:MM' on the wall.
 */
type ReadRoster = {
  readonly shifts: readonly DatedShift[]
  readonly unreadable: readonly UnreadableLine[]
  readonly from: string | null
  readonly until: string | null
}

/** A date without a year is the next such day from a week ago on: a roster pasted on Friday may begin on Monday. */
const daysBack = 7
/** A date further than a year from today, either way, is a slip of the finger in the year. */
const mostDaysAway = 366

const months = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec']
const weekdays = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun']

const monthName =
  '(?:jan(?:uary)?|feb(?:ruary)?|mar(?:ch)?|apr(?:il)?|may|june?|july?|' +
  'aug(?:ust)?|sept?(?:ember)?|oct(?:ober)?|nov(?:ember)?|dec(?:ember)?)'
const weekdayName = '(?:mon(?:day)?|tue(?:s(?:day)?)?|wed(?:s|nesday)?|thu(?:r(?:s(?:day)?)?)?|fri(?:day)?|sat(?:urday)?|sun(?:day)?)'
const datePattern = new RegExp(
  `^(?:(${weekdayName})\\b[.,]?\\s*)?(?:(\\d{4}[-./]\\d{1,2}[-./]\\d{1,2})|(\\d{1,2})([-./])(\\d{1,2})(?:\\4(\\d{4}|\\d{2}))?|` +
    `(\\d{1,2})(?:st|nd|rd|th)?[\\s-](${monthName})\\b\\.?,?(?:[\\s-](\\d{4}))?)(?=$|[\\s,;:])`,
)
const time = '(midnight|noon|\\d{1,2}(?:[:.]\\d{2}(?::00)?)?\\s?(?:am|pm)|\\d{1,2}[:.]\\d{2}(?::00)?|\\d{4}|\\d{1,2})'
const startPattern = new RegExp(`^${time}(?=$|[\\s,;-])`)
const between = /^\s*(?:-|to\b|till\b|until\b|[,;])?\s*/
const shiftName = /^(?:nights?|lates?|earl(?:y|ies)|(?:long )?days?|shift|work(?:ing)?)(?=$|[\s,;:-])/
const dayOff = /^(?:-\s*)?(?:off|day off|rest|rest day|rdo|leave|annual leave|a\/l|holiday|not working)$/

/**
 * Reads a roster typed or pasted in, one shift a line, as people write them: '4/1 18:00-06:00', '04/01/2027 6pm-6am', 'Mon 4 Jan 18-06',
 * '2027-01-04, 18:00, 06:00', 'Mon 4 Jan off', or cells of a spreadsheet with tabs between. Days come before months, as Britain writes
 * them. An end that is not after its start is on the next day; with a date of its own it has to lie after the start and within a day of it.
 * `from` is today ('YYYY-MM-DD'). A line that can be taken in more than one way, or whose weekday is not that date's, is not guessed at: it
 * comes back unread with its number and why. Empty lines are passed over. Throws RangeError when `from` was not parsed.
 */
export function readRoster(text: string, { from }: { readonly from: string }): ReadRoster {
  const today = dayOfDate(from)
  const shifts = new Map<string, DatedShift>()
  const unreadable: UnreadableLine[] = []
  const days: number[] = []
  text.split(/\r\n|\r|\n/).forEach((typed, at) => {
    if (typed.trim() === '') return
    const read = readLine(plain(typed), today)
    if ('code' in read) {
      unreadable.push({ line: at + 1, text: typed.trim(), why: read })
      return
    }
    days.push(read.day)
    if (read.shift !== null) shifts.set(`${read.shift.date} ${read.shift.start}-${read.shift.end}`, read.shift)
  })
  days.sort((a, b) => a - b)
  return {
    shifts: [...shifts.entries()].sort(([one], [other]) => (one < other ? -1 : 1)).map(([, shift]) => shift),
    unreadable,
    from: days.length === 0 ? null : dateOfDay(days[0]!),
    until: days.length === 0 ? null : dateOfDay(days[days.length - 1]!),
  }
}

/** Small letters, plain hyphens, single spaces, no quotes around the cells of a spreadsheet, and no empty cells at the end. */
function plain(line: string): string {
  const words = line
    .toLowerCase()
    .replace(/[\u2010-\u2015\u2212]/g, '-')
    .replace(/["\u{FEFF}]/gu, '')
    .replace(/\s+/g, ' ')
  let end = words.length
  while (end > 0 && ',; '.includes(words[end - 1]!)) end--
  return words.slice(0, end).trim()
}

type ReadLine = { readonly day: number; readonly shift: DatedShift | null }
type Taken<T> = { readonly value: T; readonly rest: string }

function readLine(line: string, today: number): ReadLine | RosterFault {
  const date = takeDate(line, today)
  if ('code' in date) return date
  if (dayOff.test(date.rest)) return { day: date.value, shift: null }
  const start = takeTime(afterShiftName(date.rest))
  if (start === null) return { code: 'noTimes' }
  const joined = start.rest.replace(between, '')
  if (joined === start.rest) return { code: 'noTimes' }
  const endDate = takeDate(joined, today)
  const dated = !('code' in endDate)
  const end = takeTime(dated ? endDate.rest : joined)
  if (end === null) return dated || endDate.code === 'noDate' ? { code: 'noTimes' } : endDate
  if (afterShiftName(end.rest) !== '') return { code: 'tooMuch' }
  const shift = { date: dateOfDay(date.value), start: start.value, end: end.value }
  const daysLong = shift.end <= shift.start ? 1 : 0
  if (dated && endDate.value !== date.value + daysLong) return { code: 'wrongEnd' }
  return { day: date.value, shift }
}

const afterMark = (text: string): string => text.replace(/^[\s,;:]+/, '')
const afterShiftName = (text: string): string => afterMark(afterMark(text).replace(shiftName, ''))

function takeDate(text: string, today: number): Taken<number> | RosterFault {
  const found = datePattern.exec(text)
  if (found === null) return { code: 'noDate' }
  const [all, weekday, yearFirst, dayInFigures, , monthInFigures, year, dayOfName, month, yearOfName] = found
  const dayAndMonth = month === undefined ? `${dayInFigures}/${monthInFigures}` : `${dayOfName}/${months.indexOf(month.slice(0, 3)) + 1}`
  const day = yearFirst === undefined ? dayOf(dayAndMonth, year ?? yearOfName, today) : dayOfText(yearFirst)
  if (day === null) return { code: 'noSuchDay' }
  if (Math.abs(day - today) > mostDaysAway) return { code: 'farAway' }
  if (weekday !== undefined && weekdays.indexOf(weekday.slice(0, 3)) + 1 !== weekdayOfDay(day))
    return { code: 'otherWeekday', date: dateOfDay(day) }
  return { value: day, rest: afterMark(text.slice(all.length)) }
}

function dayOf(dayAndMonth: string, year: string | undefined, today: number): number | null {
  if (year !== undefined) return dayOfText(`${dayAndMonth}/${year.length === 2 ? `20${year}` : year}`)
  const earliest = today - daysBack
  const firstYear = Number(dateOfDay(earliest).slice(0, 4))
  const nextYears = [firstYear, firstYear + 1].map((one) => dayOfText(`${dayAndMonth}/${one}`))
  return nextYears.find((day) => day !== null && day >= earliest) ?? null
}

function dayOfText(text: string): number | null {
  const date = readDate(text)
  return date === null ? null : dayOfDate(date)
}

function takeTime(text: string): Taken<string> | null {
  const found = startPattern.exec(text)
  if (found === null) return null
  const value = timeOf(found[1]!)
  return value === null ? null : { value, rest: text.slice(found[0].length) }
}

/** '18:00', '18.00', '1800', '18', '6pm', '6.30 pm', 'noon', and '24:00' for midnight, as 'HH:MM'. */
function timeOf(typed: string): string | null {
  if (typed === 'midnight' || /^24(?:[:.]?00)?(?::00)?$/.test(typed)) return '00:00'
  if (typed === 'noon') return '12:00'
  const [, hour, minute = '00', half] = /^(\d{1,2}?)(?:[:.]?(\d{2}))?(?::00)?\s?(am|pm)?$/.exec(typed) ?? []
  if (hour === undefined) return null
  if (half === undefined) return readTime(`${hour}:${minute}`)
  if (Number(hour) < 1 || Number(hour) > 12) return null
  return readTime(`${(Number(hour) % 12) + (half === 'pm' ? 12 : 0)}:${minute}`)
}

const minuteMs = 60_000
export const dayMs = 86_400_000

/**
 * One zone's offsets over a stretch of instants: from `starts[i]` (ms, inclusive) to the next start
 * the wall clock shows the instant plus `offsets[i]` (ms). `starts[0]` is the first instant covered
 * and `endMs` the first one after it. Made by `zoneOffsets`.
 */
export type ZoneOffsets = {
  readonly zone: string
  readonly starts: readonly number[]
  readonly offsets: readonly number[]
  readonly endMs: number
}

/** What the clock on the wall shows: `date` 'YYYY-MM-DD', `time` 'HH:MM', `weekday` 1 (Monday) to 7. */
export type WallTime = { readonly date: string; readonly time: string; readonly weekday: number }

/**
 * The instant (ms) of a wall time. Where the clock goes forward over it there is none: `before` reads it
 * with the offset from after the change (an hour earlier on the clock), `after` with the offset from before
 * it. Where the clock goes back it comes twice.
 */
export type WallInstant =
  | { readonly code: 'once'; readonly ms: number }
  | { readonly code: 'doesNotExist'; readonly before: number; readonly after: number }
  | { readonly code: 'existsTwice'; readonly earlier: number; readonly later: number }

const two = (value: number): string => (value < 10 ? `0${value}` : String(value))

function daysFromCivil(year: number, month: number, day: number): number {
  const shifted = month <= 2 ? year - 1 : year
  const era = Math.floor(shifted / 400)
  const yearOfEra = shifted - era * 400
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1
  const dayOfEra = yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear
  return era * 146_097 + dayOfEra - 719_468
}

/** The date 'YYYY-MM-DD' of a day number (0 is 1970-01-01). */
export function dateOfDay(day: number): string {
  const moved = day + 719_468
  const era = Math.floor(moved / 146_097)
  const dayOfEra = moved - era * 146_097
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  )
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100))
  const shifted = Math.floor((5 * dayOfYear + 2) / 153)
  const month = shifted < 10 ? shifted + 3 : shifted - 9
  const year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
  return `${year}-${two(month)}-${two(dayOfYear - Math.floor((153 * shifted + 2) / 5) + 1)}`
}

/** The weekday of a day number: 1 is Monday, 7 is Sunday. */
export function weekdayOfDay(day: number): number {
  return ((((day + 3) % 7) + 7) % 7) + 1
}

/**
 * A date as somebody typed it, as 'YYYY-MM-DD'; null when there is no such day. Takes year first, or day first
 * as Britain writes it, with '-', '.' or '/' between and single digits; years 1900 to 2099, so that a slip
 * of the finger is noticed and `dayOfDate` reads the days after the last one too.
 */
export function readDate(text: string): string | null {
  const typed = text.trim()
  const yearFirst = /^(\d{4})([-./])(\d{1,2})\2(\d{1,2})$/.exec(typed)
  const dayFirst = /^(\d{1,2})([-./])(\d{1,2})\2(\d{4})$/.exec(typed)
  const found = yearFirst ?? dayFirst
  if (!found) return null
  const year = Number(yearFirst ? found[1] : found[4])
  const month = Number(found[3])
  const day = Number(yearFirst ? found[4] : found[1])
  if (year < 1900 || year > 2099 || month < 1 || month > 12 || day < 1) return null
  const date = `${year}-${two(month)}-${two(day)}`
  return dateOfDay(daysFromCivil(year, month, day)) === date ? date : null
}

/**
 * A time of day as somebody typed it, as 'HH:MM' on the 24 hour clock; null when there is no such time.
 * Takes ':' or '.' between and a single digit for the hour. '24:00', the end of the day, is read by
 * `parseEndTime` only.
 */
export function readTime(text: string): string | null {
  const found = /^(\d{1,2})[:.](\d{2})$/.exec(text.trim())
  if (!found) return null
  const hour = Number(found[1])
  const minute = Number(found[2])
  return hour > 23 || minute > 59 ? null : `${two(hour)}:${two(minute)}`
}

/** As `parseTime`, and '24:00' for the end of the day. */
export function readEndTime(text: string): string | null {
  return /^24[:.]00$/.test(text.trim()) ? '24:00' : readTime(text)
}

const digitAt = (text: string, i: number): number => {
  const digit = text.charCodeAt(i) - 48
  return digit >= 0 && digit <= 9 ? digit : NaN
}
const twoDigitsAt = (text: string, i: number): number => digitAt(text, i) * 10 + digitAt(text, i + 1)

/**
 * The day number (0 is 1970-01-01) of a date that `parseDate` or `dateOfDay` gave, 1900 to 2100. Throws RangeError on anything else.
 * Read digit by digit, since a roster has hundreds of dates.
 */
export function dayOfDate(date: string): number {
  const year = twoDigitsAt(date, 0) * 100 + twoDigitsAt(date, 2)
  const month = twoDigitsAt(date, 5)
  const dayOfMonth = twoDigitsAt(date, 8)
  const inMonth = dayOfMonth >= 1 && (dayOfMonth <= 28 || dateOfDay(daysFromCivil(year, month, dayOfMonth)) === date)
  if (
    date.length !== 10 ||
    date[4] !== '-' ||
    date[7] !== '-' ||
    !(year >= 1900 && year <= 2100 && month >= 1 && month <= 12) ||
    !inMonth
  ) {
    throw new RangeError('A date has to be parsed before it is used.')
  }
  return daysFromCivil(year, month, dayOfMonth)
}

/** Minutes after midnight, 0 to 1440, of a time that `parseTime` or `parseEndTime` gave. Throws RangeError on anything else. */
export function minuteOfTime(time: string): number {
  const hour = twoDigitsAt(time, 0)
  const minute = twoDigitsAt(time, 3)
  if (time.length !== 5 || time[2] !== ':' || !(minute <= 59) || !(hour <= 23 || (hour === 24 && minute === 0))) {
    throw new RangeError('A time has to be parsed before it is used.')
  }
  return hour * 60 + minute
}

/** Zones that were found to be known: to ask again costs more than to read a whole rule. */
const zonesMet = new Set<string>()

/**
 * Whether this machine's time zone data knows the zone's name, such as 'Europe/London'. A bare offset is not a zone: it forgets the clock
 * changes.
 */
export function zoneKnown(zone: string): boolean {
  if (zonesMet.has(zone)) return true
  if (!/^[A-Za-z][A-Za-z0-9_+-]*(\/[A-Za-z0-9_+-]+)*$/.test(zone)) return false
  try {
    // Of the many ways to write a zone only its own is kept, so that nobody can fill the memory with others.
    if (new Intl.DateTimeFormat('en-GB', { timeZone: zone }).resolvedOptions().timeZone === zone) zonesMet.add(zone)
    return true
  } catch (fault) {
    if (fault instanceof RangeError) return false
    throw fault
  }
}

/**
 * The instant of minute `minute` (0 to 1440) of day number `day` on the wall of that zone. The offsets
 * have to reach a day to each side; throws RangeError where they do not.
 */
export function wallToInstant(at: ZoneOffsets, day: number, minute: number): WallInstant {
  const wall = day * dayMs + minute * minuteMs
  const first = at.starts[0] ?? at.endMs
  if (wall - dayMs < first || wall + dayMs > at.endMs) throw new RangeError('The wall time lies outside the offsets given.')
  const met: number[] = []
  let before: number | undefined
  let after: number | undefined
  for (let i = 0; i < at.starts.length; i++) {
    const start = at.starts[i]!
    const end = at.starts[i + 1] ?? at.endMs
    const ms = wall - at.offsets[i]!
    if (ms >= start && ms < end) met.push(ms)
    if (ms >= end) after = ms
    if (ms < start) before ??= ms
  }
  if (met.length === 1) return { code: 'once', ms: met[0]! }
  if (met.length === 0) return { code: 'doesNotExist', before: before ?? wall, after: after ?? wall }
  return { code: 'existsTwice', earlier: met[0]!, later: met[met.length - 1]! }
}

/**
 * The instant (ms) of minute `minute` of day number `day`, as `wallToInstant`, read without asking back: of two the earlier or the later,
 * and where there is none the earlier or the later of its candidates. For lists of hundreds, so it makes nothing.
 */
export function wallReading(at: ZoneOffsets, day: number, minute: number, reading: 'earlier' | 'later'): number {
  const wall = day * dayMs + minute * minuteMs
  if (at.starts.length === 1) return wall - at.offsets[0]!
  let met = NaN
  let before = NaN
  let after = NaN
  for (let i = 0; i < at.starts.length; i++) {
    const ms = wall - at.offsets[i]!
    if (ms < at.starts[i]!) {
      if (Number.isNaN(before)) before = ms
    } else if (ms >= (at.starts[i + 1] ?? at.endMs)) after = ms
    else if (reading === 'later' || Number.isNaN(met)) met = ms
  }
  if (!Number.isNaN(met)) return met
  return Number.isNaN(after) || (reading === 'earlier' && !Number.isNaN(before)) ? before : after
}

/** What the wall clock of that zone shows at an instant (ms) which the offsets cover. */
export function instantToWall(at: ZoneOffsets, ms: number): WallTime {
  let i = at.starts.length - 1
  while (i > 0 && ms < at.starts[i]!) i--
  const wall = ms + (at.offsets[i] ?? 0)
  const day = Math.floor(wall / dayMs)
  const minute = Math.floor((wall - day * dayMs) / minuteMs)
  return {
    date: dateOfDay(day),
    time: `${two(Math.floor(minute / 60))}:${two(minute % 60)}`,
    weekday: weekdayOfDay(day),
  }
}

/** The place a zone is named after: 'London' of 'Europe/London'. */
export function placeOfZone(zone: string): string {
  return zone.slice(zone.lastIndexOf('/') + 1).replace(/_/g, ' ')
}

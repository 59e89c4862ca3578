import { readDate, placeOfZone } from '@kinplan/domain/clock/wall-time'

/**
 * Dates and times in words, from the wall text the server gives ('YYYY-MM-DD', 'YYYY-MM-DDTHH:MM'); no zone is reckoned with, so none can
 * be wrong. What is no day, such as a date that somebody is still typing, stays as it is.
 */
const parts = (options: Intl.DateTimeFormatOptions) => new Intl.DateTimeFormat('en-GB', { timeZone: 'UTC', ...options })
/** Browsers differ about a comma behind the weekday: we have none. */
const withoutComma = (words: string) => words.replace(',', '')
const long = parts({ weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
const short = parts({ weekday: 'short', day: 'numeric', month: 'short', year: 'numeric' })
const inRow = parts({ weekday: 'short', day: 'numeric', month: 'short' })
const named = parts({ weekday: 'long' })
const shortNamed = parts({ weekday: 'short' })
const month = parts({ month: 'long', year: 'numeric' })

function said(format: Intl.DateTimeFormat, wall: string): string {
  const day = readDate(wall.replace(/T.*/, ''))
  return day === null ? wall : withoutComma(format.format(new Date(`${day}T00:00Z`)))
}

/** 'Tuesday 10 March 2026'. */
export function dayInWords(wall: string): string {
  return said(long, wall)
}

/** 'Tue 10 Mar 2026', for tables. */
export function dayInShort(wall: string): string {
  return said(short, wall)
}

/** 'Tue 10 Mar', where many days stand in a row. */
export function dayInRow(wall: string): string {
  return said(inRow, wall)
}

/** 'March 2026' of a day in it. */
export function monthInWords(wall: string): string {
  return said(month, wall)
}

/** '16:30' of a wall time. */
export function clockOf(wall: string): string {
  return wall.slice(11, 16)
}

/** 'Tuesday 10 March 2026, 16:30'; with an end, '… 16:30 to 18:00'. */
export function wallInWords(startWall: string, endWall?: string | null): string {
  const start = `${dayInWords(startWall)}, ${clockOf(startWall)}`
  if (!endWall) return start
  return endWall.slice(0, 10) === startWall.slice(0, 10) ? `${start} to ${clockOf(endWall)}` : `${start} to ${wallInWords(endWall)}`
}

/** 'London time' of 'Europe/London'. */
export function zoneInWords(zone: string): string {
  return `${placeOfZone(zone)} time`
}

/** An instant in a zone, 'Tuesday 10 March 2026, 16:30'. */
export function instantInWords(instant: string, zone: string): string {
  const moment = new Date(instant)
  const day = new Intl.DateTimeFormat('en-GB', { timeZone: zone, weekday: 'long', day: 'numeric', month: 'long', year: 'numeric' })
  const clock = new Intl.DateTimeFormat('en-GB', { timeZone: zone, hour: '2-digit', minute: '2-digit' })
  return `${withoutComma(day.format(moment))}, ${clock.format(moment)}`
}

/** 5 January 1970 was a Monday. */
const weekdayDate = (weekday: number) => new Date(Date.UTC(1970, 0, 4 + weekday))

/** 'Monday' of 1, to 'Sunday' of 7. */
export function weekdayInWords(weekday: number): string {
  return named.format(weekdayDate(weekday))
}

/** 'Mon' of 1, to 'Sun' of 7. */
export function weekdayInShort(weekday: number): string {
  return shortNamed.format(weekdayDate(weekday))
}

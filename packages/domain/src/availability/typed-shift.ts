import type { Block } from '../clock/block'
import { minuteOfTime, readDate, readEndTime, readTime } from '../clock/wall-time'

const minuteMs = 60_000

/** What is wrong with one line of a list that was typed. */
export type LineRefusal = 'dateImpossible' | 'timeImpossible' | 'endBeforeStart'

/** Whether a shift ends on the day after it begins, after midnight. */
export function isNight({ start, end }: ShiftHours): boolean {
  return end !== '00:00' && minuteOfTime(end) <= minuteOfTime(start)
}

/** Reads 'HH:MM-HH:MM'; one that ends at its start's time or before ends the next day, so '08:00-08:00' lasts 24 hours. */
export function parseShift(text: string): ShiftHours | 'timeImpossible' {
  const [from = '', until = '', ...rest] = text.split('-')
  const start = readTime(from)
  const end = readEndTime(until)
  if (start === null || end === null || rest.length > 0) return 'timeImpossible'
  return { start, end }
}

/** Reads 'YYYY-MM-DD HH:MM-HH:MM'. */
export function parseDatedShift(text: string): DatedShift | LineRefusal {
  const [day = '', hours = '', ...rest] = text.trim().split(/\s+/)
  const date = readDate(day)
  if (date === null) return 'dateImpossible'
  const shift = rest.length > 0 ? 'timeImpossible' : parseShift(hours)
  return typeof shift === 'string' ? shift : { date, ...shift }
}

/** Reads two instants of UTC, '2027-01-04T10:00:00.000Z/2027-01-04T11:00:00.000Z'; seconds and what follows them may be left out. */
export function parseBlock(text: string): Block | LineRefusal {
  const [from = '', until = '', ...rest] = text.trim().split('/')
  const startMs = parseInstant(from)
  const endMs = parseInstant(until)
  if (startMs === null || endMs === null || rest.length > 0) return 'timeImpossible'
  return endMs <= startMs ? 'endBeforeStart' : { startMs, endMs }
}

function parseInstant(text: string): number | null {
  const found = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})(?::([0-5]\d(?:\.\d{1,3})?))?Z$/.exec(text)
  if (found === null || readDate(found[1]!) === null || readTime(found[2]!) === null) return null
  return Date.parse(`${found[1]}T00:00Z`) + minuteOfTime(found[2]!) * minuteMs + Math.round(Number(found[3] ?? 0) * 1000)
}

export function typedShift({ start, end }: ShiftHours): string {
  return `${start}-${end}`
}

export function typedBlock({ startMs, endMs }: Block): string {
  return `${new Date(startMs).toISOString()}/${new Date(endMs).toISOString()}`
}

/**
 * A shift's wall times 'HH:MM'; one that ends at or before its start's time ends the next day: '08:00' to '08:00' is a day and a night at
 * the fire station.
 */
export type ShiftHours = { readonly start: string; readonly end: string }

/** A shift that begins on a date 'YYYY-MM-DD'. */
export type DatedShift = ShiftHours & { readonly date: string }

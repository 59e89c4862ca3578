import { DateTime } from 'luxon'
import { aheadOfUtc } from './slow-wall-clock'

/**
 * Where the clock goes forward and back on different days, by an hour or by half an hour, on both sides of the equator, hours and a half
 * from UTC.
 */
export const changingZones = [
  'Europe/London',
  'Europe/Lisbon',
  'America/New_York',
  'Australia/Sydney',
  'America/St_Johns',
  'Australia/Lord_Howe',
] as const

/** One change of the clock: the first instant (ms) of the new time, and the date on the wall just before it. */
export interface ClockChange {
  zone: string
  ms: number
  date: string
}

/**
 * Every change of the clock in these zones in the years given, both included, by zone and then time: found by looking at every day and then
 * between.
 */
export function clockChanges(firstYear: number, lastYear: number, zones: readonly string[] = changingZones): ClockChange[] {
  const [from, until] = [Date.UTC(firstYear, 0, 1), Date.UTC(lastYear + 1, 0, 1)]
  const dayMs = 24 * 60 * 60_000
  return zones.flatMap((zone) => {
    const found: ClockChange[] = []
    for (let ms = from; ms < until; ms += dayMs) {
      if (aheadOfUtc(zone, ms) === aheadOfUtc(zone, ms + dayMs)) continue
      const at = changeBetween(zone, ms, ms + dayMs)
      found.push({ zone, ms: at, date: DateTime.fromMillis(at - 1, { zone }).toISODate()! })
    }
    return found
  })
}

function changeBetween(zone: string, before: number, after: number): number {
  let [old, changed] = [before, after]
  while (changed - old > 1) {
    const middle = Math.floor((old + changed) / 2)
    if (aheadOfUtc(zone, middle) === aheadOfUtc(zone, before)) old = middle
    else changed = middle
  }
  return changed
}

import { Temporal } from 'temporal-polyfill'
import { dayMs, dayOfDate, instantToWall, minuteOfTime, wallToInstant } from './wall-time'
import type { WallInstant, WallTime, ZoneOffsets } from './wall-time'

/**
 * Clock changes are read once for two blocks of a year and a half and then known: asking the calendar library takes longer than expanding a
 * person's rules.
 */
const blockMs = 1.5 * 365 * dayMs
const mostKnown = 1000
const known = new Map<string, ZoneOffsets>()

/**
 * The zone's offsets from `fromMs` to `untilMs` (instants, ms), every clock change included. The only place that
 * asks a calendar library; all other time arithmetic here is on plain numbers. Throws RangeError for
 * an unknown zone (ask `zoneKnown` first).
 */
export function zoneOffsets(zone: string, fromMs: number, untilMs: number): ZoneOffsets {
  const block = Math.floor(fromMs / blockMs)
  if (untilMs > (block + 2) * blockMs) return readOffsets(zone, fromMs, untilMs)
  const key = `${zone} ${block}`
  let all = known.get(key)
  if (!all) {
    all = readOffsets(zone, block * blockMs, (block + 2) * blockMs)
    if (known.size === mostKnown) known.clear()
    known.set(key, all)
  }
  return within(all, fromMs, untilMs)
}

/** The part of what is known from `fromMs` to `untilMs`, which lie in it. */
function within({ zone, starts, offsets }: ZoneOffsets, fromMs: number, untilMs: number): ZoneOffsets {
  let first = 0
  while (first + 1 < starts.length && starts[first + 1]! <= fromMs) first++
  let until = first + 1
  while (until < starts.length && starts[until]! < untilMs) until++
  return { zone, starts: [fromMs, ...starts.slice(first + 1, until)], offsets: offsets.slice(first, until), endMs: untilMs }
}

function readOffsets(zone: string, fromMs: number, untilMs: number): ZoneOffsets {
  let at = Temporal.Instant.fromEpochMilliseconds(fromMs).toZonedDateTimeISO(zone)
  const starts = [fromMs]
  const offsets = [at.offsetNanoseconds / 1e6]
  for (;;) {
    const next = at.getTimeZoneTransition('next')
    if (!next || next.epochMilliseconds >= untilMs) break
    starts.push(next.epochMilliseconds)
    offsets.push(next.offsetNanoseconds / 1e6)
    at = next
  }
  return { zone, starts, offsets, endMs: untilMs }
}

/** The instant of a parsed date and time on the wall of a zone, with both candidates where there is none or there are two. */
export function instantOfWall(zone: string, date: string, time: string): WallInstant {
  const day = dayOfDate(date)
  return wallToInstant(zoneOffsets(zone, (day - 2) * dayMs, (day + 3) * dayMs), day, minuteOfTime(time))
}

/** What the wall clock of a zone shows at an instant (ms). */
export function wallOfInstant(zone: string, ms: number): WallTime {
  return instantToWall(zoneOffsets(zone, ms, ms + 1), ms)
}

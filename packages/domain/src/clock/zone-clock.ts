/** How far a wall clock is ahead of UTC (ms) at an instant (ms). */
export type OffsetAt = (ms: number) => number

const dayMs = 86_400_000
const quarterMs = 15 * 60_000

/**
 * The offsets of an IANA zone, asked of the machine's own time zone data without a calendar library, so that a phone can
 * use it. Asked once a day, and by the quarter of an hour on a day whose two ends differ: no zone moves twice in a day, or within a
 * quarter. Throws RangeError for an unknown zone (ask `zoneKnown` first).
 */
export function offsetsOf(zone: string): OffsetAt {
  const clock = new Intl.DateTimeFormat('en-US', {
    timeZone: zone,
    hour12: false,
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  })
  const known = new Map<number, number>()
  const at = (ms: number): number => {
    const found = known.get(ms)
    if (found !== undefined) return found
    // Some browsers show midnight as 24.
    const shown: Record<string, string> = {}
    for (const { type, value } of clock.formatToParts(ms)) shown[type] = value
    const wall = Date.UTC(
      Number(shown.year),
      Number(shown.month) - 1,
      Number(shown.day),
      Number(shown.hour) % 24,
      Number(shown.minute),
      Number(shown.second),
    )
    known.set(ms, wall - ms)
    return wall - ms
  }
  return (ms) => {
    const day = Math.floor(ms / dayMs) * dayMs
    return at(day) === at(day + dayMs) ? at(day) : at(Math.floor(ms / quarterMs) * quarterMs)
  }
}

/**
 * The instant (ms) at which a clock shows a wall time (ms, as if the wall were UTC). A time shown twice is the first of the two; one that
 * the clock skips is read with the offset from before the change (both as RFC 5545, 3.3.5, has it).
 */
export function instantOf(offsetAt: OffsetAt, wallMs: number): number {
  const before = offsetAt(wallMs - dayMs)
  const after = offsetAt(wallMs + dayMs)
  const first = wallMs - before
  if (before === after || offsetAt(first) === before) return first
  const second = wallMs - after
  return offsetAt(second) === after ? second : first
}

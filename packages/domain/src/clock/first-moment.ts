import { dateOfDay, dayMs, dayOfDate, wallToInstant } from './wall-time'
import { zoneOffsets } from './zone-offsets'

/**
 * The first moment (ms) of a date 'YYYY-MM-DD' on the wall of a zone: its midnight, the earlier of two, and where the clock
 * skips midnight the moment at which it lands beyond it.
 */
export function firstMomentOfDay(zone: string, date: string): number {
  const day = dayOfDate(date)
  const offsets = zoneOffsets(zone, (day - 2) * dayMs, (day + 3) * dayMs)
  const midnight = wallToInstant(offsets, day, 0)
  if (midnight.code === 'once') return midnight.ms
  if (midnight.code === 'existsTwice') return midnight.earlier
  return offsets.starts.find((start) => start > midnight.before && start <= midnight.after) ?? midnight.after
}

/** The first moment (ms) after a date, where the next day begins. */
export function endOfDay(zone: string, date: string): number {
  return firstMomentOfDay(zone, dateOfDay(dayOfDate(date) + 1))
}

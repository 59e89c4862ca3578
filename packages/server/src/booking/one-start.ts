import type { TimeAsk } from '@kinplan/domain/time-search/time-ask'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { wallOfInstant } from '@kinplan/domain/clock/zone-offsets'

/** An ask for one start alone, at any hour of its day, that leaves nothing out. Notice for time off counts from `nowMs`. */
export function oneStart(startMs: number, minutes: number, zone: string, nowMs: number): TimeAsk {
  const { date } = wallOfInstant(zone, startMs)
  return {
    fromDate: date,
    untilDate: dateOfDay(dayOfDate(date) + 1),
    zone,
    minutes,
    earliest: '00:00',
    latest: '24:00',
    noticeUntil: Math.min(startMs, nowMs),
    nowMs,
  }
}

/** Travel and sleep around a meeting are looked at too: a day each way, in ms, is more than any of them. */
export const dayAround = 86_400_000

/** A room that seats everybody: the search is asked who can come, and the room is looked at by itself. */
export const roomForAll = (id: string) => ({ id, capacity: Number.MAX_SAFE_INTEGER, stepFree: true, twoWaysOut: true, busy: [] })

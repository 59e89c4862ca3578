import { parseNoticeDays } from '@kinplan/domain/availability/parse-counts'
import { parseTimeAsk, type TimeAsk } from '@kinplan/domain/time-search/time-ask'
import { todayIn } from '@kinplan/domain/clock/parse-time'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import { firstMomentOfDay } from '@kinplan/domain/clock/first-moment'
import { parseMinutes } from '@kinplan/domain/meeting/meeting-length'
import { Refusal } from '@kinplan/domain/refusal'
import type { TimesAsk } from './times.graphql'

/** Fields of the ask that have another name in the contract. */
const fieldNames: Record<string, string> = { fromDate: 'from', untilDate: 'until' }

/**
 * The days, hours and length of an ask as typed, on the wall of the meeting's zone, with the days of notice; refuses what cannot be
 * searched.
 */
export function parseAsk(input: TimesAsk, zone: string, now: Date): { ask: TimeAsk; noticeDays: number } {
  const noticeDays = parseNoticeDays(input.noticeDays, 'noticeDays')
  const parsed = parseTimeAsk({
    fromDate: input.from,
    untilDate: input.until,
    minutes: parseMinutes(input.minutes, 'minutes'),
    earliest: input.earliest,
    latest: input.latest,
    weekdays: input.weekdays,
    zone,
    noticeUntil: Math.max(now.getTime(), firstMomentOfDay(zone, dateOfDay(dayOfDate(todayIn(zone, now)) + noticeDays))),
    nowMs: now.getTime(),
  })
  if (!parsed.ok) throw new Refusal(parsed.code, fieldNames[parsed.field] ?? parsed.field)
  return { ask: parsed.ask, noticeDays }
}

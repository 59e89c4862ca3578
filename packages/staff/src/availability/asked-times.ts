import { dateOfDay, dayOfDate } from '@kinplan/domain/availability/wall-time'

/** What the ask form holds: everything as typed. */
export interface AskedTimes {
  from: string
  until: string
  minutes: string
  earliest: string
  latest: string
  weekdays: number[]
}

/** People need notice and nobody plans further than two months: three to eight weeks from today ('YYYY-MM-DD'), a good two hours, not on Sundays. */
export function usualAsk(today: string): AskedTimes {
  const day = dayOfDate(today)
  return { from: dateOfDay(day + 21), until: dateOfDay(day + 56), minutes: '150', earliest: '09:30', latest: '20:00', weekdays: [1, 2, 3, 4, 5, 6] }
}

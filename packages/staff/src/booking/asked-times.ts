import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import type { MeetingOf } from '../meeting/meeting-of'

/**
 * What the ask form holds: everything as typed; `placeIds` in the order in which they are looked in. `bankHolidays` and `schoolHours` are
 * true where the meeting may fall on them.
 */
export interface AskedTimes {
  from: string
  until: string
  minutes: string
  earliest: string
  latest: string
  weekdays: number[]
  noticeDays: string
  bankHolidays: boolean
  schoolHours: boolean
  placeIds: string[]
  stepFree: boolean
  twoWaysOut: boolean
  secondRoom: boolean
}

export const askFields = [
  'from',
  'until',
  'minutes',
  'earliest',
  'latest',
  'weekdays',
  'noticeDays',
  'bankHolidays',
  'schoolHours',
  'placeIds',
  'stepFree',
  'twoWaysOut',
  'secondRoom',
] as const

/**
 * People need notice and nobody plans further than two months: three to eight weeks from today ('YYYY-MM-DD'), a good two hours, not on
 * Sundays.
 */
export function usualAsk(today: string): AskedTimes {
  const day = dayOfDate(today)
  return {
    from: dateOfDay(day + 21),
    until: dateOfDay(day + 56),
    minutes: '150',
    earliest: '09:30',
    latest: '20:00',
    weekdays: [1, 2, 3, 4, 5, 6],
    noticeDays: '14',
    bankHolidays: false,
    schoolHours: true,
    placeIds: [],
    stepFree: false,
    twoWaysOut: false,
    secondRoom: false,
  }
}

/** An ask that is being typed, and what it began with. */
export interface TypedAsk {
  typed: AskedTimes
  began: AskedTimes
  version: number
}

/** An ask with what was typed of another; the rest of it stays. */
export function withTyped(ask: AskedTimes, { typed, began }: TypedAsk): AskedTimes {
  const changed = askFields.filter((name) => JSON.stringify(typed[name]) !== JSON.stringify(began[name]))
  return { ...ask, ...Object.fromEntries(changed.map((name) => [name, typed[name]])) }
}

/** What was asked for this meeting before, or null. */
export function askedBefore({ timeAsk }: Pick<MeetingOf, 'timeAsk'>): AskedTimes | null {
  if (timeAsk === null) return null
  const {
    from,
    until,
    minutes,
    earliest,
    latest,
    weekdays,
    noticeDays,
    bankHolidays,
    schoolHours,
    placeIds,
    stepFree,
    twoWaysOut,
    secondRoom,
  } = timeAsk
  return {
    from,
    until,
    minutes,
    earliest,
    latest,
    weekdays: [...weekdays],
    noticeDays,
    bankHolidays,
    schoolHours,
    placeIds: [...placeIds],
    stepFree,
    twoWaysOut,
    secondRoom,
  }
}

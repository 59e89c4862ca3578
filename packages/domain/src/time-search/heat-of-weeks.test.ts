import { describe, expect, it } from 'vitest'
import type { AvailabilityRule } from '../availability/availability-rule'
import { heatOfWeeks } from './heat-of-weeks'
import { TimeSearch } from './time-search'
import type { TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'

const zone = 'Europe/London'
const week = (weekdays: number[], start: string, end: string, how: 'inRoom' | 'video' = 'inRoom'): AvailabilityRule => ({
  kind: 'ordinaryWeek',
  weekdays,
  start,
  end,
  zone,
  how: [how],
  preference: 'possible',
})
const person = (id: string, need: 'must' | 'hoped', ...rules: AvailabilityRule[]): TimePerson => ({
  id,
  need,
  rules,
  answered: true,
  sides: [],
})
const ask: TimeAsk = {
  fromDate: '2026-05-04',
  untilDate: '2026-05-05',
  zone,
  minutes: 60,
  earliest: '09:30',
  latest: '12:00',
  noticeUntil: 0,
  nowMs: 0,
}
const shown = (people: TimePerson[], change: Partial<TimeAsk> = {}) =>
  heatOfWeeks(new TimeSearch({ ...ask, ...change }, people, [], new Map())).map(
    ({ day, hour, time, ways }) => `${day.slice(8)} ${hour} ${time} ${ways}`,
  )

describe('the heat of the weeks', () => {
  it('has the best start of each hour, and everybody in order', () => {
    expect(
      shown([person('b', 'hoped', week([1], '10:30', '12:00', 'video')), person('a', 'must', week([1, 2], '09:00', '11:45'))]),
    ).toEqual(['04 9 09:30 r-', '04 10 10:30 rv', '04 11 11:00 -v', '05 9 09:30 r-', '05 10 10:00 r-', '05 11 11:00 --'])
  })

  it('has nobody in an hour without a free room', () => {
    const places = [
      {
        id: 'hall',
        rooms: [
          {
            id: 'r',
            capacity: 5,
            stepFree: true,
            twoWaysOut: true,
            busy: [{ startMs: Date.UTC(2026, 4, 4, 9), endMs: Date.UTC(2026, 4, 4, 12) }],
          },
        ],
      },
    ]
    expect(shown([person('a', 'must', week([1], '09:00', '12:00'))], { places, untilDate: '2026-05-04' })).toEqual([
      '04 9 09:30 -',
      '04 10 10:00 -',
      '04 11 11:00 -',
    ])
  })

  it('shows the hour that comes twice once', () => {
    const everyDay = week([1, 2, 3, 4, 5, 6, 7], '00:00', '24:00')
    expect(
      shown([person('a', 'must', everyDay)], { fromDate: '2026-10-25', untilDate: '2026-10-25', earliest: '00:00', latest: '04:00' }),
    ).toEqual(['25 0 00:00 r', '25 1 01:00 r', '25 2 02:00 r', '25 3 03:00 r'])
  })
})

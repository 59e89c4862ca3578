import { describe, expect, it } from 'vitest'
import { parseAvailabilityRule } from './availability-rule'
import type { TypedAvailabilityRule } from './availability-rule'
import { parseTimeAsk } from '../time-search/time-ask'
import type { TypedTimeAsk } from '../time-search/time-ask'

const week: TypedAvailabilityRule = {
  kind: 'ordinaryWeek',
  zone: 'Europe/London',
  weekdays: [3, 1, 3],
  start: '15.30',
  end: '24:00',
  how: ['phone', 'inRoom', 'phone'],
}
const cannot: TypedAvailabilityRule = { kind: 'cannot', zone: 'Europe/London', from: '9/4/2026', until: '2026-4-16' }

describe('a rule as a form gives it', () => {
  it('is kept plain: days and ways in order and once, times and dates in one spelling', () => {
    expect(parseAvailabilityRule(week)).toEqual({
      ok: true,
      rule: {
        kind: 'ordinaryWeek',
        zone: 'Europe/London',
        weekdays: [1, 3],
        start: '15:30',
        end: '24:00',
        how: ['inRoom', 'phone'],
        preference: 'possible',
      },
    })
    expect(parseAvailabilityRule(cannot)).toEqual({
      ok: true,
      rule: { kind: 'cannot', zone: 'Europe/London', from: '2026-04-09', until: '2026-04-16' },
    })
  })

  it('takes an empty last day as one day away', () => {
    expect(parseAvailabilityRule({ ...cannot, until: ' ' })).toMatchObject({ rule: { from: '2026-04-09', until: '2026-04-09' } })
  })

  it('keeps a liking that was given', () => {
    expect(parseAvailabilityRule({ ...week, preference: 'lastResort' })).toMatchObject({ rule: { preference: 'lastResort' } })
  })

  it.each<[string, TypedAvailabilityRule, string, string]>([
    ['a zone nobody knows', { ...week, zone: 'Mars/Base' }, 'zoneUnknown', 'zone'],
    ['no weekday', { ...week, weekdays: [] }, 'noDayChosen', 'weekdays'],
    ['weekdays left out', { ...week, weekdays: null }, 'noDayChosen', 'weekdays'],
    ['an eighth day', { ...week, weekdays: [1, 8] }, 'noDayChosen', 'weekdays'],
    ['a 25th hour', { ...week, start: '25:00' }, 'timeImpossible', 'start'],
    ['a start at the end of the day', { ...week, start: '24:00' }, 'timeImpossible', 'start'],
    ['no end', { ...week, end: null }, 'timeImpossible', 'end'],
    ['an end before the start', { ...week, end: '15:00' }, 'endBeforeStart', 'end'],
    ['an end at the start', { ...week, end: '15:30' }, 'endBeforeStart', 'end'],
    ['no way', { ...week, how: [] }, 'noWayChosen', 'how'],
    ['31 February', { ...cannot, from: '31/2/2026' }, 'dateImpossible', 'from'],
    ['an until that is no date', { ...cannot, until: 'Easter' }, 'dateImpossible', 'until'],
    ['away until before it begins', { ...cannot, until: '2026-04-08' }, 'endBeforeStart', 'until'],
    ['away for more than two years', { ...cannot, until: '2028-04-10' }, 'windowTooLong', 'until'],
  ])('is refused with %s', (_, typed, code, field) => {
    expect(parseAvailabilityRule(typed)).toEqual({ ok: false, code, field })
  })

  it('is taken at exactly two years away', () => {
    expect(parseAvailabilityRule({ ...cannot, until: '2028-04-09' })).toMatchObject({ ok: true })
  })
})

describe('an ask for a time as a form gives it', () => {
  const typed: TypedTimeAsk = {
    fromDate: '2026-3-2',
    untilDate: '2026-08-30',
    zone: 'Europe/London',
    minutes: 150,
    earliest: '9.00',
    latest: '20:00',
    noticeUntil: 5,
    nowMs: 3,
  }

  it('is kept plain, with every weekday and a short list unless told', () => {
    expect(parseTimeAsk(typed)).toEqual({
      ok: true,
      ask: { ...typed, fromDate: '2026-03-02', earliest: '09:00', weekdays: [1, 2, 3, 4, 5, 6, 7], most: 6 },
    })
    expect(parseTimeAsk({ ...typed, most: 1000, weekdays: [6] })).toMatchObject({ ask: { most: 40, weekdays: [6] } })
  })

  it.each<[string, Partial<TypedTimeAsk>, string, string]>([
    ['an unknown zone', { zone: '' }, 'zoneUnknown', 'zone'],
    ['31 February', { fromDate: '2026-02-31' }, 'dateImpossible', 'fromDate'],
    ['no last day', { untilDate: '' }, 'dateImpossible', 'untilDate'],
    ['an end before the start', { untilDate: '2026-03-01' }, 'endBeforeStart', 'untilDate'],
    ['more than 26 weeks', { untilDate: '2026-08-31' }, 'windowTooLong', 'untilDate'],
    ['an impossible hour', { earliest: '9:75' }, 'timeImpossible', 'earliest'],
    ['an impossible end', { latest: '24:30' }, 'timeImpossible', 'latest'],
    ['hours that end before they start', { latest: '08:00' }, 'endBeforeStart', 'latest'],
    ['a length that is not in quarter hours', { minutes: 100 }, 'timeImpossible', 'minutes'],
    ['no length', { minutes: 0 }, 'timeImpossible', 'minutes'],
    ['a length that is not a number', { minutes: Number.NaN }, 'timeImpossible', 'minutes'],
    ['a length that does not fit into the day', { minutes: 675 }, 'timeImpossible', 'minutes'],
    ['no weekday', { weekdays: [] }, 'noDayChosen', 'weekdays'],
  ])('is refused with %s', (_, change, code, field) => {
    expect(parseTimeAsk({ ...typed, ...change })).toEqual({ ok: false, code, field })
  })
})

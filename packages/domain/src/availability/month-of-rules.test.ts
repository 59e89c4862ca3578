import { describe, expect, it } from 'vitest'
import type { AvailabilityRule, TimeOff } from './availability-rule'
import { monthOf } from './month-of-rules'
import type { ShiftHours } from './typed-shift'

const offered = { start: '09:00', end: '20:00', zone: 'Europe/London', how: ['inRoom' as const], preference: 'possible' as const }
const night: ShiftHours = { start: '18:00', end: '06:00' }
const long: ShiftHours = { start: '06:00', end: '18:00' }
const early: ShiftHours = { start: '06:00', end: '14:00' }
const late: ShiftHours = { start: '16:00', end: '00:00' }

const week = (weekdays: number[], timeOff?: TimeOff): AvailabilityRule => ({
  kind: 'ordinaryWeek',
  weekdays,
  ...offered,
  ...(timeOff ? { timeOff } : {}),
})
const cycle = (
  days: (ShiftHours | null)[],
  more: { sleepUntil?: string; timeOff?: TimeOff; start?: string; end?: string } = {},
): AvailabilityRule => ({ kind: 'shiftCycle', from: '2027-01-04', cycle: days, ...offered, ...more })
const roster = (from: string, until: string, ...shifts: string[]): AvailabilityRule => ({
  kind: 'roster',
  from,
  until,
  ...offered,
  shifts: shifts.map((shift) => ({ date: shift.slice(0, 10), start: shift.slice(11, 16), end: shift.slice(17) })),
})
const calendar = (...busy: [string, string][]): AvailabilityRule => ({
  kind: 'calendar',
  from: '2027-01-04',
  until: '2027-12-31',
  ...offered,
  busy: busy.map(([from, until]) => ({ startMs: Date.parse(`${from}Z`), endMs: Date.parse(`${until}Z`) })),
})
const cannot = (from: string, until = from): AvailabilityRule => ({ kind: 'cannot', from, until, zone: 'Europe/London' })
const oneDay = (date: string): AvailabilityRule => ({ kind: 'oneDay', date, ...offered })

const codes = (rules: AvailabilityRule[], days: number, first = '2027-01-04', today = '2027-01-01'): string =>
  monthOf(rules, first, days, today)
    .map(({ code }) => code)
    .join(' ')
const parts = (rules: AvailabilityRule[], date: string, today = '2027-01-01'): string =>
  monthOf(rules, date, 1, today)[0]!
    .parts.map(({ kind, start, end }) => `${kind} ${start}-${end}`)
    .join(', ')

/** 4 January 2027 is a Monday. */
describe('the days at a glance', () => {
  it.each<[string, AvailabilityRule[], string]>([
    ['nobody said anything', [], 'nothing nothing nothing nothing'],
    ['an ordinary week', [week([1, 3])], 'can nothing can nothing'],
    ['two days, two off', [cycle([long, long, null, null])], 'works works can can'],
    [
      'two nights, two off; the morning after the last is slept',
      [cycle([night, night, null, null], { sleepUntil: '14:00' })],
      'nights nights canPart can',
    ],
    ['nights without a word about sleep', [cycle([night, night, null, null])], 'nights nights can can'],
    [
      'asleep all the time that is offered',
      [cycle([night, null, null, null], { sleepUntil: '14:00', end: '14:00' })],
      'nights asleep can can',
    ],
    [
      "last night's shift covers all that is offered",
      [cycle([{ start: '22:00', end: '08:00' }, null, null], { start: '06:00', end: '08:00' })],
      'nights nights can nights',
    ],
    ['a late that ends at midnight is no night', [cycle([late, null], { sleepUntil: '14:00' })], 'works can works can'],
    ['a roster speaks of its own days only', [roster('2027-01-04', '2027-01-05', '2027-01-05 18:00-06:00')], 'can nights nothing nothing'],
    [
      'a roster beside an ordinary week',
      [week([1, 2, 3, 4]), roster('2027-01-04', '2027-01-04', '2027-01-04 18:00-06:00')],
      'nights can can can',
    ],
    [
      'a roster in the place of a cycle, on its days off too',
      [cycle([night, null]), roster('2027-01-05', '2027-01-06', '2027-01-05 06:00-14:00')],
      'nights works can can',
    ],
    ['away over everything', [week([1, 2, 3, 4]), oneDay('2027-01-05'), cannot('2027-01-05', '2027-01-06')], 'can cannot cannot can'],
    [
      'one day takes away its shift and the sleep after it',
      [cycle([night], { sleepUntil: '14:00' }), oneDay('2027-01-05')],
      'nights canPart nights nights',
    ],
    [
      'a calendar, busy for some of a day and for all of the next',
      [calendar(['2027-01-04T10:00', '2027-01-04T11:00'], ['2027-01-05T00:00', '2027-01-06T00:00'])],
      'canPart cannot can can',
    ],
    ['only with time off', [week([1, 2], { noticeDays: 4 })], 'nothing canPart nothing nothing'],
  ])('%s', (_, rules, days) => expect(codes(rules, 4)).toBe(days))

  it('counts a cycle backwards too', () => {
    expect(codes([cycle([long, null, null])], 7, '2026-12-31')).toBe('can works can can works can can')
    expect(codes([cycle([long, null, null])], 3, '2027-01-01')).toBe('works can can')
    expect(codes([cycle([null, long, night])], 5, '2026-12-31')).toBe('nights can works nights can')
  })
})

describe('the parts of a day', () => {
  const nights = cycle([night, night, null, null], { sleepUntil: '14:00' })
  it.each<[string, AvailabilityRule[], string, string]>([
    ['the first night', [nights], '2027-01-04', 'can 09:00-18:00, work 18:00-24:00'],
    ['between two nights', [nights], '2027-01-05', 'work 00:00-06:00, asleep 06:00-14:00, can 14:00-18:00, work 18:00-24:00'],
    ['after the last night', [nights], '2027-01-06', 'work 00:00-06:00, asleep 06:00-14:00, can 14:00-20:00'],
    ['an early shift', [cycle([early])], '2027-01-04', 'work 06:00-14:00, can 14:00-20:00'],
    ['a late until midnight', [cycle([late])], '2027-01-04', 'can 09:00-16:00, work 16:00-24:00'],
    [
      'two shifts on a day',
      [roster('2027-01-04', '2027-01-04', '2027-01-04 06:00-10:00', '2027-01-04 16:00-20:00')],
      '2027-01-04',
      'work 06:00-10:00, can 10:00-16:00, work 16:00-20:00',
    ],
    ['away', [nights, cannot('2027-01-05')], '2027-01-05', 'cannot 00:00-24:00'],
    [
      'one day: its own shift has gone, last night’s has not',
      [nights, oneDay('2027-01-05')],
      '2027-01-05',
      'work 00:00-06:00, asleep 06:00-14:00, can 14:00-20:00',
    ],
    ['the day after that one day: nothing to sleep off', [nights, oneDay('2027-01-05')], '2027-01-06', 'can 09:00-20:00'],
    [
      'the shift itself, with time off',
      [cycle([long], { timeOff: { noticeDays: 3 } })],
      '2027-01-04',
      'work 06:00-09:00, timeOff 09:00-18:00, can 18:00-20:00',
    ],
    ['too late to ask for time off', [cycle([long], { timeOff: { noticeDays: 4 } })], '2027-01-04', 'work 06:00-18:00, can 18:00-20:00'],
    [
      'sleep stays, time off or not',
      [cycle([night], { sleepUntil: '14:00', timeOff: { noticeDays: 0 } })],
      '2027-01-05',
      'work 00:00-06:00, asleep 06:00-14:00, can 14:00-18:00, timeOff 18:00-20:00, work 20:00-24:00',
    ],
    [
      'an ordinary day with time off outlasts a shift',
      [week([1], { noticeDays: 0 }), roster('2027-01-04', '2027-01-04', '2027-01-04 10:00-12:00')],
      '2027-01-04',
      'can 09:00-10:00, timeOff 10:00-12:00, can 12:00-20:00',
    ],
    [
      'busy on the wall of the zone, in summer time',
      [calendar(['2027-06-01T09:30', '2027-06-01T10:30'])],
      '2027-06-01',
      'can 09:00-10:30, cannot 10:30-11:30, can 11:30-20:00',
    ],
    ['busy over midnight', [calendar(['2027-01-04T19:00', '2027-01-05T09:30'])], '2027-01-05', 'cannot 00:00-09:30, can 09:30-20:00'],
  ])('%s', (_, rules, date, said) => expect(parts(rules, date)).toBe(said))

  it('has its shifts as they were said, whole, though time off is possible for a part of them', () => {
    const asked = cycle([night, null], { sleepUntil: '14:00', timeOff: { noticeDays: 0 } })
    const shiftsOn = (rules: AvailabilityRule[], date: string) => monthOf(rules, date, 1, '2027-01-01')[0]?.shifts
    expect([shiftsOn([asked], '2027-01-04'), shiftsOn([asked], '2027-01-05')]).toEqual([[night], []])
    expect(shiftsOn([asked, oneDay('2027-01-04')], '2027-01-04')).toEqual([])
    expect(shiftsOn([roster('2027-01-04', '2027-01-04', '2027-01-04 06:00-10:00', '2027-01-04 16:00-20:00')], '2027-01-04')).toEqual([
      { start: '06:00', end: '10:00' },
      { start: '16:00', end: '20:00' },
    ])
  })

  it('looks like any other day when the clocks change', () => {
    expect(parts([cycle([night], { sleepUntil: '14:00' })], '2027-03-28')).toBe(
      parts([cycle([night], { sleepUntil: '14:00' })], '2027-03-27'),
    )
  })
})

it('refuses dates that were not parsed', () => {
  expect(() => monthOf([], '4/1/2027', 3, '2027-01-01')).toThrow(RangeError)
  expect(() => monthOf([], '2027-01-04', 3, 'today')).toThrow(RangeError)
})

import { describe, expect, it } from 'vitest'
import { parseAvailabilityRule, typedRule } from './availability-rule'
import type { TypedAvailabilityRule } from './availability-rule'

const offered = { zone: 'Europe/London', start: '8.00', end: '20:00', how: ['video', 'inRoom'] as const }
const cycle: TypedAvailabilityRule = {
  ...offered,
  kind: 'shiftCycle',
  from: '4/1/2027',
  cycle: ['6:00-18:00', '18:00-06:00', ''],
  sleepUntil: '14:00',
  timeOffDays: 14,
}
const roster: TypedAvailabilityRule = {
  ...offered,
  kind: 'roster',
  from: '2027-01-04',
  until: '2027-01-31',
  shifts: ['2027-01-06 18:00-06:00', '5/1/2027 06:00-14:30', '2027-01-06 18:00-06:00'],
}
const calendar: TypedAvailabilityRule = {
  ...offered,
  kind: 'calendar',
  from: '2027-01-04',
  until: '2027-03-01',
  busy: ['2027-01-05T10:00Z/2027-01-05T11:00:30.5Z', '2027-01-04T10:00:00.000Z/2027-01-04T11:00:00.000Z'],
}
const oneDay: TypedAvailabilityRule = { ...offered, kind: 'oneDay', from: '2027-01-04' }
const week: TypedAvailabilityRule = { ...offered, kind: 'ordinaryWeek', weekdays: [5, 1], timeOffDays: 0 }
const plain = { zone: 'Europe/London', start: '08:00', end: '20:00', how: ['inRoom', 'video'], preference: 'possible' }

describe('a rule of each kind as a form gives it', () => {
  it.each<[string, TypedAvailabilityRule, object]>([
    [
      'a shift cycle',
      cycle,
      {
        ...plain,
        kind: 'shiftCycle',
        from: '2027-01-04',
        cycle: [{ start: '06:00', end: '18:00' }, { start: '18:00', end: '06:00' }, null],
        sleepUntil: '14:00',
        timeOff: { noticeDays: 14 },
      },
    ],
    [
      'a cycle of shifts that last 24 hours',
      { ...cycle, cycle: ['8:00-08:00', '00:00-00:00', ''], timeOffDays: null },
      {
        ...plain,
        kind: 'shiftCycle',
        from: '2027-01-04',
        cycle: [{ start: '08:00', end: '08:00' }, { start: '00:00', end: '00:00' }, null],
        sleepUntil: '14:00',
      },
    ],
    [
      'a roster',
      roster,
      {
        ...plain,
        kind: 'roster',
        from: '2027-01-04',
        until: '2027-01-31',
        shifts: [
          { date: '2027-01-05', start: '06:00', end: '14:30' },
          { date: '2027-01-06', start: '18:00', end: '06:00' },
        ],
      },
    ],
    [
      'a calendar',
      calendar,
      {
        ...plain,
        kind: 'calendar',
        from: '2027-01-04',
        until: '2027-03-01',
        busy: [
          { startMs: Date.UTC(2027, 0, 4, 10), endMs: Date.UTC(2027, 0, 4, 11) },
          { startMs: Date.UTC(2027, 0, 5, 10), endMs: Date.UTC(2027, 0, 5, 11, 0, 30, 500) },
        ],
      },
    ],
    ['one day', oneDay, { ...plain, kind: 'oneDay', date: '2027-01-04' }],
    ['a week with time off', week, { ...plain, kind: 'ordinaryWeek', weekdays: [1, 5], timeOff: { noticeDays: 0 } }],
    [
      'a week without',
      { ...week, timeOffDays: null, preference: 'better' },
      { ...plain, preference: 'better', kind: 'ordinaryWeek', weekdays: [1, 5] },
    ],
    [
      'an absence',
      { kind: 'cannot', zone: 'Europe/London', from: '2027-01-04' },
      { kind: 'cannot', zone: 'Europe/London', from: '2027-01-04', until: '2027-01-04' },
    ],
  ])('%s is made plain, and comes back the same from how it is stored', (_, typed, rule) => {
    const read = parseAvailabilityRule(typed)
    expect(read).toStrictEqual({ ok: true, rule })
    if (read.ok) expect(parseAvailabilityRule(typedRule(read.rule))).toStrictEqual(read)
  })

  it.each<[string, TypedAvailabilityRule, string, string]>([
    ['a cycle of no days', { ...cycle, cycle: [] }, 'noDayChosen', 'cycle'],
    ['a cycle of 85 days', { ...cycle, cycle: new Array<string>(85).fill('') }, 'tooMany', 'cycle'],
    ['401 shifts', { ...roster, shifts: new Array<string>(401).fill('2027-01-06 18:00-06:00') }, 'tooMany', 'shifts'],
    ['2001 busy times', { ...calendar, busy: new Array<string>(2001).fill(calendar.busy![0]!) }, 'tooMany', 'busy'],
    ['a shift that is no time', { ...cycle, cycle: ['6-18'] }, 'timeImpossible', 'cycle'],
    ['a shift with three times', { ...cycle, cycle: ['06:00-10:00-12:00'] }, 'timeImpossible', 'cycle'],
    ['a shift on a day that is none', { ...roster, shifts: ['2027-02-30 06:00-18:00'] }, 'dateImpossible', 'shifts'],
    ['a shift with words after it', { ...roster, shifts: ['2027-01-05 06:00-18:00 late'] }, 'timeImpossible', 'shifts'],
    ['a shift outside the roster', { ...roster, shifts: ['2027-02-01 06:00-18:00'] }, 'dateImpossible', 'shifts'],
    ['sleep that ends before the night does', { ...cycle, sleepUntil: '06:00' }, 'endBeforeStart', 'sleepUntil'],
    ['sleep that ends when 24 hours do', { ...cycle, cycle: ['14:00-14:00'] }, 'endBeforeStart', 'sleepUntil'],
    ['sleep that is no time', { ...cycle, sleepUntil: 'noon' }, 'timeImpossible', 'sleepUntil'],
    ['a roster that ends before it begins', { ...roster, until: '2027-01-03', shifts: [] }, 'endBeforeStart', 'until'],
    ['a roster of more than two years', { ...roster, until: '2029-02-01' }, 'windowTooLong', 'until'],
    ['a cycle from no day', { ...cycle, from: null }, 'dateImpossible', 'from'],
    ['busy times the wrong way round', { ...calendar, busy: ['2027-01-04T11:00Z/2027-01-04T10:00Z'] }, 'endBeforeStart', 'busy'],
    ['busy times of a day that is none', { ...calendar, busy: ['2027-02-30T10:00Z/2027-03-04T10:00Z'] }, 'timeImpossible', 'busy'],
    ['busy times of no zone', { ...calendar, busy: ['2027-02-20T10:00/2027-03-04T10:00'] }, 'timeImpossible', 'busy'],
    ['notice of more than 90 days', { ...week, timeOffDays: 91 }, 'numberImpossible', 'timeOffDays'],
    ['notice of half a day', { ...week, timeOffDays: 0.5 }, 'numberImpossible', 'timeOffDays'],
    ['only the second room', { ...oneDay, how: ['secondRoom'] }, 'noWayChosen', 'how'],
    ['an end before the start', { ...oneDay, end: '08:00' }, 'endBeforeStart', 'end'],
  ])('is refused with %s', (_, typed, code, field) => expect(parseAvailabilityRule(typed)).toEqual({ ok: false, code, field }))
})

import { ways, type Way } from '../meeting/participation'
import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { preferences } from '../availability/availability-rule'
import type { AvailabilityRule, Preference } from '../availability/availability-rule'
import type { Block } from '../clock/block'
import { freeGrid } from './free-grid'
import { hasSlot, slotMs, windowOf } from './slot-grid'
import type { Window } from './slot-grid'
import { zoneOffsets } from '../clock/zone-offsets'

const london = 'Europe/London'
const utc = (text: string): number => Date.parse(`${text}Z`)

const dayMs = 86_400_000
const today = dayOf('2026-01-01')

function dayOf(date: string): number {
  return utc(`${date}T00:00`) / dayMs
}

function free(
  rules: readonly AvailabilityRule[],
  window: Window,
  busy: readonly Block[] = [],
  how: Way = 'inRoom',
  liking: Preference = 'lastResort',
  kind: 'plain' | 'any' = 'plain',
): number[] {
  const offsets = (zone: string) => zoneOffsets(zone, window.startMs - 5 * dayMs, window.startMs + window.slots * slotMs + 5 * dayMs)
  const grid = freeGrid(rules, busy, { offsets, today: () => today }, window)[kind][ways.indexOf(how) * 3 + preferences.indexOf(liking)]
  return grid ? Array.from({ length: window.slots }, (_, slot) => slot).filter((slot) => hasSlot(grid, slot)) : []
}

function stretches(slots: readonly number[], window: Window): string[] {
  const text = (slot: number): string => new Date(window.startMs + slot * slotMs).toISOString().slice(5, 16)
  const starts = slots.filter((slot, i) => slots[i - 1] !== slot - 1)
  const ends = slots.filter((slot, i) => slots[i + 1] !== slot + 1)
  return starts.map((start, i) => `${text(start)} ${text(ends[i]! + 1)}`)
}

const week = (weekdays: number[], start: string, end: string, zone = london): AvailabilityRule => ({
  kind: 'ordinaryWeek',
  weekdays,
  start,
  end,
  zone,
  how: ['inRoom'],
  preference: 'possible',
})

describe('the clock changes of 2026 in London', () => {
  it.each<[string, AvailabilityRule, string, string, string[]]>([
    [
      'a Sunday before and after the clock goes forward',
      week([7], '15:00', '17:00'),
      '2026-03-22T00:00',
      '2026-03-30T00:00',
      ['03-22T15:00 03-22T17:00', '03-29T14:00 03-29T16:00'],
    ],
    ['the whole short day has 23 hours', week([7], '00:00', '24:00'), '2026-03-28T00:00', '2026-03-31T00:00', ['03-29T00:00 03-29T23:00']],
    ['an hour the clock skips is no time', week([7], '01:00', '02:00'), '2026-03-28T00:00', '2026-03-31T00:00', []],
    [
      'a start in the skipped hour begins when it is over',
      week([7], '01:30', '03:00'),
      '2026-03-28T00:00',
      '2026-03-31T00:00',
      ['03-29T01:00 03-29T02:00'],
    ],
    [
      'a Sunday after the clock goes back',
      week([7], '15:00', '17:00'),
      '2026-10-25T00:00',
      '2026-10-26T00:00',
      ['10-25T15:00 10-25T17:00'],
    ],
    ['the whole long day has 25 hours', week([7], '00:00', '24:00'), '2026-10-24T00:00', '2026-10-27T00:00', ['10-24T23:00 10-26T00:00']],
    ['an hour shown twice counts twice', week([7], '01:00', '02:00'), '2026-10-24T00:00', '2026-10-27T00:00', ['10-25T00:00 10-25T02:00']],
    [
      'half of an hour shown twice counts twice too',
      week([7], '01:30', '02:00'),
      '2026-10-24T00:00',
      '2026-10-27T00:00',
      ['10-25T00:30 10-25T01:00', '10-25T01:30 10-25T02:00'],
    ],
  ])('%s', (_, rule, from, until, expected) => {
    const window = windowOf(utc(from), utc(until))
    expect(stretches(free([rule], window), window)).toEqual(expected)
  })
})

describe('a person in another zone', () => {
  it('is asked about her own evening in Sydney, and moves against London when either clock changes', () => {
    const aunt = week([6], '18:00', '22:00', 'Australia/Sydney')
    const window = windowOf(utc('2026-03-27T00:00'), utc('2026-04-12T00:00'))
    expect(stretches(free([aunt], window), window)).toEqual([
      '03-28T07:00 03-28T11:00',
      '04-04T07:00 04-04T11:00',
      '04-11T08:00 04-11T12:00',
    ])
  })
})

describe('what takes time away', () => {
  const window = windowOf(utc('2026-04-06T00:00'), utc('2026-04-13T00:00'))
  const everyDay = week([1, 2, 3, 4, 5, 6, 7], '10:00', '12:00')

  it('is every day of an absence, the first and the last included', () => {
    const away: AvailabilityRule = { kind: 'cannot', from: '2026-04-07', until: '2026-04-11', zone: london }
    expect(stretches(free([away, everyDay], window), window)).toEqual(['04-06T09:00 04-06T11:00', '04-12T09:00 04-12T11:00'])
  })

  it('is the whole quarter hour that something busy touches', () => {
    const busy = [{ startMs: utc('2026-04-06T09:50'), endMs: utc('2026-04-06T10:10') }]
    expect(stretches(free([everyDay], window, busy), window)[0]).toBe('04-06T09:00 04-06T09:45')
    expect(stretches(free([everyDay], window, busy), window)[1]).toBe('04-06T10:15 04-06T11:00')
  })

  it('is the edge of an offer that does not fill its quarter hour', () => {
    expect(stretches(free([week([1], '10:10', '11:20')], window), window)).toEqual(['04-06T09:15 04-06T10:15'])
  })
})

describe('ways and likings', () => {
  it('are kept apart, and a better hour is also a possible one', () => {
    const window = windowOf(utc('2026-04-06T00:00'), utc('2026-04-07T00:00'))
    const rules: AvailabilityRule[] = [
      { kind: 'ordinaryWeek', weekdays: [1], start: '10:00', end: '11:00', zone: london, how: ['inRoom'], preference: 'better' },
      { kind: 'ordinaryWeek', weekdays: [1], start: '11:00', end: '12:00', zone: london, how: ['inRoom', 'phone'], preference: 'possible' },
      { kind: 'ordinaryWeek', weekdays: [1], start: '12:00', end: '13:00', zone: london, how: ['inRoom'], preference: 'lastResort' },
    ]
    const shown = (how: Way, liking: Preference) => stretches(free(rules, window, [], how, liking), window)
    expect(shown('inRoom', 'better')).toEqual(['04-06T09:00 04-06T10:00'])
    expect(shown('inRoom', 'possible')).toEqual(['04-06T09:00 04-06T11:00'])
    expect(shown('inRoom', 'lastResort')).toEqual(['04-06T09:00 04-06T12:00'])
    expect(shown('phone', 'lastResort')).toEqual(['04-06T10:00 04-06T11:00'])
    expect(shown('video', 'lastResort')).toEqual([])
  })
})

describe('against a slow calendar', () => {
  it('is free exactly when the wall clock says so, at every clock change from 2025 to 2045 in six zones', () => {
    const zones = [london, 'Australia/Sydney', 'Australia/Lord_Howe', 'America/New_York', 'Africa/Cairo', 'America/Santiago']
    const minute = fc.integer({ min: 0, max: 96 }).map((quarter) => quarter * 15)
    const text = (m: number) => `${String(Math.floor(m / 60)).padStart(2, '0')}:${String(m % 60).padStart(2, '0')}`
    for (const zone of zones) {
      const changes = zoneOffsets(zone, utc('2025-01-01T00:00'), utc('2046-01-01T00:00')).starts.slice(1)
      expect(changes.length).toBeGreaterThan(38)
      for (const change of changes) {
        const window = windowOf(change - 30 * 3_600_000, change + 30 * 3_600_000)
        const wall = Array.from({ length: window.slots }, (_, slot) =>
          Temporal.Instant.fromEpochMilliseconds(window.startMs + slot * slotMs).toZonedDateTimeISO(zone),
        )
        fc.assert(
          fc.property(fc.uniqueArray(fc.integer({ min: 1, max: 7 }), { minLength: 1 }), fc.tuple(minute, minute), (weekdays, [a, b]) => {
            fc.pre(a !== b)
            const [start, end] = [Math.min(a, b), Math.max(a, b)]
            const expected = wall.flatMap((at, slot) => {
              const now = at.hour * 60 + at.minute
              return weekdays.includes(at.dayOfWeek) && now >= start && now < end ? [slot] : []
            })
            expect(free([week(weekdays, text(start), text(end), zone)], window)).toEqual(expected)
          }),
          { numRuns: 4 },
        )
      }
    }
  }, 60_000)
})

const offered = { start: '08:00', end: '20:00', zone: london, how: ['inRoom' as const], preference: 'possible' as const }
const day = { start: '06:00', end: '18:00' }
const night = { start: '18:00', end: '06:00' }

describe('shifts', () => {
  const january = windowOf(utc('2027-01-04T00:00'), utc('2027-01-10T00:00'))
  const cycle: AvailabilityRule = { ...offered, kind: 'shiftCycle', from: '2027-01-06', cycle: [day, night, null], sleepUntil: '14:00' }

  it.each<[string, AvailabilityRule[], string[]]>([
    [
      'take their time, before the first day of the cycle too, and sleep follows a night',
      [cycle],
      [
        '01-05T14:00 01-05T20:00',
        '01-06T18:00 01-06T20:00',
        '01-07T08:00 01-07T18:00',
        '01-08T14:00 01-08T20:00',
        '01-09T18:00 01-09T20:00',
      ],
    ],
    [
      'of other rules count too',
      [cycle, week([6], '07:00', '21:00')],
      [
        '01-05T14:00 01-05T20:00',
        '01-06T18:00 01-06T20:00',
        '01-07T08:00 01-07T18:00',
        '01-08T14:00 01-08T20:00',
        '01-09T18:00 01-09T21:00',
      ],
    ],
    [
      'fall away, with the sleep after them, on a day that was put right',
      [cycle, { ...offered, kind: 'oneDay', date: '2027-01-07', start: '09:00', end: '10:00' }],
      [
        '01-05T14:00 01-05T20:00',
        '01-06T18:00 01-06T20:00',
        '01-07T08:00 01-07T20:00',
        '01-08T08:00 01-08T20:00',
        '01-09T18:00 01-09T20:00',
      ],
    ],
    [
      'of a roster are its dates, and it offers nothing outside them',
      [
        {
          ...offered,
          kind: 'roster',
          from: '2027-01-05',
          until: '2027-01-06',
          shifts: [{ date: '2027-01-05', ...night }],
          sleepUntil: '12:00',
        },
      ],
      ['01-05T08:00 01-05T18:00', '01-06T12:00 01-06T20:00'],
    ],
    // The cycle has a day on Wednesday the 6th and a night on Thursday the 7th; the night of the 4th is slept off on the 5th.
    [
      'of a roster stand in the place of a cycle’s, on its days off too',
      [
        cycle,
        {
          ...offered,
          kind: 'roster',
          from: '2027-01-06',
          until: '2027-01-07',
          shifts: [{ date: '2027-01-07', start: '08:00', end: '10:00' }],
        },
      ],
      [
        '01-05T14:00 01-05T20:00',
        '01-06T08:00 01-06T20:00',
        '01-07T10:00 01-07T20:00',
        '01-08T08:00 01-08T20:00',
        '01-09T18:00 01-09T20:00',
      ],
    ],
    [
      'that end at midnight are no nights',
      [
        {
          ...offered,
          kind: 'roster',
          from: '2027-01-05',
          until: '2027-01-06',
          shifts: [{ date: '2027-01-05', start: '14:00', end: '00:00' }],
          sleepUntil: '12:00',
        },
      ],
      ['01-05T08:00 01-05T14:00', '01-06T08:00 01-06T20:00'],
    ],
    [
      'of a calendar are what is busy in it',
      [
        {
          ...offered,
          kind: 'calendar',
          from: '2027-01-05',
          until: '2027-01-05',
          busy: [{ startMs: utc('2027-01-05T09:05'), endMs: utc('2027-01-05T17:50') }],
        },
      ],
      ['01-05T08:00 01-05T09:00', '01-05T18:00 01-05T20:00'],
    ],
  ])('%s', (_, rules, expected) => {
    // The 4th is a night of the cycle, though it begins on the 6th only.
    expect(stretches(free(rules, january), january).filter((stretch) => stretch >= '01-05')).toEqual(expected)
  })

  it.each<[string, string, ShiftTimes, string[]]>([
    [
      'an end in the hour that is skipped is read the later way',
      '2026-03-28',
      { start: '22:00', end: '01:30' },
      ['03-28T00:00 03-28T22:00', '03-29T01:30 03-29T23:00'],
    ],
    [
      'an end in the hour that comes twice is the second',
      '2026-10-24',
      { start: '20:00', end: '01:30' },
      ['10-23T23:00 10-24T19:00', '10-25T01:30 10-26T00:00'],
    ],
    [
      'a start in the hour that comes twice is the first',
      '2026-10-25',
      { start: '01:30', end: '08:00' },
      ['10-23T23:00 10-25T00:30', '10-25T08:00 10-26T00:00'],
    ],
    [
      'a start in the hour that is skipped is read the earlier way',
      '2026-03-29',
      { start: '01:30', end: '08:00' },
      ['03-28T00:00 03-29T00:30', '03-29T07:00 03-29T23:00'],
    ],
  ])('across a change of the clock: %s', (_, date, shift, expected) => {
    const [from, until] = date.startsWith('2026-03') ? ['2026-03-28', '2026-03-29'] : ['2026-10-24', '2026-10-25']
    const window = windowOf(utc(`${from}T00:00`) - dayMs, utc(`${until}T00:00`) + 2 * dayMs)
    const rule: AvailabilityRule = {
      ...offered,
      start: '00:00',
      end: '24:00',
      kind: 'roster',
      from: from!,
      until: until!,
      shifts: [{ date, ...shift }],
    }
    expect(stretches(free([rule], window), window)).toEqual(expected)
  })

  type ShiftTimes = { start: string; end: string }
})

describe('time off', () => {
  const window = windowOf(utc('2026-01-05T00:00'), utc('2026-01-10T00:00'))
  const any = (rules: AvailabilityRule[], busy: Block[] = []) => stretches(free(rules, window, busy, 'inRoom', 'lastResort', 'any'), window)
  const work: AvailabilityRule = {
    ...offered,
    kind: 'shiftCycle',
    from: '2026-01-05',
    cycle: [{ start: '09:00', end: '17:00' }],
    timeOff: { noticeDays: 6 },
  }

  it.each<[string, AvailabilityRule[], Block[], string[]]>([
    [
      'is offered within the own shifts, from the day that the notice reaches',
      [work],
      [],
      [
        '01-05T08:00 01-05T09:00',
        '01-05T17:00 01-05T20:00',
        '01-06T08:00 01-06T09:00',
        '01-06T17:00 01-06T20:00',
        '01-07T08:00 01-07T20:00',
        '01-08T08:00 01-08T20:00',
        '01-09T08:00 01-09T20:00',
      ],
    ],
    [
      'survives shifts in an ordinary week, and nothing that is taken for good',
      [
        { ...week([3], '10:00', '12:00'), timeOff: { noticeDays: 0 } } as AvailabilityRule,
        { ...work, start: '08:00', end: '08:15', timeOff: undefined },
        { kind: 'cannot', from: '2026-01-06', until: '2026-01-06', zone: london },
      ],
      [{ startMs: utc('2026-01-07T11:00'), endMs: utc('2026-01-07T11:15') }],
      [
        '01-05T08:00 01-05T08:15',
        '01-07T08:00 01-07T08:15',
        '01-07T10:00 01-07T11:00',
        '01-07T11:15 01-07T12:00',
        '01-08T08:00 01-08T08:15',
        '01-09T08:00 01-09T08:15',
      ],
    ],
  ])('%s', (_, rules, busy, expected) => expect(any(rules, busy)).toEqual(expected))

  it('is not offered plainly', () =>
    expect(stretches(free([{ ...week([3], '10:00', '12:00'), timeOff: { noticeDays: 0 } } as AvailabilityRule], window), window)).toEqual(
      [],
    ))
})

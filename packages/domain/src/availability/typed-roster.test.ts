import { describe, expect, it } from 'vitest'
import { parseAvailabilityRule } from './availability-rule'
import { typedShift } from './typed-shift'
import { readRoster, type RosterFault } from './typed-roster'

/** Friday 1 January 2027; 4 January is a Monday. */
const today = { from: '2027-01-01' }
const said = (text: string): string[] => readRoster(text, today).shifts.map((shift) => `${shift.date} ${typedShift(shift)}`)

describe('one line of a roster', () => {
  it.each<[string, string]>([
    ['4/1 18:00-06:00', '2027-01-04 18:00-06:00'],
    ['04/01/2027 6pm-6am', '2027-01-04 18:00-06:00'],
    ['4/1/27 6pm - 6am', '2027-01-04 18:00-06:00'],
    ['4.1.2027 18.00-06.00', '2027-01-04 18:00-06:00'],
    ['Mon 4 Jan 18-06', '2027-01-04 18:00-06:00'],
    ['Monday 4th January 2027: 6.30pm to 6.30am', '2027-01-04 18:30-06:30'],
    ['4/1 08:00-08:00', '2027-01-04 08:00-08:00'],
    ['04/01/2027 06:00 05/01/2027 06:00', '2027-01-04 06:00-06:00'],
    ['mon 4 jan, 1800-0600', '2027-01-04 18:00-06:00'],
    ['MON 04-JAN-2027 18:00–06:00', '2027-01-04 18:00-06:00'],
    ['4 Jan nights 18:00 till 06:00', '2027-01-04 18:00-06:00'],
    ['4 Jan 18:00-06:00 night', '2027-01-04 18:00-06:00'],
    ['2027-01-04, 18:00, 06:00', '2027-01-04 18:00-06:00'],
    ['2027-01-04;18:00:00;06:00:00', '2027-01-04 18:00-06:00'],
    ['Mon\t04/01/2027\t18:00\t06:00', '2027-01-04 18:00-06:00'],
    ['"04/01/2027","18:00","06:00"', '2027-01-04 18:00-06:00'],
    ['4/1 6 am - 2 pm', '2027-01-04 06:00-14:00'],
    ['4/1 noon-midnight', '2027-01-04 12:00-00:00'],
    ['4/1 16:00-24:00', '2027-01-04 16:00-00:00'],
    ['4/1 12am-12pm', '2027-01-04 00:00-12:00'],
    ['04/01/2027 18:00 05/01/2027 06:00', '2027-01-04 18:00-06:00'],
    ['Mon 4 Jan 18:00 - Tue 5 Jan 06:00', '2027-01-04 18:00-06:00'],
    ['Mon 4 Jan 06:00 - Mon 4 Jan 14:00', '2027-01-04 06:00-14:00'],
    ['29/12 18:00-06:00', '2026-12-29 18:00-06:00'],
    ['25/12 18:00-06:00', '2026-12-25 18:00-06:00'],
    ['24/12 18:00-06:00', '2027-12-24 18:00-06:00'],
  ])('%j is %j', (line, shift) => expect(said(line)).toEqual([shift]))

  it.each<[string, string, RosterFault]>([
    ['ends before it starts, with both dates', '05/01/2027 06:00 04/01/2027 18:00', { code: 'wrongEnd' }],
    ['ends before it starts, on one date typed twice', '04/01/2027 18:00 04/01/2027 06:00', { code: 'wrongEnd' }],
    ['longer than a day', '04/01/2027 06:00 05/01/2027 18:00', { code: 'wrongEnd' }],
    ['a weekday that is not that date’s', 'Tue 4 Jan 18-06', { code: 'otherWeekday', date: '2027-01-04' }],
    ['the weekday of the end is not that date’s', 'Mon 4 Jan 18:00 - Wed 5 Jan 06:00', { code: 'otherWeekday', date: '2027-01-05' }],
    ['an end on no such day', '31/1 18:00 32/1 06:00', { code: 'noSuchDay' }],
    ['no such day', '31/2 18:00-06:00', { code: 'noSuchDay' }],
    ['no such month', '4/13 18:00-06:00', { code: 'noSuchDay' }],
    ['no such hour', '4/1 25:00-06:00', { code: 'noTimes' }],
    ['no such hour before noon', '4/1 13am-2pm', { code: 'noTimes' }],
    ['no end', '4/1 18:00', { code: 'noTimes' }],
    ['no date', '18:00-06:00', { code: 'noDate' }],
    ['more said than we understand', '4/1 18:00-06:00 swapped with Dan', { code: 'tooMuch' }],
    ['two shifts on one line', '4/1 06:00-10:00 16:00-20:00', { code: 'tooMuch' }],
    ['a slip in the year', '04/01/2072 18:00-06:00', { code: 'farAway' }],
    ['the head of a table', 'Date\tStart\tEnd', { code: 'noDate' }],
    ['29 February in a year without one', '29/2 18:00-06:00', { code: 'noSuchDay' }],
    ['a dot too many', '4.1. 18.00-06.00', { code: 'noDate' }],
    ['words', 'see you at the depot', { code: 'noDate' }],
  ])('%s: %j is not guessed at, and it says why', (_, line, why) => {
    expect(readRoster(line, today)).toEqual({ shifts: [], unreadable: [{ line: 1, text: line, why }], from: null, until: null })
  })

  it.each(['Mon 4 Jan off', '4/1 OFF', '2027-01-04, rest day', '4 January - day off', '04/01/2027\tannual leave'])(
    '%j is a day off',
    (line) => {
      expect(readRoster(line, today)).toEqual({ shifts: [], unreadable: [], from: '2027-01-04', until: '2027-01-04' })
    },
  )
})

describe('a whole roster', () => {
  const lines = Array.from({ length: 30 }, (_, at) => (at % 4 < 2 ? `${at + 1}/1 18:00-06:00` : `${at + 1}/1 off`))
  const pasted = lines.with(4, '5/1 nights with Dave').with(17, '18/1 18:00-').with(29, 'Signed, the depot')

  it('keeps 27 lines of 30 and shows the other three with their numbers', () => {
    const { shifts, unreadable, from, until } = readRoster(pasted.join('\n'), today)
    expect(unreadable).toMatchObject([
      { line: 5, text: '5/1 nights with Dave' },
      { line: 18, text: '18/1 18:00-' },
      { line: 30, text: 'Signed, the depot' },
    ])
    const daysOff = pasted.filter((line) => line.endsWith('off'))
    expect([shifts.length, daysOff.length, from, until]).toEqual([13, 14, '2027-01-01', '2027-01-29'])
  })

  it.each([['\n'], ['\r\n'], ['\r']])('counts lines that end with %j, empty ones too', (end) => {
    expect(readRoster(['', '4/1 18-06', '', 'what', ''].join(end), today).unreadable).toMatchObject([{ line: 4, text: 'what' }])
  })

  it('comes back in order and once each, a day with two shifts as two', () => {
    expect(said('5/1 16:00-20:00\n4/1 18-06\n5/1 06:00-10:00\n4/1 18:00-06:00')).toEqual([
      '2027-01-04 18:00-06:00',
      '2027-01-05 06:00-10:00',
      '2027-01-05 16:00-20:00',
    ])
  })

  it('spans its days off too', () => {
    const { from, until } = readRoster('3/1 off\n4/1 18-06\n9/1 off', today)
    expect([from, until]).toEqual(['2027-01-03', '2027-01-09'])
  })

  it('goes over the end of a year: what was last week is past, what is older is next year’s', () => {
    expect(readRoster('28 Dec 18-06\n2 Jan 18-06', { from: '2026-12-30' }).shifts.map(({ date }) => date)).toEqual([
      '2026-12-28',
      '2027-01-02',
    ])
  })

  it('makes a rule that can be kept', () => {
    const { shifts, from, until } = readRoster(pasted.join('\n'), today)
    const parsed = parseAvailabilityRule({
      kind: 'roster',
      zone: 'Europe/London',
      start: '09:00',
      end: '20:00',
      how: ['inRoom'],
      from,
      until,
      shifts: shifts.map((shift) => `${shift.date} ${typedShift(shift)}`),
    })
    expect(parsed).toMatchObject({ ok: true, rule: { shifts } })
  })

  it.each(['', ' \n\t\n'])('is empty for %j', (text) =>
    expect(readRoster(text, today)).toEqual({ shifts: [], unreadable: [], from: null, until: null }),
  )

  it('is not held up by a very long line', () => {
    const { unreadable } = readRoster(`4/1 ${' '.repeat(50_000)}1${'8'.repeat(50_000)}`, today)
    expect(unreadable).toHaveLength(1)
  })

  it('refuses a today that was not parsed', () => expect(() => readRoster('4/1 18-06', { from: '1/1/2027' })).toThrow(RangeError))
})

import { describe, expect, it } from 'vitest'
import { mostCycleDays } from './availability-rule'
import { cycleOf, shiftPatterns, type PatternHours, type ShiftPatternCode } from './shift-patterns'

const day = '06:00-18:00'
const night = '18:00-06:00'
const said = (code: ShiftPatternCode, hours?: PatternHours): string[] =>
  cycleOf(code, hours).map((shift) => (shift === null ? '' : `${shift.start}-${shift.end}`))
const turn = (code: ShiftPatternCode): string =>
  shiftPatterns
    .find((pattern) => pattern.code === code)!
    .days.map((kind) => kind?.[0] ?? '.')
    .join('')

describe('one turn of a pattern, from the day its question asks for', () => {
  it.each<[ShiftPatternCode, string, string]>([
    ['fourOnFourOffDays', 'daysStart', 'dddd....'],
    ['fourOnFourOffNights', 'nightsStart', 'nnnn....'],
    ['twoDaysTwoNightsFourOff', 'daysStart', 'ddnn....'],
    ['twoTwoThree', 'threeDaysStart', 'ddd..dd...dd..'],
    ['sixOnThreeOff', 'daysStart', 'dddddd...'],
    ['continental', 'threeNightsStart', 'nnn..eelllnn..eeellnn...eell'],
    ['own', 'firstDay', ''],
  ])('%s asks %s', (code, question, days) => {
    expect(shiftPatterns.find((pattern) => pattern.code === code)!.question).toBe(question)
    expect(turn(code)).toBe(days)
  })

  it.each<[string, ShiftPatternCode, RegExp]>([
    ['a run of three days comes once in 2-2-3', 'twoTwoThree', /(?<!d)ddd(?!d)/g],
    ['a run of three nights comes once in a continental turn', 'continental', /(?<!n)nnn(?!n)/g],
  ])('%s, so that its question has one answer', (_, code, run) => {
    expect((turn(code) + turn(code)).match(run)).toHaveLength(2)
  })

  it('gives every team of a continental plan an eight-hour shift at every hour: four teams, seven days apart', () => {
    const days = turn('continental')
    for (let at = 0; at < 28; at++) {
      expect(
        [0, 7, 14, 21]
          .map((team) => days[(at + team) % 28])
          .toSorted()
          .join(''),
      ).toBe('.eln')
    }
  })

  it('fits into a rule', () => {
    for (const { code } of shiftPatterns) expect(cycleOf(code).length).toBeLessThanOrEqual(mostCycleDays)
  })
})

describe('the hours of a pattern', () => {
  it('are the usual ones', () => expect(said('twoDaysTwoNightsFourOff')).toEqual([day, day, night, night, '', '', '', '']))

  it('are those given, for the kinds of shift they are given for', () => {
    expect(said('twoDaysTwoNightsFourOff', { night: { start: '19:30', end: '07:30' } })).toEqual([
      day,
      day,
      '19:30-07:30',
      '19:30-07:30',
      '',
      '',
      '',
      '',
    ])
  })

  it('have a kind for every day that is not off', () => {
    for (const { code, days } of shiftPatterns)
      expect(cycleOf(code).filter((shift) => shift !== null)).toHaveLength(days.filter((kind) => kind !== null).length)
  })
})

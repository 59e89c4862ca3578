import { describe, expect, it } from 'vitest'
import type { AvailabilityRule } from './availability-rule'
import { monthOf } from './month-of-rules'
import { touched, type UsualOffer } from './touched-day'

const zone = 'Europe/London'
const usual: UsualOffer = { start: '09:00', end: '20:00', zone, how: ['inRoom', 'phone'], preference: 'possible' }
const cannot = (from: string, until = from): AvailabilityRule => ({ kind: 'cannot', from, until, zone })
const can = (date: string): AvailabilityRule => ({ kind: 'oneDay', date, ...usual })
const nights: AvailabilityRule = {
  kind: 'shiftCycle',
  ...usual,
  from: '2027-01-04',
  cycle: [{ start: '18:00', end: '06:00' }, null],
  sleepUntil: '14:00',
}

describe('a day that is touched', () => {
  it.each<[string, AvailabilityRule[], string, AvailabilityRule[]]>([
    ['as the pattern says: I cannot', [nights], '2027-01-04', [nights, cannot('2027-01-04')]],
    ['I cannot: I can', [nights, cannot('2027-01-04')], '2027-01-04', [nights, can('2027-01-04')]],
    ['I can: as the pattern says', [nights, can('2027-01-04')], '2027-01-04', [nights]],
    ['without any rule: I cannot', [], '2027-01-04', [cannot('2027-01-04')]],
    [
      'other days stay',
      [cannot('2027-01-03'), can('2027-01-05')],
      '2027-01-04',
      [cannot('2027-01-03'), can('2027-01-05'), cannot('2027-01-04')],
    ],
    [
      'in the middle of days away: cut in two',
      [cannot('2027-01-03', '2027-01-06')],
      '2027-01-04',
      [cannot('2027-01-03'), cannot('2027-01-05', '2027-01-06'), can('2027-01-04')],
    ],
    ['the first day away', [cannot('2027-01-04', '2027-01-06')], '2027-01-04', [cannot('2027-01-05', '2027-01-06'), can('2027-01-04')]],
    [
      'the last day away, over the end of a year',
      [cannot('2026-12-30', '2027-01-01')],
      '2027-01-01',
      [cannot('2026-12-30', '2026-12-31'), can('2027-01-01')],
    ],
    [
      'two rules say cannot: both give way',
      [cannot('2027-01-04'), cannot('2027-01-04', '2027-01-05')],
      '2027-01-04',
      [cannot('2027-01-05'), can('2027-01-04')],
    ],
    ['said both: cannot counts', [cannot('2027-01-04'), can('2027-01-04')], '2027-01-04', [can('2027-01-04')]],
  ])('%s', (_, rules, date, after) => expect(touched(rules, date, usual)).toEqual(after))

  it('looks in the picture as it was touched, and after three touches as before', () => {
    const code = (rules: AvailabilityRule[]): string => monthOf(rules, '2027-01-04', 1, '2027-01-01')[0]!.code
    const once = touched([nights], '2027-01-04', usual)
    const twice = touched(once, '2027-01-04', usual)
    expect([[nights], once, twice, touched(twice, '2027-01-04', usual)].map(code)).toEqual(['nights', 'cannot', 'can', 'nights'])
  })

  it('leaves the rules it was given as they are', () => {
    const rules = Object.freeze([Object.freeze(cannot('2027-01-03', '2027-01-06'))])
    touched(rules, '2027-01-04', usual)
    expect(rules).toEqual([cannot('2027-01-03', '2027-01-06')])
  })

  it.each(['2027-02-31', '4/1/2027', ''])('refuses %j, which was not parsed', (date) =>
    expect(() => touched([], date, usual)).toThrow(RangeError),
  )
})

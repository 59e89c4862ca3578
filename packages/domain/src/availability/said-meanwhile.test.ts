import { describe, expect, it } from 'vitest'
import { parseAvailabilityRule, type AvailabilityRule, type TypedAvailabilityRule } from './availability-rule'
import { textOfRule } from './same-rule'
import { saidElsewhere, saySame, withMeanwhile } from './said-meanwhile'

const zone = 'Europe/London'
function rule(typed: Omit<TypedAvailabilityRule, 'zone'>): AvailabilityRule {
  const parsed = parseAvailabilityRule({ ...typed, zone })
  if (!parsed.ok) throw new Error(parsed.code)
  return parsed.rule
}
const offered = { start: '09:00', end: '20:00', how: ['inRoom'], preference: 'possible' } as const
const cannot = (date: string) => rule({ kind: 'cannot', from: date, until: date })
const week = (day: number, more: object = {}) => rule({ kind: 'ordinaryWeek', weekdays: [day], ...offered, ...more })
const shifts = (from: string) => rule({ kind: 'shiftCycle', from, cycle: ['18:00-06:00', ''], ...offered })
const list = (from: string) => rule({ kind: 'roster', from, until: from, shifts: [`${from} 09:00-17:00`], ...offered })
const [a, b, c] = [cannot('2026-12-01'), cannot('2026-12-02'), cannot('2026-12-03')]
const quiet = { added: [], replaced: [], takenAway: [] }

describe('what is said here and what was said elsewhere', () => {
  it.each<[string, AvailabilityRule[], AvailabilityRule[], AvailabilityRule[], AvailabilityRule[], object]>([
    ['are both kept, what was said elsewhere first', [a], [a, b], [a, c], [a, c, b], { added: [c] }],
    ['from nothing are both kept', [], [b], [c], [c, b], { added: [c] }],
    ['are kept once where they are the same', [a], [a, b], [a, b], [a, b], {}],
    ['are no news where only here something was said', [a], [a, b], [a], [a, b], {}],
    ['leave away what was taken away here', [a, b], [b], [a, b, c], [b, c], { added: [c] }],
    ['leave away what was taken away elsewhere, and say so', [a, b], [a, b, c], [b], [b, c], { takenAway: [a] }],
    ['leave away what both took away, which is no news', [a, b], [b, c], [b], [b, c], {}],
    [
      'hold one pattern of shifts: the one said here',
      [shifts('2026-12-01')],
      [shifts('2026-12-02')],
      [shifts('2026-12-03')],
      [shifts('2026-12-02')],
      { replaced: [shifts('2026-12-03')] },
    ],
    [
      'hold one list for a first day',
      [],
      [list('2026-12-01')],
      [list('2026-12-05'), rule({ kind: 'roster', from: '2026-12-01', until: '2026-12-02', shifts: [], ...offered })],
      [list('2026-12-05'), list('2026-12-01')],
      {
        added: [list('2026-12-05')],
        replaced: [rule({ kind: 'roster', from: '2026-12-01', until: '2026-12-02', shifts: [], ...offered })],
      },
    ],
    [
      'hold one answer for the same hours',
      [week(1)],
      [week(1, { preference: 'better' })],
      [week(1, { timeOffDays: 7 }), week(2)],
      [week(2), week(1, { preference: 'better' })],
      {
        added: [week(2)],
        replaced: [week(1, { timeOffDays: 7 })],
      },
    ],
    [
      'hold a day touched here, whatever was said of it elsewhere',
      [],
      [rule({ kind: 'oneDay', from: '2026-12-01', ...offered })],
      [rule({ kind: 'oneDay', from: '2026-12-01', ...offered, end: '21:00' })],
      [rule({ kind: 'oneDay', from: '2026-12-01', ...offered })],
      {
        replaced: [rule({ kind: 'oneDay', from: '2026-12-01', ...offered, end: '21:00' })],
      },
    ],
  ])('%s', (_words, before, here, elsewhere, rules, news) => {
    expect(withMeanwhile(before, here, elsewhere)).toEqual({ rules, news: { ...quiet, ...news } })
  })

  it('say the same in whatever order, and whichever way they were written', () => {
    expect(saySame([a, b], [b, a])).toBe(true)
    expect(
      saySame(
        [{ ...offered, zone, kind: 'ordinaryWeek', weekdays: [2, 1], how: ['phone', 'inRoom'] }],
        [week(1, { weekdays: [1, 2], how: ['inRoom', 'phone'] })],
      ),
    ).toBe(true)
    expect(saySame([a], [a, b])).toBe(false)
    expect(saySame([a, c], [a, b])).toBe(false)
  })
})

describe('what was said elsewhere', () => {
  it.each([
    ['is added where neither began with it nor says it here', 'a', 'ab', 'ac', 'c', ''],
    ['is nothing new where it is said here too', 'a', 'ab', 'ab', '', ''],
    ['is taken away where it is gone there and was left alone here', 'ab', 'abc', 'b', '', 'a'],
    ['is not taken away twice', 'ab', 'b', 'b', '', ''],
    ['is not taken away where it was only ever said here', 'a', 'ab', 'a', '', ''],
  ])('%s', (_words, before, here, elsewhere, added, takenAway) => {
    expect(saidElsewhere({ before: [...before], here: [...here], elsewhere: [...elsewhere] }, (rule) => rule)).toEqual({
      added: [...added],
      takenAway: [...takenAway],
    })
  })

  it('is the same whichever way it was typed, and as it was typed where it cannot be read', () => {
    const typed = { kind: 'ordinaryWeek', zone, start: '09:00', end: '20:00', preference: 'possible' } as const
    expect(textOfRule({ ...typed, weekdays: [2, 1], how: ['phone', 'inRoom'] })).toBe(
      textOfRule({ ...typed, weekdays: [1, 2], how: ['inRoom', 'phone'] }),
    )
    expect(textOfRule({ ...typed, weekdays: [], how: ['phone'] })).not.toBe(textOfRule({ ...typed, weekdays: [], how: ['inRoom'] }))
  })
})

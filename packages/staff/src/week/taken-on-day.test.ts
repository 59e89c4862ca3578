import { describe, expect, it } from 'vitest'
import { byName, mondayOf, onDay, weeksLater } from './taken-on-day'
import { partInWords } from './week.copy'

describe('what falls on Tuesday 10 March', () => {
  it.each([
    ['a meeting of the day', '2026-03-10T16:00', '2026-03-10T18:30', '16:00 to 18:30'],
    ['one that begins there and goes on', '2026-03-10T18:00', '2026-03-11T02:00', 'from 18:00'],
    ['one that began before', '2026-03-09T18:00', '2026-03-10T02:00', 'until 02:00'],
    ['several days around it', '2026-03-09T09:00', '2026-03-13T17:00', 'all day'],
    ['whole days, which end as the next begins', '2026-03-10T00:00', '2026-03-11T00:00', 'all day'],
    ['one that ended as it began', '2026-03-09T00:00', '2026-03-10T00:00', null],
    ['one on the day after', '2026-03-11T00:00', '2026-03-11T09:00', null],
  ])('%s', (_what, startWall, endWall, said) => {
    const found = onDay([{ startWall, endWall }], '2026-03-10').map(({ part }) => partInWords(part))
    expect(found).toEqual(said === null ? [] : [said])
  })

  it('comes in the order in which it begins', () => {
    const late = { startWall: '2026-03-10T15:00', endWall: '2026-03-10T16:00' }
    const early = { startWall: '2026-03-09T09:00', endWall: '2026-03-10T10:00' }
    expect(onDay([late, early], '2026-03-10').map(({ thing }) => thing)).toEqual([early, late])
  })
})

describe('weeks', () => {
  it.each([
    ['2026-03-09', '2026-03-09'],
    ['2026-03-15', '2026-03-09'],
    ['2026-01-01', '2025-12-29'],
  ])('the week of %s begins on %s', (date, monday) => expect(mondayOf(date)).toBe(monday))

  it('go on over a change of the clock', () =>
    expect([weeksLater('2026-03-23', 1), weeksLater('2026-03-02', -1)]).toEqual(['2026-03-30', '2026-02-23']))
})

it('gathers by name', () => {
  expect(byName(['Willow 2', 'Ash 1', 'Willow 1'], (room) => room.split(' ')[0] ?? '')).toEqual([
    { name: 'Ash', things: ['Ash 1'] },
    { name: 'Willow', things: ['Willow 2', 'Willow 1'] },
  ])
})

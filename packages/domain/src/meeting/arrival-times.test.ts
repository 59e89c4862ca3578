import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { apartGapMinutes } from './placed-together'
import { arrivalMinutes, arriveApart } from './arrival-times'

const pair = (oneId: string, otherId: string) => ({ id: `${oneId}${otherId}`, oneId, otherId, level: 'room' as const })
const all = (ids: string[], coming = ids) => ids.map((id) => ({ id, fromMinute: 0, comes: coming.includes(id) }))
const everyPair = (ids: string[]) => ids.flatMap((one, at) => ids.slice(at + 1).map((other) => pair(one, other)))

describe('arrival times', () => {
  it('everybody has one, and they are spread out', () => {
    expect([...arrivalMinutes(all(['a', 'b', 'c', 'd', 'e', 'f']), [])]).toEqual([
      ['a', -10],
      ['b', -15],
      ['c', -20],
      ['d', -25],
      ['e', -30],
      ['f', -10],
    ])
  })

  it('two kept apart are 20 minutes from each other, whoever comes first in the list', () => {
    for (const ids of [
      ['mum', 'x', 'dad'],
      ['dad', 'mum', 'x'],
    ]) {
      const minutes = arrivalMinutes(all(ids), [pair('dad', 'mum')])
      expect(Math.abs((minutes.get('dad') ?? 0) - (minutes.get('mum') ?? 0))).toBeGreaterThanOrEqual(20)
    }
  })

  it('are the same for whoever is kept apart from nobody, whatever pair is marked', () => {
    const ids = ['a', 'b', 'c', 'd', 'e', 'f', 'g']
    const without = arrivalMinutes(all(ids), [])
    fc.assert(
      fc.property(fc.subarray(everyPair(['a', 'c', 'd'])), (pairs) => {
        const minutes = arrivalMinutes(all(ids), pairs)
        for (const id of ['b', 'e', 'f', 'g']) expect(minutes.get(id)).toBe(without.get(id))
      }),
    )
  })

  it("are counted back from the start of the person's own part", () => {
    const people = [
      { id: 'mum', fromMinute: 0, comes: true },
      { id: 'dad', fromMinute: 120, comes: true },
    ]
    expect([...arrivalMinutes(people, [pair('mum', 'dad')])]).toEqual([
      ['mum', -10],
      ['dad', 110],
    ])
  })

  it('two whose parts start a little apart are 20 minutes from each other as the clock has it', () => {
    const people = [
      { id: 'mum', fromMinute: 0, comes: true },
      { id: 'dad', fromMinute: 15, comes: true },
    ]
    expect([...arrivalMinutes(people, [pair('mum', 'dad')], new Map([['mum', -10]]))]).toEqual([
      ['mum', -10],
      ['dad', -30],
    ])
    expect([...arrivalMinutes(people, [pair('mum', 'dad')], new Map([['mum', -15]]))]).toEqual([
      ['mum', -15],
      ['dad', 5],
    ])
  })

  it('three who are all kept apart find room, and nobody comes so early that they meet who leaves', () => {
    const minutes = [...arrivalMinutes(all(['a', 'b', 'c']), everyPair(['a', 'b', 'c'])).values()].toSorted((a, b) => a - b)
    expect(minutes).toEqual([-45, -25, -5])
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(15 - apartGapMinutes)
  })

  it(
    'the two sides of a family find room, whoever of each is kept apart from whom of the other, and in whatever order they are ' + 'listed',
    () => {
      const [hers, his] = [
        ['mum', 'gran', 'aunt', 'uncle', 'friend'],
        ['dad', 'nan', 'brother', 'mate', 'cousin'],
      ]
      const across = hers.flatMap((one) => his.map((other) => pair(one, other)))
      const inTurn = hers.flatMap((one, at) => [one, his[at] ?? ''])
      const allButOne = across.filter(({ oneId, otherId }) => hers.indexOf(oneId) !== his.indexOf(otherId))
      const findRoom = (ids: string[], pairs: typeof across) => {
        for (const coming of [ids, []]) {
          const minutes = arrivalMinutes(all(ids, coming), pairs)
          expect(arriveApart(minutes, pairs)).toBe(true)
          expect([...minutes.values()].every((minute) => -45 <= minute && minute <= -5)).toBe(true)
        }
      }
      findRoom(inTurn, allButOne)
      fc.assert(fc.property(fc.shuffledSubarray([...inTurn, 'worker'], { minLength: 2 }), fc.subarray(across), findRoom))
    },
  )

  it('hold for those who come to the place where four are all kept apart, and are refused where all four would come', () => {
    const [four, pairs] = [['a', 'b', 'c', 'd'], everyPair(['a', 'b', 'c', 'd'])]
    const minutes = arrivalMinutes(all(four, ['b', 'd']), pairs)
    expect([...minutes.keys()].toSorted()).toEqual(four)
    expect(arriveApart(new Map([...minutes].filter(([id]) => id === 'b' || id === 'd')), pairs)).toBe(true)
    expect(() => arrivalMinutes(all(four), pairs)).toThrow('keptApart')
  })

  it('are refused where times already given leave no room', () => {
    expect(() =>
      arrivalMinutes(
        all(['a', 'b', 'c']),
        everyPair(['a', 'b', 'c']),
        new Map([
          ['a', -10],
          ['b', -30],
        ]),
      ),
    ).toThrow('keptApart')
  })

  it('somebody added later fits in beside the times already given', () => {
    const minutes = arrivalMinutes(all(['a', 'b']), [pair('a', 'b')], new Map([['b', -10]]))
    expect([minutes.get('b'), minutes.get('a')]).toEqual([-10, -30])
  })

  it('are apart when a pair is 20 minutes from each other, or one of the two has no time', () => {
    const apart = (dad: number | null) =>
      arriveApart(new Map([['mum', -10], ['x', -10], ...(dad === null ? [] : [['dad', dad] as const])]), [pair('dad', 'mum')])
    expect([-29, -30, -15, null].map(apart)).toEqual([false, true, false, true])
  })
})

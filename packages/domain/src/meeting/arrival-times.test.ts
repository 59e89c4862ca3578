import { describe, expect, it } from 'vitest'
import { apartGapMinutes } from './placed-together'
import { arrivalMinutes, arriveApart } from './arrival-times'

const pair = (oneId: string, otherId: string) => ({ id: `${oneId}${otherId}`, oneId, otherId, level: 'room' as const })
const all = (ids: string[]) => ids.map((id) => ({ id, fromMinute: 0 }))

describe('arrival times', () => {
  it('everybody has one, and they are spread out', () => {
    expect([...arrivalMinutes(all(['a', 'b', 'c', 'd', 'e', 'f']), [])]).toEqual([['a', -10], ['b', -15], ['c', -20], ['d', -25], ['e', -30], ['f', -10]])
  })

  it('two kept apart are 20 minutes from each other, whoever comes first in the list', () => {
    for (const ids of [['mum', 'x', 'dad'], ['dad', 'mum', 'x']]) {
      const minutes = arrivalMinutes(all(ids), [pair('dad', 'mum')])
      expect(Math.abs((minutes.get('dad') ?? 0) - (minutes.get('mum') ?? 0))).toBeGreaterThanOrEqual(20)
    }
  })

  it('are counted back from the start of the person\'s own part', () => {
    const people = [{ id: 'mum', fromMinute: 0 }, { id: 'dad', fromMinute: 120 }]
    expect([...arrivalMinutes(people, [pair('mum', 'dad')])]).toEqual([['mum', -10], ['dad', 110]])
  })

  it('two whose parts start a little apart are 20 minutes from each other as the clock has it', () => {
    const people = [{ id: 'mum', fromMinute: 0 }, { id: 'dad', fromMinute: 15 }]
    expect([...arrivalMinutes(people, [pair('mum', 'dad')], new Map([['mum', -10]]))]).toEqual([['mum', -10], ['dad', -30]])
    expect([...arrivalMinutes(people, [pair('mum', 'dad')], new Map([['mum', -15]]))]).toEqual([['mum', -15], ['dad', 5]])
  })

  it('three who are all kept apart find room, and nobody comes so early that they meet who leaves', () => {
    const minutes = [...arrivalMinutes(all(['a', 'b', 'c']), [pair('a', 'b'), pair('a', 'c'), pair('b', 'c')]).values()].toSorted((a, b) => a - b)
    expect(minutes).toEqual([-45, -25, -5])
    expect(Math.min(...minutes)).toBeGreaterThanOrEqual(15 - apartGapMinutes)
  })

  it('are refused where four are all kept apart, or a time already given leaves no room', () => {
    const four = ['a', 'b', 'c', 'd']
    expect(() => arrivalMinutes(all(four), four.flatMap((one, at) => four.slice(at + 1).map((other) => pair(one, other))))).toThrow('keptApart')
    expect(() => arrivalMinutes(all(['a', 'b', 'c']), [pair('a', 'b'), pair('a', 'c'), pair('b', 'c')], new Map([['a', -10], ['b', -30]]))).toThrow('keptApart')
  })

  it('somebody added later fits in beside the times already given', () => {
    const minutes = arrivalMinutes(all(['a', 'b']), [pair('a', 'b')], new Map([['b', -10]]))
    expect([minutes.get('b'), minutes.get('a')]).toEqual([-10, -30])
  })

  it('are apart when a pair is 20 minutes from each other, or one of the two has no time', () => {
    const apart = (dad: number | null) => arriveApart(new Map([['mum', -10], ['x', -10], ...(dad === null ? [] : [['dad', dad] as const])]), [pair('dad', 'mum')])
    expect([-29, -30, -15, null].map(apart)).toEqual([false, true, false, true])
  })
})

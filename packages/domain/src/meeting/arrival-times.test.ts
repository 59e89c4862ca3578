import { describe, expect, it } from 'vitest'
import { arriveApart, minutesBefore } from './arrival-times'

const pair = (oneId: string, otherId: string) => ({ id: `${oneId}${otherId}`, oneId, otherId, level: 'room' as const })

describe('arrival times', () => {
  it('everybody has one, and they are spread out', () => {
    expect([...minutesBefore(['a', 'b', 'c', 'd', 'e', 'f'], [])]).toEqual([['a', 10], ['b', 15], ['c', 20], ['d', 25], ['e', 30], ['f', 10]])
  })

  it('two kept apart are 20 minutes from each other, whoever comes first in the list', () => {
    for (const ids of [['mum', 'x', 'dad'], ['dad', 'mum', 'x']]) {
      const minutes = minutesBefore(ids, [pair('dad', 'mum')])
      expect(Math.abs((minutes.get('dad') ?? 0) - (minutes.get('mum') ?? 0))).toBeGreaterThanOrEqual(20)
    }
  })

  it('three who are all kept apart arrive earlier still rather than meet', () => {
    const minutes = [...minutesBefore(['a', 'b', 'c'], [pair('a', 'b'), pair('a', 'c'), pair('b', 'c')]).values()].toSorted((a, b) => a - b)
    expect(minutes).toEqual([10, 30, 50])
  })

  it('somebody added later fits in beside the times already given', () => {
    const minutes = minutesBefore(['a', 'b'], [pair('a', 'b')], new Map([['b', 10]]))
    expect([minutes.get('b'), minutes.get('a')]).toEqual([10, 30])
  })

  it('are apart when a pair is 20 minutes from each other, or one of the two has no time', () => {
    const apart = (dad: number | null) => arriveApart(new Map([['mum', 10], ['x', 10], ...(dad === null ? [] : [['dad', dad] as const])]), [pair('dad', 'mum')])
    expect([29, 30, 15, null].map(apart)).toEqual([false, true, false, true])
  })
})

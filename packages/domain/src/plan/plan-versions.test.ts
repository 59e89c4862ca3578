import { describe, expect, it } from 'vitest'
import type { PairApart } from '../family/kept-apart'
import { isLatest, mayReadPlan, nextVersion } from './plan-versions'

const plan = (id: string, version: number, ...memberIds: string[]) => ({ id, version, memberIds })

describe('versions of a shared plan', () => {
  it('begin at one for each room of people who share nobody', () => {
    expect(nextVersion(['mum', 'gran'], [])).toBe(1)
    expect(nextVersion(['dad'], [plan('a', 1, 'mum', 'gran')])).toBe(1)
  })

  it('go on when somebody who wrote before writes again, in a new room', () => {
    expect(nextVersion(['gran', 'jo'], [plan('a', 1, 'mum', 'gran'), plan('b', 2, 'mum'), plan('c', 7, 'dad')])).toBe(2)
  })

  it('leave a plan the latest while only other rooms share again', () => {
    const mums = plan('a', 1, 'mum')
    const dads = plan('b', 1, 'dad')
    const again = plan('c', 2, 'dad', 'jo')
    expect(isLatest(mums, [mums, dads, again])).toBe(true)
    expect(isLatest(dads, [mums, dads, again])).toBe(false)
    expect(isLatest(again, [mums, dads, again])).toBe(true)
  })

  it('count plans that came on paper, of no room, together', () => {
    expect(nextVersion([], [plan('a', 1), plan('b', 4, 'mum')])).toBe(2)
  })
})

describe('who may read a shared plan', () => {
  const pair = (level: PairApart['level']): PairApart => ({ oneId: 'dad', otherId: 'mum', level })

  it('is whoever was in the room, and others who may know of all who were', () => {
    expect(mayReadPlan('mum', plan('a', 1, 'mum', 'gran'), [pair('knowing')])).toBe(true)
    expect(mayReadPlan('jo', plan('a', 1, 'mum', 'gran'), [pair('knowing')])).toBe(true)
    expect(mayReadPlan('dad', plan('a', 1, 'mum', 'gran'), [pair('room')])).toBe(true)
    expect(mayReadPlan('dad', plan('a', 1, 'mum', 'gran'), [pair('knowing')])).toBe(false)
  })
})

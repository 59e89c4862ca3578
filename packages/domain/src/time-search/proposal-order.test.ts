import { describe, expect, it } from 'vitest'
import { betterIn, compareProposals, criteria } from './proposal-order'

describe('the order of times', () => {
  it.each(criteria.map((criterion, i) => [criterion, i] as const))('puts %s before everything that comes after it', (criterion, i) => {
    const worse = { standing: criteria.map((_, at) => (at <= i ? 1 : 9)) }
    const better = { standing: criteria.map((_, at) => (at < i ? 1 : at === i ? 2 : 0)) }
    expect(compareProposals(better, worse)).toBeLessThan(0)
    expect(compareProposals(worse, better)).toBeGreaterThan(0)
    expect(betterIn(better, worse)).toBe(criterion)
    expect(betterIn(worse, better)).toBeUndefined()
  })

  it('tells nothing apart that is the same', () => {
    const same = { standing: criteria.map(() => 3) }
    expect(compareProposals(same, same)).toBe(0)
    expect(betterIn(same, same)).toBeUndefined()
  })
})

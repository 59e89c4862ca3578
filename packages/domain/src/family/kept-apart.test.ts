import { describe, expect, it } from 'vitest'
import { apartLevels, hiddenFrom, pairOrder, safetyStanding, type PairApart } from './kept-apart'

const pair = (level: PairApart['level'], oneId = 'dan', otherId = 'steve'): PairApart => ({ oneId, otherId, level })

describe('two people kept apart', () => {
  it('are one pair, whichever is named first', () => {
    expect(pairOrder('b', 'a')).toEqual(pairOrder('a', 'b'))
    expect(pairOrder('b', 'a')).toEqual({ oneId: 'a', otherId: 'b' })
  })

  it('are hidden from each other only where they must not know of each other', () => {
    for (const level of apartLevels) {
      const hides = level === 'knowing'
      expect([...hiddenFrom('dan', [pair(level)])]).toEqual(hides ? ['steve'] : [])
      expect([...hiddenFrom('steve', [pair(level)])]).toEqual(hides ? ['dan'] : [])
      expect([...hiddenFrom('nan', [pair(level)])]).toEqual([])
    }
  })

  it('are hidden pair by pair', () => {
    expect([...hiddenFrom('dan', [pair('knowing'), pair('knowing', 'aunt', 'dan'), pair('room', 'dan', 'nan')])].toSorted()).toEqual([
      'aunt',
      'steve',
    ])
  })
})

describe('the safety of a meeting', () => {
  it.each([
    ['none, without a pair', [], null, 'none'],
    ['none, when the pairs of an earlier decision were lifted', [], ['old'], 'none'],
    ['needed, with a pair and no decision', ['a'], null, 'needed'],
    ['decided, when the decision covers every pair', ['a', 'b'], ['b', 'a'], 'decided'],
    ['decided, when it covers more', ['a'], ['a', 'lifted'], 'decided'],
    ['needed again, when a pair came after the decision', ['a', 'later'], ['a'], 'needed'],
  ] as const)('is %s', (_, pairs, covered, standing) => {
    expect(
      safetyStanding(
        pairs.map((id) => ({ id })),
        covered && { pairIds: [...covered] },
      ),
    ).toBe(standing)
  })
})

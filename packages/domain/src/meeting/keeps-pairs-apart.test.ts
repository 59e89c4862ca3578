import { describe, expect, it } from 'vitest'
import { keepsPairsApart } from './keeps-pairs-apart'

describe('who is coming, and how, keeps every pair apart', () => {
  const pair = [{ id: '1', oneId: 'dad', otherId: 'step', level: 'room' as const }]
  it.each([
    ['both in the room', 'coming', 'inRoom', false],
    ['one by video', 'coming', 'video', true],
    ['one who is not coming after all', 'notComing', 'inRoom', true],
    ['one who has not said how', 'coming', null, true],
  ])('a pair kept apart: %s', (_case, state, how, apart) => {
    expect(
      keepsPairsApart(
        [
          { personId: 'dad', state: 'coming', how: 'inRoom' },
          { personId: 'step', state, how },
        ],
        pair,
      ),
    ).toBe(apart)
  })

  it.each([
    ['their parts follow each other with an hour between', 180, true],
    ['the meeting is shorter', 150, false],
    ['it has no time yet', null, false],
  ])('a pair there for parts: %s', (_case, minutes, apart) => {
    const there = (personId: string, partEdge: 'beginning' | 'end') => ({
      personId,
      state: 'coming',
      how: 'inRoom',
      partEdge,
      partMinutes: 60,
    })
    expect(keepsPairsApart([there('dad', 'beginning'), there('step', 'end')], pair, minutes)).toBe(apart)
  })
})

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
    expect(keepsPairsApart([{ personId: 'dad', state: 'coming', how: 'inRoom' }, { personId: 'step', state, how }], pair)).toBe(apart)
  })
})

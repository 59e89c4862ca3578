import { describe, expect, it } from 'vitest'
import { readersNow } from './readers'
import type { Stage } from './stages'

const at = (stage: Stage) => ({
  stage,
  workers: ['Helen', 'Priya'],
  persons: [
    { id: 'mum', name: 'Dawn' },
    { id: 'gran', name: 'Joan' },
    { id: 'step', name: 'Lee' },
  ],
})
const mum = { kind: 'person' as const, room: new Set(['mum', 'gran']), hidden: new Set(['step']) }

describe('who can read what is written now', () => {
  it('in private family time a person sees the members of their own room and a worker sees nobody', () => {
    expect(readersNow(at('privateTime'), mum)).toEqual(['Dawn', 'Joan'])
    expect(readersNow(at('privateTime'), { kind: 'worker' })).toEqual([])
  })

  it('at other stages everybody is named, but not to those who must not know of each other', () => {
    expect(readersNow(at('information'), mum)).toEqual(['Helen', 'Priya', 'Dawn', 'Joan'])
    expect(readersNow(at('information'), { kind: 'worker' })).toEqual(['Helen', 'Priya', 'Dawn', 'Joan', 'Lee'])
  })
})

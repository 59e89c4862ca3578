import { describe, expect, it } from 'vitest'
import { checkMove, stages, type Stage } from './stages'

const allowed = stages.flatMap((from) =>
  stages
    .filter((to) => {
      try {
        checkMove(from, to, { open: 0 })
        return true
      } catch {
        return false
      }
    })
    .map((to): [Stage, Stage] => [from, to]),
)

describe('moving a meeting on', () => {
  it('goes one stage at a time, and back only from agreeing to private family time', () => {
    expect(allowed).toEqual([
      ['booked', 'welcome'],
      ['welcome', 'information'],
      ['information', 'privateTime'],
      ['privateTime', 'agreeing'],
      ['agreeing', 'privateTime'],
    ])
  })

  it('leaves private family time only when every room has ended', () => {
    expect(() => checkMove('privateTime', 'agreeing', { open: 1 })).toThrow('stillPrivate')
  })
})

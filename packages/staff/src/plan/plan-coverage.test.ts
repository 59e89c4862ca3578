import { describe, expect, it } from 'vitest'
import { coverageOf } from './plan-coverage'
import type { StepOf } from './use-plan'

const step: StepOf = {
  __typename: 'PlanStep',
  id: 's1',
  bottomLineId: 'b1',
  heading: null,
  what: 'Gran comes at three',
  who: 'Gran',
  byWhen: 'Monday',
  howWeWillKnow: 'Mia says so',
  helpNeeded: '',
  ifItDoesNotWork: 'Ring Aunt',
}

describe('what the plan answers', () => {
  it('is nothing without a step', () => {
    expect(coverageOf([])).toEqual({ filled: 0, outOf: 5, open: [] })
  })

  it('is everything when each step says all but the help it may not need', () => {
    expect(coverageOf([step, step])).toEqual({ filled: 10, outOf: 10, open: [] })
  })

  it('names what some step leaves open, blanks included', () => {
    expect(coverageOf([step, { ...step, byWhen: ' ', ifItDoesNotWork: '' }])).toEqual({
      filled: 8,
      outOf: 10,
      open: ['byWhen', 'ifItDoesNotWork'],
    })
  })
})

import { describe, expect, it } from 'vitest'
import { agreementAnswers, checkCouncilAnswer, hasAnswered } from './answers'

const said = { reason: '', wouldMakeYes: '', decider: '', decideBy: '' }

describe("the council's answer", () => {
  it('needs no more than yes to be a yes', () => {
    expect(() => checkCouncilAnswer('yes', said)).not.toThrow()
  })

  it('says why it is no, and why not yet and what would make it a yes', () => {
    expect(() => checkCouncilAnswer('no', { ...said, reason: ' ' })).toThrow('answerNeedsReason')
    expect(() => checkCouncilAnswer('no', { ...said, reason: 'No money' })).not.toThrow()
    expect(() => checkCouncilAnswer('notYet', { ...said, wouldMakeYes: 'A pass' })).toThrow(expect.objectContaining({ field: 'reason' }))
    expect(() => checkCouncilAnswer('notYet', { ...said, reason: 'No bus' })).toThrow(expect.objectContaining({ field: 'wouldMakeYes' }))
    expect(() => checkCouncilAnswer('notYet', { ...said, reason: 'No bus', wouldMakeYes: 'A pass' })).not.toThrow()
  })

  it('says who decides and by when, when somebody else does', () => {
    expect(() => checkCouncilAnswer('decidedBy', { ...said, decider: 'Ruth' })).toThrow('deciderMissing')
    expect(() => checkCouncilAnswer('decidedBy', { ...said, decideBy: '2026-03-20' })).toThrow('deciderMissing')
    expect(() => checkCouncilAnswer('decidedBy', { ...said, decider: 'Ruth', decideBy: '2026-03-20' })).not.toThrow()
  })
})

describe("a participant's answer", () => {
  it('counts when it says something about the plan: not asked and ask me later are no answer', () => {
    expect(agreementAnswers.filter(hasAnswered)).toEqual(['yes', 'notYet'])
  })
})

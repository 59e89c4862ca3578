import { describe, expect, it } from 'vitest'
import { unexplainedIn } from './abbreviations'

describe('unexplained abbreviations', () => {
  it('are found once each, with plain words', () => {
    expect(unexplainedIn('The IRO and CAMHS met; the IRO will ring.').map(({ abbreviation }) => abbreviation)).toEqual(['IRO', 'CAMHS'])
  })

  it('are let be when the text explains them, before or behind', () => {
    expect(unexplainedIn('The independent reviewing officer (IRO) rang. The IRO said yes. CAMHS (help for feelings) came.')).toEqual([])
  })

  it('are whole words in capitals, not parts of others', () => {
    expect(unexplainedIn('Dad said SO much at PRESTON, and so did Pr.').map(({ abbreviation }) => abbreviation)).toEqual(['SO'])
  })

  it('know no words that only the language knows', () => {
    expect(unexplainedIn('OK, TV and BBC. CONSTRUCTOR toString')).toEqual([])
  })
})

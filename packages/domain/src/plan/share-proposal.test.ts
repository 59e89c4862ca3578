import { describe, expect, it } from 'vitest'
import { checkPropose, isShownToAll, secondsUntilShare, type ShareProposal } from './share-proposal'

const at = (time: string) => new Date(`2026-03-12T${time}Z`)
const shown: ShareProposal = { digest: 'ours', proposedAt: at('14:30:00'), stoppedAt: null }

describe('a plan that is shown to everybody before it is shared', () => {
  it.each([
    ['when it was shown just now', at('14:30:00'), 60, false],
    ['when a moment is missing', at('14:30:59.999'), 1, false],
    ['when the minute is over', at('14:31:00'), 0, true],
    ['an hour later', at('15:30:00'), 0, true],
    ['when the clock was set back since', at('14:29:50'), 70, false],
  ])('may be shared, or not: %s', (_when, now, seconds, may) => {
    expect(secondsUntilShare(shown.proposedAt, now)).toBe(seconds)
    expect(isShownToAll(shown, { digest: 'ours', now })).toBe(may)
  })

  it.each([
    ['nothing was shown', null],
    ['another plan was shown', { ...shown, digest: 'another' }],
    ['somebody asked for more time', { ...shown, stoppedAt: at('14:30:59') }],
  ])('may not be shared when %s', (_why, proposal) => {
    expect(isShownToAll(proposal, { digest: 'ours', now: at('15:00:00') })).toBe(false)
  })

  it.each([
    ['nothing is being shown', null, 'show'],
    ['somebody asked for more time before', { ...shown, stoppedAt: at('14:30:10') }, 'show'],
    ['it is being shown already', shown, 'isShown'],
  ])('is shown when asked, or is shown already: %s', (_when, proposal, what) => {
    expect(checkPropose(proposal, 'ours')).toBe(what)
  })

  it('is not shown beside another of the same words', () => {
    expect(() => checkPropose(shown, 'another')).toThrow(expect.objectContaining({ code: 'alreadyDone' }) as Error)
  })
})

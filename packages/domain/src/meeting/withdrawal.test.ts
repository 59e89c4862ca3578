import { describe, expect, it } from 'vitest'
import type { ParticipationState } from './participation'
import { contactOn, waitOfWithdrawal, type WithdrawalOutcome } from './withdrawal'

const said = (participation: ParticipationState, ...outcomes: WithdrawalOutcome[]) => ({
  saidOn: '2026-12-31',
  contacts: outcomes.map((outcome, place) => ({ on: `2027-01-0${place + 1}`, outcome })),
  participation,
})

describe('what somebody who withdrew unseen waits for', () => {
  it.each<[string, ReturnType<typeof said>, string | null]>([
    ['a call, at first', said('coming'), 'contact'],
    ['a call, while nobody has reached them', said('coming', 'notReached', 'notReached'), 'contact'],
    ['nothing, once they have said that they stay', said('coming', 'notReached', 'stays'), null],
    ['the change that they want, while it still says that they come', said('coming', 'wantsOut'), 'change'],
    ['that also while they have not answered', said('asked', 'wantsOut'), 'change'],
    ['nothing, once they send their views instead', said('sendingViews', 'wantsOut'), null],
    ['nothing, once it says that they do not come', said('notComing', 'wantsOut'), null],
    ['nothing, once they are not part of the meeting', said('notPart', 'wantsOut'), null],
    ['what the last talk says: they stay after all', said('coming', 'wantsOut', 'stays'), null],
    ['what the last talk says: they want out after all', said('coming', 'stays', 'wantsOut'), 'change'],
  ])('%s', (_, standing, expected) => {
    expect(waitOfWithdrawal(standing)).toBe(expected)
  })

  it('is on the day after, also over the end of a year, and the day after each try', () => {
    expect(contactOn(said('coming'))).toBe('2027-01-01')
    expect(contactOn(said('coming', 'notReached'))).toBe('2027-01-02')
    expect(contactOn(said('coming', 'notReached', 'notReached'))).toBe('2027-01-03')
  })
})

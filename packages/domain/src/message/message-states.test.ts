import { describe, expect, it } from 'vitest'
import { invitationState } from './message-states'

describe('how an invitation stands', () => {
  const at = (time: string) => new Date(`2026-03-10T${time}Z`)
  it.each([
    ['as its message does', at('10:00'), { state: 'sent' as const, createdAt: at('10:00') }, 'sent'],
    ['as its message does while that waits', at('10:00'), { state: 'waiting' as const, createdAt: at('10:00') }, 'waiting'],
    ['as none where nobody was invited', null, { state: 'sent' as const, createdAt: at('10:00') }, null],
    [
      'as none where its message was taken back, whatever went before',
      at('11:00'),
      { state: 'sent' as const, createdAt: at('10:00') },
      null,
    ],
    ['as none without a message', at('10:00'), undefined, null],
  ])('%s', (_, invitedAt, latest, stands) => expect(invitationState(invitedAt, latest)).toBe(stands))
})

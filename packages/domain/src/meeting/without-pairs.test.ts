import { describe, expect, it } from 'vitest'
import { participationStates, ways } from './participation'
import { withoutPairs } from './without-pairs'

const invited = { arriveAt: '09:35', invitedAt: '2026-03-10T10:00:00Z', version: 4 } as const
const notInvited = { arriveAt: '09:15', invitedAt: null, version: 2 } as const
const plain = { arriveAt: null, invitedAt: null, version: 0 }

describe('a participant without what follows from a pair kept apart', () => {
  it.each(ways)('who comes %s is in the room when at the place', (how) =>
    expect(withoutPairs({ ...invited, state: 'coming', how })).toEqual({
      ...plain,
      state: 'coming',
      how: how === 'secondRoom' ? 'inRoom' : how,
    }),
  )

  it.each(participationStates)('who is %s is the same, invited or not', (state) => {
    const seen = withoutPairs({ ...invited, state, how: null })
    expect(seen).toEqual(withoutPairs({ ...notInvited, state, how: null }))
    expect(seen.state).toBe(state === 'noAnswerYet' ? 'asked' : state)
  })
})

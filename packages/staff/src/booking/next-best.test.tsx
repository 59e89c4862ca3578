// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { meeting, openTimes } from './times-for-tests'

const moved = {
  ...meeting,
  stage: 'booked',
  startWall: '2027-01-14T14:00',
  endWall: '2027-01-14T16:00',
  start: '2027-01-14T14:00:00Z',
  minutes: 120,
  place: 'Willow Family Hub',
  moved: [{ __typename: 'MovedPart', participantId: 'daniel', name: 'Daniel', why: 'notFree' }],
}

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('the next best times', () => {
  it('speak of what was asked before only where something was', async () => {
    openTimes({ ...moved, timeAsk: null })
    await screen.findByRole('heading', { name: 'Find another time' })
    screen.getByText('If the day no longer works, look for another and book it. Everybody’s own arrival time is made new.')
    expect(screen.queryByText(/asked for before/)).toBeNull()
    expect(screen.queryByRole('heading', { name: 'The next best times' })).toBeNull()
  })

  it('are found at once with it', async () => {
    openTimes(moved)
    await screen.findByText(/^Found with what you asked for before/)
    await screen.findByText('One time was found.')
    expect(screen.getByRole('heading', { name: 'The next best times' })).toBeTruthy()
  })
})

// @vitest-environment jsdom
import { cleanup, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { meeting, openTimes, part } from './times-for-tests'

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

describe('invitations', () => {
  const booked = {
    ...meeting,
    stage: 'booked',
    startWall: '2027-01-14T14:00',
    endWall: '2027-01-14T16:00',
    start: '2027-01-14T14:00:00Z',
    minutes: '120',
    place: 'Willow Family Hub',
    placeId: 'willow',
    viewerCan: [...meeting.viewerCan, 'meeting_invite'],
  }
  const canBeReached = (reached: Record<string, boolean>) => () => ({
    meeting: {
      __typename: 'Meeting',
      id: 'm1',
      participants: Object.entries(reached).map(([id, one]) => ({
        __typename: 'Participant',
        id,
        person: { __typename: 'Person', id: `person-${id}`, canBeReached: one },
      })),
    },
  })

  it('names those alone whom the server cannot reach: a letter to a safe address is a way too', async () => {
    openTimes(booked, { WhoCanBeReached: canBeReached({ leanne: true, daniel: false, halina: true }) })
    const said = (await screen.findByText(/^There is no safe way written down/)).textContent
    expect(said).toContain('Daniel')
    for (const name of ['Leanne', 'Halina']) expect(said).not.toContain(name)
  })

  it('says of each whether it has gone, and never “sent” of one that waits or failed', async () => {
    const at = '2026-12-01T10:00:00Z'
    const participants = [
      part('leanne', 'Leanne', { invitedAt: at, invitation: 'sent' }),
      part('daniel', 'Daniel', { invitedAt: at, invitation: 'waiting' }),
      part('halina', 'Halina', { invitedAt: at, invitation: 'failed' }),
      part('agata', 'Agata', { invitedAt: at, invitation: null }),
    ]
    openTimes({ ...booked, participants }, { WhoCanBeReached: canBeReached({ leanne: true, daniel: true, halina: true, agata: true }) })
    const row = async (name: string) => (await screen.findByRole('row', { name: new RegExp(`^${name}`) })).textContent
    expect(await row('Leanne')).toContain('Sent Tue 1 Dec 2026')
    expect(await row('Daniel')).toContain('Not sent yet: it waits to go')
    expect(await row('Halina')).toContain('Not sent')
    for (const name of ['Daniel', 'Halina', 'Agata']) expect(await row(name)).not.toMatch(/Sent /)
  })

  it('can be looked at first, each as its recipient will get it, and are asked for only then', async () => {
    const copy = {
      __typename: 'Copy',
      participantId: 'leanne',
      name: 'Leanne',
      message: { __typename: 'CopyMessage', subject: 'Family meeting on Thursday 14 January 2027', body: 'Hello Leanne,' },
      startWall: '2027-01-14T14:00',
      endWall: '2027-01-14T16:00',
      place: null,
      arriveAt: null,
      ways: ['phone'],
      others: ['Halina'],
      why: [],
      bottomLines: ['Mia is safe at night'],
    }
    const untold = { ...copy, participantId: 'daniel', name: 'Daniel', message: null, startWall: null, endWall: null, ways: [], others: [] }
    const edge = openTimes(booked, {
      WhoCanBeReached: canBeReached({ leanne: true }),
      Copies: () => ({ copies: { __typename: 'Copies', refused: null, copies: [copy, untold] } }),
    })
    const asked = () => edge.sent.some(({ operationName }) => operationName === 'Copies')
    const looks = await screen.findByText('Look at what each of them will read, before it goes')
    expect(asked()).toBe(false)
    await userEvent.setup().click(looks)
    expect(await screen.findByText(/Hello Leanne,/)).toBeTruthy()
    expect(asked()).toBe(true)
    expect(screen.getByText('Halina', { selector: 'dd *' })).toBeTruthy()
    expect(screen.getByText(/^Nothing: this time has no part for them/)).toBeTruthy()
    const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
    expect(violations.map(({ id }) => id)).toEqual([])
  })

  it('says why nothing could go', async () => {
    openTimes(booked, {
      WhoCanBeReached: canBeReached({}),
      Copies: () => ({ copies: { __typename: 'Copies', refused: 'safetyFirst', copies: [] } }),
    })
    await userEvent.setup().click(await screen.findByText('Look at what each of them will read, before it goes'))
    expect(await screen.findByRole('heading', { name: 'The invitations cannot go as things stand.' })).toBeTruthy()
  })
})

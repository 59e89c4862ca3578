// @vitest-environment jsdom
import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import axe from 'axe-core'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { forgetHours } from './availability/hours-kept'
import { forgetAnswers } from './connection/asked'
import { FamilyApp } from './family-app'
import { ClosedSocket, FakeNetwork, currentUserAs } from './fake-network-for-tests'
import { AcceptActionDocument, CurrentUserDocument, MyRoomDocument, ReplyDocument, type MyRoomQuery } from './generated/graphql'

// The code of some pages comes when they are opened, and the computer may be busy.
configure({ asyncUtilTimeout: 15_000 })

let network: FakeNetwork
const user = userEvent.setup()

beforeEach(() => {
  network = new FakeNetwork()
  network.answer(CurrentUserDocument, () => currentUserAs())
  vi.stubGlobal('fetch', network.fetch)
  vi.stubGlobal('WebSocket', ClosedSocket)
  window.scrollTo = () => undefined
  forgetAnswers()
  forgetHours()
})

afterEach(() => {
  cleanup()
  vi.unstubAllGlobals()
})

async function open(path: string): Promise<void> {
  history.replaceState(null, '', `/f${path}`)
  render(<FamilyApp qrCode={undefined} />)
  await waitFor(() => expect(screen.getByRole('heading', { level: 1 }).textContent).not.toContain('One moment'))
}

async function hasNoFaults(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

const room = (more: Partial<NonNullable<MyRoomQuery['myRoom']>> = {}): MyRoomQuery => ({
  myRoom: {
    id: 'r',
    meetingId: 'm1',
    ended: false,
    me: 'real-gran',
    doubted: false,
    begun: 'nobody',
    linkOf: null,
    viewerCan: ['room_read', 'room_readMembers', 'room_end', 'room_dropSession'],
    sessions: [],
    draft: null,
    shareProposal: null,
    waitingEnd: null,
    undoableEnd: null,
    rescueWordsWall: null,
    rescueOpenings: [],
    members: [
      { id: 'real-gran', name: 'Gran' },
      { id: 'real-tom', name: 'Tom' },
    ],
    bottomLines: [{ id: 'b1', text: 'Ellie is safe at night' }],
    ...more,
  },
})

describe('the family’s pages', () => {
  it.each([
    '/',
    '/help',
    '/meeting/m1',
    '/meeting/m1/another-day',
    '/meeting/m1/why',
    '/meeting/m1/who',
    '/meeting/m1/reply',
    '/meeting/m1/day',
    '/promises',
  ])('have one heading, who I am, the way out and the way by phone, and no fault that axe finds: %s', async (path) => {
    await open(path)
    expect(screen.getAllByRole('heading', { level: 1 })).toHaveLength(1)
    expect(screen.getByRole('banner').textContent).toContain('You are here as Gran')
    expect(screen.getByRole('button', { name: /Leave this site/ })).toBeTruthy()
    const byPhone = screen.getByText('I’d rather do this by phone').closest('footer')
    expect(
      within(byPhone ?? document.body)
        .getByRole('link', { name: '01632 960103' })
        .getAttribute('href'),
    ).toBe('tel:01632960103')
    expect(document.body.classList.contains('plum-page')).toBe(false)
    await hasNoFaults()
  })

  it.each(['/', '/help', '/meeting/m1', '/meeting/m1/private', '/promises', '/nowhere'])(
    'say nothing in the history of the browser, and begin with the way out: %s',
    async (path) => {
      document.title = 'My page'
      await open(path)
      expect(document.title).toBe('My page')
      ;(document.activeElement as HTMLElement).blur()
      await user.tab()
      expect(document.activeElement?.textContent).toContain('Leave this site')
    },
  )

  it('begin with the next thing to do', async () => {
    await open('/')
    expect(screen.getByText('The meeting is on Tuesday 1 December, 4 pm. Say if you can come.')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Say if you can come' }))
    expect(screen.getByRole('heading', { level: 1 }).textContent).toBe('Can you come?')
  })

  it('say what to do when nobody is signed in', async () => {
    const currentUser = currentUserAs()
    network.answer(CurrentUserDocument, () => ({ ...currentUser, me: { ...currentUser.me, person: null }, myMeetings: [] }))
    await open('/')
    expect(await screen.findByRole('heading', { name: 'Please open your link again' })).toBeTruthy()
    await hasNoFaults()
  })
})

describe('an answer to the invitation', () => {
  it('is asked for in full, and stays when somebody else was first', async () => {
    network.answer(ReplyDocument, () => ({ reply: { __typename: 'Refused' as const, code: 'changedMeanwhile' as const, field: null } }))
    await open('/meeting/m1/reply')
    await user.click(screen.getByRole('button', { name: 'Save my answer' }))
    expect(screen.getByText('Please choose one of the answers.')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: /Yes, I am coming/ }))
    await user.click(screen.getByRole('radio', { name: /By video/ }))
    await user.click(screen.getByRole('button', { name: 'Save my answer' }))
    expect(await screen.findByText(/Somebody changed this a moment ago/)).toBeTruthy()
    expect(screen.getByRole<HTMLInputElement>('radio', { name: /By video/ }).checked).toBe(true)
    expect(network.sentFor(ReplyDocument)[0]?.variables).toEqual({ input: { meetingId: 'm1', version: 2, reply: 'coming', how: 'video' } })
  })
})

describe('private family time', () => {
  beforeEach(() => network.answer(CurrentUserDocument, () => currentUserAs({ stage: 'privateTime' })))

  it('is plum, names who can read, and nothing else is plum', async () => {
    network.answer(MyRoomDocument, () => room())
    await open('/meeting/m1/private')
    expect(await screen.findByRole('button', { name: 'Start our plan' })).toBeTruthy()
    expect(screen.getByText(/Only these people can read this: Gran and Tom\. No worker can\./)).toBeTruthy()
    expect(document.body.classList.contains('plum-page')).toBe(true)
    await hasNoFaults()
    await user.click(screen.getByRole('link', { name: 'Back' }))
    expect(document.body.classList.contains('plum-page')).toBe(false)
  })

  it('tells a phone without the key how to come in', async () => {
    network.answer(MyRoomDocument, () => room({ draft: { id: 'd', epoch: 1, head: 3, state: 'open', shared: null } }))
    await open('/meeting/m1/private')
    expect(await screen.findByText(/Point the camera of this phone at the square/)).toBeTruthy()
    await hasNoFaults()
  })

  it('says kindly that it cannot be opened over plain HTTP', async () => {
    network.answer(MyRoomDocument, () => room())
    vi.stubGlobal('crypto', { getRandomValues: crypto.getRandomValues.bind(crypto) })
    await open('/meeting/m1/private')
    expect(await screen.findByRole('heading', { name: 'This phone cannot open the private plan here' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Start our plan' })).toBeNull()
  })

  it('says what private means, and what it cannot do', async () => {
    await open('/meeting/m1/private/means')
    expect(screen.getByText('If you tell a worker that a child is being hurt, they must act.')).toBeTruthy()
    expect(screen.getByText(/spying app/)).toBeTruthy()
    await hasNoFaults()
  })
})

describe('a promise', () => {
  it('is mine only when I have said yes', async () => {
    const [meeting] = currentUserAs().myMeetings ?? []
    if (!meeting) throw new Error('no meeting')
    const action = {
      id: 'p',
      text: 'Gran fetches Ellie',
      dueOn: '2026-12-05',
      state: 'promised' as const,
      version: 7,
      ownerName: 'Gran',
      coordinator: meeting.coordinator,
    }
    let binding = false
    network.answer(CurrentUserDocument, () => currentUserAs({}, { myActions: [{ ...action, binding }] }))
    network.answer(AcceptActionDocument, () => {
      binding = true
      return { acceptAction: { __typename: 'AcceptActionDone' } }
    })
    await open('/promises/p')
    expect(screen.queryByRole('radio')).toBeNull()
    await user.click(screen.getByRole('button', { name: 'Yes, I promise this' }))
    expect(await screen.findByRole('radio', { name: 'It is done' })).toBeTruthy()
    expect(network.sentFor(AcceptActionDocument)[0]?.variables).toEqual({ actionId: 'p', version: 7 })
    await hasNoFaults()
  })
})

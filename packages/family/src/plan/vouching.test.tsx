// @vitest-environment jsdom
import { render, screen } from '@testing-library/react'
import axe from 'axe-core'
import { beforeEach, describe, expect, it } from 'vitest'
import { currentUserAs } from '../fake-network-for-tests'
import { familyForTests } from '../family-for-tests'
import {
  DropSessionDocument,
  EndWithoutKeyDocument,
  MyPlanDocument,
  MyRoomDocument,
  type MyPlanQuery,
  type MyRoomQuery,
} from '../generated/graphql'
import { currentUserFrom } from '../page/current-user'
import { RoomPhones } from './room-phones'

const family = familyForTests()
type Room = NonNullable<MyRoomQuery['myRoom']>
/** What a phone is told that nobody has let in. */
const outside: Room = {
  id: 'r',
  meetingId: 'm1',
  ended: false,
  me: 'real-gran',
  doubted: false,
  begun: 'somebody',
  linkOf: 'Helen Okafor',
  viewerCan: ['room_read', 'room_endWithoutKey', 'draft_start'],
  members: [],
  sessions: [],
  bottomLines: [],
  draft: null,
  shareProposal: null,
  waitingEnd: null,
  undoableEnd: null,
  rescueWordsWall: null,
  rescueOpenings: [],
}
let room: Room

beforeEach(() => {
  room = outside
  family.currentUser = () => currentUserAs({ stage: 'privateTime', readers: [] })
  family.network.answer(MyRoomDocument, () => ({ myRoom: room }))
})

async function hasNoFaults(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

describe('a phone that nobody has let in', () => {
  it('shows no names, joins whom it sees in the room, or begins beside a plan of nobody there', async () => {
    await family.open('/meeting/m1/private')
    expect(await screen.findByText(/This phone is not in your family’s plan yet/)).toBeTruthy()
    expect(screen.queryByText(/Only these people can read this/)).toBeNull()
    expect(screen.getByText(/It never comes from a worker/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Start our plan' })).toBeTruthy()
    await hasNoFaults()
  })

  it('does not begin beside a plan in which two are together', async () => {
    room = { ...outside, begun: 'together', viewerCan: ['room_read', 'room_endWithoutKey'] }
    await family.open('/meeting/m1/private')
    expect(await screen.findByText(/Point the camera of this phone at the square/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Start our plan' })).toBeNull()
  })

  it('tells everybody for three minutes before it ends private family time', async () => {
    family.network.answer(EndWithoutKeyDocument, () => {
      room = { ...room, waitingEnd: { kind: 'end', saidBy: null, takesEffectWall: '2026-12-01T14:32', secondsLeft: 170 } }
      return { endWithoutKey: { __typename: 'EndWithoutKeyDone' as const } }
    })
    room = { ...outside, begun: 'nobody' }
    await family.open('/meeting/m1/private/end')
    expect(await screen.findByText(/They have 3 minutes to stop it/)).toBeTruthy()
    await hasNoFaults()
    await family.press('Yes, end private family time')
    expect((await screen.findByRole('alert')).textContent).toContain('Private family time will end at 2:32 pm')
    expect(family.network.sentFor(EndWithoutKeyDocument).map(({ variables }) => variables)).toEqual([{ meetingId: 'm1', kind: 'end' }])
  })

  it('names nobody on the page of the day', async () => {
    await family.open('/meeting/m1/day')
    expect(await screen.findByText(/Your phone shows no names until somebody lets it in/)).toBeTruthy()
  })
})

describe('the phones of a room', () => {
  it('are all seen, with when and by whose link, and one that does not belong there is signed out', async () => {
    family.network.answer(DropSessionDocument, () => ({ dropSession: { __typename: 'DropSessionDone' as const } }))
    room = {
      ...outside,
      begun: 'together',
      viewerCan: ['room_read', 'room_readMembers', 'room_dropSession', 'room_end'],
      members: [{ id: 'real-gran', name: 'Gran' }],
      sessions: [
        { id: 's1', member: 'real-gran', atWall: '2026-11-21T09:12', linkOf: null, here: true, letIn: true },
        { id: 's2', member: 'real-gran', atWall: '2026-11-20T22:05', linkOf: 'Helen Okafor', here: false, letIn: false },
      ],
    }
    const user = currentUserFrom(currentUserAs())
    if (user === null) throw new Error('Nobody is signed in')
    render(
      <main>
        <h1>Who is signed in</h1>
        <h2>Everybody</h2>
        <RoomPhones room={room} user={user} />
      </main>,
    )
    expect(screen.getByText(/By a link that Helen Okafor made/)).toBeTruthy()
    expect(screen.getByText(/Friday 20 November, 10:05 pm/)).toBeTruthy()
    await hasNoFaults()
    await family.press('Sign out this phone of Gran')
    expect(family.network.sentFor(DropSessionDocument).map(({ variables }) => variables)).toEqual([{ meetingId: 'm1', sessionId: 's2' }])
  })
})

describe('what came by a link that a worker made', () => {
  it('is said on the plan to everybody, and to the person in whose name it came', async () => {
    family.currentUser = () => currentUserAs({ stage: 'agreeing' })
    family.network.answer(MyPlanDocument, (): MyPlanQuery => ({
      myPlan: {
        id: 'p',
        meetingId: 'm1',
        version: 1,
        sharedAt: '2026-11-21T10:00:00Z',
        wantYouToKnow: '',
        sharedThrough: { linkOf: 'Helen Okafor', alone: true, mine: true },
        paperMark: null,
        answeredByLink: 1,
        steps: [],
        council: [],
        myAnswer: { answer: 'yes', reason: null, linkOf: 'Helen Okafor' },
        actions: [],
        viewerCan: [],
      },
    }))
    await family.open('/plan/p')
    expect(await screen.findByText(/Nobody else of the family had joined the plan on that phone/)).toBeTruthy()
    expect(screen.getByText(/Did you not share this plan/)).toBeTruthy()
    expect(screen.getByText(/One answer came from a phone that signed in by a link/)).toBeTruthy()
    expect(screen.getByText(/This answer came from a phone that signed in by a link that Helen Okafor made/)).toBeTruthy()
    await hasNoFaults()
  })

  it("stands on the person's own page with every sign-in", async () => {
    await family.open('/sign-ins')
    expect(await screen.findByText(/By a link that Helen Okafor made/)).toBeTruthy()
    await hasNoFaults()
  })
})

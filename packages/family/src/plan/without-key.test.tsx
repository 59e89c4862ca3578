// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { screen, within } from '@testing-library/react'
import axe from 'axe-core'
import { DeviceStore } from '@kinplan/private-draft/device-store'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { currentUserAs } from '../fake-network-for-tests'
import { familyForTests } from '../family-for-tests'
import {
  EndWithoutKeyDocument,
  MyRoomDocument,
  StopEndWithoutKeyDocument,
  UndoEndWithoutKeyDocument,
  type MyRoomQuery,
} from '../generated/graphql'

const family = familyForTests()
type Room = NonNullable<MyRoomQuery['myRoom']>
let room: Room
const proof = 'p'.repeat(43)

beforeEach(() => {
  room = {
    id: 'r',
    meetingId: 'm1',
    ended: false,
    me: 'gran-without-key',
    doubted: false,
    begun: 'together',
    linkOf: null,
    viewerCan: ['room_read', 'room_readMembers', 'room_end'],
    sessions: [],
    members: [
      { id: 'gran-without-key', name: 'Gran' },
      { id: 'real-tom', name: 'Tom' },
    ],
    bottomLines: [],
    draft: { id: 'd', epoch: 1, head: 3, state: 'open', shared: null },
    shareProposal: null,
    waitingEnd: null,
    undoableEnd: null,
    rescueWordsWall: null,
    rescueOpenings: [],
  }
  family.currentUser = () => currentUserAs({ stage: 'privateTime' })
  family.network.answer(MyRoomDocument, () => ({ myRoom: room }))
})

// The phone of another file's tests is another phone.
afterEach(() => new DeviceStore().forget({ draft: 'd', member: 'gran-without-key' }))

const waiting = (more: Partial<NonNullable<Room['waitingEnd']>> = {}) => ({
  kind: 'end' as const,
  saidBy: null,
  takesEffectWall: '2026-12-01T14:32',
  secondsLeft: 170,
  ...more,
})
/** This phone holds the key of the draft. */
const holdsKey = () =>
  new DeviceStore().keepKey({ draft: 'd', member: 'gran-without-key', meeting: 'm1', epoch: 1, memberProof: proof, body: 'k'.repeat(40) })

async function hasNoFaults(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

/** Presses Enter on the control of this name, reached by Tab alone. */
async function byKeyboard(name: string): Promise<void> {
  for (let tabs = 0; tabs < 40; tabs++) {
    if (document.activeElement?.textContent === name) return family.user.keyboard('{Enter}')
    await family.user.tab()
  }
  throw new Error(`${name} cannot be reached by the keyboard`)
}

describe('private family time on a phone without the key', () => {
  it('can be ended without a plan after a second yes, from the keyboard', async () => {
    family.network.answer(EndWithoutKeyDocument, () => {
      room = { ...room, waitingEnd: waiting() }
      return { endWithoutKey: { __typename: 'EndWithoutKeyDone' as const } }
    })
    await family.open('/meeting/m1/private')
    await byKeyboard('We do not have the phone with the plan any more')
    expect(family.title()).toBe('Is the phone with the plan gone?')
    await hasNoFaults()
    await byKeyboard('End private family time without a plan')
    screen.getByRole('group', { name: 'End private family time in 3 minutes, without a plan?' })
    expect(family.network.sentFor(EndWithoutKeyDocument)).toEqual([])
    await byKeyboard('Yes, end it without a plan')
    const notice = await screen.findByRole('alert')
    expect(notice.textContent).toContain('Private family time will end at 2:32 pm')
    expect(notice.textContent).toContain('If somebody has the plan open, they can stop this on their phone.')
    expect(within(notice).queryByRole('button')).toBeNull()
    expect(screen.queryByRole('button', { name: 'End private family time without a plan' })).toBeNull()
    expect(family.network.sentFor(EndWithoutKeyDocument).map(({ variables }) => variables)).toEqual([{ meetingId: 'm1', kind: 'end' }])
    await hasNoFaults()
  })

  it('leads there from the way to end it, and says what to do while a phone has the plan open', async () => {
    family.network.answer(EndWithoutKeyDocument, () => ({
      endWithoutKey: { __typename: 'Refused' as const, code: 'keyStillHere' as const, field: null },
    }))
    await family.open('/meeting/m1/private/end')
    expect(family.title()).toBe('Is the phone with the plan gone?')
    await family.press('Start our plan again')
    await family.press('No, go back')
    await family.press('Start our plan again')
    await family.press('Yes, start our plan again')
    expect((await screen.findByRole('alert')).textContent).toContain(
      'A phone here has the plan open, or had it open in the last 10 minutes. End it there',
    )
    expect(family.network.sentFor(EndWithoutKeyDocument).map(({ variables }) => variables)).toEqual([{ meetingId: 'm1', kind: 'restart' }])
  })

  it('offers a new plan once it was started again', async () => {
    room = {
      ...room,
      begun: 'nobody',
      draft: { id: 'd', epoch: 1, head: 3, state: 'closed', shared: null },
      undoableEnd: { kind: 'restart', draftId: 'd', untilWall: '2026-12-02T14:32' },
    }
    await family.open('/meeting/m1/private')
    expect(await screen.findByRole('button', { name: 'Start our plan' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Open our plan again' })).toBeNull()
  })

  it('says whose word the coordinator wrote down', async () => {
    room = { ...room, waitingEnd: waiting({ saidBy: 'Tom' }) }
    await family.open('/meeting/m1/private')
    expect((await screen.findByRole('alert')).textContent).toContain('Tom told Helen Okafor that you have finished.')
  })
})

describe('private family time on a phone that holds the key', () => {
  beforeEach(holdsKey)

  it('is stopped from ending', async () => {
    room = { ...room, waitingEnd: waiting({ kind: 'restart' }) }
    family.network.answer(StopEndWithoutKeyDocument, () => {
      room = { ...room, waitingEnd: null }
      return { stopEndWithoutKey: { __typename: 'StopEndWithoutKeyDone' as const } }
    })
    await family.open('/meeting/m1/private')
    expect((await screen.findByText('Your plan starts again at 2:32 pm')).tagName).toBe('H2')
    await hasNoFaults()
    await byKeyboard('Stop it, we go on')
    expect(family.network.sentFor(StopEndWithoutKeyDocument).map(({ variables }) => variables)).toEqual([
      { draftId: 'd', memberProof: proof },
    ])
    await expect.poll(() => screen.queryByText('Your plan starts again at 2:32 pm')).toBeNull()
  })

  it('opens the plan again after it was ended without it', async () => {
    room = {
      ...room,
      ended: true,
      draft: { id: 'd', epoch: 1, head: 3, state: 'closed', shared: null },
      undoableEnd: { kind: 'end', draftId: 'd', untilWall: '2026-12-02T14:32' },
    }
    family.network.answer(UndoEndWithoutKeyDocument, () => ({ undoEndWithoutKey: { __typename: 'UndoEndWithoutKeyDone' as const } }))
    await family.open('/meeting/m1/private')
    expect(await screen.findByText(/You can open it again here until Wednesday 2 December, 2:32 pm/)).toBeTruthy()
    await hasNoFaults()
    await family.press('Open our plan again')
    expect(family.network.sentFor(UndoEndWithoutKeyDocument).map(({ variables }) => variables)).toEqual([
      { draftId: 'd', memberProof: proof },
    ])
  })
})

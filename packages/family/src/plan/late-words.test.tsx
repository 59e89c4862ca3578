// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { DeviceStore } from '@kinplan/private-draft/device-store'
import { writePlan } from '@kinplan/private-draft/draft-document'
import { newDevice, newDraftKey } from '@kinplan/private-draft/draft-key'
import { HandTimers, HonestServer, oneAtATimeForTests, TestLine } from '@kinplan/private-draft/post-for-tests'
import { openPrivateDraft, startPrivateDraft } from '@kinplan/private-draft/private-draft'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { currentUserAs } from '../fake-network-for-tests'
import { familyForTests } from '../family-for-tests'
import { MyPlanDocument, MyRoomDocument, StartDraftDocument, type MyPlanQuery, type MyRoomQuery } from '../generated/graphql'
import { draftOverNetwork } from './draft-network-for-tests'
import { holdDraft } from './held-draft'

const family = familyForTests()
type Room = NonNullable<MyRoomQuery['myRoom']>
let drafts = 0
let place: DraftPlace
let room: Room
let line: TestLine
let store: DeviceStore

const plan: NonNullable<MyPlanQuery['myPlan']> = {
  id: 'p',
  meetingId: 'm1',
  version: 1,
  sharedAt: '2026-11-21T10:00:00Z',
  wantYouToKnow: 'We love her.',
  sharedThrough: null,
  paperMark: null,
  answeredByLink: 0,
  steps: [],
  council: [],
  myAnswer: null,
  actions: [],
  viewerCan: [],
}

/** Gran's phone has the plan that was shared, and wrote more when it was. */
beforeEach(async () => {
  place = { meeting: 'm1', draft: `late${++drafts}`, epoch: 1 }
  const server = new HonestServer(place)
  line = draftOverNetwork(family.network, server, 'gran-of-late-words')
  family.network.answer(StartDraftDocument, ({ input }) => {
    room = { ...room, draft: { id: input.draftId, epoch: 1, head: 0, state: 'open', shared: null } }
    return { startDraft: { __typename: 'StartDraftDone' as const } }
  })
  room = {
    id: 'r',
    meetingId: 'm1',
    ended: false,
    me: 'gran-of-late-words',
    doubted: false,
    begun: 'together',
    linkOf: null,
    viewerCan: ['room_read', 'room_readMembers', 'room_end', 'draft_propose', 'draft_start'],
    sessions: [],
    members: [{ id: 'gran-of-late-words', name: 'Gran' }],
    bottomLines: [],
    draft: { id: place.draft, epoch: 1, head: 1, state: 'closed', shared: 'p' },
    shareProposal: null,
    waitingEnd: null,
    undoableEnd: null,
    rescueWordsWall: null,
    rescueOpenings: [],
  }
  family.currentUser = () => currentUserAs({ stage: 'privateTime' })
  family.network.answer(MyRoomDocument, () => ({ myRoom: room }))
  family.network.answer(MyPlanDocument, () => ({ myPlan: plan }))
  const key = newDraftKey(deviceChance)
  await startPrivateDraft(server.post('gran-of-late-words', new TestLine()), { place, key })
  store = new DeviceStore()
  const earlier = await openPrivateDraft({
    post: server.post('gran-of-late-words', new TestLine()),
    place,
    key,
    device: newDevice(deviceChance),
    member: 'gran-of-late-words',
    things: [],
    after: new HandTimers().after,
    chance: deviceChance,
    changed: () => undefined,
    store: () => store,
    oneAtATime: oneAtATimeForTests(),
  })
  const write = (words: string) =>
    writePlan(earlier.document, { things: [], headings: [], weWantYouToKnow: words }, () => newUuid(deviceChance))
  write('We love her.')
  await earlier.sender.flush()
  server.open = false
  write('And we always will.')
  await earlier.sender.flush()
  earlier.close()
  await holdDraft(room, place, key)
  await vi.waitUntil(() => line.flying.length === 1)
  line.deliver()
})

const kept = async () => (await store.writersOf({ draft: place.draft, member: 'gran-of-late-words' })).length

async function hasNoFaults(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

describe('words that were written after the plan was shared', () => {
  it('stay on the phone, and are never said to go with the page', async () => {
    await family.open('/meeting/m1/private')
    expect(await screen.findByRole('heading', { name: 'You wrote more on this phone' })).toBeTruthy()
    expect(screen.getByText(/They are kept on this phone, locked, for a day/)).toBeTruthy()
    expect(screen.queryByText(/go when this page is closed/)).toBeNull()
    expect(screen.getByText(/And we always will/)).toBeTruthy()
    await hasNoFaults()
    expect(await kept()).toBe(1)
  })

  it('start a new plan of the room with the shared one, and are kept until it has begun', async () => {
    await family.open('/meeting/m1/private')
    await screen.findByRole('heading', { name: 'You wrote more on this phone' })
    await family.press('Carry on with these words')
    await waitFor(() => expect(family.network.sentFor(StartDraftDocument)).toHaveLength(1))
    expect(await screen.findByRole('link', { name: /What we want you to know.*Something is written/ })).toBeTruthy()
    await family.follow(/What we want you to know/)
    expect(await screen.findByDisplayValue(/And we always will/)).toBeTruthy()
    await waitFor(async () => expect(await kept()).toBe(0))
  })

  it('are thrown away when somebody says so twice', async () => {
    await family.open('/meeting/m1/private')
    await screen.findByRole('heading', { name: 'You wrote more on this phone' })
    await family.press('Throw these words away')
    expect((await screen.findByRole('alert')).textContent).toContain('for good')
    await hasNoFaults()
    await family.press('No, keep them')
    await family.press('Throw these words away')
    await family.press('Yes, throw them away')
    await waitFor(() => expect(screen.queryByRole('heading', { name: 'You wrote more on this phone' })).toBeNull())
    expect(await kept()).toBe(0)
  })

  it('wait for more private time once it has ended', async () => {
    room = { ...room, ended: true }
    await family.open('/meeting/m1/private')
    expect(await screen.findByText(/tell Helen Okafor that you want more private time/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Carry on with these words' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Throw these words away' })).toBeTruthy()
  })
})

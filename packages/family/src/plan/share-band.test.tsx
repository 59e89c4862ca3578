// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { screen, waitFor } from '@testing-library/react'
import axe from 'axe-core'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { writePlan } from '@kinplan/private-draft/draft-document'
import { newDevice, newDraftKey } from '@kinplan/private-draft/draft-key'
import { HandTimers, HonestServer, oneAtATimeForTests, TestLine } from '@kinplan/private-draft/post-for-tests'
import { openPrivateDraft, startPrivateDraft, type PrivateDraft } from '@kinplan/private-draft/private-draft'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import { planDigest } from '@kinplan/private-draft/share-preview'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { askAgain } from '../connection/asked'
import { currentUserAs } from '../fake-network-for-tests'
import { familyForTests } from '../family-for-tests'
import { MyRoomDocument, StopShareDocument, type MyRoomQuery } from '../generated/graphql'
import { draftOverNetwork } from './draft-network-for-tests'
import { holdDraft } from './held-draft'

const family = familyForTests()
type Room = NonNullable<MyRoomQuery['myRoom']>
let drafts = 0
let place: DraftPlace
let room: Room
let server: HonestServer
/** Gran's, whose phone the app is on. */
let line: TestLine
/** On another phone. */
let tom: PrivateDraft

beforeEach(async () => {
  place = { meeting: 'm1', draft: `d${++drafts}`, epoch: 1 }
  server = new HonestServer(place)
  line = draftOverNetwork(family.network, server, 'gran-of-share-band')
  room = {
    id: 'r',
    meetingId: 'm1',
    ended: false,
    me: 'gran-of-share-band',
    doubted: false,
    begun: 'together',
    linkOf: null,
    viewerCan: ['room_read', 'room_readMembers', 'room_end', 'draft_propose', 'draft_share'],
    sessions: [],
    members: [
      { id: 'gran-of-share-band', name: 'Gran' },
      { id: 'real-tom', name: 'Tom' },
    ],
    bottomLines: [],
    draft: { id: place.draft, epoch: 1, head: 1, state: 'open', shared: null },
    shareProposal: null,
    waitingEnd: null,
    undoableEnd: null,
    rescueWordsWall: null,
    rescueOpenings: [],
  }
  family.currentUser = () => currentUserAs({ stage: 'privateTime' })
  family.network.answer(MyRoomDocument, () => ({ myRoom: room }))
  family.network.answer(StopShareDocument, () => {
    room = { ...room, shareProposal: room.shareProposal && { ...room.shareProposal, stopped: true } }
    return { stopShare: { __typename: 'StopShareDone' as const } }
  })
  const key = newDraftKey(deviceChance)
  const post = server.post('real-tom', new TestLine())
  await startPrivateDraft(post, { place, key })
  tom = await openPrivateDraft({
    post,
    place,
    key,
    device: newDevice(deviceChance),
    member: 'real-tom',
    things: [],
    after: new HandTimers().after,
    chance: deviceChance,
    changed: () => undefined,
    store: () => undefined,
    oneAtATime: oneAtATimeForTests(),
  })
  await write('We love her.')
  await holdDraft(room, place, key)
  await vi.waitUntil(() => line.flying.length === 1)
  line.deliver()
})

async function write(words: string) {
  writePlan(tom.document, { things: [], headings: [], weWantYouToKnow: words }, () => newUuid(deviceChance))
  await tom.sender.flush()
}

/** Tom's phone shows the plan to everybody. */
function isShown(changes: Partial<NonNullable<Room['shareProposal']>> = {}) {
  room = { ...room, shareProposal: { head: 1, digest: server.proposed?.digest ?? '', stopped: false, secondsLeft: 42, ...changes } }
  askAgain()
}

async function hasNoFaults(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

async function tomProposes(weWantYouToKnow: string) {
  const plan = { things: [], headings: [], weWantYouToKnow }
  await tom.propose({ head: 1, digest: await planDigest(plan), plan })
}

/** What this phone previews, shown to everybody by this page. */
async function showsToAll() {
  await family.open('/meeting/m1/private/share')
  await screen.findByText('We love her.')
  await family.press('Yes, this is what we want to share')
  expect(await screen.findByText(/For 60 seconds anybody can press “Not yet”/)).toBeTruthy()
  await hasNoFaults()
  await family.press('Show everybody, then share')
  await waitFor(() => expect(server.proposed?.head).toBe(1))
}

describe('a plan that is about to be shared', () => {
  it('says so on another phone, with the seconds that are left, what the workers will see and Not yet', async () => {
    await showsToAll()
    isShown()
    expect(await screen.findByRole('heading', { name: 'Your plan is about to be shared' })).toBeTruthy()
    expect(screen.getByText(/In 42 seconds .* can read it/)).toBeTruthy()
    expect(screen.getAllByRole('alert').map(({ textContent }) => textContent)).toEqual([
      'Your plan will be shared in a minute, if nobody presses “Not yet”.',
    ])
    expect(screen.getByRole('link', { name: 'Look at what they will see' }).getAttribute('href')).toContain('/meeting/m1/private/share')
    await hasNoFaults()
    await family.press('Not yet')
    expect(await screen.findByRole('heading', { name: 'Somebody wants more time' })).toBeTruthy()
    expect(family.network.sentFor(StopShareDocument).map(({ variables }) => variables)).toEqual([
      { draftId: place.draft, memberProof: expect.any(String) as string },
    ])
    expect(server.shared).toBeUndefined()
    await hasNoFaults()
  })

  it('is shared by itself from the phone that showed it, once the minute is over', async () => {
    await showsToAll()
    isShown({ secondsLeft: 1 })
    await waitFor(() => expect(server.shared?.plan.weWantYouToKnow).toBe('We love her.'), { timeout: 5_000 })
  })

  it('is not shared by itself from another phone, which can do so once the minute is over', async () => {
    await family.open('/meeting/m1/private')
    await tomProposes('We love her.')
    isShown({ secondsLeft: 0 })
    expect(await screen.findByText(/Any phone here can share it/)).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Not yet' })).toBeTruthy()
    expect(server.shared).toBeUndefined()
    await hasNoFaults()
    await family.press('Share our plan now')
    await waitFor(() => expect(server.shared?.plan.weWantYouToKnow).toBe('We love her.'))
  })

  it('is not shared from a phone that has other words, and that phone says so', async () => {
    await family.open('/meeting/m1/private')
    await tomProposes('Something else.')
    isShown({ secondsLeft: 0 })
    expect(await screen.findByText(/This phone has other words/)).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Share our plan now' })).toBeNull()
    await hasNoFaults()
  })

  it('is void once somebody has written more, and every phone says so', async () => {
    await showsToAll()
    isShown()
    await screen.findByRole('heading', { name: 'Your plan is about to be shared' })
    room = { ...room, shareProposal: null }
    await write('We love her so much.')
    line.deliver()
    expect(await screen.findByRole('heading', { name: 'Somebody has written more' })).toBeTruthy()
    expect(server.shared).toBeUndefined()
  })
})

// @vitest-environment jsdom
import 'fake-indexeddb/auto'
import { cleanup, screen, waitFor, within } from '@testing-library/react'
import axe from 'axe-core'
import { deviceChance, newUuid } from '@kinplan/private-draft/chance'
import { DeviceStore } from '@kinplan/private-draft/device-store'
import { newDraftKey } from '@kinplan/private-draft/draft-key'
import { HonestServer, TestLine } from '@kinplan/private-draft/post-for-tests'
import { startPrivateDraft } from '@kinplan/private-draft/private-draft'
import type { DraftPlace } from '@kinplan/private-draft/protocol'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { forgetAnswers } from '../connection/asked'
import { currentUserAs } from '../fake-network-for-tests'
import { familyForTests } from '../family-for-tests'
import {
  FindByRescueWordsDocument,
  KeepKeyShareDocument,
  KeepNothingHereDocument,
  KeepRescueWordsDocument,
  MyRoomDocument,
  OpenByRescueWordsDocument,
  RescueSaltsDocument,
  StartDraftDocument,
  type MyRoomQuery,
} from '../generated/graphql'
import { draftOverNetwork } from './draft-network-for-tests'
import { holdDraft } from './held-draft'
import { setSharedTablet } from './kept-here'

const family = familyForTests()
type Room = NonNullable<MyRoomQuery['myRoom']>
let drafts = 0
/** Of each test somebody else: the page remembers whose keys are here. */
let me: string
let place: DraftPlace
let key: ReturnType<typeof newDraftKey>
let room: Room
/** What the server keeps under the words. */
let kept: { salt: string; sealed: string } | undefined

const open = (more: Partial<Room> = {}): Room => ({
  id: 'r',
  meetingId: 'm1',
  ended: false,
  me,
  doubted: false,
  begun: 'nobody',
  linkOf: null,
  viewerCan: ['room_read', 'room_endWithoutKey', 'draft_append', 'rescueWords_make', 'rescueWords_use'],
  sessions: [],
  members: [],
  bottomLines: [],
  draft: { id: place.draft, epoch: 1, head: 0, state: 'open', shared: null },
  shareProposal: null,
  waitingEnd: null,
  undoableEnd: null,
  rescueWordsWall: null,
  rescueOpenings: [],
  ...more,
})

beforeEach(async () => {
  place = { meeting: 'm1', draft: newUuid(deviceChance), epoch: 1 }
  key = newDraftKey(deviceChance)
  me = `gran-of-rescue-words-${++drafts}`
  kept = undefined
  await new DeviceStore().forgetKeys()
  const server = new HonestServer(place)
  draftOverNetwork(family.network, server, me)
  await startPrivateDraft(server.post(me, new TestLine()), { place, key })
  room = open()
  family.currentUser = () => currentUserAs({ stage: 'privateTime', readers: [] })
  family.network.answer(MyRoomDocument, () => ({ myRoom: room }))
  family.network.answer(KeepRescueWordsDocument, ({ input: { salt, sealed } }) => {
    kept = { salt, sealed }
    room = { ...room, rescueWordsWall: '2026-11-21T14:32' }
    return { keepRescueWords: { __typename: 'KeepRescueWordsDone' as const } }
  })
  family.network.answer(RescueSaltsDocument, () => ({ myRoom: { rescueSalts: kept ? [kept.salt] : [] } }))
  family.network.answer(KeepNothingHereDocument, () => ({ keepNothingHere: { __typename: 'KeepNothingHereDone' as const } }))
})
afterEach(() => setSharedTablet(false))

const keysKept = async () => (await new DeviceStore().keysOf('m1', me)).filter(({ draft }) => draft === place.draft).length

async function hasNoFaults(): Promise<void> {
  const { violations } = await axe.run(document.body, { rules: { 'color-contrast': { enabled: false } } })
  expect(violations.map(({ id, nodes }) => [id, nodes[0]?.html])).toEqual([])
}

/** This phone has the plan open; makes six words and gives them. */
async function makesWords(): Promise<string[]> {
  await holdDraft(room, place, key)
  await family.open('/meeting/m1/private')
  await family.user.click(await screen.findByRole('link', { name: 'Write rescue words on your card' }))
  await family.user.click(await screen.findByRole('button', { name: 'Make six words' }))
  await screen.findByText('Write these six words on the card by hand, in this order.')
  return within(screen.getByRole('main'))
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)
}

describe('rescue words on the phone that has the plan', () => {
  it('are shown once, go nowhere, and two of them are asked back', async () => {
    const words = await makesWords()
    expect(words).toHaveLength(6)
    await hasNoFaults()
    expect(kept).toBeDefined()
    for (const word of words) expect(JSON.stringify(family.network.sentFor(KeepRescueWordsDocument))).not.toContain(word)
    await family.press('They are on the card')
    const fields = screen.getAllByRole<HTMLInputElement>('textbox')
    expect(fields).toHaveLength(2)
    expect(document.activeElement).toBe(fields[0])
    expect(document.body.textContent).not.toContain(words[0])
    await hasNoFaults()
    await family.press('Check these words')
    expect(screen.getAllByText('Type this word, too.')).toHaveLength(2)
    if (fields[1]) await family.user.type(fields[1], 'qqqq')
    expect(screen.getByText('On this page it was another word. Look at your card once more.')).toBeTruthy()
    if (fields[1]) await family.user.clear(fields[1])
    for (const field of fields) {
      const number = Number(/\d+/.exec(field.labels?.[0]?.textContent ?? '')?.[0])
      await family.user.type(field, ` ${words[number - 1]?.toUpperCase()} `)
    }
    await family.press('Check these words')
    expect(await screen.findByText('Your rescue words are ready. Keep the card with your family.')).toBeTruthy()
    await family.follow('Go to our plan')
    await family.user.click(await screen.findByRole('link', { name: 'Your rescue words' }))
    expect(await screen.findByText('Your rescue words were made on Saturday 21 November, 2:32 pm.')).toBeTruthy()
    expect(screen.getByRole('button', { name: 'Make new words' })).toBeTruthy()
  })

  it('are not shown where the server did not keep what they open', async () => {
    await holdDraft(room, place, key)
    await family.open('/meeting/m1/private/card')
    family.network.isCut = true
    await family.user.click(await screen.findByRole('button', { name: 'Make six words' }))
    expect((await screen.findByRole('alert')).textContent).toContain('You are not connected')
    expect(screen.queryByText('Write these six words on the card by hand, in this order.')).toBeNull()
    family.network.isCut = false
    await family.press('Try again')
    expect(await screen.findByText('Write these six words on the card by hand, in this order.')).toBeTruthy()
  })

  it('tell of each time that they were used elsewhere, until somebody says that it was one of them', async () => {
    await holdDraft(room, place, key)
    const elsewhere = { sessionId: `s${drafts}`, name: 'Gran', atWall: '2026-11-21T14:40', here: false }
    room = open({ rescueOpenings: [{ ...elsewhere, sessionId: 'mine', here: true }, elsewhere] })
    await family.open('/meeting/m1/private')
    expect(await screen.findByText('On Saturday 21 November, 2:40 pm, on a phone that is signed in as Gran.')).toBeTruthy()
    await hasNoFaults()
    await family.press('Yes, that was one of us')
    expect(screen.queryByText('Your plan was opened with rescue words')).toBeNull()
  })
})

describe('rescue words on a phone without the key', () => {
  it('open the plan, with both proofs and no word on the way', async () => {
    const words = await makesWords()
    const made = { draft: place.draft, sealed: kept?.sealed ?? '' }
    await new DeviceStore().forgetKeys()
    const draft = room.draft
    room = open({ draft: null, begun: 'somebody', viewerCan: ['room_read', 'draft_start', 'rescueWords_use'] })
    family.network.answer(FindByRescueWordsDocument, () => ({
      findByRescueWords: { __typename: 'FindByRescueWordsDone' as const, draftId: made.draft, epoch: 1, sealed: made.sealed },
    }))
    family.network.answer(OpenByRescueWordsDocument, () => {
      room = open({ draft, rescueWordsWall: '2026-11-21T14:32' })
      return { openByRescueWords: { __typename: 'OpenByRescueWordsDone' as const } }
    })
    cleanup()
    forgetAnswers()
    await family.open('/meeting/m1/private')
    await family.user.click(await screen.findByRole('link', { name: 'We have rescue words' }))
    expect(await screen.findByText(/We tell every phone that has the plan/)).toBeTruthy()
    await hasNoFaults()
    await family.user.click(screen.getByLabelText('Word 1'))
    await family.user.paste(words.join(' '))
    await family.press('Open our plan')
    expect(await screen.findByRole('link', { name: 'Your rescue words' })).toBeTruthy()
    const proof = expect.stringMatching(/^[\w-]{43}$/)
    expect(family.network.sentFor(OpenByRescueWordsDocument).map(({ variables }) => variables)).toEqual([
      { input: { meetingId: 'm1', wordsProof: proof, memberProof: proof } },
    ])
    for (const word of words) expect(JSON.stringify(family.network.sent)).not.toContain(`"${word}`)
  })

  it('say kindly what is wrong: other words, none made, or too many tries', async () => {
    room = open({ draft: null, begun: 'together', viewerCan: ['room_read', 'rescueWords_use'] })
    await family.open('/meeting/m1/private/rescue')
    await family.user.click(await screen.findByLabelText('Word 1'))
    await family.user.paste('penguin rainbow giraffe kitchen teapot violin')
    await family.press('Open our plan')
    expect((await screen.findByRole('alert')).textContent).toContain('Nobody in your room has made rescue words')
    kept = { salt: 'A'.repeat(22), sealed: '' }
    let code: 'rescueWordsWrong' | 'rescueWordsTooOften' = 'rescueWordsWrong'
    family.network.answer(FindByRescueWordsDocument, () => ({ findByRescueWords: { __typename: 'Refused' as const, code, field: null } }))
    await family.press('Open our plan')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('These words do not open your plan'))
    expect(screen.getByLabelText<HTMLInputElement>('Word 6').value).toBe('violin')
    code = 'rescueWordsTooOften'
    await family.press('Open our plan')
    await waitFor(() => expect(screen.getByRole('alert').textContent).toContain('Please wait ten minutes'))
  })
})

describe('a shared tablet', () => {
  it('is chosen at the start: no key is kept, nor the server’s part asked for, and rescue words come first', async () => {
    room = open({ draft: null })
    family.network.answer(StartDraftDocument, ({ input }) => {
      place = { ...place, draft: input.draftId }
      room = open()
      return { startDraft: { __typename: 'StartDraftDone' as const } }
    })
    await family.open('/meeting/m1/private')
    await family.user.click(await screen.findByRole('radio', { name: /^This is a shared tablet/ }))
    await hasNoFaults()
    await family.press('Start our plan')
    expect(await screen.findByText(/This is a shared tablet, so it keeps no key/)).toBeTruthy()
    expect(family.title()).toBe('Rescue words')
    expect(await keysKept()).toBe(0)
    expect(family.network.sentFor(KeepKeyShareDocument)).toEqual([])
  })

  it('is chosen later once it is said what is lost without rescue words, and then no key of anybody stays', async () => {
    await new DeviceStore().keepKey({ draft: 'o', member: 'mum-of-tablet', meeting: 'm1', epoch: 1, memberProof: 'p', body: 'b' })
    await holdDraft(room, place, key)
    await waitFor(async () => expect(await keysKept()).toBe(1))
    await family.open('/meeting/m1/private/phones')
    await family.user.click(await screen.findByRole('button', { name: 'This is a shared tablet' }))
    expect(screen.getByText('If there is no other phone, your plan stays locked for ever.', { exact: false })).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Write rescue words first' })).toBeTruthy()
    await hasNoFaults()
    expect(await keysKept()).toBe(1)
    await family.press('Go on without rescue words')
    await waitFor(async () => expect(await keysKept()).toBe(0))
    expect(await new DeviceStore().keysOf('m1', 'mum-of-tablet')).toEqual([])
    expect(family.network.sentFor(KeepNothingHereDocument)).toHaveLength(1)
    await family.press('This is not a shared tablet')
    await waitFor(async () => expect(await keysKept()).toBe(1))
  })

  it('asks for no more once there are rescue words', async () => {
    room = open({ rescueWordsWall: '2026-11-21T14:32' })
    await holdDraft(room, place, key)
    await family.open('/meeting/m1/private/phones')
    await family.user.click(await screen.findByRole('button', { name: 'This is a shared tablet' }))
    expect(await screen.findByRole('button', { name: 'This is not a shared tablet' })).toBeTruthy()
    await waitFor(async () => expect(await keysKept()).toBe(0))
  })
})

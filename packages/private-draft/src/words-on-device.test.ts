import 'fake-indexeddb/auto'
import { beforeEach, describe, expect, it } from 'vitest'
import { type Bytes, toBase64Url } from './bytes'
import { deviceChance } from './chance'
import { DeviceStore } from './device-store'
import { readDraftDocument, setField } from './draft-document'
import { newDevice, newDraftKey } from './draft-key'
import { HandTimers, HonestServer, oneAtATimeForTests, TestLine } from './post-for-tests'
import { openPrivateDraft, type PrivateDraft, startPrivateDraft } from './private-draft'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const owner = { draft: 'draft-1', member: 'mum' }
let server: HonestServer
let key: Bytes
let store: DeviceStore
let names = 0
/** The locks that the pages of Mum's phone hold. */
let locks: Set<string>

beforeEach(async () => {
  server = new HonestServer(place)
  key = newDraftKey(deviceChance)
  store = new DeviceStore(`words-${(names += 1)}`)
  locks = new Set()
  await startPrivateDraft(server.post('mum', new TestLine()), { place, key })
})

/** A page of a phone; `kill` ends it as an empty battery does. */
async function page(member = 'mum', on: { store: DeviceStore | undefined; locks: Set<string> } = { store, locks }) {
  const line = new TestLine()
  const timers = new HandTimers()
  const mine = new Set<string>()
  const shared = oneAtATimeForTests(on.locks)
  const draft = await openPrivateDraft({
    post: server.post(member, line),
    place,
    key,
    device: newDevice(deviceChance),
    member,
    things: [],
    store: () => on.store,
    oneAtATime: {
      hold: (name) => (mine.add(name), shared.hold(name)),
      holdIfFree: (name) => (mine.add(name), shared.holdIfFree(name)),
    },
    after: timers.after,
    chance: deviceChance,
    changed: () => undefined,
  })
  const kill = () => {
    line.fault = () => 'requestLost'
    for (const name of mine) on.locks.delete(name)
  }
  return { draft, line, timers, kill }
}
const write = (draft: PrivateDraft, text: string) => setField(draft.document, 'weWantYouToKnow', text)
const words = ({ document }: PrivateDraft) => readDraftDocument(document).weWantYouToKnow
async function deliver(...pages: { draft: PrivateDraft; line: TestLine }[]) {
  for (const { draft } of pages) await draft.sender.flush()
  for (const { draft, line } of pages) for (const frame of line.flying.splice(0)) await draft.receiver.take(frame)
}
/** Long enough for IndexedDB to have written. */
const written = () => new Promise((resolve) => setTimeout(resolve, 20))

describe('words on the device', () => {
  it.each([
    ['typed and not sent', false],
    ['sealed and without signal', true],
  ])('that were %s when the page was killed go out from the next page, once', async (_how, sealed) => {
    const first = await page()
    first.line.fault = () => 'requestLost'
    write(first.draft, 'Walk to school')
    if (sealed) await first.draft.sender.flush()
    else first.draft.sender.hide()
    await written()
    first.kill()
    expect(server.stored).toHaveLength(0)

    const second = await page()
    expect(words(second.draft)).toBe('Walk to school')
    write(second.draft, 'Walk to school with Gran')
    await deliver(second)
    const gran = await page('gran', { store: undefined, locks: new Set() })
    await deliver(gran)
    expect(words(gran.draft)).toBe('Walk to school with Gran')
    expect(gran.draft.receiver.state).toMatchObject({ unread: false, waiting: false, refused: 0 })
    await deliver(second)
    expect(second.draft.sender.saved).toBe('saved')

    second.kill()
    const third = await page()
    await deliver(third)
    expect(new Set(server.stored.map(({ id }) => id)).size).toBe(server.stored.length)
    expect(words(third.draft)).toBe('Walk to school with Gran')
  })

  it('are kept sealed within 300 ms of typing, before anything is sent', async () => {
    const { draft, timers } = await page()
    write(draft, 'CANARY')
    expect(Math.min(...timers.waits)).toBeLessThanOrEqual(300)
    draft.sender.hide()
    await written()
    const kept = JSON.stringify(await store.writersOf(owner))
    expect(kept.length).toBeGreaterThan(100)
    expect(kept).not.toContain('CANARY')
    expect(kept).not.toContain(toBase64Url(key))
  })

  it('are left to a page that is still open, also in a duplicated tab', async () => {
    const first = await page()
    first.line.fault = () => 'requestLost'
    write(first.draft, 'One')
    await first.draft.sender.flush()
    await written()
    const second = await page()
    write(second.draft, 'Two')
    await deliver(second)
    expect(server.stored).toHaveLength(1)
    first.line.fault = () => 'none'
    await deliver(first, second)
    await deliver(first, second)
    expect(server.stored).toHaveLength(2)
    expect([words(first.draft), words(second.draft)].map((text) => text.length)).toEqual([6, 6])
    expect(second.draft.receiver.state.refused + first.draft.receiver.state.refused).toBe(0)
  })

  it('are offered once more, as they were sealed, when the server has lost what it had stored', async () => {
    const first = await page()
    write(first.draft, 'Kept')
    await deliver(first)
    expect(first.draft.sender.saved).toBe('saved')
    const before = server.stored.splice(0)
    first.kill()
    const second = await page()
    await second.draft.sender.offerAgain()
    expect(server.stored.map(({ id, body }) => [id, body])).toEqual(before.map(({ id, body }) => [id, body]))
  })

  it('are there again, and not said to be saved before, when a backup was brought back while no page was open', async () => {
    const first = await page()
    write(first.draft, 'Kept')
    await deliver(first)
    await written()
    first.kill()
    const before = server.stored.splice(0)
    const second = await page()
    await deliver(second)
    expect(words(second.draft)).toBe('Kept')
    expect(second.draft.sender.saved).not.toBe('saved')
    second.timers.fire()
    await written()
    expect(server.stored.map(({ id, body }) => [id, body])).toEqual(before.map(({ id, body }) => [id, body]))
    await deliver(second)
    expect(second.draft.sender.saved).toBe('saved')
  })

  it('are not offered again by a page that has read them', async () => {
    const first = await page()
    write(first.draft, 'Kept')
    await deliver(first)
    await written()
    first.kill()
    const second = await page()
    await deliver(second)
    expect(second.draft.sender.saved).toBe('saved')
    const received = server.received.length
    second.timers.fire()
    await written()
    expect(server.received).toHaveLength(received)
  })

  it('are all there again after a backup was brought back, on every phone, also where others have written since', async () => {
    const hers = await page()
    write(hers.draft, 'Mum writes. ')
    await deliver(hers)
    const grans = await page('gran', { store: new DeviceStore(`gran-${names}`), locks: new Set() })
    await deliver(grans)
    write(grans.draft, 'Mum writes. Gran, too. ')
    await deliver(grans, hers)
    write(hers.draft, 'Mum writes. Gran, too. Mum again. ')
    await deliver(hers, grans)
    const whole = words(hers.draft)
    expect(server.stored).toHaveLength(3)

    // Only the first word was in the backup; another phone has come and written before hers is back.
    server.stored.splice(1)
    const dads = await page('dad', { store: undefined, locks: new Set() })
    await deliver(dads)
    write(dads.draft, 'Mum writes. Dad. ')
    await deliver(dads)
    for (const phone of [hers, grans]) {
      await server.resend(phone.line)
      for (const frame of phone.line.flying.splice(0)) phone.line.listener?.frame(frame)
      phone.line.listener?.connected(true)
      await written()
    }
    for (let round = 0; round < 3; round++) await deliver(hers, grans, dads)
    expect(server.stored).toHaveLength(4)
    for (const phone of [hers, grans, dads]) {
      for (const words of ['Mum writes. ', 'Gran, too. ', 'Mum again. ', 'Dad. '])
        expect(readDraftDocument(phone.draft.document).weWantYouToKnow).toContain(words)
      expect(phone.draft.receiver.state).toMatchObject({ head: 4, waiting: false, unread: false })
    }
    expect(words(dads.draft)).toBe(words(hers.draft))
    expect(words(dads.draft)).toHaveLength(whole.length + 'Dad. '.length)
  })

  it('still go out where the browser lets nothing be kept, and it is said', async () => {
    const refusing = new DeviceStore('refused')
    for (const call of ['keepBegun', 'keepEnvelope', 'markEnvelopes'] as const)
      refusing[call] = () => Promise.reject(new DOMException('full', 'QuotaExceededError'))
    const first = await page('mum', { store: refusing, locks })
    write(first.draft, 'Walk')
    await deliver(first)
    expect(first.draft.sender).toMatchObject({ saved: 'saved', storeRefused: true })
  })

  it("are gone from the device once the draft is forgotten, and nobody else's are", async () => {
    const hers = await page()
    write(hers.draft, 'Hers')
    await deliver(hers)
    const grans = await page('gran')
    write(grans.draft, 'Hers and mine')
    await deliver(grans)
    await store.forget(owner)
    expect(await store.writersOf(owner)).toEqual([])
    expect(await store.writersOf({ draft: 'draft-1', member: 'gran' })).toHaveLength(1)
  })
})

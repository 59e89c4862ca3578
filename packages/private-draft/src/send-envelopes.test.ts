import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { deviceChance } from './chance'
import { type DraftDocument, openDraftDocument, setField } from './draft-document'
import { openDraftKeys } from './draft-key'
import { HandTimers, HonestServer, type LineFault, oneAtATimeForTests, TestLine } from './post-for-tests'
import { startPrivateDraft } from './private-draft'
import { fieldLimit } from './protocol'
import { EnvelopeReceiver } from './receive-envelopes'
import { EnvelopeSender } from './send-envelopes'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const key = new Uint8Array(32).fill(9)
const device = new Uint8Array(16).fill(1)
let server: HonestServer
let line: TestLine
let timers: HandTimers
let draft: DraftDocument
let sender: EnvelopeSender
/** What is stored comes back at once. */
let delivers: boolean

beforeEach(async () => {
  server = new HonestServer(place)
  line = new TestLine()
  timers = new HandTimers()
  delivers = true
  draft = await openDraftDocument(device, [])
  const post = server.post('mum', line)
  await startPrivateDraft(post, { place, key })
  const keys = await openDraftKeys(key, place)
  sender = new EnvelopeSender({
    doc: draft.doc,
    keys,
    device,
    member: 'mum',
    post,
    after: timers.after,
    chance: deviceChance,
    changed: () => undefined,
    store: () => undefined,
    oneAtATime: oneAtATimeForTests(),
  })
  sender.setConnected(true)
})

const write = (text: string): void => void setField(draft, 'weWantYouToKnow', text)

/** Every timer that is due, and all the work it starts. */
async function timePasses(): Promise<void> {
  timers.fire()
  await sender.flush()
  if (!delivers) return
  for (const { device: writer, n } of server.stored) await sender.readBack(writer, n, true)
}

async function readBack(): Promise<string> {
  const reader = await openDraftDocument(new Uint8Array(16).fill(2), [])
  const keys = await openDraftKeys(key, place)
  const receiver = new EnvelopeReceiver({
    keys,
    doc: reader.doc,
    device: new Uint8Array(16).fill(2),
    changed: () => undefined,
    readBack: () => undefined,
  })
  for (const envelope of server.stored) await receiver.take(envelope)
  return reader.doc.getText('weWantYouToKnow').toString()
}

describe('sending envelopes', () => {
  it('gathers what is written within half a second into one envelope', async () => {
    for (const text of ['W', 'Wa', 'Wal', 'Walk']) write(text)
    expect(timers.waits).toEqual([150, 500])
    expect(sender.saved).toBe('onThisPhoneOnly')
    expect(server.stored).toHaveLength(0)
    await timePasses()
    expect(server.stored.map(({ n, kind, memberId }) => ({ n, kind, memberId }))).toEqual([{ n: 1, kind: 'update', memberId: 'mum' }])
    expect(sender.saved).toBe('saved')
    expect(await readBack()).toBe('Walk')
  })

  it.each<[LineFault, number]>([
    ['requestLost', 0],
    ['answerLost', 1],
  ])('sends the same bytes again after %s, and they are stored once', async (fault, storedMeanwhile) => {
    line.fault = () => fault
    delivers = false
    write('Walk')
    await timePasses()
    expect(sender.saved).toBe('notConnected')
    expect(server.stored).toHaveLength(storedMeanwhile)
    write('Walk to school')
    line.fault = () => 'none'
    delivers = true
    await timePasses()
    expect(sender.saved).toBe('saved')
    expect(server.stored.map(({ n }) => n)).toEqual([1, 2])
    const bodies = new Map(server.received.map(({ id, body }) => [id, body]))
    expect(server.received.every(({ id, body }) => bodies.get(id) === body)).toBe(true)
    expect(bodies.size).toBe(2)
    expect(await readBack()).toBe('Walk to school')
  })

  it('waits longer after each failure, and goes at once when the connection is back', async () => {
    line.fault = () => 'requestLost'
    write('a')
    await timePasses()
    const waits: number[] = [...timers.waits]
    for (let time = 0; time < 6; time += 1) {
      await timePasses()
      waits.push(...timers.waits)
    }
    expect(waits).toEqual(waits.toSorted((one, other) => one - other))
    expect(Math.max(...waits)).toBe(15_000)
    line.fault = () => 'none'
    sender.setConnected(true)
    await timePasses()
    expect(sender.saved).toBe('saved')
  })

  it('tells the truth when the way to the server is closed though nothing waits', () => {
    expect(sender.saved).toBe('saved')
    sender.setConnected(false)
    expect(sender.saved).toBe('notConnected')
  })

  it('keeps the words here when the server answers and does not store, and sends them when it may again', async () => {
    server.open = false
    write('too late')
    await timePasses()
    expect({ saved: sender.saved, stopped: sender.stopped }).toEqual({ saved: 'onThisPhoneOnly', stopped: true })
    await timePasses()
    expect(server.received).toHaveLength(1)
    server.open = true
    await sender.tryAgain()
    await timePasses()
    expect({ saved: sender.saved, stopped: sender.stopped }).toEqual({ saved: 'saved', stopped: false })
    expect(await readBack()).toBe('too late')
  })

  it('says nothing again without end, where a server spoils all that it stores', async () => {
    write('Walk')
    await timePasses()
    for (let turn = 0; turn < 30; turn++) {
      const last = server.stored.at(-1)!
      await sender.readBack(last.device, last.n, false)
    }
    expect(server.stored).toHaveLength(9)
  })

  it('knows the line as open when its words come back, though no answer did', async () => {
    line.fault = () => 'answerLost'
    write('Walk')
    await timePasses()
    expect(sender.saved).toBe('saved')
  })

  it('says that nothing is saved before it has come back from where it is stored', async () => {
    delivers = false
    write('Walk')
    await timePasses()
    expect({ stored: server.stored.length, saved: sender.saved }).toEqual({ stored: 1, saved: 'onThisPhoneOnly' })
    delivers = true
    await timePasses()
    expect(sender.saved).toBe('saved')
  })

  it('says again what came back and does not open, and others read it though its first envelope is spoilt', async () => {
    write('Walk')
    await timePasses()
    write('Walk to school')
    await timePasses()
    const spoilt = server.stored[0]!
    server.stored[0] = { ...spoilt, body: `${spoilt.body.startsWith('A') ? 'B' : 'A'}${spoilt.body.slice(1)}` }
    expect(await readBack()).toBe('')
    await sender.readBack(spoilt.device, spoilt.n, false)
    expect(server.stored.map(({ n, kind }) => [n, kind])).toEqual([
      [1, 'update'],
      [2, 'update'],
      [3, 'again'],
    ])
    expect(await readBack()).toBe('Walk to school')
    const again = server.stored[2]!
    server.stored[2] = { ...again, body: `${again.body.slice(0, -2)}AA` }
    expect(await readBack()).toBe('')
    await sender.readBack(again.device, again.n, false)
    expect(await readBack()).toBe('Walk to school')
  })

  it('keeps each envelope under 64 KiB after hours without signal', async () => {
    line.fault = () => 'requestLost'
    for (let part = 1; part <= 12; part += 1) {
      write('')
      write(String.fromCharCode(0x4e00 + part).repeat(fieldLimit))
    }
    await timePasses()
    line.fault = () => 'none'
    await timePasses()
    expect(sender.saved).toBe('saved')
    expect(server.stored.length).toBeGreaterThan(3)
    expect(Math.max(...server.stored.map(({ body }) => body.length))).toBeLessThan(65_536)
    expect(await readBack()).toBe(String.fromCharCode(0x4e0c).repeat(fieldLimit))
  })

  it('does not send back what it received, and nothing after it is closed', async () => {
    const other = new Y.Doc()
    other.getText('weWantYouToKnow').insert(0, 'theirs')
    Y.applyUpdate(draft.doc, Y.encodeStateAsUpdate(other))
    await timePasses()
    expect(server.received).toHaveLength(0)
    sender.close()
    write('mine')
    await timePasses()
    expect(server.received).toHaveLength(0)
  })
})

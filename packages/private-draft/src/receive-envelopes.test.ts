import { beforeEach, describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Bytes, ownBytes, toBase64Url } from './bytes'
import { againOf } from './again'
import { deviceChance } from './chance'
import { clientOf, openDraftDocument, readDraftDocument, setField } from './draft-document'
import { type DraftKeys, openDraftKeys } from './draft-key'
import type { StoredEnvelope } from './draft-post'
import { EnvelopeReceiver } from './receive-envelopes'
import { sealEnvelope } from './seal-envelope'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const member = 'member-2'
const writing = new Uint8Array(16).fill(2)
const reading = new Uint8Array(16).fill(1)
let keys: DraftKeys
let doc: Y.Doc
let receiver: EnvelopeReceiver
let changes = 0

beforeEach(async () => {
  keys = await openDraftKeys(new Uint8Array(32).fill(9), place)
  doc = (await openDraftDocument(reading, [])).doc
  changes = 0
  receiver = new EnvelopeReceiver({ keys, doc, device: reading, changed: () => (changes += 1), readBack: () => undefined })
})

const words = (): string => readDraftDocument({ doc, things: [] }).weWantYouToKnow

async function envelope(n: number, update: Uint8Array, device = writing, seq = n): Promise<StoredEnvelope> {
  const body = await sealEnvelope(keys, { kind: 'update', device, member, n }, ownBytes(update), deviceChance)
  return { id: `id-${seq}-${n}`, seq, kind: 'update', device: toBase64Url(device), memberId: member, n, epoch: 1, body: toBase64Url(body) }
}

/** What a device sends when it writes one letter after the other. */
async function typed(device: Bytes, letters: string): Promise<StoredEnvelope[]> {
  const draft = await openDraftDocument(device, [])
  const updates: Uint8Array[] = []
  draft.doc.on('update', (update) => updates.push(update))
  for (let end = 1; end <= letters.length; end += 1) setField(draft, 'weWantYouToKnow', letters.slice(0, end))
  return Promise.all(updates.map((update, at) => envelope(at + 1, update, device)))
}

describe('receiving envelopes', () => {
  it('holds words back until those before them have come, and says so', async () => {
    const [first, second, third] = await typed(writing, 'abc')
    await receiver.take(third!)
    await receiver.take(second!)
    expect(words()).toBe('')
    expect(receiver.state).toEqual({ head: 0, waiting: true, unread: false, refused: 0 })
    await receiver.take(first!)
    expect(words()).toBe('abc')
    expect(receiver.state).toEqual({ head: 3, waiting: false, unread: false, refused: 0 })
    expect(changes).toBe(3)
  })

  it('takes repeated frames without harm', async () => {
    const envelopes = await typed(writing, 'abc')
    for (const one of [...envelopes, ...envelopes, ...envelopes.toReversed()]) await receiver.take(one)
    expect(words()).toBe('abc')
    expect(receiver.state).toEqual({ head: 3, waiting: false, unread: false, refused: 0 })
  })

  it('refuses what is not stamped as it was sealed', async () => {
    const [first] = await typed(writing, 'a')
    const honest = first!
    const flipped = (text: string): string => (text[0] === 'A' ? 'B' : 'A') + text.slice(1)
    const lies: Partial<StoredEnvelope>[] = [
      { kind: 'snapshot' },
      { device: flipped(honest.device) },
      { memberId: 'member-3' },
      { n: 2 },
      { n: 0 },
      { n: 1.5 },
      { n: Number.NaN },
      { epoch: 2 },
      { body: flipped(honest.body) },
      { body: '=' },
      { body: '' },
      { device: 'short' },
    ]
    for (const lie of lies) {
      const other = new EnvelopeReceiver({ keys, doc, device: reading, changed: () => undefined, readBack: () => undefined })
      await other.take({ ...honest, ...lie })
      expect({ lie, words: words(), refused: other.state.refused }).toEqual({ lie, words: '', refused: 1 })
    }
    await receiver.take(honest)
    expect(words()).toBe('a')
    expect(receiver.state).toEqual({ head: 1, waiting: false, unread: false, refused: 0 })
  })

  it('takes the honest copy of words that came spoilt, when it comes before their turn', async () => {
    const [first, second] = await typed(writing, 'ab')
    await receiver.take({ ...second!, memberId: 'member-3' })
    await receiver.take(second!)
    await receiver.take({ ...second!, memberId: 'member-3' })
    await receiver.take(first!)
    expect(words()).toBe('ab')
    expect(receiver.state).toEqual({ head: 2, waiting: false, unread: false, refused: 0 })
  })

  it('holds a device back when all has come but one of its own envelopes, and takes one number only once', async () => {
    const [first, second, third] = await typed(writing, 'abc')
    await receiver.take({ ...second!, seq: 1 })
    expect(words()).toBe('')
    expect(receiver.state).toEqual({ head: 1, waiting: true, unread: false, refused: 0 })
    await receiver.take({ ...second!, seq: 2 })
    await receiver.take({ ...first!, seq: 3 })
    expect(words()).toBe('ab')
    await receiver.take({ ...first!, seq: 4 })
    expect(words()).toBe('ab')
    expect(receiver.state).toEqual({ head: 4, waiting: false, unread: false, refused: 2 })
    await receiver.take({ ...third!, seq: 5 })
    expect(words()).toBe('abc')
  })

  it('refuses what was honestly sealed as another kind', async () => {
    const [first] = await typed(writing, 'a')
    const update = Y.encodeStateAsUpdate(new Y.Doc())
    const body = await sealEnvelope(keys, { kind: 'snapshot', device: writing, member, n: 1 }, ownBytes(update), deviceChance)
    await receiver.take({ ...first!, kind: 'snapshot', body: toBase64Url(body) })
    expect(receiver.state.refused).toBe(1)
  })

  it('does not wait for ever for a device whose envelope cannot be opened', async () => {
    const [first, second] = await typed(writing, 'ab')
    await receiver.take({ ...first!, body: toBase64Url(deviceChance(60)) })
    await receiver.take(second!)
    expect(words()).toBe('')
    expect(receiver.state).toEqual({ head: 2, waiting: false, unread: true, refused: 1 })
  })

  it('leaves its own words, which are there already, and counts them as stored', async () => {
    const [first] = await typed(reading, 'a')
    await receiver.take(first!)
    expect(words()).toBe('')
    expect(receiver.stored.getText('weWantYouToKnow').toString()).toBe('a')
    expect(receiver.state.head).toBe(1)
  })
})

describe('a device that is not honest', () => {
  /** An update that `write` makes on a document of that client. */
  function made(client: number, write: (other: Y.Doc) => void): Uint8Array {
    const other = new Y.Doc()
    other.clientID = client
    write(other)
    return Y.encodeStateAsUpdate(other)
  }

  it.each<[string, (client: number) => Uint8Array]>([
    ['writes in the name of another client', () => made(7, (other) => other.getText('weWantYouToKnow').insert(0, 'a'))],
    [
      'adds words of another client',
      (client) =>
        Y.mergeUpdates([
          made(client, (other) => other.getText('weWantYouToKnow').insert(0, 'a')),
          made(7, (other) => other.getText('weWantYouToKnow').insert(0, 'b')),
        ]),
    ],
    [
      'leaves a gap in its clock',
      (client) => {
        const other = new Y.Doc()
        other.clientID = client
        other.getText('weWantYouToKnow').insert(0, 'a')
        const before = Y.encodeStateVector(other)
        other.getText('weWantYouToKnow').insert(1, 'b')
        return Y.encodeStateAsUpdate(other, before)
      },
    ],
    ['sends what is no update', () => new Uint8Array([250, 1, 2, 3])],
    ['sends nothing', () => new Uint8Array()],
    ['writes to a root that a draft does not have', (client) => made(client, (other) => other.getText('notes').insert(0, 'a'))],
    ['formats', (client) => made(client, (other) => other.getText('weWantYouToKnow').insert(0, 'a', { bold: true }))],
    ['embeds', (client) => made(client, (other) => other.getText('weWantYouToKnow').insertEmbed(0, { src: 'x' }))],
    ['sends numbers', (client) => made(client, (other) => other.getArray('headings').push([3]))],
    ['sends bytes', (client) => made(client, (other) => other.getArray('headings').push([new Uint8Array(3)]))],
    ['sends a document', (client) => made(client, (other) => other.getArray('headings').push([new Y.Doc()]))],
    ['sends XML', (client) => made(client, (other) => other.getArray('headings').push([new Y.XmlText()]))],
    [
      'points at words it has not written yet',
      (client) =>
        // One struct of `client` at clock 0 whose origin is its own clock 0: Yjs throws when it looks for it.
        Uint8Array.of(1, 1, ...varUint(client), 0, 0x84, ...varUint(client), 0, 1, 97, 0),
    ],
    [
      'points at its own later words and at words that nobody has, which would throw in the update of somebody else',
      (client) => Uint8Array.of(1, 1, ...varUint(client), 0, 0xc4, ...varUint(client), 0, 77, 5, 1, 97, 0),
    ],
    ['sends words as already collected', (client) => Uint8Array.of(1, 1, ...varUint(client), 0, 0, 3, 0)],
    [
      'writes a word of no length',
      (client) => Uint8Array.of(1, 1, ...varUint(client), 0, 0x04, 1, ...lengthAndText('weWantYouToKnow'), 0, 0),
    ],
  ])('is refused when it %s, and nothing more is taken from it', async (_what, update) => {
    const client = await clientOf(writing)
    await receiver.take(await envelope(1, update(client)))
    const honest = made(client, (other) => other.getText('weWantYouToKnow').insert(0, 'later'))
    await receiver.take(await envelope(2, honest))
    expect(words()).toBe('')
    expect([...doc.store.clients.keys()]).toEqual([])
    expect(receiver.state).toEqual({ head: 2, waiting: false, unread: true, refused: 2 })
    for (const one of await typed(new Uint8Array(16).fill(3), 'ok')) await receiver.take({ ...one, seq: one.seq + 2 })
    expect(words()).toBe('ok')
  })

  it('is refused when it says two things at one clock, which phones could take in different order', async () => {
    const client = await clientOf(writing)
    const say = (text: string) => made(client, (other) => other.getText('weWantYouToKnow').insert(0, text))
    await receiver.take(await envelope(1, say('one')))
    await receiver.take(await envelope(2, say('two two')))
    expect(words()).toBe('one')
    expect(receiver.state.refused).toBe(1)
  })

  it('shows the control: the same kind of update, honest, is taken', async () => {
    const client = await clientOf(writing)
    await receiver.take(
      await envelope(
        1,
        made(client, (other) => other.getText('weWantYouToKnow').insert(0, 'a')),
      ),
    )
    expect(words()).toBe('a')
    expect(receiver.state.refused).toBe(0)
  })
})

function lengthAndText(text: string): number[] {
  return [text.length, ...new TextEncoder().encode(text)]
}

function varUint(value: number): number[] {
  const bytes: number[] = []
  for (let rest = value; ; rest = Math.floor(rest / 128)) {
    if (rest < 128) return [...bytes, rest]
    bytes.push((rest % 128) + 128)
  }
}

it('is not stopped by a device that says again what says again, as deep as an envelope holds', async () => {
  let plain: Bytes = new Uint8Array()
  while (plain.length < 65_000) plain = againOf(1, 'again', plain)
  const body = await sealEnvelope(keys, { kind: 'again', device: writing, member, n: 1 }, plain, deviceChance)
  const deep = {
    id: 'deep',
    seq: 1,
    kind: 'again',
    device: toBase64Url(writing),
    memberId: member,
    n: 1,
    epoch: 1,
    body: toBase64Url(body),
  }
  await receiver.take(deep).catch(() => undefined)
  const [honest] = await typed(new Uint8Array(16).fill(3), 'a')
  await receiver.take({ ...honest!, seq: 2 })
  expect(words()).toBe('a')
  expect(receiver.state).toMatchObject({ head: 2, unread: true })
})

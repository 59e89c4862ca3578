import fc from 'fast-check'
import { expect, it } from 'vitest'
import * as Y from 'yjs'
import { type Bytes, ownBytes, toBase64Url } from './bytes'
import { deviceChance } from './chance'
import { addStep, clientOf, openDraftDocument, readDraftDocument, removeStep, setField } from './draft-document'
import { type DraftKeys, openDraftKeys } from './draft-key'
import type { StoredEnvelope } from './draft-post'
import { EnvelopeReceiver } from './receive-envelopes'
import { sealEnvelope } from './seal-envelope'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const things = ['school']
const honest = new Uint8Array(16).fill(1)
const dishonest = new Uint8Array(16).fill(2)

/** Two devices write together; gives the updates of each, in order. */
async function written(): Promise<[Uint8Array[], Uint8Array[]]> {
  const one = await openDraftDocument(honest, things)
  const two = await openDraftDocument(dishonest, things)
  const updates: [Uint8Array[], Uint8Array[]] = [[], []]
  const collect = (from: Y.Doc, to: Y.Doc, into: Uint8Array[]): void => {
    from.on('update', (update, _origin, _doc, transaction) => {
      if (!transaction.local) return
      into.push(update)
      Y.applyUpdate(to, update)
    })
  }
  collect(one.doc, two.doc, updates[0])
  collect(two.doc, one.doc, updates[1])
  addStep(one, 'school', 'a')
  setField(two, { step: 'a', field: 'what' }, 'Walk')
  setField(one, { step: 'a', field: 'what' }, 'Walk to school')
  setField(two, { step: 'a', field: 'what' }, 'Gran: Walk to school')
  addStep(two, 'school', 'b')
  setField(one, 'weWantYouToKnow', 'We love them')
  setField(two, 'weWantYouToKnow', 'We love them all')
  setField(two, { step: 'b', field: 'who' }, 'Dan')
  removeStep(one, 'b')
  return updates
}

/** The updates of each device as the server would deliver them. */
async function sealed(keys: DraftKeys, devices: readonly [Bytes, readonly Uint8Array[]][]): Promise<StoredEnvelope[]> {
  const envelopes: StoredEnvelope[] = []
  for (const [device, updates] of devices) {
    for (const [at, update] of updates.entries()) {
      const stamp = { kind: 'update', device, member: 'm', n: at + 1 }
      const body = toBase64Url(await sealEnvelope(keys, stamp, ownBytes(update), deviceChance))
      const seq = envelopes.length + 1
      envelopes.push({ id: `id-${seq}`, seq, kind: 'update', device: toBase64Url(device), memberId: 'm', n: at + 1, epoch: 1, body })
    }
  }
  return envelopes
}

async function phoneThatTakes(keys: DraftKeys, envelopes: readonly StoredEnvelope[]) {
  const device = new Uint8Array(16).fill(3)
  const draft = await openDraftDocument(device, things)
  const receiver = new EnvelopeReceiver({ keys, doc: draft.doc, device, changed: () => undefined, readBack: () => undefined })
  for (const envelope of envelopes) await receiver.take(envelope)
  return { receiver, draft }
}

it('cannot make two phones differ by hanging a word between two places, one of which is taken away', async () => {
  const keys = await openDraftKeys(new Uint8Array(32).fill(9), place)
  const one = await openDraftDocument(honest, things)
  const updates: Uint8Array[] = []
  one.doc.on('update', (update) => updates.push(update))
  setField(one, 'weWantYouToKnow', 'ab')
  addStep(one, 'school', 'a')
  const clock = Y.getState(one.doc.store, one.doc.clientID)
  setField(one, { step: 'a', field: 'what' }, 'cd')
  removeStep(one, 'a')
  const [me, other] = [await clientOf(dishonest), one.doc.clientID].map(varUint)
  const hanging = Uint8Array.from([1, 1, ...me!, 0, 0xc4, ...other!, 1, ...other!, clock, 1, 88, 0])
  const all = await sealed(keys, [
    [honest, updates],
    [dishonest, [hanging]],
  ])
  const takenAway = all[3]!
  const first = await phoneThatTakes(keys, all)
  const second = await phoneThatTakes(keys, [...all.filter((envelope) => envelope !== takenAway), takenAway])
  expect(first.receiver.state).toEqual({ head: 5, waiting: false, unread: false, refused: 0 })
  expect(readDraftDocument(second.draft)).toEqual(readDraftDocument(first.draft))
  expect(readDraftDocument({ doc: second.receiver.stored, things })).toEqual(readDraftDocument(first.draft))
})

it('cannot make two phones differ by hanging its words between any places of others or its own', async () => {
  const keys = await openDraftKeys(new Uint8Array(32).fill(9), place)
  const one = await openDraftDocument(honest, things)
  const good: Uint8Array[] = []
  one.doc.on('update', (update) => good.push(update))
  setField(one, 'weWantYouToKnow', 'We love them')
  addStep(one, 'school', 'a')
  setField(one, { step: 'a', field: 'what' }, 'Walk to school')
  setField(one, 'weWantYouToKnow', 'We love them all')
  addStep(one, 'school', 'b')
  setField(one, { step: 'b', field: 'who' }, 'Dan')
  removeStep(one, 'b')
  const clients = await Promise.all([honest, dishonest].map(clientOf))
  const honestEnd = Y.getState(one.doc.store, one.doc.clientID)
  const placeOf = fc.record({ own: fc.boolean(), at: fc.nat() })
  let shown = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.tuple(placeOf, placeOf), { minLength: 1, maxLength: 6 }),
      fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      async (words, order) => {
        const updates = words.map(([left, right], clock) => {
          const id = ({ own, at }: { own: boolean; at: number }): number[] =>
            own && clock > 0 ? [...varUint(clients[1]!), at % clock] : [...varUint(clients[0]!), ...varUint(at % honestEnd)]
          return Uint8Array.from([1, 1, ...varUint(clients[1]!), clock, 0xc4, ...id(left), ...id(right), 1, 88, 0])
        })
        const all = await sealed(keys, [
          [honest, good],
          [dishonest, updates],
        ])
        const shuffled = all
          .map((one, at) => ({ one, at: order[at] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const first = await phoneThatTakes(keys, all)
        const second = await phoneThatTakes(keys, shuffled)
        expect(readDraftDocument(second.draft)).toEqual(readDraftDocument(first.draft))
        expect(second.receiver.state).toEqual(first.receiver.state)
        shown += JSON.stringify(readDraftDocument(first.draft)).split('X').length - 1
      },
    ),
    { numRuns: Number(process.env['DRAFT_SEEDS'] ?? 150) },
  )
  expect(shown).toBeGreaterThan(50)
}, 120_000)

it('never stops the words of others, whatever bytes a device seals', async () => {
  const keys = await openDraftKeys(new Uint8Array(32).fill(9), place)
  const [good, bad] = await written()
  let refused = 0
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ update: fc.nat(), at: fc.nat(), byte: fc.nat(255) }), { maxLength: 4 }),
      fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      async (flips, order) => {
        const spoilt = bad.map((update) => ownBytes(update))
        for (const { update, at, byte } of flips) {
          const bytes = spoilt[update % spoilt.length]!
          bytes[at % bytes.length] = byte
        }
        const all = await sealed(keys, [
          [honest, good],
          [dishonest, spoilt],
        ])
        const shuffled = all
          .map((one, at) => ({ one, at: order[at] ?? 0 }))
          .sort((a, b) => a.at - b.at)
          .map(({ one }) => one)
        const phones = await Promise.all([all, shuffled].map((envelopes) => phoneThatTakes(keys, envelopes)))
        const [first, second] = phones.map(({ receiver, draft }) => ({
          plan: readDraftDocument(draft),
          stored: readDraftDocument({ doc: receiver.stored, things }),
          state: receiver.state,
        }))
        expect(second).toEqual(first)
        expect(first?.stored).toEqual(first?.plan)
        expect(first?.state).toMatchObject({ head: all.length, waiting: false })
        refused += first?.state.refused ?? 0
      },
    ),
    { numRuns: Number(process.env['DRAFT_SEEDS'] ?? 150) },
  )
  expect(refused).toBeGreaterThan(50)
}, 120_000)

function varUint(value: number): number[] {
  return value < 128 ? [value] : [(value % 128) + 128, ...varUint(Math.floor(value / 128))]
}

import fc from 'fast-check';
import { expect, it } from 'vitest';
import * as Y from 'yjs';
import { ownBytes, toBase64Url } from './bytes';
import { deviceChance } from './chance';
import { addStep, openDraftDocument, readDraftDocument, removeStep, setField } from './draft-document';
import { openDraftKeys } from './draft-key';
import type { StoredEnvelope } from './draft-post';
import { EnvelopeReceiver } from './receive-envelopes';
import { sealEnvelope } from './seal-envelope';

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 };
const things = ['school'];
const honest = new Uint8Array(16).fill(1);
const dishonest = new Uint8Array(16).fill(2);

/** Two devices write together; gives the updates of each, in order. */
async function written(): Promise<[Uint8Array[], Uint8Array[]]> {
  const one = await openDraftDocument(honest, things);
  const two = await openDraftDocument(dishonest, things);
  const updates: [Uint8Array[], Uint8Array[]] = [[], []];
  const collect = (from: Y.Doc, to: Y.Doc, into: Uint8Array[]): void => {
    from.on('update', (update, _origin, _doc, transaction) => {
      if (!transaction.local) return;
      into.push(update);
      Y.applyUpdate(to, update);
    });
  };
  collect(one.doc, two.doc, updates[0]);
  collect(two.doc, one.doc, updates[1]);
  addStep(one, 'school', 'a');
  setField(two, { step: 'a', field: 'what' }, 'Walk');
  setField(one, { step: 'a', field: 'what' }, 'Walk to school');
  setField(two, { step: 'a', field: 'what' }, 'Gran: Walk to school');
  addStep(two, 'school', 'b');
  setField(one, 'weWantYouToKnow', 'We love them');
  setField(two, 'weWantYouToKnow', 'We love them all');
  setField(two, { step: 'b', field: 'who' }, 'Dan');
  removeStep(one, 'b');
  return updates;
}

it('never stops the words of others, whatever bytes a device seals', async () => {
  const keys = await openDraftKeys(new Uint8Array(32).fill(9), place);
  const [good, bad] = await written();
  let refused = 0;
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ update: fc.nat(), at: fc.nat(), byte: fc.nat(255) }), { maxLength: 4 }),
      fc.array(fc.nat(), { minLength: 20, maxLength: 20 }),
      async (flips, order) => {
        const spoilt = bad.map((update) => ownBytes(update));
        for (const { update, at, byte } of flips) {
          const bytes = spoilt[update % spoilt.length]!;
          bytes[at % bytes.length] = byte;
        }
        const seal = (device: typeof honest, updates: readonly Uint8Array[], from: number) =>
          updates.map(async (update, at): Promise<StoredEnvelope> => {
            const stamp = { kind: 'update', device, member: 'm', n: at + 1 };
            const body = await sealEnvelope(keys, stamp, ownBytes(update), deviceChance);
            return { seq: from + at, ...stamp, device: toBase64Url(device), memberId: 'm', epoch: 1, body: toBase64Url(body) };
          });
        const all = await Promise.all([...seal(honest, good, 1), ...seal(dishonest, spoilt, good.length + 1)]);
        const shuffled = all.map((one, at) => ({ one, at: order[at] ?? 0 })).sort((a, b) => a.at - b.at).map(({ one }) => one);
        const phones = await Promise.all(
          [all, shuffled].map(async (envelopes) => {
            const draft = await openDraftDocument(new Uint8Array(16).fill(3), things);
            const receiver = new EnvelopeReceiver({ keys, doc: draft.doc, device: new Uint8Array(16).fill(3), changed: () => undefined });
            for (const envelope of envelopes) await receiver.take(envelope);
            return { receiver, draft };
          }),
        );
        const [first, second] = phones.map(({ receiver, draft }) => ({
          plan: readDraftDocument(draft),
          stored: readDraftDocument({ doc: receiver.stored, things }),
          state: receiver.state,
          honestClock: Y.decodeStateVector(Y.encodeStateVector(draft.doc)).size,
        }));
        expect(second).toEqual(first);
        expect(first?.stored).toEqual(first?.plan);
        expect(first?.state).toMatchObject({ head: all.length, waiting: false });
        refused += first?.state.refused ?? 0;
      },
    ),
    { numRuns: Number(process.env['DRAFT_SEEDS'] ?? 150) },
  );
  expect(refused).toBeGreaterThan(50);
}, 120_000);

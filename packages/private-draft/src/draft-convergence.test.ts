import fc from 'fast-check'
import { expect, it } from 'vitest'
import { deviceChance } from './chance'
import { addHeading, addStep, type DraftDocument, readDraftDocument, removeHeading, removeStep, setField } from './draft-document'
import { allSteps, stepFields } from './draft-plan'
import { newDevice, newDraftKey } from './draft-key'
import { HandTimers, HonestServer, type LineFault, oneAtATimeForTests, TestLine } from './post-for-tests'
import { openPrivateDraft, startPrivateDraft } from './private-draft'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const things = ['school', 'nights']

const edit = fc.record({
  kind: fc.constantFrom('addStep', 'removeStep', 'addHeading', 'removeHeading', 'step', 'step', 'step', 'title', 'know'),
  which: fc.nat(20),
  text: fc.string({ unit: fc.constantFrom('a', 'b', ' ', '😀', '😁', 'é', 'ש'), maxLength: 12 }),
})
const turn = fc.record({
  who: fc.nat(2),
  edits: fc.array(edit, { maxLength: 3 }),
  fault: fc.constantFrom<LineFault>('none', 'none', 'requestLost', 'answerLost'),
  sends: fc.boolean(),
  /** Which of the frames in flight arrive, and in which order: each number picks one, which may stay in flight as well. */
  arrivals: fc.array(fc.record({ pick: fc.nat(30), again: fc.boolean(), lost: fc.integer({ min: 0, max: 9 }) }), { maxLength: 6 }),
})

async function phone(server: HonestServer, member: string, key: ReturnType<typeof newDraftKey>) {
  const line = new TestLine()
  const timers = new HandTimers()
  const draft = await openPrivateDraft({
    post: server.post(member, line),
    place,
    key,
    device: newDevice(deviceChance),
    member,
    things,
    after: timers.after,
    chance: deviceChance,
    changed: () => undefined,
    store: () => undefined,
    oneAtATime: oneAtATimeForTests(),
  })
  return { draft, line }
}

function apply(draft: DraftDocument, { kind, which, text }: { kind: string; which: number; text: string }, id: string): void {
  const plan = readDraftDocument(draft)
  const sections = [...things, ...plan.headings.map((heading) => heading.id)]
  const step = allSteps(plan)[which % Math.max(1, allSteps(plan).length)]?.id ?? ''
  const heading = plan.headings[which % Math.max(1, plan.headings.length)]?.id ?? ''
  if (kind === 'addStep') addStep(draft, sections[which % sections.length] ?? '', id)
  if (kind === 'removeStep' && which % 3 === 0) removeStep(draft, step)
  if (kind === 'addHeading') addHeading(draft, id)
  if (kind === 'removeHeading' && which % 3 === 0) removeHeading(draft, heading)
  if (kind === 'step') setField(draft, { step, field: stepFields[which % 6] ?? 'what' }, text)
  if (kind === 'title') setField(draft, { heading }, text)
  if (kind === 'know') setField(draft, 'weWantYouToKnow', text)
}

it('leaves the same words on three phones, and when rebuilt from what is stored, however frames arrive', async () => {
  let envelopes = 0
  let words = 0
  await fc.assert(
    fc.asyncProperty(fc.array(turn, { minLength: 4, maxLength: 20 }), async (turns) => {
      const server = new HonestServer(place)
      const key = newDraftKey(deviceChance)
      await startPrivateDraft(server.post('m0', new TestLine()), { place, key })
      const phones = await Promise.all(['m0', 'm1', 'm2'].map((member) => phone(server, member, key)))
      let id = 0
      for (const { who, edits, fault, sends, arrivals } of turns) {
        const { draft, line } = phones[who]!
        for (const one of edits) apply(draft.document, one, `id${(id += 1)}`)
        line.fault = () => fault
        if (sends) await draft.sender.flush()
        for (const { pick, again, lost } of arrivals) {
          const at = pick % Math.max(1, line.flying.length)
          const frame = line.flying[at]
          if (!frame) continue
          if (!again) line.flying.splice(at, 1)
          if (lost > 0) await draft.receiver.take(frame)
        }
      }
      for (const { draft, line } of phones) {
        line.fault = () => 'none'
        await draft.sender.flush()
        await draft.sender.flush()
      }
      for (const { draft, line } of phones) {
        await server.resend(line)
        for (const frame of line.flying.splice(0)) await draft.receiver.take(frame)
        expect(draft.sender.saved).toBe('saved')
        expect(draft.receiver.state).toEqual({ head: server.stored.length, waiting: false, unread: false, refused: 0 })
      }
      const rebuilt = await phone(server, 'm3', key)
      for (const frame of rebuilt.line.flying.splice(0).reverse()) await rebuilt.draft.receiver.take(frame)
      const plan = readDraftDocument(rebuilt.draft.document)
      for (const { draft } of phones) {
        expect(readDraftDocument(draft.document)).toEqual(plan)
        expect(await draft.preview()).toEqual(await rebuilt.draft.preview())
      }
      for (const device of new Set(server.stored.map((one) => one.device))) {
        const numbers = server.stored.filter((one) => one.device === device).map(({ n }) => n)
        expect(numbers).toEqual(numbers.map((_, at) => at + 1))
      }
      envelopes += server.stored.length
      words += JSON.stringify(plan).length
    }),
    { numRuns: Number(process.env['DRAFT_SEEDS'] ?? 60) },
  )
  // The control: the runs really wrote and sent something.
  expect(envelopes).toBeGreaterThan(100)
  expect(words).toBeGreaterThan(1_000)
}, 60_000)

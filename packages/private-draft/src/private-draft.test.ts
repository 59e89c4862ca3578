import { describe, expect, it } from 'vitest'
import { type Bytes, fromBase64Url, toBase64Url } from './bytes'
import { deviceChance } from './chance'
import { addStep, readDraftDocument, setField } from './draft-document'
import { newDevice, newDraftKey } from './draft-key'
import { answerJoin, newQrCode, offerJoin } from './join-draft'
import { HandTimers, HonestServer, oneAtATimeForTests, TestLine } from './post-for-tests'
import { openPrivateDraft, type PrivateDraft, startPrivateDraft } from './private-draft'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const things = ['school', 'nights']

async function phone(server: HonestServer, member: string, key: Bytes) {
  const line = new TestLine()
  const timers = new HandTimers()
  const post = server.post(member, line)
  const draft = await openPrivateDraft({
    post,
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
  return { draft, line, post }
}

async function exchange(...phones: { draft: PrivateDraft; line: TestLine }[]): Promise<void> {
  for (const { draft } of phones) await draft.sender.flush()
  for (const { draft, line } of phones) for (const frame of line.flying.splice(0)) await draft.receiver.take(frame)
}

async function started() {
  const server = new HonestServer(place)
  const key = newDraftKey(deviceChance)
  expect(await startPrivateDraft(server.post('mum', new TestLine()), { place, key })).toBe(true)
  return { server, key, mum: await phone(server, 'mum', key) }
}

describe('a private draft', () => {
  it('is written on two phones, the second joining by the square, and shared once, the same for both', async () => {
    const { server, key, mum } = await started()
    addStep(mum.draft.document, 'school', 'a')
    setField(mum.draft.document, { step: 'a', field: 'what' }, '  Walk Ellie to school ')
    await exchange(mum)

    const qrCode = newQrCode(deviceChance)
    const offer = await offerJoin({ place, ...qrCode, key, now: 0 }, deviceChance)
    const gran = server.post('gran', new TestLine())
    const device = newDevice(deviceChance)
    await mum.post.offerJoin({ draftId: place.draft, memberProof: '', jid: offer.jid, offer: offer.offer })
    const offered = await gran.joinOffer(toBase64Url(qrCode.jid))
    const answer = await answerJoin({ place, ...qrCode, offer: offered?.offer ?? '', device, member: 'gran' })
    await gran.replyJoin({ jid: offer.jid, device: toBase64Url(device), reply: answer?.reply ?? '' })
    const reply = await mum.post.joinReply(offer.jid)
    const admitted = reply && (await offer.admit(reply, 60_000))
    await mum.post.wrapJoin({ jid: offer.jid, memberProof: '', wrap: admitted?.admitted ? admitted.wrap : '' })
    const joined = await answer?.openWrap((await gran.joinWrap(offer.jid)) ?? '')
    expect(joined).toEqual(key)

    const second = await phone(server, 'gran', joined ?? new Uint8Array())
    await exchange(second)
    setField(second.draft.document, { step: 'a', field: 'who' }, 'Gran')
    expect(await second.draft.preview()).toBe('wordsNotSaved')
    await exchange(second, mum)
    expect(readDraftDocument(mum.draft.document)).toEqual(readDraftDocument(second.draft.document))

    const preview = await mum.draft.preview()
    if (typeof preview === 'string') throw new Error(preview)
    expect(preview.plan.things[0]?.steps).toMatchObject([{ what: 'Walk Ellie to school', who: 'Gran' }])
    setField(second.draft.document, 'weWantYouToKnow', 'One more thing')
    await exchange(second)
    expect(await mum.draft.propose(preview)).toBe('somebodyHasWrittenMore')
    expect(await mum.draft.share(preview)).toBe('somebodyHasWrittenMore')
    await exchange(mum)
    const again = await mum.draft.preview()
    if (typeof again === 'string') throw new Error(again)
    expect(again.digest).not.toBe(preview.digest)
    expect(await mum.draft.propose(again)).toBe('shown')
    expect(server.proposed).toEqual({ head: again.head, digest: again.digest })
    expect(await mum.draft.share(again)).toBe('shared')
    expect(await mum.draft.share(again)).toBe('refused')

    const shared = server.shared
    if (!shared) throw new Error('nothing shared')
    setField(second.draft.document, 'weWantYouToKnow', 'Written after')
    expect(await second.draft.compare(shared)).toBe('same')
    const otherWords = { ...shared, plan: { ...shared.plan, weWantYouToKnow: 'Something else' } }
    expect(await second.draft.compare(otherWords)).toBe('different')
    expect(await second.draft.compare({ ...shared, plan: { ...shared.plan, things: [] } })).toBe('different')
    expect(await second.draft.compare({ ...shared, head: shared.head + 1 })).toBe('notThereYet')
    const newIds = shared.plan.things
      .map(({ id, steps }) => ({ id, steps: steps.map((step) => ({ ...step, id: 'row' })) }))
      .filter(({ steps }) => steps.length > 0)
    expect(await second.draft.compare({ ...shared, plan: { ...shared.plan, things: newIds } })).toBe('same')
    expect(await exchange(second)).toBeUndefined()
    expect({ saved: second.draft.sender.saved, stopped: second.draft.sender.stopped }).toEqual({
      saved: 'onThisPhoneOnly',
      stopped: true,
    })
  })

  it('shows no preview while words of others are on their way', async () => {
    const { server, key, mum } = await started()
    const gran = await phone(server, 'gran', key)
    setField(gran.draft.document, 'weWantYouToKnow', 'a')
    await gran.draft.sender.flush()
    setField(gran.draft.document, 'weWantYouToKnow', 'ab')
    await gran.draft.sender.flush()
    const [first, second] = mum.line.flying.splice(0)
    await mum.draft.receiver.take(second!)
    expect(await mum.draft.preview()).toBe('wordsOnTheirWay')
    await mum.draft.receiver.take(first!)
    expect(await mum.draft.preview()).toMatchObject({ head: 2, plan: { weWantYouToKnow: 'ab' } })
  })

  it('lets the server read nothing: no word, key or proof of sharing is in what it holds before sharing', async () => {
    const { server, key, mum } = await started()
    setField(mum.draft.document, 'weWantYouToKnow', 'CANARY-WORD')
    await exchange(mum)
    const held = JSON.stringify(server.stored) + server.stored.map(({ body }) => Buffer.from(fromBase64Url(body)).toString('latin1'))
    expect(server.stored).toHaveLength(1)
    expect(held).not.toContain('CANARY')
    expect(held).not.toContain(toBase64Url(key))
    // The control: the same look finds a planted word.
    expect(held + 'CANARY-WORD').toContain('CANARY')
  })

  it('is not opened by a session without K: nothing it writes is stored', async () => {
    const { server } = await started()
    const stranger = await phone(server, 'worker', newDraftKey(deviceChance))
    setField(stranger.draft.document, 'weWantYouToKnow', 'I am Gran')
    await exchange(stranger)
    expect(server.stored).toHaveLength(0)
    expect(stranger.draft.sender.stopped).toBe(true)
  })

  it('is started by one device only', async () => {
    const { server } = await started()
    const late = { place, key: newDraftKey(deviceChance) }
    expect(await startPrivateDraft(server.post('gran', new TestLine()), late)).toBe(false)
  })
})

import { beforeEach, describe, expect, it } from 'vitest'
import { newDevice, newDraftKey } from './draft-key'
import { deviceChance } from './chance'
import { setField } from './draft-document'
import type { StoredEnvelope } from './draft-post'
import { HandTimers, HonestServer, oneAtATimeForTests, TestLine } from './post-for-tests'
import { openPrivateDraft, startPrivateDraft, type PrivateDraft } from './private-draft'

const place = { meeting: 'meeting-1', draft: 'draft-1', epoch: 1 }
const key = newDraftKey(deviceChance)

interface Phone {
  readonly draft: PrivateDraft
  readonly line: TestLine
  readonly timers: HandTimers
}
let server: HonestServer
let mum: Phone
let gran: Phone

async function phoneOf(member: string): Promise<Phone> {
  const [line, timers] = [new TestLine(), new HandTimers()]
  const post = server.post(member, line)
  await startPrivateDraft(post, { place, key })
  const device = newDevice(deviceChance)
  const draft = await openPrivateDraft({
    post,
    place,
    key,
    device,
    member,
    things: [],
    store: () => undefined,
    oneAtATime: oneAtATimeForTests(),
    after: timers.after,
    chance: deviceChance,
    changed: () => undefined,
  })
  return { draft, line, timers }
}

beforeEach(async () => {
  server = new HonestServer(place)
  mum = await phoneOf('mum')
  gran = await phoneOf('gran')
})

/** Everything that is on its way arrives, and what waits for its time is done, until nothing moves. */
async function settle(...phones: Phone[]): Promise<void> {
  for (let round = 0; round < 6; round++) {
    for (const { timers, draft } of phones) {
      timers.fire()
      await draft.sender.flush()
    }
    for (const { line } of phones) line.deliver()
    await new Promise((resolve) => setTimeout(resolve, 20))
  }
}

const writes = ({ draft }: Phone, words: string) => setField(draft.document, 'weWantYouToKnow', words)

describe('others have it', () => {
  it('is said once the phone of another person has read what was written here, and not before', async () => {
    writes(mum, 'Gran comes on Fridays.')
    expect(mum.draft.saved).toBe('onThisPhoneOnly')
    await settle(mum)
    expect(mum.draft.saved).toBe('saved')
    await settle(mum, gran)
    expect(mum.draft.saved).toBe('othersHaveIt')
    writes(mum, 'Gran comes on Saturdays.')
    expect(mum.draft.saved).toBe('onThisPhoneOnly')
    await settle(mum)
    expect(mum.draft.saved).toBe('saved')
    await settle(mum, gran)
    expect(mum.draft.saved).toBe('othersHaveIt')
  })

  it('is not said by another phone of the same person, or to whoever wrote nothing', async () => {
    const second = await phoneOf('mum')
    writes(gran, 'We ring.')
    await gran.draft.sender.flush()
    writes(mum, 'Gran comes on Fridays.')
    await settle(mum, second)
    expect(server.relayed[0]?.memberId).toBe('mum')
    expect([mum.draft.saved, second.draft.saved]).toEqual(['saved', 'saved'])
    await settle(mum, second, gran)
    expect([mum.draft.saved, second.draft.saved, gran.draft.saved]).toEqual(['othersHaveIt', 'othersHaveIt', 'othersHaveIt'])
    const dad = await phoneOf('dad')
    await settle(dad)
    expect(dad.draft.saved).toBe('saved')
  })

  it('is said by one phone for all that have read the same', async () => {
    const phones = [mum, gran, await phoneOf('dad'), await phoneOf('aunt'), await phoneOf('uncle')]
    writes(mum, 'Gran comes on Fridays.')
    await settle(mum)
    for (const { line } of phones) line.deliver()
    await new Promise((resolve) => setTimeout(resolve, 20))
    for (const phone of phones.slice(1)) {
      phone.timers.fire()
      await new Promise((resolve) => setTimeout(resolve, 20))
      for (const { line } of phones) line.deliver()
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    expect(server.relayed).toHaveLength(1)
    expect(mum.draft.saved).toBe('othersHaveIt')
  })

  it('is not said for what a server shows to nobody else, whatever it relays', async () => {
    writes(mum, 'Gran comes on Fridays.')
    await settle(mum, gran)
    const [honest] = server.relayed
    writes(mum, 'Dad comes on Saturdays.')
    await settle(mum)
    const lies: Partial<StoredEnvelope>[] = [{}, { n: 2 }, { memberId: 'dad' }, { kind: 'update', seq: 2 }, { body: 'AAAA' }, { body: '=' }]
    for (const lie of lies) mum.line.listener?.frame({ ...honest!, ...lie })
    await settle(mum)
    expect(mum.draft.saved).toBe('saved')
  })

  it('is not said by a phone that read other words, or could not open some', async () => {
    writes(mum, 'Gran comes on Fridays.')
    await mum.draft.sender.flush()
    const spoilt = server.stored[0]!
    gran.line.flying.length = 0
    gran.line.flying.push({ ...spoilt, body: `${spoilt.body.slice(0, -4)}AAAA` })
    await settle(gran)
    expect(gran.draft.receiver.state.unread).toBe(true)
    expect(server.relayed).toHaveLength(0)
    const dad = await phoneOf('dad')
    dad.line.flying.length = 0
    dad.line.flying.push({ ...spoilt, id: 'another' })
    await settle(dad)
    await settle(mum)
    expect(server.relayed).toHaveLength(1)
    expect(mum.draft.saved).toBe('saved')
  })

  it('is tried again when no answer came, and no more once the server refuses', async () => {
    writes(mum, 'Gran comes on Fridays.')
    await settle(mum)
    gran.line.fault = () => 'requestLost'
    await settle(gran)
    expect(server.relayed).toHaveLength(0)
    gran.line.fault = () => 'none'
    server.open = false
    await settle(gran)
    server.open = true
    await settle(gran)
    expect(server.relayed).toHaveLength(0)
    writes(mum, 'Dad comes on Saturdays.')
    await settle(mum, gran)
    expect(mum.draft.saved).toBe('othersHaveIt')
  })
})

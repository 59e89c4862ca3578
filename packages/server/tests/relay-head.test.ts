import { randomBytes, randomUUID } from 'node:crypto'
import { workers } from '@kinplan/testkit/cast'
import { asAdministrator } from '@kinplan/testkit/as-administrator'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { openFresh } from '@kinplan/server/graphql/operate'
import { takePass } from '@kinplan/server/private-time/take-pass'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documents, done, familyInPrivateTime, letIn, newDevice, only, type PrivateTime } from './private-time'

type Heard = Record<'member' | 'kind' | 'n' | 'device' | 'sealed', string> & { seq: number }
interface Frame {
  value?: { data: { envelopes: Heard[] } }
  done?: boolean
}

describe.each(enginesToTest())('how far a phone has read, said to the others, on the %s database', (engine) => {
  let server: TestServer
  let family: PrivateTime
  let mum: Visitor
  let dad: Visitor
  let gran: Visitor
  let device: ReturnType<typeof newDevice>

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    family = await familyInPrivateTime(server)
    mum = await server.as(family.personIds.mum)
    dad = await server.as(family.personIds.dad)
    gran = await server.as(family.personIds.gran)
    device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    for (const other of [dad, gran]) await letIn(mum, other, device)
  })

  const head = (changes: object = {}) => ({
    id: randomUUID(),
    n: '1',
    kind: 'head',
    nonce: randomBytes(12).toString('base64url'),
    sealed: randomBytes(48).toString('base64url'),
    ...changes,
  })
  const input = (said: object = head(), changes: object = {}) => {
    const { draftId, memberProof } = device
    return { input: { draftId, memberProof, ...device.another(), epoch: 1, head: said, ...changes } }
  }
  const say = (who: Visitor, said: object = head(), changes: object = {}) => only(who, documents.relayHead, input(said, changes))

  /** Everything that comes to whoever listens, until something stored, or the last that is waited for. */
  async function listen(who: Visitor) {
    const { draftId, memberProof } = device
    const { events, close } = who.listen(documents.envelopes, { draftId, after: 0, memberProof })
    const first = (await events.next()) as Frame
    return async (isLast = ({ seq }: Heard) => seq > 0) => {
      const heard = [...(first.value?.data.envelopes ?? [])]
      while (!heard.some(isLast)) {
        const { value, done: isOver } = (await events.next()) as Frame
        if (isOver || value === undefined) break
        heard.push(...value.data.envelopes)
      }
      close()
      return heard
    }
  }
  const store = (who: Visitor) => done(who, documents.append, device.append([device.envelope()], device.another()))

  it('is told to those who listen, under its sender, and is stored nowhere', async () => {
    const heardBy = await Promise.all([mum, dad].map(listen))
    const said = head({ n: '7' })
    const own = device.another()
    expect(await say(gran, said, own)).toEqual({ __typename: 'RelayHeadDone', relayed: true })
    await store(gran)
    for (const heard of heardBy) {
      const [first, second] = await heard()
      expect(first).toMatchObject({ seq: 0, kind: 'head', n: '7', member: family.personIds.gran, ...own, sealed: said.sealed })
      expect(second).toMatchObject({ seq: 1, kind: 'update' })
    }
    // Whoever comes later hears of what is stored alone.
    expect((await (await listen(dad))()).map(({ kind }) => kind)).toEqual(['update'])
    const kinds = await asAdministrator(server, (ask) =>
      ask<{ kind: string }>(`select "kind" from "Envelope" where "draftId" = $1::uuid`, device.draftId),
    )
    expect(kinds).toEqual([{ kind: 'update' }])
  })

  it('is told by nobody else than who writes the plan, and of no other draft', async () => {
    const heard = await listen(mum)
    const jo = await server.as(family.personIds.jo)
    const helen = await server.as(workers.helen.id)
    const wrong = { memberProof: randomBytes(32).toString('base64url') }
    for (const [who, changes] of [
      [jo, {}],
      [helen, {}],
      [server.nobody, {}],
      [gran, wrong],
      [gran, { draftId: randomUUID() }],
    ] as const)
      expect(await say(who, head(), changes)).toMatchObject({ __typename: 'Refused' })
    await store(gran)
    expect((await heard()).map(({ kind }) => kind)).toEqual(['update'])
  })

  it('is told by and to nobody who was put out', async () => {
    const [heardByDad, heardByMum] = await Promise.all([dad, mum].map(listen))
    await server.database.transaction({ worker: workers.helen.id }, async (tx) => {
      await tx.roomMember.updateMany({ where: { personId: family.personIds.dad }, data: { putOutAt: server.clock.now() } })
    })
    expect(await say(dad)).toMatchObject({ __typename: 'Refused' })
    expect(await say(gran, head({ n: '2' }))).toMatchObject({ relayed: true })
    await store(gran)
    expect(await heardByDad!()).toEqual([])
    const last = ({ kind, n }: Heard) => kind === 'head' && n === '2'
    expect((await heardByMum!(last)).filter(last)).toHaveLength(1)
  })

  it('is refused once nobody writes any more, when it is no head, or too long, and too often', async () => {
    const refusal = async (said: object, changes: object = {}) => {
      const { code, field } = await say(gran, said, changes)
      return [code, field]
    }
    expect(await refusal(head({ kind: 'update' }))).toEqual(['envelopeRefused', 'kind'])
    expect(await refusal(head({ sealed: randomBytes(97).toString('base64url') }))).toEqual(['envelopeRefused', 'sealed'])
    expect(await refusal(head({ n: '0' }))).toEqual(['envelopeRefused', 'n'])
    expect(await refusal(head(), { epoch: 2 })).toEqual(['envelopeRefused', 'epoch'])
    const stored = { input: device.append([device.envelope({ kind: 'head' })]).input }
    expect(await only(gran, documents.append, stored)).toMatchObject({ code: 'envelopeRefused', field: 'kind' })
    const shown = { draftId: device.draftId, memberProof: device.memberProof }
    const { pass } = await openFresh(server.parts)(mum.session, 'pass', (op) => takePass(op, 'draft:append', shown))
    const flood = async () => server.parts.relayHead(pass, device.another().device, { ...head(), kind: 'head' })
    const answers = []
    while (answers.length < 300 && answers.at(-1) !== 'envelopesTooMany') answers.push(await flood())
    expect(answers.slice(0, 240)).toEqual(Array<string>(240).fill('told'))
    expect(answers.at(-1)).toBe('envelopesTooMany')
    await done(gran, documents.end, { id: family.meetingId, memberProof: device.memberProof })
    expect(await say(gran)).toMatchObject({ __typename: 'Refused' })
  })
})

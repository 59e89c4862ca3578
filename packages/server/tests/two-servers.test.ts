import { randomBytes } from 'node:crypto'
import { openDatabase } from '@kinplan/server/platform/database'
import { systemClock } from '@kinplan/server/platform/clock'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { inPostgres } from '@kinplan/testkit/in-postgres'
import { testDatabase } from '@kinplan/testkit/test-database'
import { serverOn, testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documents, done, familyInPrivateTime, letIn, newDevice, type PrivateTime } from './private-time'

type Frame = { value?: { data: { envelopes: { id: string; seq: number }[] } }; done?: boolean }

describe.each(enginesToTest().filter((engine) => engine === 'postgres'))('two servers of one %s database', (engine) => {
  let one: TestServer
  let two: TestServer
  let family: PrivateTime
  let device: ReturnType<typeof newDevice>
  let mum: Visitor
  let gran: Visitor
  let dad: Visitor

  beforeAll(async () => {
    one = await testServer(engine)
    const { config } = one
    const database = await testDatabase(await openDatabase(config, systemClock), config)
    two = await serverOn({ database, config, drop: () => database.close() }, one.clock.now())
  })
  afterAll(async () => {
    await two.drop()
    await one.drop()
  })
  beforeEach(async () => {
    family = await familyInPrivateTime(one)
    device = newDevice(family.meetingId)
    mum = await one.as(family.personIds.mum)
    gran = await one.as(family.personIds.gran)
    dad = await one.as(family.personIds.dad)
    await done(mum, documents.startDraft, { input: device.start })
    for (const other of [gran, dad]) await letIn(mum, other, device)
  })

  const on = (server: TestServer, who: Visitor) => server.holding(who.session)
  const append = (who: Visitor) => done(who, documents.append, device.append([device.envelope()], device.another()))

  /** What somebody hears on one of the servers, until they have heard so much or their listening ends. */
  async function hear(who: Visitor) {
    const { events, close } = who.listen(documents.envelopes, { draftId: device.draftId, after: 0, memberProof: device.memberProof })
    await events.next()
    return {
      close,
      async until(seq: number) {
        const heard: number[] = []
        while (!heard.includes(seq)) {
          const { value, done: isOver } = (await events.next()) as Frame
          if (isOver || value === undefined) return 'ended'
          heard.push(...value.data.envelopes.map((envelope) => envelope.seq))
        }
        return heard
      },
    }
  }
  const upTo = (last: number) => Array.from({ length: last }, (_, place) => place + 1)

  it('tell each other what was stored: whoever listens to either hears all of it, in order and once', async () => {
    const listeners = await Promise.all([hear(on(one, gran)), hear(on(two, gran)), hear(on(two, dad)), hear(on(one, mum))])
    const heard = listeners.map((listener) => listener.until(40))
    await Promise.all(Array.from({ length: 40 }, (_, place) => append(on(place % 2 === 0 ? one : two, place % 3 === 0 ? dad : mum))))
    for (const seqs of await Promise.all(heard)) expect(seqs).toEqual(upTo(40))
    for (const listener of listeners) listener.close()
  })

  it('tell each other how far a phone has read, and keep it nowhere', async () => {
    const { draftId, memberProof } = device
    const listener = on(two, gran).listen(documents.envelopes, { draftId, after: 0, memberProof })
    await listener.events.next()
    const head = { ...device.envelope({ kind: 'head', n: '5' }), sealed: randomBytes(48).toString('base64url') }
    await done(on(one, mum), documents.relayHead, { input: { draftId, memberProof, ...device.another(), epoch: 1, head } })
    const { value } = (await listener.events.next()) as Frame
    expect(value?.data.envelopes).toMatchObject([{ seq: 0, n: '5', kind: 'head', member: family.personIds.mum, sealed: head.sealed }])
    listener.close()
  })

  it('lose nothing when a connection that hears the other is cut while people write', async () => {
    const listener = await hear(on(two, gran))
    const heard = listener.until(30)
    const writing = (async () => {
      for (let times = 0; times < 30; times++) {
        await append(mum)
        if (times % 10 !== 5) continue
        await inPostgres(one.config, 'app', (client) =>
          client.query(
            `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query like 'listen %'`,
          ),
        )
      }
    })()
    await writing
    expect(await heard).toEqual(upTo(30))
    listener.close()
  })

  it('tell nothing more to somebody whom the other server put out', async () => {
    const listener = await hear(on(two, dad))
    await append(mum)
    expect(await listener.until(1)).toEqual([1])
    await done(
      await one.as(workers.helen.id),
      'mutation ($id: ID!) { endAccess(personId: $id) { __typename ... on Refused { code field } } }',
      { id: family.personIds.dad },
    )
    await append(mum)
    expect(await listener.until(2)).toBe('ended')
  })
})

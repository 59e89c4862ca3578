import { setTimeout as pause } from 'node:timers/promises'
import { createHub } from '@kinplan/server/platform/hub'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { inPostgres } from '@kinplan/testkit/in-postgres'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documents, done, familyInPrivateTime, letIn, newDevice, type PrivateTime } from './private-time'

type Frame = { data: { envelopes: { id: string; seq: number }[] } }

/** Only PostgreSQL's connections can be cut from outside; the embedded one never leaves this process. */
describe.each(enginesToTest().filter((engine) => engine === 'postgres'))('a connection cut by the %s database', (engine) => {
  let server: TestServer
  let family: PrivateTime
  let members: Visitor[]
  let device: ReturnType<typeof newDevice>
  const uncaught: unknown[] = []
  const catches = (error: unknown) => void uncaught.push(error)

  beforeAll(async () => {
    process.on('uncaughtException', catches)
    server = await testServer(engine)
  })
  afterAll(async () => {
    await server.drop()
    process.off('uncaughtException', catches)
  })
  beforeEach(async () => {
    uncaught.length = 0
    family = await familyInPrivateTime(server)
    const { mum, gran, dad } = family.personIds
    members = await Promise.all([mum, gran, dad].map((id) => server.as(id)))
    device = newDevice(family.meetingId)
    const [first, ...others] = members
    if (first === undefined) return expect.fail('Nobody is here')
    await done(first, documents.startDraft, { input: device.start })
    for (const other of others) await letIn(first, other, device)
  })

  /** Connections of the server: how many there are, after something was done to each. */
  const connections = (which: string, each: string) =>
    inPostgres(server.config, 'app', async (client) => {
      const { rowCount } = await client.query(
        `select ${each} from pg_stat_activity
          where datname = current_database() and usename = current_user and pid <> pg_backend_pid() and ${which}`,
      )
      return rowCount ?? 0
    })
  /** Ends connections of the server, and gives how many. */
  const cut = (which: string) => connections(which, 'pg_terminate_backend(pid)')
  const stored = () =>
    server.database.transaction({ person: family.personIds.mum }, (tx) =>
      tx.envelope.findMany({ where: { draftId: device.draftId }, orderBy: { seq: 'asc' }, select: { envelopeId: true, seq: true } }),
    )

  it('loses no acknowledged words, stores none twice, and the server lives', async () => {
    const acknowledged: string[] = []
    const everyOne: string[] = []
    let faults = 0
    let ended = 0
    for (let round = 0; round < 8; round++) {
      const sending = members.flatMap((member) =>
        Array.from({ length: 4 }, async () => {
          const envelope = device.envelope()
          everyOne.push(envelope.id)
          const { result } = await member.ask(documents.append, device.append([envelope], device.another()))
          const answer = result.data?.['appendEnvelopes'] as { stored?: { id: string }[] } | undefined
          if (answer?.stored) acknowledged.push(...answer.stored.map(({ id }) => id))
          else faults += 1
        }),
      )
      await pause(round % 10)
      ended += await cut('true')
      await Promise.all(sending)
    }
    const rows = await stored()
    expect(uncaught).toEqual([])
    expect([ended > 8, faults > 0, acknowledged.length > 0]).toEqual([true, true, true])
    expect(rows.map(({ seq }) => seq)).toEqual(rows.map((_, place) => place + 1))
    expect(acknowledged.filter((id) => rows.filter(({ envelopeId }) => envelopeId === id).length !== 1)).toEqual([])
    expect(rows.filter(({ envelopeId }) => !everyOne.includes(envelopeId))).toEqual([])
  })

  it('fails what was under way and nothing after it, more often than there are connections', async () => {
    for (let turn = 0; turn < 12; turn++) {
      const under = server.database
        .transaction({}, (tx) => tx.$executeRaw`select pg_sleep(20)`)
        .then(
          () => 'done',
          () => 'failed',
        )
      const append = server.database.appendConnection({}, 'select pg_sleep(20)', []).then(
        () => 'done',
        () => 'failed',
      )
      const began = Promise.withResolvers<void>()
      const goOn = Promise.withResolvers<void>()
      const idle = server.database
        .transaction({}, async (tx) => {
          began.resolve()
          await goOn.promise
          await tx.$executeRaw`select 1`
        })
        .then(
          () => 'done',
          () => 'failed',
        )
      await began.promise
      while ((await connections(`state = 'active' and query like '%pg_sleep%'`, 'pid')) < 2) await pause(20)
      await cut(`state <> 'idle'`)
      goOn.resolve()
      expect(await Promise.all([under, append, idle])).toEqual(['failed', 'failed', 'failed'])
    }
    const after = Array.from({ length: 20 }, () => server.database.appendConnection({}, 'select 1 as one', []))
    expect(await Promise.all(after)).toHaveLength(20)
    expect(uncaught).toEqual([])
  })

  it('wakes everybody who listens when LISTEN is back: what was told meanwhile is not lost', async () => {
    const [mum, gran] = members
    if (mum === undefined || gran === undefined) expect.fail('Nobody is here')
    const { events, close } = gran.listen(documents.envelopes, { draftId: device.draftId, after: 0, memberProof: device.memberProof })
    expect(await events.next()).toMatchObject({ value: { data: { envelopes: [] } } })
    expect(await cut(`query like 'listen %'`)).toBe(1)
    const envelope = device.envelope()
    await done(mum, documents.append, device.append([envelope]))
    const heard = await Promise.race([events.next(), pause(5_000, null)])
    expect((heard?.value as Frame | undefined)?.data.envelopes).toMatchObject([{ id: envelope.id, seq: 1 }])
    close()
    expect(uncaught).toEqual([])
  })
})

describe('the hub', () => {
  it('wakes everybody who waits, whatever for', async () => {
    const hub = createHub()
    const stopping = new AbortController()
    const waiting = ['meeting 1', 'draft 2'].map((name) =>
      hub
        .wakes(new Map([[name, name]]), 0, stopping.signal)
        [Symbol.asyncIterator]()
        .next(),
    )
    hub.wakeAll()
    expect(await Promise.all(waiting)).toEqual([
      { done: false, value: new Set(['meeting 1']) },
      { done: false, value: new Set(['draft 2']) },
    ])
    stopping.abort()
  })
})

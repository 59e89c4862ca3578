import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '@kinplan/server/platform/clock'
import type { Config } from '@kinplan/server/platform/config'
import { openDatabase } from '@kinplan/server/platform/database'
import { keptOf, openSealingKey } from '@kinplan/server/platform/sealing-key'
import { asAdministrator, type Question } from '../src/as-administrator'
import { filledConfig } from '../src/clean-database'
import { betweenPostgres } from '../src/postgres-between'
import { roomsThatWrite, type RoomThatWrites } from '../src/rooms-that-write'
import { freePort } from '../src/running-server'
import { testDatabase } from '../src/test-database'
import { serverProcess } from './edge-processes'
import { listenAndKeep, newPage, typeAndKeep, type Kept } from './phone-that-types'

/** Who types; one more listens, and is put out again and again. */
const typists = 4
/** After everybody has begun, between two cuts at most, and after a put-out and the last cut, in ms. */
const [beginMs, betweenCutsMs, putOutMs, settleMs] = [3_000, 800, 400, 2_500]
/** How far the clocks of the two servers jump, and when after their start, in ms: long past a retention, and back. */
const dayMs = 86_400_000
const jumps = [
  { ms: 400 * dayMs, afterMs: 2_000 },
  { ms: -dayMs / 24, afterMs: 3_000 },
] as const

/** Whoever comes hears something in this time, where the connections hold, in ms. */
const hearsWithinMs = 5_000

interface Row {
  envelopeId: string
  seq: number
}

/** What one phone heard, and up to which number it might: `until` is the head when it was put out. */
interface HeardBy {
  heard: readonly number[]
  until: number
}

interface Found {
  rows: readonly Row[]
  head: number
  acknowledged: ReadonlySet<string>
  staying: readonly (readonly number[])[]
  putOut: readonly HeardBy[]
  died: number
}

/** What is wrong with what was found. */
function judge({ rows, head, acknowledged, staying, putOut, died }: Found) {
  const there = new Set(rows.map(({ envelopeId }) => envelopeId))
  return {
    serverDied: died,
    acknowledgedLost: [...acknowledged].filter((id) => !there.has(id)).length,
    neverDelivered: staying.reduce((sum, heard) => sum + rows.filter(({ seq }) => !heard.includes(seq)).length, 0),
    deliveredAfterPutOut: putOut.reduce((sum, { heard, until }) => sum + heard.filter((seq) => seq > until).length, 0),
    deletedWhilePrivate: head - rows.length,
  }
}

/** Faults that are put into what was found, one at a time: whether each is noticed, under its own name. */
function plantedFaults(found: Found): boolean[] {
  const row = found.rows.find(({ envelopeId }) => found.acknowledged.has(envelopeId))
  const [out] = found.putOut
  if (row === undefined || out === undefined || out.heard.length === 0) return [false]
  const faults: [keyof ReturnType<typeof judge>, Found][] = [
    ['serverDied', { ...found, died: 1 }],
    ['acknowledgedLost', { ...found, rows: found.rows.filter((one) => one !== row) }],
    ['neverDelivered', { ...found, staying: [found.staying[0]?.filter((seq) => seq !== row.seq) ?? []] }],
    ['deliveredAfterPutOut', { ...found, putOut: [{ ...out, until: Math.max(...out.heard) - 1 }] }],
    ['deletedWhilePrivate', { ...found, rows: found.rows.slice(0, -1) }],
  ]
  return faults.map(([name, fault]) => judge(fault)[name] > 0)
}

/** Cuts connections of two servers of one database at random while four people type, and says what became of their words. */
export async function cutWhileTyping(cuts: number) {
  const { filled, remove, config: made } = await filledConfig('postgres', roomsThatWrite({ rooms: 1, people: typists + 1 }, new Date()))
  const [room] = filled
  if (room === undefined || made.postgres === undefined) throw new Error('This is about connections to PostgreSQL')
  const database = await testDatabase(await openDatabase(made, systemClock), made)
  const ask = <T>(work: (question: Question) => Promise<T>) => asAdministrator({ database, config: made, drop: remove }, work)
  // The clocks jump, and nobody is to be signed out by that.
  await ask((question) => question(`update "Session" set "endsAt" = "endsAt" + interval '1000 days'`))
  const nodes = await Promise.all(jumps.map((jump) => startNode(made, jump)))
  const [typing, listening] = [new AbortController(), new AbortController()]
  const nodeAt = (place: number) => nodes[place % nodes.length] ?? nodes[0]!
  try {
    const kept: Kept = { acknowledged: new Set(), heard: [] }
    const phones = room.members
      .slice(0, typists)
      .map(({ session }, place) => typeAndKeep(nodeAt(place).address, room, session, newPage(), kept, typing.signal))
    const staying = nodes.map((): Kept => ({ acknowledged: new Set(), heard: [] }))
    const listeners = staying.map((one, place) =>
      listenAndKeep(nodeAt(place).address, room, room.members[place]?.session ?? '', one, listening.signal),
    )
    const putOut: HeardBy[] = []
    await pause(beginMs)
    const ways = [
      () => cut(ask, `query ilike 'listen %'`),
      () => cut(ask, 'random() < 0.3'),
      () => cut(ask, 'true'),
      () => dropNotices(nodeAt(Math.floor(Math.random() * nodes.length))),
      () => moveStage(ask, room),
      async () => void putOut.push(await comeAndBePutOut(ask, made, room, nodeAt(Math.floor(Math.random() * nodes.length)).address)),
    ]
    // Each way at least once where there are cuts enough; then by chance.
    for (let at = 0; at < cuts; at++) {
      await pause(Math.random() * betweenCutsMs)
      await ways[at < ways.length ? at : Math.floor(Math.random() * ways.length)]?.()
    }
    await pause(settleMs)
    typing.abort()
    await Promise.all(phones)
    const heardOf = () => staying.reduce((sum, { heard }) => sum + heard.length, 0)
    for (let before = -1; before !== heardOf(); await pause(settleMs)) before = heardOf()
    listening.abort()
    await Promise.all(listeners)
    const found: Found = {
      ...(await stored(ask, room)),
      acknowledged: kept.acknowledged,
      staying: staying.map(({ heard }) => heard),
      putOut,
      died: nodes.filter((node) => node.hasCrashed()).length,
    }
    const planted = plantedFaults(found)
    return {
      cuts,
      ...judge(found),
      acknowledged: kept.acknowledged.size,
      putOut: putOut.length,
      planted: planted.length,
      caught: planted.filter(Boolean).length,
    }
  } finally {
    typing.abort()
    listening.abort()
    for (const node of nodes) await node.end()
    await database.close()
    await remove()
  }
}

/** A server of its own process on this database, by a way on which notices can be dropped. */
async function startNode(made: Config, jump: (typeof jumps)[number]) {
  const between = await betweenPostgres(made.postgres?.appUrl ?? '')
  const port = await freePort()
  const postgres = made.postgres && { ...made.postgres, appUrl: between.addressFor(made.postgres.appUrl) }
  const config: Config = {
    ...made,
    ...(postgres && { postgres }),
    host: '127.0.0.1',
    port,
    address: `http://127.0.0.1:${port}`,
    demo: true,
  }
  const server = await serverProcess(config, { now: 'runs', jump, planted: false })
  return {
    address: server.address,
    between,
    hasCrashed: server.hasCrashed,
    async end() {
      await server.kill()
      await between.close()
    },
  }
}

type Ask = <T>(work: (question: Question) => Promise<T>) => Promise<T>

/** Ends connections of the servers. */
async function cut(ask: Ask, which: string): Promise<void> {
  await ask((question) =>
    question(
      `select pg_terminate_backend(pid) from pg_stat_activity
        where datname = current_database() and pid <> pg_backend_pid() and usename <> current_user and ${which}`,
    ),
  )
}

async function dropNotices({ between }: Awaited<ReturnType<typeof startNode>>): Promise<void> {
  between.dropNotices(true)
  await pause(Math.random() * betweenCutsMs)
  between.dropNotices(false)
}

/** Private family time is over, and goes on after all. */
async function moveStage(ask: Ask, { meetingId }: RoomThatWrites): Promise<void> {
  for (const stage of ['agreeing', 'privateTime']) {
    await ask((question) => question(`update "Meeting" set "stage" = $2 where "id" = $1::uuid`, meetingId, stage))
    await pause(Math.random() * betweenCutsMs)
  }
}

/** One more phone listens, and its session is dropped: what it heard, and up to where it might. */
async function comeAndBePutOut(ask: Ask, config: Config, room: RoomThatWrites, address: string): Promise<HeardBy> {
  const key = await openSealingKey(config)
  const [session, sessionId, personId] = [key.newToken('session'), randomUUID(), room.members[typists]?.personId]
  await ask(async (question) => {
    await question(
      `insert into "Session" ("id", "tokenHash", "personId", "createdAt", "endsAt")
        values ($1::uuid, $2, $3::uuid, now(), now() + interval '1000 days')`,
      sessionId,
      Buffer.from(keptOf(key.fingerprint(session, 'session'))),
      personId,
    )
    await question(
      `insert into "KeyHolder" ("draftId", "sessionId", "personId", "since") values ($1::uuid, $2::uuid, $3::uuid, now())`,
      room.draftId,
      sessionId,
      personId,
    )
  })
  const kept: Kept = { acknowledged: new Set(), heard: [] }
  const leaving = new AbortController()
  const listener = listenAndKeep(address, room, session, kept, leaving.signal)
  for (const since = performance.now(); kept.heard.length === 0 && performance.now() - since < hearsWithinMs;) await pause(50)
  const until = await ask(async (question) => {
    // The draft is locked by this, so that the head is what was stored before.
    await question(`update "Session" set "endedAt" = now() where "id" = $1::uuid`, sessionId)
    const [draft] = await question<{ head: number }>(`select "head" from "Draft" where "id" = $1::uuid`, room.draftId)
    return draft?.head ?? 0
  })
  await pause(putOutMs)
  leaving.abort()
  await listener
  return { heard: kept.heard, until }
}

function stored(ask: Ask, { draftId }: RoomThatWrites): Promise<{ rows: Row[]; head: number }> {
  return ask(async (question) => {
    const rows = await question<Row & {}>(
      `select "envelopeId"::text, "seq" from "Envelope" where "draftId" = $1::uuid order by "seq"`,
      draftId,
    )
    const [draft] = await question<{ head: number }>(`select "head" from "Draft" where "id" = $1::uuid`, draftId)
    // A draft that is gone took at least one row with it.
    return { rows, head: draft?.head ?? rows.length + 1 }
  })
}

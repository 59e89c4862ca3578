import { setTimeout as pause } from 'node:timers/promises'
import { openDatabase } from '@kinplan/server/platform/database'
import { systemClock } from '@kinplan/server/platform/clock'
import type { Config } from '@kinplan/server/platform/config'
import { asAdministrator } from '../src/as-administrator'
import { documentId } from '../src/browser'
import { workers } from '../src/cast'
import { enginesToTest, filledConfig, type CleanDatabase } from '../src/clean-database'
import { freePort } from '../src/running-server'
import { testDatabase } from '../src/test-database'
import { serverOn, storyMorning } from '../src/test-server'
import { toldStory } from '../src/told-story'
import { serverProcess } from './edge-processes'
import { sendJson } from './edge-tally'

/** A visitor begins to load a page this long after the last one, in milliseconds. */
const betweenPagesMs = 150

type Rows = Readonly<Record<string, number>>

/** A story of its own in a database of its own, with people who are signed in before anybody counts its rows. */
export async function scene(how: 'built' | 'fromSources' | 'planted') {
  const engine = enginesToTest().at(-1) ?? 'embedded'
  // The server as it was built goes by this computer's clock.
  const now = how === 'built' ? new Date() : storyMorning
  const { filled: story, remove, config: made } = await filledConfig(engine, toldStory(now))
  const port = await freePort()
  const config: Config = { ...made, host: '127.0.0.1', port, address: `http://127.0.0.1:${port}`, demo: true }
  const within = async <T>(work: (clean: CleanDatabase) => Promise<T>): Promise<T> => {
    const database = await testDatabase(await openDatabase(config, systemClock), config)
    try {
      return await work({ database, config, drop: remove })
    } finally {
      await database.close()
    }
  }
  const sessions = await within(async (clean) => {
    const door = await serverOn(clean, now)
    const sessionOf = async (id: string) => (await door.as(id)).session ?? ''
    const people = [story.osei, story.carter, story.hughes].flatMap((family) => Object.values(family.people)).slice(0, 14)
    return {
      helen: await sessionOf(workers.helen.id),
      owen: await sessionOf(workers.owen.id),
      others: await Promise.all(people.map(sessionOf)),
    }
  })
  const rows = () => within(rowsOfTables)
  const before = await rows()
  const server = await serverProcess(config, how === 'built' ? how : { now: now.toISOString(), planted: how === 'planted' })
  return {
    server,
    sessions,
    story,
    /** Rows that were written since, but for those that say what the visitor looked at. */
    async rowsWritten() {
      await server.stop()
      const after = await rows()
      return Object.keys(after).reduce((sum, table) => sum + Math.max(0, (after[table] ?? 0) - (before[table] ?? 0)), 0)
    },
    async close() {
      await server.stop()
      await remove()
    },
  }
}
type Scene = Awaited<ReturnType<typeof scene>>

/** Rows of every table; of the record without the visitor's, and without its seals, of which each row gets one, those of the story too. */
function rowsOfTables(clean: CleanDatabase): Promise<Rows> {
  return asAdministrator(clean, async (ask) => {
    const tables = await ask<{ name: string }>(
      `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
        and relname not in ('RecordSeal', 'RecordCheckpoint')`,
    )
    const counted: Record<string, number> = {}
    for (const { name } of tables) {
      const others = name === 'AccessRecord' ? `where "workerId" is distinct from '${workers.helen.id}'` : ''
      const [found] = await ask<{ n: number }>(`select count(*)::int as n from "${name}" ${others}`)
      counted[name] = found?.n ?? 0
    }
    return counted
  })
}

/** Loads pages as somebody does, one after the other, until `until` resolves: how long each took, and how many were not shown. */
export async function visitUntil(
  { server, sessions, story }: Scene,
  until: Promise<unknown>,
): Promise<{ p95Ms: number; pages: number; refused: number }> {
  let over = false
  void until.finally(() => (over = true)).catch(() => undefined)
  const took: number[] = []
  let refused = 0
  const asks = [
    ['CurrentUser', {}],
    ['Families', { first: 50 }],
    ['Meeting', { id: story.osei.meetingId }],
  ] as const
  while (!over) {
    const from = performance.now()
    const answers = await Promise.all(
      asks.map(([name, variables]) =>
        sendJson(server.address, sessions.helen, { extensions: { documentId: documentId(name) }, variables }),
      ),
    )
    took.push(performance.now() - from)
    if (answers.some(({ status, text }) => status !== 200 || !text.includes('"data":{'))) refused++
    await pause(betweenPagesMs)
  }
  const sorted = took.toSorted((a, b) => a - b)
  return { p95Ms: Math.round(sorted[Math.floor(sorted.length * 0.95)] ?? 0), pages: took.length, refused }
}

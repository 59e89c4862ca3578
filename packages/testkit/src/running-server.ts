import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { openDoor } from '@kinplan/server/graphql/operate'
import { buildContract } from '@kinplan/server/graphql/schema'
import { foundCouncil } from '@kinplan/server/council/found-council.store'
import { openCollector } from '@kinplan/server/private-time/append-envelopes'
import { start } from '@kinplan/server/start'
import type { Clock } from '@kinplan/server/platform/clock'
import type { Config } from '@kinplan/server/platform/config'
import type { Database } from '@kinplan/server/platform/database'
import { createLogger, type Logger } from '@kinplan/server/platform/logger'
import { openSealingKey } from '@kinplan/server/platform/sealing-key'
import { Browser } from './browser'
import { cleanDatabase, type Engine } from './clean-database'
import { tellStory, type Story } from './story'
import { storyMorning } from './test-server'

export interface RunningServer {
  /** Where it answers, without a slash at the end: a free port of 127.0.0.1. */
  address: string
  config: Config
  /** Lines that the server logged. */
  log: string[]
  /** Null where the story was not told. */
  story: Story | null
  browser(): Browser
  /** A browser that chose to be somebody of the story, by id. */
  as(id: string): Promise<Browser>
  /** Drains it, and removes its database. */
  close(): Promise<void>
}

interface RunningOptions {
  engine?: Engine
  /** Tells the demo story before the server starts. */
  story?: boolean
  /** What is configured otherwise than for a demo on this computer. */
  config?: Partial<Config>
  clock?: Clock
}

/** The whole HTTP server in this process, as `npm start` starts it: trusted documents, pages, sockets, outbox. */
export async function runningServer({
  engine = 'embedded',
  story = false,
  config: changes = {},
  clock = { now: () => storyMorning },
}: RunningOptions = {}): Promise<RunningServer> {
  const clean = await cleanDatabase(engine)
  const port = await freePort()
  const config: Config = {
    ...clean.config,
    host: '127.0.0.1',
    port,
    address: `http://localhost:${port}`,
    demo: true,
    outbox: join(clean.config.dataFolder, 'outbox'),
    ...changes,
  }
  const log: string[] = []
  const logger = createLogger(
    'debug',
    () => new Date(),
    (line) => void log.push(line),
  )
  const told = story ? await tellFirst(clean.database, config, logger, clock.now()) : null
  await clean.database.close()
  const running = await start(config, clock, logger)
  const address = `http://127.0.0.1:${port}`
  const browser = () => new Browser(address)
  return {
    address,
    config,
    log,
    story: told,
    browser,
    async as(id) {
      const chosen = browser()
      await chosen.graphql('ChooseWho', { id })
      return chosen
    },
    async close() {
      await running.close()
      await clean.drop()
    },
  }
}

/** Tells the story before the server starts, so that no built story is needed beside it. */
async function tellFirst(database: Database, config: Config, logger: Logger, now: Date): Promise<Story> {
  const parts = {
    database,
    logger,
    key: await openSealingKey(config),
    schema: await buildContract(),
    address: config.address,
    appendEnvelopes: openCollector(database).append,
    tell: () => Promise.resolve(),
    tellRooms: () => Promise.resolve(),
    tellEnvelopes: () => Promise.resolve(),
  }
  return tellStory({
    found: (founding) => foundCouncil(database, parts.key, founding),
    doorAt: (clock) => openDoor({ ...parts, clock }),
    now,
  })
}

/** A port of 127.0.0.1 that nobody listens on now. */
export async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1')
  await once(probe, 'listening')
  const { port } = probe.address() as AddressInfo
  probe.close()
  await once(probe, 'close')
  return port
}

import { once } from 'node:events'
import { createServer, type AddressInfo } from 'node:net'
import { join } from 'node:path'
import { start } from '@kinplan/server/start'
import type { Clock } from '@kinplan/server/platform/clock'
import type { Config } from '@kinplan/server/platform/config'
import { createLogger } from '@kinplan/server/platform/logger'
import { Browser } from './browser'
import { minutePasses } from './database-clock'
import { filledConfig, migratedConfig, type Engine, type Filling } from './clean-database'
import type { Story } from './story'
import { storyMorning } from './test-server'
import { toldStory } from './told-story'

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
  /** The database's clock is a minute on: what is shown to everybody may be shared. */
  minutePasses(): Promise<void>
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
export async function runningServer({ engine = 'embedded', story = false, ...options }: RunningOptions = {}): Promise<RunningServer> {
  const { clock = morning } = options
  const closed = story ? await filledConfig(engine, toldStory(momentOf(clock))) : { ...(await migratedConfig(engine)), filled: null }
  const { filled, ...running } = await serve(closed, options)
  return { ...running, story: filled }
}

/** As `runningServer`, on a database that was filled in another way. */
export async function runningServerOn<T>(filling: Filling<T>, { engine = 'embedded', ...options }: Omit<RunningOptions, 'story'> = {}) {
  return serve(await filledConfig(engine, filling), options)
}

const morning: Clock = { now: () => storyMorning }

async function serve<T>(
  closed: Awaited<ReturnType<typeof migratedConfig>> & { filled: T },
  { config: changes = {}, clock = morning }: Pick<RunningOptions, 'config' | 'clock'>,
): Promise<Omit<RunningServer, 'story'> & { filled: T }> {
  const port = await freePort()
  const config: Config = {
    ...closed.config,
    host: '127.0.0.1',
    port,
    address: `http://localhost:${port}`,
    demo: true,
    outbox: join(closed.config.dataFolder, 'outbox'),
    ...changes,
  }
  const log: string[] = []
  const logger = createLogger(
    'debug',
    () => new Date(),
    (line) => void log.push(line),
  )
  const running = await start(config, clock, logger)
  const address = `http://127.0.0.1:${port}`
  const browser = () => new Browser(address)
  return {
    address,
    config,
    log,
    filled: closed.filled,
    browser,
    async as(id) {
      const chosen = browser()
      await chosen.graphql('ChooseWho', { id })
      return chosen
    },
    minutePasses: () => minutePasses({ config, database: running.database }),
    async close() {
      await running.close()
      await closed.remove()
    },
  }
}

/** A clock that began to run on the story's morning means that morning: the story is told once for all who do. */
function momentOf(clock: Clock): Date {
  const now = clock.now()
  const since = now.getTime() - storyMorning.getTime()
  return since >= 0 && since < 60 * 60_000 ? storyMorning : now
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

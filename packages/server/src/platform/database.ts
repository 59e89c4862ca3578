import { AsyncLocalStorage } from 'node:async_hooks'
import { rm } from 'node:fs/promises'
import { PrismaPg } from '@prisma/adapter-pg'
import pg, { type PoolConfig } from 'pg'
import { Prisma, PrismaClient } from '../generated/prisma/client'
import type { Clock } from './clock'
import type { Config } from './config'
import { lockDataFolder } from './data-folder-lock'
import { keepConstraintNames, mayRunAgain } from './database-error'
import { backUpEmbedded, databaseFolder, startEmbedded, type Embedded } from './embedded'
import { outliveLostConnection } from './lost-connection'
import { migrate, pendingMigrations } from './migrate'
import { failQuietRollback } from './fail-quiet-rollback'
import { oneAtATime } from './one-at-a-time'
import { noticesInProcess, noticesOverPostgres, type Notices } from './notices'
import { applyGrants, checkAppRole, checkOwnerRole, embeddedAppRole } from './roles'
import { forgetFilling, isHalfFilled } from './half-filled'

const timesRunAgain = 3
/** How long an operation waits for a connection; then it is refused rather than queued for ever. */
const connectionTimeoutMillis = 10_000
const transactionTimeoutMs = 20_000
const statementTimeoutMs = 15_000
const idleInTransactionTimeoutMs = 30_000
const postgresConnections = 10
/** Beside those: the outbox, retention, what takes effect without a key, and the sealer. */
const jobConnections = 4

/** Prisma inside one transaction. */
export type Tx = Prisma.TransactionClient

/** What acts, as row security sees it: a job, or whoever the functions of the wall find behind a token in it; nobody at first. */
export interface Who {
  job?: string
}

interface TransactionOptions {
  isolation?: 'ReadCommitted' | 'RepeatableRead' | 'Serializable'
  /** Called before the work runs again after a serialization failure; throw away what the last run gathered. */
  beforeRunningAgain?: () => void
}

export interface Database {
  readonly engine: 'embedded' | 'postgres'
  /**
   * Runs `work` in one transaction, a job's as the jobs' role and any other as the app's; resolves after the commit, rejects when anything
   * failed.
   * After a serialization failure or deadlock the whole work runs again, at most three times.
   * A transaction inside a transaction is a mistake and rejects: use `savepoint`.
   */
  transaction<T>(who: Who, work: (tx: Tx) => Promise<T>, options?: TransactionOptions): Promise<T>
  /** Runs one statement (`$1`, `$2` …) in a transaction of its own as the app's role and as `who`; rejects inside an open transaction. */
  appendConnection<Row extends pg.QueryResultRow>(who: Who, sql: string, parameters: unknown[]): Promise<Row[]>
  /** Calls `onMissed` when messages may have been lost with a connection. Returns a function that stops listening. */
  listen(onMessage: (payload: string) => void, onMissed?: () => void): () => void
  /** Tells every process; call it after the commit. At most 8,000 bytes. */
  publish(payload: string): Promise<void>
  /** Waits for open transactions, then closes; a second call is the same as the first. */
  close(): Promise<void>
}

/** How to connect, and the role to take in each transaction where signing in does not already give it. */
interface SignIn {
  connection: PoolConfig
  takeRole?: string
}

interface Ready {
  engine: Database['engine']
  app: SignIn
  /** Of what runs by itself; without a connection of its own where there is but one. */
  jobs: Omit<SignIn, 'connection'> & { connection?: PoolConfig }
  stop(): Promise<void>
}

/**
 * Opens the database of the configuration, brings it up to date and sets its roles.
 * Throws StartFault, with one sentence that says what to do, when it cannot be used as it is.
 */
export async function openDatabase(config: Config, clock: Clock): Promise<Database> {
  const ready = config.postgres ? await readyPostgres(config, config.postgres) : await readyEmbedded(config, clock)
  try {
    return await serve(ready)
  } catch (error) {
    await ready.stop()
    throw error
  }
}

async function readyPostgres(config: Config, urls: { appUrl: string; ownerUrl: string }): Promise<Ready> {
  const owner = sessionOf({ connectionString: urls.ownerUrl, statement_timeout: 0 })
  const connection = sessionOf({ connectionString: urls.appUrl })
  await checkOwnerRole(owner)
  const appRole = await checkAppRole(connection, owner)
  await migrate(config.projectRoot, owner)
  const takeRole = await applyGrants(config.projectRoot, owner, appRole)
  return {
    engine: 'postgres',
    app: { connection: { ...connection, max: postgresConnections } },
    // The app's role cannot take it, so its connections are the owner's.
    jobs: { connection: sessionOf({ connectionString: urls.ownerUrl, max: jobConnections }), takeRole },
    stop: () => Promise.resolve(),
  }
}

async function readyEmbedded(config: Config, clock: Clock): Promise<Ready> {
  const lock = await lockDataFolder(config.dataFolder)
  let embedded: Embedded | undefined
  const stop = async () => {
    await embedded?.close()
    await lock.release()
  }
  try {
    if (await isHalfFilled(config)) {
      await rm(databaseFolder(config.dataFolder), { recursive: true, force: true })
      await forgetFilling(config)
    }
    embedded = await startEmbedded(config.dataFolder)
    const { pending, emptyDatabase } = await pendingMigrations(config.projectRoot, embedded.connection)
    if (pending.length > 0 && !emptyDatabase) {
      await embedded.close()
      embedded = undefined
      await backUpEmbedded(config.dataFolder, clock.now())
      embedded = await startEmbedded(config.dataFolder)
    }
    await migrate(config.projectRoot, embedded.connection)
    const takeRole = await applyGrants(config.projectRoot, embedded.connection, embeddedAppRole)
    // All connections share one session, so a second one would stand in the first one's transaction.
    const connection = { ...embedded.connection, max: 1, idleTimeoutMillis: 0 }
    return { engine: 'embedded', app: { connection, takeRole: embeddedAppRole }, jobs: { takeRole }, stop }
  } catch (error) {
    await stop()
    throw error
  }
}

/** Times are read as UTC by the adapter, so the session must speak UTC whatever the server is set to. */
function sessionOf(config: PoolConfig): PoolConfig {
  return {
    // Statements are short: compiling them takes longer than running them.
    options: '-c timezone=UTC -c jit=off',
    connectionTimeoutMillis,
    statement_timeout: statementTimeoutMs,
    idle_in_transaction_session_timeout: idleInTransactionTimeoutMs,
    application_name: 'kinplan',
    ...config,
  }
}

function openPool(connection: PoolConfig) {
  const pool = new pg.Pool({ connectionTimeoutMillis, ...connection })
  // An idle connection that breaks is replaced by the pool, which says so here.
  pool.on('error', () => undefined)
  pool.on('connect', outliveLostConnection)
  keepConstraintNames(pool)
  oneAtATime(pool)
  failQuietRollback(pool)
  return { pool, client: new PrismaClient({ adapter: new PrismaPg(pool), errorFormat: 'minimal', log: [] }) }
}

async function serve(ready: Ready): Promise<Database> {
  const app = { ...openPool(ready.app.connection), takeRole: ready.app.takeRole }
  const jobs = { ...(ready.jobs.connection ? openPool(ready.jobs.connection) : app), takeRole: ready.jobs.takeRole }
  const notices: Notices = ready.engine === 'embedded' ? noticesInProcess() : await noticesOverPostgres(ready.app.connection, app.pool)
  const open = new AsyncLocalStorage<{ open: boolean }>()
  const running = new Set<Promise<unknown>>()

  /** Refuses what would wait for ever on the one embedded connection, on both engines alike. */
  function alone<T>(work: () => Promise<T>): Promise<T> {
    if (open.getStore()?.open) return Promise.reject(new Error('Already inside a transaction: use its tx, or savepoint'))
    const here = { open: true }
    const result = open.run(here, work).finally(() => {
      here.open = false
      running.delete(result)
    })
    running.add(result)
    return result
  }

  function once<T>(who: Who, work: (tx: Tx) => Promise<T>, options: TransactionOptions): Promise<T> {
    const { client, takeRole } = who.job === undefined ? app : jobs
    return client.$transaction(
      async (tx) => {
        const identity = identify(who, takeRole)
        if (identity) await tx.$queryRawUnsafe(identity.text, ...identity.values)
        return work(tx)
      },
      { isolationLevel: options.isolation, maxWait: connectionTimeoutMillis, timeout: transactionTimeoutMs },
    )
  }

  let closing: Promise<void> | undefined
  async function closeAll(): Promise<void> {
    await Promise.allSettled(running)
    await notices.close()
    for (const { client, pool } of jobs.pool === app.pool ? [app] : [app, jobs]) {
      await client.$disconnect()
      await pool.end()
    }
    await ready.stop()
  }

  return {
    engine: ready.engine,
    transaction: (who, work, options = {}) =>
      alone(async () => {
        for (let again = 0; ; again++) {
          try {
            return await once(who, work, options)
          } catch (error) {
            if (again >= timesRunAgain || !mayRunAgain(error)) throw error
            options.beforeRunningAgain?.()
          }
        }
      }),
    appendConnection: <Row extends pg.QueryResultRow>(who: Who, sql: string, parameters: unknown[]) => {
      const { pool, takeRole } = who.job === undefined ? app : jobs
      const identity = identify(who, takeRole)
      // Where nobody has to be named, the statement is a transaction of its own: one way there and back, not four.
      if (!identity) return alone(async () => (await pool.query<Row>(sql, parameters)).rows)
      return alone(() => append<Row>(pool, identity, sql, parameters))
    },
    listen: (onMessage, onMissed) => notices.listen(onMessage, onMissed),
    publish: (payload) => notices.publish(payload),
    close: () => (closing ??= closeAll()),
  }
}

/**
 * One statement that says which job acts and takes the role, until the end of the transaction; undefined where neither is needed, since
 * nothing outlives its transaction.
 */
function identify({ job }: Who, role: string | undefined): { text: string; values: string[] } | undefined {
  if (job === undefined && role === undefined) return undefined
  const identity = `select set_config('app.job', $1, true)`
  const values = [job ?? '']
  return role ? { text: `${identity}, set_config('role', $2, true)`, values: [...values, role] } : { text: identity, values }
}

async function append<Row extends pg.QueryResultRow>(
  pool: pg.Pool,
  identity: { text: string; values: string[] },
  sql: string,
  parameters: unknown[],
): Promise<Row[]> {
  const connection = await pool.connect()
  try {
    await connection.query('begin')
    await connection.query(identity.text, identity.values)
    const { rows } = await connection.query<Row>(sql, parameters)
    await connection.query('commit')
    connection.release()
    return rows
  } catch (error) {
    await connection.query('rollback').then(
      () => connection.release(),
      (broken: Error) => connection.release(broken),
    )
    throw error
  }
}

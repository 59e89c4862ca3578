import pg, { type PoolConfig } from 'pg'
import type { Config } from './config'
import { lockDataFolder } from './data-folder-lock'
import { sqlState } from './database-error'
import { embeddedExists, startEmbedded } from './embedded'
import { outliveLostConnection } from './lost-connection'
import { StartFault } from './start-fault'

/** No such table, column, function or role. */
const notThereYet = ['42P01', '42703', '42883', '42704', '22023']

/** A statement and its rows. */
export type Ask = <Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]) => Promise<Row[]>

/**
 * Reads the database as it is at one moment, that of the first statement of the work, as the job, and changes nothing in it. The embedded
 * one only while no server runs on it.
 * Throws StartFault when it cannot be reached.
 */
export async function readDatabase<Answer>(config: Config, job: string, work: (ask: Ask) => Promise<Answer>): Promise<Answer> {
  if (config.postgres) return reading({ connectionString: config.postgres.ownerUrl }, job, work)
  if (!embeddedExists(config.dataFolder))
    throw new StartFault(`There is no database in ${config.dataFolder}: set KINPLAN_DATA or DATABASE_URL as the server has it.`)
  const lock = await lockDataFolder(config.dataFolder)
  try {
    const embedded = await startEmbedded(config.dataFolder)
    try {
      return await reading(embedded.connection, job, work)
    } finally {
      await embedded.close()
    }
  } finally {
    await lock.release()
  }
}

async function reading<Answer>(connection: PoolConfig, job: string, work: (ask: Ask) => Promise<Answer>): Promise<Answer> {
  const client = outliveLostConnection(new pg.Client({ ...connection, options: '-c timezone=UTC -c jit=off' }))
  await client.connect().catch((error: unknown) => {
    throw new StartFault('No connection to the database: check that it runs and that the settings are right.', { cause: error })
  })
  try {
    const { rows } = await client.query<{ role: string }>(`select current_database() || '_jobs' as role`)
    await client.query('begin isolation level repeatable read read only')
    // SET takes no snapshot: the moment is that of the first statement of the work.
    await client.query(`set local role ${pg.escapeIdentifier(rows[0]?.role ?? '')}`)
    await client.query(`set local app.job = ${pg.escapeLiteral(job)}`)
    const answer = await work(async (sql, ...values) => (await client.query(sql, values)).rows)
    await client.query('commit')
    return answer
  } catch (error) {
    if (!notThereYet.includes(sqlState(error) ?? '')) throw error
    throw new StartFault('This database was not used with this version yet: start the server once.', { cause: error })
  } finally {
    await client.end()
  }
}

import pg, { type PoolConfig } from 'pg'
import type { Config } from './config'
import { lockDataFolder } from './data-folder-lock'
import { startEmbedded } from './embedded'
import { outliveLostConnection } from './lost-connection'
import { StartFault } from './start-fault'

/** A statement and its rows. */
export type Ask = <Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]) => Promise<Row[]>

/**
 * Reads the database as it is at one moment, as the job, and changes nothing in it. The embedded one only while no server runs on it.
 * Throws StartFault when it cannot be reached.
 */
export async function readDatabase<Answer>(config: Config, job: string, work: (ask: Ask) => Promise<Answer>): Promise<Answer> {
  if (config.postgres) return reading({ connectionString: config.postgres.ownerUrl }, job, work)
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
    await client.query('begin isolation level repeatable read read only')
    await client.query(`select set_config('role', current_database() || '_jobs', true), set_config('app.job', $1, true)`, [job])
    const answer = await work(async (sql, ...values) => (await client.query(sql, values)).rows)
    await client.query('commit')
    return answer
  } finally {
    await client.end()
  }
}

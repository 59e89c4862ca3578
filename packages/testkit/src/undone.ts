import pg from 'pg'
import type { CleanDatabase } from './clean-database'

/** A statement and its answer, for whom no wall keeps from a row. */
export type Question = <Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]) => Promise<Row[]>

class Undone extends Error {}

/** Does the work as an administrator of the database, who may change what it is made of, and undoes all of it. */
export async function undone<Answer>(clean: CleanDatabase, work: (ask: Question) => Promise<Answer>): Promise<Answer> {
  return clean.database.engine === 'embedded' ? undoneEmbedded(clean, work) : undoneOnPostgres(clean, work)
}

async function undoneEmbedded<Answer>({ database }: CleanDatabase, work: (ask: Question) => Promise<Answer>): Promise<Answer> {
  const answers: Answer[] = []
  try {
    await database.transaction({}, async (tx) => {
      await tx.$executeRawUnsafe('reset role')
      answers.push(await work((sql, ...values) => tx.$queryRawUnsafe(sql, ...values)))
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return answers[0]!
}

async function undoneOnPostgres<Answer>({ config }: CleanDatabase, work: (ask: Question) => Promise<Answer>): Promise<Answer> {
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  address.pathname = new URL(config.postgres?.appUrl ?? '').pathname
  const client = new pg.Client({ connectionString: address.href, options: '-c timezone=UTC' })
  await client.connect()
  try {
    await client.query('begin')
    return await work(async (sql, ...values) => (await client.query(sql, values)).rows)
  } finally {
    await client.end()
  }
}

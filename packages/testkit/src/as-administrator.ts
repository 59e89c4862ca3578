import pg from 'pg'
import { outliveLostConnection } from '@kinplan/server/platform/lost-connection'
import type { CleanDatabase } from './clean-database'

/** A statement and its answer, for whom no wall keeps from a row. */
export type Question = <Row extends pg.QueryResultRow>(sql: string, ...values: unknown[]) => Promise<Row[]>

/** Does the work in one transaction as an administrator of the database, who may change what it is made of. */
export function asAdministrator<Answer>(clean: CleanDatabase, work: (ask: Question) => Promise<Answer>): Promise<Answer> {
  return clean.database.engine === 'embedded' ? onEmbedded(clean, work) : onPostgres(clean, work)
}

function onEmbedded<Answer>({ database }: CleanDatabase, work: (ask: Question) => Promise<Answer>): Promise<Answer> {
  return database.transaction({}, async (tx) => {
    await tx.$executeRawUnsafe('reset role')
    return work((sql, ...values) => tx.$queryRawUnsafe(sql, ...values))
  })
}

async function onPostgres<Answer>({ config }: CleanDatabase, work: (ask: Question) => Promise<Answer>): Promise<Answer> {
  const address = new URL(process.env['TEST_DATABASE_URL'] ?? '')
  address.pathname = new URL(config.postgres?.appUrl ?? '').pathname
  const client = outliveLostConnection(new pg.Client({ connectionString: address.href, options: '-c timezone=UTC' }))
  await client.connect()
  try {
    await client.query('begin')
    const answer = await work(async (sql, ...values) => (await client.query(sql, values)).rows)
    await client.query('commit')
    return answer
  } finally {
    await client.end()
  }
}

class Undone extends Error {}

/** Does the work as an administrator, and undoes all of it. */
export async function undone<Answer>(clean: CleanDatabase, work: (ask: Question) => Promise<Answer>): Promise<Answer> {
  const answers: Answer[] = []
  try {
    await asAdministrator(clean, async (ask) => {
      answers.push(await work(ask))
      throw new Undone()
    })
  } catch (error) {
    if (!(error instanceof Undone)) throw error
  }
  return answers[0]!
}

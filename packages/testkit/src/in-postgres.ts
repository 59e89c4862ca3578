import type { Config } from '@kinplan/server/platform/config'
import { outliveLostConnection } from '@kinplan/server/platform/lost-connection'
import pg from 'pg'

/** Works beside the server in its PostgreSQL, as the app's role or as the owner of the tables. */
export async function inPostgres<T>(config: Config, role: 'app' | 'owner', work: (client: pg.Client) => Promise<T>): Promise<T> {
  if (!config.postgres) throw new Error('The embedded database has no second connection')
  const client = outliveLostConnection(new pg.Client(role === 'app' ? config.postgres.appUrl : config.postgres.ownerUrl))
  await client.connect()
  try {
    return await work(client)
  } finally {
    await client.end()
  }
}

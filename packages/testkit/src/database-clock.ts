import { inPostgres } from './in-postgres'
import type { CleanDatabase } from './clean-database'

/** From now on the database's clock, by which private rooms and retention go, is `ms` ahead. */
export async function moveDatabaseClock({ config, database }: CleanDatabase, ms: number): Promise<void> {
  const statement = `CREATE OR REPLACE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT now() + interval '${ms} milliseconds' $$`
  if (config.postgres) return inPostgres(config, 'owner', async (client) => void (await client.query(statement)))
  // The embedded database always signs in as its superuser.
  await database.transaction({}, async (tx) => {
    await tx.$executeRaw`RESET ROLE`
    await tx.$executeRawUnsafe(statement)
  })
}

import { inPostgres } from './in-postgres'
import type { CleanDatabase } from './clean-database'

/** From now on the time that retention goes by is the database's own and `ms` more. */
export async function moveRetention({ config, database }: CleanDatabase, ms: number): Promise<void> {
  const statement = `CREATE OR REPLACE FUNCTION retention_now() RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT now() + interval '${ms} milliseconds' $$`
  if (config.postgres) return inPostgres(config, 'owner', async (client) => void (await client.query(statement)))
  // The embedded database always signs in as its superuser.
  await database.transaction({}, async (tx) => {
    await tx.$executeRaw`RESET ROLE`
    await tx.$executeRawUnsafe(statement)
  })
}

import { shareWaitSeconds } from '@kinplan/domain/plan/share-proposal'
import { inPostgres } from './in-postgres'
import type { Config } from '@kinplan/server/platform/config'
import type { Database } from '@kinplan/server/platform/database'

/** A database, and how whoever owns its functions comes to it. */
export interface OwnDatabase {
  config: Config
  database: Database
}

/** From now on the database's clock, by which private rooms and retention go, is `ms` ahead. */
export async function moveDatabaseClock({ config, database }: OwnDatabase, ms: number): Promise<void> {
  const statement = `CREATE OR REPLACE FUNCTION database_now() RETURNS timestamptz LANGUAGE sql STABLE
    AS $$ SELECT now()${ms === 0 ? '' : ` + interval '${ms} milliseconds'`} $$`
  if (config.postgres) return inPostgres(config, 'owner', async (client) => void (await client.query(statement)))
  // The embedded database always signs in as its superuser.
  await database.transaction({}, async (tx) => {
    await tx.$executeRaw`RESET ROLE`
    await tx.$executeRawUnsafe(statement)
  })
}

/** As `moveDatabaseClock`, from where that clock is now. */
export async function moveDatabaseClockOn(of: OwnDatabase, ms: number): Promise<void> {
  const [ahead] = await of.database.transaction(
    {},
    (tx) => tx.$queryRaw<{ ms: number }[]>`SELECT (extract(epoch FROM database_now() - now()) * 1000)::float8 AS "ms"`,
  )
  await moveDatabaseClock(of, Math.round(ahead?.ms ?? 0) + ms)
}

/** The minute is over in which everybody sees a plan before it is shared. */
export const minutePasses = (of: OwnDatabase): Promise<void> => moveDatabaseClockOn(of, shareWaitSeconds * 1000)

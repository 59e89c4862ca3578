import type { Config } from '@kinplan/server/platform/config'
import type { Database, Tx, Who } from '@kinplan/server/platform/database'
import { inPostgres } from './in-postgres'

/** Who a test's own statements act as, without a token: in the product only functions that have seen one name somebody. */
export interface TestWho extends Who {
  person?: string
  worker?: string
}

export interface TestDatabase extends Database {
  transaction<T>(who: TestWho, work: (tx: Tx) => Promise<T>, options?: Parameters<Database['transaction']>[2]): Promise<T>
}

/** Made by whoever owns the wall, in a test's database alone. */
const statements = [
  'create schema if not exists testing',
  'grant usage on schema testing to public',
  `do $do$ begin if to_regprocedure('public.name_asker(text, uuid, uuid, timestamptz)') is not null then
    create or replace function testing.ask_as(kind text, id uuid) returns void language plpgsql security definer set search_path = public as
      $$ begin perform name_asker(kind, id, id, null); end $$;
  end if; end $do$`,
]

/** The database, in which tests act as whom they like. */
export async function testDatabase(database: Database, config: Config): Promise<TestDatabase> {
  if (config.postgres)
    await inPostgres(config, 'owner', async (client) => {
      for (const statement of statements) await client.query(statement)
    })
  else
    await database.transaction({}, async (tx) => {
      // The embedded database always signs in as its superuser.
      await tx.$executeRaw`RESET ROLE`
      for (const statement of statements) await tx.$executeRawUnsafe(statement)
    })
  return {
    ...database,
    transaction: ({ person, worker, ...who }, work, options) =>
      database.transaction(
        who,
        async (tx) => {
          if (person !== undefined) await actAs(tx, 'person', person)
          if (worker !== undefined) await actAs(tx, 'worker', worker)
          return work(tx)
        },
        options,
      ),
  }
}

/** From here on the transaction is this person's or worker's. */
export async function actAs(tx: Tx, kind: 'person' | 'worker', id: string): Promise<void> {
  await tx.$executeRaw`SELECT testing.ask_as(${kind}, ${id}::uuid)`
}

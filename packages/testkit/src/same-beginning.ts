import { asAdministrator, type Question } from './as-administrator'
import type { TestServer } from './test-server'

/**
 * What every test of a file begins from: made through the door before the first, and put back row by row before each other one, with the
 * same ids and sessions; what the test before left is gone. One for each server.
 */
export function sameBeginning<T>(make: (server: TestServer) => Promise<T>): (server: TestServer) => Promise<T> {
  const made = new Map<TestServer, T>()
  return async (server) => {
    const before = made.get(server)
    if (before !== undefined) {
      await asAdministrator(server, async (ask) => void (await ask('select true from kept.put_back()')))
      return before
    }
    const first = await make(server)
    await asAdministrator(server, keepRows)
    made.set(server, first)
    return first
  }
}

/** A copy of every row beside the tables, and a function that brings the tables back to it. */
async function keepRows(ask: Question): Promise<void> {
  const tables = await ask<{ name: string }>(
    `select quote_ident(relname) as name from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations'`,
  )
  await ask('create schema kept')
  for (const { name } of tables) await ask(`create table kept.${name} as table public.${name}`)
  const statements = tables.map(({ name }) => `delete from public.${name}; insert into public.${name} select * from kept.${name};`)
  // As a replica no trigger and no foreign key acts: what is put back has been checked before.
  await ask(
    `create function kept.put_back() returns void language plpgsql set session_replication_role = 'replica' as
      $$ begin ${statements.join('\n')} end $$`,
  )
}

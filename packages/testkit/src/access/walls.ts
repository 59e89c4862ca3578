import { policy, rights, ties, type Right } from '@kinplan/domain/access/rules'
import { asAdministrator } from '../as-administrator'
import type { CleanDatabase } from '../clean-database'
import { withPolicy, type PolicyRow } from './policy-reads'

/** Does some work while these tables of the database have no row security; afterwards it is as before. */
export async function withoutRowSecurity<T>(clean: CleanDatabase, tables: readonly string[], work: () => Promise<T>): Promise<T> {
  const turn = (way: 'enable' | 'disable') =>
    asAdministrator(clean, async (ask) => {
      for (const name of tables) await ask(`alter table "${name}" ${way} row level security`)
    })
  await turn('disable')
  try {
    return await work()
  } finally {
    await turn('enable')
  }
}

/**
 * Does some work behind the lock alone: no table has row security, and the record, which takes nothing from nobody, takes everything and
 * keeps nothing. Afterwards it is as before.
 */
export async function withoutWall<T>(clean: CleanDatabase, work: () => Promise<T>): Promise<T> {
  const walled = (await tablesOf(clean)).filter((table) => table.walled).map(({ name }) => name)
  const [record] = await asAdministrator(clean, (ask) =>
    ask<{ text: string }>(`select pg_get_functiondef('write_record(jsonb)'::regprocedure) as text`),
  )
  const replace = (text: string) => asAdministrator(clean, async (ask) => void (await ask(text)))
  await replace('create or replace function write_record(entries jsonb) returns void language plpgsql as $$ begin end $$')
  try {
    return await withoutRowSecurity(clean, walled, work)
  } finally {
    await replace(record?.text ?? '')
  }
}

/** Every table, and whether row security stands before it. */
export function tablesOf(clean: CleanDatabase): Promise<{ name: string; walled: boolean }[]> {
  return asAdministrator(clean, (ask) =>
    ask<{ name: string; walled: boolean }>(
      `select relname::text as name, relrowsecurity as walled from pg_class
        where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations' order by 1`,
    ),
  )
}

/** Does some work with a lock that allows everything to whoever is anything to the thing. */
export function withOpenLock<T>(work: () => Promise<T>): Promise<T> {
  const open = Object.fromEntries(ties.map((tie) => [tie, true]))
  const rows = Object.fromEntries(rights.map((right): [Right, PolicyRow] => [right, { ...policy[right], ...open }]))
  return withPolicy(rows, work)
}

import { asAdministrator, type Question } from '../as-administrator'
import type { CleanDatabase } from '../clean-database'
import { columns, type Column } from './classified-columns'
import { texts, type Taken } from './classified-texts'
import type { Row } from './facts'
import type { Canary } from './plant'

/** Finds the row that each of these canaries was kept in, and gives it to the canary; one that is found nowhere was not kept. */
export async function findRows(clean: CleanDatabase, planted: readonly Canary[], bytes: ReadonlySet<string>): Promise<void> {
  if (planted.length === 0) return
  await asAdministrator(clean, async (ask) => {
    for (const canary of planted) canary.row = (await rowOf(ask, canary, bytes)) ?? canary.row
  })
}

async function rowOf(ask: Question, canary: Canary, bytes: ReadonlySet<string>): Promise<Canary['row']> {
  const taken = (texts as Record<string, Taken | undefined>)[canary.text]
  if (taken === undefined || !('kept' in taken)) return null
  for (const column of taken.kept) {
    // What is sealed cannot be found again: it belongs to whatever it came with.
    if (isHidden(column, bytes)) return { column, row: canary.about }
    const [model, field] = column.split('.')
    const [found] = await ask<{ row: Row }>(
      `select to_jsonb(t) as row from "${model}" t where position($1 in "${field}"::text) > 0 limit 1`,
      canary.needles[0],
    )
    if (found !== undefined) return { column, row: found.row }
  }
  return null
}

const isHidden = (column: Column, bytes: ReadonlySet<string>) => 'sealed' in columns[column] || bytes.has(column)

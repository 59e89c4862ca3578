import { randomBytes } from 'node:crypto'
import { rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { buildFresh } from './build-fresh'
import { removeTemplates } from './postgres-templates'

const variable = 'KINPLAN_TEST_RUN'

/** The run of tests this process belongs to, which shares what it prepared once; undefined outside one. */
export const testRun = (): string | undefined => process.env[variable]

/** Where a run keeps its filled embedded databases. */
export const folderOfRun = (run: string) => join(tmpdir(), `kinplan-run-${run}`)

/** For vitest, before its workers start. What it returns removes what the run prepared; every project calls it. */
export function setup(): () => Promise<void> {
  // The threads of the search run what is built.
  buildFresh('server')
  const run = (process.env[variable] ??= randomBytes(6).toString('hex'))
  return async () => {
    await rm(folderOfRun(run), { recursive: true, force: true })
    const administrator = process.env['TEST_DATABASE_URL']
    if (administrator) await removeTemplates(administrator, run)
  }
}

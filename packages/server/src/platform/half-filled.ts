import { readFile, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Config } from './config'

/** Lies in the data folder while an empty database is being filled, and names that database. */
const markIn = (dataFolder: string) => join(dataFolder, 'filling')

/** The database of a configuration, without who signs in to it. */
function nameOf({ postgres }: Config): string {
  if (postgres === undefined) return 'embedded'
  const { host, pathname } = new URL(postgres.appUrl)
  return host + pathname
}

/** Fills an empty database; a process that is killed meanwhile leaves a mark, because what it leaves is not what was meant. */
export async function fillWhole(config: Config, fill: () => Promise<unknown>): Promise<void> {
  await writeFile(markIn(config.dataFolder), nameOf(config))
  await fill()
  await forgetFilling(config)
}

/** True when this database was left half filled: nobody has used it. */
export async function isHalfFilled(config: Config): Promise<boolean> {
  const marked = await readFile(markIn(config.dataFolder), 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null
    throw error
  })
  return marked === nameOf(config)
}

export async function forgetFilling({ dataFolder }: Config): Promise<void> {
  await rm(markIn(dataFolder), { force: true })
}

import { existsSync } from 'node:fs'
import { rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'

/** Lies in the data folder while an empty database is being filled. */
const markOf = (dataFolder: string) => join(dataFolder, 'filling')

/** Fills an empty database; a process that is killed meanwhile leaves a mark, because what it leaves is not what was meant. */
export async function fillWhole(dataFolder: string, fill: () => Promise<unknown>): Promise<void> {
  await writeFile(markOf(dataFolder), '')
  await fill()
  await forgetFilling(dataFolder)
}

/** True when the database of this data folder was left half filled: nobody has used it. */
export const isHalfFilled = (dataFolder: string): boolean => existsSync(markOf(dataFolder))

export async function forgetFilling(dataFolder: string): Promise<void> {
  await rm(markOf(dataFolder), { force: true })
}

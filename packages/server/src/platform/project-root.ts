import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { StartFault } from './start-fault'

/** The folder that holds `prisma/schema.prisma`, looked for from `from` upwards: the same from source and from the bundle. */
export function findProjectRoot(from: string = import.meta.dirname): string {
  for (let folder = from; ; folder = dirname(folder)) {
    if (existsSync(join(folder, 'prisma', 'schema.prisma'))) return folder
    if (dirname(folder) === folder) {
      throw new StartFault('Kinplan cannot find its prisma folder: start it from a complete checkout.')
    }
  }
}

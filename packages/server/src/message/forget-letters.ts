import { readdir, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import type { Clock } from '../platform/clock'
import type { Database } from '../platform/database'
import { notTaken } from './outbox.store'

interface Folder {
  database: Database
  clock: Clock
  folder: string
  /** In the demo nobody takes letters from the folder. */
  demo: boolean
  /** Tells whoever looks at these meetings to ask again. */
  tell(meetingIds: string[]): Promise<void>
}

/** How long a letter lies in the folder at most, in milliseconds: a carrier that stood still for some days is back. */
const keptMs = 7 * 86_400_000

/**
 * Removes letters that have lain too long: each has in clear how somebody is reached, and a link. What nobody took until then counts as not
 * gone, so that the coordinator hears of it.
 */
export async function forgetLetters({ database, clock, folder, demo, tell }: Folder): Promise<void> {
  const names = await readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })
  const old: string[] = []
  for (const name of names.filter((one) => /\.txt(\.part)?$/.test(one))) {
    const lain = await stat(join(folder, name)).catch(() => null)
    if (lain !== null && clock.now().getTime() - lain.mtimeMs > keptMs) old.push(name)
  }
  const ids = old.flatMap((name) => /([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})\.txt$/.exec(name)?.[1] ?? [])
  const meetingIds = demo || ids.length === 0 ? [] : await database.transaction({ job: 'outbox' }, (tx) => notTaken(tx, ids))
  for (const name of old) await rm(join(folder, name), { force: true })
  if (meetingIds.length > 0) await tell([...new Set(meetingIds)])
}

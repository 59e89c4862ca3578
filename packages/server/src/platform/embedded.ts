import { existsSync } from 'node:fs'
import { chmod, cp, mkdir, mkdtemp, readdir, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PGlite } from '@electric-sql/pglite'
import { btree_gist } from '@electric-sql/pglite/contrib/btree_gist'
import { pgcrypto } from '@electric-sql/pglite/contrib/pgcrypto'
import { PGLiteSocketServer } from '@electric-sql/pglite-socket'
import type { PoolConfig } from 'pg'
import { StartFault } from './start-fault'

const socketPort = 5432
const longestSocketPath = 100
const backupsKept = 3

export interface Embedded {
  /** How to reach it, as its superuser. One connection at a time: all connections share one session. */
  connection: PoolConfig
  /** Waits for the running statement, then stops. */
  close(): Promise<void>
}

export const databaseFolder = (dataFolder: string) => join(dataFolder, 'database')

/** Starts the embedded database of a data folder whose lock the caller holds. The first start takes some seconds. */
export async function startEmbedded(dataFolder: string): Promise<Embedded> {
  const folder = databaseFolder(dataFolder)
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await chmod(dataFolder, 0o700)
  const database = await PGlite.create({ dataDir: folder, extensions: { btree_gist, pgcrypto } }).catch((error: unknown) => {
    throw new StartFault(
      `The database in ${folder} does not open: put a copy from ${join(dataFolder, 'backups')} in its place, or set ` +
        `KINPLAN_DATA to a new folder.`,
      { cause: error },
    )
  })
  const socketFolder = await folderForSocket(dataFolder)
  const path = join(socketFolder, `.s.PGSQL.${socketPort}`)
  await rm(path, { force: true })
  const server = new PGLiteSocketServer({ db: database, path, maxConnections: 4 })
  await server.start()
  await chmod(path, 0o600)
  return {
    connection: { host: socketFolder, port: socketPort, user: 'postgres', database: 'postgres' },
    async close() {
      await server.stop()
      await database.close()
      await rm(path, { force: true })
      if (socketFolder !== dataFolder) await rm(socketFolder, { recursive: true, force: true })
    },
  }
}

/** Copies a closed embedded database to `backups/` and keeps the newest three. */
export async function backUpEmbedded(dataFolder: string, now: Date): Promise<string> {
  const backups = join(dataFolder, 'backups')
  await mkdir(backups, { recursive: true, mode: 0o700 })
  const backup = join(backups, now.toISOString().replaceAll(/[:.]/g, '-'))
  await cp(databaseFolder(dataFolder), backup, { recursive: true })
  const all = (await readdir(backups)).toSorted()
  await Promise.all(all.slice(0, -backupsKept).map((name) => rm(join(backups, name), { recursive: true })))
  return backup
}

/** True when the folder holds a database that was started before. */
export const embeddedExists = (dataFolder: string) => existsSync(join(databaseFolder(dataFolder), 'PG_VERSION'))

/** A Unix socket's path may hold about 107 bytes; a deep data folder gets a private folder for it instead. */
async function folderForSocket(dataFolder: string): Promise<string> {
  const path = join(dataFolder, `.s.PGSQL.${socketPort}`)
  return Buffer.byteLength(path) <= longestSocketPath ? dataFolder : mkdtemp(join(tmpdir(), 'kinplan-'))
}

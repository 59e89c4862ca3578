import { cp, rm } from 'node:fs/promises'
import type { Config } from '@kinplan/server/platform/config'
import { administer } from '../src/postgres-templates'

/** A whole database as it was at one moment. */
export interface Backup {
  /** Puts it in the place of what is there now; no server may have it open. */
  bringBack(): Promise<void>
  /** Of the copy nothing is left. */
  remove(): Promise<void>
}

/** Copies the database of this configuration, which no server may have open: as administrators do, with everything in it. */
export async function backUp({ dataFolder, postgres }: Config): Promise<Backup> {
  if (postgres === undefined) {
    const copy = `${dataFolder}-backup`
    await cp(dataFolder, copy, { recursive: true })
    return {
      async bringBack() {
        await rm(dataFolder, { recursive: true })
        await cp(copy, dataFolder, { recursive: true })
      },
      remove: () => rm(copy, { recursive: true }),
    }
  }
  const name = new URL(postgres.appUrl).pathname.slice(1)
  const administrator = process.env['TEST_DATABASE_URL'] ?? ''
  await administer(administrator, async (client) => {
    const { rows } = await client.query<{ owner: string }>('select pg_get_userbyid(datdba) as owner from pg_database where datname = $1', [
      name,
    ])
    await client.query(`create database ${name}_backup template ${name} owner ${rows[0]?.owner}`)
  })
  return {
    bringBack: () =>
      administer(administrator, async (client) => {
        await client.query(`drop database ${name} with (force)`)
        await client.query(`alter database ${name}_backup rename to ${name}`)
      }),
    remove: () => administer(administrator, async (client) => void (await client.query(`drop database if exists ${name}_backup`))),
  }
}

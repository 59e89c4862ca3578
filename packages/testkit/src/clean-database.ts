import { createHash, randomBytes } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@kinplan/server/platform/clock'
import { readConfig, type Config } from '@kinplan/server/platform/config'
import { openDatabase, type Database } from '@kinplan/server/platform/database'
import { databaseFolder } from '@kinplan/server/platform/embedded'
import { outliveLostConnection } from '@kinplan/server/platform/lost-connection'
import pg from 'pg'

export type Engine = Database['engine']

export interface CleanDatabase {
  database: Database
  config: Config
  /** Closes it and removes its folder, or its database and roles. */
  drop(): Promise<void>
}

interface CleanDatabaseOptions {
  /** Another folder holding `prisma/`, for tests of the platform itself. */
  projectRoot?: string
}

/** Embedded always; PostgreSQL as well where TEST_DATABASE_URL (an administrator's) is set. */
export function enginesToTest(): Engine[] {
  return process.env['TEST_DATABASE_URL'] ? ['embedded', 'postgres'] : ['embedded']
}

/** A migrated database with nothing in it, for one test file. */
export async function cleanDatabase(engine: Engine = 'embedded', options: CleanDatabaseOptions = {}): Promise<CleanDatabase> {
  const { config, remove } = await cleanConfig(engine, options)
  try {
    if (engine === 'embedded') await cloneTemplate(config)
    const database = await openDatabase(config, systemClock)
    const drop = async () => {
      await database.close()
      await remove()
    }
    return { database, config, drop }
  } catch (error) {
    await remove()
    throw error
  }
}

/** The configuration of a database that is there but was never opened. */
export async function cleanConfig(
  engine: Engine,
  options: CleanDatabaseOptions = {},
): Promise<{ config: Config; remove(): Promise<void> }> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'kinplan-test-'))
  const server = engine === 'postgres' ? await makePostgres() : undefined
  const config = readConfig({
    KINPLAN_DATA: dataFolder,
    KINPLAN_KEY: Buffer.alloc(32, 'test key').toString('base64'),
    KINPLAN_DEMO: 'no',
    LOG_LEVEL: 'error',
    ...server?.environment,
  })
  const remove = async () => {
    await server?.remove()
    await rm(dataFolder, { recursive: true, force: true })
  }
  return { config: { ...config, projectRoot: options.projectRoot ?? config.projectRoot }, remove }
}

/** Migrating takes seconds and copying does not: a database is migrated once and copied each time. */
async function cloneTemplate(config: Config): Promise<void> {
  const template = join(tmpdir(), `kinplan-template-${await fingerprint(config.projectRoot)}`)
  if (!existsSync(template)) {
    await removeOldTemplates()
    const building = await mkdtemp(join(tmpdir(), 'kinplan-building-'))
    const database = await openDatabase({ ...config, dataFolder: building }, systemClock)
    await database.close()
    // Another worker may have finished the same template first; either will do.
    await rename(databaseFolder(building), template).catch((error: unknown) => {
      if (!existsSync(template)) throw error
    })
    await rm(building, { recursive: true, force: true })
  }
  await mkdir(config.dataFolder, { recursive: true })
  await cp(template, databaseFolder(config.dataFolder), { recursive: true })
}

const templateKeptMs = 24 * 60 * 60 * 1000

/** Every change of a migration makes another template of some 40 MB. */
async function removeOldTemplates(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => name.startsWith('kinplan-template-'))
  for (const name of names) {
    const path = join(tmpdir(), name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > templateKeptMs) await rm(path, { recursive: true, force: true })
  }
}

async function fingerprint(projectRoot: string): Promise<string> {
  const prisma = join(projectRoot, 'prisma')
  const hash = createHash('sha256')
  const names = (await readdir(prisma, { recursive: true })).filter((name) => name.endsWith('.sql')).toSorted()
  for (const name of names) hash.update(name).update(await readFile(join(prisma, name)))
  return hash.digest('hex').slice(0, 16)
}

/** A randomly named database with an owner who may make roles and an app's role that may only sign in. */
async function makePostgres(): Promise<{ environment: Record<string, string>; remove(): Promise<void> }> {
  const administrator = process.env['TEST_DATABASE_URL']
  if (!administrator) throw new Error('Set TEST_DATABASE_URL to the address of a PostgreSQL administrator')
  const name = `kinplan_test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  const [owner, app, gate] = [`${name}_owner`, `${name}_app`, `${name}_gate`]
  await administer(administrator, [
    `create role ${owner} login createrole password '${password}'`,
    `create role ${app} login password '${password}'`,
    `create database ${name} owner ${owner}`,
  ])
  const addressFor = (role: string) => {
    const url = new URL(administrator)
    url.username = role
    url.password = password
    url.pathname = `/${name}`
    return url.href
  }
  return {
    environment: { DATABASE_URL: addressFor(app), DATABASE_OWNER_URL: addressFor(owner) },
    remove: () =>
      administer(administrator, [
        `drop database if exists ${name} with (force)`,
        ...[gate, app, owner].map((role) => `drop role if exists ${role}`),
      ]),
  }
}

async function administer(administrator: string, statements: string[]): Promise<void> {
  const client = outliveLostConnection(new pg.Client(administrator))
  await client.connect()
  try {
    for (const statement of statements) await client.query(statement)
  } finally {
    await client.end()
  }
}

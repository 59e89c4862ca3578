import { randomBytes } from 'node:crypto'
import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { systemClock } from '@kinplan/server/platform/clock'
import { readConfig, type Config } from '@kinplan/server/platform/config'
import { openDatabase, type Database } from '@kinplan/server/platform/database'
import { copyFilled, copyMigrated } from './embedded-templates'
import { testDatabase, type TestDatabase } from './test-database'
import { addressFor, administer, copyTemplate, type Template } from './postgres-templates'
import { testRun } from './test-run'

export type Engine = Database['engine']

export interface CleanDatabase {
  database: TestDatabase
  config: Config
  /** Closes it and removes its folder, or its database and roles. */
  drop(): Promise<void>
}

interface CleanDatabaseOptions {
  /** Another folder holding `prisma/`, for tests of the platform itself. */
  projectRoot?: string
}

/** What is put into a database before a test begins: once in a run of the tests, and copied from then on. */
export interface Filling<T> {
  /** Small letters, digits and low lines. */
  name: string
  /** Fills it and gives what tests have to know of it, as JSON can keep it. */
  fill(database: TestDatabase, config: Config): Promise<T>
}

/** The configuration of a database that is there, and closed. */
interface ClosedDatabase {
  config: Config
  remove(): Promise<void>
}

/** Embedded always; PostgreSQL as well where TEST_DATABASE_URL (an administrator's) is set. */
export function enginesToTest(): Engine[] {
  return process.env['TEST_DATABASE_URL'] ? ['embedded', 'postgres'] : ['embedded']
}

/** A migrated database with nothing in it, for one test file. */
export async function cleanDatabase(engine: Engine = 'embedded', options: CleanDatabaseOptions = {}): Promise<CleanDatabase> {
  return opened(await migratedConfig(engine, options))
}

/** Opens it; `drop` closes and removes it. */
export async function opened({ config, remove }: ClosedDatabase): Promise<CleanDatabase> {
  try {
    const database = await testDatabase(await openDatabase(config, systemClock), config)
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

/** The configuration of a migrated database with nothing in it. Where there is nothing to copy, opening it migrates it. */
export async function migratedConfig(engine: Engine, options: CleanDatabaseOptions = {}): Promise<ClosedDatabase> {
  const run = testRun()
  if (engine === 'postgres') {
    return run === undefined || options.projectRoot !== undefined ? cleanConfig(engine, options) : copiedConfig(run, migrated)
  }
  const closed = await cleanConfig(engine, options)
  await copyMigrated(closed.config)
  return closed
}

/** The configuration of a database with this in it, and what tests have to know of that. */
export async function filledConfig<T>(engine: Engine, filling: Filling<T>): Promise<ClosedDatabase & { filled: T }> {
  const run = testRun()
  if (run === undefined) {
    const closed = await migratedConfig(engine)
    return { ...closed, filled: await fillOnce(closed.config, filling) }
  }
  if (engine === 'postgres') {
    const make: Template['make'] = (environment) =>
      inDataFolder(environment, async (config) => JSON.stringify(await fillOnce(config, filling)))
    const { said, ...closed } = await copiedConfig(run, { name: filling.name, from: migrated, make })
    return { ...closed, filled: JSON.parse(said) as T }
  }
  const closed = await cleanConfig(engine)
  const said = await copyFilled(run, closed.config, filling.name, async (config) => JSON.stringify(await fillOnce(config, filling)))
  return { ...closed, filled: JSON.parse(said) as T }
}

/** The configuration of a database that is there but was never opened. */
export async function cleanConfig(engine: Engine, options: CleanDatabaseOptions = {}): Promise<ClosedDatabase> {
  const server = engine === 'postgres' ? await makePostgres() : undefined
  const { config, remove } = await folderFor(server?.environment)
  return {
    config: { ...config, projectRoot: options.projectRoot ?? config.projectRoot },
    remove: async () => {
      await server?.remove()
      await remove()
    },
  }
}

const migrated: Template = {
  name: 'migrated',
  make: (environment) =>
    inDataFolder(environment, async (config) => {
      await (await openDatabase(config, systemClock)).close()
      return ''
    }),
}

async function fillOnce<T>(config: Config, filling: Filling<T>): Promise<T> {
  const database = await testDatabase(await openDatabase(config, systemClock), config)
  try {
    return await filling.fill(database, config)
  } finally {
    await database.close()
  }
}

async function copiedConfig(run: string, template: Template): Promise<ClosedDatabase & { said: string }> {
  const copy = await copyTemplate(administratorAddress(), run, template)
  const { config, remove } = await folderFor(copy.environment)
  return {
    config,
    said: copy.said,
    remove: async () => {
      await copy.remove()
      await remove()
    },
  }
}

async function inDataFolder<T>(environment: Record<string, string>, work: (config: Config) => Promise<T>): Promise<T> {
  const { config, remove } = await folderFor(environment)
  try {
    return await work(config)
  } finally {
    await remove()
  }
}

async function folderFor(environment: Record<string, string> = {}): Promise<ClosedDatabase> {
  const dataFolder = await mkdtemp(join(tmpdir(), 'kinplan-test-'))
  const config = readConfig({
    KINPLAN_DATA: dataFolder,
    KINPLAN_KEY: Buffer.alloc(32, 'test key').toString('base64'),
    KINPLAN_DEMO: 'no',
    LOG_LEVEL: 'error',
    ...environment,
  })
  return { config, remove: () => rm(dataFolder, { recursive: true, force: true }) }
}

function administratorAddress(): string {
  const administrator = process.env['TEST_DATABASE_URL']
  if (!administrator) throw new Error('Set TEST_DATABASE_URL to the address of a PostgreSQL administrator')
  return administrator
}

/** A randomly named database with an owner who may make roles and an app's role that may only sign in. */
async function makePostgres(): Promise<{ environment: Record<string, string>; remove(): Promise<void> }> {
  const administrator = administratorAddress()
  const name = `kinplan_test_${randomBytes(6).toString('hex')}`
  const password = randomBytes(12).toString('hex')
  const [owner, app, gate, jobs] = [`${name}_owner`, `${name}_app`, `${name}_gate`, `${name}_jobs`]
  const run = (statements: string[]) =>
    administer(administrator, async (client) => {
      for (const statement of statements) await client.query(statement)
    })
  await run([
    `create role ${owner} login createrole password '${password}'`,
    `create role ${app} login password '${password}'`,
    `create database ${name} owner ${owner}`,
  ])
  return {
    environment: {
      DATABASE_URL: addressFor(administrator, name, app, password),
      DATABASE_OWNER_URL: addressFor(administrator, name, owner, password),
    },
    remove: () =>
      run([`drop database if exists ${name} with (force)`, ...[gate, jobs, app, owner].map((role) => `drop role if exists ${role}`)]),
  }
}

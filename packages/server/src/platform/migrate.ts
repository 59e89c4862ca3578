import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { dirname, join } from 'node:path'
import { PrismaPg } from '@prisma/adapter-pg'
import { bindMigrationAwareSqlAdapterFactory, type SqlDriverAdapter, type Transaction } from '@prisma/driver-adapter-utils'
import * as schemaEngine from '@prisma/schema-engine-wasm/schema_engine_bg'
import pg, { type PoolConfig } from 'pg'
import { outliveLostConnection } from './lost-connection'
import { findProjectRoot } from './project-root'
import { StartFault } from './start-fault'

/** Node has it; the ES2024 types do not. */
declare const WebAssembly: {
  instantiate(bytes: Uint8Array, imports: object): Promise<{ instance: { exports: Record<string, unknown> } }>
}

interface Migration {
  name: string
  sql: string
}

interface AppliedMigration {
  name: string
  checksum: string
}

/** Names of the migrations in the code that the database lacks, oldest first. Throws StartFault when the two cannot go together. */
export async function pendingMigrations(projectRoot: string, owner: PoolConfig): Promise<{ pending: string[]; emptyDatabase: boolean }> {
  const known = await readMigrations(projectRoot)
  const applied = await appliedMigrations(owner)
  const newer = applied.find(({ name }) => !known.some((migration) => migration.name === name))
  if (newer) {
    throw new StartFault(
      `This database was last used by a newer Kinplan (it has ${newer.name}): start that version, or use another database or data folder.`,
    )
  }
  const edited = applied.find(({ name, checksum }) =>
    known.some((migration) => migration.name === name && checksumOf(migration) !== checksum),
  )
  if (edited) {
    throw new StartFault(
      `The migration ${edited.name} was changed after it ran here: put its file back as it was, and make changes in a new one.`,
    )
  }
  const pending = known.map(({ name }) => name).filter((name) => !applied.some((migration) => migration.name === name))
  return { pending, emptyDatabase: applied.length === 0 }
}

/**
 * Applies what is pending in `prisma/migrations`, oldest first, each in a transaction of its own together with its row in
 * `_prisma_migrations`. Throws StartFault naming a migration that failed; nothing of it stays.
 */
export async function migrate(projectRoot: string, owner: PoolConfig): Promise<string[]> {
  const { pending } = await pendingMigrations(projectRoot, owner)
  const migrations = await readMigrations(projectRoot)
  for (const name of pending) {
    const upToThis = migrations.slice(0, migrations.findIndex((migration) => migration.name === name) + 1)
    try {
      await inOneTransaction(owner, (adapter) => applyWithEngine(projectRoot, upToThis, adapter))
    } catch (error) {
      throw new StartFault(`The migration ${name} failed, and nothing of it was kept: mend it, or start the version that ran before.`, {
        cause: error,
      })
    }
  }
  return pending
}

async function readMigrations(projectRoot: string): Promise<Migration[]> {
  const folder = join(projectRoot, 'prisma', 'migrations')
  const entries = await readdir(folder, { withFileTypes: true })
  const names = entries
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .toSorted()
  return Promise.all(names.map(async (name) => ({ name, sql: await readFile(join(folder, name, 'migration.sql'), 'utf8') })))
}

/** Prisma's own checksum. */
const checksumOf = ({ sql }: Migration) => createHash('sha256').update(sql).digest('hex')

async function appliedMigrations(owner: PoolConfig): Promise<AppliedMigration[]> {
  const client = outliveLostConnection(new pg.Client(owner))
  await client.connect()
  try {
    const table = await client.query<{ present: boolean }>(`select to_regclass('public._prisma_migrations') is not null as present`)
    if (!table.rows[0]?.present) return []
    const { rows } = await client.query<AppliedMigration>(
      `select migration_name as name, checksum from public._prisma_migrations where finished_at is not null and rolled_back_at
        is null order by migration_name`,
    )
    return rows
  } finally {
    await client.end()
  }
}

/** Gives the engine an adapter whose every statement belongs to one transaction, and commits only if all of it went well. */
async function inOneTransaction(owner: PoolConfig, work: (adapter: SqlDriverAdapter) => Promise<void>): Promise<void> {
  const outer = await new PrismaPg({ ...owner, max: 1 }).connect()
  try {
    const transaction = await outer.startTransaction()
    try {
      // A second process that starts on the same database waits here, and then finds the migration applied.
      await run(transaction, `select pg_advisory_xact_lock(hashtext('kinplan migrations'))`)
      await work(withinTransaction(transaction))
      await run(transaction, 'COMMIT')
      await transaction.commit()
    } catch (error) {
      // Without its connection the transaction is gone already, and the first error is the one to tell.
      await run(transaction, 'ROLLBACK').catch(() => undefined)
      await transaction.rollback()
      throw error
    }
  } finally {
    await outer.dispose()
  }
}

const run = (transaction: Transaction, sql: string) => transaction.executeRaw({ sql, args: [], argTypes: [] })

function withinTransaction(transaction: Transaction): SqlDriverAdapter {
  return {
    provider: transaction.provider,
    adapterName: transaction.adapterName,
    queryRaw: (query) => transaction.queryRaw(query),
    executeRaw: (query) => transaction.executeRaw(query),
    // The stock adapter splits a script at every semicolon, also inside a function's body.
    executeScript: async (script) => void (await run(transaction, script)),
    startTransaction: () => Promise.reject(new Error('A migration is already in a transaction')),
    getConnectionInfo: () => ({ schemaName: 'public', supportsRelationJoins: true }),
    dispose: () => Promise.resolve(),
  }
}

async function applyWithEngine(projectRoot: string, migrations: Migration[], adapter: SqlDriverAdapter): Promise<void> {
  await loadEngine()
  const factory = bindMigrationAwareSqlAdapterFactory({
    provider: adapter.provider,
    adapterName: adapter.adapterName,
    connect: () => Promise.resolve(adapter),
    connectToShadowDb: () => Promise.reject(new Error('Applying migrations needs no shadow database')),
  })
  const engine = await schemaEngine.SchemaEngine.new({ datamodels: undefined }, () => undefined, factory)
  try {
    await engine.applyMigrations({
      migrationsList: {
        baseDir: join(projectRoot, 'prisma', 'migrations'),
        lockfile: { path: 'migration_lock.toml', content: 'provider = "postgresql"\n' },
        shadowDbInitScript: '',
        migrationDirectories: migrations.map(({ name, sql }) => ({
          path: name,
          migrationFile: { path: 'migration.sql', content: { tag: 'ok', value: sql } },
        })),
      },
      filters: { externalTables: [], externalEnums: [] },
    })
  } finally {
    engine.free()
  }
}

let loaded: Promise<void> | undefined

/** The package imports its .wasm as a module, which Node cannot, so it is loaded by hand, once. */
function loadEngine(): Promise<void> {
  loaded ??= (async () => {
    const { resolve } = createRequire(join(findProjectRoot(), 'packages', 'server', 'package.json'))
    const file = join(dirname(resolve('@prisma/schema-engine-wasm')), 'schema_engine_bg.wasm')
    const wasm = await WebAssembly.instantiate(await readFile(file), { './schema_engine_bg.js': { ...schemaEngine } })
    schemaEngine.__wbg_set_wasm(wasm.instance.exports)
    const start = wasm.instance.exports['__wbindgen_start']
    if (typeof start === 'function') start()
  })()
  return loaded
}

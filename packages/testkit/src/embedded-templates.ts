import { createHash } from 'node:crypto'
import { existsSync } from 'node:fs'
import { cp, mkdir, mkdtemp, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { systemClock } from '@kinplan/server/platform/clock'
import type { Config } from '@kinplan/server/platform/config'
import { openDatabase } from '@kinplan/server/platform/database'
import { databaseFolder } from '@kinplan/server/platform/embedded'
import { folderOfRun } from './test-run'

/** Puts a migrated database into the data folder. Migrating takes seconds and copying does not: it is migrated once a day and copied. */
export async function copyMigrated(config: Config): Promise<void> {
  const template = join(tmpdir(), `kinplan-template-${await fingerprint(config.projectRoot)}`)
  if (!existsSync(template)) {
    await removeOldTemplates()
    await build(template, config, async (building) => {
      await (await openDatabase(building, systemClock)).close()
    })
  }
  await copyTo(config, template)
}

/** Puts a database that `fill` filled into the data folder, and gives what `fill` said. It is filled once in a run. */
export async function copyFilled(run: string, config: Config, name: string, fill: (config: Config) => Promise<string>): Promise<string> {
  const template = join(folderOfRun(run), name)
  await makeOnce(template, () =>
    build(template, config, async (building) => {
      await copyMigrated(building)
      await writeFile(join(databaseFolder(building.dataFolder), saidFile), await fill(building))
    }),
  )
  await copyTo(config, template)
  return readFile(join(template, saidFile), 'utf8')
}

/** Lies in the template, beside PostgreSQL's own files. */
const saidFile = 'kinplan-filled.json'

async function copyTo(config: Config, template: string): Promise<void> {
  await mkdir(config.dataFolder, { recursive: true })
  await cp(template, databaseFolder(config.dataFolder), { recursive: true })
}

async function build(template: string, config: Config, make: (config: Config) => Promise<void>): Promise<void> {
  const building = await mkdtemp(join(tmpdir(), 'kinplan-building-'))
  try {
    await make({ ...config, dataFolder: building })
    await mkdir(dirname(template), { recursive: true })
    // Another worker may have finished the same template first; either will do.
    await rename(databaseFolder(building), template).catch((error: unknown) => {
      if (!existsSync(template)) throw error
    })
  } finally {
    await rm(building, { recursive: true, force: true })
  }
}

/** The first worker makes it; the others wait, and one of them tries again where that failed. */
async function makeOnce(path: string, make: () => Promise<void>): Promise<void> {
  const lock = `${path}.lock`
  while (!existsSync(path)) {
    await mkdir(dirname(path), { recursive: true })
    const mine = await mkdir(lock).then(
      () => true,
      (error: NodeJS.ErrnoException) => {
        if (error.code === 'EEXIST') return false
        throw error
      },
    )
    if (!mine) {
      await pause(100)
      continue
    }
    try {
      if (!existsSync(path)) await make()
    } finally {
      await rm(lock, { recursive: true })
    }
  }
}

const templateKeptMs = 24 * 60 * 60 * 1000

/** Every change of a migration makes another template of some 40 MB, and a run that was stopped leaves its own. */
async function removeOldTemplates(): Promise<void> {
  const names = (await readdir(tmpdir())).filter((name) => /^kinplan-(template|building|run)-/.test(name))
  for (const name of names) {
    const path = join(tmpdir(), name)
    const { mtimeMs } = await stat(path)
    if (Date.now() - mtimeMs > templateKeptMs) await rm(path, { recursive: true, force: true })
  }
}

/** Of all that a template is made of: the migrations, the grants, and the PGlite that wrote it, because another cannot open it. */
async function fingerprint(projectRoot: string): Promise<string> {
  const prisma = join(projectRoot, 'prisma')
  const hash = createHash('sha256').update(await versionOfPglite())
  const names = (await readdir(prisma, { recursive: true })).filter((name) => name.endsWith('.sql')).toSorted()
  for (const name of names) hash.update(name).update(await readFile(join(prisma, name)))
  return hash.digest('hex').slice(0, 16)
}

async function versionOfPglite(): Promise<string> {
  const folder = dirname(dirname(createRequire(import.meta.url).resolve('@electric-sql/pglite')))
  const { version } = JSON.parse(await readFile(join(folder, 'package.json'), 'utf8')) as { version: string }
  return version
}

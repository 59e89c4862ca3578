import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { existsSync } from 'node:fs'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { cleanConfig, cleanDatabase, enginesToTest, type CleanDatabase, type Engine } from '@kinplan/testkit/clean-database'
import { systemClock } from '../../src/platform/clock'
import { openDatabase, type Database } from '../../src/platform/database'
import { databaseFolder } from '../../src/platform/embedded'
import { StartFault } from '../../src/platform/start-fault'
import { probeProject, type ProbeProject } from './probe-project'

let project: ProbeProject
let clean: CleanDatabase
const opened: Database[] = []

async function begin(engine: Engine) {
  project = await probeProject()
  clean = await cleanDatabase(engine, { projectRoot: project.root })
  await clean.database.transaction({}, (tx) => tx.$executeRaw`insert into shelf values (1)`)
}

async function open(config = clean.config): Promise<Database> {
  const database = await openDatabase(config, systemClock)
  opened.push(database)
  return database
}

const faultOf = async (opening: Promise<Database>) => {
  const error: unknown = await opening.then(
    () => 'opened',
    (fault: unknown) => fault,
  )
  expect(error).toBeInstanceOf(StartFault)
  return error instanceof Error ? error.message : ''
}
const shelves = (database: Database) =>
  database.appendConnection({}, `select (select count(*)::int from shelf) as kept, to_regclass('half')::text as half`, [])

afterEach(async () => {
  await Promise.all(opened.splice(0).map((database) => database.close()))
  await clean.drop()
  await project.remove()
})

describe.each(enginesToTest())('starting on %s', (engine) => {
  beforeEach(() => begin(engine))

  it('keeps nothing of a migration that fails, says which, and starts again without it', async () => {
    await clean.database.close()
    await project.addMigration('2_breaks', 'create table half (id int); update shelf set id = 7; select 1/0;')
    expect(await faultOf(open())).toContain('The migration 2_breaks failed, and nothing of it was kept')
    expect(await faultOf(open())).toContain('2_breaks')
    await project.removeMigration('2_breaks')
    expect(await shelves(await open())).toEqual([{ kept: 1, half: null }])
  })

  it('keeps nothing of a migration whose commit fails, but those before it', async () => {
    await clean.database.close()
    await project.addMigration('2_good', `alter table shelf add label text`)
    await project.addMigration('3_fails_late', 'create table half (id int); insert into pair values (1, 99);')
    expect(await faultOf(open())).toContain('3_fails_late')
    await project.removeMigration('3_fails_late')
    const database = await open()
    expect(await shelves(database)).toEqual([{ kept: 1, half: null }])
    expect(await database.appendConnection({}, 'select label from shelf', [])).toEqual([{ label: null }])
  })

  it('refuses a database newer than the code, and one whose migrations were edited', async () => {
    await clean.database.close()
    const before = await project.copy()
    await project.addMigration('2_newer', 'create table half (id int)')
    await (await open()).close()
    expect(await faultOf(open({ ...clean.config, projectRoot: before.root }))).toContain('newer Kinplan (it has 2_newer)')
    await before.addMigration('2_newer', 'create table other (id int)')
    expect(await faultOf(open({ ...clean.config, projectRoot: before.root }))).toContain('2_newer was changed after it ran')
    await before.remove()
    expect(await shelves(await open())).toEqual([{ kept: 1, half: 'half' }])
  })
})

describe('starting on a data folder', () => {
  beforeEach(() => begin('embedded'))

  const lockPath = () => join(clean.config.dataFolder, 'lock')

  async function otherProcess(): Promise<ChildProcess> {
    const child = spawn(process.execPath, ['-e', 'setInterval(() => undefined, 1000)'])
    await once(child, 'spawn')
    return child
  }

  it('keeps other people out of its folder, refuses one in use, and opens it when it is free', async () => {
    const { mode } = await stat(clean.config.dataFolder)
    expect(mode & 0o777).toBe(0o700)
    expect(await faultOf(open())).toContain('is in use by this process already')
    expect(await shelves(clean.database)).toEqual([{ kept: 1, half: null }])
    await clean.database.close()
    expect(existsSync(lockPath())).toBe(false)
    expect(await shelves(await open())).toEqual([{ kept: 1, half: null }])
  })

  it('refuses a lock while its process lives, and takes it over afterwards', async () => {
    await clean.database.close()
    const holder = await otherProcess()
    await writeFile(lockPath(), JSON.stringify({ pid: holder.pid, started: '' }))
    expect(await faultOf(open())).toContain(`is in use by process ${holder.pid}: stop that Kinplan first`)
    holder.kill()
    await once(holder, 'exit')
    expect(await shelves(await open())).toEqual([{ kept: 1, half: null }])
  })

  it.runIf(process.platform === 'linux')('takes over a lock whose number now belongs to another process', async () => {
    await clean.database.close()
    await writeFile(lockPath(), JSON.stringify({ pid: process.pid, started: '1' }))
    await open()
    expect(await readFile(lockPath(), 'utf8')).not.toContain('"started":"1"')
  })

  it('copies a used database before it changes it, and keeps the newest three copies', async () => {
    await clean.database.close()
    const backups = join(clean.config.dataFolder, 'backups')
    expect(existsSync(backups)).toBe(false)
    for (const day of [1, 2, 3]) await mkdir(join(backups, `2026-01-0${day}`), { recursive: true })
    await project.addMigration('2_more', 'insert into shelf values (2)')
    const changed = await openDatabase(clean.config, { now: () => new Date('2026-01-04T09:00:00Z') })
    expect(await shelves(changed)).toEqual([{ kept: 2, half: null }])
    await changed.close()
    const copy = '2026-01-04T09-00-00-000Z'
    expect((await readdir(backups)).toSorted()).toEqual(['2026-01-02', '2026-01-03', copy])

    await rm(databaseFolder(clean.config.dataFolder), { recursive: true })
    await rename(join(backups, copy), databaseFolder(clean.config.dataFolder))
    await project.removeMigration('2_more')
    expect(await shelves(await open())).toEqual([{ kept: 1, half: null }])
  })

  it('says what to do when the database does not open', async () => {
    await clean.database.close()
    await writeFile(join(databaseFolder(clean.config.dataFolder), 'PG_VERSION'), '9\n')
    expect(await faultOf(open())).toContain('does not open')
    expect(existsSync(lockPath())).toBe(false)
  })
})

describe.runIf(enginesToTest().includes('postgres'))('several processes on PostgreSQL', () => {
  beforeEach(() => begin('postgres'))

  it('migrate once when they start together, and hear each other', async () => {
    const { config, remove } = await cleanConfig('postgres', { projectRoot: project.root })
    const both = await Promise.all([openDatabase(config, systemClock), openDatabase(config, systemClock)])
    const heard = Promise.withResolvers<string>()
    both[0].listen(heard.resolve)
    await both[1].publish('from the other one')
    expect(await heard.promise).toBe('from the other one')
    await Promise.all(both.map((database) => database.close()))
    await remove()
  })

  it('listens again after its connection was cut', async () => {
    const heard = Promise.withResolvers<string>()
    clean.database.listen(heard.resolve)
    const cut = await clean.database.appendConnection(
      {},
      `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and query = 'listen kinplan'`,
      [],
    )
    expect(cut).toHaveLength(1)
    const again = setInterval(() => void clean.database.publish('again'), 50)
    expect(await heard.promise).toBe('again')
    clearInterval(again)
  })
})

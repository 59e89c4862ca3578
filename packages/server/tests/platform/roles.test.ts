import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import pg from 'pg'
import { cleanConfig, enginesToTest } from '@kinplan/testkit/clean-database'
import { systemClock } from '../../src/platform/clock'
import type { Config, PostgresAddress } from '../../src/platform/config'
import { openDatabase } from '../../src/platform/database'
import { StartFault } from '../../src/platform/start-fault'
import { probeProject, type ProbeProject } from './probe-project'

describe.runIf(enginesToTest().includes('postgres'))('a role that could read around row security', () => {
  let project: ProbeProject
  let config: Config
  let remove: () => Promise<void>
  let app: string
  let owner: string
  let urls: PostgresAddress

  beforeEach(async () => {
    project = await probeProject()
    const made = await cleanConfig('postgres', { projectRoot: project.root })
    if (!made.config.postgres) throw new Error('No PostgreSQL was made')
    ;({ config, remove } = made)
    urls = made.config.postgres
    app = new URL(urls.appUrl).username
    owner = new URL(urls.ownerUrl).username
  })
  afterEach(async () => {
    await remove()
    await project.remove()
  })

  async function asAdministrator(sql: string): Promise<void> {
    const url = new URL(process.env['TEST_DATABASE_URL'] ?? '')
    url.pathname = new URL(urls.appUrl).pathname
    const client = new pg.Client(url.href)
    await client.connect()
    await client.query(sql).finally(() => client.end())
  }

  async function faultOf(changed: Partial<PostgresAddress> = {}): Promise<string> {
    const opening = openDatabase({ ...config, postgres: { ...urls, ...changed } }, systemClock)
    const error: unknown = await opening.then(
      (database) => database.close(),
      (fault: unknown) => fault,
    )
    if (error !== undefined) expect(error).toBeInstanceOf(StartFault)
    return error instanceof Error ? error.message : 'started'
  }

  it('starts with a plain role, again and again', async () => {
    expect(await faultOf()).toBe('started')
    expect(await faultOf()).toBe('started')
  })

  it.each([
    ['is a superuser', () => `alter role ${app} superuser`],
    ['has BYPASSRLS', () => `alter role ${app} bypassrls`],
    ['has CREATEROLE', () => `alter role ${app} createrole`],
    ['owns tables', () => `create table mine (id int); alter table mine owner to ${app}`],
    ['is the owner of the tables', () => `grant ${owner} to ${app}`],
    ['may read the server', () => `grant pg_read_server_files to ${app}`],
    ['has BYPASSRLS', () => `create role ${app}_strong bypassrls; grant ${app}_strong to ${app}`],
  ])('refuses one that %s', async (why, change) => {
    await asAdministrator(change())
    expect(await faultOf()).toContain(why)
    await asAdministrator(`drop table if exists mine; drop role if exists ${app}_strong`)
  })

  it('refuses one that belongs to the gate', async () => {
    expect(await faultOf()).toBe('started')
    await asAdministrator(`grant ${app.replace(/_app$/, '_gate')} to ${app}`)
    expect(await faultOf()).toContain('belongs to the gate')
  })

  it('refuses one that may act as a job', async () => {
    expect(await faultOf()).toBe('started')
    await asAdministrator(`grant ${app.replace(/_app$/, '_jobs')} to ${app}`)
    expect(await faultOf()).toContain('may act as a job')
  })

  it('refuses the owner as the app', async () => {
    expect(await faultOf({ appUrl: urls.ownerUrl })).toContain('could read around row security')
  })

  it('refuses an owner who may not make roles', async () => {
    await asAdministrator(`alter role ${owner} nocreaterole`)
    expect(await faultOf()).toContain('needs CREATEROLE')
  })

  it('says which address does not answer, and never the password in it', async () => {
    const wrong = 'postgresql://nobody:secret@127.0.0.1:1/none'
    const message = await faultOf({ ownerUrl: wrong })
    expect(message).toContain('DATABASE_OWNER_URL')
    expect(message).not.toContain('secret')
    expect(await faultOf({ appUrl: wrong })).toContain('DATABASE_URL')
  })
})

import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import { cp, mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { Browser } from '@kinplan/testkit/browser'
import { buildFresh } from '@kinplan/testkit/build-fresh'
import { cleanConfig, cleanDatabase, enginesToTest } from '@kinplan/testkit/clean-database'
import { freePort } from '@kinplan/testkit/running-server'
import { afterAll, afterEach, beforeAll, describe, expect, it } from 'vitest'
import { findProjectRoot } from '../src/platform/project-root'

const root = findProjectRoot()
const testKey = Buffer.alloc(32, 'test key').toString('base64')
const children: ChildProcess[] = []
const folders: string[] = []

interface Started {
  child: ChildProcess
  said(): string
  address: string
  /** Resolves with the exit code. */
  ended: Promise<number | null>
}

/** The built server in a process of its own; of the environment only what is given. */
function startBuilt(env: Record<string, string>, port = ''): Started {
  const child = spawn(process.execPath, ['packages/server/dist/main.js'], {
    cwd: root,
    env: { PATH: process.env['PATH'], ...(port ? { PORT: port } : {}), ...env },
  })
  children.push(child)
  let said = ''
  child.stdout.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  child.stderr.setEncoding('utf8').on('data', (piece: string) => {
    said += piece
  })
  return {
    child,
    said: () => said,
    address: `http://127.0.0.1:${port}`,
    ended: once(child, 'close').then(([code]) => code as number | null),
  }
}

async function untilItAnswers(started: Started): Promise<Started> {
  const gone = started.ended.then((code) => {
    throw new Error(`It ended with ${code}: ${started.said()}`)
  })
  const answers = (async () => {
    while (!started.said().includes('Kinplan answers at')) await pause(50)
    return started
  })()
  return Promise.race([answers, gone])
}

/** One sentence for the person who starts it, and an exit code that is not 0. */
async function refusal(env: Record<string, string>, port?: string): Promise<string> {
  const started = startBuilt(env, port ?? String(await freePort()))
  expect(await started.ended).toBe(1)
  const lines = started.said().trim().split('\n')
  expect(lines).toHaveLength(1)
  expect(lines[0]).not.toMatch(/^\{|at .*:\d+:\d+/)
  return lines[0] ?? ''
}

async function newFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'kinplan-start-'))
  folders.push(folder)
  return folder
}

beforeAll(() => buildFresh('testkit', 'server'), 180_000)
afterEach(async () => {
  for (const child of children.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) {
      child.kill('SIGKILL')
      await once(child, 'close')
    }
  }
})
afterAll(() => Promise.all(folders.map((folder) => rm(folder, { recursive: true, force: true }))))

describe('starting what was built, on the embedded database', () => {
  let folder = ''
  const again = async (signal: NodeJS.Signals = 'SIGTERM') => {
    const started = await untilItAnswers(startBuilt({ KINPLAN_DATA: folder }, String(await freePort())))
    const stop = async () => {
      started.child.kill(signal)
      return started.ended
    }
    const storyIsThere = async () => {
      const { text } = await new Browser(started.address).get('/')
      return ['Leanne Walsh', 'Carys Hughes', 'Ama Osei'].every((name) => text.includes(name))
    }
    return { ...started, stop, storyIsThere }
  }
  beforeAll(async () => {
    folder = join(await newFolder(), 'data')
  })

  it('loads the story whole, also after it was killed meanwhile, says where it is and who one can be, and ends well', async () => {
    const killed = startBuilt({ KINPLAN_DATA: folder }, String(await freePort()))
    await expect.poll(killed.said, { timeout: 60_000 }).toContain('Loading the demo story')
    await pause(1000)
    killed.child.kill('SIGKILL')
    await killed.ended
    const { address, child, ended, said, storyIsThere } = await again()
    for (const part of ['Loading the demo story', address.replace('127.0.0.1', 'localhost'), 'choose who to be', folder, 'for trial'])
      expect(said()).toContain(part)
    expect(await storyIsThere()).toBe(true)
    const slow = request(`${address}/leave`, {
      method: 'POST',
      headers: { 'content-type': 'application/x-www-form-urlencoded', 'content-length': '3' },
    })
    const answered = once(slow, 'response')
    slow.write('a')
    await pause(300)
    child.kill('SIGTERM')
    await pause(300)
    await expect(fetch(`${address}/health`)).rejects.toThrow('fetch failed')
    slow.end('=b')
    const [response] = await answered
    expect((response as { statusCode: number }).statusCode).toBe(303)
    expect(await ended).toBe(0)
  }, 120_000)

  it('begins again with no database but the one that was left half filled', async () => {
    await writeFile(join(folder, 'filling'), 'database.example:5432/kinplan')
    const { said, storyIsThere, stop } = await again()
    expect(said()).not.toContain('Loading')
    expect(await storyIsThere()).toBe(true)
    expect(await stop()).toBe(0)
  })

  it('starts again in ten seconds with everything there, and ends well on Ctrl-C pressed twice', async () => {
    const before = Date.now()
    const { said, storyIsThere, child, ended } = await again()
    expect(Date.now() - before).toBeLessThan(10_000)
    expect(said()).not.toContain('Loading')
    expect(await storyIsThere()).toBe(true)
    child.kill('SIGINT')
    child.kill('SIGINT')
    expect(await ended).toBe(0)
  })

  it('refuses a data folder that another process holds, and leaves that one running', async () => {
    const holder = await again()
    expect(await refusal({ KINPLAN_DATA: folder })).toBe(
      `The data folder ${folder} is in use by process ${holder.child.pid}: stop that Kinplan first, or set KINPLAN_DATA to another folder.`,
    )
    expect(await holder.storyIsThere()).toBe(true)
    expect(await holder.stop()).toBe(0)
  })

  it('refuses another key than the one the database began with, and loses nothing', async () => {
    expect(await refusal({ KINPLAN_DATA: folder, KINPLAN_KEY: Buffer.alloc(32, 'another').toString('base64') })).toBe(
      'This key is not the one this database began with: set KINPLAN_KEY, or put back the key file, that belongs to it.',
    )
    const after = await again()
    expect(await after.storyIsThere()).toBe(true)
    expect(await after.stop()).toBe(0)
  })

  it('refuses a port that is in use, and loses nothing', async () => {
    const port = await freePort()
    const squatter = createServer().listen(port, '127.0.0.1')
    await once(squatter, 'listening')
    expect(await refusal({ KINPLAN_DATA: folder }, String(port))).toBe(
      `Port ${port} is in use: stop what uses it, or start with PORT set to another number.`,
    )
    squatter.close()
    const after = await again()
    expect(await after.storyIsThere()).toBe(true)
    expect(await after.stop()).toBe(0)
  })

  it('says at once, before any work, that the port of a first start is in use', async () => {
    const port = await freePort()
    const squatter = createServer().listen(port, '127.0.0.1')
    await once(squatter, 'listening')
    expect(await refusal({ KINPLAN_DATA: join(await newFolder(), 'data') }, String(port))).toContain(`Port ${port} is in use`)
    squatter.close()
  })

  it('refuses a setting that is broken or missing, in one sentence', async () => {
    const somewhere = await newFolder()
    const broken: [Record<string, string>, RegExp][] = [
      [{ PORT: 'four' }, /^PORT must be a whole number/],
      [{ KINPLAN_DEMO: 'maybe' }, /^KINPLAN_DEMO must be "yes" or "no"/],
      [{ KINPLAN_ADDRESS: 'kinplan' }, /^KINPLAN_ADDRESS must be/],
      [{ KINPLAN_KEY: 'short' }, /^KINPLAN_KEY must be 32 bytes/],
      [{ LOG_LEVEL: 'loud' }, /^LOG_LEVEL must be one of/],
      [{ DATABASE_URL: 'postgresql://app@127.0.0.1:5432/kinplan' }, /^DATABASE_OWNER_URL is missing/],
      [{ DATABASE_OWNER_URL: 'postgresql://app@127.0.0.1:5432/kinplan' }, /^DATABASE_URL is missing/],
      [
        { DATABASE_URL: 'postgresql://a@127.0.0.1:5432/k', DATABASE_OWNER_URL: 'postgresql://b@127.0.0.1:5432/k' },
        /^KINPLAN_KEY is needed with DATABASE_URL/,
      ],
      [{ HOST: '203.0.113.1' }, /^HOST .*203\.0\.113\.1/],
    ]
    for (const [env, sentence] of broken) expect(await refusal({ KINPLAN_DATA: somewhere, KINPLAN_DEMO: 'no', ...env })).toMatch(sentence)
    const file = join(somewhere, 'file')
    await writeFile(file, '')
    expect(await refusal({ KINPLAN_DATA: file, KINPLAN_DEMO: 'no' })).toMatch(/^The data folder .* cannot be used/)
  })

  it('refuses a database that a newer Kinplan has used, and loses nothing', async () => {
    const newer = await newFolder()
    await cp(join(root, 'prisma'), join(newer, 'prisma'), { recursive: true })
    const migration = join(newer, 'prisma', 'migrations', '29990101000000_newer')
    await mkdir(migration)
    await writeFile(join(migration, 'migration.sql'), 'create table newer (id int);')
    const clean = await cleanDatabase('embedded', { projectRoot: newer })
    await clean.database.close()
    expect(await refusal({ KINPLAN_DATA: clean.config.dataFolder, KINPLAN_DEMO: 'no', KINPLAN_KEY: testKey })).toBe(
      'This database was last used by a newer Kinplan (it has 29990101000000_newer): start that version, or use another ' +
        'database or data folder.',
    )
    await clean.drop()
  })
})

describe.runIf(enginesToTest().includes('postgres'))('starting what was built, on PostgreSQL', () => {
  it('refuses a database in which the story was left half told', async () => {
    const { config, remove } = await cleanConfig('postgres')
    const { appUrl = '', ownerUrl = '' } = config.postgres ?? {}
    const env = { KINPLAN_DATA: config.dataFolder, KINPLAN_KEY: testKey, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }
    try {
      const killed = startBuilt({ ...env, KINPLAN_DEMO: 'yes' }, String(await freePort()))
      await expect.poll(killed.said, { timeout: 60_000 }).toContain('Loading the demo story')
      await pause(1000)
      killed.child.kill('SIGKILL')
      await killed.ended
      expect(await refusal(env)).toBe('The demo story was not loaded to its end in this database: set DATABASE_URL to an empty one.')
    } finally {
      await remove()
    }
  }, 120_000)

  it('says that nobody can sign in yet without the story, and refuses a role that could pass row security', async () => {
    const { config, remove } = await cleanConfig('postgres')
    const { appUrl = '', ownerUrl = '' } = config.postgres ?? {}
    const env = { KINPLAN_DATA: config.dataFolder, KINPLAN_KEY: testKey }
    try {
      expect(await refusal({ ...env, DATABASE_URL: ownerUrl, DATABASE_OWNER_URL: ownerUrl })).toMatch(
        /^The role of DATABASE_URL could read around row security .*: use a plain role/,
      )
      expect(await refusal({ ...env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: appUrl })).toMatch(
        /^The role of DATABASE_OWNER_URL needs CREATEROLE|^The role of DATABASE_URL/,
      )
      expect(
        await refusal({
          ...env,
          DATABASE_URL: appUrl.replace(/:[^:@/]+@/, ':wrong@').replace('127.0.0.1:5432', '127.0.0.1:1'),
          DATABASE_OWNER_URL: ownerUrl,
        }),
      ).toMatch(/^No connection to the database of DATABASE_URL/)
      const started = await untilItAnswers(
        startBuilt({ ...env, DATABASE_URL: appUrl, DATABASE_OWNER_URL: ownerUrl }, String(await freePort())),
      )
      expect(started.said()).toContain('nobody can sign in')
      expect((await new Browser(started.address).get('/')).text).toContain('nobody can sign in here')
      started.child.kill('SIGINT')
      expect(await started.ended).toBe(0)
    } finally {
      await remove()
    }
  }, 120_000)
})

import { execFile, fork, spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as pause } from 'node:timers/promises'
import { promisify } from 'node:util'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import type { Config } from '@kinplan/server/platform/config'
import type { Serving } from './edge-server'

const root = findProjectRoot()
const runner = join(root, 'scripts', 'run.mjs')
const entryOf = (name: string) => `packages/testkit/checks/${name}.ts`
/** How often memory is looked at, in milliseconds. */
const lookEveryMs = 1_000

interface ServerProcess {
  address: string
  /** Lines of the log that are faults. */
  faults: string[]
  pid: number
  /** Bytes: the most that it was seen to have. */
  mostRss(): number
  /** True once it has ended by itself. */
  hasCrashed(): boolean
  /** As a power cut does: nothing is ended in good order. */
  kill(): Promise<void>
  stop(): Promise<void>
}

/** Starts a server of this configuration, and resolves once it is ready: as it was built, or from its sources with a clock and holes. */
export async function serverProcess(config: Config, serving: Serving | 'built'): Promise<ServerProcess> {
  const args =
    serving === 'built' ? [join(root, 'packages/server/dist/main.js')] : [runner, entryOf('edge-server'), JSON.stringify(serving)]
  const env = { ...process.env, ...environmentOf(config) }
  const child = spawn(process.execPath, args, { cwd: root, env, stdio: ['ignore', 'pipe', 'pipe'] })
  const faults: string[] = []
  for (const stream of [child.stdout, child.stderr])
    createInterface({ input: stream }).on('line', (line) => void (/"fault"|Internal error/.test(line) && faults.push(line)))
  let [rss, ended, stopping] = [0, false, false]
  const exit = once(child, 'exit').then(() => (ended = true))
  const looking = setInterval(() => {
    void rssOf(child.pid ?? 0).then((bytes) => (rss = Math.max(rss, bytes)))
  }, lookEveryMs)
  async function end(signal: NodeJS.Signals): Promise<void> {
    clearInterval(looking)
    stopping ||= !ended
    child.kill(signal)
    await exit
  }
  const address = `http://127.0.0.1:${config.port}`
  while (!ended && !(await isReady(address))) await pause(100)
  if (ended) throw new Error('The server ended before it was ready')
  return {
    address,
    faults,
    pid: child.pid ?? 0,
    mostRss: () => rss,
    hasCrashed: () => ended && !stopping,
    stop: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
  }
}

const isReady = (address: string) =>
  fetch(`${address}/ready`).then(
    ({ ok }) => ok,
    () => false,
  )

async function rssOf(pid: number): Promise<number> {
  const { stdout } = await promisify(execFile)('ps', ['-o', 'rss=', '-p', String(pid)]).catch(() => ({ stdout: '0' }))
  return Number(stdout) * 1024
}

function environmentOf({ host, port, address, dataFolder, outbox, postgres, key }: Config): Record<string, string> {
  return {
    HOST: host,
    PORT: String(port),
    KINPLAN_ADDRESS: address,
    KINPLAN_DATA: dataFolder,
    KINPLAN_OUTBOX: outbox,
    KINPLAN_DEMO: 'yes',
    LOG_LEVEL: 'warn',
    ...(key === undefined ? {} : { KINPLAN_KEY: Buffer.from(key).toString('base64') }),
    ...(postgres === undefined ? {} : { DATABASE_URL: postgres.appUrl, DATABASE_OWNER_URL: postgres.ownerUrl }),
  }
}

/** Runs an entry in a process of its own until it has answered with one message. */
export async function answerOf<T>(entry: string, told: unknown): Promise<T> {
  const child = fork(runner, [entryOf(entry), JSON.stringify(told)], {
    cwd: root,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const answer = once(child, 'message').then(([said]) => said as T)
  const early = once(child, 'exit').then(() => Promise.reject(new Error(`${entry} ended without an answer`)))
  early.catch(() => undefined)
  return Promise.race([answer, early])
}

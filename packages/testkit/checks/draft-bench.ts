import { fork } from 'node:child_process'
import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import type { Config } from '@kinplan/server/platform/config'
import { enginesToTest, filledConfig } from '../src/clean-database'
import { roomsThatWrite, type RoomThatWrites } from '../src/rooms-that-write'
import { freePort } from '../src/running-server'
import type { DraftClients, DraftDelivered } from './draft-clients'
import { serverProcess } from './edge-processes'

const root = findProjectRoot()
/** Processes of clients: as many as this computer has cores. */
const clientProcesses = 2
/** Ticks of a process's clock in a second, as Linux counts them. */
const ticksOfSecond = 100

const share = (values: number[], part: number): number => values[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const rounded = (value: number): number => Number(value.toPrecision(3))

/** Seconds that a process has computed; 0 where the system does not say. */
function cpuSeconds(pid: number): number {
  try {
    const fields = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? []
    return (Number(fields[11]) + Number(fields[12])) / ticksOfSecond
  } catch {
    return 0
  }
}

function startClients(told: DraftClients) {
  const entry = 'packages/testkit/checks/draft-clients.ts'
  const child = fork(join(root, 'scripts', 'run.mjs'), [entry, JSON.stringify(told)], {
    cwd: root,
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  })
  const early = once(child, 'exit').then(() => Promise.reject(new Error('The clients ended before they were done')))
  early.catch(() => undefined)
  const said = () => Promise.race([once(child, 'message').then(([message]) => message as unknown), early])
  return {
    listening: said(),
    async type(): Promise<DraftDelivered> {
      const answer = said()
      child.send('type')
      const delivered = (await answer) as DraftDelivered
      child.send('end')
      return delivered
    },
  }
}

async function measure(rooms: number, people: number, typing: number, seconds: number) {
  const now = new Date()
  const engine = enginesToTest().at(-1) ?? 'embedded'
  const { filled, remove, config: made } = await filledConfig(engine, roomsThatWrite({ rooms, people }, now))
  const port = await freePort()
  const config: Config = { ...made, host: '127.0.0.1', port, address: `http://127.0.0.1:${port}`, demo: true }
  const server = await serverProcess(config, 'built')
  try {
    const parts: RoomThatWrites[][] = Array.from({ length: Math.min(clientProcesses, rooms) }, () => [])
    filled.forEach((room, place) => parts[place % parts.length]?.push(room))
    const clients = parts.map((part) => startClients({ address: server.address, rooms: part, typing, seconds }))
    await Promise.all(clients.map(({ listening }) => listening))
    const [cpuBefore, from] = [cpuSeconds(server.pid), performance.now()]
    const delivered = await Promise.all(clients.map((one) => one.type()))
    const cpu = (cpuSeconds(server.pid) - cpuBefore) / ((performance.now() - from) / 1000)
    const ms = delivered.flatMap((one) => one.deliveredMs).toSorted((a, b) => a - b)
    const acknowledged = delivered.flatMap((one) => one.acknowledgedMs).toSorted((a, b) => a - b)
    const sum = (of: (one: DraftDelivered) => number) => delivered.reduce((all, one) => all + of(one), 0)
    const refused = delivered.flatMap((one) => one.refused)
    for (const line of [...refused.slice(0, 3), ...server.faults.slice(0, 3)]) process.stdout.write(`${line}\n`)
    return {
      deliveredP50Ms: rounded(share(ms, 0.5)),
      deliveredP95Ms: rounded(share(ms, 0.95)),
      deliveredP99Ms: rounded(share(ms, 0.99)),
      acknowledgedP95Ms: rounded(share(acknowledged, 0.95)),
      sent: sum((one) => one.sent),
      lost: sum((one) => one.lost) + refused.length,
      bytesPerKey: rounded(sum((one) => one.bytesSent) / sum((one) => one.keys)),
      bytesAnsweredPerKey: rounded(sum((one) => one.bytesAnswered) / sum((one) => one.keys)),
      serverRssMb: Math.round(server.mostRss() / 1024 / 1024),
      serverCpuPercent: Math.round(cpu * 100),
    }
  } finally {
    await server.stop()
    await remove()
  }
}

/** `npm run bench:draft`: how soon words that are stored are on the other phones, when many families write at once. */
export async function run(args: string[]): Promise<number> {
  const text = (value: string) => ({ type: 'string', default: value }) as const
  const { values } = parseArgs({
    args,
    options: { meetings: text('150'), people: text('6'), typing: text('2'), seconds: text('30') },
  })
  const figures = await measure(Number(values.meetings), Number(values.people), Number(values.typing), Number(values.seconds))
  process.stdout.write(`${JSON.stringify(figures)}\n`)
  return figures.lost === 0 ? 0 : 1
}

import { Worker } from 'node:worker_threads'
import { workers } from '../src/cast'
import { documentId, type Browser } from '../src/browser'
import { runningServerOn } from '../src/running-server'
import { storyMorning } from '../src/test-server'
import { tellingInto } from '../src/told-story'
import { tellWorst, type WorstMeeting, type WorstWorld } from './worst-world'

interface Ranked {
  refused: string | null
  stopped: boolean
  proposals: object[]
}
interface WorstFigures {
  /** The longest that a coordinator waited for one of the heavy searches, in ms. */
  worstMs: number
  /** What somebody else's page took meanwhile, in ms: 19 of 20 took less. */
  bystanderP95Ms: number
  /** What an ordinary question for 30 people took, times, asks and map, in ms: half took less. */
  ordinaryP50Ms: number
  bystanderAsks: number
  /** Searches that said that they stopped early. */
  stopped: number
}

/** Somebody else, in a thread of their own, who asks for their page again and again, and how long each took. */
const bystander = `
  const { parentPort, workerData: { address, cookie, body } } = require('node:worker_threads')
  let going = true
  const took = []
  parentPort.once('message', () => { going = false })
  ;(async () => {
    while (going) {
      const before = performance.now()
      const headers = { 'content-type': 'application/json', cookie, origin: address }
      const answer = await fetch(address + '/graphql', { method: 'POST', body, headers })
      const { data } = await answer.json()
      if (!data || !data.me) throw new Error('The bystander was shown nothing')
      took.push(performance.now() - before)
      await new Promise((resolve) => setTimeout(resolve, 5))
    }
    parentPort.postMessage(took)
  })()
`

const share = (values: number[], part: number): number =>
  values.toSorted((a, b) => a - b)[Math.min(values.length - 1, Math.floor(values.length * part))] ?? 0
const rounded = (ms: number): number => Number(ms.toPrecision(3))

async function timed<T>(work: () => Promise<T>): Promise<{ ms: number; found: T }> {
  const before = performance.now()
  const found = await work()
  return { ms: performance.now() - before, found }
}

const ranks = (browser: Browser, { meetingId, ask }: WorstMeeting): Promise<Ranked> => browser.shows('RankedTimes', { meetingId, ask })

/** What the bystander's page took while this went on, in ms. */
async function meanwhile(browser: Browser, work: () => Promise<void>): Promise<number[]> {
  const cookie = `kinplan=${browser.session ?? ''}`
  const body = JSON.stringify({ extensions: { documentId: documentId('Me') }, variables: {} })
  const thread = new Worker(bystander, { eval: true, workerData: { address: browser.address, cookie, body } })
  const ended = new Promise<number[]>((resolve, reject) => thread.once('message', resolve).once('error', reject))
  await work()
  thread.postMessage('enough')
  return ended
}

/** Measures on PostgreSQL, through HTTP: `rounds` of each heavy search, and `ordinary` ordinary questions, after as many to warm up. */
async function measureWorst({ rounds, ordinary }: { rounds: number; ordinary: number }): Promise<WorstFigures> {
  const server = await runningServerOn<WorstWorld>(
    {
      name: 'worst',
      fill: async (database, config) => tellWorst(await tellingInto(database, config, storyMorning)),
    },
    { engine: 'postgres' },
  )
  try {
    const world = server.filled
    const helen = await server.as(workers.helen.id)
    const priya = await server.as(workers.priya.id)
    const relative = await server.as(world.relative)
    const usual: number[] = []
    for (let at = 0; at < ordinary * 2; at++) {
      const { ms, found } = await timed(() => ranks(helen, world.ordinary))
      if (found.refused !== null || found.proposals.length === 0) throw new Error(`An ordinary question found nothing: ${found.refused}`)
      if (at >= ordinary) usual.push(ms)
    }
    const heavy: number[] = []
    let stopped = 0
    const took = await meanwhile(priya, async () => {
      for (let round = 0; round < rounds; round++) {
        for (const one of [world.sixty, world.manyPairs, world.calendars]) {
          const { ms, found } = await timed(() => ranks(helen, one))
          if (found.refused !== null || found.proposals.length === 0) throw new Error(`A heavy search found nothing: ${found.refused}`)
          heavy.push(ms)
          if (found.stopped) stopped += 1
        }
        const flood = { input: { version: 1, zone: 'Europe/London', rules: world.flood } }
        const { ms, found } = await timed(() => relative.graphql('SayWhen', flood))
        if (found.data !== null && JSON.stringify(found.data).includes('Done')) throw new Error('So many entries were kept')
        heavy.push(ms)
      }
    })
    return {
      worstMs: rounded(Math.max(...heavy)),
      bystanderP95Ms: rounded(share(took, 0.95)),
      ordinaryP50Ms: rounded(share(usual, 0.5)),
      bystanderAsks: took.length,
      stopped,
    }
  } finally {
    await server.close()
  }
}

/**
 * `--rounds <number>` (5 when left out) of each heavy search, `--ordinary <number>` (100) of ordinary questions. The last line is the
 * figures as JSON.
 */
export async function run(args: string[]): Promise<number> {
  const option = (name: string, otherwise: number) => (args.includes(name) ? Number(args[args.indexOf(name) + 1]) : otherwise)
  console.log(JSON.stringify(await measureWorst({ rounds: option('--rounds', 5), ordinary: option('--ordinary', 100) })))
  return 0
}

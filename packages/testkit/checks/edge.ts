import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { documentId } from '../src/browser'
import type { Attack, Attacked } from './edge-attack'
import { brokenVariables, mutatedDocuments } from './edge-documents'
import { hostileFrames, oversizedInput } from './edge-frames'
import { executeManifest } from './edge-manifest'
import { answerOf } from './edge-processes'
import { scene, visitUntil } from './edge-scene'
import { plants } from './edge-server'
import { crossSiteShapes } from './edge-shapes'
import { count, sendJson, sendTo, type Tally } from './edge-tally'

export interface Sizes {
  documents: number
  subscriptions: number
  sockets: number
  bodies: number
  /** How long the attack lasts. */
  seconds: number
  seed: number
}

/** Rows that the planted writer writes. */
const plantedRows = 25
/** How long a visitor looks before the attack, for what is ordinary on this machine, in milliseconds. */
const calmMs = 4_000
/**
 * A visitor waits at most this long for nineteen pages of twenty, in milliseconds, or twice as long as before the attack where the machine
 * is busy with other things; the server has at most this much memory, in MB.
 */
const [mostVisitorMs, mostRssMb] = [300, 500]
/** What strangers may hold open: slow bodies of one address, and the sockets of the one session. */
const mostOpen = 64 + 32
/** Rows that may be written while strangers attack, at whatever size: denials of the one session among them, at most 60 in ten seconds. */
const rowsAllowed = (seconds: number) => 60 * (1 + Math.ceil(seconds / 10)) + 10

/** What strangers try at a server that is whole. */
export async function tryTheEdge(sizes: Sizes, how: 'built' | 'fromSources') {
  const manifest = await executeManifest()
  const here = await scene(how)
  try {
    const target = { address: here.server.address, sessions: [here.sessions.helen, ...here.sessions.others] }
    const shapes = await crossSiteShapes(target)
    const tallies = [
      shapes,
      await mutatedDocuments(target, sizes.documents, sizes.seed),
      await brokenVariables(target),
      await hostileFrames(target),
      await oversizedInput(target),
    ]
    const attacked = await attackAndVisit(sizes, how)
    const crashes = Number(here.server.hasCrashed()) + attacked.crashes
    const sum = (of: (tally: Tally) => number) => tallies.reduce((all, tally) => all + of(tally), 0)
    const faults = [...here.server.faults, ...attacked.faults]
    return {
      figures: {
        manifest: manifest.manifest,
        executedOfManifest: manifest.executedOfManifest,
        shapes: shapes.tried,
        ownAccepted: shapes.ownAccepted,
        tried: sum(({ tried }) => tried),
        executed: sum(({ executed }) => executed),
        crashes,
        internalErrors: manifest.internalErrors + sum(({ internalErrors }) => internalErrors) + faults.length,
        ...attacked.figures,
      },
      complaints: [...manifest.complaints, ...tallies.flatMap(({ complaints }) => complaints), ...faults],
    }
  } finally {
    await here.close()
  }
}

/** The attack from the visitor's own address, on a server that nobody has met since it started. */
async function attackAndVisit(sizes: Sizes, how: 'built' | 'fromSources') {
  const here = await scene(how)
  try {
    const calm = await visitUntil(here, pause(calmMs))
    const attack: Attack = { ...sizes, address: here.server.address, session: here.sessions.owen, meetingId: here.story.osei.meetingId }
    const attacking = answerOf<Attacked>('edge-attack', attack)
    const visited = await visitUntil(here, attacking)
    const { subscriptions, sockets, bodies, stillOpen } = await attacking
    const crashes = Number(here.server.hasCrashed())
    const rowsWritten = await here.rowsWritten()
    return {
      crashes,
      faults: here.server.faults,
      figures: {
        visitorP95Ms: visited.p95Ms,
        calmP95Ms: calm.p95Ms,
        visitorPages: visited.pages,
        visitorRefused: visited.refused,
        rssMb: Math.round(here.server.mostRss() / 1e6),
        rowsWritten,
        subscriptions,
        sockets,
        bodies,
        stillOpen,
      },
    }
  } finally {
    await here.close()
  }
}

/** The control: the same counts of a server with holes. Each has to be more than nothing. */
export async function findPlanted(documents: number, seed: number) {
  const here = await scene('planted')
  try {
    const { address } = here.server
    const target = { address, sessions: [here.sessions.helen, ...here.sessions.others] }
    const mutated = await mutatedDocuments(target, documents, seed)
    const own = '{ me { today } }'
    count(mutated, own, await sendJson(address, here.sessions.helen, { extensions: { documentId: own } }))
    const { executed } = mutated
    const ask = (id: string) => sendJson(address, null, { extensions: { documentId: id } })
    const fault = await ask(plants.fault)
    const internalErrors = Number(fault.status >= 500) + here.server.faults.length
    const slow = (async () => {
      for (let turn = 0; turn < 8; turn++) await ask(plants.slow)
    })()
    const { p95Ms } = await visitUntil(here, slow)
    // Somebody who may writes once a request, as strangers must not.
    for (let row = 0; row < plantedRows; row++) {
      const input = { meetingId: here.story.carter.meetingId, kind: 'worry', text: `Planted ${row}` }
      await sendJson(address, here.sessions.helen, { extensions: { documentId: documentId('AddWhy') }, variables: { input } })
    }
    await sendTo(address, {
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ extensions: { documentId: plants.crash } }),
    })
    await pause(500)
    const crashes = Number(here.server.hasCrashed())
    return { executed, internalErrors, crashes, visitorP95Ms: p95Ms, rowsWritten: await here.rowsWritten() }
  } finally {
    await here.close()
  }
}

type Tried = Awaited<ReturnType<typeof tryTheEdge>>['figures']
type Planted = Awaited<ReturnType<typeof findPlanted>>

/** What of the figures is not as it has to be; nothing when all is well. `hasTime`: waits and memory count too. */
export function whatIsWrong(tried: Tried, planted: Planted, sizes: Sizes, hasTime: boolean): string[] {
  const rules: [boolean, string][] = [
    [tried.executedOfManifest === tried.manifest && tried.manifest > 0, 'a document of the manifest was not executed'],
    [tried.shapes === 48 && tried.ownAccepted === 6, 'a shape was not tried'],
    [tried.executed === 0 && planted.executed > 0, 'executed'],
    [tried.crashes === 0 && planted.crashes === 1, 'crashes'],
    [tried.internalErrors === 0 && planted.internalErrors > 0, 'internalErrors'],
    [tried.rowsWritten <= rowsAllowed(sizes.seconds) && planted.rowsWritten >= plantedRows, 'rowsWritten'],
    [tried.visitorRefused === 0 && tried.visitorPages > 0, 'a page of the visitor was refused'],
    [tried.subscriptions >= sizes.subscriptions && tried.sockets >= sizes.sockets && tried.bodies >= sizes.bodies, 'the attack was small'],
    [tried.stillOpen <= mostOpen, 'sockets or slow bodies stayed open'],
    [planted.visitorP95Ms > mostVisitorMs, 'the planted slowness was not found'],
    [!hasTime || (tried.visitorP95Ms <= Math.max(mostVisitorMs, 2 * tried.calmP95Ms) && tried.rssMb <= mostRssMb), 'visitorP95Ms or rssMb'],
  ]
  return rules.filter(([isWell]) => !isWell).map(([, what]) => what)
}

/** Tries the edge and the planted one; answers 1 when a figure is not as it has to be. The last line it prints is JSON. */
export async function run(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: {
      documents: { type: 'string', default: '2000' },
      subscriptions: { type: 'string', default: '20000' },
      sockets: { type: 'string', default: '2000' },
      bodies: { type: 'string', default: '500' },
      seconds: { type: 'string', default: '30' },
      seed: { type: 'string', default: '1' },
    },
  })
  const sizes = Object.fromEntries(Object.entries(values).map(([name, text]) => [name, Number(text)])) as unknown as Sizes
  const { figures, complaints } = await tryTheEdge(sizes, 'built')
  for (const complaint of complaints) process.stderr.write(`${complaint}\n`)
  const planted = await findPlanted(Math.min(sizes.documents, 200), sizes.seed)
  const wrong = whatIsWrong(figures, planted, sizes, true)
  for (const one of wrong) process.stderr.write(`not as it has to be: ${one}\n`)
  process.stdout.write(`${JSON.stringify({ ...figures, planted })}\n`)
  return wrong.length === 0 ? 0 : 1
}

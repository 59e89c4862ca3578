import { everythingOf } from '../everything-of'
import { sameBeginning } from '../same-beginning'
import type { TestServer } from '../test-server'
import { swapFamily } from './swap-family'
import { live, sayWhy, swapWorld, tellEverybody, viewerIn, type SwapWorld } from './swap-world'

interface SwapCounts {
  worlds: number
  requests: number
  frames: number
  different: number
  controlDiffered: number
}

const changed = 'subscription ($id: ID!) { changed(meetingId: $id) }'
const anyId = /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/g

/** What one viewer saw and heard in one life of a meeting: at each step everything they can ask for, and how many frames came. */
interface Seen {
  steps: string[]
  requests: number
  frames: number
  /** What everybody may know was seen, and heard. */
  toldOf: boolean
}

/**
 * Lives each world twice, with and without what its viewer may not know, and compares everything that the viewer can ask for, and at which
 * step each frame came; then, as the control, changes what they may know. `tell` hears of what differs.
 */
export async function compareSwap(server: TestServer, count: number, seed: number, tell: (line: string) => void): Promise<SwapCounts> {
  const beginning = sameBeginning(async (on) => {
    const family = await swapFamily(on)
    await sayWhy(family)
    return family
  })
  // Of two changes at once a listener may hear as of one: here each is heard before the next, so that frames can be counted.
  for (const name of ['tell', 'tellEverybody', 'tellRooms'] as const) {
    const tellNow = server.parts[name]
    server.parts[name] = async (ids) => {
      await tellNow(ids)
      await server.heard()
    }
  }
  const counts: SwapCounts = { worlds: count, requests: 0, frames: 0, different: 0, controlDiffered: 0 }
  const livesIn = async (world: SwapWorld, withSecret: boolean) => {
    const family = await beginning(server)
    family.teller.at(server.clock.now())
    return lifeSeen(server, family, world, withSecret)
  }
  for (let at = 0; at < count; at++) {
    const world = swapWorld(seed + at)
    const [without, withIt] = [await livesIn(world, false), await livesIn(world, true)]
    for (const { requests, frames } of [without, withIt]) {
      counts.requests += requests
      counts.frames += frames
    }
    const differs = without.steps.findIndex((step, place) => step !== withIt.steps[place])
    if (differs !== -1) {
      counts.different++
      const { viewer, keptOut, secret, before } = world
      const where = firstDifference(without.steps[differs], withIt.steps[differs])
      tell(`seed ${world.seed}: ${viewer} (kept out: ${keptOut}) sees ${secret.name} before ${before}: ${where}`)
    }
    if (without.toldOf && withIt.toldOf) counts.controlDiffered++
  }
  return counts
}

/** Some words around the first place where two texts part. */
function firstDifference(one = '', other = ''): string {
  let at = 0
  while (one[at] === other[at]) at++
  return [one, other].map((text) => text.slice(Math.max(0, at - 120), at + 80)).join('\n  or ')
}

async function lifeSeen(
  server: TestServer,
  family: Awaited<ReturnType<typeof swapFamily>>,
  world: SwapWorld,
  withSecret: boolean,
): Promise<Seen> {
  const visitor = await server.as(viewerIn(family, world.viewer))
  const socket = visitor.listen(changed, { id: family.meetingId })
  let frames = 0
  void (async () => {
    for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) frames++
  })()
  await server.heard()
  const seen: Seen = { steps: [], requests: 0, frames: 0, toldOf: false }
  // Rows made in one life have other ids than in the next: the same row is the same number.
  const numbers = new Map<string, number>()
  const numbered = (id: string) => {
    if (!numbers.has(id)) numbers.set(id, numbers.size)
    return `#${numbers.get(id)}`
  }
  const look = async (step: string) => {
    const everything = await everythingOf(server.parts.schema, visitor, [family.meetingId, family.familyId])
    seen.requests += Object.keys(everything).length
    seen.steps.push(`${step}, ${frames} frames: ${JSON.stringify(everything)}`.replaceAll(anyId, numbered))
  }
  try {
    await live(family, world, withSecret, look)
    const [before, heard] = [seen.steps.at(-1), frames]
    await tellEverybody(family)
    await look('told')
    seen.toldOf = seen.steps.pop()?.split(': ').slice(1).join() !== before?.split(': ').slice(1).join() && frames > heard
    seen.frames = frames
    return seen
  } finally {
    socket.close()
  }
}

import { createHash } from 'node:crypto'
import { freeGrid, type Zones } from '@kinplan/domain/time-search/free-grid'
import { windowOf } from '@kinplan/domain/time-search/slot-grid'
import { dayOfDate } from '@kinplan/domain/clock/wall-time'
import { todayIn } from '@kinplan/domain/clock/parse-time'
import { zoneOffsets } from '@kinplan/domain/clock/zone-offsets'
import { bigWorld } from '../src/times/big-worlds'
import { canonical, changesOfWorlds, ourEngine } from '../src/times/compare-times'
import { slowRankedTimes } from '../src/times/slow-reference'
import type { World } from '../src/times/world'

const dayMs = 24 * 60 * 60_000

/**
 * How many worlds of a size are run to warm up, and how many times each; how many others are then measured, each once; and how many of
 * those measured the reference answers too: it takes seconds for each.
 */
interface Size {
  people: number
  warmUps: number
  rounds: number
  samples: number
  checked: number
}

/** Node has made its fastest code of the engine only after some thousand searches. */
const family: Size = { people: 30, warmUps: 200, rounds: 15, samples: 200, checked: 4 }
const crowd: Size = { people: 500, warmUps: 10, rounds: 6, samples: 30, checked: 1 }
const expanding: Size = { people: 30, warmUps: 50, rounds: 1, samples: 50, checked: 0 }

/** A sum over the answers to the worlds that both answered, of each side. */
interface Checksums {
  engine: ReturnType<typeof createHash>
  reference: ReturnType<typeof createHash>
}

const changes = changesOfWorlds()
const firstSeed = 1_000_000
/** A prime, so that the samples lie on clock changes of all zones and years. */
const stride = 53

/** Made before the clock runs, so that what it takes to make them up is not measured, nor swept up after. */
const worldsOf = (first: number, count: number, people: number): World[] =>
  Array.from({ length: count }, (_, i) => bigWorld(firstSeed + first + i, people, changes[((first + i) * stride) % changes.length]!))

/**
 * How long samples took in ms: each by the clock on the wall, in order, and on average as work of the thread that searches, which waiting
 * for another program is not.
 */
interface Took {
  wall: number[]
  meanWork: number
}

/** From rules to ranked proposals, a world nobody has seen before for each sample. */
function measure({ people, warmUps, rounds, samples, checked }: Size, sums: Checksums): Took {
  const warming = worldsOf(samples, warmUps, people)
  for (let round = 0; round < rounds; round++) for (const world of warming) ourEngine(world)
  const wall: number[] = []
  let work = 0
  for (const [i, world] of worldsOf(0, samples, people).entries()) {
    const worked = process.threadCpuUsage()
    const before = performance.now()
    const proposals = ourEngine(world)
    wall.push(performance.now() - before)
    const { user, system } = process.threadCpuUsage(worked)
    work += (user + system) / 1000
    if (i < checked) sums.engine.update(canonical(proposals))
  }
  for (const { ask, people: asked, pairs, busy } of worldsOf(0, checked, people)) {
    sums.reference.update(canonical(slowRankedTimes(ask, asked, pairs, busy)))
  }
  return { wall: wall.sort((a, b) => a - b), meanWork: work / samples }
}

/** Of one person's rules onto the grid of eight weeks, in ms: the middle of the worlds measured. */
function measureExpanding({ people, warmUps, samples }: Size): number {
  const took: number[] = []
  for (const [i, world] of worldsOf(0, warmUps + samples, people).entries()) {
    const before = performance.now()
    expandAll(world)
    if (i >= warmUps) took.push((performance.now() - before) / people)
  }
  return share(
    took.sort((a, b) => a - b),
    0.5,
  )
}

function expandAll({ ask, people, busy }: World): void {
  const fromMs = (dayOfDate(ask.fromDate) - 1) * dayMs
  const untilMs = (dayOfDate(ask.untilDate) + 2) * dayMs
  const known = new Map<string, ReturnType<typeof zoneOffsets>>()
  const zones: Zones = {
    offsets: (zone) => {
      const offsets = known.get(zone) ?? zoneOffsets(zone, fromMs - 5 * dayMs, untilMs + 5 * dayMs)
      known.set(zone, offsets)
      return offsets
    },
    today: (zone) => dayOfDate(todayIn(zone, new Date(ask.nowMs))),
  }
  const window = windowOf(fromMs, untilMs)
  for (const { id, rules } of people) freeGrid(rules, busy.get(id) ?? [], zones, window)
}

const share = (sorted: readonly number[], part: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]!
const rounded = (ms: number): number => Number(ms.toPrecision(3))

/**
 * node scripts/run.mjs packages/testkit/checks/times-bench.ts
 * How long ranking takes, warm: each search by itself, start to end on one core, from the people's rules, as objects in memory, to the
 * list. Worlds are those of `bigWorld`. `p50Ms` and `p95Ms` are by the clock on the wall, so they are true on a machine with nothing else
 * to do; `meanWorkMs` is the thread's own time at work. The last line is the figures as JSON; answers 1 when the reference answers the same
 * worlds in another way.
 */
export async function run(): Promise<number> {
  const sums: Checksums = { engine: createHash('sha256'), reference: createHash('sha256') }
  const few = measure(family, sums)
  const expandMsPerPerson = measureExpanding(expanding)
  const many = measure(crowd, sums)
  const [checksum, expected] = [sums.engine.digest('hex'), sums.reference.digest('hex')]
  if (checksum !== expected) process.stderr.write(`The reference answers otherwise: ${expected}\n`)
  console.log(
    JSON.stringify({
      people: family.people,
      p50Ms: rounded(share(few.wall, 0.5)),
      p95Ms: rounded(share(few.wall, 0.95)),
      meanWorkMs: rounded(few.meanWork),
      people500P50Ms: rounded(share(many.wall, 0.5)),
      people500P95Ms: rounded(share(many.wall, 0.95)),
      people500MeanWorkMs: rounded(many.meanWork),
      expandMsPerPerson: rounded(expandMsPerPerson),
      checksum,
    }),
  )
  return checksum === expected ? 0 : 1
}

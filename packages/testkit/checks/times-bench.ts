import { createHash } from 'node:crypto'
import { freeGrid, type Zones } from '@kinplan/domain/availability/free-grid'
import { windowOf } from '@kinplan/domain/availability/slot-grid'
import { dayOfDate } from '@kinplan/domain/availability/wall-time'
import { todayIn } from '@kinplan/domain/availability/time-given'
import { zoneOffsets } from '@kinplan/domain/availability/zone-offsets'
import { bigWorld } from '../src/times/big-worlds'
import { canonical, changesOfWorlds, ourEngine } from '../src/times/compare-times'
import { slowRankedTimes } from '../src/times/slow-reference'
import type { World } from '../src/times/worlds'

const dayMs = 24 * 60 * 60_000

/** How many worlds of a size are run to warm up, then measured, and how many of those measured the reference answers too: it takes seconds for each. */
interface Size {
  people: number
  warmUps: number
  samples: number
  checked: number
}

const family: Size = { people: 30, warmUps: 150, samples: 200, checked: 4 }
const crowd: Size = { people: 500, warmUps: 10, samples: 30, checked: 1 }
const expanding: Size = { people: 30, warmUps: 50, samples: 50, checked: 0 }

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

/** From rules to ranked proposals, in ms, a world nobody has seen before for each sample. */
function measure({ people, warmUps, samples, checked }: Size, sums: Checksums): number[] {
  for (const world of worldsOf(samples, warmUps, people)) ourEngine(world)
  const took: number[] = []
  for (const [i, world] of worldsOf(0, samples, people).entries()) {
    const before = performance.now()
    const proposals = ourEngine(world)
    took.push(performance.now() - before)
    if (i < checked) sums.engine.update(canonical(proposals))
  }
  for (const { ask, people: asked, pairs, busy } of worldsOf(0, checked, people)) {
    sums.reference.update(canonical(slowRankedTimes(ask, asked, pairs, busy)))
  }
  return took.sort((a, b) => a - b)
}

/** Of one person's rules onto the grid of eight weeks, in ms: the middle of the worlds measured. */
function measureExpanding({ people, warmUps, samples }: Size): number {
  const took: number[] = []
  for (const [i, world] of worldsOf(0, warmUps + samples, people).entries()) {
    const before = performance.now()
    expandAll(world)
    if (i >= warmUps) took.push((performance.now() - before) / people)
  }
  return share(took.sort((a, b) => a - b), 0.5)
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
 * How long ranking takes, on one core, warm. The last line is the figures as JSON; answers 1 when the reference answers the same worlds in another way.
 */
export async function run(): Promise<number> {
  const sums: Checksums = { engine: createHash('sha256'), reference: createHash('sha256') }
  const few = measure(family, sums)
  const expandMsPerPerson = measureExpanding(expanding)
  const many = measure(crowd, sums)
  const [checksum, expected] = [sums.engine.digest('hex'), sums.reference.digest('hex')]
  if (checksum !== expected) process.stderr.write(`The reference answers otherwise: ${expected}\n`)
  console.log(JSON.stringify({
    people: family.people,
    p50Ms: rounded(share(few, 0.5)),
    p95Ms: rounded(share(few, 0.95)),
    people500P50Ms: rounded(share(many, 0.5)),
    people500P95Ms: rounded(share(many, 0.95)),
    expandMsPerPerson: rounded(expandMsPerPerson),
    checksum,
  }))
  return checksum === expected ? 0 : 1
}

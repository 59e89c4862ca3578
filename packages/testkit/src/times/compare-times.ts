import { rankedTimes, type Proposal } from '@kinplan/domain/availability/ranked-times'
import { changingZones, clockChanges, type ClockChange } from './clock-changes'
import { slowRankedTimes } from './slow-reference'
import { instantsOf } from './slow-wall-clock'
import { smallWorld, type World } from './worlds'

/** What answers the question of a world: the engine, or one that was broken on purpose. */
export type Engine = (world: World) => Proposal[]

export interface Comparison {
  cases: number
  withProposals: number
  withNone: number
  withPairs: number
  different: number
  transitions: number
}

/** How many of a hundred cases must have proposals, have none, and have both proposals and pairs kept apart. */
export const leastShare = 20

/** Every clock change that the worlds lie across. */
export const changesOfWorlds = (): ClockChange[] => clockChanges(2025, 2045, changingZones)

export const ourEngine: Engine = ({ ask, people, pairs, busy }) => rankedTimes(ask, people, pairs, busy)

/** The engine with a figure, a person or the order of the list got wrong in turn, where there are any. */
export const brokenEngine: Engine = (world) => {
  const [first, ...rest] = ourEngine(world)
  if (first === undefined) return []
  if (world.seed % 3 === 0) return [{ ...first, standing: first.standing.map((figure, i) => (i === 4 ? figure + 1 : figure)) }, ...rest]
  if (world.seed % 3 === 1) return [{ ...first, comes: first.comes.slice(1) }, ...rest]
  return rest.length > 0 ? [...rest, first] : [{ ...first, endMs: first.endMs + 1 }]
}

/** Two lists of proposals in one comparable text each; the fields in one order, -0 as 0, and the second meeting left out. */
export function canonical(proposals: readonly Proposal[]): string {
  return JSON.stringify(proposals, (key, value: unknown) => {
    if (key === 'secondMeeting') return undefined
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

export function differs(world: World, engine: Engine): boolean {
  const { ask, people, pairs, busy } = world
  return canonical(engine(world)) !== canonical(slowRankedTimes(ask, people, pairs, busy))
}

/** Compares the engine with the reference on so many worlds, from `firstSeed` on; tells of each that differs. The clock changes are given to the worlds in turn. */
export function compareTimes(cases: number, changes: readonly ClockChange[], engine: Engine, firstSeed: number, onDifference: (world: World) => void): Comparison {
  const covered = new Set<string>()
  const counts: Comparison = { cases, withProposals: 0, withNone: 0, withPairs: 0, different: 0, transitions: 0 }
  for (let i = 0; i < cases; i++) {
    const change = changes[i % changes.length]!
    const world = smallWorld(firstSeed + i, change)
    const { ask, people, pairs, busy } = world
    const expected = slowRankedTimes(ask, people, pairs, busy)
    if (canonical(engine(world)) !== canonical(expected)) {
      counts.different++
      onDifference(world)
    }
    if (expected.length > 0) counts.withProposals++
    else counts.withNone++
    if (expected.length > 0 && pairs.length > 0) counts.withPairs++
    if (liesAcross(world)) covered.add(`${change.zone} ${change.ms}`)
  }
  return { ...counts, transitions: covered.size }
}

/** Whether the dates asked for lie across the world's clock change, and somebody lives by that clock. */
function liesAcross({ ask, people, change }: World): boolean {
  const from = instantsOf(ask.zone, ask.fromDate, '00:00').later
  const until = instantsOf(ask.zone, ask.untilDate, '24:00').earlier
  return from < change.ms && change.ms < until && people.some(({ rules }) => rules.some(({ zone }) => zone === change.zone))
}

/** What is not as it must be, in words; empty when all is well. So many cases cannot lie across more clock changes than they are. */
export function faultsOf(counts: Comparison, changes: readonly ClockChange[]): string[] {
  const needed = Math.min(counts.cases, changes.length)
  const least = (counts.cases * leastShare) / 100
  return [
    ...(counts.different > 0 ? [`${counts.different} differ`] : []),
    ...(['withProposals', 'withNone', 'withPairs'] as const).filter((kind) => counts[kind] < least).map((kind) => `${kind} is less than ${leastShare} in a hundred`),
    ...(counts.transitions < needed ? [`only ${counts.transitions} of ${needed} clock changes were covered`] : []),
  ]
}

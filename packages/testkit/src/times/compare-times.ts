import { oneAsks, type OneAsk } from '@kinplan/domain/time-search/one-ask'
import { rankedTimes, type Proposal } from '@kinplan/domain/time-search/ranked-times'
import { changingZones, clockChanges, type ClockChange } from './clock-changes'
import { slowAnswers, type Answers } from './slow-answers'
import { instantsOf } from './slow-wall-clock'
import { mostAsks, type World } from './world'
import { smallWorld } from './worlds'

/** What finds the best times of a world: the engine, or one that was broken on purpose. */
type Engine = (world: World) => Proposal[]
/** What answers all that is asked of a world. */
export type Answering = (world: World) => Answers

export interface Comparison {
  cases: number
  withProposals: number
  withNone: number
  withPairs: number
  /** Whose times or asks are not the same. */
  different: number
  transitions: number
  withAsks: number
  differentAsks: number
  /**
   * In how many cases there is an ask of each kind: to be free, or to come for a part; and one of a worker, or one whose result names a
   * second meeting.
   */
  withAsksToBeFree: number
  withAsksForPart: number
  withAsksOfWorkers: number
  withAsksAndSecondMeeting: number
  /** In how many cases one of the times names a second meeting. */
  withSecondMeeting: number
}

/** How many of a hundred cases must have proposals, have none, have both proposals and pairs kept apart, and have something to ask. */
const leastShare = 20
/** And how many something of each of the rarer kinds. */
const leastShareOfKind = 0.5

const commonKinds = ['withProposals', 'withNone', 'withPairs', 'withAsks'] as const
const rareKinds = ['withAsksToBeFree', 'withAsksForPart', 'withAsksOfWorkers', 'withAsksAndSecondMeeting', 'withSecondMeeting'] as const
type Kind = (typeof commonKinds | typeof rareKinds)[number]

/** Every clock change that the worlds lie across. */
export const changesOfWorlds = (): ClockChange[] => clockChanges(2025, 2045, changingZones)

export const ourEngine: Engine = ({ ask, people, pairs, busy }) => rankedTimes(ask, people, pairs, busy)

export const ourAsks = (world: World): OneAsk[] => oneAsks(world.ask, world.people, world.pairs, world.busy, mostAsks(world))

export const ourAnswers: Answering = (world) => ({ times: ourEngine(world), asks: ourAsks(world) })

/** The engine with the second meeting, a figure, a person or the order of the list got wrong in turn, where there are any. */
export const brokenEngine: Engine = (world) => {
  const [first, ...rest] = ourEngine(world)
  if (first === undefined) return []
  if (first.secondMeeting) return [{ ...first, secondMeeting: undefined }, ...rest]
  if (world.seed % 3 === 0) return [{ ...first, standing: first.standing.map((figure, i) => (i === 4 ? figure + 1 : figure)) }, ...rest]
  if (world.seed % 3 === 1) return [{ ...first, comes: first.comes.slice(1) }, ...rest]
  return rest.length > 0 ? [...rest, first] : [{ ...first, endMs: first.endMs + 1 }]
}

/** The asks with the order, the minutes, whom they are of or what they would make possible got wrong in turn, where there are any. */
export const brokenAsks = (world: World): OneAsk[] => {
  const [first, ...rest] = ourAsks(world)
  if (first === undefined) return []
  if (rest.length > 0) return [...rest, first]
  if (world.seed % 3 === 0) return [{ ...first, change: { ...first.change, minutes: first.change.minutes + 15 } }]
  if (world.seed % 3 === 1) return [{ ...first, worker: !first.worker }]
  return [{ ...first, result: { ...first.result, comes: first.result.comes.slice(1) } }]
}

export const brokenAnswers: Answering = (world) => ({ times: brokenEngine(world), asks: brokenAsks(world) })

/** Any answers in one comparable text; the fields in one order, -0 as 0. */
export function inOneText(answers: unknown): string {
  return JSON.stringify(answers, (_key, value: unknown) => {
    if (value === null || typeof value !== 'object' || Array.isArray(value)) return value
    return Object.fromEntries(Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1)))
  })
}

/** The same of a list of proposals without the second meetings that they name. */
export function canonical(proposals: readonly Proposal[]): string {
  return inOneText(proposals.map((proposal) => ({ ...proposal, secondMeeting: undefined })))
}

export function differs(world: World, answering: Answering): boolean {
  return inOneText(answering(world)) !== inOneText(slowAnswers(world))
}

/**
 * Compares the engine with the reference on so many worlds, from `firstSeed` on; tells of each that differs. The clock changes are given to
 * the worlds in turn.
 */
export function compareTimes(
  cases: number,
  changes: readonly ClockChange[],
  answering: Answering,
  firstSeed: number,
  onDifference: (world: World) => void,
): Comparison {
  const covered = new Set<string>()
  const counts: Comparison = {
    cases,
    withProposals: 0,
    withNone: 0,
    withPairs: 0,
    different: 0,
    transitions: 0,
    withAsks: 0,
    differentAsks: 0,
    withAsksToBeFree: 0,
    withAsksForPart: 0,
    withAsksOfWorkers: 0,
    withAsksAndSecondMeeting: 0,
    withSecondMeeting: 0,
  }
  for (let i = 0; i < cases; i++) {
    const change = changes[i % changes.length]!
    const world = smallWorld(firstSeed + i, change)
    const expected = slowAnswers(world)
    const found = answering(world)
    const asksDiffer = inOneText(found.asks) !== inOneText(expected.asks)
    if (asksDiffer) counts.differentAsks++
    if (asksDiffer || inOneText(found.times) !== inOneText(expected.times)) {
      counts.different++
      onDifference(world)
    }
    for (const kind of kindsOf(world, expected)) counts[kind]++
    if (liesAcross(world)) covered.add(`${change.zone} ${change.ms}`)
  }
  return { ...counts, transitions: covered.size }
}

/** What a case is counted among. */
function kindsOf({ pairs }: World, { times, asks }: Answers): Kind[] {
  const kinds: Record<Kind, boolean> = {
    withProposals: times.length > 0,
    withNone: times.length === 0,
    withPairs: times.length > 0 && pairs.length > 0,
    withAsks: asks.length > 0,
    withAsksToBeFree: asks.some(({ change }) => change.kind === 'free'),
    withAsksForPart: asks.some(({ change }) => change.kind === 'part'),
    withAsksOfWorkers: asks.some(({ worker }) => worker),
    withAsksAndSecondMeeting: asks.some(({ result }) => result.secondMeeting),
    withSecondMeeting: times.some(({ secondMeeting }) => secondMeeting),
  }
  return [...commonKinds, ...rareKinds].filter((kind) => kinds[kind])
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
  const tooRare = (kinds: readonly Kind[], share: number, least = (counts.cases * share) / 100) =>
    kinds.filter((kind) => counts[kind] < least).map((kind) => `${kind} is less than ${share} in a hundred`)
  return [
    ...(counts.different > 0 ? [`${counts.different} differ`] : []),
    ...tooRare(commonKinds, leastShare),
    ...tooRare(rareKinds, leastShareOfKind, Math.floor((counts.cases * leastShareOfKind) / 100)),
    ...(counts.transitions < needed ? [`only ${counts.transitions} of ${needed} clock changes were covered`] : []),
  ]
}

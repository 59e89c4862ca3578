import { apartLevels, type ApartLevel, type PairApart } from '../family/kept-apart'
import { ways } from '../meeting/participation'
import { isPresent, mayMeet, presenceIn, type Presence } from '../meeting/placed-together'
import { mostSteps, Placing } from './placing'
import type { Link, Neighbour, Patience, PlacingResult } from './placing'
import { ScoreKeys } from './score-keys'
import { TimePerson } from './time-person'

const presentWays = ways.reduce((mask, way, i) => (isPresent(way) ? mask | (1 << i) : mask), 0)

/**
 * Says who of some people, kept apart or not, takes part in one meeting, and how. Of all choices that keep every pair apart it finds the
 * one that stands best; of several the one in which the first person on whom they differ takes the nearer way, where taking no part is the
 * farthest.
 */
export class Attendance {
  readonly keys: ScoreKeys
  /** The people without anybody they are kept apart from, and the others in groups that have nothing to do with each other. */
  readonly unpaired: readonly number[]
  readonly groups: readonly (readonly number[])[]
  readonly paired: readonly number[]
  private readonly links: readonly Link[]
  private readonly apart: readonly (readonly Neighbour[])[]

  /** `people` are in order (`inOrder`); the meeting has `minutes`. */
  constructor(
    people: readonly TimePerson[],
    pairs: readonly PairApart[],
    minutes: number,
    readonly patience: Patience = { steps: 10 * mostSteps },
  ) {
    this.keys = new ScoreKeys(people)
    this.links = linksBetween(people, pairs, minutes)
    const apart: Neighbour[][] = people.map(() => [])
    for (const { one, other, bars } of this.links) {
      const barredBy = turned(bars)
      apart[one]!.push({ other, bars, barredBy })
      apart[other]!.push({ other: one, bars: barredBy, barredBy: bars })
    }
    this.apart = apart
    this.paired = people.flatMap((_, i) => (apart[i]!.length > 0 ? [i] : []))
    this.unpaired = people.flatMap((_, i) => (apart[i]!.length > 0 ? [] : [i]))
    this.groups = groupsOf(people.length, this.links).filter((group) => group.length > 1)
  }

  /**
   * Places the `members` (a group, or all who are paired; in order) given how open each way is to each of them: `values[k * ways + way]`
   * for the k-th. With `others`, the ways of everybody else, every side of the family present counts too; without, it is left out of the
   * numbers.
   */
  place(members: readonly number[], values: Uint8Array, others: Int8Array | null = null): PlacingResult {
    return new Placing(this.keys, this.linksAmong(members), this.neighboursAmong(members), members, values, others, this.patience).best()
  }

  /**
   * As `place`, but only as far as one step goes: exact when nobody's nearest ways clash, otherwise numbers that the best cannot exceed.
   */
  bound(members: readonly number[], values: Uint8Array): PlacingResult {
    return new Placing(this.keys, this.linksAmong(members), this.neighboursAmong(members), members, values, null, this.patience).bound()
  }

  private readonly among = new Map<readonly number[], { links: Link[]; neighbours: Neighbour[][] }>()

  private known(members: readonly number[]): { links: Link[]; neighbours: Neighbour[][] } {
    const known = this.among.get(members)
    if (known) return known
    const at = new Map(members.map((member, k) => [member, k]))
    const links = this.links.flatMap((link) => {
      const one = at.get(link.one)
      const other = at.get(link.other)
      return one === undefined || other === undefined ? [] : [{ ...link, one, other }]
    })
    const neighbours = members.map((member) =>
      this.apart[member]!.flatMap((one) => (at.has(one.other) ? [{ ...one, other: at.get(one.other)! }] : [])),
    )
    this.among.set(members, { links, neighbours })
    return { links, neighbours }
  }

  private linksAmong(members: readonly number[]): Link[] {
    return this.known(members).links
  }

  private neighboursAmong(members: readonly number[]): Neighbour[][] {
    return this.known(members).neighbours
  }
}

/** Each two people who are kept apart, once, by their places in `people` and the strictest of their levels. */
function linksBetween(people: readonly TimePerson[], pairs: readonly PairApart[], minutes: number): Link[] {
  const place = new Map(people.map(({ id }, i) => [id, i]))
  const levels = new Map<number, ApartLevel>()
  for (const { oneId: a, otherId: b, level } of pairs) {
    const i = place.get(a)
    const j = place.get(b)
    if (i === undefined || j === undefined || i === j) continue
    const key = Math.min(i, j) * people.length + Math.max(i, j)
    const known = levels.get(key)
    if (!known || apartLevels.indexOf(level) > apartLevels.indexOf(known)) levels.set(key, level)
  }
  return [...levels]
    .sort(([a], [b]) => a - b)
    .map(([key, level]) => {
      const [one, other] = [Math.floor(key / people.length), key % people.length]
      const bars = barsBetween(people[one]!, people[other]!, level, minutes)
      return { one, other, bars, neverBoth: ways.every((way, i) => !isPresent(way) || (bars[i]! & presentWays) === presentWays) }
    })
    .filter(({ bars }) => bars.some((barred) => barred !== 0))
}

function barsBetween(one: TimePerson, other: TimePerson, level: ApartLevel, minutes: number): Int32Array {
  const presences = ({ part }: TimePerson): Presence[] => ways.map((how) => presenceIn({ how, part }, minutes))
  const [own, theirs] = [presences(one), presences(other)]
  const bars = new Int32Array(ways.length)
  for (let way = 0; way < bars.length; way++) {
    for (let i = 0; i < bars.length; i++) if (!mayMeet(level, own[way]!, theirs[i]!)) bars[way] = bars[way]! | (1 << i)
  }
  return bars
}

function turned(bars: Int32Array): Int32Array {
  const barredBy = new Int32Array(bars.length)
  for (let theirs = 0; theirs < bars.length; theirs++) {
    for (let own = 0; own < bars.length; own++) if ((bars[own]! >>> theirs) & 1) barredBy[theirs] = barredBy[theirs]! | (1 << own)
  }
  return barredBy
}

/** The people in groups, each in order, such that no link goes from one to another. */
function groupsOf(count: number, links: readonly Link[]): number[][] {
  const groupOf = Array.from({ length: count }, (_, i) => [i])
  for (const { one, other } of links) {
    const [into, from] = [groupOf[one]!, groupOf[other]!]
    if (into === from) continue
    into.push(...from)
    for (const i of from) groupOf[i] = into
  }
  return [...new Set(groupOf)].map((group) => group.sort((a, b) => a - b))
}

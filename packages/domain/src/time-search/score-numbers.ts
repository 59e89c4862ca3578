import { needs, ways } from '../meeting/participation'
import { isPresent } from '../meeting/placed-together'
import { mostOpen, openPlainly, presentIn } from './openings'
import type { Openings } from './openings'
import { SlotCounts } from './slot-counts'
import { joined, met } from './slot-grid'
import type { Grid } from './slot-grid'
import type { ScoreKeys } from './score-keys'
import type { SearchFacts } from './search-facts'

const wayCount = ways.length
const welcome = needs.indexOf('welcome')
const present = ways.map(isPresent)
/** The binary digits of the most that one way is worth in `how`. */
const howDigits = 3

/** Somebody's ways from near to far, without those that are open only when a nearer one is anyway. */
type NearestFirst = readonly { readonly way: number; readonly starts: Grid }[]

export type Unpaired = { readonly i: number; readonly nearest: NearestFirst }

/** Somebody's ways from near to far. Whoever is kept apart from nobody needs no second room: it is open only when the room is. */
export function nearestFirst(own: Openings): NearestFirst {
  const found: { way: number; starts: Grid }[] = []
  own.forEach((opening, way) => {
    const starts = opening?.atLeast[0] ?? null
    if (starts !== null && ways[way] !== 'secondRoom' && !found.some((nearer) => nearer.starts === starts)) found.push({ way, starts })
  })
  return found
}

/** What the people in no pair add to the two numbers of a standing (`StandingKeys`), added up for all slots at once. */
export class Numbers {
  private readonly counts: readonly SlotCounts[]
  private readonly bothSides: SlotCounts
  private readonly keys: ScoreKeys

  constructor({ people, window, attendance: { keys }, among }: SearchFacts, open: readonly Openings[], unpaired: readonly Unpaired[]) {
    this.keys = keys
    const made = (most: number): SlotCounts => new SlotCounts(window.words, most, among)
    const presents = [0, 1, 2].map(() => made(people.length))
    const [how, near] = [made(people.length * wayCount), made(people.length * wayCount)]
    const [timeOff, preference] = [made(people.length), made(people.length * 2)]
    const each = new Nearest(window.words, among)
    for (const { i, nearest } of unpaired) {
      const need = keys.need(i)
      for (let k = 0; k < nearest.length; k++) {
        const { way, starts } = nearest[k]!
        const now = each.startsOf(nearest, k)
        if (need !== welcome && present[way]) presents[need]!.add(now)
        const worth = wayCount - way
        for (let digit = 0; digit < howDigits; digit++) if ((worth >> digit) & 1) (need === welcome ? near : how).add(now, digit)
        const { atLeast } = open[i]![way]!
        const plain = atLeast[openPlainly - 1]!
        const off = plain === starts ? null : each.withTimeOff(now, plain)
        if (off !== null) timeOff.add(off)
        // Whatever is liked so well is liked less well too, so each liking adds one.
        for (let liking = 1; liking <= mostOpen - openPlainly; liking++) {
          const [liked, asked] = [atLeast[openPlainly - 1 + liking]!, atLeast[liking]!]
          if (liked !== null) preference.add(now, 0, liked)
          if (off !== null && asked !== null) preference.add(off, 0, asked)
        }
      }
    }
    this.counts = [...presents, how, near, timeOff, preference]
    this.bothSides = bothSides(keys, open, made(keys.children))
  }

  /** The first number, without the sides of the family. */
  first(slot: number): number {
    const { counts, keys } = this
    let sum = counts[3]!.at(slot)
    for (let need = 0; need < 3; need++) sum += keys.presentUnits[need]! * counts[need]!.at(slot)
    return sum
  }

  second(slot: number): number {
    const { counts, keys } = this
    return keys.welcomeUnit * counts[4]!.at(slot) - keys.timeOffUnit * counts[5]!.at(slot) + counts[6]!.at(slot)
  }

  /** What the sides of the family could add to the first number, if nobody were kept apart. */
  both(slot: number): number {
    return this.keys.bothUnit * this.bothSides.at(slot)
  }
}

/** For how many children somebody of every side could be present. */
function bothSides(keys: ScoreKeys, open: readonly Openings[], both: SlotCounts): SlotCounts {
  const sides = new Map<number, Grid | null>()
  open.forEach((own, i) => {
    if (keys.sidesOf[i]!.length === 0) return
    const here = presentIn(own)
    for (const side of keys.sidesOf[i]!) sides.set(side, joined(sides.get(side) ?? null, here))
  })
  const children = new Map<number, Grid | null>()
  keys.childOfSide.forEach((child, side) => {
    const [before, here] = [children.get(child), sides.get(side) ?? null]
    children.set(child, before === undefined ? here : before && here && met(before, here))
  })
  for (const grid of children.values()) if (grid !== null) both.add(grid)
  return both
}

/** The starts at which each of somebody's ways is their nearest: kept from person to person, so that nothing is made for each. */
class Nearest {
  private readonly nearest: Grid
  private readonly off: Grid

  constructor(
    words: number,
    private readonly among: Int32Array,
  ) {
    this.nearest = new Int32Array(words)
    this.off = new Int32Array(words)
  }

  /** The starts of the k-th way at which no nearer one is open; to be read before it is asked for again. */
  startsOf(own: NearestFirst, k: number): Grid {
    const { starts } = own[k]!
    if (k === 0) return starts
    const { nearest, among } = this
    for (let n = 0; n < among.length; n++) {
      const i = among[n]!
      let nearer = 0
      for (let before = 0; before < k; before++) nearer |= own[before]!.starts[i]!
      nearest[i] = starts[i]! & ~nearer
    }
    return nearest
  }

  /** Those of these starts that need time off; to be read before it is asked for again. */
  withTimeOff(starts: Grid, plain: Grid | null): Grid {
    if (plain === null) return starts
    const { off, among } = this
    for (let n = 0; n < among.length; n++) {
      const i = among[n]!
      off[i] = starts[i]! & ~plain[i]!
    }
    return off
  }
}

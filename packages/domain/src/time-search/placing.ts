import { needs, ways } from '../meeting/participation'
import type { ScoreKeys } from './score-keys'

const wayCount = ways.length

/**
 * What the placing of some people came to: for each of them the place in `ways` of their way, or -1 for somebody who takes no part, and
 * what they add to the two numbers of `StandingKeys`. Not `exact`: nothing better than these numbers is possible, and `chosen` is not to be
 * used.
 */
export type PlacingResult = { readonly chosen: Int8Array; readonly first: number; readonly second: number; readonly exact: boolean }

/** How many more steps of placing a whole search may take; each placing takes some away. */
export type Patience = { steps: number }

/** A family of dozens with twenty pairs needs a few hundred steps at the worst; what was found by then is used, and is as safe. */
export const mostSteps = 20_000
const undecided = -2
const out = -1
const welcome = needs.indexOf('welcome')
const allWays = (1 << wayCount) - 1

/**
 * Two people kept apart: the ways (a bit each) that each way of the one bars to the other, and whether the two can never both be present.
 */
export type Link = { readonly one: number; readonly other: number; readonly bars: Int32Array; readonly neverBoth: boolean }
/** Somebody else, the ways (a bit each) that each way of one's own bars to them, and those that each of theirs bars to oneself. */
export type Neighbour = { readonly other: number; readonly bars: Int32Array; readonly barredBy: Int32Array }

/** One search through the choices of some people, by branch and bound. Everybody is named by their place among the members here. */
export class Placing {
  private readonly count: number
  private readonly open: Int32Array
  private bestFirst = -Infinity
  private bestSecond = -Infinity
  private bestChosen: Int8Array
  private readonly whole: Int8Array | null
  private steps = mostSteps

  constructor(
    private readonly keys: ScoreKeys,
    private readonly links: readonly Link[],
    private readonly apart: readonly (readonly Neighbour[])[],
    private readonly members: readonly number[],
    private readonly values: Uint8Array,
    others: Int8Array | null,
    private readonly patience: Patience,
  ) {
    this.count = members.length
    this.open = new Int32Array(this.count)
    for (let k = 0; k < this.count; k++) {
      for (let way = 0; way < wayCount; way++) if (values[k * wayCount + way]! > 0) this.open[k] = this.open[k]! | (1 << way)
    }
    this.bestChosen = new Int8Array(this.count).fill(out)
    this.whole = others && others.slice()
  }

  best(): PlacingResult {
    // One after the other as near as those before leave them: a choice to beat, and there when the steps run out.
    for (let k = 0; k < this.count; k++) this.bestChosen[k] = nearestOf(this.left(k, this.bestChosen))
    ;[this.bestFirst, this.bestSecond] = this.numbers(this.bestChosen)
    this.settle(new Int8Array(this.count).fill(undecided))
    this.patience.steps -= mostSteps - this.steps
    return { chosen: this.bestChosen, first: this.bestFirst, second: this.bestSecond, exact: true }
  }

  bound(): PlacingResult {
    const chosen = this.nearest(new Int8Array(this.count).fill(undecided))
    let [first, second] = this.numbers(chosen)
    const clash = this.worstClash(chosen)
    if (clash >= 0) {
      first -= this.costFirst
      second = this.secondBound(chosen)
    }
    return { chosen, first, second, exact: clash < 0 }
  }

  private numbers(chosen: Int8Array): [number, number] {
    let first = 0
    let second = 0
    for (let k = 0; k < this.count; k++) {
      const way = chosen[k]!
      if (way < 0) continue
      first += this.keys.first(this.members[k]!, way)
      second += this.keys.second(this.members[k]!, way, this.values[k * wayCount + way]!)
    }
    if (this.whole) {
      for (let k = 0; k < this.count; k++) this.whole[this.members[k]!] = chosen[k]!
      first += this.keys.bothSides(this.whole) * this.keys.bothUnit
    }
    return [first, second]
  }

  /**
   * Everybody undecided takes their nearest way, as if no two of the undecided were kept apart: nothing that is still possible stands
   * better.
   */
  private nearest(fixed: Int8Array): Int8Array {
    const chosen = fixed.slice()
    for (let k = 0; k < this.count; k++) if (fixed[k] === undecided) chosen[k] = nearestOf(this.left(k, fixed))
    return chosen
  }

  /** The ways (a bit each) left to somebody by those who are decided. */
  private left(k: number, fixed: Int8Array): number {
    let left = this.open[k]!
    for (const { other, barredBy } of this.apart[k]!) {
      const way = fixed[other]!
      if (way >= 0) left &= ~barredBy[way]!
    }
    return left
  }

  /** What every way out of the clashes must cost at least, in the two numbers. */
  private costFirst = 0
  private costSecond = 0

  /** The person with the most clashes in `chosen`, or -1; leaves in `costFirst` and `costSecond` what every way out must cost. */
  private worstClash(chosen: Int8Array): number {
    this.costFirst = 0
    this.costSecond = 0
    let clashes: Uint16Array | null = null
    let counted: Uint8Array | null = null
    let worst = -1
    for (const { one, other, neverBoth, bars } of this.links) {
      if (chosen[one]! < 0 || chosen[other]! < 0 || ((bars[chosen[one]!]! >>> chosen[other]!) & 1) === 0) continue
      clashes ??= new Uint16Array(this.count)
      for (const k of [one, other]) {
        clashes[k] = clashes[k]! + 1
        if (worst < 0 || clashes[k]! > clashes[worst]! || (clashes[k] === clashes[worst] && k < worst)) worst = k
      }
      counted ??= new Uint8Array(this.count)
      if (counted[one] === 1 || counted[other] === 1) continue
      counted[one] = counted[other] = 1
      // One of the two has to step back, at best the less needed; where not even a screen or their parts let both be present, that one no
      // longer is.
      const need = Math.max(this.keys.need(this.members[one]!), this.keys.need(this.members[other]!))
      if (need === welcome) this.costSecond += this.keys.welcomeUnit
      else this.costFirst += 1 + (neverBoth ? this.keys.presentUnits[need]! : 0)
    }
    return worst
  }

  /** The most that the second number can be when somebody has to step back: then others' time off and likings may get better. */
  private secondBound(chosen: Int8Array): number {
    let near = 0
    for (let k = 0; k < this.count; k++) if (chosen[k]! >= 0 && this.keys.isWelcome(this.members[k]!)) near += wayCount - chosen[k]!
    return near * this.keys.welcomeUnit - this.costSecond + this.keys.mostLiked(this.count)
  }

  private settle(fixed: Int8Array): void {
    if (--this.steps < 0 || this.patience.steps < mostSteps - this.steps) return
    const chosen = this.nearest(fixed)
    const [first, second] = this.numbers(chosen)
    const clash = this.worstClash(chosen)
    if (clash < 0) {
      if (this.beats(first, second, chosen)) {
        this.bestFirst = first
        this.bestSecond = second
        this.bestChosen = chosen
      }
      return
    }
    if (!this.beats(first - this.costFirst, this.secondBound(chosen), chosen)) return
    const left = this.left(clash, fixed)
    const tried: number[] = []
    for (let way = 0; way < wayCount; way++) {
      // A farther way that leaves nobody more than a nearer one is never better.
      if (((left >>> way) & 1) === 0 || tried.some((nearer) => this.barsNoMore(clash, nearer, way, fixed))) continue
      tried.push(way)
      this.decide(clash, way, fixed)
    }
    if (!tried.some((nearer) => this.barsNoMore(clash, nearer, out, fixed))) this.decide(clash, out, fixed)
  }

  private decide(k: number, way: number, fixed: Int8Array): void {
    const next = fixed.slice()
    next[k] = way
    this.settle(next)
  }

  /** Whether these numbers, or with the same numbers these nearest ways, are better than what was found so far. */
  private beats(first: number, second: number, chosen: Int8Array): boolean {
    if (first !== this.bestFirst) return first > this.bestFirst
    if (second !== this.bestSecond) return second > this.bestSecond
    for (let k = 0; k < this.count; k++) {
      // Out is -1, and farther than every way.
      if (chosen[k] !== this.bestChosen[k]) return (chosen[k]! & allWays) < (this.bestChosen[k]! & allWays)
    }
    return false
  }

  private barsNoMore(k: number, nearer: number, farther: number, fixed: Int8Array): boolean {
    return this.apart[k]!.every(
      ({ other, bars }) => fixed[other] !== undecided || (bars[nearer]! & this.open[other]! & ~(farther < 0 ? 0 : bars[farther]!)) === 0,
    )
  }
}

function nearestOf(left: number): number {
  return left === 0 ? out : 31 - Math.clz32(left & -left)
}

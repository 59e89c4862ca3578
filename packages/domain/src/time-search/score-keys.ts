import { needs, ways } from '../meeting/participation'
import { isPresent } from '../meeting/placed-together'
import { mostOpen, openPlainly } from './openings'
import type { Score } from './proposal-order'
import type { TimePerson } from './time-person'

const wayCount = ways.length
const welcome = needs.indexOf('welcome')
const present = ways.map(isPresent)

/**
 * The figures of a standing up to `preference`, as two whole numbers in which each criterion has digits of its own: so that what one person
 * adds is one addition, and comparing placements is comparing numbers. `people` are in order; sides are numbered.
 */
export class ScoreKeys {
  /** What one of each is worth in the first number. */
  readonly presentUnits: readonly number[]
  readonly bothUnit: number
  /** What one of each is worth in the second number; the preferences lie below. */
  readonly welcomeUnit: number
  readonly timeOffUnit: number
  /** For each person the numbers of the sides they stand on, and for each side the number of its child. */
  readonly sidesOf: readonly (readonly number[])[]
  readonly childOfSide: readonly number[]
  readonly children: number
  private readonly needOf: readonly number[]
  private readonly seen: Uint8Array
  private readonly missing: Uint8Array

  constructor(people: readonly TimePerson[]) {
    const children = new Map<string, number>()
    const sides = new Map<string, number>()
    const childOfSide: number[] = []
    this.sidesOf = people.map((person) =>
      person.sides.map(({ childId, side }) => {
        const child = children.get(childId) ?? children.size
        children.set(childId, child)
        const key = `${child} ${side}`
        const known = sides.get(key)
        if (known !== undefined) return known
        sides.set(key, childOfSide.length)
        return childOfSide.push(child) - 1
      }),
    )
    this.childOfSide = childOfSide
    this.children = children.size
    this.needOf = people.map(({ need }) => needs.indexOf(need))
    this.seen = new Uint8Array(childOfSide.length)
    this.missing = new Uint8Array(children.size)
    const counts = people.length + 1
    const hows = wayCount * people.length + 1
    this.bothUnit = hows * counts
    const asked = this.bothUnit * (children.size + 1)
    this.presentUnits = [asked * counts, asked, hows, 0]
    this.timeOffUnit = 2 * people.length + 1
    this.welcomeUnit = this.timeOffUnit * counts
  }

  /** What person i adds to the first number in this way; the sides of the family are added by `bothSides`. */
  first(i: number, way: number): number {
    const need = this.needOf[i]!
    return need === welcome ? 0 : wayCount - way + (present[way] ? this.presentUnits[need]! : 0)
  }

  /** What person i adds to the second number in this way, open with this value. */
  second(i: number, way: number, value: number): number {
    const near = this.needOf[i] === welcome ? (wayCount - way) * this.welcomeUnit : 0
    return near + (value < openPlainly ? value - 1 - this.timeOffUnit : value - openPlainly)
  }

  /** The most that the preferences and time off of `count` people can add to the second number. */
  mostLiked(count: number): number {
    return (mostOpen - openPlainly) * count
  }

  /** What of the first number tells who is present: all but how. More is better. */
  reach(first: number): number {
    return Math.floor(first / this.presentUnits[2]!)
  }

  /** The same of the figures themselves. */
  reachOf([must = 0, asked = 0, both = 0, hoped = 0]: Score): number {
    return this.reach(must * this.presentUnits[0]! + asked * this.presentUnits[1]! + both * this.bothUnit + hoped * this.presentUnits[2]!)
  }

  isWelcome(i: number): boolean {
    return this.needOf[i] === welcome
  }

  need(i: number): number {
    return this.needOf[i]!
  }

  /** For each side, by its number, 1 when somebody on it is present in `chosen`; to be read before it is asked for again. */
  sidesSeen(chosen: Int8Array): Uint8Array {
    this.seen.fill(0)
    for (let i = 0; i < chosen.length; i++) {
      const way = chosen[i]!
      if (way < 0 || !present[way]) continue
      const sides = this.sidesOf[i]!
      for (let k = 0; k < sides.length; k++) this.seen[sides[k]!] = 1
    }
    return this.seen
  }

  /** For how many children every side is present in `chosen`. */
  bothSides(chosen: Int8Array): number {
    const seen = this.sidesSeen(chosen)
    const { missing } = this
    missing.fill(0)
    for (let side = 0; side < seen.length; side++) if (seen[side] === 0) missing[this.childOfSide[side]!] = 1
    let both = 0
    for (let child = 0; child < missing.length; child++) if (missing[child] === 0) both++
    return both
  }

  /**
   * The figures themselves, `must` to `preference`, of those who come in these ways; `values[i * ways + way]` says how open each way is.
   */
  figures(chosen: Int8Array, values: Uint8Array): Score {
    const counts = [0, 0, 0, 0]
    const near = [0, 0]
    let timeOff = 0
    let preference = 0
    for (let i = 0; i < chosen.length; i++) {
      const way = chosen[i]!
      if (way < 0) continue
      const need = this.needOf[i]!
      const value = values[i * wayCount + way]!
      const kind = need === welcome ? 1 : 0
      near[kind] = near[kind]! + wayCount - way
      if (value < openPlainly) timeOff++
      preference += (value - 1) % 3
      if (present[way]) counts[need] = counts[need]! + 1
    }
    return [counts[0]!, counts[1]!, this.bothSides(chosen), counts[2]!, near[0]!, near[1]!, 0 - timeOff, preference]
  }
}

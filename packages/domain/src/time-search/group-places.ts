import { ways } from '../meeting/participation'
import { eachGrid, valueAt as valueOf } from './openings'
import type { Openings } from './openings'
import type { PlacingResult } from './placing'
import { emptyGrid, hasSlot, markChanges } from './slot-grid'
import type { Grid, Window } from './slot-grid'
import type { Attendance } from './attendance'

const values = ways.length
/** Asked for every start: read from here, it is found without asking its module. */
const valueAt = valueOf
/** Values up to this many people fit into a whole number as digits of base 7; for more the digits are written one after the other. */
const mostInNumber = 3
const base = 7

/**
 * How the people of one group, kept apart from each other, are best placed, worked out once for each way in which their ways are open.
 * Groups of two or three are placed at once, of larger ones only the bound is known until somebody asks.
 */
export class GroupPlaces {
  /** The slots at which something is open to one of them otherwise than a slot before. */
  readonly changes: Grid
  private readonly placed = new Map<number | string, PlacingResult>()
  private readonly read: Uint8Array

  constructor(
    readonly members: readonly number[],
    private readonly open: readonly Openings[],
    private readonly whoComes: Attendance,
    window: Window,
    among: Int32Array,
  ) {
    this.changes = emptyGrid(window)
    this.read = new Uint8Array(members.length * values)
    for (const member of members) eachGrid(open[member]!, (grid) => markChanges(this.changes, grid, among))
  }

  changesAt(slot: number): boolean {
    return hasSlot(this.changes, slot)
  }

  /** What placing them at a slot comes to, or what it cannot exceed. */
  bound(slot: number): PlacingResult {
    this.readAt(slot)
    const key = this.key(this.read)
    const known = this.placed.get(key)
    if (known) return known
    const found =
      this.members.length <= mostInNumber ? this.whoComes.place(this.members, this.read) : this.whoComes.bound(this.members, this.read)
    this.placed.set(key, found)
    return found
  }

  /** What placing them at a slot comes to. */
  place(slot: number): PlacingResult {
    this.readAt(slot)
    return this.placeWith(this.read)
  }

  /** The same, with the values given: how open way w is to the k-th of them, at k * 6 + w. */
  placeWith(read: Uint8Array): PlacingResult {
    const key = this.key(read)
    const known = this.placed.get(key)
    if (known?.exact) return known
    const found = this.whoComes.place(this.members, read)
    this.placed.set(key, found)
    return found
  }

  private readAt(slot: number): void {
    for (let k = 0; k < this.members.length; k++) {
      const own = this.open[this.members[k]!]!
      for (let way = 0; way < values; way++) {
        this.read[k * values + way] = way > 0 && own[way] === own[way - 1] ? this.read[k * values + way - 1]! : valueAt(own[way]!, slot)
      }
    }
  }

  private key(read: Uint8Array): number | string {
    if (this.members.length > mostInNumber) return String.fromCharCode(...read)
    let key = 0
    for (let i = 0; i < read.length; i++) key = key * base + read[i]!
    return key
  }
}

import { ways } from '../meeting/participation'
import { isPresent } from '../meeting/placed-together'
import type { CandidateQueue } from './candidate-queue'
import { GroupPlaces } from './group-places'
import { closeWithoutCompanions, eachGrid, valueAt, withCompanions, withSecondRoom } from './openings'
import type { Openings } from './openings'
import { PlaceRooms } from './place-needs'
import { emptyGrid, hasSlot as hasSlotOf, markChanges } from './slot-grid'
import type { Grid } from './slot-grid'
import { nearestFirst, Numbers } from './score-numbers'
import type { Unpaired } from './score-numbers'
import type { PlaceOffered } from './time-ask'
import type { TimePerson } from './time-person'
import type { SearchFacts } from './search-facts'

const wayCount = ways.length
const out = -1
const present = ways.map(isPresent)
/** Asked for every start: read from here, it is found without asking its module. */
const hasSlot = hasSlotOf

/** Who comes to a meeting that begins at one slot, as `chosenAt`, and what that comes to, as `exactly`. */
export interface StartStanding {
  readonly chosen: Int8Array
  readonly first: number
  readonly second: number
}

/** One place of an ask, or no place: when everybody could come to a meeting there, and who does. */
export class PlaceSearch {
  /** Everybody's openings once companions and second rooms have been asked after. */
  readonly open: readonly Openings[]
  readonly rooms: PlaceRooms | null
  private readonly groups: readonly GroupPlaces[]
  private readonly unpaired: readonly Unpaired[]
  private readonly jointly = new Map<string, Int8Array>()

  constructor(
    private readonly search: SearchFacts,
    readonly place: PlaceOffered | null,
    readonly index: number,
    /** Everybody's openings before that. */
    readonly raw: readonly Openings[],
  ) {
    const { window, length, ask, people, attendance: whoComes } = search
    this.rooms = place && new PlaceRooms(place, ask.roomNeeds, window, length, search.among)
    const second = this.rooms?.secondStarts ?? null
    const accompanied = withCompanions(people, raw)
    // Whoever is kept apart from nobody sits in the room itself.
    const apart = new Set(second === null ? [] : whoComes.paired)
    this.open = accompanied.map((own, i) => (apart.has(i) ? withSecondRoom(own, second) : own))
    this.groups = whoComes.groups.map((members) => new GroupPlaces(members, this.open, whoComes, window, search.among))
    this.unpaired = whoComes.unpaired.map((i) => ({ i, nearest: nearestFirst(this.open[i]!) }))
  }

  /**
   * Adds every start worth looking at: the first of each stretch, and those at which something is open or a room free otherwise than a
   * quarter hour before.
   */
  addCandidates(queue: CandidateQueue): void {
    if (this.rooms?.anyStarts === null) return
    const changes = this.changes()
    const numbers = this.numbers()
    const bounds = this.groups.map(() => 0)
    for (const { first, last } of this.search.starts) {
      for (let slot = first; slot <= last; slot++) {
        if (slot > first && !hasSlot(changes, slot)) continue
        let more = 0
        for (let g = 0; g < this.groups.length; g++) {
          const group = this.groups[g]!
          if (slot === first || group.changesAt(slot)) bounds[g] = group.bound(slot).first
          more += bounds[g]!
        }
        if (this.rooms && !hasSlot(this.rooms.anyStarts!, slot)) continue
        queue.add(slot, this.index, more + numbers.first(slot) + numbers.both(slot), Infinity)
      }
    }
  }

  /** What the second number of a candidate cannot exceed. */
  secondBound(slot: number): number {
    return this.groups.reduce((sum, group) => sum + group.bound(slot).second, this.numbers().second(slot))
  }

  private added: Numbers | null = null

  private numbers(): Numbers {
    this.added ??= new Numbers(this.search, this.open, this.unpaired)
    return this.added
  }

  /** The two numbers of who comes at a candidate: what it comes to indeed. */
  exactly(slot: number, chosen: Int8Array): { first: number; second: number } {
    const { keys, paired } = this.search.attendance
    const numbers = this.numbers()
    let first = numbers.first(slot) + keys.bothSides(chosen) * keys.bothUnit
    let second = numbers.second(slot)
    for (const i of paired) {
      const way = chosen[i]!
      if (way < 0) continue
      first += keys.first(i, way)
      second += keys.second(i, way, this.valueOf(i, way, slot))
    }
    return { first, second }
  }

  /** By slot. */
  private readonly standings: StartStanding[] = []

  /** Who comes at a slot, and the two numbers of it: the same object as a slot before, where nothing has changed since. */
  standingAt(slot: number): StartStanding {
    const known = this.standings[slot]
    if (known) return known
    const before = this.standings[slot - 1]
    const standing = before && !hasSlot(this.changes(), slot) ? before : this.newStanding(slot)
    this.standings[slot] = standing
    return standing
  }

  private newStanding(slot: number): StartStanding {
    const chosen = this.chosenAt(slot)
    return { chosen, ...this.exactly(slot, chosen) }
  }

  /** Who takes part in a meeting that begins at a slot: for each person the place in `ways` of their way, or -1. */
  chosenAt(slot: number): Int8Array {
    const chosen = new Int8Array(this.open.length).fill(out)
    for (const { i, nearest } of this.unpaired) {
      for (let k = 0; k < nearest.length; k++) {
        if (!hasSlot(nearest[k]!.starts, slot)) continue
        chosen[i] = nearest[k]!.way
        break
      }
    }
    for (const group of this.groups) spread(group, group.place(slot).chosen, chosen)
    return this.groups.length === 0 ? chosen : this.withBothSides(chosen, (i, way) => this.valueOf(i, way, slot))
  }

  /** The same for values worked out otherwise: how open way w is to person i, at i * 6 + w. */
  chosenWith(values: Uint8Array): Int8Array {
    const chosen = new Int8Array(this.open.length).fill(out)
    for (const { i } of this.unpaired) {
      let way = 0
      while (way < wayCount && values[i * wayCount + way] === 0) way++
      if (way < wayCount) chosen[i] = way
    }
    for (const group of this.groups) {
      const own = new Uint8Array(group.members.length * wayCount)
      group.members.forEach((i, k) => own.set(values.subarray(i * wayCount, (i + 1) * wayCount), k * wayCount))
      spread(group, group.placeWith(own).chosen, chosen)
    }
    return this.groups.length === 0 ? chosen : this.withBothSides(chosen, (i, way) => values[i * wayCount + way]!)
  }

  /**
   * Groups are placed each by itself, which is best unless a side of the family is missed that the pairs together could have kept: then
   * they are placed together.
   */
  private withBothSides(chosen: Int8Array, valueOf: (i: number, way: number) => number): Int8Array {
    const { keys, paired } = this.search.attendance
    if (keys.children === 0) return chosen
    const reached = keys.bothSides(chosen)
    if (reached === keys.children) return chosen
    const values = new Uint8Array(paired.length * wayCount)
    const hoped = chosen.slice()
    const others = chosen.slice()
    paired.forEach((i, k) => {
      others[i] = out
      for (let way = wayCount - 1; way >= 0; way--) {
        const value = valueOf(i, way)
        values[k * wayCount + way] = value
        if (value > 0 && present[way]) hoped[i] = way
      }
    })
    if (keys.bothSides(hoped) === reached) return chosen
    const key = String.fromCharCode(...values) + keys.sidesSeen(others).join('')
    const known = this.jointly.get(key) ?? this.search.attendance.place(paired, values, others).chosen
    this.jointly.set(key, known)
    const together = chosen.slice()
    paired.forEach((i, k) => (together[i] = known[k]!))
    return together
  }

  travelOf({ travel }: TimePerson): number {
    return this.place === null ? 0 : (travel?.[this.place.id] ?? 0)
  }

  /** How open a way is to person i at a slot, before companions and second rooms are asked after. */
  rawValueOf(i: number, way: number, slot: number): number {
    return valueAt(this.raw[i]![way]!, slot)
  }

  /** What companions and second rooms make of such values of everybody: way w of person i at i * 6 + w. */
  openWith(raw: Uint8Array, slot: number): Uint8Array {
    const { people, attendance: whoComes } = this.search
    const open = raw.slice()
    closeWithoutCompanions(people, open)
    const [room, second] = [ways.indexOf('inRoom'), ways.indexOf('secondRoom')]
    if (this.rooms?.secondStarts && hasSlot(this.rooms.secondStarts, slot)) {
      for (const i of whoComes.paired) open[i * wayCount + second] = open[i * wayCount + room]!
    }
    return open
  }

  /** How open a way is to person i at a slot. */
  valueOf(i: number, way: number, slot: number): number {
    return valueAt(this.open[i]![way]!, slot)
  }

  private changed: Grid | null = null

  /** The starts at which something is open, or a room free, otherwise than a quarter hour before. */
  private changes(): Grid {
    if (this.changed) return this.changed
    const changes = emptyGrid(this.search.window)
    const mark = (grid: Grid): void => markChanges(changes, grid, this.search.among)
    for (const own of this.raw) eachGrid(own, mark)
    for (const { starts } of this.rooms?.rooms ?? []) mark(starts)
    this.changed = changes
    return changes
  }
}

function spread(group: GroupPlaces, placed: Int8Array, chosen: Int8Array): void {
  for (let k = 0; k < placed.length; k++) chosen[group.members[k]!] = placed[k]!
}

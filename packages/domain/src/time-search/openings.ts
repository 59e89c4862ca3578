import { ways } from '../meeting/participation'
import { isPresent, onSite, presenceIn } from '../meeting/placed-together'
import { preferences } from '../availability/availability-rule'
import type { FreeGrid } from './free-grid'
import { joined, met, runStarts, slotMs } from './slot-grid'
import type { Grid } from './slot-grid'
import type { TimePerson } from './time-person'

const wayCount = ways.length
const slotMinutes = slotMs / 60_000
const likings = preferences.length

/**
 * How well one way is open to one person for a start: 0 not at all; 1 to 3 with time off, 4 to 6 as things are, each from last resort to
 * better.
 */
export const mostOpen = 6
/** From here on nobody needs time off. */
export const openPlainly = 4

/**
 * The starts at which a way is open to somebody: `atLeast[value - 1]` has those at which it is open with that value or more; null where
 * there are none.
 */
type Opening = { readonly atLeast: readonly (Grid | null)[] }

/** A person's openings, by way; null for a way in which they never come. Ways open alike share theirs. */
export type Openings = readonly (Opening | null)[]

/** The slots, counted from the meeting's start, that somebody has to be free for: their part, and `travel` slots to each side. */
type NeededRun = { readonly offset: number; readonly length: number }

/** What a person needs for a meeting of `minutes` in a way, at a place they travel `travelMinutes` to. */
export function neededRun(
  { part }: Pick<TimePerson, 'part'>,
  how: (typeof ways)[number],
  minutes: number,
  travelMinutes: number,
): NeededRun {
  const { fromMinute, untilMinute } = presenceIn({ how, part }, minutes)
  const travel = onSite(how) ? Math.ceil(travelMinutes / slotMinutes) : 0
  return { offset: fromMinute / slotMinutes - travel, length: (untilMinute - fromMinute) / slotMinutes + 2 * travel }
}

/** What has been worked out for one person: for a way, and the run needed in it, the opening. */
type Known = { readonly way: number; readonly run: NeededRun; readonly opening: Opening }

/**
 * When each way is open to one person whose free time is `free`, in the words `among` of a grid. The second room is nobody's choice: it
 * stays null here (see `withSecondRoom`).
 */
function openingsOf(
  person: TimePerson,
  free: FreeGrid,
  minutes: number,
  travelMinutes: number,
  among: Int32Array,
  known: Known[],
): Openings {
  const found: (Opening | null)[] = []
  for (let way = 0; way < wayCount; way++) {
    if (free.any[way * likings] === null || ways[way] === 'secondRoom') {
      found.push(null)
      continue
    }
    const run = neededRun(person, ways[way]!, minutes, travelMinutes)
    let alike = 0
    while (
      alike < known.length &&
      !(sameOffer(free, known[alike]!.way, way) && known[alike]!.run.offset === run.offset && known[alike]!.run.length === run.length)
    )
      alike++
    if (alike === known.length) known.push({ way, run, opening: openingIn(free, way * likings, run, among) })
    found.push(known[alike]!.opening)
  }
  return found
}

function sameOffer({ plain, any }: FreeGrid, one: number, other: number): boolean {
  for (let liking = 0; liking < likings; liking++) {
    const [a, b] = [one * likings + liking, other * likings + liking]
    if (plain[a] !== plain[b] || any[a] !== any[b]) return false
  }
  return true
}

function openingIn({ plain, any }: FreeGrid, at: number, run: NeededRun, among: Int32Array): Opening {
  const open = startsOf(plain, at, run, among)
  const plainly = open[0]!
  let asksNothing = true
  for (let liking = 0; liking < likings; liking++) if (any[at + liking] !== plain[at + liking]) asksNothing = false
  // Whoever comes without time off does so, however much better they would like it with.
  const asked = asksNothing ? [plainly, plainly, plainly] : startsOf(any, at, run, among).map((grid) => joined(plainly, grid))
  return { atLeast: [...asked, ...open] }
}

function startsOf(grids: readonly (Grid | null)[], at: number, { offset, length }: NeededRun, among: Int32Array): (Grid | null)[] {
  const found: (Grid | null)[] = []
  for (let liking = 0; liking < likings; liking++) {
    const grid = grids[at + liking]!
    found.push(
      grid === null ? null : liking > 0 && grid === grids[at + liking - 1] ? found[liking - 1]! : runStarts(grid, length, offset, among),
    )
  }
  return found
}

/** How well the opening is open at a slot, 0 to `mostOpen`. */
export function valueAt(opening: Opening | null, slot: number): number {
  if (opening === null) return 0
  const { atLeast } = opening
  const word = slot >>> 5
  const bit = 1 << (slot & 31)
  if (!isSet(atLeast[0]!, word, bit)) return 0
  const least = isSet(atLeast[openPlainly - 1]!, word, bit) ? openPlainly : 1
  if (isSet(atLeast[least + 1]!, word, bit)) return least + 2
  return isSet(atLeast[least]!, word, bit) ? least + 1 : least
}

function isSet(grid: Grid | null, word: number, bit: number): boolean {
  return grid !== null && (grid[word]! & bit) !== 0
}

/** Calls `each` with every grid of somebody's openings; with one that several share once, as long as they stand side by side. */
export function eachGrid(openings: Openings, each: (grid: Grid) => void): void {
  for (let way = 0; way < openings.length; way++) {
    const opening = openings[way]!
    if (opening === null || (way > 0 && opening === openings[way - 1])) continue
    for (let i = 0; i < mostOpen; i++) {
      const grid = opening.atLeast[i]!
      if (grid !== null && (i === 0 || grid !== opening.atLeast[i - 1])) each(grid)
    }
  }
}

/** The starts at which the person could be present, in whatever way; null when there are none. */
export function presentIn(openings: Openings): Grid | null {
  const seen: Opening[] = []
  let present: Grid | null = null
  openings.forEach((opening, way) => {
    if (opening === null || !isPresent(ways[way]!) || seen.includes(opening)) return
    seen.push(opening)
    present = joined(present, opening.atLeast[0]!)
  })
  return present
}

function onlyAt(opening: Opening | null, starts: Grid | null): Opening | null {
  if (opening === null || starts === null) return null
  const cut = new Map<Grid, Grid>()
  const atLeast = opening.atLeast.map((grid) => {
    if (grid === null) return null
    const known = cut.get(grid) ?? met(grid, starts)
    cut.set(grid, known)
    return known
  })
  return { atLeast }
}

/** Gives everybody the second room where they could come to the room and `starts` says that two rooms are free. */
export function withSecondRoom(openings: Openings, starts: Grid | null): Openings {
  const inRoom = openings[ways.indexOf('inRoom')]!
  return inRoom === null || starts === null
    ? openings
    : openings.map((opening, way) => (ways[way] === 'secondRoom' ? onlyAt(inRoom, starts) : opening))
}

/**
 * Closes the ways of being present to those whose companion could not be present then; so on through the companion's own companion. Two who
 * come with each other can when both can. A companion who is not among the people can never come.
 */
export function withCompanions(people: readonly TimePerson[], openings: readonly Openings[]): readonly Openings[] {
  if (people.every(({ comesWith }) => comesWith === undefined)) return openings
  const place = new Map(people.map(({ id }, i) => [id, i]))
  return openings.map((own, i) => {
    let starts: Grid | null = null
    let everybody = true
    const asked = new Set([i])
    for (let comesWith = people[i]!.comesWith; comesWith !== undefined && everybody;) {
      const companion = place.get(comesWith)
      if (companion !== undefined && asked.has(companion)) break
      const present: Grid | null = companion === undefined ? null : presentIn(openings[companion]!)
      everybody = present !== null
      if (companion === undefined || present === null) break
      asked.add(companion)
      starts = starts === null ? present : met(starts, present)
      comesWith = people[companion]!.comesWith
    }
    if (everybody && starts === null) return own
    return own.map((opening, way) => (isPresent(ways[way]!) ? onlyAt(opening, everybody ? starts : null) : opening))
  })
}

/** The same for the values of one start: how open way w is to person i, at i * 6 + w, which it writes. */
export function closeWithoutCompanions(people: readonly TimePerson[], values: Uint8Array): void {
  const place = new Map(people.map(({ id }, i) => [id, i]))
  const present = (i: number): boolean => ways.some((way, w) => isPresent(way) && values[i * wayCount + w]! > 0)
  for (let closed = true; closed;) {
    closed = false
    people.forEach(({ comesWith }, i) => {
      const companion = comesWith === undefined ? i : place.get(comesWith)
      if (!present(i) || (companion !== undefined && present(companion))) return
      ways.forEach((way, w) => {
        if (isPresent(way)) values[i * wayCount + w] = 0
      })
      closed = true
    })
  }
}

/** Everybody's openings at each place (null: none), before companions and rooms are asked after, in the words `among` of a grid. */
export function openingsAt(
  places: readonly (string | null)[],
  people: readonly TimePerson[],
  free: readonly FreeGrid[],
  minutes: number,
  among: Int32Array,
): Openings[][] {
  const known: Known[][] = people.map(() => [])
  return places.map((placeId) =>
    people.map((person, i) =>
      openingsOf(person, free[i]!, minutes, placeId === null ? 0 : (person.travel?.[placeId] ?? 0), among, known[i]!),
    ),
  )
}

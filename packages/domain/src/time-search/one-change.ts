import { partEdges, ways, type Part, type PartEdge, type Way } from '../meeting/participation'
import { isPresent } from '../meeting/placed-together'
import type { FreeGrid } from './free-grid'
import { neededRun, openingsAt } from './openings'
import { PlaceSearch } from './place-search'
import { emptyGrid, hasSlot, setSlots, slotMs } from './slot-grid'
import type { Grid } from './slot-grid'
import type { TimeSearch } from './time-search'

/**
 * The one thing that is asked of somebody: to be free from `fromWall` to `untilWall` ('YYYY-MM-DDTHH:MM' in the ask's zone; `minutes` in
 * all), or, of a worker, to come for the first or the last `minutes` only.
 */
export type Change =
  | { readonly kind: 'free'; readonly id: string; readonly fromWall: string; readonly untilWall: string; readonly minutes: number }
  | { readonly kind: 'part'; readonly id: string; readonly edge: PartEdge; readonly minutes: number }

/** The slots, both included, that somebody is asked to be free for, and in which way. */
type Hours = { readonly how: Way; readonly first: number; readonly last: number }

/**
 * A change and how open each way would be to them with it; `asked`: the minutes that it asks of them, of a part those that they would miss.
 * It is either a part or hours.
 */
export type PossibleChange = {
  readonly change: Change
  readonly values: readonly number[]
  readonly asked: number
  readonly part?: Part
  readonly hours?: Hours
}

const slotMinutes = slotMs / 60_000
const likings = 3
const possible = 1
/** A worker who came for less would hardly be there. */
const leastPart = 30
const askedWays = ['inRoom', 'video', 'phone'] as const

/**
 * Person i freed, for a meeting at a slot, in the nearest way of being present that they ever offer, though another might ask for less;
 * null when they offer none. From the first quarter hour that they lack to the last, the way there and back included, would be possible as
 * things are, or as well liked as it is; what they could have with time off is not lacking.
 */
export function freed(search: TimeSearch, i: number, travelMinutes: number, slot: number): PossibleChange | null {
  const person = search.people[i]!
  const free = search.free[i]!
  const how = askedWays.find((way) => person.rules.some((rule) => 'how' in rule && rule.how.includes(way)))
  if (!how) return null
  const { offset, length } = neededRun(person, how, search.ask.minutes, travelMinutes)
  const [from, until] = [slot + offset, slot + offset + length]
  const any = free.any[ways.indexOf(how) * likings] ?? null
  const lacking = (at: number): boolean => any === null || !hasSlot(any, at)
  let [first, last] = [from, until - 1]
  while (first < until && !lacking(first)) first++
  while (last >= first && !lacking(last)) last--
  if (first > last) return null
  const minutes = (last + 1 - first) * slotMinutes
  return {
    change: {
      kind: 'free',
      id: person.id,
      fromWall: search.wall(search.msOf(first)),
      untilWall: search.wall(search.msOf(last + 1)),
      minutes,
    },
    values: ways.map((way, at) =>
      way === how ? valueOfRun(free, at, from, until, first, last) : valueInWay(search, i, person, way, travelMinutes, slot),
    ),
    asked: minutes,
    hours: { how, first, last },
  }
}

/** Every place of the search as it would be if person i were free for these hours. */
export function placesWhenFree(search: TimeSearch, i: number, { how, first, last }: Hours): PlaceSearch[] {
  const { people, places, window, ask, among } = search
  const freed = (grid: Grid | null, at: number): Grid | null => {
    if (Math.floor(at / likings) !== ways.indexOf(how) || at % likings > possible) return grid
    const own = grid?.slice() ?? emptyGrid(window)
    setSlots(own, window, first, last + 1)
    return own
  }
  const { plain, any } = search.free[i]!
  const openings = openingsAt(
    places.map(({ place }) => place?.id ?? null),
    [people[i]!],
    [{ plain: plain.map(freed), any: any.map(freed) }],
    ask.minutes,
    among,
  )
  return places.map(
    (at, p) =>
      new PlaceSearch(
        search,
        at.place,
        at.index,
        at.raw.map((own, j) => (j === i ? openings[p]![0]! : own)),
      ),
  )
}

/**
 * Person i, a worker who must be there, for the longest part at an edge of the meeting for which they are free, in whatever way of being
 * present: at most one change an edge. A part is half an hour or more, and a quarter hour or more shorter than what they are there for now;
 * whoever is there for a part keeps its edge.
 */
export function inPart(search: TimeSearch, i: number, travelMinutes: number, slot: number): PossibleChange[] {
  const person = search.people[i]!
  const whole = Math.min(person.part?.minutes ?? Infinity, search.ask.minutes)
  if (!person.worker || person.need !== 'must' || whole <= leastPart) return []
  return partEdges.flatMap((edge) => {
    if (person.part && whole < search.ask.minutes && person.part.edge !== edge) return []
    for (let minutes = whole - slotMinutes; minutes >= leastPart; minutes -= slotMinutes) {
      const part = { edge, minutes }
      const values = ways.map((way) => valueInWay(search, i, { part }, way, travelMinutes, slot))
      if (values.some((value, way) => value > 0 && isPresent(ways[way]!))) {
        return [{ change: { kind: 'part' as const, id: person.id, edge, minutes }, values, asked: whole - minutes, part }]
      }
    }
    return []
  })
}

function valueInWay(
  search: TimeSearch,
  i: number,
  person: { readonly part?: Part },
  way: (typeof ways)[number],
  travelMinutes: number,
  slot: number,
): number {
  if (way === 'secondRoom') return 0
  const { offset, length } = neededRun(person, way, search.ask.minutes, travelMinutes)
  return valueOfRun(search.free[i]!, ways.indexOf(way), slot + offset, slot + offset + length, 0, -1)
}

/** How open a way is over a run of slots, when they would be possible plainly from `freedFrom` to `freedUntil`, both included. */
function valueOfRun({ plain, any }: FreeGrid, way: number, from: number, until: number, freedFrom: number, freedUntil: number): number {
  let [plainly, asked] = [likings - 1, likings - 1]
  for (let at = from; at < until; at++) {
    const floor = at >= freedFrom && at <= freedUntil ? possible : -1
    plainly = Math.min(plainly, Math.max(floor, likingAt(plain, way, at)))
    asked = Math.min(asked, Math.max(floor, likingAt(any, way, at)))
  }
  return plainly >= 0 ? likings + 1 + plainly : asked + 1
}

function likingAt(grids: FreeGrid['plain'], way: number, slot: number): number {
  for (let liking = likings - 1; liking >= 0; liking--) {
    const grid = grids[way * likings + liking] ?? null
    if (grid !== null && hasSlot(grid, slot)) return liking
  }
  return -1
}

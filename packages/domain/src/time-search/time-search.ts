import type { PairApart } from '../family/kept-apart'
import type { Block } from '../clock/block'
import { ways } from '../meeting/participation'
import { isPresent } from '../meeting/placed-together'
import { allowedStarts, daysAsked, wordsOf } from './allowed-starts'
import type { AllowedStarts } from './allowed-starts'
import { freeGrid } from './free-grid'
import type { FreeGrid, Zones } from './free-grid'
import { openingsAt } from './openings'
import type { SearchFacts } from './search-facts'
import { slotMs, windowOf } from './slot-grid'
import type { Window } from './slot-grid'
import { PlaceSearch } from './place-search'
import type { TimeAsk } from './time-ask'
import { dayMs, instantToWall, wallReading } from '../clock/wall-time'
import type { ZoneOffsets } from '../clock/wall-time'
import { Attendance } from './attendance'
import { zoneOffsets } from '../clock/zone-offsets'
import { inOrder, type TimePerson } from './time-person'

/** Whether a place in `ways`, or -1, is a way of being present. */
export function comes(way: number): boolean {
  return way >= 0 && present[way]!
}

const present = ways.map(isPresent)

const minuteMs = 60_000
/**
 * How far a zone's offsets reach beyond the search: a shift and its sleep may begin three days before, and the change of a clock lies
 * within a day.
 */
const marginDays = 5

/**
 * One ask, with its people's rules expanded once onto the grid of its window, and a search at each of its places. It can be asked about the
 * starts that are allowed, and about one (ms) that was picked by hand.
 */
export class TimeSearch implements SearchFacts {
  readonly people: readonly TimePerson[]
  readonly length: number
  readonly window: Window
  readonly starts: readonly AllowedStarts[]
  readonly among: Int32Array
  readonly attendance: Attendance
  readonly free: readonly FreeGrid[]
  readonly places: readonly PlaceSearch[]
  private readonly known = new Map<string, ZoneOffsets>()
  private readonly todays = new Map<string, number>()
  private readonly fromMs: number
  private readonly untilMs: number
  private readonly datesFromMs: number
  private readonly datesUntilMs: number

  constructor(
    readonly ask: TimeAsk,
    people: readonly TimePerson[],
    readonly pairs: readonly PairApart[],
    busy: ReadonlyMap<string, readonly Block[]>,
    byHandMs: number | null = null,
  ) {
    const { firstDay, lastDay, length } = daysAsked(ask)
    this.length = length
    this.people = inOrder(people)
    const offered = ask.places && ask.places.length > 0 ? ask.places : [null]
    const travelMs =
      Math.max(0, ...this.people.flatMap(({ travel }) => (travel ? offered.map((place) => (place && travel[place.id]) ?? 0) : []))) *
      minuteMs
    this.fromMs = firstDay * dayMs - travelMs - marginDays * dayMs
    this.untilMs = (lastDay + 1) * dayMs + travelMs + marginDays * dayMs
    const at = this.zones.offsets(ask.zone)
    this.datesFromMs = wallReading(at, firstDay, 0, 'later')
    this.datesUntilMs = wallReading(at, lastDay, 1440, 'earlier')
    this.window = windowOf(this.datesFromMs - travelMs - slotMs, this.datesUntilMs + travelMs + slotMs)
    this.starts = allowedStarts(ask, at, this.window)
    const picked = byHandMs === null ? null : this.slotOf(byHandMs)
    this.among = wordsOf(picked === null ? this.starts : [...this.starts, { first: picked, last: picked }])
    this.attendance = new Attendance(this.people, pairs, ask.minutes)
    this.free = this.people.map((person) =>
      freeGrid(person.answered ? person.rules : [], person.answered ? (busy.get(person.id) ?? []) : [], this.zones, this.window),
    )
    const openings = openingsAt(
      offered.map((place) => place?.id ?? null),
      this.people,
      this.free,
      ask.minutes,
      this.among,
    )
    this.places = offered.map((place, index) => new PlaceSearch(this, place, index, openings[index]!))
  }

  readonly zones: Zones = {
    offsets: (zone) => {
      const known = this.known.get(zone)
      if (known) return known
      const made = zoneOffsets(zone, this.fromMs, this.untilMs)
      this.known.set(zone, made)
      return made
    },
    today: (zone) => {
      const known = this.todays.get(zone)
      if (known !== undefined) return known
      const { offsets } = zoneOffsets(zone, this.ask.nowMs, this.ask.nowMs + 1)
      const today = Math.floor((this.ask.nowMs + offsets[0]!) / dayMs)
      this.todays.set(zone, today)
      return today
    },
  }

  /**
   * The slot of a start (ms) picked by somebody; null when it is on no quarter hour or the meeting does not lie within the dates asked for.
   */
  slotOf(startMs: number): number | null {
    const slot = (startMs - this.window.startMs) / slotMs
    return Number.isInteger(slot) && startMs >= this.datesFromMs && startMs + this.length * slotMs <= this.datesUntilMs ? slot : null
  }

  msOf(slot: number): number {
    return this.window.startMs + slot * slotMs
  }

  /** What the wall of the ask's zone shows at an instant of the search, 'YYYY-MM-DDTHH:MM'. */
  wall(ms: number): string {
    const { date, time } = instantToWall(this.zones.offsets(this.ask.zone), ms)
    return `${date}T${time}`
  }
}

import type { PairApart } from '@kinplan/domain/family/kept-apart'
import type { Block } from '@kinplan/domain/clock/block'
import type { LeftOutWhy, Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { PlaceOffered, RoomOffered, TimeAsk } from '@kinplan/domain/time-search/time-ask'
import type { Way } from '@kinplan/domain/meeting/participation'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import { allowedStarts, wallText } from './slow-starts'
import { offeredBetween, slowWays, type Offered } from './slow-availability'
import { byNeedThenId, isThere, partOf, placeEverybody, type Placement, type Values } from './slow-placement'
import { chooseRooms, freeRooms, secondRoomOpen } from './slow-places'
import { shapeOf } from './slow-shape'
import { daysLater, quarterMs } from './slow-wall-clock'

const noNeeds = { stepFree: false, twoWaysOut: false, secondRoom: false }
const inRoom = slowWays.indexOf('inRoom')
const secondRoom = slowWays.indexOf('secondRoom')

/** All that is asked, with the starts it allows and what everybody offers around them; the people by need, then id. */
export interface SlowSearch {
  ask: TimeAsk
  people: readonly TimePerson[]
  pairs: readonly PairApart[]
  starts: readonly { ms: number; date: string }[]
  offered: readonly Offered[]
  /** The place in the coordinator's list, null where there is none. */
  places: readonly (PlaceOffered | null)[]
  /** How these people were placed before, by how open each way was to everybody. */
  placed: Map<string, Placement>
}

export function slowSearch(
  ask: TimeAsk,
  people: readonly TimePerson[],
  pairs: readonly PairApart[],
  busy: ReadonlyMap<string, readonly Block[]>,
): SlowSearch {
  const starts = allowedStarts(ask)
  const ordered = byNeedThenId(people)
  const longestTravel = Math.max(0, ...people.flatMap(({ travel }) => Object.values(travel ?? {}))) * 60_000 + quarterMs
  const [fromMs, untilMs] =
    starts.length === 0
      ? [0, 0]
      : [starts[0]!.ms - longestTravel, starts.at(-1)!.ms + ask.minutes * 60_000 + longestTravel].map(
          (ms) => Math.floor(ms / quarterMs) * quarterMs,
        )
  const offered = ordered.map(({ answered, rules, id }) =>
    offeredBetween(answered ? rules : [], busy.get(id) ?? [], ask.nowMs, fromMs! - quarterMs, untilMs! + quarterMs),
  )
  return {
    ask,
    people: ordered,
    pairs,
    starts,
    offered,
    places: ask.places && ask.places.length > 0 ? ask.places : [null],
    placed: new Map(),
  }
}

/**
 * How open each way is to one person for one start, before anybody's companion is asked after. A second room is not a way anybody chooses.
 */
export function valuesOf(person: TimePerson, offered: Offered, place: PlaceOffered | null, startMs: number, minutes: number): number[] {
  const part = partOf(person, minutes)
  const travel = place === null ? 0 : Math.ceil((person.travel?.[place.id] ?? 0) / 15) * 15
  return slowWays.map((how, way) => {
    if (how === 'secondRoom') return 0
    const around = how === 'inRoom' ? travel : 0
    const first = (startMs + (part.fromMinute - around) * 60_000 - offered.fromMs) / quarterMs
    const last = (startMs + (part.untilMinute + around) * 60_000 - offered.fromMs) / quarterMs - 1
    let plain = 2
    let any = 2
    for (let quarter = first; quarter <= last; quarter++) {
      plain = Math.min(plain, offered.plain[quarter * slowWays.length + way]!)
      any = Math.min(any, offered.any[quarter * slowWays.length + way]!)
    }
    return plain >= 0 ? 4 + plain : any >= 0 ? 1 + any : 0
  })
}

/** Closes being present to those whose companion cannot be present, until nothing changes. */
function withCompanions(people: readonly TimePerson[], values: Values): number[][] {
  const closed = values.map((own) => [...own])
  const canBeThere = (id: string) =>
    people.some((person, i) => person.id === id && slowWays.some((how, way) => isThere(how) && closed[i]![way]! > 0))
  for (let changed = true; changed;) {
    changed = false
    people.forEach(({ comesWith }, i) => {
      if (comesWith === undefined || canBeThere(comesWith)) return
      slowWays.forEach((how, way) => {
        if (!isThere(how) || closed[i]![way] === 0) return
        closed[i]![way] = 0
        changed = true
      })
    })
  }
  return closed
}

/** How open each way is to everybody for one start at one place, before anybody's companion is asked after. */
export function valuesAt({ ask, people, offered }: SlowSearch, place: PlaceOffered | null, startMs: number): number[][] {
  return people.map((person, i) => valuesOf(person, offered[i]!, place, startMs, ask.minutes))
}

/** The rooms of the place that nobody has at that start. */
export function roomsAt({ ask }: SlowSearch, place: PlaceOffered | null, startMs: number): RoomOffered[] {
  return place === null ? [] : freeRooms(place.rooms, startMs, startMs + ask.minutes * 60_000)
}

/** The same once companions and second rooms have been asked after. */
export function openAt({ ask, people }: SlowSearch, free: readonly RoomOffered[], raw: Values): number[][] {
  const values = withCompanions(people, raw)
  if (secondRoomOpen(free, ask.roomNeeds ?? noNeeds)) for (const own of values) own[secondRoom] = own[inRoom]!
  return values
}

/** Who takes part and how; worked out once for the same values. */
export function placedAs({ ask, people, pairs, placed }: SlowSearch, values: Values): Placement {
  const key = JSON.stringify(values)
  const found = placed.get(key) ?? placeEverybody(people, pairs, ask.minutes, values)
  placed.set(key, found)
  return found
}

/** The rooms for a meeting of people in these ways, no rooms where there is no place; null when there are none that do. */
export function roomsFor(
  { ask }: SlowSearch,
  place: PlaceOffered | null,
  free: readonly RoomOffered[],
  seats: readonly (Way | null)[],
): { roomId: string | null; secondRoomId: string | null } | null {
  if (place === null) return { roomId: null, secondRoomId: null }
  return chooseRooms(
    free,
    ask.roomNeeds ?? noNeeds,
    seats.filter((how) => how === 'inRoom').length,
    seats.filter((how) => how === 'secondRoom').length,
  )
}

/**
 * The account of one start at one place, from how open each way is to everybody; null when it is none: no room, or nobody of the family
 * there.
 */
export function proposalOf(search: SlowSearch, place: PlaceOffered | null, startMs: number, raw: Values): Proposal | null {
  const { ask, people, pairs } = search
  const endMs = startMs + ask.minutes * 60_000
  const free = roomsAt(search, place, startMs)
  const values = openAt(search, free, raw)
  const { seats, figures } = placedAs(search, values)
  if (!people.some(({ worker }, i) => !worker && isThere(seats[i]!))) return null
  const rooms = roomsFor(search, place, free, seats)
  if (rooms === null) return null

  const startWall = wallText(ask.zone, startMs)
  const askBy = ({ rules }: TimePerson) =>
    daysLater(startWall.slice(0, 10), -Math.max(...rules.map((rule) => ('timeOff' in rule ? (rule.timeOff?.noticeDays ?? 0) : 0))))
  const comes = people.flatMap((person, i) => {
    const how = seats[i]
    if (!how) return []
    return [values[i]![slowWays.indexOf(how)]! <= 3 ? { id: person.id, how, askBy: askBy(person) } : { id: person.id, how }]
  })
  const leftOut = people.flatMap((person, i) => (seats[i] ? [] : [{ id: person.id, why: whyLeftOut(person, raw[i]!, values[i]!) }]))
  const keptOut = new Set(leftOut.filter(({ why }) => why === 'keptApart').map(({ id }) => id))
  return {
    startMs,
    endMs,
    startWall,
    endWall: wallText(ask.zone, endMs),
    zone: ask.zone,
    placeId: place?.id ?? null,
    ...rooms,
    shape: shapeOf(
      people.map((person, i) => ({ id: person.id, how: seats[i] as Way | null, ...partOf(person, ask.minutes) })),
      pairs,
      keptOut,
    ),
    comes,
    leftOut,
    standing: [...figures, -startMs, 0 - search.places.indexOf(place)],
  }
}

function whyLeftOut({ answered }: TimePerson, raw: readonly number[], values: readonly number[]): LeftOutWhy {
  if (!answered) return 'noAnswerYet'
  if (values.some((value) => value > 0)) return 'keptApart'
  return raw.some((value) => value > 0) ? 'companionNotFree' : 'notFree'
}

import type { Block } from '@kinplan/domain/availability/free-grid'
import type { LeftOutWhy, Proposal } from '@kinplan/domain/availability/ranked-times'
import type { PlaceOffered, TimeAsk } from '@kinplan/domain/availability/time-ask'
import type { TimePerson } from '@kinplan/domain/availability/who-comes'
import type { KeptApart } from '@kinplan/domain/meeting/placed-together'
import type { Way } from '@kinplan/domain/meeting/participation'
import { allowedStarts, wallText } from './slow-starts'
import { offeredBetween, slowWays, type Offered } from './slow-availability'
import { byNeedThenId, compareFigures, isThere, partOf, placeEverybody, type Values } from './slow-placement'
import { chooseRooms, freeRooms, secondRoomOpen } from './slow-places'
import { shapeOf } from './slow-shape'
import { daysLater, quarterMs } from './slow-wall-clock'

const criteria = ['must', 'askedByChild', 'bothSides', 'hoped', 'how', 'welcome', 'timeOff', 'preference', 'sooner', 'place'] as const
const usualProposals = 6
const noNeeds = { stepFree: false, twoWaysOut: false, secondRoom: false }
const inRoom = slowWays.indexOf('inRoom')
const secondRoom = slowWays.indexOf('secondRoom')

interface Candidate {
  proposal: Proposal
  date: string
}

/**
 * What `rankedTimes` answers, worked out again from what was agreed about it, slowly and with nothing of its code: every start, every person, every quarter hour
 * and every way of placing those kept apart. Without the second meeting that a proposal may name.
 */
export function slowRankedTimes(ask: TimeAsk, people: readonly TimePerson[], pairs: readonly KeptApart[], busy: ReadonlyMap<string, readonly Block[]>): Proposal[] {
  const listed: Candidate[] = []
  for (const candidate of candidatesOf(ask, byNeedThenId(people), pairs, busy)) {
    if (listed.length === (ask.most ?? usualProposals)) break
    if (!listed.some((earlier) => hasAllOf(earlier, candidate))) listed.push(candidate)
  }
  return listed.map(({ proposal }, i) => {
    const next = listed[i + 1]?.proposal
    const better = next && criteria.find((_, at) => proposal.standing[at] !== next.standing[at])
    return better ? { ...proposal, better } : proposal
  })
}

/** Whether the later candidate brings nothing that the earlier one has not. */
function hasAllOf(earlier: Candidate, later: Candidate): boolean {
  const [one, other] = [earlier.proposal, later.proposal]
  const overlap = one.startMs < other.endMs && other.startMs < one.endMs
  if (overlap && other.comes.every(({ id }) => one.comes.some((person) => person.id === id))) return true
  const ways = ({ comes }: Proposal) => comes.map(({ id, how }) => `${id} ${how}`).join()
  return earlier.date === later.date && ways(one) === ways(other)
}

/** Everything worth listing, the best first. */
function candidatesOf(ask: TimeAsk, people: readonly TimePerson[], pairs: readonly KeptApart[], busy: ReadonlyMap<string, readonly Block[]>): Candidate[] {
  const starts = allowedStarts(ask)
  if (starts.length === 0) return []
  const longestTravel = Math.max(0, ...people.flatMap(({ travel }) => Object.values(travel ?? {}))) * 60_000 + quarterMs
  const [fromMs, untilMs] = [starts[0]!.ms - longestTravel, starts.at(-1)!.ms + ask.minutes * 60_000 + longestTravel].map((ms) => Math.floor(ms / quarterMs) * quarterMs)
  const offered = people.map(({ answered, rules, id }) => offeredBetween(answered ? rules : [], busy.get(id) ?? [], ask.nowMs, fromMs! - quarterMs, untilMs! + quarterMs))

  const places = ask.places && ask.places.length > 0 ? ask.places : [null]
  const found = places.flatMap((place, placeIndex) => {
    const valuesAt = (startMs: number) => people.map((person, i) => valuesOf(person, offered[i]!, place, startMs, ask.minutes))
    const roomsAt = (startMs: number) => (place === null ? [] : freeRooms(place.rooms, startMs, startMs + ask.minutes * 60_000))
    const isFirst = ({ ms, date }: { ms: number; date: string }) => !starts.some((before) => before.date === date && before.ms === ms - quarterMs)
    const told = new Map<number, string>()
    const tell = (startMs: number): string => {
      const text = told.get(startMs) ?? JSON.stringify([valuesAt(startMs), roomsAt(startMs).map(({ id }) => id)])
      told.set(startMs, text)
      return text
    }
    const differsFromBefore = (startMs: number) => tell(startMs) !== tell(startMs - quarterMs)
    return starts
      .filter((start) => isFirst(start) || differsFromBefore(start.ms))
      .flatMap(({ ms, date }) => {
        const proposal = proposalOf(ask, people, pairs, place, placeIndex, ms, valuesAt(ms))
        return proposal ? [{ proposal, date }] : []
      })
  })
  return found.sort((a, b) => compareFigures(a.proposal.standing, b.proposal.standing))
}

/** How open each way is to one person for one start, before anybody's companion is asked after. A second room is not a way anybody chooses. */
function valuesOf(person: TimePerson, offered: Offered, place: PlaceOffered | null, startMs: number, minutes: number): number[] {
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
  const canBeThere = (id: string) => people.some((person, i) => person.id === id && slowWays.some((how, way) => isThere(how) && closed[i]![way]! > 0))
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

/** The account of one start at one place; null when it is none: no room, or nobody of the family there. */
function proposalOf(ask: TimeAsk, people: readonly TimePerson[], pairs: readonly KeptApart[], place: PlaceOffered | null, placeIndex: number, startMs: number, raw: Values): Proposal | null {
  const endMs = startMs + ask.minutes * 60_000
  const needed = ask.roomNeeds ?? noNeeds
  const free = place === null ? [] : freeRooms(place.rooms, startMs, endMs)
  const values = withCompanions(people, raw)
  if (secondRoomOpen(free, needed)) for (const own of values) own[secondRoom] = own[inRoom]!
  const { seats, figures } = placeEverybody(people, pairs, ask.minutes, values)
  if (!people.some(({ worker }, i) => !worker && isThere(seats[i]!))) return null
  const rooms = place === null ? { roomId: null, secondRoomId: null } : chooseRooms(free, needed, seats.filter((how) => how === 'inRoom').length, seats.filter((how) => how === 'secondRoom').length)
  if (rooms === null) return null

  const startWall = wallText(ask.zone, startMs)
  const askBy = ({ rules }: TimePerson) => daysLater(startWall.slice(0, 10), -Math.max(...rules.map((rule) => ('timeOff' in rule ? (rule.timeOff?.noticeDays ?? 0) : 0))))
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
    shape: shapeOf(people.map((person, i) => ({ id: person.id, how: seats[i] as Way | null, ...partOf(person, ask.minutes) })), pairs, keptOut),
    comes,
    leftOut,
    standing: [...figures, -startMs, 0 - placeIndex],
  }
}

function whyLeftOut({ answered }: TimePerson, raw: readonly number[], values: readonly number[]): LeftOutWhy {
  if (!answered) return 'noAnswerYet'
  if (values.some((value) => value > 0)) return 'keptApart'
  return raw.some((value) => value > 0) ? 'companionNotFree' : 'notFree'
}

import type { PairApart } from '../family/kept-apart'
import type { Block } from '../clock/block'
import { ways } from '../meeting/participation'
import { isPresent } from '../meeting/placed-together'
import { always, type GoOn } from './go-on'
import { freed, inPart, placesWhenFree } from './one-change'
import type { Change, PossibleChange } from './one-change'
import type { PlaceSearch } from './place-search'
import { compareProposals } from './proposal-order'
import { bestFirst, dayOfStart, describeAlone, foundWith, keptOutOf } from './ranked-times'
import type { Proposal } from './ranked-times'
import { secondMeeting } from './second-meeting'
import { hasSlot } from './slot-grid'
import type { TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'
import { comes, TimeSearch } from './time-search'

/** A change, whether it is a worker's, and the proposal that it would make possible. */
export type OneAsk = { readonly change: Change; readonly worker: boolean; readonly result: Proposal }

/** Three letters are as many as a coordinator writes at once. */
const usualAsks = 3

/** A change at a start, and the most that it can reach: who would be present, as one number (see `StandingKeys.reach`). */
type Tried = {
  readonly at: PlaceSearch
  readonly slot: number
  readonly i: number
  readonly possible: PossibleChange
  readonly atMost: number
}
type Made = { readonly ask: OneAsk; readonly tried: Tried; readonly day: number; readonly reach: number }

/**
 * The smallest single changes that would make a better time than there is: of one person who is not free, or of a worker who must be there
 * and could come for a part. Better means more of those who must be there, then of those the child asked for, then both sides, then those
 * who are hoped for. Every start that the ask allows is tried at every place. Those that reach most come first, then workers before family,
 * then what asks for the fewest minutes (of a part: that they would miss), a part before as much time asked for, then the better proposal,
 * then the person by need and id, then the first part of the meeting. One a person, one a day (the date of the start in the ask's zone), at
 * most `most`. Not free is whoever has answered and can be present in no way, whatever takes the time: work, sleep, another appointment, a
 * day on which they cannot. They are asked for what they lack in the nearest way of being present that they ever offer, even where another
 * would take less. Somebody left out because of a pair, or for want of their companion, is asked nothing: it would not help. A second
 * meeting that a result names is the one there would be with the change made. Throws RangeError as `rankedTimes`.
 */
export function oneAsks(
  ask: TimeAsk,
  people: readonly TimePerson[],
  pairs: readonly PairApart[],
  busy: ReadonlyMap<string, readonly Block[]>,
  most = usualAsks,
): OneAsk[] {
  const search = new TimeSearch(ask, people, pairs, busy)
  return asksIn(search, busy, bestReach(search), most)
}

/**
 * `oneAsks` in a search that is made already, of which the best time reaches `best` (see `StandingKeys.reach`; -1 where there is none); the
 * best found, where it may not go on.
 */
export function asksIn(
  search: TimeSearch,
  busy: ReadonlyMap<string, readonly Block[]>,
  best: number,
  most = usualAsks,
  goOn: GoOn = always,
): OneAsk[] {
  const inPartOf = partSearches(search, busy)
  const tries = triesOf(search, best, goOn).sort(byOrder(search))
  const dayOf = dayOfStart(search)
  const made: Made[] = []
  for (let from = 0; from < tries.length;) {
    const before = made.length
    let next = from
    for (; next < tries.length && goOn() && byOrder(search)(tries[from]!, tries[next]!) === 0; next++) {
      const tried = tries[next]!
      const result = proposalWith(search, inPartOf, tried)
      const reach = result ? search.attendance.keys.reachOf(result.standing) : -1
      if (!result || reach <= best) continue
      const worker = search.people[tried.i]!.worker === true
      made.push({ ask: { change: tried.possible.change, worker, result }, tried, day: dayOf(tried.slot), reach })
    }
    const stopped = next === from || !goOn()
    from = next
    if (made.length === before && from < tries.length && !stopped) continue
    // What has been tried and comes before everything that has not is settled; where the search stops, it is all there is.
    const untried = stopped ? undefined : tries[from]
    const settled = made.filter((one) => !untried || inFront(search, one, untried))
    const chosen = chosenOf(settled, most)
    if (chosen.length >= most || !untried) return chosen.map((one) => withSecondMeeting(search, inPartOf, one))
  }
  return []
}

/** Every change worth trying at every allowed start and place. */
function triesOf(search: TimeSearch, best: number, goOn: GoOn): Tried[] {
  const { keys } = search.attendance
  const gains = gainsOf(search)
  return search.places.flatMap((at) => {
    const found: Tried[] = []
    for (const { first, last } of search.starts) {
      for (let slot = first; slot <= last && goOn(); slot++) {
        if (at.rooms && !(at.rooms.anyStarts && hasSlot(at.rooms.anyStarts, slot))) continue
        const { chosen, first: reached } = at.standingAt(slot)
        search.people.forEach((person, i) => {
          if (!person.answered || comes(chosen[i]!)) return
          const atMost = keys.reach(reached + gains[i]!)
          if (atMost <= best) return
          if (ways.some((way, w) => isPresent(way) && (at.valueOf(i, w, slot) > 0 || at.rawValueOf(i, w, slot) > 0))) return
          const travel = at.travelOf(person)
          const free = freed(search, i, travel, slot)
          for (const possible of [...(free ? [free] : []), ...inPart(search, i, travel, slot)])
            found.push({ at, slot, i, possible, atMost })
        })
      }
    }
    return found
  })
}

/**
 * The most that somebody's presence can add to the first number: their own, that of those who come with them, and the sides of the family.
 */
function gainsOf({ people, attendance: { keys } }: TimeSearch): number[] {
  return people.map(({ id }) => {
    const withThem = new Set([id])
    for (let known = 0; known < withThem.size;) {
      known = withThem.size
      for (const other of people) if (other.comesWith !== undefined && withThem.has(other.comesWith)) withThem.add(other.id)
    }
    const own = people.reduce((sum, other, i) => (withThem.has(other.id) ? sum + keys.presentUnits[keys.need(i)]! : sum), 0)
    return own + keys.children * keys.bothUnit
  })
}

function bestReach(search: TimeSearch): number {
  for (const { at, slot, chosen } of bestFirst(search)) return search.attendance.keys.reach(at.exactly(slot, chosen).first)
  return -1
}

function byOrder({ people }: TimeSearch): (a: Tried, b: Tried) => number {
  const family = (i: number): number => (people[i]!.worker ? 0 : 1)
  return (a, b) => b.atMost - a.atMost || family(a.i) - family(b.i) || a.possible.asked - b.possible.asked
}

/** Whether what was made comes before whatever can be made of what has not been tried. */
function inFront(search: TimeSearch, made: Made, untried: Tried): boolean {
  const order =
    untried.atMost - made.reach ||
    Number(made.ask.worker === false) - Number(!search.people[untried.i]!.worker) ||
    made.tried.possible.asked - untried.possible.asked
  return order < 0
}

function chosenOf(made: readonly Made[], most: number): Made[] {
  const sorted = made.toSorted(
    (a, b) =>
      b.reach - a.reach ||
      Number(b.ask.worker) - Number(a.ask.worker) ||
      a.tried.possible.asked - b.tried.possible.asked ||
      inFull(a) - inFull(b) ||
      compareProposals(a.ask.result, b.ask.result) ||
      a.tried.i - b.tried.i,
  )
  const chosen: Made[] = []
  for (const one of sorted) {
    if (chosen.length >= most) break
    if (!chosen.some(({ tried, day }) => tried.i === one.tried.i || day === one.day)) chosen.push(one)
  }
  return chosen
}

/** A part asks nobody for time that they have not. */
function inFull({ ask }: Made): number {
  return ask.change.kind === 'part' ? 0 : 1
}

type PartSearches = (i: number, change: PossibleChange) => TimeSearch

/** The search in which somebody comes for a part, which may then not overlap with that of whom they are kept apart from. */
function partSearches(search: TimeSearch, busy: ReadonlyMap<string, readonly Block[]>): PartSearches {
  const known = new Map<string, TimeSearch>()
  return (i, { part }) => {
    const key = JSON.stringify([i, part])
    const made =
      known.get(key) ??
      new TimeSearch(
        search.ask,
        search.people.map((person, at) => (at === i && part ? { ...person, part } : person)),
        search.pairs,
        busy,
      )
    known.set(key, made)
    return made
  }
}

/** What the change makes of the start, but for a second meeting; null when it is still none. */
function proposalWith(search: TimeSearch, inPartOf: PartSearches, { at, slot, i, possible }: Tried): Proposal | null {
  if (possible.part && search.attendance.paired.includes(i)) {
    const other = inPartOf(i, possible)
    const there = other.places[at.index]!
    const found = foundWith(other, there, slot, there.chosenAt(slot))
    return found && describeAlone(other, found)
  }
  const raw = new Uint8Array(search.people.length * ways.length)
  search.people.forEach((_, j) =>
    ways.forEach((_way, w) => (raw[j * ways.length + w] = j === i ? possible.values[w]! : at.rawValueOf(j, w, slot))),
  )
  const open = at.openWith(raw, slot)
  const found = foundWith(search, at, slot, at.chosenWith(open))
  const read = (values: Uint8Array) => (j: number, w: number) => values[j * ways.length + w]!
  return found && describeAlone(search, found, { raw: read(raw), open: read(open) })
}

/** With the second meeting that there would be if the change were made: it may be of the same person, or need them. */
function withSecondMeeting(search: TimeSearch, inPartOf: PartSearches, { ask, tried: { i, slot, possible } }: Made): OneAsk {
  const { result } = ask
  const keptOut = keptOutOf(result)
  if (keptOut.length === 0) return ask
  const second = possible.hours
    ? secondMeeting(search, slot, keptOut, placesWhenFree(search, i, possible.hours))
    : secondMeeting(inPartOf(i, possible), slot, keptOut)
  return { ...ask, result: second ? { ...result, secondMeeting: second } : result }
}

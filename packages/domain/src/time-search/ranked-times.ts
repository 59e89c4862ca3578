import type { PairApart } from '../family/kept-apart'
import type { Block } from '../clock/block'
import { ways, type Way } from '../meeting/participation'
import { meetingShape } from '../meeting/placed-together'
import type { MeetingShape } from '../meeting/placed-together'
import { CandidateQueue } from './candidate-queue'
import { openPlainly, valueAt } from './openings'
import type { PlaceSearch } from './place-search'
import { always, type GoOn } from './go-on'
import { betterIn } from './proposal-order'
import type { Criterion, Score } from './proposal-order'
import { secondMeeting, SecondMeeting } from './second-meeting'
import { usualProposals } from './time-ask'
import type { TimeAsk } from './time-ask'
import { comes, TimeSearch } from './time-search'
import { dateOfDay, dayOfDate } from '../clock/wall-time'
import type { TimePerson } from './time-person'

const wayCount = ways.length

/** Why somebody has no part in a time. For the coordinator only: to everybody else it would tell of a pair. */
export const leftOutWhys = ['notFree', 'noAnswerYet', 'keptApart', 'companionNotFree'] as const
export type LeftOutWhy = (typeof leftOutWhys)[number]

/** Somebody who takes part, and how; where they need time off work, the last day 'YYYY-MM-DD' to ask for it. */
type Comes = { readonly id: string; readonly how: Way; readonly askBy?: string }

/**
 * One time for a meeting: the instants (ms), the same as wall time 'YYYY-MM-DDTHH:MM' in the meeting's `zone`, the place and its rooms
 * (null where there is none), how pairs are kept apart, who takes part and how, who does not and why (both by need, then id), its figures
 * for `compareProposals`, the first thing in which it beats the next proposal of the list (none for the last), and the second meeting that
 * a pair makes necessary.
 */
export type Proposal = {
  readonly startMs: number
  readonly endMs: number
  readonly startWall: string
  readonly endWall: string
  readonly zone: string
  readonly placeId: string | null
  readonly roomId: string | null
  readonly secondRoomId: string | null
  readonly shape: MeetingShape
  readonly comes: readonly Comes[]
  readonly leftOut: readonly { readonly id: string; readonly why: LeftOutWhy }[]
  readonly standing: Score
  readonly better?: Criterion
  readonly secondMeeting?: SecondMeeting
}

/** A start at a place, with its rooms and who comes: for each person, in order, the place in `ways` of their way, or -1. */
type Found = {
  readonly at: PlaceSearch
  readonly slot: number
  readonly chosen: Int8Array
  readonly roomId: string | null
  readonly secondRoomId: string | null
}

/**
 * The best times for a meeting, the best first, at most `ask.most` (6 when left out). Starts lie on quarter hours.
 * A time at which nobody of the family could be present, or for which no room is free, is none; one that lacks somebody who must be there
 * comes after all that have more of those. Of starts on one day with the same people in the same ways only the best is listed, and none
 * that overlaps a better one without bringing anybody new. The order of `people` and `pairs` changes nothing. `busy` holds times (ms)
 * already taken, by person. Throws RangeError for an ask that `parseTimeAsk` would refuse.
 */
export function rankedTimes(
  ask: TimeAsk,
  people: readonly TimePerson[],
  pairs: readonly PairApart[],
  busy: ReadonlyMap<string, readonly Block[]>,
): Proposal[] {
  return rankedIn(new TimeSearch(ask, people, pairs, busy))
}

/** `rankedTimes` in a search that is made already; the best found, where it may not go on. */
export function rankedIn(search: TimeSearch, goOn: GoOn = always): Proposal[] {
  const listed: Proposal[] = []
  const dayOf = dayOfStart(search)
  const found: (Found & { day: number })[] = []
  for (const candidate of bestFirst(search, goOn)) {
    if (listed.length >= (search.ask.most ?? usualProposals)) break
    const day = dayOf(candidate.slot)
    const { chosen, slot } = candidate
    const nothingNew = found.some(
      (earlier) =>
        (Math.abs(earlier.slot - slot) < search.length && chosen.every((way, i) => way < 0 || earlier.chosen[i]! >= 0)) ||
        (earlier.day === day && chosen.every((way, i) => way === earlier.chosen[i])),
    )
    if (nothingNew) continue
    found.push({ ...candidate, day })
    listed.push(describe(search, candidate))
  }
  return listed.map((proposal, i) => {
    const next = listed[i + 1]
    const better = next && betterIn(proposal, next)
    return better ? { ...proposal, better } : proposal
  })
}

/**
 * The same account of one start (ms) at one place that somebody picked, from the list or by hand; `placeId` null where no places are asked
 * for. null when it is not on a quarter hour or at none of the places, when the meeting does not lie within the dates asked for, when no
 * room is free, or when nobody of the family could be present. Hours, weekdays, days off and notice are the picker's to decide; pairs kept
 * apart are not.
 */
export function proposalAt(
  startMs: number,
  placeId: string | null,
  ask: TimeAsk,
  people: readonly TimePerson[],
  pairs: readonly PairApart[],
  busy: ReadonlyMap<string, readonly Block[]>,
): Proposal | null {
  const search = new TimeSearch(ask, people, pairs, busy, startMs)
  const at = search.places.find(({ place }) => (place?.id ?? null) === placeId)
  const slot = search.slotOf(startMs)
  if (!at || slot === null) return null
  const found = foundWith(search, at, slot, at.chosenAt(slot))
  return found && describe(search, found)
}

/**
 * All starts at all places that are worth listing, the best first, for as long as it may go on; then those that were looked at in full, in
 * their order.
 */
export function* bestFirst(search: TimeSearch, goOn: GoOn = always): Generator<Found> {
  const queue = new CandidateQueue()
  for (const place of search.places) place.addCandidates(queue)
  queue.arrange()
  const exact = new Map<number, Found & { first: number; second: number }>()
  for (let best = queue.best(); best >= 0 && goOn(); best = queue.best()) {
    const known = exact.get(best)
    if (known) {
      exact.delete(best)
      queue.take()
      yield known
      continue
    }
    const at = search.places[queue.placeOf(best)]!
    const slot = queue.slotOf(best)
    if (queue.isRough(best)) {
      queue.lower(queue.firstOf(best), at.secondBound(slot))
      continue
    }
    const chosen = at.chosenAt(slot)
    const found = foundWith(search, at, slot, chosen)
    if (!found) {
      queue.take()
      continue
    }
    const { first, second } = at.exactly(slot, chosen)
    exact.set(best, { ...found, first, second })
    queue.lower(first, second)
  }
  yield* [...exact.values()].toSorted((a, b) => b.first - a.first || b.second - a.second)
}

/** What these people in these ways make of a start; null when it is no time for a meeting. */
export function foundWith(search: TimeSearch, at: PlaceSearch, slot: number, chosen: Int8Array): Found | null {
  if (!familyComes(search.people, chosen)) return null
  if (at.rooms === null) return { at, slot, chosen, roomId: null, secondRoomId: null }
  const rooms = at.rooms.choose(slot, sitting(chosen, inRoom), sitting(chosen, secondRoom))
  return rooms && { at, slot, chosen, roomId: rooms.roomId, secondRoomId: rooms.secondRoomId }
}

const inRoom = ways.indexOf('inRoom')
const secondRoom = ways.indexOf('secondRoom')

function familyComes(people: readonly TimePerson[], chosen: Int8Array): boolean {
  for (let i = 0; i < chosen.length; i++) if (comes(chosen[i]!) && !people[i]!.worker) return true
  return false
}

function sitting(chosen: Int8Array, room: number): number {
  let count = 0
  for (let i = 0; i < chosen.length; i++) if (chosen[i] === room) count++
  return count
}

/** The day number of an allowed start. */
export function dayOfStart(search: TimeSearch): (slot: number) => number {
  const starts = search.starts
  return (slot) => starts.find(({ first, last }) => first <= slot && slot <= last)!.day
}

/** How open each way is to everybody at a start: way w to person i at i * 6 + w. */
type Values = { readonly raw: (i: number, way: number) => number; readonly open: (i: number, way: number) => number }

/** The account of what was found, with the second meeting that it makes necessary. */
function describe(search: TimeSearch, found: Found): Proposal {
  const proposal = describeAlone(search, found)
  const keptOut = keptOutOf(proposal)
  const second = keptOut.length > 0 ? secondMeeting(search, found.slot, keptOut) : null
  return second ? { ...proposal, secondMeeting: second } : proposal
}

/** Ids of those who are left out because of a pair. */
export function keptOutOf({ leftOut }: Pick<Proposal, 'leftOut'>): string[] {
  return leftOut.flatMap(({ id, why }) => (why === 'keptApart' ? [id] : []))
}

/** The account of what was found, without a second meeting: to look for one takes as long as a search. */
export function describeAlone(search: TimeSearch, found: Found, values: Values = valuesOf(found)): Proposal {
  const { at, slot, chosen, roomId, secondRoomId } = found
  const { ask, people, attendance: whoComes } = search
  const startMs = search.msOf(slot)
  const endMs = startMs + search.length * 900_000
  const startWall = search.wall(startMs)
  const startDay = dayOfDate(startWall.slice(0, 10))
  const coming: Comes[] = []
  const leftOut: { id: string; why: LeftOutWhy }[] = []
  const taken = new Uint8Array(people.length * wayCount)
  people.forEach((person, i) => {
    const way = chosen[i]!
    if (way < 0) {
      leftOut.push({ id: person.id, why: whyLeftOut(person, i, values) })
      return
    }
    const value = values.open(i, way)
    taken[i * wayCount + way] = value
    const [id, how] = [person.id, ways[way]!]
    coming.push(value < openPlainly ? { id, how, askBy: askBy(person, startDay) } : { id, how })
  })
  return {
    startMs,
    endMs,
    startWall,
    endWall: search.wall(endMs),
    zone: ask.zone,
    placeId: at.place?.id ?? null,
    roomId,
    secondRoomId,
    shape: meetingShape(coming, search.pairs, keptOutOf({ leftOut })),
    comes: coming,
    leftOut,
    standing: [...whoComes.keys.figures(chosen, taken), -startMs, 0 - at.index],
  }
}

function valuesOf({ at, slot }: Found): Values {
  return { raw: (i, way) => valueAt(at.raw[i]![way]!, slot), open: (i, way) => valueAt(at.open[i]![way]!, slot) }
}

function whyLeftOut({ answered }: TimePerson, i: number, { raw, open }: Values): LeftOutWhy {
  if (!answered) return 'noAnswerYet'
  for (let way = 0; way < wayCount; way++) if (open(i, way) > 0) return 'keptApart'
  for (let way = 0; way < wayCount; way++) if (raw(i, way) > 0) return 'companionNotFree'
  return 'notFree'
}

/** The last day on which an employer still gets the longest notice that one of the person's jobs needs. */
function askBy({ rules }: TimePerson, day: number): string {
  let notice = 0
  for (const rule of rules) if ('timeOff' in rule && rule.timeOff && rule.timeOff.noticeDays > notice) notice = rule.timeOff.noticeDays
  return dateOfDay(day - notice)
}

import type { OneAsk } from '@kinplan/domain/time-search/one-ask'
import type { Change } from '@kinplan/domain/time-search/one-change'
import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { PlaceOffered } from '@kinplan/domain/time-search/time-ask'
import { slowWays, type Offered } from './slow-availability'
import { compareFigures, figuresOf, isThere, partOf, type Values } from './slow-placement'
import { openAt, proposalOf, roomsAt, valuesAt, valuesOf, type SlowSearch } from './slow-search'
import { withSecondMeeting } from './slow-second-meeting'
import { wallText } from './slow-starts'
import { quarterMs } from './slow-wall-clock'

const leastPart = 30
/** The figures that say who is present: those who must be, whom the child asked for, both sides, those hoped for. */
const presence = 4
const possible = 1

/** A single change at one start and place, and all that is asked once it has been put in. */
interface Tried {
  person: number
  change: Change
  asked: number
  search: SlowSearch
}

interface Made extends Tried {
  date: string
  result: Proposal
}

/**
 * What `oneAsks` answers, worked out again from what was agreed about it: at every start and place every change of everybody is put in, by
 * itself, and everybody placed again; of all that make a better time than the `best` there is (its standing, null where there is none), at
 * most `most` are taken that come first.
 */
export function slowOneAsks(search: SlowSearch, best: readonly number[] | null, most: number): OneAsk[] {
  const isWorker = ({ person }: Tried) => search.people[person]!.worker === true
  const made = search.places.flatMap((place) => search.starts.flatMap(({ ms, date }) => madeAt(search, place, ms, date, best)))
  made.sort(
    (a, b) =>
      compareFigures(reach(a.result.standing), reach(b.result.standing)) ||
      Number(isWorker(b)) - Number(isWorker(a)) ||
      a.asked - b.asked ||
      Number(b.change.kind === 'part') - Number(a.change.kind === 'part') ||
      compareFigures(a.result.standing, b.result.standing) ||
      a.person - b.person,
  )
  const chosen: Made[] = []
  for (const one of made)
    if (chosen.length < most && !chosen.some(({ person, date }) => person === one.person || date === one.date)) chosen.push(one)
  return chosen.map((one) => ({ change: one.change, worker: isWorker(one), result: withSecondMeeting(one.search, one.result) }))
}

const reach = (standing: readonly number[]): readonly number[] => standing.slice(0, presence)
const isBetter = (standing: readonly number[], best: readonly number[] | null): boolean =>
  best === null || compareFigures(reach(standing), reach(best)) < 0
const canBeThere = (own: readonly number[]): boolean => slowWays.some((how, way) => isThere(how) && own[way]! > 0)

/** Every change at one start and place that makes it better than `best`, of those who are not free. */
function madeAt(search: SlowSearch, place: PlaceOffered | null, startMs: number, date: string, best: readonly number[] | null): Made[] {
  const raw = valuesAt(search, place, startMs)
  const withOne = (person: number, changed: readonly number[]) => raw.map((own, i) => (i === person ? changed : own))
  return search.people.flatMap(({ answered }, person) => {
    if (!answered || canBeThere(raw[person]!)) return []
    if (
      !couldBeBetter(
        search,
        place,
        startMs,
        withOne(
          person,
          slowWays.map(() => 1),
        ),
        best,
      )
    )
      return []
    return changesOf(search, place, startMs, person).flatMap((tried) => {
      const changed = valuesOf(tried.search.people[person]!, tried.search.offered[person]!, place, startMs, search.ask.minutes)
      const result = proposalOf(tried.search, place, startMs, withOne(person, changed))
      return result && isBetter(result.standing, best) ? [{ ...tried, date, result }] : []
    })
  })
}

/** Whether the start would be better if all who can be there were, whoever is kept apart from whom: if not, no change need be tried. */
function couldBeBetter(
  search: SlowSearch,
  place: PlaceOffered | null,
  startMs: number,
  raw: Values,
  best: readonly number[] | null,
): boolean {
  const open = openAt(search, roomsAt(search, place, startMs), raw)
  const seats = open.map((own) => slowWays.find((how, way) => isThere(how) && own[way]! > 0) ?? null)
  return isBetter(figuresOf(search.people, seats, open), best)
}

/** To be free; and of a worker who must be there, to come for the longest part at each edge for which they are. */
function changesOf(search: SlowSearch, place: PlaceOffered | null, startMs: number, person: number): Tried[] {
  const parts = (['beginning', 'end'] as const).flatMap((edge) => inPart(search, place, startMs, person, edge) ?? [])
  const free = freed(search, place, startMs, person)
  return free === null ? parts : [free, ...parts]
}

/** In the nearest way of being there that they ever offer: from the first quarter hour that they lack to the last. */
function freed(search: SlowSearch, place: PlaceOffered | null, startMs: number, i: number): Tried | null {
  const person = search.people[i]!
  const {
    ask: { minutes, zone },
  } = search
  const how = slowWays.find((way) => isThere(way) && person.rules.some((rule) => 'how' in rule && rule.how.includes(way)))
  if (how === undefined) return null
  const { fromMs, plain, any } = search.offered[i]!
  const at = (ms: number): number => ((ms - fromMs) / quarterMs) * slowWays.length + slowWays.indexOf(how)
  const { fromMinute, untilMinute } = partOf(person, minutes)
  const travel = how === 'inRoom' && place !== null ? Math.ceil((person.travel?.[place.id] ?? 0) / 15) * 15 : 0
  const lacking: number[] = []
  for (let ms = startMs + (fromMinute - travel) * 60_000; ms < startMs + (untilMinute + travel) * 60_000; ms += quarterMs)
    if (any[at(ms)]! < 0) lacking.push(ms)
  const [firstMs, untilMs] = [lacking[0]!, lacking.at(-1)! + quarterMs]
  const offered: Offered = { fromMs, plain: plain.slice(), any: any.slice() }
  for (let ms = firstMs; ms < untilMs; ms += quarterMs)
    for (const one of [offered.plain, offered.any]) one[at(ms)] = Math.max(one[at(ms)]!, possible)
  const asked = (untilMs - firstMs) / 60_000
  return {
    person: i,
    change: { kind: 'free', id: person.id, fromWall: wallText(zone, firstMs), untilWall: wallText(zone, untilMs), minutes: asked },
    asked,
    search: { ...search, offered: search.offered.map((own, other) => (other === i ? offered : own)) },
  }
}

/** The longest part at an edge for which a worker who must be there is free, of half an hour or more; null when there is none. */
function inPart(search: SlowSearch, place: PlaceOffered | null, startMs: number, i: number, edge: 'beginning' | 'end'): Tried | null {
  const person = search.people[i]!
  const { fromMinute, untilMinute } = partOf(person, search.ask.minutes)
  const whole = untilMinute - fromMinute
  const isAlreadyPart = whole < search.ask.minutes
  if (!person.worker || person.need !== 'must' || (isAlreadyPart && person.part!.edge !== edge)) return null
  for (let minutes = whole - 15; minutes >= leastPart; minutes -= 15) {
    const changed = { ...person, part: { edge, minutes } }
    if (!canBeThere(valuesOf(changed, search.offered[i]!, place, startMs, search.ask.minutes))) continue
    return {
      person: i,
      change: { kind: 'part', id: person.id, edge, minutes },
      asked: whole - minutes,
      search: { ...search, placed: new Map(), people: search.people.map((other, at) => (at === i ? changed : other)) },
    }
  }
  return null
}

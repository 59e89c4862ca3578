import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { SecondMeeting } from '@kinplan/domain/time-search/second-meeting'
import type { PlaceOffered } from '@kinplan/domain/time-search/time-ask'
import { isThere } from './slow-placement'
import { openAt, placedAs, roomsAt, roomsFor, valuesAt, type SlowSearch } from './slow-search'
import { wallText } from './slow-starts'

const apartMs = 60 * 60_000

/**
 * The proposal with the meeting of their own for those whom a pair keeps out of it, where there is one: every allowed start, worker and
 * place is tried in turn.
 */
export function withSecondMeeting(search: SlowSearch, proposal: Proposal): Proposal {
  const keptOut = proposal.leftOut.flatMap(({ id, why }) => (why === 'keptApart' ? [id] : []))
  const second = keptOut.length === 0 ? null : secondMeeting(search, proposal, keptOut)
  return second === null ? proposal : { ...proposal, secondMeeting: second }
}

function secondMeeting(search: SlowSearch, { startMs, endMs }: Proposal, keptOut: readonly string[]): SecondMeeting | null {
  const { people, starts, places, ask } = search
  const workers = people.filter(({ id, worker, need }) => worker && need === 'must' && !keptOut.includes(id))
  if (people.every(({ id, worker }) => worker || !keptOut.includes(id))) return null
  for (const { ms } of starts) {
    const untilMs = ms + ask.minutes * 60_000
    if (ms - endMs < apartMs && startMs - untilMs < apartMs) continue
    for (const { id } of workers) {
      const ids = people.map((person) => person.id).filter((other) => other === id || keptOut.includes(other))
      if (places.some((place) => canMeet(search, place, ms, ids)))
        return { startMs: ms, startWall: wallText(ask.zone, ms), endWall: wallText(ask.zone, untilMs), ids }
    }
  }
  return null
}

/** Whether these and nobody else could all be present, in rooms that hold them. */
function canMeet(search: SlowSearch, place: PlaceOffered | null, startMs: number, ids: readonly string[]): boolean {
  const allNeeded: SlowSearch = { ...search, people: search.people.map((person) => ({ ...person, need: 'must' })), placed: new Map() }
  const free = roomsAt(search, place, startMs)
  const open = openAt(search, free, valuesAt(search, place, startMs))
  const { seats } = placedAs(
    allNeeded,
    open.map((own, i) => (ids.includes(search.people[i]!.id) ? own : own.map(() => 0))),
  )
  return search.people.every(({ id }, i) => !ids.includes(id) || isThere(seats[i]!)) && roomsFor(search, place, free, seats) !== null
}

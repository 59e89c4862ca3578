import type { PairApart } from '@kinplan/domain/family/kept-apart'
import type { Block } from '@kinplan/domain/clock/block'
import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { TimeAsk } from '@kinplan/domain/time-search/time-ask'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import { compareFigures } from './slow-placement'
import { proposalOf, roomsAt, slowSearch, valuesAt, type SlowSearch } from './slow-search'
import { quarterMs } from './slow-wall-clock'

const criteria = ['must', 'askedByChild', 'bothSides', 'hoped', 'how', 'welcome', 'timeOff', 'preference', 'sooner', 'place'] as const
const usualProposals = 6

/** A proposal, and the date for which its start was allowed. */
interface Candidate {
  proposal: Proposal
  date: string
}

/**
 * What `rankedTimes` answers, worked out again from what was agreed about it, slowly and with nothing of its code: every start, every
 * person, every quarter hour and every way of placing those kept apart. Without the second meeting that a proposal may name (see
 * `withSecondMeeting`).
 */
export function slowRankedTimes(
  ask: TimeAsk,
  people: readonly TimePerson[],
  pairs: readonly PairApart[],
  busy: ReadonlyMap<string, readonly Block[]>,
): Proposal[] {
  return listedOf(candidatesOf(slowSearch(ask, people, pairs, busy)), ask)
}

/** Of all that is worth listing, the best first, what is listed. */
export function listedOf(candidates: readonly Candidate[], { most = usualProposals }: TimeAsk): Proposal[] {
  const listed: Candidate[] = []
  for (const candidate of candidates) {
    if (listed.length === most) break
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
export function candidatesOf(search: SlowSearch): Candidate[] {
  const { starts, places } = search
  const found = places.flatMap((place) => {
    const isFirst = ({ ms, date }: { ms: number; date: string }) =>
      !starts.some((before) => before.date === date && before.ms === ms - quarterMs)
    const told = new Map<number, string>()
    const tell = (startMs: number): string => {
      const text =
        told.get(startMs) ?? JSON.stringify([valuesAt(search, place, startMs), roomsAt(search, place, startMs).map(({ id }) => id)])
      told.set(startMs, text)
      return text
    }
    const differsFromBefore = (startMs: number) => tell(startMs) !== tell(startMs - quarterMs)
    return starts
      .filter((start) => isFirst(start) || differsFromBefore(start.ms))
      .flatMap(({ ms, date }) => {
        const proposal = proposalOf(search, place, ms, valuesAt(search, place, ms))
        return proposal ? [{ proposal, date }] : []
      })
  })
  return found.sort((a, b) => compareFigures(a.proposal.standing, b.proposal.standing))
}

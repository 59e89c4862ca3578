import { keptRule, type TypedAvailabilityRule } from '../availability/availability-rule'
import type { Block } from '../clock/block'
import type { PairApart } from '../family/kept-apart'
import { always } from './go-on'
import { heatOfWeeks, type HeatHour } from './heat-of-weeks'
import { asksIn, type OneAsk } from './one-ask'
import { rankedIn, type Proposal } from './ranked-times'
import type { TimeAsk } from './time-ask'
import type { TimePerson } from './time-person'
import { TimeSearch } from './time-search'

/** All that a search for a time takes: plain data, so that it can go to another thread. */
export interface TimesSought {
  readonly ask: TimeAsk
  readonly people: readonly TimePerson[]
  readonly pairs: readonly PairApart[]
  /** Times (ms) already taken, by person. */
  readonly busy: ReadonlyMap<string, readonly Block[]>
}

/** Somebody a time is sought for, with their rules as they are kept. */
export type PersonAsKept = Omit<TimePerson, 'rules'> & { readonly rules: readonly TypedAvailabilityRule[] }

/** As `TimesSought`, with everybody's rules as they are kept: a calendar is long, and is read where the search runs. */
export interface TimesAsKept extends Omit<TimesSought, 'people'> {
  readonly people: readonly PersonAsKept[]
}

export function readKept({ people, ...sought }: TimesAsKept): TimesSought {
  return { ...sought, people: people.map((person) => ({ ...person, rules: person.rules.map(keptRule) })) }
}

/** All that a search gives: the best times, the few things to ask, and the best of every hour. */
export interface TimesFound {
  readonly proposals: Proposal[]
  readonly asks: OneAsk[]
  readonly heat: HeatHour[]
  /** One of them might not go on to its end: it is the best that was found. */
  readonly stopped: boolean
}

/** The parts of a search, in the order in which they are done. */
type SearchPart = 'proposals' | 'asks' | 'heat'

/**
 * The same as `rankedTimes`, `oneAsks` and `heatOfWeeks` give, with everybody's rules laid out once. Throws RangeError as they do. `goOn`
 * is asked before each step of a part.
 */
export function searchTimes({ ask, people, pairs, busy }: TimesSought, goOn: (part: SearchPart) => boolean = always): TimesFound {
  const search = new TimeSearch(ask, people, pairs, busy)
  let stopped = false
  const inPart = (part: SearchPart) => () => {
    if (goOn(part)) return true
    stopped = true
    return false
  }
  const proposals = rankedIn(search, inPart('proposals'))
  const [first] = proposals
  const best = first ? search.attendance.keys.reachOf(first.standing) : -1
  const asks = asksIn(search, busy, best, undefined, inPart('asks'))
  const heat = heatOfWeeks(search, inPart('heat'))
  return { proposals, asks, heat, stopped }
}

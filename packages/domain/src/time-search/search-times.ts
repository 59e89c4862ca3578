import type { Block } from '../clock/block'
import type { PairApart } from '../family/kept-apart'
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

/** All that a search gives: the best times, the few things to ask, and the best of every hour. */
export interface TimesFound {
  readonly proposals: Proposal[]
  readonly asks: OneAsk[]
  readonly heat: HeatHour[]
}

/** The same as `rankedTimes`, `oneAsks` and `heatOfWeeks` give, with everybody's rules laid out once. Throws RangeError as they do. */
export function searchTimes({ ask, people, pairs, busy }: TimesSought): TimesFound {
  const search = new TimeSearch(ask, people, pairs, busy)
  return { proposals: rankedIn(search), asks: asksIn(search, busy), heat: heatOfWeeks(search) }
}

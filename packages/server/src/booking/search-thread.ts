import { proposalAt, type Proposal } from '@kinplan/domain/time-search/ranked-times'
import { readKept, searchTimes as searchOn, type TimesAsKept, type TimesFound } from '@kinplan/domain/time-search/search-times'

/**
 * When each part of a search ends, in milliseconds from its beginning: what is left of one is for the next. Everybody's rules have to be
 * laid out before the first step.
 */
const partsEndMs = { proposals: 900, asks: 1300, heat: 1700 }
/** As many steps a search may always take, so that a busy machine finds something, too. */
const fewestSteps = 300

/** What a thread of the search does: see `openSearches`. Built to a file of its own. */
export function searchTimes(kept: TimesAsKept): TimesFound {
  const began = performance.now()
  let steps = 0
  return searchOn(readKept(kept), (part) => ++steps <= fewestSteps || performance.now() - began < partsEndMs[part])
}

/** One start picked by hand (in ms), at a place or at none. */
export interface TimePicked {
  readonly kept: TimesAsKept
  readonly startMs: number
  readonly placeId: string | null
}

/** Who could come at one start; null where the family could not. */
export function timeByHand({ kept, startMs, placeId }: TimePicked): Proposal | null {
  const { ask, people, pairs, busy } = readKept(kept)
  return proposalAt(startMs, placeId, ask, people, pairs, busy)
}

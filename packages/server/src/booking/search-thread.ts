import { searchTimes as searchOn, type TimesFound, type TimesSought } from '@kinplan/domain/time-search/search-times'

/**
 * How long a search may take from its first step to the end of each of its parts, in milliseconds: what is left of one is for the next.
 * Before the first step everybody's rules are laid out, which has to be done.
 */
const partsEndMs = { proposals: 700, asks: 1100, heat: 1500 }
/** As many steps a search may always take, so that a busy machine finds something, too. */
const fewestSteps = 500

/** What a thread of the search does: see `openSearches`. Built to a file of its own. */
export function searchTimes(sought: TimesSought): TimesFound {
  let [steps, began] = [0, 0]
  return searchOn(sought, (part) => {
    if (steps === 0) began = performance.now()
    return ++steps <= fewestSteps || performance.now() - began < partsEndMs[part]
  })
}

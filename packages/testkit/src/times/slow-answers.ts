import type { OneAsk } from '@kinplan/domain/time-search/one-ask'
import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import { slowOneAsks } from './slow-one-asks'
import { candidatesOf, listedOf } from './slow-reference'
import { slowSearch } from './slow-search'
import { withSecondMeeting } from './slow-second-meeting'
import { mostAsks, type World } from './world'

/** All that a coordinator is told of a world: the best times, and what could be asked for a better one. */
export interface Answers {
  times: Proposal[]
  asks: OneAsk[]
}

/** What `rankedTimes` and `oneAsks` answer, second meetings included, worked out again slowly and with nothing of their code. */
export function slowAnswers(world: World): Answers {
  const { ask, people, pairs, busy } = world
  const search = slowSearch(ask, people, pairs, busy)
  const candidates = candidatesOf(search)
  return {
    times: listedOf(candidates, ask).map((proposal) => withSecondMeeting(search, proposal)),
    asks: slowOneAsks(search, candidates[0]?.proposal.standing ?? null, mostAsks(world)),
  }
}

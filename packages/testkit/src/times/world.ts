import type { Block } from '@kinplan/domain/clock/block'
import type { PairApart } from '@kinplan/domain/family/kept-apart'
import type { TimeAsk } from '@kinplan/domain/time-search/time-ask'
import type { TimePerson } from '@kinplan/domain/time-search/time-person'
import type { ClockChange } from './clock-changes'

/** All that `rankedTimes` is asked, made up from a seed. Its dates lie across a clock change of a zone in which somebody of it lives. */
export interface World {
  seed: number
  change: ClockChange
  ask: TimeAsk
  people: TimePerson[]
  pairs: PairApart[]
  busy: ReadonlyMap<string, readonly Block[]>
}

/** How many things the coordinator of a world would ask for at once. */
export const mostAsks = ({ seed }: World): number => [3, 1, 3, 12][seed % 4]!

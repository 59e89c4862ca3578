import type { PairApart } from '../family/kept-apart'
import type { PartEdge, Way } from './participation'
import { mayBePlaced } from './placed-together'

/** A participant as the check of who may be together needs them. */
export interface TakingPart {
  personId: string | null
  state: string
  how: string | null
  partEdge?: PartEdge | null
  partMinutes?: number | null
}

/**
 * Whether everybody who is coming, in the way they said and for their part, keeps every pair apart: the same check as the ranked times
 * have. `minutes` is the meeting's length; while it has none everybody counts as there for the whole of it.
 */
export function keepsPairsApart(participants: TakingPart[], pairs: readonly PairApart[], minutes: number | null = null): boolean {
  const placed = participants.flatMap(({ personId, state, how, partEdge, partMinutes }) =>
    personId !== null && state === 'coming' && how !== null
      ? [{ id: personId, how: how as Way, part: partEdge && partMinutes ? { edge: partEdge, minutes: partMinutes } : null }]
      : [],
  )
  return mayBePlaced(placed, pairs, minutes).ok
}

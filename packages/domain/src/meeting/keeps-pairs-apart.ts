import type { Pair } from '../family/kept-apart'
import type { Way } from './participation'
import { mayBePlaced, type KeptApart } from './placed-together'

/** A participant as the check of who may be together needs them. */
export interface Standing {
  personId: string | null
  state: string
  how: string | null
}

/** The open pairs in the shape that the search for a time takes. */
export function pairsOfSearch(pairs: Pair[]): KeptApart[] {
  return pairs.map(({ oneId, otherId, level }) => ({ a: oneId, b: otherId, level }))
}

/** Whether everybody who is coming, in the way they said, keeps every pair apart: the same check as the ranked times have. */
export function keepsPairsApart(participants: Standing[], pairs: Pair[]): boolean {
  const placed = participants.flatMap(({ personId, state, how }) => (personId !== null && state === 'coming' && how !== null ? [{ id: personId, how: how as Way }] : []))
  return mayBePlaced(placed, pairsOfSearch(pairs)).ok
}

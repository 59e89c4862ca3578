import { mayBePlaced, type KeptApart } from '../availability/kept-apart'
import type { Pair } from '../family/kept-apart'
import { Refusal } from '../refusal'
import type { ParticipationState, Way } from './participation'

/** How a participant stands after somebody has talked with them: asked, where nobody had; otherwise as before. */
export function afterAsking(state: ParticipationState): ParticipationState {
  return state === 'notAsked' ? 'asked' : state
}

/** How a participant stands after an invitation went to them: their answer is awaited, unless they gave one before. */
export function afterInviting(state: ParticipationState): ParticipationState {
  return state === 'notAsked' || state === 'asked' ? 'noAnswerYet' : state
}

/**
 * The way that is kept with a state: coming needs one (noWayChosen), views may say how they are carried, every other state has none.
 */
export function wayOf(state: ParticipationState, how: Way | null | undefined): Way | null {
  if (state === 'coming' && !how) throw new Refusal('noWayChosen', 'how')
  return state === 'coming' || state === 'sendingViews' ? (how ?? null) : null
}

/** Whether somebody who is not part of a meeting may be asked again: from the day on which a manager said to look again. ISO dates, so text order is day order. */
export function mayComeBack(lookAgainOn: string, today: string): boolean {
  return lookAgainOn <= today
}

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

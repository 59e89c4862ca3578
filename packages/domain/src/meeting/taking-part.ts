import { Refusal } from '../refusal'
import type { ParticipationState, Way } from './participation'
import { isPresent, onSite } from './placed-together'

/** How a participant stands after somebody has talked with them: asked, where nobody had; otherwise as before. */
export function afterAsking(state: ParticipationState): ParticipationState {
  return state === 'notAsked' ? 'asked' : state
}

/** How a participant stands after an invitation went to them: their answer is awaited, unless they gave one before. */
export function afterInviting(state: ParticipationState): ParticipationState {
  return state === 'notAsked' || state === 'asked' ? 'noAnswerYet' : state
}

/** Whether a state is an answer that somebody gave, or that was written down for them. */
export function isAnswer(state: ParticipationState): boolean {
  return state === 'coming' || state === 'sendingViews' || state === 'notComing'
}

/**
 * The way that is kept with a state: coming needs one (noWayChosen), views may say how they are carried, every other state has none.
 */
export function wayOf(state: ParticipationState, how: Way | null | undefined): Way | null {
  if (state === 'coming' && !how) throw new Refusal('noWayChosen', 'how')
  return state === 'coming' || state === 'sendingViews' ? (how ?? null) : null
}

/**
 * How somebody is here on the day, or null: as they said that they come, unless they were seen not to; whoever was seen here without having
 * said so sits in the room.
 */
export function wayHere({ state, how, attended }: { state: ParticipationState; how: Way | null; attended: boolean | null }): Way | null {
  if (state === 'notPart' || attended === false) return null
  if (state === 'coming' && how !== null && isPresent(how)) return how
  return attended ? 'inRoom' : null
}

/**
 * Whether a participant is told where the meeting is and when to be there: once they are coming to one of its rooms, which the check of
 * pairs has then let them. The same for everybody, so that not being told says nothing, and two people kept apart at a site never hold the
 * same address (research: safety before dates).
 */
export function mayKnowPlace({ state, how }: { state: string; how: string | null }): boolean {
  return state === 'coming' && how !== null && onSite(how as Way)
}

/**
 * Whether somebody who is not part of a meeting may be asked again: from the day on which a manager said to look again. ISO dates, so text
 * order is day order.
 */
export function mayComeBack(lookAgainOn: string, today: string): boolean {
  return lookAgainOn <= today
}

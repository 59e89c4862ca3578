import type { ParticipationState, Way } from './participation'

/**
 * What a slip for the day says of how somebody takes part: they come to the place, or to a room of their own there; by video or phone; or
 * what they want to say is carried.
 */
export const slipKinds = ['come', 'ownRoom', 'video', 'phone', 'spokenFor', 'views', 'notAnswered'] as const
type SlipKind = (typeof slipKinds)[number]

const kindOfWay: Record<Way, SlipKind> = {
  inRoom: 'come',
  secondRoom: 'ownRoom',
  video: 'video',
  phone: 'phone',
  spokenFor: 'spokenFor',
  letter: 'views',
}

/** The slip for somebody who stands so; null where there is none: they do not take part, or nobody has talked with them yet. */
export function slipKind({ state, how }: { state: ParticipationState; how: Way | null }): SlipKind | null {
  if (state === 'notAsked' || state === 'notComing' || state === 'notPart') return null
  if (state === 'sendingViews') return how === 'spokenFor' ? 'spokenFor' : 'views'
  return state === 'coming' && how !== null ? kindOfWay[how] : 'notAnswered'
}

import type { Need, ParticipationState } from '@kinplan/domain/meeting/participation'
import type { MarkState } from '@kinplan/ui/circle-mark'

/** How somebody stands, in words. "Not asked yet" is never a no. */
export const stateWords: Record<ParticipationState, string> = {
  notAsked: 'Not asked yet',
  asked: 'Asked',
  noAnswerYet: 'No answer yet',
  coming: 'Coming',
  sendingViews: 'Sending views',
  notComing: 'Not coming',
  notPart: 'Not part of this meeting',
}

/** The shape that goes with the words. */
export const markOf: Record<ParticipationState, MarkState> = {
  notAsked: 'open',
  asked: 'dot',
  noAnswerYet: 'dot',
  coming: 'full',
  sendingViews: 'half',
  notComing: 'struck',
  notPart: 'struck',
}

export const needWords: Record<Need, string> = {
  must: 'Must be there',
  askedByChild: 'The child asks for them',
  hoped: 'Hoped for',
  welcome: 'Welcome',
}

import { StatusWord, type StatusKind } from '@kinplan/ui/status-word'
import type { Promised } from '../page/current-user'
import type { ActionState } from '../generated/graphql'
import { actionStateWords, actionsWords } from './actions.copy'

const kinds: Record<ActionState, StatusKind> = {
  promised: 'waiting',
  doing: 'waiting',
  done: 'done',
  needsHand: 'needs-you',
  noLongerNeeded: 'plain',
}

/** How a promise stands, in a word and a shape. */
export function ActionStatus({ action: { state, binding } }: { action: Pick<Promised, 'state' | 'binding'> }) {
  const unsaid = state === 'promised' && !binding
  return <StatusWord kind={unsaid ? 'needs-you' : kinds[state]}>{unsaid ? actionsWords.sayYesFirst : actionStateWords[state]}</StatusWord>
}

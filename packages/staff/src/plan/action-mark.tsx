import type { ActionState } from '@kinplan/domain/action/action-states'
import { StatusWord, type StatusKind } from '@kinplan/ui/status-word'
import { actionStateWords, actionWords as words } from './plan.copy'
import type { ActionOf } from './use-plan'

const kindOf: Record<ActionState, StatusKind> = {
  promised: 'plain',
  doing: 'waiting',
  done: 'done',
  needsHand: 'needs-you',
  noLongerNeeded: 'plain',
}

function actionStands({ state, binding, late, ofCouncil }: ActionOf): string {
  const said = state === 'promised' && !binding ? `${actionStateWords[state]}, ${words.notBinding.toLowerCase()}` : actionStateWords[state]
  return late ? `${said}. ${ofCouncil ? words.late : words.pastDay}` : said
}

/** How a promise stands, in a word and a shape: the same for the family's and the council's, but a family's is never called late. */
export function ActionMark({ action }: { action: ActionOf }) {
  return <StatusWord kind={action.late ? 'needs-you' : kindOf[action.state]}>{actionStands(action)}</StatusWord>
}

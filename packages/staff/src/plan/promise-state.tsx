import type { ActionState } from '@kinplan/domain/action/promise-states'
import { StatusWord, type StatusKind } from '@kinplan/ui/status-word'
import { promiseStateWords, promiseWords as words } from './plan.copy'
import type { PromiseOf } from './use-plan'

const kindOf: Record<ActionState, StatusKind> = {
  promised: 'plain',
  doing: 'waiting',
  done: 'done',
  needsHand: 'needs-you',
  noLongerNeeded: 'plain',
}

function promiseStands({ state, binding, late, ofCouncil }: PromiseOf): string {
  const said =
    state === 'promised' && !binding ? `${promiseStateWords[state]}, ${words.notBinding.toLowerCase()}` : promiseStateWords[state]
  return late ? `${said}. ${ofCouncil ? words.late : words.pastDay}` : said
}

/** How a promise stands, in a word and a shape: the same for the family's and the council's, but a family's is never called late. */
export function PromiseState({ promise }: { promise: PromiseOf }) {
  return <StatusWord kind={promise.late ? 'needs-you' : kindOf[promise.state]}>{promiseStands(promise)}</StatusWord>
}

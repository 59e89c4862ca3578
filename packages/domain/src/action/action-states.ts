/** How a promise stands. */
export const actionStates = ['promised', 'doing', 'done', 'needsHand', 'noLongerNeeded'] as const
export type ActionState = (typeof actionStates)[number]

/** What an owner may report. */
export const reportStates = ['doing', 'done', 'needsHand', 'noLongerNeeded'] as const
export type ReportState = (typeof reportStates)[number]

/** States in which something is still to be done. */
export const openStates = ['promised', 'doing', 'needsHand'] as const satisfies readonly ActionState[]

/** Whether something is still to be done. */
export function isOpen(state: string): boolean {
  return openStates.some((open) => open === state)
}

/** Late: still open and its day has passed. Both are ISO dates in the family's zone, so text order is day order. */
export function isLate(action: { state: string; dueOn: string }, today: string): boolean {
  return isOpen(action.state) && action.dueOn < today
}

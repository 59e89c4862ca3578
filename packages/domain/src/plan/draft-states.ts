export const draftStates = ['open', 'closed'] as const
export type DraftState = (typeof draftStates)[number]

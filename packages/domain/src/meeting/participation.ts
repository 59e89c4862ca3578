/** How a participant stands; "not asked" is never a no. Shown in these words' own copy, never counted together. */
export const participationStates = ['notAsked', 'asked', 'noAnswerYet', 'coming', 'sendingViews', 'notComing', 'notPart'] as const
export type ParticipationState = (typeof participationStates)[number]

/** Ways of taking part, best first. */
export const ways = ['inRoom', 'video', 'phone', 'spokenFor', 'letter'] as const
export type Way = (typeof ways)[number]

/** How much a participant is needed, most first. */
export const needs = ['must', 'askedByChild', 'hoped', 'welcome'] as const
export type Need = (typeof needs)[number]

/** What a person may answer to an invitation. */
export const replies = ['coming', 'sendingViews', 'notComing'] as const
export type Reply = (typeof replies)[number]

export const whyKinds = ['goingWell', 'worry', 'question', 'familyQuestion', 'help', 'withoutPlan'] as const
export type WhyKind = (typeof whyKinds)[number]

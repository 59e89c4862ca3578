/** How a participant stands; "not asked" is never a no. Shown in these words' own copy, never counted together. */
export const participationStates = ['notAsked', 'asked', 'noAnswerYet', 'coming', 'sendingViews', 'notComing', 'notPart'] as const
export type ParticipationState = (typeof participationStates)[number]

/** Ways of taking part, best first. `secondRoom`: in another room of the same place, joined by a screen. */
export const ways = ['inRoom', 'secondRoom', 'video', 'phone', 'spokenFor', 'letter'] as const
export type Way = (typeof ways)[number]

/** The ways that somebody may choose for themselves; a second room is for the coordinator to give. */
export const waysToChoose = ways.filter((way) => way !== 'secondRoom')

/** Which part of a meeting somebody is there for who is not there for the whole of it. */
export const partEdges = ['beginning', 'end'] as const
export type PartEdge = (typeof partEdges)[number]

/** A part of a meeting: its first or its last `minutes`, a multiple of 15 and less than the whole. */
export type Part = { readonly edge: PartEdge; readonly minutes: number }

/** How much a participant is needed, most first. */
export const needs = ['must', 'askedByChild', 'hoped', 'welcome'] as const
export type Need = (typeof needs)[number]

/** What a person may answer to an invitation. */
export const replies = ['coming', 'sendingViews', 'notComing'] as const
export type Reply = (typeof replies)[number]

export const whyKinds = ['goingWell', 'worry', 'question', 'familyQuestion', 'help', 'withoutPlan'] as const
export type WhyKind = (typeof whyKinds)[number]

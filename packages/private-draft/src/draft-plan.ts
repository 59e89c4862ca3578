/** The plain fields of one step, in the order in which they are shown and shared. All are the family's own words. */
export const stepFields = ['what', 'who', 'byWhen', 'howWeWillKnow', 'helpNeeded', 'ifItDoesNotWork'] as const

export type StepField = (typeof stepFields)[number]

export type DraftStep = { readonly id: string } & Readonly<Record<StepField, string>>

/** What the family writes under one thing the plan must make sure of. `id` is that thing's. */
interface DraftThing {
  readonly id: string
  readonly steps: readonly DraftStep[]
}

/** A heading of the family's own. */
export interface DraftHeading {
  readonly id: string
  readonly title: string
  readonly steps: readonly DraftStep[]
}

/** The draft as plain values: a new object each time it is read. */
export interface DraftPlan {
  readonly things: readonly DraftThing[]
  readonly headings: readonly DraftHeading[]
  readonly weWantYouToKnow: string
}

/** Every step of the plan, things first. */
export function allSteps(plan: DraftPlan): readonly DraftStep[] {
  return [...plan.things, ...plan.headings].flatMap((section) => section.steps)
}

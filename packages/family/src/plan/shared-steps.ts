import type { DraftHeading, DraftPlan, DraftStep, StepField } from '@kinplan/private-draft/draft-plan'

/** One step as it is shared: under one thing the plan must make sure of, or under a heading of the family's own. */
export interface SharedStep extends Readonly<Record<StepField, string>> {
  readonly bottomLineId: string | null
  readonly heading: string | null
}

/** The steps in the order in which they are shared. `plan` as `planToShare` gives it. */
export function sharedSteps(plan: DraftPlan): readonly SharedStep[] {
  return [
    ...plan.things.flatMap(({ id, steps }) => steps.map((step) => ({ bottomLineId: id, heading: null, ...wordsOf(step) }))),
    ...plan.headings.flatMap(({ title, steps }) => steps.map((step) => ({ bottomLineId: null, heading: title || null, ...wordsOf(step) }))),
  ]
}

/** The plan again, from what the server says was shared. */
export function planOfShared(shared: {
  readonly steps: readonly (SharedStep & { readonly id: string })[]
  readonly wantYouToKnow: string
}): DraftPlan {
  const things = new Map<string, DraftStep[]>()
  const headings = new Map<string, DraftStep[]>()
  for (const { bottomLineId, heading, ...step } of shared.steps) {
    const [sections, name] = bottomLineId === null ? [headings, heading ?? ''] : [things, bottomLineId]
    const steps = sections.get(name) ?? []
    sections.set(name, [...steps, step])
  }
  return {
    things: Array.from(things, ([id, steps]) => ({ id, steps })),
    headings: Array.from(headings, ([title, steps]): DraftHeading => ({ id: title, title, steps })),
    weWantYouToKnow: shared.wantYouToKnow,
  }
}

function wordsOf({ what, who, byWhen, howWeWillKnow, helpNeeded, ifItDoesNotWork }: DraftStep): Readonly<Record<StepField, string>> {
  return { what, who, byWhen, howWeWillKnow, helpNeeded, ifItDoesNotWork }
}

import type { SharedStep } from './shared-steps'

interface PlanSection<Step> {
  readonly key: string
  /** What it must make sure of, or the family's own heading; empty when there is none. */
  readonly title: string
  readonly own: boolean
  readonly steps: readonly Step[]
}

/** Steps under what each answers: everything the plan must make sure of, answered or not, then the family's own headings. */
export function planSections<Step extends Pick<SharedStep, 'bottomLineId' | 'heading'>>(
  steps: readonly Step[],
  things: readonly { readonly id: string; readonly text: string }[],
): readonly PlanSection<Step>[] {
  const known = new Set(things.map(({ id }) => id))
  const headings = [
    ...new Set(steps.filter(({ bottomLineId }) => bottomLineId === null || !known.has(bottomLineId)).map(({ heading }) => heading ?? '')),
  ]
  return [
    ...things.map(({ id, text }) => ({ key: id, title: text, own: false, steps: steps.filter((step) => step.bottomLineId === id) })),
    ...headings.map((title) => ({
      key: `own ${title}`,
      title,
      own: true,
      steps: steps.filter(({ bottomLineId, heading }) => (bottomLineId === null || !known.has(bottomLineId)) && (heading ?? '') === title),
    })),
  ]
}

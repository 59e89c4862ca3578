import type { PaperPlansQuery } from '../generated/graphql'
import { stepFields, type StepField } from './sheet.copy'

export type Paper = NonNullable<NonNullable<PaperPlansQuery['meeting']>['paperPlans']>[number]

export interface TypedStep extends Record<StepField, string> {
  /** On this page alone. */
  key: number
  bottomLineId: string | null
  heading: string
}

/** What a coordinator has typed of a family's paper, and which typing she saw standing when she began. */
export interface TypedPaper {
  replacesId: string | null
  steps: readonly TypedStep[]
  wantYouToKnow: string
}

/** A step with nothing in it. */
export function blankStep(steps: readonly TypedStep[], bottomLineId: string | null): TypedStep {
  const key = Math.max(0, ...steps.map((step) => step.key)) + 1
  return { key, bottomLineId, heading: '', what: '', who: '', byWhen: '', howWeWillKnow: '', helpNeeded: '', ifItDoesNotWork: '' }
}

/** One blank step on each sheet, as the pack prints them; or what was typed in before, to be put right. */
export function typedFrom(bottomLineIds: readonly string[], before: Paper | null, standing: Paper | null): TypedPaper {
  const steps = (before?.steps ?? []).map((step, place): TypedStep => ({
    key: place + 1,
    bottomLineId: step.bottomLineId,
    heading: step.heading ?? '',
    what: step.what,
    who: step.who,
    byWhen: step.byWhen,
    howWeWillKnow: step.howWeWillKnow,
    helpNeeded: step.helpNeeded,
    ifItDoesNotWork: step.ifItDoesNotWork,
  }))
  for (const id of [...bottomLineIds, null]) if (!steps.some(({ bottomLineId }) => bottomLineId === id)) steps.push(blankStep(steps, id))
  return { replacesId: standing?.id ?? null, steps, wantYouToKnow: before?.wantYouToKnow ?? '' }
}

const isWritten = (step: TypedStep) => step.heading.trim() !== '' || stepFields.some((field) => step[field].trim() !== '')

/** The steps in which something was typed, sheet by sheet. */
export function writtenSteps(bottomLineIds: readonly string[], { steps }: TypedPaper): TypedStep[] {
  const known: (string | null)[] = [...bottomLineIds, null]
  return steps.filter(isWritten).toSorted((a, b) => known.indexOf(a.bottomLineId) - known.indexOf(b.bottomLineId))
}

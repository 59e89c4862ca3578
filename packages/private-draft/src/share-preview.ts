import { utf8 } from './bytes'
import { type DraftHeading, type DraftPlan, type DraftStep, stepFields } from './draft-plan'
import { readDraft } from './draft-shape'
import type { EnvelopeReceiver } from './receive-envelopes'
import type { EnvelopeSender } from './send-envelopes'
import { sha256 } from './web-crypto'
import { purposes } from './protocol'

/** Exactly what the workers will see, if the draft is shared at this head. */
export interface SharePreview {
  readonly head: number
  readonly plan: DraftPlan
  readonly digest: string
}

export type NoPreviewYet = 'wordsOnTheirWay' | 'wordsNotSaved'

/** The stored draft as it would be shared. It waits until this device has everybody's words and everybody has its own. */
export async function previewShare(
  receiver: EnvelopeReceiver,
  sender: EnvelopeSender,
  things: readonly string[],
): Promise<SharePreview | NoPreviewYet> {
  if (sender.saved !== 'saved') return 'wordsNotSaved'
  const { waiting, head } = receiver.state
  if (waiting) return 'wordsOnTheirWay'
  const plan = planToShare(readDraft(receiver.stored, things))
  return { head, plan, digest: await planDigest(plan) }
}

/**
 * Without blanks at the ends, without steps in which nothing is written and headings that hold none. Headings of one name are
 * one heading: that is how they are shared.
 */
export function planToShare(plan: DraftPlan): DraftPlan {
  return {
    things: plan.things.map(({ id, steps }) => ({ id, steps: writtenSteps(steps) })),
    headings: plan.headings.reduce<readonly DraftHeading[]>(withHeading, []),
    weWantYouToKnow: plan.weWantYouToKnow.trim(),
  }
}

/** One text for one plan: its words in their order, answered things by id, none of the draft's own ids. */
function canonicalPlan(plan: DraftPlan): string {
  const { things, headings, weWantYouToKnow } = planToShare(plan)
  const words = (steps: readonly DraftStep[]): string[][] => steps.map((step) => stepFields.map((field) => step[field]))
  return JSON.stringify([
    purposes.plan,
    things
      .filter(({ steps }) => steps.length > 0)
      .sort((one, other) => (one.id < other.id ? -1 : 1))
      .map(({ id, steps }) => [id, words(steps)]),
    headings.map(({ title, steps }) => [title, words(steps)]),
    weWantYouToKnow,
  ])
}

/** SHA-256 of the canonical text, in hex: equal when two plans say the same words in the same places. */
export async function planDigest(plan: DraftPlan): Promise<string> {
  const digest = await sha256(utf8(canonicalPlan(plan)))
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('')
}

/** How the shared rows compare with one's own draft at that head; 'notThereYet' while this device has other words. */
export async function compareShared(
  receiver: EnvelopeReceiver,
  things: readonly string[],
  shared: { readonly head: number; readonly plan: DraftPlan },
): Promise<'same' | 'different' | 'notThereYet'> {
  const { head, waiting } = receiver.state
  if (head !== shared.head || waiting) return 'notThereYet'
  return (await planDigest(readDraft(receiver.stored, things))) === (await planDigest(shared.plan)) ? 'same' : 'different'
}

function withHeading(before: readonly DraftHeading[], heading: DraftHeading): readonly DraftHeading[] {
  const title = heading.title.trim()
  const steps = writtenSteps(heading.steps)
  if (steps.length === 0) return before
  const same = before.find((one) => one.title === title)
  if (!same) return [...before, { id: heading.id, title, steps }]
  return before.map((one) => (one === same ? { ...one, steps: [...one.steps, ...steps] } : one))
}

function writtenSteps(steps: readonly DraftStep[]): readonly DraftStep[] {
  return steps
    .map((step): DraftStep => ({
      id: step.id,
      what: step.what.trim(),
      who: step.who.trim(),
      byWhen: step.byWhen.trim(),
      howWeWillKnow: step.howWeWillKnow.trim(),
      helpNeeded: step.helpNeeded.trim(),
      ifItDoesNotWork: step.ifItDoesNotWork.trim(),
    }))
    .filter((step) => stepFields.some((field) => step[field]))
}

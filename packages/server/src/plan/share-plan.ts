import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWordsIfAny } from '@kinplan/domain/parse-words'
import { mostSteps } from '@kinplan/private-draft/protocol'
import type { Permit } from '../access/permit'
import { linkReaderOf } from '../access/link-reader.store'
import { closeDraft, draftWithProof } from '../private-time/draft.store'
import type { SharePlanInput } from './plan.graphql'
import { givenBottomLines, insertPlan } from './plan.store'

/**
 * Shares what the family's device previewed, once: the draft is closed at the head that was previewed and the words become
 * rows. Words are kept exactly, and nothing has to be filled in: what is not answered is the family's to say. Whoever came by a link
 * that a worker could read may be that worker, so the plan says whose. Gives the plan's id.
 */
export async function sharePlan(permit: Permit<'draft:share'>, input: SharePlanInput): Promise<string> {
  const { joined } = await draftWithProof(permit, 'draft:share', permit.subjectId, { of: 'share', given: input.shareProof })
  if (input.steps.length > mostSteps) throw new Refusal('tooMany', 'steps')
  if (!/^[\w-]{43,64}$/.test(input.digest)) throw new Refusal('choiceUnknown', 'digest')
  const given = await givenBottomLines(permit)
  const steps = input.steps.map((step) => {
    const bottomLineId = step.bottomLineId ?? null
    if (bottomLineId !== null && !given.has(bottomLineId)) throw new Refusal('choiceUnknown', 'bottomLineId')
    return {
      bottomLineId,
      heading: parseWordsIfAny(step.heading, 'heading', mostName) || null,
      what: parseWordsIfAny(step.what, 'what'),
      who: parseWordsIfAny(step.who, 'who'),
      byWhen: parseWordsIfAny(step.byWhen, 'byWhen'),
      howWeWillKnow: parseWordsIfAny(step.howWeWillKnow, 'howWeWillKnow'),
      helpNeeded: parseWordsIfAny(step.helpNeeded, 'helpNeeded'),
      ifItDoesNotWork: parseWordsIfAny(step.ifItDoesNotWork, 'ifItDoesNotWork'),
    }
  })
  const wantYouToKnow = parseWordsIfAny(input.wantYouToKnow, 'wantYouToKnow')
  await closeDraft(permit, input.head)
  const byLinkOfId = await linkReaderOf(permit.op)
  return insertPlan(permit, { wantYouToKnow, digest: input.digest, byLinkOfId, sharedAlone: !joined, steps })
}

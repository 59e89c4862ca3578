import { isShownToAll } from '@kinplan/domain/plan/share-proposal'
import { parseWordsIfAny } from '@kinplan/domain/parse-words'
import { refusedUnseen, type Permit } from '../access/permit'
import { linkReaderOf } from '../access/link-reader.store'
import { closeDraft, draftWithProof } from '../private-time/draft.store'
import { parsePlanDigest } from '../private-time/propose-share'
import { holdDraft, shownAt } from '../private-time/share-proposal.store'
import type { SharePlanInput } from './plan.graphql'
import { parseSteps } from './parse-steps'
import { insertPlan } from './plan.store'

/**
 * Shares what the family's device previewed, once: the draft is closed at the head that was previewed and the words become
 * rows. Whoever wrote it together was shown exactly this for a minute, and none asked for more time. Words are kept exactly, and
 * nothing has to be filled in: what is not answered is the family's to say. Whoever came by a link that a worker could read may be
 * that worker, so the plan says whose. Gives the plan's id.
 */
export async function sharePlan(permit: Permit<'draft:share'>, input: SharePlanInput): Promise<string> {
  await draftWithProof(permit, 'draft:share', permit.subjectId, { of: 'share', given: input.shareProof })
  const digest = parsePlanDigest(input.digest)
  const steps = await parseSteps(permit, input.steps)
  const wantYouToKnow = parseWordsIfAny(input.wantYouToKnow, 'wantYouToKnow')
  const { joined, open, head, now } = await holdDraft(permit)
  if (!open) throw refusedUnseen(permit, 'draft:share', 'draftClosed')
  if (head !== input.head) throw refusedUnseen(permit, 'draft:share', 'draftMoved', 'head')
  // Somebody alone has nobody to show it to: the page asks twice.
  if (joined && !isShownToAll(await shownAt(permit, head), { digest, now })) throw refusedUnseen(permit, 'draft:share', 'notShownYet')
  await closeDraft(permit)
  const byLinkOfId = await linkReaderOf(permit.op)
  return insertPlan(permit, { wantYouToKnow, digest, byLinkOfId, sharedAlone: !joined, steps })
}

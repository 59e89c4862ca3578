import { checkPropose } from '@kinplan/domain/plan/share-proposal'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { draftWithProof } from './draft.store'
import type { ProposeShareInput } from './share-proposal.graphql'
import { holdDraft, insertProposal, shownAt, stopProposal } from './share-proposal.store'

/** A digest of a plan: SHA-256 in hex or base64url. Refuses choiceUnknown. */
export function parsePlanDigest(digest: string): string {
  if (!/^[\w-]{43,64}$/.test(digest)) throw new Refusal('choiceUnknown', 'digest')
  return digest
}

/**
 * Shows everybody who writes the draft what is about to be shared; the minute begins. Refuses proofWrong, draftMoved when somebody has
 * written more, draftClosed, alreadyDone while another plan is shown.
 */
export async function proposeShare(permit: Permit<'draft:propose'>, input: ProposeShareInput): Promise<void> {
  await draftWithProof(permit, 'draft:propose', permit.subjectId, { of: 'share', given: input.shareProof })
  const digest = parsePlanDigest(input.digest)
  const { open, head } = await holdDraft(permit)
  if (!open) throw new Refusal('draftClosed')
  if (head !== input.head) throw new Refusal('draftMoved', 'head')
  if (checkPropose(await shownAt(permit, head), digest) === 'show') await insertProposal(permit, { head, digest })
}

/**
 * "Not yet": a device that holds the key stops it, and nobody is told whose; said again it is said already. Refuses proofWrong,
 * draftClosed, and draftMoved when nothing of what is written now was shown.
 */
export async function stopShare(permit: Permit<'draft:propose'>, memberProof: string): Promise<void> {
  await draftWithProof(permit, 'draft:propose', permit.subjectId, { of: 'member', given: memberProof })
  const { open, head, now } = await holdDraft(permit)
  if (!open) throw new Refusal('draftClosed')
  if ((await shownAt(permit, head)) === null) throw new Refusal('draftMoved')
  await stopProposal(permit, head, now)
}

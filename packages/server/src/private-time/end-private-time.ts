import type { Permit } from '../access/permit'
import { draftWithProof, openDraftOf } from './draft.store'
import { endRoom } from './room.store'

/**
 * Ends a room for everybody in it. While its plan is being written a session alone is not enough, or a worker who makes herself
 * a relative's link could end it: the device shows that it holds the draft's key. Refuses proofWrong, alreadyDone.
 */
export async function endPrivateTime(permit: Permit<'room:end'>, memberProof: string): Promise<void> {
  const draftId = await openDraftOf(permit)
  if (draftId !== null) await draftWithProof(permit, 'room:end', draftId, { of: 'member', given: memberProof })
  await endRoom(permit)
}

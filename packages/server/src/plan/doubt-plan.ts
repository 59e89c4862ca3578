import type { Permit } from '../access/permit'
import { draftWithProof } from '../private-time/draft.store'
import { endDoubt, insertDoubt } from './plan-doubt.store'

/** "This is not what we wrote", from a device that holds the draft's key; told to the coordinator alone. Refuses proofWrong, notNow. */
export async function doubtPlan(permit: Permit<'draft:doubt'>, memberProof: string): Promise<void> {
  await draftWithProof(permit, 'draft:doubt', permit.subjectId, { of: 'member', given: memberProof })
  await insertDoubt(permit)
}

/** The same person takes it back. Refuses proofWrong, notNow, alreadyDone. */
export async function takeBackDoubt(permit: Permit<'draft:doubt'>, memberProof: string): Promise<void> {
  await draftWithProof(permit, 'draft:doubt', permit.subjectId, { of: 'member', given: memberProof })
  await endDoubt(permit)
}

import { Refusal } from '@kinplan/domain/refusal'
import type { Listening } from '../access/listening'
import type { DraftPass, Operation, PassRight } from '../access/operation'
import { permit, type Permit } from '../access/permit'
import { accessVersionOf, keepPass } from './draft-pass.store'
import { draftWithProof } from './draft.store'

interface Shown {
  draftId: string
  memberProof: string
}

/** Judges the right and the proof, and gives the pass that stands for both until the draft's access version moves. */
export async function takePass<R extends PassRight>(op: Operation, right: R, { draftId, memberProof }: Shown) {
  // Before the judgement: what changes in between makes the pass an old one.
  const seen = await accessVersionOf(op, draftId)
  const granted: Permit<R> = await permit(op, right, { kind: 'draft', id: draftId })
  await draftWithProof(granted, right, draftId, { of: 'member', given: memberProof })
  return { granted, pass: await keepPass(granted, right, seen, memberProof) }
}

/** The socket's pass to append to a draft: one that it has, or a new one. Whoever may not is refused, and the refusal is recorded. */
export async function passToAppend(listening: Listening, shown: Shown): Promise<DraftPass> {
  const name = `${shown.draftId} ${shown.memberProof}`
  const known = listening.passes.get(name)
  if (known !== undefined) return known
  const taken = await listening.fresh('appendEnvelopes', async (op) => {
    try {
      return (await takePass(op, 'draft:append', shown)).pass
    } catch (error) {
      if (error instanceof Refusal) return error
      throw error
    }
  })
  if (taken instanceof Refusal) throw taken
  listening.passes.set(name, taken)
  return taken
}

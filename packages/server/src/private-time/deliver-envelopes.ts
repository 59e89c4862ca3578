import { Refusal } from '@kinplan/domain/refusal'
import type { Listening } from '../access/listening'
import type { RelayedHead, StampedEnvelope } from '../access/operation'
import { envelopesAfter, readsOn, takesWords } from './draft.store'
import { takePass } from './take-pass'

interface ReadFrom {
  draftId: string
  after: number
  /** What the device knows of the envelopes up to there (`knownEnvelopes`); null where it does not say. */
  known: string | null
  memberProof: string
}

/** Envelopes of one event: at most some 9 MB. */
const mostAtOnce = 100

/**
 * Everything after `after`, then what comes, in order and without gaps; from the beginning where other envelopes stand up to there than the
 * device has read. The first event may be empty: it says that the
 * reader has caught up. What was there before is read under the reader's own row security in a fresh operation, which gives them a pass;
 * what comes is told from memory for as long as that pass holds, and read in a fresh operation again when it does not, when something may
 * have been missed, and about once a minute: as long as the device listens it shows its proof. So it ends when the reader's permission
 * does, and when no more can come: the plan was shared, or the room has ended.
 */
export async function* deliverEnvelopes(listening: Listening, asked: ReadFrom): AsyncGenerator<(StampedEnvelope | RelayedHead)[]> {
  // Follow before reading, so that what is stored in between is not missed.
  const follower = listening.follow(asked.draftId)
  let seen = asked.after
  try {
    let from = asked
    for (let first = true; ; first = false) {
      const lookedAt = performance.now()
      for (let full = true; full;) {
        const found = await readNew(listening, from)
        if (found === null) return
        full = found.envelopes.length === mostAtOnce
        seen = found.envelopes.at(-1)?.seq ?? seen
        from = { ...asked, after: seen, known: null }
        if (first || found.envelopes.length > 0) yield found.envelopes
        if (!full && !found.more) return
        follower.caughtUp(found.pass, seen)
      }
      for (;;) {
        const next = await follower.next(lookedAt + listening.proofEveryMs - performance.now())
        if (next === 'ended') return
        if (next === 'lookAgain') break
        seen = Math.max(seen, next.at(-1)?.seq ?? 0)
        yield next
      }
      from = { ...asked, after: seen, known: null }
    }
  } finally {
    follower.leave()
  }
}

/** Null when the reader may not: the refusal is recorded, because the operation commits. */
function readNew(listening: Listening, asked: ReadFrom) {
  return listening.fresh('envelopes', async (op) => {
    try {
      const { granted, pass } = await takePass(op, 'draft:read', asked)
      // Asked before reading: what is stored in between is then delivered before the end.
      const more = await takesWords(granted)
      const after = await readsOn(granted, asked)
      return { more, pass, envelopes: await envelopesAfter(granted, after, mostAtOnce) }
    } catch (error) {
      if (error instanceof Refusal) return null
      throw error
    }
  })
}

import { Refusal } from '@kinplan/domain/refusal'
import type { Listening } from '../access/listening'
import { permit } from '../access/permit'
import type { Envelope } from './draft.graphql'
import { draftWithProof, envelopesAfter, takesWords } from './draft.store'

/** Envelopes of one event: at most some 9 MB. */
const mostAtOnce = 100

/**
 * Everything after `after`, then what comes, in order and without gaps. The first event may be empty: it says that the
 * reader has caught up. Each event is read in a fresh operation, so it ends when the reader's permission does, and when
 * no more can come: the plan was shared, or the room has ended. While nothing comes it is read again all the same: as long
 * as the device listens it shows its proof.
 */
export async function* deliverEnvelopes(
  listening: Listening,
  asked: { draftId: string; after: number; memberProof: string },
): AsyncGenerator<Envelope[]> {
  const notices = listening.envelopes(asked.draftId)[Symbol.asyncIterator]()
  let seen = asked.after
  try {
    // Listen before reading, so that what is stored in between is not missed.
    let notice = notices.next()
    for (let first = true; ; first = false) {
      for (let full = true; full;) {
        const found = await readNew(listening, asked.draftId, seen, asked.memberProof)
        if (found === null) return
        full = found.envelopes.length === mostAtOnce
        seen = found.envelopes.at(-1)?.seq ?? seen
        if (first || found.envelopes.length > 0) yield found.envelopes
        if (!full && !found.more) return
      }
      const woken = await within(notice, listening.proofEveryMs)
      if (woken === 'quiet') continue
      if (woken.done) return
      notice = notices.next()
    }
  } finally {
    void notices.return?.()
  }
}

/** Null when the reader may not: the refusal is recorded, because the operation commits. */
function readNew(listening: Listening, draftId: string, after: number, memberProof: string) {
  return listening.fresh('envelopes', async (op) => {
    try {
      const granted = await permit(op, 'draft:read', { kind: 'draft', id: draftId })
      await draftWithProof(granted, 'draft:read', draftId, { of: 'member', given: memberProof })
      // Asked before reading: what is stored in between is then delivered before the end.
      const more = await takesWords(granted)
      return { more, envelopes: await envelopesAfter(granted, after, mostAtOnce) }
    } catch (error) {
      if (error instanceof Refusal) return null
      throw error
    }
  })
}

/** The notice, or 'quiet' when none came for so long. */
async function within<T>(notice: Promise<T>, ms: number): Promise<T | 'quiet'> {
  let timer: NodeJS.Timeout | undefined
  const quiet = new Promise<'quiet'>((resolve) => (timer = setTimeout(() => resolve('quiet'), ms)))
  try {
    return await Promise.race([notice, quiet])
  } finally {
    clearTimeout(timer)
  }
}

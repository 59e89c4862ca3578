import type { Database } from '../platform/database'
import { keptMs } from './draft.store'

/**
 * Deletes what private family time left behind and nobody needs any more: a draft with its envelopes a day after it was
 * shared, or a week after the meeting (it is written on the meeting's day); halves and offers that have ended.
 */
export async function deleteOldDrafts(database: Database, now: Date): Promise<void> {
  const before = (ms: number) => ({ lte: new Date(now.getTime() - ms) })
  await database.transaction({ job: 'retention' }, async (tx) => {
    await tx.draft.deleteMany({ where: { OR: [{ closedAt: before(keptMs.shared) }, { closedAt: null, startedAt: before(keptMs.unshared) }] } })
    await tx.deviceHalf.deleteMany({ where: { endsAt: { lte: now } } })
    await tx.joinOffer.deleteMany({ where: { endsAt: { lte: now } } })
  })
}

import type { Database } from '../platform/database'

/**
 * Deletes what private family time left behind and nobody needs any more, by the database's clock: drafts whose time has come,
 * with their envelopes and halves, and offers to join that ended yesterday. An offer's end is a node's word, and that clock may be wrong.
 */
export async function forgetDrafts(database: Database): Promise<void> {
  await database.transaction({ job: 'retention' }, async (tx) => {
    await tx.$executeRaw`DELETE FROM "Draft" WHERE "id" IN (SELECT drafts_to_forget())`
    await tx.$executeRaw`DELETE FROM "JoinOffer" WHERE "endsAt" <= database_now() - interval '1 day'`
  })
}

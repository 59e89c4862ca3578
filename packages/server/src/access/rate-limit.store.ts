import type { Tx } from '../platform/database'

/** What somebody has used here since the last round, in milliseconds. */
export interface Used {
  name: string
  ms: number
}

/**
 * Adds what was used here to what all servers know, in one statement, and gives how far it reaches from now, by the database's clock.
 * Names are fingerprints in hex, in their order, so that two servers wait for each other and no more.
 */
export async function shareUsed(tx: Tx, used: readonly Used[]): Promise<Map<string, number>> {
  const rows = await tx.$queryRaw<{ name: string; ms: number }[]>`
    INSERT INTO "RateLimit" AS kept ("name", "usedUntil")
      SELECT decode(u."name", 'hex'), statement_timestamp() + u."ms" * interval '1 millisecond'
        FROM unnest(${used.map(({ name }) => name)}::text[], ${used.map(({ ms }) => ms)}::float8[]) AS u ("name", "ms") ORDER BY u."name"
      ON CONFLICT ("name") DO UPDATE SET "usedUntil" =
        greatest(kept."usedUntil", statement_timestamp()) + (excluded."usedUntil" - statement_timestamp())
    RETURNING encode(kept."name", 'hex') AS "name", extract(epoch FROM kept."usedUntil" - statement_timestamp())::float8 * 1000 AS "ms"`
  return new Map(rows.map(({ name, ms }) => [name, ms]))
}

/** Forgets whoever may ask for everything again; what another server is adding to waits for the next time. */
export async function forgetUnused(tx: Tx): Promise<void> {
  await tx.$executeRaw`
    DELETE FROM "RateLimit" WHERE "name" IN (
      SELECT "name" FROM "RateLimit" WHERE "usedUntil" < statement_timestamp() ORDER BY "name" FOR UPDATE SKIP LOCKED)`
}

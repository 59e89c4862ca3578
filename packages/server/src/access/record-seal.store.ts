import { Prisma } from '../generated/prisma/client'
import type { Tx } from '../platform/database'
import type { SealingKey } from '../platform/sealing-key'
import { hex, macOfRow, sealOfRow, type RecordText } from './record-chain'

/** Rows of one round: a few milliseconds' work. */
const mostRows = 1_000

/** A row of "AccessRecord" r, as its seal is made of it. */
export const recordColumns = `r."id"::text AS "id", to_char(r."at" AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') AS "at",
  r."personId"::text AS "personId", r."workerId"::text AS "workerId", r."job", r."action" AS "right", r."subjectId"::text AS "subjectId",
  r."familyId"::text AS "familyId", r."allowed"::text AS "allowed", r."reason", r."look"::text AS "look", r."nonce"::text AS "nonce",
  encode(r."mac", 'hex') AS "mac"`

/** Where the chain ends, and its last checkpoint. */
export interface ChainEnd {
  n: bigint
  seal: Uint8Array | null
  /** Nothing but rows that are older than the seals is sealed, and nothing signed for. */
  isBeginning: boolean
  checkpoint: { number: bigint; n: bigint; at: Date } | null
}

/** True when this transaction alone may add to the chain; another process that does is not waited for. */
export async function holdChain(tx: Tx): Promise<boolean> {
  const [held] = await tx.$queryRaw<{ held: boolean }[]>`SELECT pg_try_advisory_xact_lock(hashtext('kinplan record')) AS "held"`
  return held?.held ?? false
}

export async function chainEnd(tx: Tx): Promise<ChainEnd> {
  const last = await tx.recordSeal.findFirst({ orderBy: { n: 'desc' }, select: { n: true, seal: true, recordId: true, genuine: true } })
  const checkpoint = await tx.recordCheckpoint.findUnique({ where: { id: 1 }, select: { number: true, n: true, at: true } })
  const isOld = async (id: bigint) => (await tx.accessRecord.count({ where: { id, mac: null } })) > 0
  const isBeginning = checkpoint === null && (last === null || (last.genuine && (await isOld(last.recordId))))
  return { n: last?.n ?? 0n, seal: last?.seal ?? null, isBeginning, checkpoint }
}

/**
 * Seals rows that have none and whose id is above `above`, in the order of their ids. What is there in the beginning is not asked for its
 * MAC. Gives the new end, and whether there may be more.
 */
export async function sealRows(tx: Tx, key: SealingKey, end: ChainEnd, above: bigint): Promise<{ end: ChainEnd; more: boolean }> {
  let { n, seal, isBeginning } = end
  const rows = await unsealedRows(tx, above)
  const seals = rows.map((row) => {
    isBeginning &&= row.mac === null
    const genuine = isBeginning || row.mac === macOfRow(key, row)
    n += 1n
    seal = sealOfRow(key, n, seal, row, genuine)
    return { n: String(n), recordId: row.id, genuine, seal: hex(seal) }
  })
  if (seals.length > 0)
    await tx.$executeRaw`INSERT INTO "RecordSeal" ("n", "recordId", "genuine", "seal")
      SELECT "n", "recordId", "genuine", decode("seal", 'hex')
        FROM jsonb_to_recordset(${JSON.stringify(seals)}::jsonb) AS x("n" bigint, "recordId" bigint, "genuine" boolean, "seal" text)`
  return { end: { ...end, n, seal, isBeginning }, more: rows.length === mostRows }
}

function unsealedRows(tx: Tx, above: bigint): Promise<RecordText[]> {
  return tx.$queryRaw<RecordText[]>`SELECT ${Prisma.raw(recordColumns)} FROM "AccessRecord" r
    WHERE r."id" > ${above} AND NOT EXISTS (SELECT FROM "RecordSeal" s WHERE s."recordId" = r."id") ORDER BY r."id" LIMIT ${mostRows}`
}

/** The id of the newest row that is sealed; 0 where none is. */
export async function newestSealedId(tx: Tx): Promise<bigint> {
  const newest = await tx.recordSeal.findFirst({ orderBy: { recordId: 'desc' }, select: { recordId: true } })
  return newest?.recordId ?? 0n
}

export async function keepCheckpoint(tx: Tx, number: bigint, n: bigint, at: Date): Promise<void> {
  const { count } = await tx.recordCheckpoint.updateMany({ where: { id: 1 }, data: { number, n, at } })
  if (count === 0) await tx.recordCheckpoint.createMany({ data: [{ number, n, at }] })
}

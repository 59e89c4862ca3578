import type { Ask } from '../platform/read-database'
import type { SealingKey } from '../platform/sealing-key'
import { checkpointsLength, readCheckpoints } from './checkpoint-file'
import { hex, isSigned, macOfRow, sealOfRow, type Checkpoint, type RecordText } from './record-chain'
import { recordColumns } from './record-seal.store'

const recordFindings = [
  'edited',
  'deleted',
  'inserted',
  'sealMissing',
  'cutOff',
  'contradicted',
  'checkpointBroken',
  'checkpointMissing',
  'checkpointForgotten',
] as const
export type RecordFinding = (typeof recordFindings)[number]

export interface RecordReport {
  rows: number
  sealed: number
  /** Not sealed yet, and as they were written. */
  waiting: number
  checkpoints: number
  /** The last one's time; null without any. */
  lastCheckpointAt: string | null
  findings: Record<RecordFinding, number>
  /** The first of them, each with the place in the chain, the id of the row, or the number of the checkpoint. */
  first: { finding: RecordFinding; at: string }[]
}

/** Rows of one statement: what is held in memory at a time. */
const rowsAtOnce = 5_000
const mostTold = 20

interface SealedRow extends Omit<RecordText, 'id'> {
  n: string
  recordId: string
  genuine: boolean
  seal: string
  id: string | null
}

/**
 * Holds the record against its seals and the checkpoints of the other place. What the memory of the database and the other place forget
 * alike, and a row that was deleted before it was sealed, nobody can find.
 */
export async function verifyRecord(ask: Ask, key: SealingKey, checkpoints: string): Promise<RecordReport> {
  const report: RecordReport = {
    rows: 0,
    sealed: 0,
    waiting: 0,
    checkpoints: 0,
    lastCheckpointAt: null,
    findings: Object.fromEntries(recordFindings.map((finding) => [finding, 0])) as Record<RecordFinding, number>,
    first: [],
  }
  const found = (finding: RecordFinding, at: string) => {
    report.findings[finding]++
    if (report.first.length < mostTold) report.first.push({ finding, at })
  }
  // Before the first statement: what a server that goes on adds after it is of rows that are not read here.
  const length = await checkpointsLength(checkpoints)
  const lines = wholeCheckpoints(key, checkpoints, length, report, found)
  let line = await lines.next()
  let n = 0n
  let before: Uint8Array | null = null
  for await (const row of sealedRows(ask)) {
    report.sealed++
    const here = BigInt(row.n)
    if (here !== n + 1n) found('sealMissing', String(n + 1n))
    n = here
    const seal: Uint8Array = Buffer.from(row.seal, 'hex')
    if (row.id === null) found('deleted', row.recordId)
    else if (hex(sealOfRow(key, n, before, { ...row, id: row.id }, row.genuine)) !== row.seal) found('edited', row.id)
    else if (!row.genuine) found('inserted', row.id)
    before = seal
    for (; !line.done && BigInt(line.value.line.n) <= n; line = await lines.next()) {
      const { line: signed } = line.value
      if (BigInt(signed.n) !== n || signed.seal !== Buffer.from(seal).toString('base64')) found('contradicted', String(signed.number))
    }
  }
  for (; !line.done; line = await lines.next()) if (!line.value.isBeyond) found('cutOff', line.value.line.n)
  await rowsWithoutSeal(ask, key, report, found)
  await rowsWrittenTwice(ask, found)
  await forgottenCheckpoints(ask, line.value, found)
  const [counted] = await ask<{ rows: number }>('SELECT count(*)::int AS "rows" FROM "AccessRecord"')
  report.rows = counted?.rows ?? 0
  return report
}

type Found = (finding: RecordFinding, at: string) => void

async function* sealedRows(ask: Ask): AsyncGenerator<SealedRow> {
  for (let after = '0'; ;) {
    const rows = await ask<SealedRow>(
      `SELECT s."n"::text AS "n", s."recordId"::text AS "recordId", s."genuine", encode(s."seal", 'hex') AS "seal", ${recordColumns}
        FROM (SELECT * FROM "RecordSeal" WHERE "n" > $1::bigint ORDER BY "n" LIMIT ${rowsAtOnce}) s
        LEFT JOIN "AccessRecord" r ON r."id" = s."recordId" ORDER BY s."n"`,
      after,
    )
    yield* rows
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce) return
    after = last.n
  }
}

/** The number of the last line of the length, and of all that are there by now. */
interface LastLine {
  ofLength: number
  ofAll: number
}

/** The lines that this key signed. Each line's number follows the one before. */
async function* wholeCheckpoints(
  key: SealingKey,
  folder: string,
  length: number,
  report: RecordReport,
  found: Found,
): AsyncGenerator<{ line: Checkpoint; isBeyond: boolean }, LastLine> {
  let [number, ofLength] = [0, 0]
  for await (const { line, isBeyond } of readCheckpoints(folder, length)) {
    if (!isSigned(key, line)) {
      found('checkpointBroken', String(line.number))
      number++
      continue
    }
    if (line.number <= number) found('checkpointBroken', String(line.number))
    else if (line.number > number + 1) found('checkpointMissing', String(number + 1))
    if (line.number <= number) continue
    number = line.number
    if (!isBeyond) ofLength = number
    report.checkpoints++
    report.lastCheckpointAt = line.at
    yield { line, isBeyond }
  }
  return { ofLength, ofAll: number }
}

/** Not sealed yet is no finding; not as the app wrote it is one. */
async function rowsWithoutSeal(ask: Ask, key: SealingKey, report: RecordReport, found: Found): Promise<void> {
  for (let after = '0'; ;) {
    const rows = await ask<RecordText>(
      `SELECT ${recordColumns} FROM "AccessRecord" r WHERE r."id" > $1::bigint
        AND NOT EXISTS (SELECT FROM "RecordSeal" s WHERE s."recordId" = r."id") ORDER BY r."id" LIMIT ${rowsAtOnce}`,
      after,
    )
    for (const row of rows) {
      if (row.mac === macOfRow(key, row)) report.waiting++
      else found('inserted', row.id)
    }
    const last = rows.at(-1)
    if (last === undefined || rows.length < rowsAtOnce) return
    after = last.id
  }
}

/** A copy of a row has the MAC of the row, and its nonce. */
async function rowsWrittenTwice(ask: Ask, found: Found): Promise<void> {
  const twice = await ask<{ id: string }>(
    `SELECT max("id")::text AS "id" FROM "AccessRecord" WHERE "nonce" IS NOT NULL GROUP BY "nonce" HAVING count(*) > 1`,
  )
  for (const { id } of twice) found('inserted', id)
}

/** The database remembers the last checkpoint, so that lines missing at the end are missed; and the other way round. */
async function forgottenCheckpoints(ask: Ask, { ofLength, ofAll }: LastLine, found: Found): Promise<void> {
  const [memory] = await ask<{ number: string }>('SELECT "number"::text AS "number" FROM "RecordCheckpoint"')
  const remembered = Number(memory?.number ?? 0)
  if (remembered > ofAll) found('checkpointMissing', String(remembered))
  // Killed between the file and the commit, the database knows of one less.
  if (remembered < ofLength - 1) found('checkpointForgotten', String(ofLength))
}

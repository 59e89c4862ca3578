import type { ContactKind } from '@kinplan/domain/family/circle'
import { safeWays, withOneMark } from '@kinplan/domain/family/contact'
import { safetyStanding } from '@kinplan/domain/family/kept-apart'
import type { Tx } from '../platform/database'
import type { SealingKey } from '../platform/sealing-key'
import type { Words } from './message.copy'

/** A message opened for delivery. */
export interface Letter extends Words {
  id: string
  createdAt: Date
  to: string
  channel: string
  name: string
}

/** The messages that are to be tried now, in the order in which they were written. */
export function dueMessages(tx: Tx): Promise<{ id: string; meetingId: string | null }[]> {
  return tx.$queryRaw`
    SELECT "id"::text, "meetingId"::text FROM "Message" WHERE "state" = 'waiting' AND "nextAttemptAt" <= now()
      ORDER BY "createdAt", "id" LIMIT 200`
}

/**
 * Whether an invitation has to wait: a pair was marked after it was written, and no manager has decided anew (research: safety before
 * dates).
 */
async function mustWait(tx: Tx, id: string): Promise<boolean> {
  const message = await tx.message.findUnique({ where: { id }, select: { kind: true, familyId: true, meetingId: true } })
  if (message?.kind !== 'invitation') return false
  const { familyId, meetingId } = message
  const pairs = await tx.pairApart.findMany({ where: { familyId, endedAt: null }, select: { id: true } })
  const decision = await tx.safetyDecision.findFirst({
    where: { meetingId: meetingId ?? undefined, familyId, reopenedAt: null },
    select: { pairIds: true },
  })
  return safetyStanding(pairs, decision) === 'needed'
}

/** What is kept of the words of a message that needs them no more: they hold links. */
const nothing = new Uint8Array()

/**
 * Takes one message as sent in this transaction, so that no other delivery takes it, and opens it; its words are kept no longer. Null when
 * another one has it, or when safety has to be decided first; 'failed' when there is no safe way to reach the person any more: then nothing
 * goes out.
 */
export async function takeMessage(tx: Tx, key: SealingKey, id: string, now: Date): Promise<Letter | 'failed' | null> {
  if (await mustWait(tx, id)) return null
  const { count } = await tx.message.updateMany({
    where: { id, state: 'waiting' },
    data: { state: 'sent', sentAt: now, attempts: { increment: 1 } },
  })
  if (count === 0) return null
  const { familyId, personId, person, sealed, createdAt } = await tx.message.findUniqueOrThrow({
    where: { id },
    select: { familyId: true, personId: true, person: { select: { name: true, endedAt: true } }, sealed: true, createdAt: true },
  })
  const [point] = safeWays(await markedPoints(tx, key, familyId), personId)
  if (person.endedAt !== null || point === undefined) {
    await tx.message.updateMany({ where: { id }, data: { state: 'failed', sentAt: null, sealed: nothing } })
    return 'failed'
  }
  await tx.message.updateMany({ where: { id }, data: { sealed: nothing } })
  const words = JSON.parse(key.open(sealed, `message/${id}`)) as Words
  return { ...words, id, createdAt, name: person.name, channel: point.kind, to: point.value }
}

/**
 * The family's ways of reaching people as they are marked at this moment, opened: who else of the family has the same number counts too.
 */
async function markedPoints(tx: Tx, key: SealingKey, familyId: string) {
  const rows = await tx.contactPoint.findMany({
    where: { familyId, endedAt: null },
    select: { id: true, personId: true, kind: true, sealed: true, safeToUse: true },
    orderBy: { createdAt: 'asc' },
  })
  return withOneMark(
    rows.map(({ sealed, ...row }) => ({ ...row, kind: row.kind as ContactKind, value: key.open(sealed, `contact/${row.id}`) })),
  )
}

/** Counts a try that did not succeed: the next comes after twice the time, at most a quarter of an hour, all by the database's clock. */
export async function tryLater(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`
    UPDATE "Message" SET "attempts" = "attempts" + 1, "failingSince" = coalesce("failingSince", now()),
      "nextAttemptAt" = now() + least(interval '15 minutes', interval '2 seconds' * power(2, least("attempts", 10)))
     WHERE "id" = ${id}::uuid AND "state" = 'waiting'`
}

/** Gives up a message that by itself has not gone for a day: then it has failed. */
export async function giveUpAfterADay(tx: Tx, id: string): Promise<void> {
  await tx.$executeRaw`UPDATE "Message" SET "state" = 'failed', "sealed" = '' WHERE "id" = ${id}::uuid AND "state" = 'waiting'
    AND "failingSince" <= now() - interval '1 day'`
}

/** Letters that nobody took have not gone, whatever was thought. Gives the meetings that they are about. */
export async function notTaken(tx: Tx, ids: string[]): Promise<string[]> {
  const rows = await tx.$queryRaw<{ meetingId: string | null }[]>`
    UPDATE "Message" SET "state" = 'failed', "sentAt" = NULL WHERE "id" = ANY (${ids}::uuid[]) AND "state" = 'sent'
    RETURNING "meetingId"::text`
  return rows.flatMap(({ meetingId }) => meetingId ?? [])
}

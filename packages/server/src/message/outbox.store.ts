import { contactKinds } from '@kinplan/domain/family/circle'
import { safetyStanding } from '@kinplan/domain/family/kept-apart'
import type { Tx } from '../platform/database'
import type { SealingKey } from '../platform/sealing-key'
import type { Words } from './message.copy'

/** Tries before a message is given up; a worker sees then that it has not gone. */
export const mostAttempts = 5

/** A message opened for delivery. */
export interface Letter extends Words {
  id: string
  createdAt: Date
  to: string
  channel: string
  name: string
}

/** Ids of the messages that wait, in the order in which they were written. */
export async function waitingMessages(tx: Tx): Promise<string[]> {
  const rows = await tx.message.findMany({ where: { state: 'waiting' }, select: { id: true }, orderBy: [{ createdAt: 'asc' }, { id: 'asc' }], take: 200 })
  return rows.map((row) => row.id)
}

/** Whether an invitation has to wait: a pair was marked after it was written, and no manager has decided anew (research: safety before dates). */
async function mustWait(tx: Tx, id: string): Promise<boolean> {
  const message = await tx.message.findUnique({ where: { id }, select: { kind: true, familyId: true, meetingId: true } })
  if (message?.kind !== 'invitation') return false
  const { familyId, meetingId } = message
  const pairs = await tx.pairApart.findMany({ where: { familyId, endedAt: null }, select: { id: true } })
  const decision = await tx.safetyDecision.findFirst({ where: { meetingId: meetingId ?? undefined, familyId, reopenedAt: null }, select: { pairIds: true } })
  return safetyStanding(pairs, decision) === 'needed'
}

/**
 * Takes one message as sent in this transaction, so that no other delivery takes it, and opens it. Null when another one has it, when safety has to be decided first,
 * or when there is no safe way to reach the person any more: then it has failed, and nothing goes out.
 */
export async function takeMessage(tx: Tx, key: SealingKey, id: string, now: Date): Promise<Letter | null> {
  if (await mustWait(tx, id)) return null
  const { count } = await tx.message.updateMany({ where: { id, state: 'waiting' }, data: { state: 'sent', sentAt: now, attempts: { increment: 1 } } })
  if (count === 0) return null
  const { personId, sealed, createdAt } = await tx.message.findUniqueOrThrow({ where: { id }, select: { personId: true, sealed: true, createdAt: true } })
  const person = await tx.person.findUnique({ where: { id: personId }, select: { name: true, endedAt: true } })
  const points = await tx.contactPoint.findMany({ where: { personId, safeToUse: true, endedAt: null }, select: { id: true, kind: true, sealed: true }, orderBy: { createdAt: 'asc' } })
  const [point] = contactKinds.flatMap((kind) => points.filter((candidate) => candidate.kind === kind))
  if (person === null || person.endedAt !== null || point === undefined) {
    await tx.message.updateMany({ where: { id }, data: { state: 'failed', sentAt: null } })
    return null
  }
  const words = JSON.parse(key.open(sealed, `message/${id}`)) as Words
  return { ...words, id, createdAt, name: person.name, channel: point.kind, to: key.open(point.sealed, `contact/${point.id}`) }
}

/** Counts a try that did not succeed; after the last one the message has failed. */
export async function countFailure(tx: Tx, id: string): Promise<void> {
  await tx.message.updateMany({ where: { id, state: 'waiting' }, data: { attempts: { increment: 1 } } })
  await tx.message.updateMany({ where: { id, state: 'waiting', attempts: { gte: mostAttempts } }, data: { state: 'failed' } })
}

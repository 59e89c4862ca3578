import { Refusal } from '@kinplan/domain/refusal'
import type { Operation } from './operation'
import { viewerId } from './viewer'

/** What nobody is told who did: whoever reads the database is not told either. Sent again it comes to the same. */
const keptForNobody = new Set(['stopShare'])

/** The outcome of the same mutation sent before with the same key; refuses sameKeyOtherInput. Null for a first sending. */
export async function earlierOutcome(op: Operation): Promise<string | null> {
  const actorId = viewerId(op.viewer)
  if (op.once === null || actorId === null || keptForNobody.has(op.name)) return null
  const found = await op.tx.outcome.findUnique({
    where: { actorId_operation_key: { actorId, operation: op.name, key: op.once.key } },
    select: { outcomeId: true, inputHash: true },
  })
  if (found === null) return null
  op.replay.found = true
  if (Buffer.compare(found.inputHash, op.once.inputHash) !== 0) throw new Refusal('sameKeyOtherInput')
  return found.outcomeId
}

/** Keeps the outcome beside its key. Two at once: the second waits for the first's commit and fails on the key, and is run again. */
export async function keepOutcome(op: Operation, outcomeId: string): Promise<void> {
  const actorId = viewerId(op.viewer)
  if (op.once === null || actorId === null || keptForNobody.has(op.name)) return
  await op.tx.outcome.createMany({
    data: [{ actorId, operation: op.name, key: op.once.key, inputHash: op.once.inputHash, outcomeId, at: op.now }],
  })
}

import type { Operation } from './operation'

/** Writes every decision of this operation in one statement; without the record there is no answer. */
export async function writeDecisions(op: Operation): Promise<void> {
  if (op.decisions.length === 0) return
  const seen = new Set<string>()
  const rows = op.decisions.filter(({ action, subjectId, decision }) => {
    const name = `${action} ${subjectId} ${decision.reason}`
    return !seen.has(name) && seen.add(name)
  })
  await op.tx.accessRecord.createMany({
    data: rows.map(({ viewer, action, subjectId, familyId, decision }) => ({
      at: op.now,
      personId: viewer.kind === 'person' || viewer.kind === 'holder' ? viewer.id : null,
      workerId: viewer.kind === 'worker' ? viewer.id : null,
      action,
      subjectId: subjectId !== null && /^[0-9a-f-]{36}$/.test(subjectId) ? subjectId : null,
      familyId,
      allowed: decision.allowed,
      reason: decision.reason,
    })),
  })
}

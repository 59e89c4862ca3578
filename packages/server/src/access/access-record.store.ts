import type { Right } from '@kinplan/domain/access/rules'
import type { Operation } from './operation'
import type { Permit } from './permit'

/**
 * Allowed, these leave no row: nobody's data is shown, or a row each time would tell workers who is in private family time and when.
 * Denied, they do; but not for want of somebody who vouches: that would tell workers who is in the draft with whom.
 */
const leavesNoRow = new Set<Right>([
  'me:read',
  'room:read',
  'room:readMembers',
  'room:dropSession',
  'room:endWithoutKey',
  'room:stopEnd',
  'room:undoEnd',
  'draft:start',
  'draft:join',
  'draft:admit',
  'draft:append',
  'draft:read',
])

/**
 * Writes every decision of this operation in one statement; without the record there is no answer. The database says whose they are. Who
 * of a room is vouched for it tells nobody: they are members.
 */
export async function writeDecisions(op: Operation): Promise<void> {
  const seen = new Set<string>()
  const rows = op.decisions.filter(({ viewer, right, subjectId, familyId, decision }) => {
    if ((decision.allowed && leavesNoRow.has(right)) || decision.reason === 'notVouched') return false
    // A visitor was shown nothing of any family: a row each time would let anyone fill the record.
    if (viewer.kind === 'nobody' && familyId === null) return false
    const name = `${right} ${subjectId} ${decision.reason}`
    return !seen.has(name) && seen.add(name)
  })
  if (rows.length === 0) return
  const entries = rows.map(({ right, subjectId, familyId, decision }) => ({
    right,
    subjectId: subjectId !== null && /^[0-9a-f-]{36}$/.test(subjectId) ? subjectId : null,
    familyId,
    allowed: decision.allowed,
    reason: decision.reason === 'vouched' || decision.reason === 'alone' ? 'member' : decision.reason,
  }))
  await op.tx.$executeRaw`SELECT write_record(${JSON.stringify(entries)}::jsonb)`
}

/** One page of a family's record, newest first; `after` is the id of the last row seen, anything else begins at the newest. */
export async function pageOfRecord({ op, familyId }: Permit<'family:record'>, first: number, after: string | null) {
  const before = after !== null && /^\d{1,18}$/.test(after) ? BigInt(after) : null
  const found = await op.tx.accessRecord.findMany({
    where: { familyId, ...(before === null ? {} : { id: { lt: before } }) },
    orderBy: { id: 'desc' },
    take: first + 1,
    select: { id: true, at: true, personId: true, workerId: true, job: true, right: true, allowed: true, reason: true },
  })
  const page = found.slice(0, first)
  const named = { select: { id: true, name: true } } as const
  const people = await op.tx.person.findMany({ where: { familyId, id: { in: page.flatMap((row) => row.personId ?? []) } }, ...named })
  const workers = await op.tx.worker.findMany({ where: { id: { in: page.flatMap((row) => row.workerId ?? []) } }, ...named })
  const names = new Map([...people, ...workers].map(({ id, name }) => [id, name]))
  return {
    rows: page.map(({ id, at, personId, workerId, job, ...row }) => ({
      ...row,
      id: String(id),
      at: at.toISOString(),
      who: names.get(personId ?? workerId ?? '') ?? job ?? '',
    })),
    next: found.length > first ? String(page.at(-1)?.id) : null,
  }
}
export type RecordRow = Awaited<ReturnType<typeof pageOfRecord>>['rows'][number]

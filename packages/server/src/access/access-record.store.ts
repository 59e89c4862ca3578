import { randomUUID } from 'node:crypto'
import type { Right } from '@kinplan/domain/access/rules'
import type { Operation } from './operation'
import type { Permit } from './permit'
import { viewerId } from './viewer'
import { instantOfRow, macOfRow } from './record-chain'

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
  'draft:propose',
  'draft:doubt',
  'paperPlan:doubt',
  'draft:append',
  'draft:read',
  'rescueWords:make',
  'rescueWords:use',
])

/**
 * Writes every decision of this operation in one statement, what was asked several times once; without the record there is no answer. The
 * database says whose they are. Who of a room is vouched for it tells nobody: they are members.
 */
export async function writeDecisions(op: Operation): Promise<void> {
  const seen = new Set<string>()
  const rows = op.decisions.filter(({ viewer, right, subjectId, familyId, decision, unrecorded }) => {
    if (unrecorded || (decision.allowed && leavesNoRow.has(right)) || decision.reason === 'notVouched') return false
    // A visitor was shown nothing of any family: a row each time would let anyone fill the record.
    if (viewer.kind === 'nobody' && familyId === null) return false
    const name = `${right} ${subjectId} ${decision.reason}`
    return !seen.has(name) && seen.add(name)
  })
  if (rows.length === 0) return
  const entries = rows.map(({ right, subjectId, familyId, decision }) =>
    withMac(op, {
      right,
      subjectId: subjectId !== null && /^[0-9a-f-]{36}$/.test(subjectId) ? subjectId : null,
      familyId,
      allowed: decision.allowed,
      reason: decision.reason === 'vouched' || decision.reason === 'alone' ? 'member' : decision.reason,
      // Refused, nothing was shown; and what a change shows of its own outcome tells of the change.
      look: decision.allowed && op.isQuery,
    }),
  )
  await op.tx.$executeRaw`SELECT write_record(${JSON.stringify(entries)}::jsonb)`
}

interface Entry {
  right: string
  subjectId: string | null
  familyId: string | null
  allowed: boolean
  reason: string
  look: boolean
}

/** Made here and not in the database, whose owner has no key: a row put in by hand has none that fits. */
function withMac(op: Operation, entry: Entry) {
  // The holder of a promise's token asks from then on, whoever is signed in.
  const viewer = op.decisions.findLast((made) => made.viewer.kind === 'holder')?.viewer ?? op.viewer
  const id = viewerId(viewer)
  const [personId, workerId] = viewer.kind === 'worker' ? [null, id] : [id, null]
  const nonce = randomUUID()
  const said = { ...entry, allowed: String(entry.allowed), look: String(entry.look), at: instantOfRow(op.now), job: null, nonce }
  return { ...entry, nonce, mac: macOfRow(op.key, { ...said, personId, workerId }) }
}

/** What the row of a sign-in that is refused on another device is known by; the database writes it before anybody asks. */
export function macOfRefusedSignIn(op: Operation, reason: string) {
  const nobody = { personId: null, workerId: null, job: null, subjectId: null, familyId: null }
  const said = { right: 'account:signIn', allowed: 'false', look: 'false', at: instantOfRow(op.now), reason, nonce: randomUUID() }
  return { nonce: said.nonce, mac: macOfRow(op.key, { ...nobody, ...said }) }
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

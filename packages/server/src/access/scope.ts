import { Refusal } from '@kinplan/domain/refusal'
import type { Operation } from './operation'

declare const proof: unique symbol

/** A branded `where` over families: exactly those of which `decide` allows family:read. */
export interface Scope {
  readonly [proof]: 'family:read'
  readonly op: Operation
  readonly where: object
}

/** The families a worker may read: allocated now, or of a team they supervise. Refuses everyone else. */
export async function familyScope(op: Operation): Promise<Scope> {
  const { viewer, tx, now } = op
  if (viewer.kind !== 'worker') throw new Refusal('notYours')
  const allocated = await tx.allocation.findMany({
    where: { workerId: viewer.id, from: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
    select: { familyId: true },
  })
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  op.decisions.push({ viewer, action: 'family:list', subjectId: null, familyId: null, decision: { allowed: true, reason: 'worker' } })
  return {
    op,
    where: { OR: [{ id: { in: allocated.map((row) => row.familyId) } }, { teamId: { in: teams.map((team) => team.id) } }] },
  } as unknown as Scope
}

/** The families of the teams a worker supervises, for the supervisor's page; refuses those who supervise none. */
export async function teamScope(op: Operation): Promise<Scope> {
  const { viewer, tx } = op
  if (viewer.kind !== 'worker') throw new Refusal('notYours')
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  if (teams.length === 0) throw new Refusal('notYours')
  op.decisions.push({ viewer, action: 'team:stuck', subjectId: null, familyId: null, decision: { allowed: true, reason: 'supervisor' } })
  return { op, where: { teamId: { in: teams.map((team) => team.id) } } } as unknown as Scope
}

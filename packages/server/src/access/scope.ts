import type { Operation } from './operation'
import { permitted } from './permit'

declare const proof: unique symbol

/** A branded `where` over families: exactly those of which `decide` allows family:read. */
export interface Scope {
  readonly [proof]: 'family:read'
  readonly op: Operation
  readonly where: object
}

/** The families a worker may read: allocated now, or of a team they supervise. Null for everyone else. */
export async function familyScope(op: Operation): Promise<Scope | null> {
  const { viewer, tx, now } = op
  const granted = await permitted(op, 'family:list', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const allocated = await tx.allocation.findMany({
    where: { workerId: viewer.id, from: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] },
    select: { familyId: true },
  })
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  return {
    op,
    where: { OR: [{ id: { in: allocated.map((row) => row.familyId) } }, { teamId: { in: teams.map((team) => team.id) } }] },
  } as unknown as Scope
}

/** The families of the teams a worker supervises, for the supervisor's page; null for those who supervise none. */
export async function teamScope(op: Operation): Promise<Scope | null> {
  const { viewer, tx } = op
  const granted = await permitted(op, 'team:stuck', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  return { op, where: { teamId: { in: teams.map((team) => team.id) } } } as unknown as Scope
}

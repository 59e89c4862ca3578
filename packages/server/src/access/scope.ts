import { heldNow } from './held-now'
import type { Operation } from './operation'
import { permitted } from './permit'

declare const proof: unique symbol

/** A branded `where` over families: exactly those of which `decide` allows family:read. */
export interface Scope {
  readonly [proof]: 'family:read'
  readonly op: Operation
  readonly where: object
}

/** A branded `where` over meetings: exactly those of which `decide` allows meeting:read. */
export interface MeetingScope {
  readonly [proof]: 'meeting:read'
  readonly op: Operation
  readonly where: object
}

/** A branded `where` over families: exactly those of which `decide` allows message:read. */
export interface MessageScope {
  readonly [proof]: 'message:read'
  readonly op: Operation
  readonly where: object
}

/** A branded `where` over memberships of teams: exactly those, the viewer's aside, of whose workers `decide` allows calendar:sayAway. */
export interface TeamMemberScope {
  readonly [proof]: 'calendar:sayAway'
  readonly op: Operation
  readonly where: object
}

/** The families a worker may read: allocated now, or of a team they supervise. Null for everyone else. */
export async function familyScope(op: Operation): Promise<Scope | null> {
  const { viewer, tx } = op
  const granted = await permitted(op, 'family:list', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const allocated = await allocatedTo(op, viewer.id)
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  return {
    op,
    where: { OR: [{ id: { in: allocated.map((row) => row.familyId) } }, { teamId: { in: teams.map((team) => team.id) } }] },
  } as unknown as Scope
}

/**
 * The meetings a worker may read: of the families in their scope, but as coordinator only those they coordinate. Null for everyone else.
 */
export async function meetingScope(op: Operation): Promise<MeetingScope | null> {
  const { viewer, tx } = op
  const families = await familyScope(op)
  if (families === null || viewer.kind !== 'worker') return null
  const readable = await tx.family.findMany({ where: families.where, select: { id: true, teamId: true } })
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  const whole = new Set((await allocatedTo(op, viewer.id)).filter(({ role }) => role === 'socialWorker').map(({ familyId }) => familyId))
  for (const { id, teamId } of readable) if (teams.some((team) => team.id === teamId)) whole.add(id)
  return {
    op,
    where: { OR: [{ familyId: { in: [...whole] } }, { familyId: { in: readable.map(({ id }) => id) }, coordinatorId: viewer.id }] },
  } as unknown as MeetingScope
}

/** The families whose messages a worker may know of: those they coordinate now. Null for everyone else. */
export async function messageScope(op: Operation): Promise<MessageScope | null> {
  const { viewer } = op
  const granted = await permitted(op, 'family:list', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const coordinated = (await allocatedTo(op, viewer.id)).filter(({ role }) => role === 'coordinator')
  return { op, where: { id: { in: coordinated.map(({ familyId }) => familyId) } } } as unknown as MessageScope
}

function allocatedTo({ tx, now }: Operation, workerId: string) {
  return tx.allocation.findMany({
    where: { workerId, ...heldNow(now) },
    select: { familyId: true, role: true },
  })
}

/** The families of the teams a worker supervises, for the supervisor's page; null for those who supervise none. */
export async function teamScope(op: Operation): Promise<Scope | null> {
  const { viewer, tx } = op
  const granted = await permitted(op, 'team:stuck', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  return { op, where: { teamId: { in: teams.map((team) => team.id) } } } as unknown as Scope
}

/** The memberships of the workers, the viewer aside, whom the viewer supervises now. Null for those who supervise no team. */
export async function teamMemberScope(op: Operation): Promise<TeamMemberScope | null> {
  const { viewer, tx, now } = op
  const granted = await permitted(op, 'team:stuck', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const teams = await tx.team.findMany({ where: { supervisorId: viewer.id }, select: { id: true } })
  return {
    op,
    where: { teamId: { in: teams.map((team) => team.id) }, workerId: { not: viewer.id }, ...heldNow(now) },
  } as unknown as TeamMemberScope
}

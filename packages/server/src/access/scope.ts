import type { AllocationRole } from '@kinplan/domain/family/circle'
import { brokenBy } from './broken-by'
import { heldNow } from './held-now'
import type { Operation } from './operation'
import { permitted } from './permit'
import type { WorkerViewer } from './viewer'

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

/** A branded `where` over meetings: exactly those of which `decide` allows pair:read. */
export interface PairScope {
  readonly [proof]: 'pair:read'
  readonly op: Operation
  readonly where: object
}

/** A branded `where` over meetings: exactly those of which `decide` allows withdrawal:read. */
export interface WithdrawalScope {
  readonly [proof]: 'withdrawal:read'
  readonly op: Operation
  readonly viewer: WorkerViewer
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

/** The families a worker may read: allocated now, of a team they supervise, or opened in an emergency. Null for everyone else. */
export async function familyScope(op: Operation): Promise<Scope | null> {
  const { viewer } = op
  const granted = await permitted(op, 'family:list', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const broken = { breakGlass: { some: brokenBy(op, viewer.id) } }
  return { op, where: { OR: [allocatedTo(op, viewer.id), { team: { supervisorId: viewer.id } }, broken] } } as unknown as Scope
}

/**
 * The meetings a worker may read: of the families in their scope, but as coordinator only those they coordinate. Null for everyone else.
 */
export async function meetingScope(op: Operation): Promise<MeetingScope | null> {
  const { viewer } = op
  const families = await familyScope(op)
  if (families === null || viewer.kind !== 'worker') return null
  const broken = { breakGlass: { some: brokenBy(op, viewer.id) }, NOT: allocatedTo(op, viewer.id) }
  const whole = { OR: [allocatedTo(op, viewer.id, { role: 'socialWorker' }), { team: { supervisorId: viewer.id } }, broken] }
  return { op, where: { OR: [{ family: whole }, { family: families.where, coordinatorId: viewer.id }] } } as unknown as MeetingScope
}

/**
 * The meetings of which a worker may read who is kept apart: those they coordinate, those of a team they supervise, and in an emergency.
 */
export async function pairScope(op: Operation): Promise<PairScope | null> {
  const { viewer } = op
  const granted = await permitted(op, 'family:list', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const broken = { family: { breakGlass: { some: brokenBy(op, viewer.id) }, NOT: allocatedTo(op, viewer.id) } }
  return { op, where: { OR: [...coordinatedOrSupervised(op, viewer.id), broken] } } as unknown as PairScope
}

/** The meetings of which a worker may read who withdrew unseen: those they coordinate, and those of a team they supervise. */
export async function withdrawalScope(op: Operation): Promise<WithdrawalScope | null> {
  const { viewer } = op
  const granted = await permitted(op, 'family:list', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  return { op, viewer, where: { OR: coordinatedOrSupervised(op, viewer.id) } } as unknown as WithdrawalScope
}

const coordinatedOrSupervised = (op: Operation, workerId: string) => [
  { family: allocatedTo(op, workerId, { role: 'coordinator' }), coordinatorId: workerId },
  { family: { team: { supervisorId: workerId } } },
]

/** The families whose messages a worker may know of: those they coordinate now. Null for everyone else. */
export async function messageScope(op: Operation): Promise<MessageScope | null> {
  const { viewer } = op
  const granted = await permitted(op, 'family:list', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  return { op, where: allocatedTo(op, viewer.id, { role: 'coordinator' }) } as unknown as MessageScope
}

function allocatedTo({ now }: Operation, workerId: string, as: { role?: AllocationRole } = {}) {
  return { allocations: { some: { ...as, workerId, ...heldNow(now) } } }
}

/** The families of the teams a worker supervises, for the supervisor's page; null for those who supervise none. */
export async function teamScope(op: Operation): Promise<Scope | null> {
  const { viewer } = op
  const granted = await permitted(op, 'team:stuck', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  return { op, where: { team: { supervisorId: viewer.id } } } as unknown as Scope
}

/** The memberships of the workers, the viewer aside, whom the viewer supervises now. Null for those who supervise no team. */
export async function teamMemberScope(op: Operation): Promise<TeamMemberScope | null> {
  const { viewer, now } = op
  const granted = await permitted(op, 'team:stuck', { kind: 'none' })
  if (granted === null || viewer.kind !== 'worker') return null
  const where = { team: { supervisorId: viewer.id }, workerId: { not: viewer.id }, ...heldNow(now) }
  return { op, where } as unknown as TeamMemberScope
}

import { actions, decide, type Action, type Relation } from '@kinplan/domain/access/rules'
import { Refusal, type RefusalCode } from '@kinplan/domain/refusal'
import { locate } from './located.store'
import type { Operation } from './operation'
import type { Located, Subject } from './subject'
import { tiesTo } from './ties.store'
import type { Viewer } from './viewer'

declare const proof: unique symbol

/**
 * Proof that the viewer may do one action to one subject in this operation. Only permit() makes one,
 * and stores take the ids from it.
 */
export interface Permit<A extends Action> {
  readonly [proof]: A
  readonly op: Operation
  readonly viewer: Viewer
  readonly subjectId: string
  readonly familyId: string
  readonly meetingId: string
  readonly personId: string | null
  readonly workerId: string | null
  readonly roomId: string | null
}

async function judge(op: Operation, action: Action, subject: Subject) {
  const located = await locate(op.tx, subject)
  const ties = located && (await tiesTo(op, located))
  const decision = ties && located ? decide(action, relationsTo(op.viewer, subject, located, ties), ties.now) : ({ allowed: false, reason: 'notYours' } as const)
  op.decisions.push({ viewer: op.viewer, action, subjectId: subject.kind === 'none' ? null : subject.id, familyId: located?.familyId ?? null, decision })
  return { located, decision }
}

function relationsTo(viewer: Viewer, subject: Subject, located: Located, ties: { held: ReadonlySet<Relation>; rooms: ReadonlySet<string> }): ReadonlySet<Relation> {
  const held = new Set(ties.held)
  if (viewer.kind === 'person' && located.personId === viewer.id && held.has('kin')) held.add('self')
  if (viewer.kind === 'worker' && located.workerId === viewer.id) held.add('self')
  if (viewer.kind === 'holder' && subject.kind === 'action' && subject.id === viewer.actionId) held.add('holder')
  if (located.roomId !== null && ties.rooms.has(located.roomId)) held.add('member')
  return held
}

/**
 * Facts, decision, record, proof. Throws the Refusal that the policy gives; what is not there and what is not
 * yours are the same `notYours`.
 */
export async function permit<A extends Action>(op: Operation, action: A, subject: Subject): Promise<Permit<A>> {
  const { located, decision } = await judge(op, action, subject)
  if (!decision.allowed || located === null) throw new Refusal(decision.allowed ? 'notYours' : decision.reason)
  return {
    op,
    viewer: op.viewer,
    subjectId: subject.kind === 'none' ? '' : subject.id,
    familyId: located.familyId ?? '',
    meetingId: located.meetingId ?? '',
    personId: located.personId,
    workerId: located.workerId,
    roomId: located.roomId,
  } as Permit<A>
}

/** Records that somebody whom the policy allows did not hold what the thing itself asks for, and gives the Refusal to throw. */
export function refused<A extends Action>(granted: Permit<A>, action: A, code: RefusalCode, field: string | null = null): Refusal {
  const { op, viewer, subjectId, familyId } = granted
  op.decisions.push({ viewer, action, subjectId, familyId, decision: { allowed: false, reason: code } })
  return new Refusal(code, field)
}

/** As `permit`, for queries: null instead of a refusal. */
export async function permitted<A extends Action>(op: Operation, action: A, subject: Subject): Promise<Permit<A> | null> {
  try {
    return await permit(op, action, subject)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/** Every action the viewer may do to this subject now: what the apps read as `viewerCan`. */
export async function viewerCan(op: Operation, subject: Subject): Promise<Action[]> {
  const located = await locate(op.tx, subject)
  if (located === null) return []
  const ties = await tiesTo(op, located)
  const held = relationsTo(op.viewer, subject, located, ties)
  return actions.filter((action) => decide(action, held, ties.now).allowed)
}

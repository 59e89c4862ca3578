import { isAlone, isLeftOut, isVouched, tookKeyTogether } from '@kinplan/domain/plan/vouching'
import { decide, policy, rights, type Circumstances, type Policy, type Right, type Tie } from '@kinplan/domain/access/rules'
import { isThereOnceAllIsTold, type SubjectKind } from '@kinplan/domain/access/subjects'
import { Refusal, type RefusalCode } from '@kinplan/domain/refusal'
import { locate, locateAction } from './located.store'
import type { Operation } from './operation'
import type { Located, Subject } from './subject'
import type { Ties } from './ties'
import { tiesTo } from './ties.store'
import type { HolderViewer, PersonViewer, Viewer, WorkerViewer } from './viewer'

declare const proof: unique symbol

/** The kinds of subject that a right is about. */
type About<R extends Right> = Policy[R]['about'][number]
/** Who can have a right, by the ties that its row of the policy names. */
type TiesOf<R extends Right> = { [K in R]: Extract<keyof Policy[K], Tie> }[R]
/** `self` is a person where the right is about people, a worker where it is about workers, and either otherwise. */
type SelfViewer<K extends SubjectKind> = [K] extends ['person' | 'family']
  ? PersonViewer
  : [K] extends ['worker' | 'away' | 'none']
    ? WorkerViewer
    : PersonViewer | WorkerViewer
type ViewerWho<T extends Tie, K extends SubjectKind> = T extends 'nobody'
  ? Viewer
  : T extends 'kin' | 'part' | 'member' | 'vouched' | 'alone'
    ? PersonViewer
    : T extends 'holder'
      ? HolderViewer
      : T extends 'self'
        ? SelfViewer<K>
        : WorkerViewer

/** Who holds a permit for this right. */
type ViewerOf<R extends Right> = ViewerWho<TiesOf<R>, About<R>>

/**
 * Proof that the viewer may do one thing to one subject in this operation. Only permit() makes one, and stores take the ids from it. Its
 * type knows from the policy's row who can hold it, and from the subject which ids are there.
 */
export interface Permit<R extends Right, K extends SubjectKind = About<R>> extends Readonly<Located<K>> {
  readonly [proof]: R
  readonly op: Operation
  readonly viewer: ViewerOf<R>
  readonly subjectId: K extends 'none' ? null : string
}

/** A permit for whatever right about something in a meeting; FamilyPermit: about something of a family. */
export type MeetingPermit = Pick<Permit<Right>, typeof proof | 'op'> & {
  readonly viewer: Viewer
  readonly familyId: string
  readonly meetingId: string
}
export type FamilyPermit = Omit<MeetingPermit, 'meetingId'>

async function judge(op: Operation, right: Right, subject: Subject) {
  const located = await locate(op.tx, subject)
  const ties = located && (await tiesTo(op, located))
  const isAbout = (policy[right].about as readonly SubjectKind[]).includes(subject.kind)
  const decision =
    ties && located && isAbout
      ? decide(right, tiesOf(op.viewer, subject, located, ties), circumstancesOf(subject, located, ties))
      : ({ allowed: false, reason: 'notYours' } as const)
  op.decisions.push({
    viewer: op.viewer,
    right,
    subjectId: subject.kind === 'none' ? null : subject.id,
    familyId: located?.familyId ?? null,
    decision,
  })
  return { located, decision }
}

function circumstancesOf(subject: Subject, located: Located, ties: Ties): Circumstances {
  const rooms = located.roomId === null ? [...ties.rooms] : [located.roomId]
  return { ...ties.now, ofCouncil: subject.kind === 'action' && located.workerId !== null, leftOut: isLeftOut(ties.drafts, rooms) }
}

function tiesOf(viewer: Viewer, subject: Subject, located: Located, ties: Ties): ReadonlySet<Tie> {
  const held = new Set(ties.held)
  if (ties.told !== 'all' && isThereOnceAllIsTold(subject.kind)) held.delete('part')
  if (viewer.kind === 'person' && located.personId === viewer.id && held.has('kin')) held.add('self')
  if (viewer.kind === 'worker' && located.workerId === viewer.id) held.add('self')
  if (viewer.kind === 'holder' && subject.kind === 'action' && subject.id === viewer.actionId) held.add('holder')
  const { roomId, draftId } = located
  if (roomId === null || !ties.rooms.has(roomId)) return held
  held.add('member')
  if (isVouched(ties.drafts, roomId) || (draftId !== null && tookKeyTogether(ties.drafts, draftId))) held.add('vouched')
  if (isAlone(ties.drafts, { roomId, draftId })) held.add('alone')
  return held
}

/**
 * Facts, decision, record, proof. Throws the Refusal that the policy gives; what is not there and what is not
 * yours are the same `notYours`, and so is nothing at all, where a right is about something.
 */
export async function permit<R extends Right, K extends About<R>>(
  op: Operation,
  right: R,
  subject: Subject<K> | Subject<'none'>,
): Promise<Permit<R, K>> {
  const { located, decision } = await judge(op, right, subject)
  if (!decision.allowed || located === null) throw new Refusal(decision.allowed ? 'notYours' : decision.reason)
  return { op, viewer: op.viewer, subjectId: 'id' in subject ? subject.id : null, ...located } as unknown as Permit<R, K>
}

/**
 * Records, in the place of what the policy allowed, that somebody did not hold what the thing itself asks for, and gives the Refusal to
 * throw.
 */
export function refused<R extends Right>(granted: Permit<R>, right: R, code: RefusalCode, field: string | null = null): Refusal {
  const { op, viewer, subjectId, familyId } = granted
  const decision = { viewer, right, subjectId, familyId, decision: { allowed: false, reason: code } } as const
  const allowed = op.decisions.findLastIndex((made) => made.right === right && made.subjectId === subjectId && made.decision.allowed)
  op.decisions.splice(allowed < 0 ? op.decisions.length : allowed, 1, decision)
  return new Refusal(code, field)
}

/** The Refusal of what the policy allowed and the thing itself does not, where no row may tell workers that it was tried. */
export function refusedUnseen<R extends Right>(
  { op, subjectId }: Permit<R>,
  right: R,
  code: RefusalCode,
  field: string | null = null,
): Refusal {
  for (const made of op.decisions) if (made.right === right && made.subjectId === subjectId) made.unrecorded = true
  return new Refusal(code, field)
}

/** As `permit`, for queries: null instead of a refusal. */
export async function permitted<R extends Right, K extends About<R>>(
  op: Operation,
  right: R,
  subject: Subject<K> | Subject<'none'>,
): Promise<Permit<R, K> | null> {
  try {
    return await permit(op, right, subject)
  } catch (error) {
    if (error instanceof Refusal) return null
    throw error
  }
}

/**
 * Every right the viewer has over this subject now: what the apps read as `viewerCan`. Of nothing in particular, only what is
 * about nothing.
 */
export async function viewerCan(op: Operation, subject: Subject): Promise<Right[]> {
  const located = subject.kind === 'action' ? await locateAction(op, subject.id) : await locate(op.tx, subject)
  if (located === null) return []
  const ties = await tiesTo(op, located)
  const held = tiesOf(op.viewer, subject, located, ties)
  const now = circumstancesOf(subject, located, ties)
  const about = (right: Right) => subject.kind !== 'none' || (policy[right].about as readonly SubjectKind[]).includes('none')
  return rights.filter((right) => about(right) && decide(right, held, now).allowed)
}

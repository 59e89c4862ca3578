import { isLate, openStates, type ActionState, type ReportState } from '@kinplan/domain/action/action-states'
import type { Owner } from '@kinplan/domain/action/parse-action'
import { todayIn } from '@kinplan/domain/clock/parse-time'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { Permit } from '../access/permit'
import { possibleOwnersOf } from './owner.store'

const columns = {
  id: true,
  familyId: true,
  planId: true,
  meetingId: true,
  stepId: true,
  ownerPersonId: true,
  ownerWorkerId: true,
  writtenDownById: true,
  text: true,
  dueOn: true,
  state: true,
  bindingAt: true,
  version: true,
} as const

/** Every promise of one plan, the soonest first. */
export function actionsOfPlan({ op, subjectId: planId }: Permit<'action:read'> | Permit<'plan:readMine'>) {
  return loadOnce(op, `actions/${planId}`, async () => {
    const rows = await op.tx.action.findMany({
      where: { planId },
      select: { ...columns, meeting: { select: { zone: true } } },
      orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
    })
    return rows.map(({ bindingAt, meeting, ...row }) => ({
      ...row,
      state: row.state as ActionState,
      binding: bindingAt !== null,
      late: isLate(row, todayIn(meeting.zone, op.now)),
      ofCouncil: row.ownerWorkerId !== null,
    }))
  })
}

export type ActionRow = Awaited<ReturnType<typeof actionsOfPlan>>[number]

/** What was reported about each promise of one plan, the newest first. */
export function updatesOfPlan({ op, subjectId: planId }: Permit<'action:read'>) {
  return loadOnce(op, `actionUpdates/${planId}`, async () => {
    const rows = await op.tx.actionUpdate.findMany({
      where: { action: { planId } },
      select: { id: true, familyId: true, actionId: true, state: true, words: true, byPersonId: true, byWorkerId: true, at: true },
      orderBy: { at: 'desc' },
    })
    return rows.map((row) => ({ ...row, state: row.state as ReportState, at: row.at.toISOString() }))
  })
}

export type UpdateRow = Awaited<ReturnType<typeof updatesOfPlan>>[number]

/** Every promise of the person who asks, what is open first, then the soonest. */
export async function ownActionsOf({ op, viewer }: Permit<'me:read'>): Promise<OwnAction[]> {
  if (viewer.kind !== 'person') return []
  const rows = await ownActions(op, { ownerPersonId: viewer.id })
  const open = (row: OwnAction) => openStates.some((state) => state === row.state)
  return rows.toSorted((a, b) => Number(open(b)) - Number(open(a)))
}

/** The one promise that the permit is about. */
export async function ownActionOf({ op, subjectId }: Permit<'action:read'> | Permit<'action:readByLink'>): Promise<OwnAction> {
  const [row] = await ownActions(op, { id: subjectId })
  if (row === undefined) throw new Refusal('notYours')
  return row
}

/** Promises as their owner sees them, whoever's words they are in. */
async function ownActions(op: Permit<'me:read'>['op'], where: { ownerPersonId: string } | { id: string }) {
  const rows = await op.tx.action.findMany({
    where,
    select: { ...columns, meeting: { select: { coordinatorId: true } }, ownerPerson: { select: { name: true } } },
    orderBy: [{ dueOn: 'asc' }, { id: 'asc' }],
  })
  return rows.map(({ bindingAt, meeting, ownerPerson, ...row }) => ({
    ...row,
    state: row.state as ActionState,
    binding: bindingAt !== null,
    coordinatorId: meeting.coordinatorId,
    ownerName: ownerPerson?.name ?? '',
  }))
}
export type OwnAction = Awaited<ReturnType<typeof ownActions>>[number]

/** The wall date and zone of the meeting that made the plan; the date is today's where it had no time. */
export async function dayOfMeeting({ op, meetingId }: Permit<'action:make'>): Promise<string> {
  const meeting = await op.tx.meeting.findUniqueOrThrow({ where: { id: meetingId }, select: { startWall: true, zone: true } })
  return meeting.startWall?.slice(0, 10) ?? todayIn(meeting.zone, op.now)
}

/** Writes a promise to which nobody has said yes. Its owner is one of those who may own it; its step is of this plan. */
export async function insertAction(
  permit: Permit<'action:make'>,
  action: { stepId: string | null; owner: Owner; text: string; dueOn: string },
): Promise<void> {
  const { op, familyId, meetingId, subjectId: planId } = permit
  const { owner, ...said } = action
  if (said.stepId !== null && (await op.tx.planStep.count({ where: { id: said.stepId, planId } })) === 0)
    throw new Refusal('choiceUnknown', 'stepId')
  const mayOwn = (await possibleOwnersOf(permit)).some(({ id, ofCouncil }) => id === (ofCouncil ? owner.workerId : owner.personId))
  // As parseOwner: who promises is one question, whoever was chosen.
  if (!mayOwn) throw new Refusal('choiceUnknown', 'ownerPersonId')
  await op.tx.action.createMany({
    data: [
      {
        ...said,
        familyId,
        planId,
        meetingId,
        ownerPersonId: owner.personId,
        ownerWorkerId: owner.workerId,
        state: 'promised',
        changedAt: op.now,
      },
    ],
  })
}

/** The owner's yes, or the yes that a worker wrote down for them: from now on the promise binds. Refuses alreadyDone, changedMeanwhile. */
export async function bind({ op, viewer, subjectId: id, workerId }: Permit<'action:accept'>, version: number): Promise<void> {
  const writtenDownById = viewer.kind === 'worker' && viewer.id !== workerId ? viewer.id : null
  const { count } = await op.tx.action.updateMany({
    where: { id, version, bindingAt: null },
    data: { bindingAt: op.now, writtenDownById, changedAt: op.now, version: { increment: 1 } },
  })
  if (count > 0) return
  const bound = await op.tx.action.count({ where: { id, bindingAt: { not: null } } })
  throw new Refusal(bound > 0 ? 'alreadyDone' : 'changedMeanwhile')
}

/** Keeps what was said and moves the promise to that state; a link sends no version, so there the last word counts. */
export async function insertReport(
  { op, viewer, familyId, subjectId: id }: Permit<'action:report'>,
  version: number | null,
  said: { state: ReportState; words: string },
): Promise<void> {
  const { count } = await op.tx.action.updateMany({
    where: { id, ...(version === null ? {} : { version }) },
    data: { state: said.state, changedAt: op.now, version: { increment: 1 } },
  })
  if (count === 0) throw new Refusal('changedMeanwhile')
  const by = viewer.kind === 'worker' ? { byWorkerId: viewer.id } : { byPersonId: viewer.id }
  await op.tx.actionUpdate.createMany({ data: [{ familyId, actionId: id, ...said, ...by, at: op.now }] })
}

import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'

/** The plan that was shared from the draft; refuses notNow while none is. */
async function sharedFrom({ op, subjectId: draftId }: Permit<'draft:doubt'>): Promise<string> {
  const plan = await op.tx.plan.findUnique({ where: { draftId }, select: { id: true } })
  if (plan === null) throw new Refusal('notNow')
  return plan.id
}

/** Keeps that this person says it is not what they wrote; said again it is said already. */
export async function insertDoubt(permit: Permit<'draft:doubt'>): Promise<void> {
  const { op, viewer, familyId, meetingId } = permit
  const planId = await sharedFrom(permit)
  const doubt = { familyId, planId, personId: viewer.id, saidAt: op.now }
  const { count } = await op.tx.planDoubt.createMany({ data: [doubt], skipDuplicates: true })
  if (count > 0) op.changedMeetings.add(meetingId)
}

/** This person takes it back; refuses alreadyDone when they have not said it. */
export async function endDoubt(permit: Permit<'draft:doubt'>): Promise<void> {
  const { op, viewer, meetingId } = permit
  const where = { planId: await sharedFrom(permit), personId: viewer.id, takenBackAt: null }
  const { count } = await op.tx.planDoubt.updateMany({ where, data: { takenBackAt: op.now } })
  if (count === 0) throw new Refusal('alreadyDone')
  op.changedMeetings.add(meetingId)
}

/** Whether this person says it now. */
export async function isDoubted({ op, viewer, subjectId: draftId }: Permit<'draft:doubt'>): Promise<boolean> {
  return (await op.tx.planDoubt.count({ where: { plan: { draftId }, personId: viewer.id, takenBackAt: null } })) > 0
}

/** Who says it now, the first who did so first. */
export async function doubtsOf({ op, subjectId: planId }: Permit<'doubt:read'>) {
  const rows = await op.tx.planDoubt.findMany({
    where: { planId, takenBackAt: null },
    orderBy: [{ saidAt: 'asc' }, { id: 'asc' }],
    select: { saidAt: true, person: { select: { name: true } } },
  })
  return rows.map(({ saidAt, person: { name } }) => ({ name, saidAt: saidAt.toISOString() }))
}

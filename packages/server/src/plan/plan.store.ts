import { asTold, howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import { mayReadPlan, nextVersion, type WrittenPlan } from '@kinplan/domain/plan/plan-versions'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { MeetingPermit, Permit } from '../access/permit'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'

/** A plan as shared, before anything that rows of the database make of it. */
interface NewPlan {
  wantYouToKnow: string
  digest: string
  byLinkOfId: string | null
  sharedAlone: boolean
  steps: {
    bottomLineId: string | null
    heading: string | null
    what: string
    who: string
    byWhen: string
    howWeWillKnow: string
    helpNeeded: string
    ifItDoesNotWork: string
  }[]
}

/** Every shared plan of the permit's meeting, newest first, with who was in the room that wrote it. */
export function plansOfMeeting({ op, meetingId }: MeetingPermit) {
  return loadOnce(op, `plans/${meetingId}`, async () => {
    const rows = await op.tx.plan.findMany({
      where: { meetingId },
      select: {
        id: true,
        meetingId: true,
        roomId: true,
        version: true,
        sharedAt: true,
        sharedById: true,
        byLinkOfId: true,
        sharedAlone: true,
        wantYouToKnow: true,
      },
      orderBy: [{ sharedAt: 'desc' }, { version: 'desc' }],
    })
    const roomIds = rows.flatMap((row) => row.roomId ?? [])
    const members =
      roomIds.length === 0
        ? []
        : await op.tx.roomMember.findMany({ where: { roomId: { in: roomIds } }, select: { roomId: true, personId: true } })
    return rows.map(({ sharedAt, roomId, ...row }) => ({
      ...row,
      sharedAt: sharedAt.toISOString(),
      memberIds: members.filter((member) => member.roomId === roomId).map((member) => member.personId),
    }))
  })
}
type SharedPlan = Awaited<ReturnType<typeof plansOfMeeting>>[number]

/** The plans of the permit's meeting that a person may read, newest first. */
export async function plansFor(permit: MeetingPermit, personId: string): Promise<SharedPlan[]> {
  const meeting = await readMeeting(permit)
  const mine = (await participantsOf(permit)).find((participant) => participant.personId === personId)
  const [shared, pairs] = [await plansOfMeeting(permit), await pairsToKeep(permit)]
  const plans = shared.filter((plan) => mayReadPlan(personId, plan, pairs))
  return asTold(howMuchIsTold(meeting, mine?.toldAt ?? null), { plans }).plans
}

/** The plan of a permit; refuses notYours when it is not there. */
export async function planOf(permit: MeetingPermit & { readonly subjectId: string }): Promise<SharedPlan> {
  const plan = (await plansOfMeeting(permit)).find(({ id }) => id === permit.subjectId)
  if (plan === undefined) throw new Refusal('notYours')
  return plan
}

/** Steps of a plan, in the family's order. */
export function stepsOf({ op, subjectId: planId }: Permit<'plan:read' | 'plan:readMine' | 'plan:answerForCouncil'>) {
  return loadOnce(op, `steps/${planId}`, () =>
    op.tx.planStep.findMany({
      where: { planId },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        bottomLineId: true,
        heading: true,
        what: true,
        who: true,
        byWhen: true,
        howWeWillKnow: true,
        helpNeeded: true,
        ifItDoesNotWork: true,
      },
    }),
  )
}

/** The name of a person who shared a plan. */
export async function sharerOf({ op }: Permit<'plan:read'>, personId: string): Promise<string | null> {
  const person = await op.tx.person.findUnique({ where: { id: personId }, select: { name: true } })
  return person?.name ?? null
}

/** Writes a plan with its steps as the next version of what this room's people shared before; gives its id. */
export async function insertPlan(permit: Permit<'draft:share'>, plan: NewPlan): Promise<string> {
  const { op, viewer, familyId, meetingId, subjectId: draftId, roomId } = permit
  const members = await op.tx.roomMember.findMany({ where: { roomId }, select: { personId: true } })
  const earlier: WrittenPlan[] = await plansOfMeeting(permit)
  const version = nextVersion(
    members.map((member) => member.personId),
    earlier,
  )
  const id = op.newId()
  const { steps, ...said } = plan
  await op.tx.plan.createMany({
    data: [{ id, familyId, meetingId, draftId, roomId, version, sharedById: viewer.id, sharedAt: op.now, ...said }],
  })
  await op.tx.planStep.createMany({ data: steps.map((step, position) => ({ ...step, familyId, planId: id, position })) })
  op.changedMeetings.add(meetingId)
  op.changedDrafts.add(draftId)
  return id
}

/** Ids of what the plan must make sure of, as given to the family before. */
export async function givenBottomLines({ op, meetingId }: Permit<'draft:share'>): Promise<ReadonlySet<string>> {
  const rows = await op.tx.bottomLine.findMany({ where: { meetingId, givenToFamilyOn: { not: null } }, select: { id: true } })
  return new Set(rows.map((row) => row.id))
}

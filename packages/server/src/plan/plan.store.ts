import { asTold, howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import type { GivenTo } from '@kinplan/domain/plan/answers'
import { mayReadPlan, nextVersion, type WrittenPlan } from '@kinplan/domain/plan/plan-versions'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { MeetingPermit, Permit } from '../access/permit'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'

/** A step before it has a row. */
export interface NewStep {
  bottomLineId: string | null
  heading: string | null
  what: string
  who: string
  byWhen: string
  howWeWillKnow: string
  helpNeeded: string
  ifItDoesNotWork: string
}

/** A plan as shared, before anything that rows of the database make of it. */
interface NewPlan {
  wantYouToKnow: string
  digest: string
  byLinkOfId: string | null
  sharedAlone: boolean
  steps: readonly NewStep[]
}

/** A plan that was typed in from paper, with the yes that made it one. */
export interface PlanFromPaper extends Omit<NewPlan, 'sharedAlone'> {
  typedById: string
  typedAt: Date
  readBackToIds: string[]
  /** Whose yes it was. */
  sharedById: string
  yesGivenTo: GivenTo
  yesSaidToId: string | null
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
        paperPlanId: true,
        typedById: true,
        typedAt: true,
        readBackToIds: true,
        yesGivenTo: true,
        yesSaidToId: true,
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
      fromPaper: row.paperPlanId !== null,
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

/** Writes the plan that was shared from a draft, which it closes for all who hold it; gives its id. */
export async function insertPlan(permit: Permit<'draft:share'>, plan: NewPlan): Promise<string> {
  const { op, viewer, subjectId: draftId } = permit
  op.changedDrafts.add(draftId)
  return insertVersion(permit, { ...plan, draftId, sharedById: viewer.id })
}

/** Writes the plan that came on paper; it is of no draft, and touches none. Gives its id. */
export function insertFromPaper(permit: Permit<'paperPlan:confirm' | 'paperPlan:confirmFor'>, plan: PlanFromPaper): Promise<string> {
  return insertVersion(permit, { ...plan, paperPlanId: permit.subjectId })
}

/** Writes a plan with its steps as the next version of what this room's people shared before; gives its id. */
async function insertVersion(
  permit: Permit<'draft:share' | 'paperPlan:confirm' | 'paperPlan:confirmFor'>,
  plan: (NewPlan & { draftId: string; sharedById: string }) | (PlanFromPaper & { paperPlanId: string }),
): Promise<string> {
  const { op, familyId, meetingId, roomId } = permit
  const members = await op.tx.roomMember.findMany({ where: { roomId }, select: { personId: true } })
  const earlier: WrittenPlan[] = await plansOfMeeting(permit)
  const version = nextVersion(
    members.map((member) => member.personId),
    earlier,
  )
  const id = op.newId()
  const { steps, ...said } = plan
  await op.tx.plan.createMany({ data: [{ id, familyId, meetingId, roomId, version, sharedAt: op.now, ...said }] })
  await op.tx.planStep.createMany({ data: steps.map((step, position) => ({ ...step, familyId, planId: id, position })) })
  op.changedMeetings.add(meetingId)
  return id
}

/** Ids of what the plan must make sure of, as given to the family before. */
export async function givenBottomLines({ op, meetingId }: MeetingPermit): Promise<ReadonlySet<string>> {
  const rows = await op.tx.bottomLine.findMany({ where: { meetingId, givenToFamilyOn: { not: null } }, select: { id: true } })
  return new Set(rows.map((row) => row.id))
}

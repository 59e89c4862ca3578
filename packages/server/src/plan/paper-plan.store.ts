import { paperStateOf, type PaperState } from '@kinplan/domain/plan/paper-plan'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import type { MeetingPermit, Permit } from '../access/permit'
import { plansOfMeeting, type NewStep } from './plan.store'

type OfPaper = Permit<'paperPlan:type' | 'paperPlan:confirm' | 'paperPlan:confirmFor' | 'paperPlan:doubt', 'paperPlan'>

/** Until the commit nobody else types, takes back, confirms or stops a plan from paper of this room. */
export async function holdPapers({ op }: MeetingPermit, roomId: string): Promise<void> {
  await op.tx.$executeRaw`SELECT pg_advisory_xact_lock(hashtextextended('paper ' || ${roomId}::text, 0))`
}

/** Every typing of the permit's meeting that row security shows the viewer, newest first, with how it stands. */
export function papersOf(permit: MeetingPermit) {
  const { op, meetingId } = permit
  return loadOnce(op, `papers/${meetingId}`, async () => {
    const rows = await op.tx.paperPlan.findMany({
      where: { meetingId },
      orderBy: [{ typedAt: 'desc' }, { typing: 'desc' }],
      select: {
        id: true,
        roomId: true,
        typing: true,
        typedById: true,
        typedAt: true,
        readBackToIds: true,
        wantYouToKnow: true,
        takenBackAt: true,
      },
    })
    if (rows.length === 0) return []
    const ids = rows.map(({ id }) => id)
    const members = await op.tx.roomMember.findMany({
      where: { roomId: { in: rows.map(({ roomId }) => roomId) } },
      select: { roomId: true, personId: true },
    })
    const stopped = await op.tx.$queryRaw<{ id: string }[]>`SELECT papers_stopped(${ids}::uuid[])::text AS "id"`
    const plans = (await plansOfMeeting(permit)).map((plan) => ({ ...plan, sharedAt: new Date(plan.sharedAt) }))
    const typings = rows.map((row) => ({
      ...row,
      memberIds: members.filter(({ roomId }) => roomId === row.roomId).map(({ personId }) => personId),
      stopped: stopped.some(({ id }) => id === row.id),
    }))
    return typings.map((typing) => ({ ...typing, state: paperStateOf(typing, typings, plans) }))
  })
}
export type Paper = Awaited<ReturnType<typeof papersOf>>[number]

/** The typing of a permit, and how it stands; refuses notYours when it is not there. */
export async function paperOf(permit: OfPaper): Promise<Paper> {
  const paper = (await papersOf(permit)).find(({ id }) => id === permit.subjectId)
  if (paper === undefined) throw new Refusal('notYours')
  return paper
}

/** Steps of the typings of a meeting that the viewer may read, in the family's order. */
export function paperStepsOf(permit: MeetingPermit) {
  const { op, meetingId } = permit
  return loadOnce(op, `papers/steps/${meetingId}`, async () =>
    op.tx.paperStep.findMany({
      where: { paperPlanId: { in: (await papersOf(permit)).map(({ id }) => id) } },
      orderBy: { position: 'asc' },
      select: {
        id: true,
        paperPlanId: true,
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

/** The rooms of the permit's meeting in which these people are, each with when it began. */
export async function roomsWith({ op, meetingId }: MeetingPermit, personIds: readonly string[]) {
  const rows = await op.tx.roomMember.findMany({
    where: { personId: { in: [...personIds] }, putOutAt: null, room: { meetingId } },
    select: { roomId: true, personId: true, room: { select: { startedAt: true } } },
  })
  return rows.map(({ room, ...row }) => ({ ...row, ...room }))
}

/** Whether a person is in the room of the permit's typing now. */
export async function isInItsRoom({ op, roomId }: Permit<'paperPlan:confirmFor'>, personId: string): Promise<boolean> {
  return (await op.tx.roomMember.count({ where: { roomId, personId, putOutAt: null } })) > 0
}

/** Writes a typing with its steps, as the next of its room. */
export async function insertPaper(
  permit: Permit<'paperPlan:type', 'meeting'>,
  typed: { roomId: string; readBackToIds: string[]; wantYouToKnow: string; steps: readonly NewStep[] },
): Promise<void> {
  const { op, viewer, familyId, meetingId } = permit
  const { steps, ...paper } = typed
  const typing = (await op.tx.paperPlan.count({ where: { roomId: typed.roomId } })) + 1
  const id = op.newId()
  await op.tx.paperPlan.createMany({ data: [{ id, familyId, meetingId, typing, typedById: viewer.id, typedAt: op.now, ...paper }] })
  await op.tx.paperStep.createMany({ data: steps.map((step, position) => ({ ...step, familyId, paperPlanId: id, position })) })
  op.changedMeetings.add(meetingId)
}

const undone: readonly PaperState[] = ['waiting', 'stopped', 'outdated']

/** The coordinator takes a typing back; refuses alreadyDone once it is a plan, was replaced or taken back. */
export async function endPaper(permit: Permit<'paperPlan:type', 'paperPlan'>): Promise<void> {
  const { op, subjectId: id, meetingId } = permit
  if (!undone.includes((await paperOf(permit)).state)) throw new Refusal('alreadyDone')
  await op.tx.paperPlan.updateMany({ where: { id }, data: { takenBackAt: op.now } })
  op.changedMeetings.add(meetingId)
}

/** Keeps that this person says it is not what they wrote, and what is wrong. Said again, the new words take the place of the old. */
export async function insertPaperDoubt(permit: Permit<'paperPlan:doubt'>, words: string): Promise<void> {
  const { op, viewer, familyId, meetingId, subjectId: paperPlanId } = permit
  await op.tx.paperDoubt.updateMany({ where: { paperPlanId, personId: viewer.id, takenBackAt: null }, data: { takenBackAt: op.now } })
  await op.tx.paperDoubt.createMany({ data: [{ familyId, paperPlanId, personId: viewer.id, words, saidAt: op.now }] })
  op.changedMeetings.add(meetingId)
}

/** This person takes it back; refuses alreadyDone when they do not say it. */
export async function endPaperDoubt(permit: Permit<'paperPlan:doubt'>): Promise<void> {
  const { op, viewer, meetingId, subjectId: paperPlanId } = permit
  const where = { paperPlanId, personId: viewer.id, takenBackAt: null }
  const { count } = await op.tx.paperDoubt.updateMany({ where, data: { takenBackAt: op.now } })
  if (count === 0) throw new Refusal('alreadyDone')
  op.changedMeetings.add(meetingId)
}

/** Who says now of which typing that it is not what they wrote, and what is wrong; the first who did so first. */
export async function paperDoubtsOf({ op, meetingId }: Permit<'paperPlan:read'>) {
  const rows = await op.tx.paperDoubt.findMany({
    where: { paperPlan: { meetingId }, takenBackAt: null },
    orderBy: [{ saidAt: 'asc' }, { id: 'asc' }],
    select: { paperPlanId: true, words: true, saidAt: true, person: { select: { name: true } } },
  })
  return rows.map(({ saidAt, person: { name }, ...row }) => ({ ...row, name, saidAt: saidAt.toISOString() }))
}

/** Whether the viewer says so now of the permit's typing. */
export async function doubtsPaper({ op, viewer, subjectId: paperPlanId }: Permit<'paperPlan:readMine'>): Promise<boolean> {
  return (await op.tx.paperDoubt.count({ where: { paperPlanId, personId: viewer.id, takenBackAt: null } })) > 0
}

import { openStates } from '@kinplan/domain/action/promise-states'
import type { FamilyStanding, MeetingStanding } from '@kinplan/domain/action/what-is-stuck'
import { heldNow } from '../access/held-now'
import type { Scope } from '../access/scope'

/**
 * How every family in scope stands now. A constant number of statements for any number of families: one a noun,
 * put together in memory.
 */
export async function familiesOfScope(scope: Scope): Promise<FamilyStanding[]> {
  const {
    op: { tx, now },
  } = scope
  const families = await tx.family.findMany({
    where: { AND: [scope.where, { closedAt: null }] },
    select: { id: true, name: true, zone: true, openedAt: true, teamId: true },
  })
  const where = { familyId: { in: families.map((family) => family.id) } }
  const teams = await tx.team.findMany({
    where: { id: { in: [...new Set(families.map((family) => family.teamId))] } },
    select: { id: true, supervisorId: true },
  })
  const socialWorkers = await tx.allocation.findMany({
    where: { ...where, role: 'socialWorker', ...heldNow(now) },
    select: { familyId: true, workerId: true },
    orderBy: { from: 'asc' },
  })
  const parents = await tx.parentSlot.findMany({
    where,
    select: { familyId: true, childId: true, personId: true, label: true, state: true },
    orderBy: { label: 'asc' },
  })
  const pairs = await tx.pairApart.findMany({ where: { ...where, endedAt: null }, select: { familyId: true, id: true, markedAt: true } })
  const meetings = await tx.meeting.findMany({
    where,
    select: {
      familyId: true,
      id: true,
      stage: true,
      reviewsPlanId: true,
      coordinatorId: true,
      startWall: true,
      createdAt: true,
      endedAt: true,
    },
  })
  const running = { meetingId: { in: meetings.filter((meeting) => meeting.stage !== 'ended').map((meeting) => meeting.id) } }
  const meetingChildren = await tx.meetingChild.findMany({ where, select: { meetingId: true, childId: true } })
  const children = await tx.person.findMany({
    where: { ...where, kind: 'child' },
    select: { id: true, name: true },
    orderBy: { bornOn: 'asc' },
  })
  const participants = await tx.participant.findMany({ where: running, select: { meetingId: true, personId: true, state: true } })
  const decisions = await tx.safetyDecision.findMany({
    where: { ...running, reopenedAt: null },
    select: { meetingId: true, pairIds: true },
  })
  const bottomLines = await tx.bottomLine.findMany({
    where: { ...running, agreedAt: null },
    select: { meetingId: true, text: true, setAt: true },
  })
  const plans = await tx.plan.findMany({
    where,
    select: { familyId: true, id: true, meetingId: true, roomId: true, version: true, sharedAt: true },
  })
  const councilAnswers = await tx.councilAnswer.findMany({
    where,
    select: { familyId: true, planId: true, stepId: true, answer: true, decider: true, decideBy: true, at: true },
  })
  const actions = await tx.action.findMany({
    where: { ...where, state: { in: [...openStates] } },
    select: { familyId: true, id: true, meetingId: true, text: true, dueOn: true, state: true, ownerWorkerId: true, changedAt: true },
  })

  const childrenOf = (meetingId: string) => {
    const ids = meetingChildren.filter((row) => row.meetingId === meetingId).map((row) => row.childId)
    return {
      childIds: ids,
      children: children
        .filter((child) => ids.includes(child.id))
        .map((child) => child.name)
        .join(', '),
    }
  }
  const standing = meetings.map((meeting): MeetingStanding & { familyId: string } => ({
    ...meeting,
    ...childrenOf(meeting.id),
    participants: participants.filter((row) => row.meetingId === meeting.id),
    decidedPairIds: decisions.find((row) => row.meetingId === meeting.id)?.pairIds ?? null,
    bottomLinesToAgree: bottomLines.filter((row) => row.meetingId === meeting.id),
  }))
  const ofFamily = <Row extends { familyId: string }>(rows: Row[], id: string) => rows.filter((row) => row.familyId === id)
  return families.map(({ teamId, ...family }) => ({
    ...family,
    supervisorId: teams.find((team) => team.id === teamId)?.supervisorId ?? '',
    socialWorkerId: ofFamily(socialWorkers, family.id)[0]?.workerId ?? null,
    parents: ofFamily(parents, family.id),
    pairs: ofFamily(pairs, family.id),
    meetings: ofFamily(standing, family.id),
    plans: ofFamily(plans, family.id).map((plan) => ({ ...plan, children: childrenOf(plan.meetingId).children })),
    councilAnswers: ofFamily(councilAnswers, family.id),
    actions: ofFamily(actions, family.id),
  }))
}

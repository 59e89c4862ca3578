import { openStates } from '@kinplan/domain/action/action-states'
import type { FamilyStanding } from '@kinplan/domain/action/what-is-stuck'
import { heldNow } from '../access/held-now'
import type { Scope } from '../access/scope'
import { withdrawalStanding } from '../meeting/withdrawal.store'

/**
 * How every family in scope stands now. A constant number of statements for any number of families: one a noun. Of meetings that have
 * ended nobody waits for who takes part, for safety or for what the plan must make sure of, so that is not read.
 */
export async function familiesOfScope({ op: { tx, now }, where }: Scope): Promise<FamilyStanding[]> {
  const running = { meeting: { stage: { not: 'ended' } } }
  const families = await tx.family.findMany({
    where: { AND: [where, { closedAt: null }] },
    select: {
      id: true,
      name: true,
      zone: true,
      openedAt: true,
      team: { select: { supervisorId: true } },
      allocations: { where: { role: 'socialWorker', ...heldNow(now) }, select: { workerId: true }, orderBy: { from: 'asc' } },
      parentSlots: { select: { childId: true, personId: true, label: true, state: true }, orderBy: { label: 'asc' } },
      breakGlass: { where: { reviewedAt: null }, select: { openedAt: true, worker: { select: { name: true } } } },
      pairsApart: { where: { endedAt: null }, select: { id: true, markedAt: true } },
      meetings: {
        select: {
          id: true,
          stage: true,
          zone: true,
          reviewsPlanId: true,
          coordinatorId: true,
          startWall: true,
          createdAt: true,
          endedAt: true,
          children: { select: { childId: true, child: { select: { name: true } } }, orderBy: { child: { bornOn: 'asc' } } },
          participants: { where: running, select: { personId: true, state: true } },
          safetyDecisions: { where: { ...running, reopenedAt: null }, select: { pairIds: true } },
          withdrawals: {
            select: {
              saidAt: true,
              participant: { select: { state: true } },
              contacts: { select: { at: true, outcome: true }, orderBy: { at: 'asc' } },
            },
          },
          bottomLines: { where: { ...running, agreedAt: null }, select: { text: true, setAt: true } },
        },
      },
      plans: { select: { id: true, meetingId: true, roomId: true, version: true, sharedAt: true } },
      councilAnswers: { select: { planId: true, stepId: true, answer: true, decider: true, decideBy: true, at: true } },
      actions: {
        where: { state: { in: [...openStates] } },
        select: { id: true, meetingId: true, text: true, dueOn: true, state: true, ownerWorkerId: true, changedAt: true },
      },
    },
  })
  return families.map(({ team, allocations, parentSlots, pairsApart, breakGlass, plans, ...family }) => {
    const meetings = family.meetings.map(({ children, safetyDecisions, bottomLines, withdrawals, zone, ...meeting }) => ({
      ...meeting,
      childIds: children.map(({ childId }) => childId),
      children: children.map(({ child }) => child.name).join(', '),
      decidedPairIds: safetyDecisions[0]?.pairIds ?? null,
      bottomLinesToAgree: bottomLines,
      withdrawals: withdrawals.map((row) => withdrawalStanding(zone, row)),
    }))
    return {
      ...family,
      supervisorId: team.supervisorId,
      socialWorkerId: allocations[0]?.workerId ?? null,
      parents: parentSlots,
      pairs: pairsApart,
      breakGlass: breakGlass.map(({ openedAt, worker }) => ({ openedAt, by: worker.name })),
      meetings,
      plans: plans.map((plan) => ({ ...plan, children: meetings.find(({ id }) => id === plan.meetingId)?.children ?? '' })),
    }
  })
}

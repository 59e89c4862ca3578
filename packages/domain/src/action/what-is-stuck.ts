import { todayIn } from '../clock/parse-time'
import { dateOfDay, dayOfDate } from '../clock/wall-time'
import { safetyStanding } from '../family/kept-apart'
import { contactOn, waitOfWithdrawal, type WithdrawalStanding } from '../meeting/withdrawal'
import { isLate } from './action-states'

/** What can be stuck in a family, in the order a supervisor asks about it. */
export const stuckKinds = [
  'breakGlass',
  'withdrawal',
  'safetyDecision',
  'bottomLineToAgree',
  'councilDecision',
  'parentNotAsked',
  'parentNotFound',
  'meetingWithoutDate',
  'planWaitingForCouncil',
  'familyActionNeedsHand',
  'councilActionNeedsHand',
  'familyActionLate',
  'councilActionLate',
  'reviewDue',
] as const
type StuckKind = (typeof stuckKinds)[number]

/** A review is due in the page when it is this near: a fortnight is what it takes to remind everybody. */
const reviewNearDays = 14

/** One family as it stands now: what the rules below need, and no more. */
export interface FamilyStanding {
  id: string
  name: string
  /** IANA zone in which its days are counted. */
  zone: string
  openedAt: Date
  supervisorId: string
  /** Allocated now; null when nobody is. */
  socialWorkerId: string | null
  parents: { childId: string; personId: string | null; label: string; state: string }[]
  pairs: { id: string; markedAt: Date }[]
  /** Workers who read it in an emergency, as far as the supervisor has not looked at it. */
  breakGlass: { openedAt: Date; by: string }[]
  meetings: MeetingStanding[]
  plans: { id: string; meetingId: string; roomId: string | null; version: number; sharedAt: Date; children: string }[]
  councilAnswers: { planId: string; stepId: string | null; answer: string; decider: string | null; decideBy: string | null; at: Date }[]
  actions: { id: string; meetingId: string; text: string; dueOn: string; state: string; ownerWorkerId: string | null; changedAt: Date }[]
}

export interface MeetingStanding {
  id: string
  stage: string
  reviewsPlanId: string | null
  coordinatorId: string
  /** Ids of the children it concerns, and their names in one line. */
  childIds: string[]
  children: string
  /** Wall time 'YYYY-MM-DDTHH:MM', or null. */
  startWall: string | null
  createdAt: Date
  endedAt: Date | null
  participants: { personId: string | null; state: string }[]
  /** Pairs that the standing safety decision covers; null without one. */
  decidedPairIds: string[] | null
  /** What the plan must make sure of, as far as a manager has not agreed to it yet. */
  bottomLinesToAgree: { text: string; setAt: Date }[]
  /** Those who withdrew unseen. */
  withdrawals: WithdrawalStanding[]
}

/** One thing that does not move: since which day, by which day, in whose hands. */
export interface StuckThing {
  kind: StuckKind
  workerId: string
  familyId: string
  familyName: string
  meetingId: string | null
  actionId: string | null
  /** Words of the file (a name, a promise), never who is kept apart from whom. */
  subject: string
  /** ISO date in the family's zone. */
  since: string
  dueOn: string | null
  /** A decision that nobody but the supervisor can make. */
  onlyYou: boolean
}

type Found = Omit<StuckThing, 'familyId' | 'familyName' | 'since' | 'onlyYou'> & { since: Date | string }

const decisions: readonly StuckKind[] = ['breakGlass', 'safetyDecision', 'bottomLineToAgree', 'councilDecision']

/** Everything that is stuck in one family at an instant, oldest first, decisions before the rest. The present state, not a history. */
export function whatIsStuck(family: FamilyStanding, now: Date): StuckThing[] {
  const today = todayIn(family.zone, now)
  const found = [
    ...readInEmergency(family),
    ...family.meetings.flatMap((meeting) => withdrawalsLate(meeting, today)),
    ...family.meetings.flatMap((meeting) => ofMeeting(family, meeting)),
    ...parentsNotFound(family),
    ...plansWaiting(family),
    ...stuckActions(family, today),
    ...reviews(family, today),
  ]
  return found
    .map((thing) => ({
      ...thing,
      familyId: family.id,
      familyName: family.name,
      since: typeof thing.since === 'string' ? thing.since : todayIn(family.zone, thing.since),
      onlyYou: decisions.includes(thing.kind),
    }))
    .toSorted(inOrder)
}

/** Decisions first, then what has waited longest. */
export function inOrder(a: StuckThing, b: StuckThing): number {
  return Number(b.onlyYou) - Number(a.onlyYou) || a.since.localeCompare(b.since) || stuckKinds.indexOf(a.kind) - stuckKinds.indexOf(b.kind)
}

function ofMeeting(family: FamilyStanding, meeting: MeetingStanding): Found[] {
  if (meeting.stage === 'ended') return []
  const about = { meetingId: meeting.id, actionId: null, dueOn: null }
  const found: Found[] = []
  if (safetyStanding(family.pairs, meeting.decidedPairIds === null ? null : { pairIds: meeting.decidedPairIds }) === 'needed') {
    const uncovered = family.pairs.filter((pair) => !meeting.decidedPairIds?.includes(pair.id))
    const marked = Math.min(...uncovered.map((pair) => pair.markedAt.getTime()))
    const since = new Date(Math.max(marked, meeting.createdAt.getTime()))
    found.push({ ...about, kind: 'safetyDecision', workerId: family.supervisorId, subject: meeting.children, since })
  }
  for (const { text, setAt } of meeting.bottomLinesToAgree) {
    found.push({ ...about, kind: 'bottomLineToAgree', workerId: family.supervisorId, subject: text, since: setAt })
  }
  if (meeting.stage === 'preparing') {
    found.push({
      ...about,
      kind: 'meetingWithoutDate',
      workerId: meeting.coordinatorId,
      subject: meeting.children,
      since: meeting.createdAt,
    })
  }
  if (meeting.stage === 'preparing' || meeting.stage === 'booked') {
    for (const label of parentsNotAsked(family, meeting)) {
      found.push({ ...about, kind: 'parentNotAsked', workerId: meeting.coordinatorId, subject: label, since: meeting.createdAt })
    }
  }
  return found
}

/** Each waits for the supervisor to look at it, from the moment on which it began. */
function readInEmergency(family: FamilyStanding): Found[] {
  return family.breakGlass.map(({ openedAt, by }) => ({
    kind: 'breakGlass',
    workerId: family.supervisorId,
    meetingId: null,
    actionId: null,
    subject: by,
    since: openedAt,
    dueOn: null,
  }))
}

/** Somebody withdrew unseen, and the day to get in touch with them has gone by. Who it was stands on the meeting's page alone. */
function withdrawalsLate(meeting: MeetingStanding, today: string): Found[] {
  return meeting.withdrawals
    .filter((withdrawal) => waitOfWithdrawal(withdrawal) !== null && contactOn(withdrawal) < today)
    .map((withdrawal) => ({
      kind: 'withdrawal',
      workerId: meeting.coordinatorId,
      meetingId: meeting.id,
      actionId: null,
      subject: meeting.children,
      since: withdrawal.saidOn,
      dueOn: contactOn(withdrawal),
    }))
}

/** Labels of parents who can be reached and whom nobody has asked; a parent of two children is one person. */
function parentsNotAsked(family: FamilyStanding, meeting: MeetingStanding): string[] {
  const seen = new Set<string>()
  return family.parents.flatMap(({ childId, personId, label, state }) => {
    if (state !== 'reachable' || !meeting.childIds.includes(childId)) return []
    if (personId !== null && seen.has(personId)) return []
    if (personId !== null) seen.add(personId)
    const part = meeting.participants.find((participant) => personId !== null && participant.personId === personId)
    return part === undefined || part.state === 'notAsked' ? [label] : []
  })
}

function parentsNotFound(family: FamilyStanding): Found[] {
  return family.parents
    .filter(({ state }) => state === 'notReachable' || state === 'notKnown')
    .map(({ label }) => ({
      kind: 'parentNotFound',
      workerId: family.socialWorkerId ?? family.supervisorId,
      meetingId: null,
      actionId: null,
      subject: label,
      // A parent keeps no date of their own: nobody has found them since the family was opened.
      since: family.openedAt,
      dueOn: null,
    }))
}

/** Only the newest version of each room's plan waits: an older one has been overtaken. */
function plansWaiting(family: FamilyStanding): Found[] {
  const newest = family.plans.filter(
    (plan) =>
      !family.plans.some((other) => other.meetingId === plan.meetingId && other.roomId === plan.roomId && other.version > plan.version),
  )
  return newest.flatMap((plan): Found[] => {
    const answers = family.councilAnswers.filter((answer) => answer.planId === plan.id)
    const about = { meetingId: plan.meetingId, actionId: null }
    const undecided = answers
      .filter((answer) => answer.answer === 'decidedBy' && !answers.some((later) => later.stepId === answer.stepId && later.at > answer.at))
      .map((answer): Found => ({
        ...about,
        kind: 'councilDecision',
        workerId: family.supervisorId,
        subject: answer.decider ?? '',
        since: answer.at,
        dueOn: answer.decideBy,
      }))
    if (answers.some((answer) => answer.stepId === null)) return undecided
    const workerId = family.socialWorkerId ?? family.supervisorId
    return [...undecided, { ...about, kind: 'planWaitingForCouncil', workerId, subject: plan.children, since: plan.sharedAt, dueOn: null }]
  })
}

/** A promise that needs a hand is that, also when its day has passed; the family's are in the coordinator's hands. */
function stuckActions(family: FamilyStanding, today: string): Found[] {
  return family.actions.flatMap((action): Found[] => {
    const ofCouncil = action.ownerWorkerId !== null
    const coordinatorId = family.meetings.find((meeting) => meeting.id === action.meetingId)?.coordinatorId
    const about = {
      workerId: action.ownerWorkerId ?? coordinatorId ?? family.supervisorId,
      meetingId: action.meetingId,
      actionId: action.id,
      subject: action.text,
      dueOn: action.dueOn,
    }
    if (action.state === 'needsHand')
      return [{ ...about, kind: ofCouncil ? 'councilActionNeedsHand' : 'familyActionNeedsHand', since: action.changedAt }]
    if (isLate(action, today)) return [{ ...about, kind: ofCouncil ? 'councilActionLate' : 'familyActionLate', since: action.dueOn }]
    return []
  })
}

/** A meeting that ended with a plan needs its review: not booked, near, or its day gone by. */
function reviews(family: FamilyStanding, today: string): Found[] {
  const near = dateOfDay(dayOfDate(today) + reviewNearDays)
  return family.meetings.flatMap((meeting): Found[] => {
    const planIds = family.plans.filter((plan) => plan.meetingId === meeting.id).map((plan) => plan.id)
    if (meeting.stage !== 'ended' || meeting.endedAt === null || planIds.length === 0) return []
    const held = family.meetings.filter((other) => other.reviewsPlanId !== null && planIds.includes(other.reviewsPlanId))
    if (held.some((review) => review.stage === 'ended')) return []
    const dueOn = held.map((review) => review.startWall?.slice(0, 10)).find((day) => day !== undefined) ?? null
    if (dueOn !== null && dueOn > near) return []
    return [
      {
        kind: 'reviewDue',
        workerId: meeting.coordinatorId,
        meetingId: meeting.id,
        actionId: null,
        subject: meeting.children,
        since: meeting.endedAt,
        dueOn,
      },
    ]
  })
}

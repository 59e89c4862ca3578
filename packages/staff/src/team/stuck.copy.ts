import type { StuckKind } from '../generated/graphql'

/** What does not move, one at a time. */
export const stuckWords: Record<StuckKind, string> = {
  safetyDecision: 'A safety decision before anything can go out',
  bottomLineToAgree: 'What the plan must make sure of: yours to agree',
  councilDecision: 'A request waits for a decision by',
  parentNotAsked: 'Parent not asked yet',
  parentNotFound: 'Parent not found yet',
  meetingWithoutDate: 'Meeting without a date, about',
  planWaitingForCouncil: 'Plan waits for the council, about',
  familyPromiseNeedsHand: 'Needs a hand',
  familyPromiseLate: 'Past its day',
  councilPromiseNeedsHand: 'Needs a hand',
  councilPromiseLate: 'Late',
  reviewDue: 'Review due, about',
}

export const teamWords = {
  title: 'Team',
  lede: 'What is stuck now, for how long, and in whose hands.',
  notYours: 'This page is for supervisors of a team.',
  onlyYou: 'Only you can decide',
  onlyYouNone: 'Nothing waits for a decision of yours.',
  nothing: 'Nothing is stuck. Every parent has been asked, every plan answered, every promise in time.',
  groups: {
    people: 'Parents and dates',
    plans: 'Plans waiting for the council',
    familyPromises: 'Promises of the family',
    councilPromises: 'Promises of the council',
    reviews: 'Reviews',
  },
  since: (when: string) => `since ${when}`,
  due: (when: string) => `by ${when}`,
  now: 'As it stands now; past days are not counted up.',
}

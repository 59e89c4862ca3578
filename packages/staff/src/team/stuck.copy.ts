import type { StuckKind } from '../generated/graphql'

/** What does not move, one at a time. */
export const stuckWords: Record<StuckKind, string> = {
  breakGlass: 'Read in an emergency: look at whether it was right, by',
  withdrawal: 'Somebody asked quietly and waits to be rung, about',
  safetyDecision: 'A safety decision before anything can go out',
  bottomLineToAgree: 'What the plan must make sure of: yours to agree',
  councilDecision: 'A request waits for a decision by',
  parentNotAsked: 'Parent not asked yet',
  parentNotFound: 'Parent not found yet',
  meetingWithoutDate: 'Meeting without a date, about',
  planWaitingForCouncil: 'Plan waits for the council, about',
  familyActionNeedsHand: 'Needs a hand',
  familyActionLate: 'Past its day',
  councilActionNeedsHand: 'Needs a hand',
  councilActionLate: 'Late',
  reviewDue: 'Review due, about',
}

/** The day since when, and the day by which, both in words; `gone` where the second lies before today. */
interface StuckDays {
  since: string
  due: string | null
  gone: boolean
}

const needsHand = ({ since, due, gone }: StuckDays) =>
  `needs a hand since ${since}${due === null ? '' : gone ? `; its day was ${due}` : `; to be done by ${due}`}`
const waiting = ({ since }: StuckDays) => `since ${since}`

/** What the days of each are: since when a hand is needed or a decision is waited for, the promise's own day, the day of the review. */
export const stuckDays: Record<StuckKind, (days: StuckDays) => string> = {
  breakGlass: waiting,
  withdrawal: ({ since, due }) => `since ${since}; it was to be by ${due ?? since}`,
  safetyDecision: waiting,
  bottomLineToAgree: waiting,
  councilDecision: ({ since, due, gone }) =>
    `waiting since ${since}${due === null ? '' : gone ? `; it was to be decided by ${due}` : `; to be decided by ${due}`}`,
  parentNotAsked: waiting,
  parentNotFound: waiting,
  meetingWithoutDate: waiting,
  planWaitingForCouncil: waiting,
  familyActionNeedsHand: needsHand,
  familyActionLate: waiting,
  councilActionNeedsHand: needsHand,
  councilActionLate: waiting,
  reviewDue: ({ since, due, gone }) =>
    `the meeting ended on ${since}; ${due === null ? 'no review is booked' : `the review ${gone ? 'was' : 'is'} booked for ${due}`}`,
}

export const teamWords = {
  title: 'Team',
  lede: 'What is stuck now, for how long, and in whose hands.',
  notYours: 'This page is for supervisors of a team.',
  onlyYou: 'Only you can decide',
  onlyYouNone: 'Nothing waits for a decision of yours.',
  nothing: 'Nothing is stuck. Every parent has been asked, every plan answered, every promise in time.',
  groups: {
    quiet: 'Asked quietly',
    people: 'Parents and dates',
    plans: 'Plans waiting for the council',
    familyActions: 'Promises of the family',
    councilActions: 'Promises of the council',
    reviews: 'Reviews',
  },
  now: 'As it stands now; past days are not counted up.',
}

import type { TypeRow } from './row'

const theirWorkers = { "the family's workers": 'always' } as const
const untilItHasEnded = { "the family's workers": 'until it has ended' } as const
const whoKnowPairs = { 'the coordinator': 'always', 'the supervisor': 'always' } as const
const whoReachThem = { 'the coordinator': 'always', 'the social worker': 'always' } as const
const coordinator = { 'the coordinator': 'always' } as const

/** The family as its workers read it. */
export const whoSeesTheFamily: Record<string, TypeRow> = {
  FamilyPage: { who: { 'any worker': 'always' }, all: '', some: { families: theirWorkers }, unmet: 'next' },
  FamilyRow: { who: theirWorkers, all: 'id name team children', some: { nextMeeting: untilItHasEnded } },
  FamilyRowMeeting: {
    who: untilItHasEnded,
    all: 'id kind stage hasMoved',
    some: { startWall: { "the family's workers": 'from the booking until it has ended' } },
  },
  Family: {
    who: theirWorkers,
    all: 'id name zone version team people allocations parents pairsKnown viewerCan meetings earlierValues',
    // Who is kept apart from whom is not for the social worker.
    some: { pairs: whoKnowPairs },
  },
  Person: {
    who: theirWorkers,
    all: 'id name kind bornOn zone version ended saidWhen relations',
    some: {
      // The supervisor needs no phone number or address.
      contactPoints: whoReachThem,
      canBeReached: whoReachThem,
      // When somebody can come is for the coordinator alone.
      availability: coordinator,
      availabilityVersion: coordinator,
      linkTries: { 'the coordinator': 'once safety is settled' },
    },
  },
  Relation: { who: theirWorkers, all: 'id childId kind throughId sideId responsibility', unmet: 'basis' },
  ContactPoint: { who: whoReachThem, all: 'id kind value safeToUse note reason', unmet: 'talkedOn' },
  LinkTries: { who: { 'the coordinator': 'once safety is settled' }, all: 'wrongCodes', unmet: 'wrongCodeAt otherDeviceAt' },
  AvailabilityRule: {
    who: coordinator,
    all: 'id kind weekdays start end zone how preference timeOffDays',
    unmet: 'from until sleepUntil cycle shifts busy enteredBy',
  },
  Allocation: { who: theirWorkers, all: 'id role from until worker' },
  ParentSlot: { who: theirWorkers, all: 'id childId personId label state reason version' },
  PairApart: { who: whoKnowPairs, all: 'id oneId otherId level atRiskId' },
  EarlierValue: { who: theirWorkers, all: 'id subjectId field value correctedBy correctedAt' },
  MeetingRow: {
    who: theirWorkers,
    all: 'id kind stage zone',
    some: { startWall: { "the family's workers": 'once it is booked' } },
  },
  AccessRecordPage: { who: { 'the supervisor': 'always' }, all: 'rows next' },
  AccessRecordRow: { who: { 'the supervisor': 'always' }, all: 'id at who right allowed reason' },
  WorkerStuck: { who: { 'the supervisor': 'always' }, all: 'worker items' },
  StuckItem: {
    who: { 'the supervisor': 'always' },
    all: 'kind familyId familyName meetingId subject since onlyYou',
    some: { dueOn: { 'the supervisor': 'once there is a plan' } },
    unmet: 'actionId',
  },
  MessageNotSent: { who: coordinator, all: '', unmet: 'id kind name familyId meetingId' },
}

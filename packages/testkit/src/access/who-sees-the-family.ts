import type { TypeRow } from './row'

const theirWorkers = { "the family's workers": 'always' } as const
/** A worker who reads in an emergency sees who is there, who may take part and who is kept apart; never how to reach anybody. */
const readers = { 'whichever workers read the family': 'always' } as const
const inEmergency = { 'a worker who reads in an emergency': 'always' } as const
const untilItHasEnded = { 'whichever workers read the family': 'until it has ended' } as const
const whoKnowPairs = { 'the coordinator': 'always', 'the supervisor': 'always' } as const
const whoReachThem = { 'the coordinator': 'always', 'the social worker': 'always' } as const
const coordinator = { 'the coordinator': 'always' } as const

/** The family as its workers read it. */
export const whoSeesTheFamily: Record<string, TypeRow> = {
  FamilyPage: { who: { 'any worker': 'always' }, all: '', some: { families: readers }, unmet: 'next' },
  FamilyRow: { who: readers, all: 'id name team children', some: { nextMeeting: untilItHasEnded, withdrawal: coordinator } },
  // That somebody withdrew unseen, and without a name.
  FamilyRowWithdrawal: { who: coordinator, all: 'meetingId waits contactOn' },
  FamilyRowMeeting: {
    who: untilItHasEnded,
    all: 'id kind stage hasMoved',
    some: { startWall: { 'whichever workers read the family': 'from the booking until it has ended' } },
  },
  Family: {
    who: readers,
    all: 'id name zone version team people allocations parents pairsKnown viewerCan meetings earlierValues',
    // Who is kept apart from whom is not for the social worker.
    some: { pairs: { ...whoKnowPairs, ...inEmergency }, breakGlass: theirWorkers, readUntil: inEmergency },
  },
  BreakGlass: { who: theirWorkers, all: 'id reason openedAt endsAt finding reviewWords reviewedAt reviewedBy worker' },
  Person: {
    who: readers,
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
  Relation: { who: readers, all: 'id childId kind throughId sideId responsibility', unmet: 'basis' },
  ContactPoint: { who: whoReachThem, all: 'id kind value safeToUse note reason', unmet: 'talkedOn' },
  LinkTries: { who: { 'the coordinator': 'once safety is settled' }, all: 'wrongCodes', unmet: 'wrongCodeAt otherDeviceAt' },
  AvailabilityRule: {
    who: coordinator,
    all: 'id kind weekdays start end zone how preference timeOffDays',
    unmet: 'from until sleepUntil cycle shifts busy enteredBy',
  },
  Allocation: { who: readers, all: 'id role from until worker' },
  ParentSlot: { who: readers, all: 'id childId personId label state reason version' },
  PairApart: { who: { ...whoKnowPairs, ...inEmergency }, all: 'id oneId otherId level atRiskId' },
  EarlierValue: { who: readers, all: 'id subjectId field value correctedBy correctedAt' },
  MeetingRow: {
    who: readers,
    all: 'id kind stage zone',
    some: { startWall: { 'whichever workers read the family': 'once it is booked' } },
  },
  AccessRecordPage: { who: { 'the supervisor': 'always' }, all: 'rows next' },
  AccessRecordRow: { who: { 'the supervisor': 'always' }, all: 'id at who right allowed reason' },
  WorkerStuck: { who: { 'the supervisor': 'always' }, all: 'worker items' },
  StuckItem: {
    who: { 'the supervisor': 'always' },
    all: 'kind familyId familyName meetingId subject since onlyYou',
    some: { dueOn: { 'the supervisor': 'from agreeing on' } },
    unmet: 'actionId',
  },
  MessageNotSent: { who: coordinator, all: '', unmet: 'id kind name familyId meetingId' },
}

import type { Row } from './row'

/** Whose rows of one table row security shows, whatever the app asks: to whom any, and which of them. */
export interface WallRow {
  who: Row
  /** How a row says that it is of the family: by its family, its draft, its person, or the worker whom it is about. */
  by: 'familyId' | 'id' | 'draftId' | 'draft' | 'personId' | 'actorId' | 'workerId'
  /** Of those of the family, `who` are shown their own alone: the column that says whose it is. */
  own?: string
  /** And of those with whom they are in a private room. */
  ofTheRoomToo?: true
}

const workers: Row = { "the family's workers": 'always' }
/** A promise's link speaks for a person of the family, as far as the wall goes. */
const holder: Row = { 'the holder of a promise link': 'once there is a plan' }
const family: Row = { ...workers, 'everybody in the family': 'always', ...holder }
const inRooms: Row = { 'everybody in a private room': 'from private family time on' }
const ofFamily = (who: Row = family): WallRow => ({ who, by: 'familyId' })
const ofDraft: WallRow = { who: inRooms, by: 'draftId' }

/** Reviewed by hand: what the wall behind the lock promises (docs/security.md), table by table. */
export const wallPromises: Record<string, WallRow> = {
  // Of the family, for everybody in it.
  Family: { who: family, by: 'id' },
  ...Object.fromEntries(
    [
      'Action',
      'ActionUpdate',
      'Agreement',
      'Allocation',
      'AnotherDay',
      'BottomLine',
      'CouncilAnswer',
      'EarlierValue',
      'Meeting',
      'MeetingChild',
      'Message',
      'ParentSlot',
      'Participant',
      'Person',
      'Plan',
      'PlanStep',
      'PrivateRoom',
      'Relation',
      'RoomHold',
      'RoomMember',
      'TimeAsk',
      'TravelTime',
      'WhyEntry',
      'WorkerHold',
    ].map((table) => [table, ofFamily()]),
  ),
  // Who is kept apart, safety and what was said alone are for the family's workers.
  PairApart: ofFamily(workers),
  ApartPresence: ofFamily(workers),
  SafetyDecision: ofFamily(workers),
  Preparation: ofFamily(workers),
  // When somebody can come, and how to reach them, is theirs.
  AvailabilityRule: { who: family, by: 'familyId', own: 'personId' },
  ContactPoint: {
    who: { 'the coordinator': 'always', 'the social worker': 'always', 'everybody in the family': 'always', ...holder },
    by: 'familyId',
    own: 'personId',
  },
  AccessRecord: ofFamily({ 'the supervisor': 'always' }),
  // The sealed draft is for those who are in its room.
  Draft: { who: inRooms, by: 'draft' },
  EndWithoutKey: ofDraft,
  Envelope: ofDraft,
  JoinOffer: ofDraft,
  KeyHolder: ofDraft,
  KeyShare: ofDraft,
  Writer: ofDraft,
  // Sessions and links.
  Session: { who: { 'everybody in the family': 'always' }, by: 'personId', own: 'personId', ofTheRoomToo: true },
  SignInLink: { who: { ...workers, 'everybody in the family': 'always' }, by: 'familyId', own: 'personId', ofTheRoomToo: true },
  ActionLink: ofFamily(workers),
  Outcome: { who: { 'everybody in the family': 'always' }, by: 'actorId', own: 'actorId' },
  WorkerBusy: { who: { 'any worker': 'always' }, by: 'workerId' },
  CalendarFeed: { who: { 'the coordinator': 'always' }, by: 'workerId' },
}

/** The council's own tables, which have no wall: everybody's, and written when it is founded or by its supervisors. */
export const councilTables = ['Council', 'Place', 'Room', 'SchoolTerm', 'Team', 'TeamMember', 'Worker']

import type { Row } from './row'

/** Whose rows of one table row security shows, whatever the app asks: to whom any, and which of them. */
export interface WallRow {
  who: Row
  /** Who reads them as well, and can change none. */
  reads?: Row
  /**
   * How a row says that it is of the family: by its family, the room of those who wrote the plan together, its draft, its person, the
   * worker whom it is about; or `every` row counts.
   */
  by: 'familyId' | 'id' | 'roomId' | 'draftId' | 'draft' | 'personId' | 'actorId' | 'workerId' | 'every'
  /** Of those of the family, `who` are shown their own alone: the column that says whose it is. */
  own?: string
  /** And of those with whom they are in a private room. */
  ofTheRoomToo?: true
}

const workers: Row = { "the family's workers": 'always' }
/** A promise's link speaks for a person of the family, as far as the wall goes. */
const holder: Row = { 'the holder of a promise link': 'from agreeing on' }
const family: Row = { ...workers, 'everybody in the family': 'always', ...holder }
const inRooms: Row = { 'everybody in a private room': 'from private family time on' }
const inOneRoom: Row = {
  'whoever wrote the plan together': 'from private family time on',
  'others in the room': 'from private family time on',
}
const inEmergency: Row = { 'a worker who reads in an emergency': 'always' }
const ofFamily = (who: Row = family): WallRow => ({ who, by: 'familyId' })
const ofDraft: WallRow = { who: inRooms, by: 'draftId' }

const each = (tables: readonly string[], row: WallRow): Record<string, WallRow> => Object.fromEntries(tables.map((table) => [table, row]))

/** Reviewed by hand: what the wall behind the lock promises (docs/security.md), table by table. */
export const wallPromises: Record<string, WallRow> = {
  // Of the family, for everybody in it.
  Family: { who: family, reads: inEmergency, by: 'id' },
  ...each(['Agreement', 'AnotherDay', 'Message', 'PrivateRoom', 'RoomMember', 'TimeAsk', 'TravelTime', 'WorkerHold'], ofFamily()),
  // Read in an emergency as well: who is there and what was planned.
  ...each(
    [
      'Action',
      'ActionUpdate',
      'Allocation',
      'BottomLine',
      'CouncilAnswer',
      'EarlierValue',
      'Meeting',
      'MeetingChild',
      'ParentSlot',
      'Participant',
      'Person',
      'Plan',
      'PlanStep',
      'Relation',
      'RoomHold',
      'WhyEntry',
    ],
    { ...ofFamily(), reads: inEmergency },
  ),
  // Who is kept apart, safety, what was said alone and who withdrew unseen are for the family's workers.
  ...each(['PairApart', 'ApartPresence', 'SafetyDecision'], { ...ofFamily(workers), reads: inEmergency }),
  ...each(['Preparation', 'Withdrawal', 'WithdrawalContact'], ofFamily(workers)),
  BreakGlass: ofFamily({ ...workers, ...inEmergency }),
  // When somebody can come, and how to reach them, is theirs.
  AvailabilityRule: { who: family, by: 'familyId', own: 'personId' },
  ContactPoint: {
    who: { 'the coordinator': 'always', 'the social worker': 'always', 'everybody in the family': 'always', ...holder },
    by: 'familyId',
    own: 'personId',
  },
  // Told to the coordinator alone.
  PlanDoubt: {
    who: { 'the coordinator': 'always', 'everybody in the family': 'always' },
    by: 'familyId',
    own: 'personId',
  },
  // Typed in by the coordinator, of one room; what is wrong with it is told to her alone.
  PaperPlan: { who: { 'the coordinator': 'always' }, reads: inOneRoom, by: 'roomId' },
  PaperStep: { who: { 'the coordinator': 'always' }, reads: inRooms, by: 'familyId' },
  PaperDoubt: {
    who: { 'the coordinator': 'always', 'everybody in the family': 'always' },
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
  RescueWords: ofDraft,
  ShareProposal: ofDraft,
  Writer: ofDraft,
  // Sessions and links.
  Session: { who: { 'everybody in the family': 'always' }, by: 'personId', own: 'personId', ofTheRoomToo: true },
  SignInLink: { who: { ...workers, 'everybody in the family': 'always' }, by: 'familyId', own: 'personId', ofTheRoomToo: true },
  ActionLink: ofFamily(workers),
  Outcome: { who: { 'everybody in the family': 'always' }, by: 'actorId', own: 'actorId' },
  WorkerBusy: { who: { 'any worker': 'always' }, by: 'workerId' },
  CalendarFeed: { who: { 'the coordinator': 'always' }, by: 'workerId' },
  // Passes, and the jobs' own, of which the app's role reads nothing for anybody.
  ...each(['DraftPass', 'RateLimit', 'RecordCheckpoint', 'RecordSeal'], { who: {}, by: 'every' }),
}

/** The council's own tables, which have no wall: everybody's, and written when it is founded or by its supervisors. */
export const councilTables = ['Council', 'Place', 'Room', 'SchoolTerm', 'Team', 'TeamMember', 'Worker']

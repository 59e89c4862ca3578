/** What an action is about: one row, named by its kind and id. */
export type SubjectKind =
  | 'family' | 'person' | 'pair' | 'parentSlot' | 'meeting' | 'participant' | 'whyEntry' | 'bottomLine'
  | 'anotherDay' | 'worker' | 'away' | 'room' | 'draft' | 'joinOffer' | 'plan' | 'action'

export type Subject = { kind: SubjectKind; id: string } | { kind: 'none' }

/** The ids around a subject, as the database has them. */
export interface Located {
  familyId: string | null
  meetingId: string | null
  personId: string | null
  workerId: string | null
  roomId: string | null
}

import type { InFamily, InMeeting, InRoom, OfDraft, SubjectKind } from '@kinplan/domain/access/subjects'

/** What a right is about: one row, named by its kind and id. */
export type Subject<K extends SubjectKind = SubjectKind> = K extends 'none' ? { kind: 'none' } : { kind: K; id: string }

/** What there is where somebody found nothing: nobody has a right over it that is about something. */
export const nothing: Subject<'none'> = { kind: 'none' }

/** An id that every subject of these kinds has around it, some of them, or none. */
type Around<K extends SubjectKind, With extends SubjectKind> = [K] extends [With]
  ? string
  : [Extract<K, With>] extends [never]
    ? null
    : string | null

/** The ids around a subject of these kinds, as the database has them. */
export interface Located<K extends SubjectKind = SubjectKind> {
  familyId: Around<K, InFamily>
  meetingId: Around<K, InMeeting>
  personId: Around<K, 'person'>
  workerId: string | null
  roomId: Around<K, InRoom>
  draftId: Around<K, OfDraft>
}

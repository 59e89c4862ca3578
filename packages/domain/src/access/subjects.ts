/** What stands in a meeting of a family. */
const inMeeting = [
  'meeting',
  'participant',
  'whyEntry',
  'bottomLine',
  'anotherDay',
  'withdrawal',
  'room',
  'draft',
  'joinOffer',
  'plan',
  'paperPlan',
  'action',
] as const
const inFamily = ['breakGlass', 'family', 'person', 'pair', 'parentSlot', ...inMeeting] as const

/** What a right may be about: one row, named by its kind and id; or `none`, such as the council as a whole. */
const subjectKinds = [...inFamily, 'worker', 'away', 'none'] as const
export type SubjectKind = (typeof subjectKinds)[number]
export type InMeeting = (typeof inMeeting)[number]
export type InFamily = (typeof inFamily)[number]
export type InRoom = 'room' | 'draft' | 'joinOffer' | 'paperPlan'
export type OfDraft = 'draft' | 'joinOffer'

const onceAllIsTold: ReadonlySet<SubjectKind> = new Set(['anotherDay', 'plan', 'paperPlan', 'action'])
/** Whether such a thing is there, for who takes part in its meeting, only once they were told all of the meeting. */
export const isThereOnceAllIsTold = (kind: SubjectKind): boolean => onceAllIsTold.has(kind)

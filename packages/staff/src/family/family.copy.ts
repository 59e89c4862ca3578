import type { AllocationRole, ParentState, PersonKind, RelationKind } from '@kinplan/domain/family/circle'
import type { ApartLevel } from '@kinplan/domain/family/kept-apart'
import type { FieldRefusals } from '../connection/refusal.copy'

export const personKindWords: Record<PersonKind, string> = {
  child: 'Child',
  kin: 'Family',
  friend: 'Friend',
  advocate: 'Advocate',
  interpreter: 'Interpreter',
}

export const relationWords: Record<RelationKind, string> = {
  mother: 'Mother',
  father: 'Father',
  stepParent: 'Step-parent',
  grandparent: 'Grandparent',
  auntOrUncle: 'Aunt or uncle',
  sibling: 'Brother or sister',
  cousin: 'Cousin',
  carer: 'Carer',
  godparent: 'Godparent',
  friend: 'Friend',
  advocate: 'Advocate',
  interpreter: 'Interpreter',
  other: 'Other',
}

export const parentStateWords: Record<ParentState, string> = {
  reachable: 'Can be reached',
  notReachable: 'Named, but cannot be reached',
  notKnown: 'Not known',
  notSafe: 'Not safe to look for',
}

export const roleWords: Record<AllocationRole, string> = { socialWorker: 'Social worker', coordinator: 'Coordinator' }

/** What each level of keeping apart means, said in words. */
export const apartLevelWords: Record<ApartLevel, { label: string; means: string }> = {
  room: {
    label: 'Not in the same room',
    means: 'They may be in the same building, with their own rooms and their own times to come and go.',
  },
  site: { label: 'Not in the same building', means: 'Never at the same place on the same day. One may take part by video or phone.' },
  online: { label: 'Not on the same call', means: 'Never together by video or phone either.' },
  knowing: { label: 'Not knowing of each other', means: 'Neither may learn that the other takes part, nor when, nor how.' },
}

export const earlierFieldWords: Record<string, string> = {
  personName: 'Name',
  personBornOn: 'Born on',
  whyText: 'Words under Why',
  bottomLineText: 'What the plan must make sure of',
}

export const familyWords = {
  windowTitle: 'Family',
  next: 'Next',
  nothingNext: 'Nothing is waiting on this page.',
  nextCoordinator: 'Nobody is coordinator yet.',
  nextCoordinatorStep: 'A supervisor puts one on the family, under “Who works with this family”.',
  nextParent: (child: string) => `Fewer than two parents are written down for ${child}.`,
  nextParentStep: 'Say who the other parent is, or that they are not known, with the reason.',
  nextMeeting: 'No meeting has been started.',
  nextMeetingStep: 'Start one, under Meetings.',
  nextInMeeting: (stage: string) => `The meeting is at: ${stage}.`,
  nextInMeetingStep: 'Open the meeting',
  record: 'Who has looked',
  sections: {
    people: 'People',
    parents: 'Parents, for each child',
    apart: 'Pairs kept apart',
    allocations: 'Who works with this family',
    meetings: 'Meetings',
    earlier: 'What it said before',
  },
}

export const circleWords = {
  label: (child: string) => `${child}’s circle`,
  side: (label: string) => `${label}’s people`,
  sideEmpty: (label: string) => `Who belongs to ${label}’s side?`,
  otherSide: 'Another side',
  otherSideEmpty: 'Nobody is written down for another side. Who is the other parent, and who are their people?',
  kin: 'Other family',
  friends: 'Friends and helpers',
  workers: 'Workers',
  worker: 'Works with the family',
  gone: 'Access ended',
}

export const peopleWords = {
  caption: 'Everybody of this family',
  name: 'Name',
  kind: 'Who they are',
  relations: 'To each child',
  reach: 'How to reach them safely',
  born: 'Born',
  saidWhen: 'When they can come',
  said: 'Said',
  notSaid: 'Not said yet',
  through: (name: string) => `through ${name}`,
  responsibility: 'parental responsibility',
  noRelation: 'Not written down',
  add: 'Add a person',
  addName: 'Name',
  addNameHint: 'The name they use.',
  addKind: 'Who are they?',
  addBorn: 'Born on (for a child or young person)',
  toChild: (child: string) => `What are they to ${child}?`,
  noneToChild: 'Nothing to this child',
  throughField: (child: string) => `Through whom do they belong to ${child}?`,
  throughHint: 'A grandmother through the mother, an uncle through the father. A parent belongs by themselves.',
  throughNobody: 'Nobody: by themselves',
  responsibilityField: (child: string) => `They have parental responsibility for ${child}`,
  basis: 'How is that known?',
  basisHint: 'Birth certificate, court order, agreement.',
  addButton: 'Add this person',
  addReach: 'Add how somebody may be reached',
  whose: 'Whose?',
  reachKind: 'What is it?',
  value: 'Number, email or address',
  safeField: 'Is it safe to use?',
  safeYes: 'Yes, at any time or as the note says',
  safeNo: 'No: write it down so that nobody uses it',
  unsafeBefore: 'Somebody of this family has this marked as not safe to use. It becomes safe only after a talk with the person, alone.',
  whySafe: 'Why is it safe now?',
  whySafeHint: 'What has changed, in the words of the person. Whoever used it before: what about them?',
  talkedOn: 'On what day did you talk about it?',
  talkedOnHint: 'Like 2026-05-14.',
  note: 'Note',
  noteHint: 'When to ring, who else reads it, what not to say.',
  reachButton: 'Add this',
  correct: 'Correct a name or a date of birth',
  correctHint: 'What it said before is kept, with who corrected it.',
  correctWho: 'Whose?',
  correctField: 'What?',
  correctName: 'Name',
  correctBorn: 'Date of birth',
  correctValue: 'What it should say',
  correctButton: 'Correct it',
}

export const parentWords = {
  none: 'No parent is written down yet.',
  reason: 'Reason',
  change: (label: string) => `Change: ${label}`,
  add: (child: string) => `Add a parent of ${child}`,
  label: 'Who is this parent?',
  labelHint: (child: string) => `Father, mother, or ${child}’s own word.`,
  person: 'Which person?',
  noPerson: 'Nobody of the people here',
  state: 'How can they be found?',
  reasonField: 'Why is it so?',
  reasonHint: 'What has been tried, who said so, when it will be looked at again. Not asked for when they can be reached.',
  save: 'Save this parent',
}

export const apartWords = {
  hidden: 'You may mark two people as kept apart, but not read who is.',
  none: 'Nobody is marked as kept apart.',
  pair: (one: string, other: string) => `${one} and ${other}`,
  atRisk: (name: string) => `The person at risk: ${name}`,
  lift: (level: string) => `Take off: ${level}`,
  mark: 'Mark two people as kept apart',
  warning: 'From then on nothing goes out for their meeting until a manager has recorded the safety decision.',
  one: 'One person',
  other: 'The other person',
  levels: 'What must not happen?',
  atRiskField: 'Who is at risk?',
  atRiskNobody: 'Not said, or both',
  markButton: 'Keep them apart',
}

/** What the form says of refusals. */
export const apartRefusals: FieldRefusals = {
  oneId: { wordsMissing: 'Please choose a person.' },
  otherId: { wordsMissing: 'Please choose a person.', choiceUnknown: 'That is the same person twice. Please choose somebody else.' },
  atRiskId: { choiceUnknown: 'The person at risk has to be one of the two.' },
}

export const allocationWords = {
  now: 'Now',
  earlier: 'Earlier',
  none: 'Nobody yet.',
  from: (day: string) => `from ${day}`,
  until: (from: string, until: string) => `from ${from} to ${until}`,
  allocate: 'Put somebody on this family',
  allocateHint: 'Who had the role before keeps it until now.',
  worker: 'Who?',
  role: 'As what?',
  button: 'Put them on',
}

export const earlierWords = {
  caption: 'Corrections, newest first',
  field: 'What',
  value: 'Said before',
  by: 'Corrected by',
  at: 'When',
  subject: 'Of',
}

export const meetingsWords = {
  none: 'No meeting yet.',
}

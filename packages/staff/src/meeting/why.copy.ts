import type { WhyKind } from '@kinplan/domain/meeting/participation'

/** The headings of why we are meeting, in the order they are read. */
export const whyKindWords: Record<WhyKind, { heading: string; none: string; label: string; hint: string; button: string }> = {
  goingWell: {
    heading: 'What is going well',
    none: 'Nothing written yet. Begin here.',
    label: 'Something that is going well',
    hint: 'True, and about this child: what somebody does that helps.',
    button: 'Add what is going well',
  },
  worry: {
    heading: 'What we are worried about',
    none: 'Nothing written yet.',
    label: 'A worry',
    hint: 'What happened and what it does to the child; not what somebody is.',
    button: 'Add a worry',
  },
  question: {
    heading: 'Questions to think about',
    none: 'Nothing written yet.',
    label: 'A question for the family',
    hint: 'One the family can answer and we cannot.',
    button: 'Add a question',
  },
  familyQuestion: {
    heading: 'The family’s own questions',
    none: 'The family has asked nothing yet. They can, on their own page.',
    label: 'A question the family asks',
    hint: 'In their words, when they tell it to you.',
    button: 'Add their question',
  },
  help: {
    heading: 'Help and money on offer',
    none: 'Nothing written yet.',
    label: 'Something on offer',
    hint: 'What, how much, from when, and whom to ask.',
    button: 'Add help or money',
  },
  withoutPlan: {
    heading: 'What happens without a plan',
    none: 'Nothing written yet.',
    label: 'What happens without a plan',
    hint: 'Honest and plain, without a threat.',
    button: 'Add what happens',
  },
}

const withCorrector = (written: string, corrector: string | null) =>
  corrector === null ? written : `${written}, corrected by ${corrector}`

export const whyWords = {
  abbreviations: 'The family may not know these letters. Say it in words, or explain it behind:',
  by: (name: string, corrector: string | null) => withCorrector(`written by ${name}`, corrector),
  correct: 'Correct these words',
  correctLabel: 'What it should say',
  correctButton: 'Correct',
  mustHeading: 'What the plan must make sure of',
  mustNone: 'Nothing yet. The social worker sets it, a manager agrees, and the family has it before the day.',
  mustFor: (names: string) => `for ${names}`,
  mustForAll: 'for every child',
  setBy: (name: string, corrector: string | null) => withCorrector(`set by ${name}`, corrector),
  agreedBy: (name: string) => `agreed by ${name}`,
  notAgreed: 'a manager has not agreed yet',
  given: (day: string) => `given to the family on ${day}`,
  notGiven: 'not given to the family yet',
  later: 'Added later, because:',
  agree: 'Agree to this',
  addMust: 'Add something the plan must make sure of',
  mustLabel: 'The plan must make sure that…',
  mustHint: 'What has to be so for the child to be safe and well; not how. The family finds how.',
  mustChildren: 'For which children?',
  laterLabel: 'Why was it not said before?',
  laterHint: 'The family already has the others. What comes later needs a reason they can read.',
  mustButton: 'Add this',
  give: 'I have given these to the family',
  giveHint: 'On paper or read aloud, before the day. Write down the day it was done.',
  giveOn: 'On which day?',
  giveButton: 'Save the day',
}

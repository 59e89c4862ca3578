/** What stands on a plan sheet for one step, in its order. */
export const stepFields = ['what', 'who', 'byWhen', 'howWeWillKnow', 'helpNeeded', 'ifItDoesNotWork'] as const
export type StepField = (typeof stepFields)[number]

/** Each with as many lines to write on. */
export const sheetLines: Record<StepField, { label: string; lines: number }> = {
  what: { label: 'What we will do', lines: 3 },
  who: { label: 'Who does it', lines: 1 },
  byWhen: { label: 'By when', lines: 1 },
  howWeWillKnow: { label: 'How we will know', lines: 2 },
  helpNeeded: { label: 'What help we need', lines: 2 },
  ifItDoesNotWork: { label: 'What we do if it does not work', lines: 2 },
}

/** The plan sheets of the pack, and the form on which they are typed in. */
export const sheetWords = {
  planSheet: 'Plan sheet',
  planSheetOf: (place: number, all: number) => `Plan sheet ${place} of ${all}`,
  mustMakeSure: 'The plan must make sure of this',
  ownSheet: 'Plan sheet for something else',
  ownAbout: 'Something else in our plan',
  ownHeading: 'What this is about',
  more: 'Anything else we want you to know',
  ownPage:
    'This page is the family’s. The coordinator types it in only if you ask, and reads it back to you word for word. ' +
    'It is your plan only when one of you says yes to it.',
}

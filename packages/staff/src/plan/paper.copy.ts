import type { PaperState } from '@kinplan/domain/plan/paper-plan'

export const paperStateWords: Record<PaperState, string> = {
  waiting: 'Waits for the family’s yes',
  stopped: 'Somebody says: this is not what we wrote',
  confirmed: 'The family said yes',
  replaced: 'Typed in again since',
  takenBack: 'Taken back',
  outdated: 'The family shared a newer plan',
}

export const paperWords = {
  type: 'Type in a plan from paper',
  typeWhy: 'For a family that wrote its plan on paper and asked you to type it in.',
  heading: 'A plan from paper',
  formHeading: 'Type in what the family wrote',
  formWhy:
    'Laid out as the sheets of the pack. Type it word for word: their spelling, their gaps, their order. ' +
    'Leave empty what they left empty. ' +
    'Nobody sees it before you have read it back and sent it. What you type stays on this computer until then.',
  step: (place: number) => `Step ${place}`,
  addStep: 'Add a step',
  takeStep: (place: number) => `Take step ${place} away`,
  toReadBack: 'Read it back to them',
  nothingTyped: 'Nothing is typed in yet.',
  throwAway: 'Throw away what I typed',
  thrown: 'Thrown away.',
  readHeading: 'Read it back',
  readWhy: 'Read it aloud, one thing at a time, word for word. Stop when somebody says that it is not right, and go back to change it.',
  place: (place: number, all: number) => `${place} of ${all}`,
  next: 'Next',
  before: 'Back',
  change: 'Change what I typed',
  leftEmpty: 'They left this empty.',
  lastHeading: 'To whom did you read it back?',
  lastWhy:
    'Tick everybody who heard all of it, word for word. ' +
    'It goes to the people who were in private family time with them, and to nobody else. ' +
    'It is no plan until one of them says yes.',
  send: 'I read it back to them word for word. Send it to the family',
  chooseSomebody: 'Tick at least one person.',
  notTogether: 'These people were not in private family time together. Tick only people who wrote this plan together.',
  sent: 'Sent to the family. It waits for their yes.',
  typedIn: (typedBy: string, when: string) => `Written on paper by the family, typed in by ${typedBy} on ${when}.`,
  readBackTo: 'Read back word for word to',
  waits:
    'It waits until somebody who wrote it says yes on their own page, or says so to you. Nobody can answer it, and nobody else sees it.',
  stopped: '“This is not what we wrote”',
  stoppedBy: (name: string, when: string) => `${name} says so (${when}).`,
  noWords: 'No words were left. Ask them what is wrong.',
  stoppedMore:
    'Only you are told who, and what is wrong. Talk with them, type it in again and read it back. They can take it back themselves.',
  again: 'Type it in again',
  takeBack: 'Take it back',
  yesHeading: 'They said yes to me',
  yesWhy: 'On paper, or on the telephone. It counts as given to you, and everybody who reads the plan is told so.',
  whose: 'Whose yes',
  choosePerson: 'Choose a person',
  how: 'How it was given',
  saveYes: 'Save this yes',
  earlier: 'Earlier typings',
  typing: (place: number, when: string) => `Typing ${place}, ${when}`,
}

/** What a plan from paper says of the yes that made it a plan. */
export const paperMarkWords = {
  ownScreen: (name: string) => `${name} said on their own page that it is what they wrote.`,
  byLink: (name: string) => `The yes came from ${name}’s page.`,
  slip: (name: string, worker: string) => `${name} said yes on paper; ${worker} wrote that down.`,
  coordinator: (name: string, worker: string) => `${name} said yes to ${worker}, who wrote that down.`,
}

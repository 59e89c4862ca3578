import type { ReportState } from '@kinplan/domain/action/action-states'

export const reportWords: Record<ReportState, string> = {
  doing: 'Doing it',
  done: 'Done',
  needsHand: 'Needs a hand',
  noLongerNeeded: 'No longer needed',
}

export const actionsWords = {
  heading: 'Promises',
  family: 'The family’s',
  council: 'The council’s',
  familyEmpty: 'The family has made no promises yet.',
  councilEmpty: 'The council has made no promises yet.',
  noPlan: 'There is no plan yet. Promises are made from its steps.',
  missing: 'These promises are not here, or not for you to read.',
  due: (when: string) => `By ${when}`,
  history: 'What was said',
  update: (by: string, when: string, state: string) => `${when}, ${by}: ${state}`,
  report: 'Say how it goes',
  reportLabel: (what: string) => `Say how it goes: ${what}`,
  reportHeading: 'How does it go?',
  reportWhy: (owner: string) => `You write this down for ${owner}. It is marked as written by you.`,
  reportOwn: 'Your own promise.',
  reportState: 'How it stands',
  reportSaid: 'In their words',
  reportSave: 'Save',
  accept: 'Yes, I promise',
  acceptLabel: (what: string) => `Yes, I promise: ${what}`,
  acceptFor: 'They said yes',
  acceptForLabel: (owner: string, text: string) => `${owner} said yes to: ${text}`,
  back: 'Not now',
  makeHeading: 'Make promises',
  makeWhy: 'From each step of the plan: who promises, and by when. One person for each promise; it binds them when they say yes.',
  fromSteps: 'Steps without a promise',
  allMade: 'Every step has a promise.',
  fromStep: 'Make a promise of this',
  fromStepLabel: (what: string) => `Make a promise of: ${what}`,
  without: 'Another promise',
  planSays: (who: string, when: string) => `The plan says: ${[who, when].filter((said) => said !== '').join(', ')}`,
  text: 'What is promised',
  owner: 'Who promises',
  ownerHint: 'Somebody of the family, or one named worker for the council.',
  ofFamily: (name: string) => `${name}, family`,
  ofCouncil: (name: string, title: string) => `${name}, ${title.toLowerCase()} for the council`,
  chooseOwner: 'Choose one person',
  dueOn: 'By which day',
  make: 'Make this promise',
  sendHeading: 'Send everybody their promises',
  sendWhy:
    'Each person gets a message with their own promises and a link that opens ' +
    'with one tap: done, doing it, needs a hand, no longer needed.',
  send: 'Send the messages',
  sent: (count: number) =>
    count === 0
      ? 'No message was sent. People without a safe way to be reached have to be told.'
      : count === 1
        ? '1 message was sent.'
        : `${count} messages were sent.`,
}

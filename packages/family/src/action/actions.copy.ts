import type { ActionState, ReportState } from '../generated/graphql'

export const actionStateWords: Record<ActionState, string> = {
  promised: 'Promised',
  doing: 'Doing it',
  done: 'Done',
  needsHand: 'Needs a hand',
  noLongerNeeded: 'No longer needed',
}

export const reportWords: Record<ReportState, { label: string; hint?: string }> = {
  doing: { label: 'I am doing it' },
  done: { label: 'It is done' },
  needsHand: { label: 'I need a hand with it', hint: 'Say what would help. Your coordinator will get in touch.' },
  noLongerNeeded: { label: 'It is no longer needed' },
}

export const actionsWords = {
  title: 'My promises',
  none: 'You have no promises now.',
  noneMore: 'When the plan is agreed, what you have promised stands here.',
  by: (day: string) => `By ${day}`,
  sayYesFirst: 'Say yes to it first',
  openHeading: 'Still to do',
  doneHeading: 'Behind you',
}

export const actionWords = {
  title: 'My promise',
  by: 'By',
  yesTitle: 'Is this what you promised?',
  yesWhy: 'It becomes your promise only when you say yes.',
  yes: 'Yes, I promise this',
  wrong: (name: string) => `If it is not right, do not say yes. Ring ${name}, and it will be put right.`,
  howGoing: 'How is it going?',
  words: 'A few words, if you like',
  wordsHand: 'What would help?',
  send: 'Save',
  saved: 'Saved. Thank you.',
  choose: 'Please choose one of the answers.',
  whoSees: (name: string) => `${name} and the people who agreed the plan can see how it stands.`,
}

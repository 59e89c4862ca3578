import type { WithdrawalOutcome, WithdrawalWait } from '../generated/graphql'

export const withdrawalWords = {
  heading: 'Told you quietly that they would rather not take part',
  unseen: 'Nobody of the family knows, and no page of theirs shows it. Keep it so, also in what you say and print.',
  said: (name: string, when: string) => `${name}, ${when}`,
  writtenBy: (name: string) => `written down by ${name}`,
  waits: {
    contact: (day: string) => `Get in touch on ${day}, in a way that is safe for them, when they are alone.`,
    change: () => 'They want out. Agree with them what others are told, then write down how they stand, or have the supervisor decide.',
  } satisfies Record<WithdrawalWait, (day: string) => string>,
  settled: 'You have reached them.',
  reach: 'How to reach them',
  toldYou: (words: string) => `“${words}”`,
  contacts: 'Since then',
  contact: (by: string, when: string, outcome: string) => `${when}, ${by}: ${outcome}`,
  outcomes: {
    notReached: 'not reached',
    stays: 'they take part as before',
    wantsOut: 'they want out',
  } satisfies Record<WithdrawalOutcome, string>,
  answer: 'Write down what came of it',
  outcome: 'What came of it?',
  outcomeChoices: {
    notReached: 'I did not reach them. I try again tomorrow',
    stays: 'They take part as before',
    wantsOut: 'They want out',
  } satisfies Record<WithdrawalOutcome, string>,
  words: 'What they said',
  wordsHint: 'In their words. Only coordinators of this family and the supervisor read it.',
  save: 'Keep this',
  write: 'They would rather not take part, and nobody may know',
  writeWhat:
    'For somebody who tells you so on the telephone or face to face. It stands on this page, for you and the supervisor, until you have ' +
    'talked about it.',
  writeButton: 'Write it down',
}

import type { CouncilAnswerKind } from '../generated/graphql'

export const planWords = {
  title: 'Our family’s plan',
  shared: (when: string) => `Your family shared this plan on ${when}.`,
  sharedByLink: (worker: string) =>
    `It came from a phone that signed in by a link that ${worker} made. ${worker} could open that link, too.`,
  sharedAlone: 'Nobody else of the family had joined the plan on that phone.',
  sharedAsYou: 'That link was made for you. Did you not share this plan? Then ring:',
  answersByLink: (count: number) =>
    count === 1
      ? 'One answer came from a phone that signed in by a link a worker made. It counts as told to the coordinator.'
      : `${count} answers came from phones that signed in by a link a worker made. They count as told to the coordinator.`,
  newer: 'There is a newer plan.',
  toNewer: 'Look at the newer plan',
  more: 'More of the plan',
  noSteps: 'Nothing is written here.',
  wantYouToKnow: 'What we want you to know',
  who: 'Who',
  byWhen: 'By when',
  howWeWillKnow: 'How we will know',
  helpNeeded: 'Help we need',
  ifItDoesNotWork: 'If it does not work',
  noWords: 'No words',
  sayWhat: 'Say what you think of the plan',
  changeAnswer: 'Change my answer',
  councilTitle: 'What the council answers',
  councilNone: 'The council has not answered yet. It should answer on the same day.',
  councilBeside: 'The answers stand under each step above.',
  councilSays: 'The council says',
  toWhole: 'The council says to the whole plan',
  wouldMakeYes: 'What would make it a yes:',
  decider: (who: string, when: string) => `${who} decides by ${when}.`,
  by: (name: string) => `Answered by ${name}`,
  actionsTitle: 'Promises',
  actionsNone: 'No promises have been written down from this plan yet.',
  ofFamily: 'The family’s promises',
  ofCouncil: 'The council’s promises',
  nobodyPromised: 'None yet',
  due: (day: string) => `by ${day}`,
  mine: 'My promises',
  reviewTitle: 'Looking back together',
  review: (when: string) => `You meet again to look back at the plan on ${when}.`,
  noReview: 'No date is set yet for looking back at the plan.',
  morePrivate: (name: string) => `Do you want more private family time? Tell ${name}: the meeting can go back, as often as you need.`,
  loading: 'Opening the plan …',
}

export const councilAnswerWords: Record<CouncilAnswerKind, string> = {
  yes: 'Yes',
  no: 'No',
  notYet: 'Not yet',
  decidedBy: 'Somebody else has to decide',
}

export const agreeWords = {
  title: 'What do you think of the plan?',
  unseen: (name: string) => `Nobody else in the room sees your answer. ${name} reads it until the meeting ends. After that only you can.`,
  yes: 'Yes, I agree with it',
  notYet: 'I am not happy with it yet',
  later: 'Ask me later',
  reason: 'Why? Only if you like',
  reasonNotYet: 'What would have to change? Only if you like',
  send: 'Save my answer',
  choose: 'Please choose one of the answers.',
  notNow: 'You can answer while the meeting is agreeing the plan.',
  yours: 'Your answer',
  byLink: (worker: string) =>
    `This phone signed in by a link that ${worker} made. So your answer counts as told to your coordinator, and we show it to you here.`,
  cameByLink: (worker: string) => `This answer came from a phone that signed in by a link that ${worker} made. Was it not you? Then ring:`,
  leftOut: (name: string) =>
    `Nobody in your room let this phone into your family’s plan. So we cannot know that it is you. ` +
    `You can say your answer to ${name}, or write it on a slip.`,
  toPlan: 'Read the plan first',
}

export const myAnswerWords = {
  yes: 'You agree with this plan',
  notYet: 'You are not happy with it yet',
  later: 'You want to be asked later',
  notAsked: 'You have not been asked yet',
}

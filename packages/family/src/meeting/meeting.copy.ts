import type { waysToChoose } from '@kinplan/domain/meeting/participation'
import type { Ending, ParticipationState, Stage, Way, WhyKind } from '../generated/graphql'

type ChosenWay = (typeof waysToChoose)[number]

export const stageWords: Record<Stage, string> = {
  preparing: 'Getting ready',
  booked: 'Date is set',
  welcome: 'Welcome',
  information: 'What everybody needs to know',
  privateTime: 'Private family time',
  agreeing: 'Agreeing the plan',
  ended: 'The meeting is over',
}

/** What happens now, for somebody who is in the room or joins from far. */
export const stageMore: Record<Stage, string> = {
  preparing: 'The meeting has no date yet. It is being got ready.',
  booked: 'The date is set. On the day, this page shows where the meeting is.',
  welcome: 'Everybody arrives and says who they are.',
  information: 'The workers say what they are worried about, and what help there is. You can ask anything.',
  privateTime: 'The workers leave. Your family makes its own plan.',
  agreeing: 'Everybody looks at your family’s plan together.',
  ended: 'Thank you for coming. The promises go on.',
}

export const wayWords: Record<Way, string> = {
  inRoom: 'In the room',
  secondRoom: 'In a room of your own at the same place',
  video: 'By video',
  phone: 'By phone',
  spokenFor: 'Somebody speaks for me',
  letter: 'By a letter',
}

export const wayHints: Record<ChosenWay, string> = {
  inRoom: 'I come to the place',
  video: 'On a phone, tablet or computer',
  phone: 'I listen and talk on the phone',
  spokenFor: 'I say before what they should say',
  letter: 'I write, or somebody writes it down for me',
}

export const mineWords: Record<ParticipationState, string> = {
  notAsked: 'You have not been asked yet',
  asked: 'You have been asked',
  noAnswerYet: 'You have not answered yet',
  coming: 'You are coming',
  sendingViews: 'You are sending what you think',
  notComing: 'You are not coming',
  notPart: 'You are not part of this meeting',
}

/** The day was set after somebody answered. */
export const changedDayWords = {
  question: (state: ParticipationState) => (state === 'coming' ? 'Can you still come?' : 'Can you come now?'),
  go: (state: ParticipationState) => (state === 'coming' ? 'Say if you can still come' : 'Say if you can come now'),
  status: (question: string) => `You answered before this day was set. ${question}`,
}

export const timeOffLineWords = {
  askBy: (day: string) => `You need time off work for this. Ask by ${day}.`,
  wasBy: (day: string, name: string) =>
    `You need time off work for this. The last day to ask was ${day}. If you have not asked, ring ${name}.`,
}

export const endingWords: Record<Ending, string> = {
  plan: 'The meeting ended with a plan.',
  partOfPlan: 'The meeting ended with a part of a plan.',
  severalPlans: 'The meeting ended with more than one plan.',
  anotherDate: 'You will meet again on another date.',
  noPlanThisTime: 'There is no plan this time.',
  stoppedForSafety: 'The meeting was stopped to keep everybody safe.',
}

export const whyWords: Record<WhyKind, string> = {
  goingWell: 'What is going well',
  worry: 'What people are worried about',
  question: 'Questions to think about',
  familyQuestion: 'Questions from the family',
  help: 'Help there could be',
  withoutPlan: 'What happens without a plan',
}

export const meetingWords = {
  about: (children: string) => `Family meeting about ${children}`,
  review: (children: string) => `Looking back at the plan for ${children}`,
  notFound: 'This meeting is not here',
  notFoundMore: 'It may be another person’s link. Go home and look there, or ring.',
  goHome: 'Go home',
  whenWhere: 'When and where',
  noDate: (name: string) => `There is no date yet. ${name} is looking for a time that fits.`,
  date: 'When',
  until: (time: string) => `until about ${time}`,
  arrive: 'Please arrive at',
  arriveWhy: 'Everybody has their own time to arrive.',
  place: 'Where',
  placeLater: (name: string) => `You see it here once you say you are coming to the place. Or ask ${name}.`,
  whyWeMeet: 'Why we meet',
  whyMore: 'What is going well, worries, and what the plan must make sure of',
  whoComes: 'Who else is coming',
  whoMore: 'As far as is known now',
  canYouCome: 'Can you come?',
  changeAnswer: 'Change my answer',
  theDay: 'The day',
  theDayMore: 'Where the meeting is now, and who can read what',
  plan: 'Our family’s plan',
  planMore: 'What your family shared, and what the council answers',
  paper: 'Your plan from paper',
  paperMore: 'Typed in. It waits for your yes.',
  privateTime: 'Private family time',
  privateTimeMore: 'Only your family. Write your plan here',
  nextStep: 'What happens next',
}

export const whyPageWords = {
  title: 'Why we meet',
  mustMakeSure: 'What the plan must make sure of',
  mustMakeSureMore: (name: string) =>
    `The council needs your plan to answer these. How you do it is up to your family. ${name} can explain each one.`,
  notGivenYet: 'Nothing has been given to you yet. You will get it before the meeting, to think about.',
  nothing: (name: string) => `Nothing is written here yet. ${name} will tell you when there is.`,
  ask: 'Ask a question',
  askHint: 'Everybody who reads this page can see your question. To ask in private, ring.',
  askLabel: 'My question',
  send: 'Put my question here',
  sent: 'Your question is here now.',
}

export const whoPageWords = {
  title: 'Who else is coming',
  nobody: 'Nobody else has said yes yet, as far as you may know.',
  some: 'These people have said that they are coming, or that they send what they think.',
  workers: 'Workers',
  runs: 'runs the meeting',
  referred: 'asked for the meeting',
  other: 'For everybody’s sake you see only the people whom you may know about. More may come.',
}

export const replyPageWords = {
  title: 'Can you come?',
  when: 'The meeting is on',
  comingLabel: 'Yes, I am coming',
  viewsLabel: 'I cannot be there, but I want to say what I think',
  viewsHint: (name: string) => `${name} will ring you and write down what you want to say.`,
  notLabel: 'No, I am not coming',
  notHint: 'You can change your mind until the day.',
  how: 'How will you join?',
  chooseFirst: 'Please choose one of the answers.',
  chooseHow: 'Please choose how you will join.',
  noWay: (name: string) => `No way to come is open for you now. To speak about it, ring ${name}.`,
  send: 'Save my answer',
  whoSees: (name: string) => `${name} sees your answer. Others see only if you are coming, or send what you think.`,
  notYet: (name: string) => `You can answer when the date is set. ${name} will tell you.`,
}

export const dayWords = {
  title: 'The day',
  stages: 'The parts of the meeting',
  who: 'Who can read what now',
  readers: (names: string) => `You and these people can read what is written now: ${names}.`,
  readersOnlyYou: 'Only you can read what is here for you.',
  privateReaders: (names: string) => `Only these people can read this: ${names}. No worker can.`,
  privateNoNames: 'No worker can read what your family writes. Your phone shows no names until somebody lets it in.',
  toPrivate: 'Go to private family time',
  toPlan: 'Look at the plan',
  toPaper: 'Read what was typed in',
  toAgree: 'Say what you think of the plan',
  moves: (name: string) => `${name} moves the meeting on. This page changes by itself.`,
  morePrivate: (name: string) => `Do you want more private family time? Tell ${name}: the meeting can go back, as often as you need.`,
}

export const anotherDayWords = {
  title: 'I need another day',
  row: 'I need another day',
  rowMore: 'The date that was set does not work for me',
  rowAsked: (name: string) => `You have asked. ${name} will ring you.`,
  askedOf: (name: string) => `You have asked ${name} for another day.`,
  what: (name: string) => `${name} will ring you and look for another day with you. The date stays as it is until then.`,
  label: 'What would help to know?',
  hint: 'For example: which day would work, or by when you need to know. You need not say why.',
  wordsHelp: (name: string) => `A few words would help ${name} to find a day that works for you. You can also ask without words.`,
  send: 'Ask for another day',
  sendWithout: 'Ask without words',
  next: (name: string, when: string) => `${name} will ring you. Until you have found another day together, the meeting stays on ${when}.`,
  willRing: (name: string) => `${name} will ring you.`,
  sayMore: (name: string) => `Do you want to say more? Ring ${name}.`,
  notNow: (name: string) => `You can ask for another day once a date is set. Until then, ring ${name}.`,
  timesLead: 'Have your shifts changed?',
  toTimes: 'Say when I can come',
  whoSees: (name: string) => `Only ${name} sees this.`,
}

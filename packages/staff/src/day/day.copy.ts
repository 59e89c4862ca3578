import type { SlipKind } from '../generated/graphql'
import type { Ending, Stage } from '@kinplan/domain/meeting/stages'

/** What moving to a stage is called. */
export const moveSaid: Partial<Record<Stage, string>> = {
  welcome: 'Begin: welcome',
  information: 'Go on to information',
  privateTime: 'Begin private family time',
}

/** What there is to do in a stage, for the coordinator. */
export const stageHelp: Record<Stage, string> = {
  preparing: 'The meeting has no time yet. The day begins once a time is booked.',
  booked: 'Everything is booked. Begin when the first people arrive.',
  welcome: 'Welcome people, share food, agree how to talk with each other. Mark who is here.',
  information:
    'The workers say what is going well, what worries them, what the plan must make ' +
    'sure of, and what help there is. People ask. Then every worker leaves.',
  privateTime: '',
  agreeing: 'The family shows its plan. Each person answers unseen; the council answers the same day. The family may go private again.',
  ended: 'The meeting has ended.',
}

export const endingSaid: Record<Ending, { label: string; hint: string }> = {
  plan: { label: 'With a plan', hint: 'It answers everything the plan must make sure of, and the council has answered.' },
  partOfPlan: { label: 'With part of a plan', hint: 'Some of it stands; the rest is still to be worked out.' },
  severalPlans: { label: 'With more than one plan', hint: 'Parts of the family made plans of their own.' },
  anotherDate: { label: 'With another date', hint: 'People need more time; the meeting goes on another day.' },
  noPlanThisTime: { label: 'With no plan this time', hint: 'Nobody failed. Say what happens next, never who disagreed.' },
  stoppedForSafety: { label: 'Stopped for safety', hint: 'Somebody was not safe. Say what happens next.' },
}

export const dayWords = {
  nowHeading: 'Now',
  readersHeading: 'Who can read what is written now',
  readers: 'Can read it:',
  goTimes: 'Find a time',
  goPlan: 'See the plan',
  goPack: 'Print the pack',
  goActions: 'See the promises',
  onlyCoordinator: 'The coordinator moves the meeting from one stage to the next.',
  back: 'Not yet',
  privateHeading: 'Begin private family time?',
  privateAsk: 'Every worker leaves now; nobody of the council can read what the family writes.',
  privateMore: 'Only the family ends it. You may knock.',
  privateAgain: 'Go private again',
  privateYes: 'Every worker is leaving',
  attendance: 'Who is here',
  attendanceWhy:
    'Of the family, everybody who said they are coming, or is marked here, goes into private family time. ' +
    'Whoever is marked “Not here” does not.',
  here: 'Here',
  notHere: 'Not here',
  arrives: (time: string) => `arrives ${time}`,
  worker: 'worker',
  noOne: 'Nobody is expected yet.',
  hereLabel: (name: string) => `${name} is here`,
  notHereLabel: (name: string) => `${name} is not here`,
  endHeading: 'End the meeting',
  endHow: 'How did it end?',
  nextStep: 'What happens next',
  nextStepHint: 'Who does what, and by when. Everybody who took part reads this. Never who disagreed.',
  end: 'End the meeting',
  endNote: 'An ended meeting does not begin again. Promises and the review go on from here.',
  chooseEnding: 'Please choose how it ended.',
}

/** After private family time ended while no device of the family held the plan. */
export const withoutPlanWords = {
  heading: 'No plan was shared',
  more: (time: string) =>
    `Private family time ended at ${time}, because nobody of the family could open the plan any ` +
    'more. Nobody can read what they wrote. They may go private again, or write on paper.',
}

/** All that the page says in private family time. */
export const privateWords = {
  heading: 'Private family time',
  line: 'No worker can read what the family writes. Knock if you must.',
  told: 'The family told me they have finished',
  toldWhy: 'Only where no device of the family is writing. If they write on a phone or a tablet, they end it there.',
  saidBy: 'Who told you',
  lost: 'The family has finished and nobody has the plan open',
  lostWhy:
    'When they wrote on a phone or a tablet that is gone. Nothing is opened, and no plan is ' +
    'shared. Every device of the family is told, and one that has the plan can stop it for 3 ' +
    'minutes. It is refused while a device had the plan open in the last 10 minutes.',
  lostEnd: 'End it in 3 minutes, without a plan',
  spoken: {
    waiting: (by: string, time: string) =>
      `You wrote down that ${by} told you. Private family time ends at ${time} without a ` +
      'plan, unless a device of the family that has the plan open stops it.',
    stopped: (by: string) =>
      `You wrote down that ${by} told you. A device of the family has the plan open and stopped it: private family time goes on.`,
  },
  end: 'End private family time',
  on: 'Go on to agreeing the plan',
  stop: 'Somebody is not safe: stop the meeting',
  onWhy: 'When the family has ended it on their own device.',
  back: 'Not yet',
}

export const packWords = {
  heading: 'The pack for the day',
  why:
    'For a meeting on paper: one day sheet, a plan sheet for each thing the plan must make sure of, ' +
    'one for something else and one for anything the family wants us to know, ' +
    'a card for rescue words, a slip for each answer, and a slip for each person with their own way of taking part. Cut the ' +
    'slips apart before you hand them out, so that nobody sees another person’s.',
  print: 'Print the pack',
  daySheet: 'Day sheet',
  dayFor: 'For the coordinator. Not to be left on a table.',
  when: 'When',
  noTime: 'No time yet',
  where: 'Where',
  coordinator: 'Coordinator',
  socialWorker: 'Asked for by',
  about: 'About',
  who: 'Name',
  how: 'How',
  here: 'Here',
  notHere: 'Not here',
  notes: 'Notes for the day',
  began: 'Private family time began at',
  finished: 'Finished at, and who said so',
  rescueCard: 'Rescue words',
  rescueFor: 'For your family alone. No worker writes on this card, reads it or copies it.',
  rescueWhat:
    'In private family time your phone or tablet can make six words. Write them here by hand. If every phone with your plan is lost ' +
    'or has no power, these words open the plan again on another one.',
  rescueKeep: 'Keep this card with your family, and keep it away from workers.',
  rescueNew: 'Is it lost, or has somebody else seen it? Make new words on a phone that has the plan. The old ones stop working then.',
  slips: 'What I say to the plan',
  slipHow: 'Tick one, fold this, and give it to the coordinator. Nobody else sees it.',
  answers: ['Yes', 'Not happy yet', 'Ask me later'],
  reason: 'Why, if I want to say',
  whenToCome: 'When to come',
  howYouTakePart: 'How you take part',
  comeAt: (time: string) => `Please come at ${time}.`,
  ring: (name: string, phone: string) => `If anything changes, ring ${name}: ${phone}.`,
  noSlips:
    'There are no slips to hand out. They are there for the coordinator and the ' +
    'supervisor, once a time is booked and the invitations have gone.',
}

/** What a slip says of somebody's own way of taking part; `begins` is 'HH:MM', `coordinator` a name. */
export const slipSaid: Record<SlipKind, ((begins: string, coordinator: string) => string) | null> = {
  come: null,
  ownRoom: () => 'You are in a room of your own there.',
  video: (begins) => `You join by video, from your own phone, tablet or computer. It begins at ${begins}.`,
  phone: (begins, coordinator) => `You join by phone. ${coordinator} rings you at ${begins} on the number you gave.`,
  spokenFor: (begins) => `The person you chose speaks for you. It begins at ${begins}.`,
  views: (begins, coordinator) =>
    `What you want to say is read out at the meeting. Give it to ${coordinator} before it begins at ${begins}.`,
  notAnswered: (begins) => `You have not said yet how you take part. It begins at ${begins}. Please ring to say how you would like to.`,
}

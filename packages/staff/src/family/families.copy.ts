import type { MessageKind } from '@kinplan/domain/message/message-states'
import type { Stage } from '@kinplan/domain/meeting/stages'

export const familiesWords = {
  title: 'Families',
  caption: 'Families you work with',
  open: 'Open a family',
  name: 'Family',
  children: 'Children',
  team: 'Team',
  stage: 'Meeting',
  date: 'Date',
  noMeeting: 'No meeting yet',
  noDate: 'No date yet',
  more: 'Show more families',
  empty: 'You are on no family yet. Open one, or ask a supervisor to put you on one.',
}

export const todayWords = {
  title: (day: string) => `Today, ${day}`,
  empty: 'Nothing needs you. Families you are put on appear here, each with its one next step.',
  why: 'What needs you, the nearest first.',
  notSent: (count: number) => `Messages not sent: ${count}`,
  notSentWhy: 'They are tried again by themselves for as long as that can help. If it is urgent, tell these people yourself.',
  more: (count: number) => `Only the first ${count} of your families are looked through here. The rest are under Families.`,
}

/** The part of the meeting from which a message of this kind is sent. */
export const partOfMessage: Record<MessageKind, string> = { signIn: 'people', invitation: 'times', promise: 'promises', review: 'promises' }

/** The one next step of a meeting at each stage, with the part of the meeting where it is done. */
export const nextStepWords: Record<Stage, { stands: string; step: string; part: string }> = {
  preparing: { stands: 'Preparing, no date yet', step: 'Meet people and find a time', part: 'people' },
  booked: { stands: 'Booked', step: 'See who is coming', part: 'people' },
  welcome: { stands: 'The meeting is on: welcome', step: 'Run the day', part: 'day' },
  information: { stands: 'The meeting is on: information', step: 'Run the day', part: 'day' },
  privateTime: { stands: 'The family is in private family time', step: 'Wait for the family', part: 'day' },
  agreeing: { stands: 'The plan is being agreed', step: 'Look at the plan', part: 'plan' },
  ended: { stands: 'The meeting has ended', step: 'See how the promises go', part: 'promises' },
}

export const noMeetingWords = { stands: 'No meeting yet', step: 'Open the family and see what comes next' }
export const dayIsTodayWords = { stands: 'The meeting is today', step: 'Prepare the day', part: 'day' }
export const dayHasMovedWords = { stands: 'Something has changed since it was booked', step: 'See what has moved', part: 'times' }
export const withdrawalWords = {
  stands: (day: string) => `Somebody asked you quietly. Get in touch on ${day}`,
  change: 'Somebody asked you quietly for a change',
  step: 'See who, and how to reach them',
  part: 'people',
}
export const dayGoneWords = { stands: 'The booked day has gone by', step: 'Say how it ended', part: 'day' }

export const openFamilyWords = {
  title: 'Open a family',
  lede: 'You become its social worker. Everything else can be added later.',
  name: 'What do you call this family?',
  nameHint: 'As the family would: “the Reed family”.',
  team: 'Which team?',
  zone: 'Time zone',
  zoneHint: 'Dates and times are shown in it. Almost always Europe/London.',
  children: 'Children',
  childrenHint: 'The children this is about.',
  childName: (place: number) => `Name of child ${place}`,
  childBorn: (place: number) => `Born on (child ${place})`,
  addChild: 'Another child',
  removeChild: (place: number) => `Take child ${place} off`,
  open: 'Open this family',
}

import type { TimeCriterion, LeftOutWhy, TimeShape } from '../generated/graphql'
import type { Way } from '@kinplan/domain/meeting/participation'

/** How somebody comes, after their name. */
export const waySaid: Record<Way, string> = {
  inRoom: 'in the room',
  secondRoom: 'in the second room, joined by a screen',
  video: 'by video',
  phone: 'by phone',
  spokenFor: 'with somebody speaking for them',
  letter: 'by letter',
}

/** Why names are not part of a time, after the names. */
export const leftOutSaid: Record<LeftOutWhy, (one: boolean) => string> = {
  notFree: (one) => (one ? 'is not free then' : 'are not free then'),
  noAnswerYet: (one) =>
    one ? 'has not said yet when they can come: that is not a no' : 'have not said yet when they can come: that is not a no',
  keptApart: (one) =>
    one
      ? 'is free then, but somebody they are kept apart from would be there'
      : 'are free then, but somebody they are kept apart from would be there',
  companionNotFree: (one) =>
    one ? 'is free then, but the person they come with is not' : 'are free then, but the people they come with are not',
}

export const shapeSaid: Record<TimeShape, string> = {
  together: 'Nobody has to be kept apart from anybody else who takes part.',
  staggered: 'People who are kept apart come for different parts, with an hour between them: they do not meet on the way in or out.',
  twoRooms: 'People who are kept apart are in two rooms, joined by a screen.',
  byVideo: 'People who are kept apart do not share a room: one of them joins by video or phone.',
  viewsCarried: 'People who are kept apart do not meet at all: the views of one of them are carried.',
  twoMeetings: 'People who are kept apart have a meeting each.',
}

/** Instead of the words for a meeting in which nobody is kept apart, where all who come sit in one room. */
export const togetherSaid = {
  everybody: 'Everybody can be together.',
  allWhoCome: 'All who come can be together.',
}

export const betterSaid: Record<TimeCriterion, string> = {
  must: 'more of those who must be there can be',
  askedByChild: 'more of those the child asked for can be there',
  bothSides: 'both sides of the family are there for more of the children',
  hoped: 'more of those we hope for can be there',
  how: 'people can be there in a nearer way, in the room rather than from a distance',
  welcome: 'more of those who are welcome can take part',
  timeOff: 'fewer people need time off work',
  preference: 'it suits people better',
  sooner: 'it is sooner',
  place: 'it is at a place you like better',
}

const comeInWords = (count: number) => (count === 1 ? '1 comes' : `${count} come`)

export const timesWords = {
  stopped:
    'There is a lot to look at here, so we stopped after two seconds. These are the best times found by then. ' +
    'Ask for fewer weeks or fewer places to have all of them looked at.',
  notYours: 'The coordinator looks for the time and books it. People’s hours are shown to the coordinator alone.',
  noTime: 'There is no time yet.',
  found: (count: number) => (count === 1 ? 'One time was found.' : `${count} times were found, the best first.`),
  none: 'No time was found at which somebody could come. Try more weeks or longer days, or ask people again when they can come.',
  notSaid: 'Nobody has said when they can come yet, so there is nothing to find. A time can still be chosen by hand.',
  stones: 'Proposed times, the best first',
  canCome: 'Can come:',
  nobody: 'Nobody can come.',
  at: (place: string) => `At ${place}`,
  inRoom: (room: string) => `, in ${room}`,
  withSecond: (room: string) => `, with ${room} as the second room`,
  asFirst: 'As the first: the same people, in the same way, at the same place.',
  asFirstBut: (otherwise: readonly string[]) => `As the first, but ${otherwise.join('; ')}.`,
  atOther: (place: string) => `at ${place}`,
  inOther: (room: string) => `in ${room}`,
  secondOther: (room: string) => `with ${room} as the second room`,
  noPlace: 'at no place of ours',
  inFull: 'Who, how and why',
  ofDay: (day: string) => `: ${day}`,
  seats: (seats: number, come: number, silent: number) =>
    `Seats ${seats}; ${comeInWords(come)}${silent === 0 ? '' : silent === 1 ? ', and 1 has not said' : `, and ${silent} have not said`}.`,
  secondSeats: (seats: number, come: number) => `The second room seats ${seats}; ${comeInWords(come)}.`,
  withPart: (name: string, part: string) => `${name} (${part})`,
  mustBeThere: (name: string) => `${name} (must be there)`,
  timeOff: (day: string) => `needs time off work, and has to ask for it by ${day}`,
  timeOffMany: (day: string) => `need time off work, and have to ask for it by ${day}`,
  notWithout: (companion: string) => `cannot come without ${companion}, who is not free then`,
  ownMeeting: (when: string) => `could have a meeting of their own: ${when}`,
  better: (why: string) => `Better than the next one: ${why}.`,
  only: 'The last of the list.',
  pick: 'Choose this time',
  pickLabel: (when: string) => `Choose this time: ${when}`,
}

export const heatWords = {
  label: 'When most people can come',
  hint:
    'Point at an hour, or move with the arrow keys, to see who can come if we begin then. The ' +
    'numbers are the proposals. Press Enter on an hour to look at it more closely.',
  notAsked: 'Not looked at: too early or too late, or an hour you keep off.',
  nobodyThen: 'nobody who has answered can come',
  canThen: (count: number, names: string) => `${count} can come: ${names}`,
  notThen: (names: string) => `not there: ${names}`,
  asList: 'The same as a list',
  week: (monday: string) => `Week of ${monday}`,
  caption: (monday: string) => `Who can come, by the hour at which we begin: week of ${monday}`,
  begins: 'If we begin on',
  fromTo: (from: string, to: string) => `${from} to ${to}`,
  count: 'People',
  who: 'Can come',
  others: 'Not there',
}

export const handWords = {
  open: 'Choose a time by hand',
  why:
    'When the time was agreed some other way, or to see how another would be. The ' +
    'same checks are made: pairs kept apart are never placed together.',
  date: 'Day',
  start: 'Begins at',
  place: 'At which place?',
  anywhere: 'Somewhere else',
  look: 'Look at this time',
  answer: 'This time by hand',
  looking: 'Looking at this time…',
  notLooked: 'This time could not be looked at',
  at: (when: string) => `If we begin on ${when}`,
  none:
    'By what people have said, there is no meeting to be made then: nobody of the family is ' +
    'free, a room is missing, or people who are kept apart could not be placed safely.',
  stillBook: 'Book it all the same',
  stillBookWhy:
    'If you know more than what is written down here, you can book it all the same. The checks for people kept apart are made again.',
}

/** How a time by hand is otherwise than was asked. */
export const outsideWords = {
  notice: (days: string) => `This is sooner than the notice you asked for: ${days === '1' ? '1 day' : `${days} days`}.`,
  before: 'This is before the weeks you asked for.',
  after: 'This is after the weeks you asked for.',
  weekday: (weekday: string) => `${weekday} is not one of the days you asked for.`,
  early: (earliest: string) => `This begins before ${earliest}, the earliest you asked for.`,
  late: (latest: string) => `This goes on after ${latest}, the latest you asked for.`,
  bankHoliday: (keptOff: boolean) => (keptOff ? 'This is a bank holiday, which you asked to keep off.' : 'This is a bank holiday.'),
  schoolHours: (keptOff: boolean) => (keptOff ? 'This is in school hours, which you asked to keep off.' : 'This is in school hours.'),
}

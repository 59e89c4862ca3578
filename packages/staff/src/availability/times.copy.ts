import type { TimeCriterion, LeftOutWhy, TimeShape } from '../generated/graphql'
import type { Way } from '@kinplan/domain/meeting/participation'

/** How somebody comes, after their name. */
export const waySaid: Record<Way, string> = {
  inRoom: 'in the room',
  video: 'by video',
  phone: 'by phone',
  spokenFor: 'with somebody speaking for them',
  letter: 'by letter',
}

/** Why names are not part of a time, after the names. */
export const leftOutSaid: Record<LeftOutWhy, (one: boolean) => string> = {
  notFree: (one) => (one ? 'is not free then' : 'are not free then'),
  noAnswerYet: (one) => (one ? 'has not said yet when they can come: that is not a no' : 'have not said yet when they can come: that is not a no'),
  keptApart: (one) => (one ? 'is free then, but somebody they are kept apart from would be there' : 'are free then, but somebody they are kept apart from would be there'),
}

export const shapeSaid: Record<TimeShape, string> = {
  together: 'Everybody can be together.',
  byVideo: 'People who are kept apart do not share a room: one of them joins by video or phone.',
  separate: 'People who are kept apart do not meet at all: the views of one of them are carried.',
}

export const betterSaid: Record<TimeCriterion, string> = {
  must: 'more of those who must be there can be',
  askedByChild: 'more of those the child asked for can be there',
  bothSides: 'both sides of the family are there for more of the children',
  hoped: 'more of those we hope for can be there',
  how: 'people can be there in a nearer way, in the room rather than from a distance',
  welcome: 'more of those who are welcome can take part',
  preference: 'it suits people better',
  sooner: 'it is sooner',
}

export const timesWords = {
  notYours: 'The coordinator looks for the time and books it. People’s hours are shown to the coordinator alone.',
  noTime: 'There is no time yet.',
  askHeading: 'Find a time',
  askWhy: 'The hours people gave are seen by you alone. Pairs kept apart are never placed together.',
  from: 'From this day',
  until: 'To this day',
  minutes: 'How long, in minutes',
  earliest: 'Not before',
  latest: 'Over by',
  weekdays: 'On these days',
  ask: 'Look for times',
  asking: 'Looking for times…',
  none: 'No time was found at which somebody could come. Try more weeks or longer days, or ask people again when they can come.',
  notSaid: 'Nobody has said when they can come yet, so there is nothing to find. A time can still be chosen by hand.',
  pictureLabel: 'When most people can come',
  pictureHint: 'Point at an hour, or move with the arrow keys, to see who can come if we begin then. The numbers are the proposals below.',
  stones: 'Proposed times, the best first',
  nobodyThen: 'nobody who has answered can come',
  canThen: (names: string) => `can come: ${names}`,
  cannotThen: (names: string) => `not free: ${names}`,
  canCome: 'Can come:',
  nobody: 'Nobody can come.',
  better: (why: string) => `Better than the next one: ${why}.`,
  only: 'The last of the list.',
  pick: 'Choose this time',
  pickLabel: (when: string) => `Choose ${when}`,
  handHeading: 'Choose a time by hand',
  handWhy: 'When the time was agreed some other way. The same checks are made: pairs kept apart are never placed together.',
  date: 'Day',
  start: 'Begins at',
  place: 'Where',
  placeHint: 'The place people should come to, in words they will recognise. This books no room anywhere.',
  confirmHeading: 'Book this time?',
  confirmAgain: 'The meeting has a time already. Those who were invited are not told of the new one until you send the invitations again.',
  confirmNew: 'Nobody is told until you send the invitations.',
  confirm: 'Book it',
  back: 'Not yet',
  bookedHeading: 'Booked',
  again: 'Find another time',
  againWhy: 'If the day no longer works, look for another and book it. Everybody’s own arrival time is made new.',
  arrivals: 'Everybody’s own arrival time',
  arrivalsTable: 'Who comes, and when',
  arrivalsWhy: 'Everyone has their own arrival time, so that having one says nothing.',
  who: 'Who',
  state: 'Stands',
  how: 'How',
  arrives: 'Arrives',
  invited: 'Invitation',
  invitedAt: (when: string) => `Sent ${when}`,
  notSent: 'Not sent',
  worker: 'Worker',
  noOne: 'Nobody is on the list yet.',
  inviteHeading: 'Invitations',
  inviteWhy: 'Each person gets a message of their own, in plain words, by a way that is safe for them.',
  invite: 'Send the invitations',
  inviteAgain: 'Send the invitations again',
  sent: (count: number) => (count === 0 ? 'No invitation was sent.' : count === 1 ? '1 invitation was sent.' : `${count} invitations were sent.`),
  noWay: 'There is no safe way written down to send these people a message. Tell them yourself, or write down a safe way on the family’s page:',
  familyPage: 'The family’s page',
}

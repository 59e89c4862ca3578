import type { ApartLevel, LeftOutWhy, RoomUse } from '../generated/graphql'

export const bookWords = {
  placeIsOther: 'I have looked: it is certainly another place. Book it.',
  date: 'Day',
  start: 'Begins at',
  minutes: 'How long, in minutes',
  place: 'Where, in words',
  placeHint: 'The place people should come to, in words they will recognise.',
  noRooms: 'No room is held: rooms are held only in places that are written down.',
  confirmHeading: 'Book this time?',
  confirmAgain: (when: string) =>
    `The meeting has a time already: ${when}. Those who were invited are not told of the new one until you send the invitations again.`,
  confirmNew: 'Nobody is told until you send the invitations.',
  confirm: 'Book it',
  back: 'Not yet',
}

/** What keeps two people apart, after their names. */
export const levelSaid: Record<ApartLevel, string> = {
  room: 'not in one room',
  site: 'not in one place, on the way in and out included',
  online: 'not together online or by phone either',
  knowing: 'neither may know that the other takes part',
}

/** Why somebody cannot be there as booked, after their name. */
export const movedSaid: Record<LeftOutWhy, (name: string) => string> = {
  notFree: (name) => `${name} is not free then any more: what they said of their days has changed.`,
  noAnswerYet: (name) => `${name} took back what they had said of their days, and has not said anew.`,
  keptApart: (name) =>
    `${name} has no part at this time, because they are kept apart from somebody who comes. They are ` +
    'not invited. Talk with them alone: a meeting of their own, or their views carried.',
  companionNotFree: (name) => `${name} does not come by themselves, and the person who comes with them is not free then any more.`,
}

export const bookedWords = {
  heading: 'Booked',
  holds: 'Rooms',
  roomAs: (room: string, use: RoomUse) => `${room}, as the ${use === 'main' ? 'main' : 'second'} room`,
  held: 'Held here',
  heldWhy: 'Held here is not confirmed with the hub.',
  confirmed: (when: string, by: string) => `Confirmed with the hub on ${when}, written down by ${by}`,
  confirm: 'The hub has said yes',
  tooMany: (room: string, come: number, seats: number) =>
    `${come} come to ${room}, and it seats ${seats}. Book it again with a larger room, or talk with somebody about joining in another way.`,
  timeOff: 'Who needs time off work',
  askBy: (name: string, day: string) => `${name} has to ask for it by ${day}.`,
  conflictHeading: 'Two people who are kept apart are booked together',
  conflict: (names: string, level: string) => `${names}: ${level}.`,
  conflictDo:
    'They were marked after this was booked. Once the safety decision has been made again, book it again, choose ' +
    'another time, or change how one of them takes part. Until then the booking stands as it is.',
  movedHeading: 'Things have moved since this was booked',
  anotherHeading: 'Asked for another day',
  askedOn: (name: string, when: string) => `${name}, on ${when}:`,
  answered: (when: string) => `You answered on ${when}.`,
  answer: 'I have answered them',
  answerLabel: (name: string) => `I have answered them: ${name}`,
  tellHeading: 'Who would have to be told of a new day',
  tell: 'They have an invitation to this one:',
  kept: 'The answers people have given are kept, and so are the hours they gave. Nobody is asked anything again by this.',
  nextBest: 'The next best times',
  nextBestWhy: 'Found with what you asked for before. If you book one, everybody’s own arrival time is made new.',
  again: 'Find another time',
  againWhy: 'If the day no longer works, look for another and book it. Everybody’s own arrival time is made new.',
  arrivals: 'Everybody’s own arrival time',
  arrivalsTable: 'Who comes, and when',
  arrivalsWhy: 'Everyone has their own arrival time, so that having one says nothing.',
  who: 'Who',
  state: 'Stands',
  how: 'How',
  planned: (how: string) => `${how} (planned)`,
  arrives: 'Arrives',
  invited: 'Invitation',
  invitedAt: (when: string) => `Sent ${when}`,
  notSent: 'Not sent',
  waiting: 'Not sent yet: it waits to go',
  worker: 'Worker',
  noOne: 'Nobody is on the list yet.',
}

export const inviteWords = {
  heading: 'Invitations',
  why: 'Each person gets a message of their own, in plain words, by a way that is safe for them.',
  invite: 'Send the invitations',
  again: 'Send the invitations again',
  sent: (count: number) =>
    count === 0 ? 'There was nobody to invite.' : count === 1 ? '1 invitation is on its way.' : `${count} invitations are on their way.`,
  notTalked:
    'These people have not been talked with yet, so no message goes to them. Talk ' +
    'with each of them first, and write it down under People & prepare:',
  noWay:
    'There is no safe way written down to send these people a message. Tell them yourself, or write down a safe way on the family’s page:',
  familyPage: 'The family’s page',
}

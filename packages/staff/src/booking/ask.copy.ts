import { mostWindowDays } from '@kinplan/domain/availability/availability-rule'
import type { PartEdge } from '../generated/graphql'
import { lengthInMinutes, type FieldRefusals } from '../connection/refusal.copy'

export const partSaid: Record<PartEdge, (minutes: string) => string> = {
  beginning: (minutes) => `for the first ${minutes} minutes`,
  end: (minutes) => `for the last ${minutes} minutes`,
}

export const askWords = {
  heading: 'Find a time',
  why: 'The hours people gave are seen by you alone. Pairs kept apart are never placed together.',
  open: 'What to look for, and who is needed',
  change: 'Change what you look for, and who is needed',
  whatHeading: 'What to look for',
  from: 'From this day',
  until: 'To this day',
  minutes: 'How long, in minutes',
  earliest: 'Not before',
  latest: 'Over by',
  noticeDays: 'Days of notice people need',
  weekdays: 'On these days',
  bankHolidays: 'Bank holidays',
  schoolHours: 'School hours',
  mayBe: 'May fall on them',
  keepOff: 'Keep off them',
  places: 'Where to look for rooms',
  placesHint: 'The place you like best first. Rooms that are taken are passed over.',
  placeFirst: 'Look here first',
  placeNext: (number: number) => `Then here (${number})`,
  nowhere: 'Wherever it may be',
  nowhereElse: 'Nowhere else',
  noPlaces: 'No places are written down yet, so rooms are not looked at. A supervisor can write them down.',
  needs: 'The place needs',
  needsWords: { stepFree: 'To be step-free', twoWaysOut: 'A room with two ways out', secondRoom: 'A second room' },
  whoHeading: 'Who, and how much we need them',
  whoWhy: 'Somebody may be needed for a part of the meeting only, or come only together with somebody: an interpreter, an advocate.',
  who: 'Who',
  need: 'Need',
  part: 'For how much of it',
  partMinutes: 'Minutes',
  partUnit: 'minutes',
  whole: 'All of it',
  edges: { beginning: 'The beginning', end: 'The end' } satisfies Record<PartEdge, string>,
  comesWith: 'Comes only with',
  nobody: 'By themselves',
  travel: (place: string) => `Minutes of travel to ${place}`,
  of: (what: string, name: string) => `${what}: ${name}`,
  worker: 'worker',
  ask: 'Look for times',
  again: 'Look again',
  asking: 'Looking for times…',
  notLooked: 'No times were looked for',
  askedNow: 'What is kept with the meeting now:',
  // What was asked, said aloud.
  saidWindow: (from: string, until: string) => `From ${from} to ${until}`,
  saidHours: (minutes: string, earliest: string, latest: string) => `${minutes} minutes, between ${earliest} and ${latest}`,
  saidNotice: (days: string) => (days === '1' ? 'with 1 day of notice' : `with ${days} days of notice`),
  saidAt: (places: string) => `at ${places}`,
  saidEveryDay: 'any day of the week',
  saidDays: (first: string, last: string) => `${first} to ${last}`,
  saidOff: { bankHolidays: 'not on bank holidays', schoolHours: 'not in school hours' },
  saidNeeds: { stepFree: 'step-free', twoWaysOut: 'a room with two ways out', secondRoom: 'with a second room' },
  saved: 'This is kept with the meeting, and for next time.',
}

/** What the ask says of refusals, beside what its fields say everywhere. */
export const askRefusals: FieldRefusals = {
  minutes: { timeImpossible: `${lengthInMinutes} It has to fit between “${askWords.earliest}” and “${askWords.latest}”.` },
  until: {
    windowTooLong: `That is too many weeks to look through at once. Choose ${mostWindowDays / 7} weeks or fewer.`,
    endBeforeStart: `“${askWords.until}” cannot be before “${askWords.from}”.`,
  },
  latest: { endBeforeStart: `“${askWords.latest}” has to be later than “${askWords.earliest}”.` },
}

/** A meeting begins on a quarter of an hour. */
export const startRefusals: FieldRefusals = {
  start: { timeImpossible: 'Write a time of day on a quarter of an hour, like 16:30.' },
}

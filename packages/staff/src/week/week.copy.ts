import type { PartOfDay } from './taken-on-day'

export const weekWords = {
  title: (monday: string) => `Week of ${monday}`,
  weeks: 'Other weeks',
  before: 'The week before',
  now: 'This week',
  after: 'The week after',
  myCalendar: 'My calendar',
  places: 'Places and rooms',
  caption: 'What is on, and what is taken',
  lede: 'Rooms and people that are not named on a day are free, as far as Kinplan knows.',
  notYours: 'This page is for workers.',
  day: 'Day',
  today: 'today',
  meetings: 'Meetings',
  rooms: 'Rooms taken',
  workers: 'Workers taken',
  noMeetings: 'No meetings',
  noRooms: 'No room is taken',
  noWorkers: 'Nobody is taken',
  notYourMeeting: 'Another family’s meeting',
  theMeeting: 'the meeting',
  at: (place: string) => `at ${place}`,
  inZone: (zone: string) => `Times are in ${zone}.`,
} as const

/** Why a worker is taken. */
export const takenWords = {
  held: 'held for a meeting',
  calendar: 'busy',
  away: 'away',
} as const

/** A part of a day as one says it. */
export function partInWords({ start, end }: PartOfDay): string {
  if (start === '00:00' && end === '24:00') return 'all day'
  if (end === '24:00') return `from ${start}`
  if (start === '00:00') return `until ${end}`
  return `${start} to ${end}`
}

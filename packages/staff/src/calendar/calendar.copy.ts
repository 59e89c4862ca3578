import { mostAwayDays } from '@kinplan/domain/calendar/busy-times'
import { bookedWords } from '../booking/booked.copy'
import type { FieldRefusals } from '../connection/refusal.copy'

export const calendarWords = {
  title: 'My calendar',
  week: 'Week',
  lede: 'So that no meeting is put where you are busy, and so that your own calendar shows when Kinplan holds you.',
  notYours: 'This page is for workers.',
} as const

export const busyWords = {
  heading: 'My busy times',
  why:
    'Save your calendar as a file (.ics) from Outlook, Google or Apple, and choose it here. The file is read in ' +
    'this browser. Only from when to when you are busy is sent: no titles, no places, no names.',
  file: 'Calendar file',
  fileHint: 'It ends in .ics. “Free” and cancelled entries are left out.',
  reading: 'Reading the file…',
  found: (count: number, from: string, until: string) =>
    `${count === 0 ? 'No busy times' : count === 1 ? '1 busy time' : `${count} busy times`} from ${from} to ${until}.`,
  unreadable: (count: number) =>
    count === 1
      ? '1 entry could not be read whole, so look at that time yourself.'
      : `${count} entries could not be read whole, so look at those times yourself.`,
  weeks: 'Which weeks they are in',
  inWeek: (monday: string, times: number) => `Week of ${monday}: ${times}`,
  send: 'Send these busy times',
  instead: 'They stand in place of those you sent before for these weeks. Nothing has been sent yet.',
  sent: 'Sent. No meeting is offered then.',
  notCalendar: 'This is not a calendar file. Choose one that ends in .ics.',
  tooLarge: 'This file is larger than 10 MB. Save a shorter stretch of your calendar and choose that.',
  unread: 'This file could not be opened. Choose it once more.',
  kept: (count: number, from: string, until: string) =>
    `Kinplan knows of ${count === 1 ? '1 busy time' : `${count} busy times`} of yours, from ${from} to ${until}.`,
  none: 'Kinplan knows of no busy times of yours yet.',
  forget: 'Take my busy times away',
} as const

export const feedWords = {
  heading: 'When Kinplan holds me',
  why: 'Your own calendar can show when a meeting holds you. Make an address, and add it there as a calendar from the internet.',
  says:
    'It shows times only, each called “Held”: no names, no places, no family. But anybody who has the address ' +
    'can read it, without signing in. Give it to nobody, and end it when you no longer use it.',
  make: 'Make an address',
  address: 'Your address',
  copy: 'Copy the address',
  copied: 'Copied.',
  notCopied: 'This browser does not let us copy. Mark the address and copy it yourself.',
  end: 'End the address',
  endSure: 'End the address?',
  endWhy: 'Calendars that read it show nothing any more. You can make a new one.',
  endYes: 'End it',
  endNo: 'Leave it',
} as const

export const awayWords = {
  heading: 'Away',
  why: 'Whole days on which no meeting is put where you have to be there.',
  none: 'No days away are written down.',
  one: (from: string, until: string) => (from === until ? from : `${from} to ${until}`),
  who: 'Who is away?',
  me: 'I am',
  from: 'First day',
  until: 'Last day',
  button: 'Write it down',
  takeAway: 'Take away',
  takeAwayNamed: (days: string) => `Take away: ${days}`,
} as const

const isOrAre = (name: string | null) => (name === null ? 'you are' : `${name} is`)
const capital = (words: string) => `${words.slice(0, 1).toUpperCase()}${words.slice(1)}`

/** What is said once days away were written down; `name` is null of oneself. */
export const awayWrittenWords = {
  written: (name: string | null, from: string, until: string) =>
    `Written down: ${isOrAre(name)} away ${from === until ? `on ${from}` : `from ${from} to ${until}`}.`,
  gone: 'Those days have gone by, so they are not in the list of days away.',
  heldForNone: (name: string | null) => `${capital(isOrAre(name))} held for no meeting then.`,
  heldFor: (name: string | null, count: number) =>
    `${capital(isOrAre(name))} held for ${count === 1 ? '1 meeting' : `${count} meetings`} in these days:`,
  whoSees: (name: string | null) =>
    'Nothing is moved by this. Whoever coordinates the meeting sees on its Times page, under ' +
    `“${bookedWords.movedHeading}”, that ${name ?? 'you'} cannot be there. If it is soon, ring them.`,
  notLooked: (name: string | null) => `Whether ${isOrAre(name)} held for a meeting then could not be looked at. Look at Week.`,
} as const

/** What the form says of refusals. */
export const awayRefusals: FieldRefusals = {
  until: {
    windowTooLong: `That is more than a year. Write down ${mostAwayDays} days at most.`,
    endBeforeStart: 'The last day cannot be before the first.',
  },
}

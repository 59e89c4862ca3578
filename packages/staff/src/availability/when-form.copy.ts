import type { Preference } from '@kinplan/domain/availability/availability-rule'
import type { DayCode, DayPartKind } from '@kinplan/domain/availability/month-of-rules'
import type { ShiftKind, ShiftPatternCode, ShiftQuestion } from '@kinplan/domain/availability/shift-patterns'
import type { WrittenKind } from './when-form-rows'

export const whenWords = {
  open: 'Say for them when they can come',
  before: (name: string) =>
    `Type what ${name} tells you. It is marked as written down by you, and stands in ` +
    'place of what was said before. Only the coordinator sees these hours.',
  zone: (zone: string) => `Hours are in ${zone}.`,
  headings: {
    ordinaryWeek: 'Ordinary weeks',
    shiftCycle: 'Shifts that repeat',
    roster: 'A list of shifts',
    cannot: 'Days that cannot be',
  } satisfies Record<WrittenKind, string>,
  rule: (place: number, heading: string) => `${place}. ${heading}`,
  saidMeanwhile: 'New: said while you were writing.',
  takenAwayMeanwhile: 'While you were writing, this was taken away:',
  writtenBy: (worker: string) => `Written down by ${worker}`,
  takeAway: 'Take this away',
  takeAwayNamed: (rule: string) => `Take this away: ${rule}`,
  addHeading: 'What else do they tell you?',
  add: {
    ordinaryWeek: 'Hours in ordinary weeks',
    shiftCycle: 'Shifts that repeat',
    roster: 'A list of shifts',
    cannot: 'Days that cannot be',
  } satisfies Record<WrittenKind, string>,
  nothing: 'Nothing is written down here now. Add what they tell you.',
  button: 'Save these times',
} as const

export const offerWords = {
  days: 'On which days?',
  start: 'From',
  end: 'To',
  apart: 'When they are not at work, between which hours could they come?',
  how: 'How could they take part then?',
  preference: 'How well would it suit them?',
  preferences: { better: 'Well', possible: 'It is possible', lastResort: 'Only if nothing else works' } satisfies Record<
    Preference,
    string
  >,
  timeOff: 'Would they need time off work for it?',
  timeOffShift: 'Could they ask for time off a shift?',
  timeOffNo: 'No',
  timeOffYes: 'Yes, with time off',
  noticeDays: 'How many days before must they ask for it?',
  noticeHint: '0 if they can ask on the day.',
} as const

export const cycleWords = {
  pattern: 'How do their shifts go?',
  patterns: {
    fourOnFourOffDays: { label: 'Four days on, four off', hint: 'day shifts' },
    fourOnFourOffNights: { label: 'Four nights on, four off', hint: 'night shifts' },
    twoDaysTwoNightsFourOff: { label: 'Two days, two nights, four off', hint: 'eight days in all' },
    twoTwoThree: { label: 'Two on, two off, three on', hint: 'every other weekend off (2-2-3)' },
    sixOnThreeOff: { label: 'Six on, three off', hint: 'nine days in all' },
    continental: { label: 'Continental', hint: 'earlies, lates and nights in twos and threes, four weeks in all' },
    own: { label: 'Another pattern', hint: 'put its days together' },
  } satisfies Record<ShiftPatternCode, { label: string; hint: string }>,
  questions: {
    daysStart: 'When does their next run of day shifts begin?',
    nightsStart: 'When does their next run of nights begin?',
    threeDaysStart: 'When does their next run of three day shifts begin?',
    threeNightsStart: 'When does their next run of three nights begin?',
    firstDay: 'Which date is day 1?',
  } satisfies Record<ShiftQuestion, string>,
  questionHint: 'One that has begun will do as well.',
  hoursOf: {
    day: 'Day shift',
    early: 'Early shift',
    late: 'Late shift',
    night: 'Night shift',
  } satisfies Record<ShiftKind, string>,
  begins: (shift: string) => `${shift}: begins`,
  ends: (shift: string) => `${shift}: ends`,
  sleep: 'Sleeps after a night until',
  sleepHint: 'Leave it empty if they need no sleep then.',
  shifts: 'Their shifts',
  shift: (place: number) => `Shift ${place}`,
  addShift: 'Another shift',
  days: 'The days, until the pattern begins again',
  day: (place: number) => `Day ${place}`,
  off: 'Off',
  addDay: 'Add a day',
  removeDay: 'Take the last day away',
  noDays: 'No days yet. Add the first.',
} as const

export const rosterWords = {
  text: 'The shifts, one a line',
  textHint: 'Typed, or pasted from a message or a spreadsheet: “4/1 18:00-06:00”, “Mon 4 Jan 6pm-6am”, “Tue 5 Jan off”.',
  understood: (shifts: number) => (shifts === 1 ? '1 shift was understood.' : `${shifts} shifts were understood.`),
  unreadable: (lines: number) =>
    lines === 1 ? 'This line was not understood, and is not kept:' : 'These lines were not understood, and are not kept:',
  line: (line: number) => `Line ${line}:`,
  from: 'The list begins on',
  until: 'The list ends on',
  span: 'Between these days, a day without a shift is a day off.',
} as const

export const cannotWords = {
  from: 'First day',
  until: 'Last day',
  untilHint: 'Empty for one day.',
} as const

export const keptWords = {
  heading: 'Said before, and kept',
  oneDay: (day: string, start: string, end: string) => `${day}: could come ${start} to ${end}`,
  calendar: (count: number, from: string, until: string) =>
    `From their calendar, ${from} to ${until}: ${count === 1 ? '1 busy time' : `${count} busy times`}`,
} as const

export const monthWords = {
  before: 'The month before',
  after: 'The month after',
  hint: 'Read it back to them. Arrow keys move from day to day.',
  list: 'The same in words',
  unfinished: 'What is not whole yet is not in the picture.',
  through: (first: string, last: string) => `${first} to ${last}`,
  codes: {
    can: { short: 'Free', words: 'free' },
    canPart: { short: 'Part', words: 'free for a part' },
    works: { short: 'Work', words: 'at work' },
    nights: { short: 'Night', words: 'at work by night' },
    asleep: { short: 'Sleep', words: 'asleep after a night' },
    cannot: { short: 'No', words: 'cannot come' },
    nothing: { short: '–', words: 'nothing said' },
  } satisfies Record<DayCode, { short: string; words: string }>,
  parts: {
    can: 'could come',
    work: 'at work',
    asleep: 'asleep',
    cannot: 'cannot come',
    timeOff: 'could come with time off',
  } satisfies Record<DayPartKind, string>,
  part: (kind: string, start: string, end: string) => `${kind} ${start} to ${end}`,
} as const

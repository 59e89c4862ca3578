import type { ShiftPatternCode, ShiftQuestion } from '@kinplan/domain/availability/shift-patterns'

export const patternWords: Record<ShiftPatternCode, { label: string; more: string }> = {
  fourOnFourOffDays: { label: '4 on, 4 off: days', more: 'Four days at work, then four days off' },
  fourOnFourOffNights: { label: '4 on, 4 off: nights', more: 'Four nights at work, then four days off' },
  twoDaysTwoNightsFourOff: { label: '2 days, 2 nights, 4 off', more: 'Two days, two nights, then four days off' },
  twoTwoThree: { label: '2-2-3', more: 'Two or three days at work, then two or three off. Every other weekend off' },
  sixOnThreeOff: { label: '6 on, 3 off', more: 'Six days at work, then three days off' },
  continental: { label: 'Continental', more: 'Earlies, lates and nights that move on every two or three days' },
  own: { label: 'Mine is different', more: 'Build it day by day' },
}

/** The one question that places a pattern in the calendar. */
export const questionWords: Record<ShiftQuestion, string> = {
  daysStart: 'Which day does your next run of days start?',
  nightsStart: 'Which day does your next run of nights start?',
  threeDaysStart: 'Which day do your next three days at work start?',
  threeNightsStart: 'Which day do your next three nights start?',
  firstDay: 'Which day is the first day of your pattern?',
}

/** The same, of a day that has gone by: it will do too, and from it the next one is counted. */
export const goneByWords: Record<ShiftQuestion, { willDo: string; next: string }> = {
  daysStart: { willDo: 'if your days started on it', next: 'your next days start' },
  nightsStart: { willDo: 'if your nights started on it', next: 'your next nights start' },
  threeDaysStart: { willDo: 'if three days at work started on it', next: 'your next three days at work start' },
  threeNightsStart: { willDo: 'if three nights started on it', next: 'your next three nights start' },
  firstDay: { willDo: 'if it was the first day of your pattern', next: 'your pattern starts again' },
}

export const shiftsWords = {
  title: 'Which pattern do you work?',
  today: 'today',
  tomorrow: 'tomorrow',
  moreDays: 'Show two more weeks',
  otherDay: 'Write a date',
  typeDay: 'The day',
  takeDay: 'Take this day',
  goneWillDo: (so: string) => `A day that has gone by will do too, ${so}.`,
  goneBy: (day: string, next: string, on: string) => `${day} has gone by. Counted from there, ${next} on ${on}. Is that right?`,
  goneYes: 'Yes, that is right',
  goneNo: 'No, another day',
  hoursTitle: 'Are these your hours?',
  hoursYes: 'Yes, go on',
  hoursChange: 'Change these hours',
  workNights: (hours: string) => `I work nights, ${hours}.`,
  workDays: (hours: string) => `I work ${hours}.`,
  sleep: (until: string) => `After a night I need to sleep until ${until}.`,
  else: (hours: string) => `When I am not at work or asleep I could come, ${hours}.`,
  elseCalendar: (hours: string) => `When nothing is in my calendar I could come, ${hours}.`,
  shiftNamed: (hours: string) => `The shift ${hours}`,
  startAt: 'I start at',
  finishAt: 'I finish at',
  sleepUntil: 'After a night I need to sleep until',
  sleepHint: 'Leave it empty if you do not sleep after a night.',
  sleepAfterEnd: 'This has to be later than the end of your night.',
  couldCome: 'When I could come otherwise',
  earliest: 'Not before',
  latest: 'Not after',
  wholeDay: 'That is a whole day, until the next day at the same time.',
  save: 'Save these hours',
}

export const ownWords = {
  title: 'How does your pattern go?',
  hint: 'One line for each day, until it begins again from the top.',
  day: (day: number) => `Day ${day}`,
  kinds: { work: 'Day', night: 'Night', off: 'Off' },
  add: 'Add a day',
  takeAway: 'Take away the last day',
  count: (days: number) => (days === 1 ? 'Your pattern has 1 day.' : `Your pattern has ${days} days. Then it begins again.`),
  hoursOf: { work: 'On a day shift', night: 'On a night shift' },
  allOff: 'Please choose at least one day or night at work.',
  goOn: 'Go on',
}

const shiftCount = (count: number) => (count === 0 ? '' : count === 1 ? '1 shift' : `${count} shifts`)

export const listWords = {
  title: 'Type or paste your shifts',
  label: 'My shifts',
  hint: 'One line for each shift, like “Mon 4 Jan 18:00-06:00”. Write “off” for a day off, if you like.',
  nothing: 'Please write at least one shift.',
  read: 'Read my shifts',
  couldRead: (shifts: number, daysOff: number) => {
    const off = daysOff === 0 ? '' : daysOff === 1 ? '1 day off' : `${daysOff} days off`
    return `We could read ${[shiftCount(shifts), off].filter(Boolean).join(' and ')}.`
  },
  couldReadNothing: 'We could not read any line yet.',
  couldNot: (lines: number) => (lines === 1 ? 'One line we could not:' : `${lines} lines we could not:`),
  mend: 'Lines to mend',
  mendHint: 'Change them here and read them again. The others are kept.',
  readAgain: 'Read these again',
  leaveOut: (lines: number) => (lines === 1 ? 'Leave this line out' : `Leave these ${lines} lines out`),
  reasons: 'Why we could not read them',
  leftOut: 'Between the first and the last day of this list, a day that you leave out counts as a day off.',
  leftOutBesidePattern:
    'From the first to the last day of this list only the list counts, not your pattern. A day that you leave out counts as a day off.',
  dayOff: (day: string) => `${day}, off`,
  see: 'See what we could read',
  startAgain: 'Start again with an empty list',
}

/** Why a line of a list cannot be read. `day`: the date beside a wrong weekday; `weekday`: the right one. */
export const faultWords = {
  noDate: 'Which day is it?',
  noSuchDay: 'There is no such day.',
  farAway: 'That day is too far away. Is the year right?',
  otherWeekday: (day: string, weekday: string) => `${day} is a ${weekday}.`,
  noTimes: 'When does it start, and when does it finish?',
  wrongEnd: 'It has to finish after it starts, and within a day.',
  tooMuch: 'Please write only the day and the times.',
}

export const calendarWords = {
  title: 'Put in a calendar file',
  lead:
    'This phone reads the file. Only the times when you are busy leave this phone. ' +
    'What they are called, where, and with whom does not.',
  how: 'How do I get a file?',
  howMore: 'In your calendar, look for “Export” or “Share”. It gives you a file that ends in .ics.',
  weeks: 'How far ahead is your calendar filled in?',
  weeksOf: (weeks: number) => `${weeks} weeks`,
  file: 'The calendar file',
  reading: 'Reading …',
  tooLarge: (megabytes: number) => `This file is larger than ${megabytes} megabytes. Please choose a smaller one, or ring.`,
  notCalendar: 'This is not a calendar file. It should end in .ics.',
  cannotRead: 'This phone could not read the file. Please try again.',
  found: (times: number) =>
    times === 0 ? 'You are not busy at any time' : times === 1 ? 'You are busy at 1 time' : `You are busy at ${times} times`,
  between: (from: string, until: string) => `from ${from} to ${until}.`,
  unreadable: (entries: number) => (entries === 1 ? '1 entry we could not read.' : `${entries} entries we could not read.`),
  replaces: 'It takes the place of the calendar you put in before.',
  save: 'Save my busy times',
}

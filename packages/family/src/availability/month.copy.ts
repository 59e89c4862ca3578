import type { DayCode } from '@kinplan/domain/availability/month-of-rules'

export const monthWords = {
  title: 'My month',
  hint: (hours: string) => `Touch a day to change it: first you cannot come, then you can come, ${hours}, then as it was.`,
  goTo: (month: string) => `Go to ${month}`,
  both: (month: string, next: string) =>
    month.slice(-4) === next.slice(-4) ? `${month.slice(0, -5)} and ${next}` : `${month} and ${next}`,
  list: 'The same as a list',
  nothingYet: 'You have not said when you can come.',
  sayMore: 'Say something more',
  said: 'What you have said',
  how: 'How you could join',
  change: 'Change',
  changeWhat: (what: string) => `Change: ${what}`,
  wroteDown: (worker: string) => `${worker} wrote this down for you on the phone.`,
  dayTo: 'to',
  and: ' and ',
  fromOn: (time: string) => `from ${time}`,
  sentence: (words: string, times: string) => (times ? `${words}, ${times}.` : `${words}.`),
  canToo: (times: string) => `You can come ${times}.`,
  withTimeOff: (times: string) => `With time off work also ${times}.`,
  gone: (day: string) => `${day}: gone by`,
}

export const weekdayWords = [
  { short: 'Mo', long: 'Monday' },
  { short: 'Tu', long: 'Tuesday' },
  { short: 'We', long: 'Wednesday' },
  { short: 'Th', long: 'Thursday' },
  { short: 'Fr', long: 'Friday' },
  { short: 'Sa', long: 'Saturday' },
  { short: 'Su', long: 'Sunday' },
]

/** What stands in a day of the picture. */
export const dayWords: Record<DayCode, string> = {
  can: 'Free',
  canPart: 'Part',
  works: 'Work',
  nights: 'Night',
  asleep: 'Sleep',
  cannot: 'No',
  nothing: '',
}

/** What a day is, read aloud. */
export const dayMore: Record<DayCode, string> = {
  can: 'you can come',
  canPart: 'you can come for a part',
  works: 'you work',
  nights: 'you work at night',
  asleep: 'you sleep after a night',
  cannot: 'you cannot come',
  nothing: 'you have said nothing',
}

/** What each kind of rule is called where everything said is read back. */
export const saidWords = {
  shiftCycle: (start: string) => `My shifts: a turn begins on ${start}`,
  roster: (days: string) => `My list of shifts, ${days}`,
  calendar: (days: string) => `My calendar, ${days}`,
  oneDay: (day: string) => `I can come on ${day}`,
  cannot: (days: string) => `I cannot come ${days}`,
  turn: (days: number, work: number) => `${days} days, ${work} of them at work, over and over, before that day too`,
  shifts: (count: number) => (count === 1 ? '1 shift' : `${count} shifts`),
  busy: (count: number) => (count === 1 ? 'busy at 1 time' : `busy at ${count} times`),
  free: (hours: string) => `otherwise I could come ${hours}`,
  timeOff: (days: number) =>
    days === 1 ? 'with time off work, if I ask 1 day before' : `with time off work, if I ask ${days} days before`,
}

export const timesWords = {
  onlySees: (name: string) =>
    `Only ${name}, your coordinator, sees these hours. They are used to find a time that fits everybody, and for nothing else.`,
  onlyCoordinator: 'Only your coordinator sees these hours, to find a time that fits everybody.',
  nextPage: 'Go on',
  done: 'That is all. Go home',
  saved: 'Saved.',
  savedSees: (name: string) => `Saved. Only ${name} sees this.`,
  saving: 'Saving …',
  startTitle: 'How do your days go?',
  startHint: 'Choose the one that fits best. You can add the others after.',
  starts: {
    days: { label: 'An ordinary week', more: 'Most weeks are much the same' },
    shifts: { label: 'I work shifts', more: 'Days, nights or both, in a pattern that comes round again' },
    list: { label: 'I have a list of my shifts', more: 'Type it, or paste it from a message' },
    calendar: { label: 'I have a calendar', more: 'Put in a calendar file. It stays on this phone' },
    cannot: { label: 'There are days I cannot come', more: 'A holiday, a hospital visit' },
  },
  toMonth: 'See my month',
  howTitle: 'How could you join?',
  howHint: 'Choose all that would work for you. You can be part of it without being in the room.',
  howOne: 'Please leave at least one, or ring to say that none will do.',
  daysTitle: 'When can you usually come?',
  daysHint: 'Think of an ordinary week. Choose all that would work.',
  exactLead: 'Do you know your times better?',
  toExact: 'Say exact times',
  exactTitle: 'Exact times in an ordinary week',
  exactHint: 'For school runs, a job with the same hours each week, or anything the big choices do not fit.',
  exactList: 'Times you have said',
  noExact: 'You have said no exact times.',
  addExact: 'Add a time',
  whichDays: 'On which days?',
  from: 'From',
  until: 'Until',
  add: 'Add this time',
  added: (what: string) => `Added: ${what}.`,
  takenAway: (what: string) => `Taken away: ${what}.`,
  moreAboutThisTime: 'More about this time',
  takeAway: 'Take away',
  takeAwayNamed: (what: string) => `Take away ${what}`,
  cannotTitle: 'Are there days when you cannot come?',
  cannotHint: 'A holiday, a hospital visit, a long shift. You need not say why.',
  cannotList: 'Days you cannot come',
  noCannot: 'You have said no such days.',
  firstDay: 'First day',
  lastDay: 'Last day',
  lastDayHint: 'Leave it empty for one day.',
  addCannot: 'Add these days',
  chooseDay: 'Please choose at least one day.',
  endAfterStart: 'The end has to come after the start. For a night, add two times: one up to midnight, one from midnight.',
  lastAfterFirst: 'The last day has to come after the first.',
  needTime: 'Please write a time, like 14:30.',
  needDay: 'Please choose a day from the calendar.',
  noSuchDay: 'There is no such day. Please look at the date again.',
  weekdays: ['', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'],
  mondayToFriday: 'Monday to Friday',
  everyDay: 'Every day',
  to: 'to',
}

/** Where something was said somewhere else, while something was being said here. */
export const meanwhileWords = {
  heading: 'Your last change is not saved yet',
  lead: 'Just before, your times were changed somewhere else: on another phone, or by your coordinator for you.',
  news: {
    added: 'This is new, and stays:',
    takenAway: 'This was taken away:',
    replaced: 'This is new, but what you say here would take its place:',
  },
  yours: 'What you said here is still on this page. Please look at all of it, then save it.',
  save: 'Save all of this',
}

export const pickWords = {
  mornings: { label: 'Weekday mornings', hint: 'Monday to Friday, 9 am to noon' },
  afternoons: { label: 'Weekday afternoons', hint: 'Monday to Friday, noon to 5 pm' },
  evenings: { label: 'Weekday evenings', hint: 'Monday to Friday, 5 pm to 8 pm' },
  saturday: { label: 'Saturday', hint: '9 am to 5 pm' },
  sunday: { label: 'Sunday', hint: '9 am to 5 pm' },
}

export const moreAboutPick = {
  mornings: 'More about weekday mornings',
  afternoons: 'More about weekday afternoons',
  evenings: 'More about weekday evenings',
  saturday: 'More about Saturday',
  sunday: 'More about Sunday',
}

export const likingWords = {
  label: 'How well does it suit you?',
  better: 'It suits me well',
  possible: 'It is all right',
  lastResort: 'Only if nothing else fits',
}

export const timeOffWords = {
  onlyIf: 'Do you need time off work for it?',
  noNeed: 'No',
  title: 'Can you ask for time off work?',
  hint: 'Then a day on which you work is possible too. Nobody asks your employer but you.',
  cannotAsk: 'No, or I would rather not',
  weeksBefore: (weeks: number) => `Yes, if I ask ${weeks === 1 ? 'a week' : `${weeks} weeks`} before`,
  otherNotice: 'Yes, with another number of days',
  days: 'How many days before do you have to ask?',
  daysWrong: (most: number) => `Please write a number from 0 to ${most}.`,
}

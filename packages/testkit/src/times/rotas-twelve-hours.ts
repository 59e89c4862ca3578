import type { PublishedRota } from './published-rota'

const days = { start: '06:00', end: '18:00' }
const nights = { start: '18:00', end: '06:00' }

/** Twelve-hour shifts in runs of two, three and four. */
export const twelveHourRotas: readonly PublishedRota[] = [
  {
    name: 'four on, four off, days',
    source: 'commonly described (from memory), also in Wikipedia, Shift plan',
    hours: { D: days },
    cycle: 'DDDDOOOO',
    cycleFrom: '2027-01-01',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Mon 22 D, Tue 23 D, Wed 24 D, Thu 25 D, Fri 26 O, Sat 27 O, Sun 28 O, Mon 29 O, Tue 30 D, Wed 31 D',
      '2027-04': 'Thu 1 D, Fri 2 D, Sat 3 O, Sun 4 O',
    },
    freeAgain: [],
  },
  {
    name: 'four on, four off, nights',
    source: 'commonly described (from memory), also in Wikipedia, Shift plan',
    hours: { N: nights },
    sleepUntil: '14:00',
    cycle: 'NNNNOOOO',
    cycleFrom: '2027-02-14',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Fri 26 N, Sat 27 N, Sun 28 N, Mon 29 N, Tue 30 O, Wed 31 O',
      '2027-04': 'Thu 1 O, Fri 2 O, Sat 3 N, Sun 4 N, Mon 5 N, Tue 6 N, Wed 7 O, Thu 8 O',
    },
    freeAgain: ['2027-03-30 14:00', '2027-04-07 14:00'],
  },
  {
    name: 'four on, four off, days and nights in turn',
    source: 'commonly described (from memory)',
    hours: { D: days, N: nights },
    sleepUntil: '14:00',
    cycle: 'DDDDOOOONNNNOOOO',
    cycleFrom: '2027-11-03',
    dayBefore: 'O',
    worked: {
      '2027-10':
        'Mon 18 D, Tue 19 D, Wed 20 D, Thu 21 D, Fri 22 O, Sat 23 O, Sun 24 O, ' +
        'Mon 25 O, Tue 26 N, Wed 27 N, Thu 28 N, Fri 29 N, Sat 30 O, Sun 31 O',
      '2027-11': 'Mon 1 O, Tue 2 O',
    },
    freeAgain: ['2027-10-30 14:00'],
  },
  {
    name: 'two days, two nights, four off',
    source: 'commonly described (from memory)',
    hours: { D: days, N: nights },
    sleepUntil: '14:00',
    cycle: 'DDNNOOOO',
    cycleFrom: '2027-10-25',
    dayBefore: 'O',
    worked: {
      '2027-10': 'Mon 25 D, Tue 26 D, Wed 27 N, Thu 28 N, Fri 29 O, Sat 30 O, Sun 31 O',
      '2027-11': 'Mon 1 O, Tue 2 D, Wed 3 D, Thu 4 N, Fri 5 N, Sat 6 O, Sun 7 O',
    },
    freeAgain: ['2027-10-29 14:00', '2027-11-06 14:00'],
  },
  {
    name: '2-2-3, days (Panama with two teams)',
    source:
      'poletoparis.com on shifts: Panama, a 14-day cycle; commonly described (from ' +
      'memory) as two on, two off, three on, two off, two on, three off',
    hours: { D: { start: '07:00', end: '19:00' } },
    cycle: 'DDOODDDOODDOOO',
    cycleFrom: '2026-01-05',
    dayBefore: 'O',
    worked: {
      '2027-01':
        'Mon 4 D, Tue 5 D, Wed 6 O, Thu 7 O, Fri 8 D, Sat 9 D, Sun 10 D, Mon 11 O, ' +
        'Tue 12 O, Wed 13 D, Thu 14 D, Fri 15 O, Sat 16 O, Sun 17 O',
    },
    freeAgain: [],
  },
  {
    name: 'Panama, two weeks of days and two of nights',
    source: 'commonly described (from memory) as the slow rotation of the 2-2-3',
    hours: { D: days, N: nights },
    sleepUntil: '13:30',
    cycle: 'DDOODDDOODDOOONNOONNNOONNOOO',
    cycleFrom: '2027-03-15',
    dayBefore: 'O',
    worked: {
      '2027-03':
        'Mon 15 D, Tue 16 D, Wed 17 O, Thu 18 O, Fri 19 D, Sat 20 D, Sun 21 D, Mon 22 O, Tue 23 O, ' +
        'Wed 24 D, Thu 25 D, Fri 26 O, Sat 27 O, Sun 28 O, Mon 29 N, Tue 30 N, Wed 31 O',
      '2027-04': 'Thu 1 O, Fri 2 N, Sat 3 N, Sun 4 N, Mon 5 O, Tue 6 O, Wed 7 N, Thu 8 N, Fri 9 O, Sat 10 O, Sun 11 O',
    },
    freeAgain: ['2027-03-31 13:30', '2027-04-05 13:30', '2027-04-09 13:30'],
  },
  {
    name: 'Pitman, nights',
    source: 'commonly described (from memory): the two night teams of the Pitman schedule',
    hours: { N: { start: '19:00', end: '07:00' } },
    sleepUntil: '15:00',
    cycle: 'NNOONNNOONNOOO',
    cycleFrom: '2027-10-04',
    dayBefore: 'O',
    worked: {
      '2027-10':
        'Mon 18 N, Tue 19 N, Wed 20 O, Thu 21 O, Fri 22 N, Sat 23 N, Sun 24 N, ' +
        'Mon 25 O, Tue 26 O, Wed 27 N, Thu 28 N, Fri 29 O, Sat 30 O, Sun 31 O',
    },
    freeAgain: ['2027-10-20 15:00', '2027-10-25 15:00', '2027-10-29 15:00'],
  },
  {
    name: '3-2-2-3',
    source: 'commonly described (from memory): three on, two off, two on, three off, two on, two off',
    hours: { D: days },
    cycle: 'DDDOODDOOODDOO',
    cycleFrom: '2027-01-01',
    dayBefore: 'O',
    worked: {
      '2027-01':
        'Fri 1 D, Sat 2 D, Sun 3 D, Mon 4 O, Tue 5 O, Wed 6 D, Thu 7 D, Fri 8 O, Sat 9 O, Sun 10 O, Mon 11 D, Tue 12 D, Wed 13 O, Thu 14 O',
    },
    freeAgain: [],
  },
  {
    name: 'DuPont',
    source: 'assembled.com, WFM glossary, DuPont shift schedule; getsling.com, DuPont shift schedule',
    hours: { D: { start: '08:00', end: '20:00' }, N: { start: '20:00', end: '08:00' } },
    sleepUntil: '16:00',
    cycle: 'NNNNOOODDDONNNOOODDDDOOOOOOO',
    cycleFrom: '2027-03-01',
    dayBefore: 'O',
    worked: {
      '2027-03':
        'Mon 1 N, Tue 2 N, Wed 3 N, Thu 4 N, Fri 5 O, Sat 6 O, Sun 7 O, Mon 8 D, ' +
        'Tue 9 D, Wed 10 D, Thu 11 O, Fri 12 N, Sat 13 N, Sun 14 N, ' +
        'Mon 15 O, Tue 16 O, Wed 17 O, Thu 18 D, Fri 19 D, Sat 20 D, Sun 21 D, ' +
        'Mon 22 O, Tue 23 O, Wed 24 O, Thu 25 O, Fri 26 O, Sat 27 O, Sun 28 O',
    },
    freeAgain: ['2027-03-05 16:00', '2027-03-15 16:00'],
  },
  {
    name: 'three on, three off, days',
    source: 'commonly described (from memory)',
    hours: { D: { start: '07:00', end: '19:00' } },
    cycle: 'DDDOOO',
    cycleFrom: '2028-02-26',
    dayBefore: 'O',
    worked: {
      '2028-02': 'Sat 26 D, Sun 27 D, Mon 28 D, Tue 29 O',
      '2028-03': 'Wed 1 O, Thu 2 O, Fri 3 D, Sat 4 D, Sun 5 D, Mon 6 O, Tue 7 O, Wed 8 O, Thu 9 D, Fri 10 D',
    },
    freeAgain: [],
  },
  {
    name: 'three on, three off, days and nights in turn',
    source: 'commonly described (from memory)',
    hours: { D: { start: '07:00', end: '19:00' }, N: { start: '19:00', end: '07:00' } },
    sleepUntil: '14:15',
    cycle: 'DDDOOONNNOOO',
    cycleFrom: '2028-01-03',
    dayBefore: 'O',
    worked: {
      '2028-01': 'Mon 3 D, Tue 4 D, Wed 5 D, Thu 6 O, Fri 7 O, Sat 8 O, Sun 9 N, Mon 10 N, Tue 11 N, Wed 12 O, Thu 13 O, Fri 14 O',
    },
    freeAgain: ['2028-01-12 14:15'],
  },
  {
    name: 'three days, three nights, six off',
    source: 'commonly described (from memory)',
    hours: { D: days, N: nights },
    sleepUntil: '12:00',
    cycle: 'DDDNNNOOOOOO',
    cycleFrom: '2027-03-20',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Sat 20 D, Sun 21 D, Mon 22 D, Tue 23 N, Wed 24 N, Thu 25 N, Fri 26 O, Sat 27 O, Sun 28 O, Mon 29 O, Tue 30 O, Wed 31 O',
    },
    freeAgain: ['2027-03-26 12:00'],
  },
  {
    name: 'day, night, two off',
    source: 'Wikipedia, Shift plan: DNOO, preferred because the days off follow the night',
    hours: { D: { start: '08:00', end: '20:00' }, N: { start: '20:00', end: '08:00' } },
    sleepUntil: '15:00',
    cycle: 'DNOO',
    cycleFrom: '2027-10-29',
    dayBefore: 'O',
    worked: {
      '2027-10': 'Fri 29 D, Sat 30 N, Sun 31 O',
      '2027-11': 'Mon 1 O, Tue 2 D, Wed 3 N, Thu 4 O, Fri 5 O, Sat 6 D, Sun 7 N, Mon 8 O, Tue 9 O',
    },
    freeAgain: ['2027-10-31 15:00', '2027-11-04 15:00', '2027-11-08 15:00'],
  },
]

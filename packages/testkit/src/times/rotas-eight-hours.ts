import type { PublishedRota } from './published-rota'

const early = { start: '06:00', end: '14:00' }
const late = { start: '14:00', end: '22:00' }
const night = { start: '22:00', end: '06:00' }

/** Eight hours or so at a time, many of them by the week. */
export const eightHourRotas: readonly PublishedRota[] = [
  {
    name: 'Metropolitan: two earlies, two lates, two nights, two off',
    source:
      'commonly described (from memory); Occupational and Environmental Medicine ' +
      '(oem.bmj.com), table of shift rotas: 8h (2-2-2) delaying continuous',
    hours: { E: early, L: late, N: night },
    sleepUntil: '13:00',
    cycle: 'EELLNNOO',
    cycleFrom: '2027-03-22',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Mon 22 E, Tue 23 E, Wed 24 L, Thu 25 L, Fri 26 N, Sat 27 N, Sun 28 O, Mon 29 O, Tue 30 E, Wed 31 E',
      '2027-04': 'Thu 1 L, Fri 2 L, Sat 3 N, Sun 4 N, Mon 5 O, Tue 6 O',
    },
    freeAgain: ['2027-03-28 13:00', '2027-04-05 13:00'],
  },
  {
    name: 'continental: 2-2-3 through earlies, lates and nights',
    source:
      'commonly described (from memory); Occupational and Environmental Medicine ' +
      '(oem.bmj.com), table of shift rotas: 8h (2-2-3) delaying continuous',
    hours: { E: early, L: late, N: night },
    sleepUntil: '12:00',
    cycle: 'EELLNNNOOEELLLNNOOEEELLNNOOO',
    cycleFrom: '2027-10-11',
    dayBefore: 'O',
    worked: {
      '2027-10':
        'Mon 11 E, Tue 12 E, Wed 13 L, Thu 14 L, Fri 15 N, Sat 16 N, Sun 17 N, ' +
        'Mon 18 O, Tue 19 O, Wed 20 E, Thu 21 E, Fri 22 L, Sat 23 L, Sun 24 L, ' +
        'Mon 25 N, Tue 26 N, Wed 27 O, Thu 28 O, Fri 29 E, Sat 30 E, Sun 31 E',
      '2027-11': 'Mon 1 L, Tue 2 L, Wed 3 N, Thu 4 N, Fri 5 O, Sat 6 O, Sun 7 O',
    },
    freeAgain: ['2027-10-18 12:00', '2027-10-27 12:00', '2027-11-05 12:00'],
  },
  {
    name: 'three shifts by the week, backwards',
    source:
      'Occupational and Environmental Medicine (oem.bmj.com), table of shift rotas: 8h ' +
      'advancing discontinuous, there with four nights; with five as commonly described',
    hours: { E: early, L: late, N: night },
    sleepUntil: '12:30',
    cycle: 'NNNNNOOLLLLLOOEEEEEOO',
    cycleFrom: '2027-02-15',
    dayBefore: 'O',
    worked: {
      '2027-02':
        'Mon 15 N, Tue 16 N, Wed 17 N, Thu 18 N, Fri 19 N, Sat 20 O, Sun 21 O, ' +
        'Mon 22 L, Tue 23 L, Wed 24 L, Thu 25 L, Fri 26 L, Sat 27 O, Sun 28 O',
      '2027-03': 'Mon 1 E, Tue 2 E, Wed 3 E, Thu 4 E, Fri 5 E, Sat 6 O, Sun 7 O',
    },
    freeAgain: ['2027-02-20 12:30'],
  },
  {
    name: 'three shifts by the week, forwards',
    source:
      'Occupational and Environmental Medicine (oem.bmj.com), table of shift rotas: 8h ' +
      'delaying discontinuous, there with four nights; with five as commonly described',
    hours: { E: early, L: late, N: night },
    sleepUntil: '13:00',
    cycle: 'EEEEEOOLLLLLOONNNNNOO',
    cycleFrom: '2027-04-19',
    dayBefore: 'O',
    worked: {
      '2027-04': 'Mon 19 E, Tue 20 E, Wed 21 E, Thu 22 E, Fri 23 E, Sat 24 O, Sun 25 O, Mon 26 L, Tue 27 L, Wed 28 L, Thu 29 L, Fri 30 L',
      '2027-05': 'Sat 1 O, Sun 2 O, Mon 3 N, Tue 4 N, Wed 5 N, Thu 6 N, Fri 7 N, Sat 8 O, Sun 9 O',
    },
    freeAgain: ['2027-05-08 13:00'],
  },
  {
    name: 'earlies and lates, week about',
    source: 'commonly described (from memory)',
    hours: { E: early, L: late },
    cycle: 'EEEEEOOLLLLLOO',
    cycleFrom: '2027-05-24',
    dayBefore: 'O',
    worked: {
      '2027-05': 'Mon 24 E, Tue 25 E, Wed 26 E, Thu 27 E, Fri 28 E, Sat 29 O, Sun 30 O, Mon 31 L',
      '2027-06': 'Tue 1 L, Wed 2 L, Thu 3 L, Fri 4 L, Sat 5 O, Sun 6 O',
    },
    freeAgain: [],
  },
  {
    name: 'five on, two off',
    source: 'commonly described (from memory): the ordinary working week',
    hours: { D: { start: '08:30', end: '17:00' } },
    cycle: 'DDDDDOO',
    cycleFrom: '2027-01-04',
    dayBefore: 'O',
    worked: {
      '2027-12': 'Mon 20 D, Tue 21 D, Wed 22 D, Thu 23 D, Fri 24 D, Sat 25 O, Sun 26 O, Mon 27 D, Tue 28 D, Wed 29 D, Thu 30 D, Fri 31 D',
      '2028-01': 'Sat 1 O, Sun 2 O',
    },
    freeAgain: [],
  },
  {
    name: 'six on, three off',
    source: 'commonly described (from memory)',
    hours: { D: early },
    cycle: 'DDDDDDOOO',
    cycleFrom: '2027-03-18',
    dayBefore: 'O',
    worked: {
      '2027-03':
        'Thu 18 D, Fri 19 D, Sat 20 D, Sun 21 D, Mon 22 D, Tue 23 D, Wed 24 O, ' +
        'Thu 25 O, Fri 26 O, Sat 27 D, Sun 28 D, Mon 29 D, Tue 30 D, Wed 31 D',
      '2027-04': 'Thu 1 D, Fri 2 O, Sat 3 O, Sun 4 O',
    },
    freeAgain: [],
  },
  {
    name: 'four on, three off',
    source: 'commonly described (from memory): four days of ten hours',
    hours: { D: { start: '07:00', end: '17:30' } },
    cycle: 'DDDDOOO',
    cycleFrom: '2027-01-25',
    dayBefore: 'O',
    worked: {
      '2027-01': 'Mon 25 D, Tue 26 D, Wed 27 D, Thu 28 D, Fri 29 O, Sat 30 O, Sun 31 O',
      '2027-02': 'Mon 1 D, Tue 2 D, Wed 3 D, Thu 4 D, Fri 5 O, Sat 6 O, Sun 7 O',
    },
    freeAgain: [],
  },
  {
    name: '9/80: nine hours, every other Friday off',
    source: 'commonly described (from memory): eighty hours in nine days',
    hours: { D: { start: '07:00', end: '16:45' }, S: { start: '07:00', end: '15:45' } },
    cycle: 'DDDDSOODDDDOOO',
    cycleFrom: '2027-06-07',
    dayBefore: 'O',
    worked: {
      '2027-06':
        'Mon 7 D, Tue 8 D, Wed 9 D, Thu 10 D, Fri 11 S, Sat 12 O, Sun 13 O, ' +
        'Mon 14 D, Tue 15 D, Wed 16 D, Thu 17 D, Fri 18 O, Sat 19 O, Sun 20 O',
    },
    freeAgain: [],
  },
  {
    name: 'four nights a week',
    source: 'commonly described (from memory) for warehouses: Monday to Thursday nights',
    hours: { N: { start: '21:45', end: '07:15' } },
    sleepUntil: '14:30',
    cycle: 'NNNNOOO',
    cycleFrom: '2027-03-29',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Mon 29 N, Tue 30 N, Wed 31 N',
      '2027-04': 'Thu 1 N, Fri 2 O, Sat 3 O, Sun 4 O, Mon 5 N, Tue 6 N, Wed 7 N, Thu 8 N, Fri 9 O, Sat 10 O, Sun 11 O',
    },
    freeAgain: ['2027-04-02 14:30', '2027-04-09 14:30'],
  },
]

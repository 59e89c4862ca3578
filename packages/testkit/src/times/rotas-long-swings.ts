import type { PublishedRota } from './published-rota'

const days = { start: '06:00', end: '18:00' }
const nights = { start: '18:00', end: '06:00' }

/** A week or longer at a stretch. */
export const longSwingRotas: readonly PublishedRota[] = [
  {
    name: 'seven on, seven off, days',
    source: 'commonly described (from memory)',
    hours: { D: days },
    cycle: 'DDDDDDDOOOOOOO',
    cycleFrom: '2027-03-24',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Wed 24 D, Thu 25 D, Fri 26 D, Sat 27 D, Sun 28 D, Mon 29 D, Tue 30 D, Wed 31 O',
      '2027-04': 'Thu 1 O, Fri 2 O, Sat 3 O, Sun 4 O, Mon 5 O, Tue 6 O',
    },
    freeAgain: [],
  },
  {
    name: 'seven on, seven off, days and nights in turn',
    source: 'commonly described (from memory)',
    hours: { D: days, N: nights },
    sleepUntil: '13:00',
    cycle: 'DDDDDDDOOOOOOONNNNNNNOOOOOOO',
    cycleFrom: '2027-10-07',
    dayBefore: 'O',
    worked: {
      '2027-10':
        'Thu 7 D, Fri 8 D, Sat 9 D, Sun 10 D, Mon 11 D, Tue 12 D, Wed 13 D, Thu 14 O, ' +
        'Fri 15 O, Sat 16 O, Sun 17 O, Mon 18 O, Tue 19 O, Wed 20 O, ' +
        'Thu 21 N, Fri 22 N, Sat 23 N, Sun 24 N, Mon 25 N, Tue 26 N, Wed 27 N, Thu 28 O, Fri 29 O, Sat 30 O, Sun 31 O',
      '2027-11': 'Mon 1 O, Tue 2 O, Wed 3 O',
    },
    freeAgain: ['2027-10-28 13:00'],
  },
  {
    name: 'two weeks on, two weeks off (offshore)',
    source: 'commonly described (from memory) for platforms in the North Sea',
    hours: { D: { start: '07:00', end: '19:00' } },
    cycle: 'DDDDDDDDDDDDDDOOOOOOOOOOOOOO',
    cycleFrom: '2027-02-02',
    dayBefore: 'O',
    worked: {
      '2027-02':
        'Tue 2 D, Wed 3 D, Thu 4 D, Fri 5 D, Sat 6 D, Sun 7 D, Mon 8 D, Tue 9 D, ' +
        'Wed 10 D, Thu 11 D, Fri 12 D, Sat 13 D, Sun 14 D, Mon 15 D, ' +
        'Tue 16 O, Wed 17 O, Thu 18 O, Fri 19 O, Sat 20 O, Sun 21 O, Mon 22 O, Tue 23 O, Wed 24 O, Thu 25 O, Fri 26 O, Sat 27 O, Sun 28 O',
      '2027-03': 'Mon 1 O',
    },
    freeAgain: [],
  },
  {
    name: 'eight on, six off (fly in, fly out)',
    source: 'commonly described (from memory) for mines in Australia: the 8/6',
    hours: { D: days },
    cycle: 'DDDDDDDDOOOOOO',
    cycleFrom: '2027-06-01',
    dayBefore: 'O',
    worked: {
      '2027-06':
        'Tue 1 D, Wed 2 D, Thu 3 D, Fri 4 D, Sat 5 D, Sun 6 D, Mon 7 D, Tue 8 D, Wed 9 O, Thu 10 O, Fri 11 O, Sat 12 O, Sun 13 O, Mon 14 O',
    },
    freeAgain: [],
  },
  {
    name: 'seven days, seven nights, seven off (fly in, fly out)',
    source: 'commonly described (from memory) for mines in Australia: the 2:1 swing',
    hours: { D: days, N: nights },
    sleepUntil: '13:15',
    cycle: 'DDDDDDDNNNNNNNOOOOOOO',
    cycleFrom: '2027-06-09',
    dayBefore: 'O',
    worked: {
      '2027-06':
        'Wed 9 D, Thu 10 D, Fri 11 D, Sat 12 D, Sun 13 D, Mon 14 D, Tue 15 D, ' +
        'Wed 16 N, Thu 17 N, Fri 18 N, Sat 19 N, Sun 20 N, Mon 21 N, Tue 22 N, ' +
        'Wed 23 O, Thu 24 O, Fri 25 O, Sat 26 O, Sun 27 O, Mon 28 O, Tue 29 O',
    },
    freeAgain: ['2027-06-23 13:15'],
  },
  {
    name: 'ten on, four off',
    source: 'commonly described (from memory) for power stations and camps',
    hours: { D: { start: '07:00', end: '17:00' } },
    cycle: 'DDDDDDDDDDOOOO',
    cycleFrom: '2027-06-14',
    dayBefore: 'O',
    worked: {
      '2027-06':
        'Mon 14 D, Tue 15 D, Wed 16 D, Thu 17 D, Fri 18 D, Sat 19 D, Sun 20 D, ' +
        'Mon 21 D, Tue 22 D, Wed 23 D, Thu 24 O, Fri 25 O, Sat 26 O, Sun 27 O',
    },
    freeAgain: [],
  },
  {
    name: 'Southern swing',
    source: 'commonly described (from memory): seven days, two off, seven late, two off, seven nights, three off',
    hours: { D: { start: '07:00', end: '15:00' }, L: { start: '15:00', end: '23:00' }, N: { start: '23:00', end: '07:00' } },
    sleepUntil: '15:00',
    cycle: 'DDDDDDDOOLLLLLLLOONNNNNNNOOO',
    cycleFrom: '2027-10-06',
    dayBefore: 'O',
    worked: {
      '2027-10':
        'Wed 6 D, Thu 7 D, Fri 8 D, Sat 9 D, Sun 10 D, Mon 11 D, Tue 12 D, Wed 13 O, Thu 14 O, ' +
        'Fri 15 L, Sat 16 L, Sun 17 L, Mon 18 L, Tue 19 L, Wed 20 L, Thu 21 L, ' +
        'Fri 22 O, Sat 23 O, Sun 24 N, Mon 25 N, Tue 26 N, Wed 27 N, Thu 28 N, Fri 29 N, Sat 30 N, Sun 31 O',
      '2027-11': 'Mon 1 O, Tue 2 O',
    },
    freeAgain: ['2027-10-31 15:00'],
  },
  {
    name: '5-5-4: five on and four off twice, then five on and five off',
    source: 'commonly described (from memory) for police in ten-hour shifts',
    hours: { D: { start: '07:00', end: '17:00' } },
    cycle: 'DDDDDOOOODDDDDOOOODDDDDOOOOO',
    cycleFrom: '2027-05-03',
    dayBefore: 'O',
    worked: {
      '2027-05':
        'Mon 3 D, Tue 4 D, Wed 5 D, Thu 6 D, Fri 7 D, Sat 8 O, Sun 9 O, Mon 10 O, ' +
        'Tue 11 O, Wed 12 D, Thu 13 D, Fri 14 D, Sat 15 D, Sun 16 D, ' +
        'Mon 17 O, Tue 18 O, Wed 19 O, Thu 20 O, Fri 21 D, Sat 22 D, Sun 23 D, ' +
        'Mon 24 D, Tue 25 D, Wed 26 O, Thu 27 O, Fri 28 O, Sat 29 O, Sun 30 O',
    },
    freeAgain: [],
  },
]

import type { PublishedRota } from './published-rota'

const aDayAndANight = { start: '08:00', end: '08:00' }

/** Fire, police, ambulance and hospital. */
export const emergencyRotas: readonly PublishedRota[] = [
  {
    name: 'fire service 2-2-4: two days, two nights, four off',
    source: 'commonly described (from memory) for whole-time stations in the United Kingdom',
    hours: { D: { start: '09:00', end: '18:00' }, N: { start: '18:00', end: '09:00' } },
    sleepUntil: '15:00',
    cycle: 'DDNNOOOO',
    cycleFrom: '2027-03-25',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Thu 25 D, Fri 26 D, Sat 27 N, Sun 28 N, Mon 29 O, Tue 30 O, Wed 31 O',
      '2027-04': 'Thu 1 O, Fri 2 D, Sat 3 D, Sun 4 N, Mon 5 N, Tue 6 O, Wed 7 O',
    },
    freeAgain: ['2027-03-29 15:00', '2027-04-06 15:00'],
  },
  {
    name: 'fire service 24/48',
    source: 'applygjpd.com, FAQ: 24 hour shifts from 8 am to 8 am; commonly described as one day on, two off',
    hours: { X: aDayAndANight },
    cycle: 'XOO',
    cycleFrom: '2027-03-27',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Sat 27 X, Sun 28 O, Mon 29 O, Tue 30 X, Wed 31 O',
      '2027-04': 'Thu 1 O, Fri 2 X, Sat 3 O, Sun 4 O, Mon 5 X, Tue 6 O, Wed 7 O',
    },
    freeAgain: ['2027-03-28 08:00', '2027-03-31 08:00', '2027-04-03 08:00', '2027-04-06 08:00'],
  },
  {
    name: 'fire service 48/96',
    source: 'commonly described (from memory): two days and nights together, then four days off',
    hours: { X: aDayAndANight },
    cycle: 'XXOOOO',
    cycleFrom: '2027-10-29',
    dayBefore: 'O',
    worked: {
      '2027-10': 'Fri 29 X, Sat 30 X, Sun 31 O',
      '2027-11': 'Mon 1 O, Tue 2 O, Wed 3 O, Thu 4 X, Fri 5 X, Sat 6 O, Sun 7 O, Mon 8 O, Tue 9 O',
    },
    freeAgain: ['2027-10-31 08:00', '2027-11-06 08:00'],
  },
  {
    name: 'fire service, Kelly',
    source: 'community.bmscentral.com, Kelly shift pattern: on, off, on, off, on, then four days off',
    hours: { X: aDayAndANight },
    sleepUntil: '11:00',
    cycle: 'XOXOXOOOO',
    cycleFrom: '2027-01-11',
    dayBefore: 'O',
    worked: { '2027-01': 'Mon 11 X, Tue 12 O, Wed 13 X, Thu 14 O, Fri 15 X, Sat 16 O, Sun 17 O, Mon 18 O, Tue 19 O' },
    freeAgain: ['2027-01-12 11:00', '2027-01-14 11:00', '2027-01-16 11:00'],
  },
  {
    name: 'police 2-2-2-4: two earlies, two lates, two nights, four off',
    source: 'commonly described (from memory) for response teams in England: the variable shift arrangement',
    hours: { E: { start: '07:00', end: '16:00' }, L: { start: '15:00', end: '00:00' }, N: { start: '22:00', end: '07:00' } },
    sleepUntil: '14:00',
    cycle: 'EELLNNOOOO',
    cycleFrom: '2027-03-21',
    dayBefore: 'O',
    worked: {
      '2027-03': 'Sun 21 E, Mon 22 E, Tue 23 L, Wed 24 L, Thu 25 N, Fri 26 N, Sat 27 O, Sun 28 O, Mon 29 O, Tue 30 O, Wed 31 E',
      '2027-04': 'Thu 1 E, Fri 2 L, Sat 3 L',
    },
    freeAgain: ['2027-03-27 14:00'],
  },
  {
    name: 'ambulance relief, twelve hours',
    source: 'from memory: an example of a relief line as ambulance services describe them',
    hours: { D: { start: '06:30', end: '18:30' }, N: { start: '18:30', end: '06:30' } },
    sleepUntil: '13:45',
    cycle: 'DDOONNOODDONOO',
    cycleFrom: '2027-03-08',
    dayBefore: 'O',
    worked: {
      '2027-03':
        'Mon 8 D, Tue 9 D, Wed 10 O, Thu 11 O, Fri 12 N, Sat 13 N, Sun 14 O, ' +
        'Mon 15 O, Tue 16 D, Wed 17 D, Thu 18 O, Fri 19 N, Sat 20 O, Sun 21 O',
    },
    freeAgain: ['2027-03-14 13:45', '2027-03-20 13:45'],
  },
  {
    name: 'nursing, three long days in seven',
    source: 'commonly described (from memory) for hospital wards',
    hours: { D: { start: '07:30', end: '20:00' } },
    cycle: 'DDOODOO',
    cycleFrom: '2027-05-10',
    dayBefore: 'O',
    worked: {
      '2027-05':
        'Mon 10 D, Tue 11 D, Wed 12 O, Thu 13 O, Fri 14 D, Sat 15 O, Sun 16 O, ' +
        'Mon 17 D, Tue 18 D, Wed 19 O, Thu 20 O, Fri 21 D, Sat 22 O, Sun 23 O',
    },
    freeAgain: [],
  },
  {
    name: 'nursing, a week of long days and a week of nights',
    source: 'commonly described (from memory): internal rotation',
    hours: { D: { start: '07:30', end: '20:00' }, N: { start: '19:30', end: '08:00' } },
    sleepUntil: '15:30',
    cycle: 'DDOODOONNNOOOO',
    cycleFrom: '2027-04-12',
    dayBefore: 'O',
    worked: {
      '2027-04':
        'Mon 12 D, Tue 13 D, Wed 14 O, Thu 15 O, Fri 16 D, Sat 17 O, Sun 18 O, ' +
        'Mon 19 N, Tue 20 N, Wed 21 N, Thu 22 O, Fri 23 O, Sat 24 O, Sun 25 O',
    },
    freeAgain: ['2027-04-22 15:30'],
  },
  {
    name: 'doctors, a week of nights split in four and three',
    source: 'commonly described (from memory) from advice of the Royal College of Physicians against seven nights together',
    hours: { N: { start: '20:30', end: '09:00' } },
    sleepUntil: '16:00',
    cycle: 'NNNNOOOOOOONNN',
    cycleFrom: '2027-10-25',
    dayBefore: 'N',
    worked: {
      '2027-10': 'Mon 25 N, Tue 26 N, Wed 27 N, Thu 28 N, Fri 29 O, Sat 30 O, Sun 31 O',
      '2027-11': 'Mon 1 O, Tue 2 O, Wed 3 O, Thu 4 O, Fri 5 N, Sat 6 N, Sun 7 N',
    },
    freeAgain: ['2027-10-29 16:00'],
  },
]

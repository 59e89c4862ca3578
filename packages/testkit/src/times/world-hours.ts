import type { ShiftHours } from '@kinplan/domain/availability/typed-shift'
import type { Chance } from './chance'
import type { ClockChange } from './clock-changes'
import { aheadOfUtc } from './slow-wall-clock'

/** The times of day, on the wall, of which a world is made. */
export interface Hours {
  asked: readonly (readonly [string, string])[]
  minutes: readonly number[]
  school: readonly ShiftHours[]
  offered: readonly (readonly [string, string])[]
  days: readonly ShiftHours[]
  nights: readonly ShiftHours[]
  /** Until when people sleep after a night, where that is after its end. */
  sleepUntil: readonly string[]
}

/** The hours of ordinary lives. */
export const ordinaryHours: Hours = {
  asked: [
    ['08:00', '21:00'],
    ['08:00', '21:00'],
    ['09:00', '17:00'],
    ['16:30', '20:45'],
    ['00:00', '24:00'],
    ['01:15', '12:00'],
    ['02:10', '14:00'],
    ['00:30', '05:00'],
    ['12:00', '24:00'],
  ],
  minutes: [15, 45, 60, 90, 120, 150, 180, 240],
  school: [
    { start: '08:45', end: '15:30' },
    { start: '09:00', end: '15:00' },
    { start: '01:20', end: '02:40' },
  ],
  offered: [
    ['00:00', '24:00'],
    ['00:00', '24:00'],
    ['08:00', '22:00'],
    ['09:00', '17:00'],
    ['15:30', '21:00'],
    ['10:05', '19:55'],
    ['00:30', '12:10'],
    ['01:30', '16:00'],
    ['12:00', '24:00'],
  ],
  days: [
    { start: '06:00', end: '18:00' },
    { start: '07:00', end: '15:00' },
    { start: '14:00', end: '22:00' },
    { start: '08:50', end: '17:10' },
    { start: '15:30', end: '00:00' },
  ],
  nights: [
    { start: '18:00', end: '06:00' },
    { start: '22:00', end: '07:00' },
    { start: '21:40', end: '02:30' },
    { start: '02:20', end: '01:50' },
  ],
  sleepUntil: ['02:45', '07:30', '10:10', '12:00', '13:37', '14:00', '15:15'],
}

/** Hours that begin and end where the clock changes: in the hour that it skips or shows twice, and just beside it. */
export function hoursAtChange(chance: Chance, { zone, ms }: ClockChange): Hours {
  const minuteOfChange = ((ms + aheadOfUtc(zone, ms - 1)) / 60_000) % 1440
  const beside = [-45, -30, -15, 0, 15, 30, 40, 45].map((minutes) => timeText(minuteOfChange + minutes))
  const edge = () => chance.one(beside)
  return {
    asked: [
      ['00:00', '24:00'],
      ['00:00', '24:00'],
      [edge(), '12:00'],
      ['00:00', edge()],
    ],
    minutes: [15, 30, 45, 60, 120],
    school: [
      { start: '00:10', end: edge() },
      { start: edge(), end: '08:30' },
    ],
    offered: [
      ['00:00', '24:00'],
      ['00:00', '24:00'],
      ['00:00', '24:00'],
      [edge(), '24:00'],
      ['00:00', edge()],
    ],
    days: [
      { start: '00:05', end: edge() },
      { start: edge(), end: '09:00' },
      { start: '06:00', end: '18:00' },
    ],
    nights: [
      { start: '22:00', end: edge() },
      { start: '18:00', end: edge() },
      { start: '21:00', end: '00:10' },
    ],
    sleepUntil: [...beside, '09:00'],
  }
}

function timeText(minute: number): string {
  return `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
}

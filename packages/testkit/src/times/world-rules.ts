import type { AvailabilityRule, Preference, TimeOff } from '@kinplan/domain/availability/availability-rule'
import type { DatedShift, ShiftHours } from '@kinplan/domain/availability/typed-shift'
import type { Block } from '@kinplan/domain/clock/block'
import type { Way } from '@kinplan/domain/meeting/participation'
import type { Chance } from './chance'
import { daysFrom, daysLater, minutesOf } from './slow-wall-clock'
import type { Hours } from './world-hours'

/** The dates a world is about, both included, and the times of day on which it turns. */
export interface Dates {
  from: string
  until: string
  hours: Hours
}

const waysChosen: Way[][] = [
  ['inRoom'],
  ['inRoom'],
  ['inRoom', 'video'],
  ['inRoom', 'phone'],
  ['inRoom', 'video', 'phone'],
  ['video'],
  ['phone', 'letter'],
  ['inRoom', 'spokenFor'],
  ['letter'],
  ['video', 'spokenFor'],
]
const preferences: Preference[] = ['lastResort', 'possible', 'possible', 'better']

/** The rules of one person, whose days lie around the dates: one that offers times, and up to three more of any kind. */
export function rulesOf(chance: Chance, zone: string, dates: Dates): AvailabilityRule[] {
  const rules = [chance.percent(50) ? ordinaryWeek(chance, zone, dates) : shiftRule(chance, zone, dates)]
  const more = chance.whole(0, 3)
  for (let i = 0; i < more; i++) {
    const ofKind = chance.one([ordinaryWeek, ordinaryWeek, shiftRule, calendar, oneDay, oneDay, cannot])
    rules.push(ofKind(chance, zone, dates))
  }
  return rules
}

function offered(
  chance: Chance,
  zone: string,
  { hours }: Dates,
): { start: string; end: string; zone: string; how: Way[]; preference: Preference } {
  const [start, end] = chance.one(hours.offered)
  return { start, end, zone, how: chance.one(waysChosen), preference: chance.one(preferences) }
}

function timeOff(chance: Chance, share: number): { timeOff?: TimeOff } {
  return chance.percent(share) ? { timeOff: { noticeDays: chance.one([0, 1, 3, 7, 14]) } } : {}
}

function ordinaryWeek(chance: Chance, zone: string, dates: Dates): AvailabilityRule {
  return {
    kind: 'ordinaryWeek',
    ...offered(chance, zone, dates),
    weekdays: chance.some([1, 2, 3, 4, 5, 6, 7], chance.whole(2, 7)),
    ...timeOff(chance, 30),
  }
}

function shiftRule(chance: Chance, zone: string, dates: Dates): AvailabilityRule {
  return chance.percent(65) ? shiftCycle(chance, zone, dates) : roster(chance, zone, dates)
}

function shiftCycle(chance: Chance, zone: string, dates: Dates): AvailabilityRule {
  const hours = [chance.one(dates.hours.days), chance.one(dates.hours.nights)]
  const cycle: (ShiftHours | null)[] = Array.from({ length: chance.one([1, 2, 4, 7, 8, 9, 14]) }, () =>
    chance.percent(55) ? chance.one(hours) : null,
  )
  return {
    kind: 'shiftCycle',
    ...offered(chance, zone, dates),
    from: daysLater(dates.from, chance.whole(-30, 30)),
    cycle,
    ...sleepAfter(
      chance,
      cycle.flatMap((one) => one ?? []),
      dates,
    ),
    ...timeOff(chance, 35),
  }
}

function roster(chance: Chance, zone: string, dates: Dates): AvailabilityRule {
  const from = daysLater(dates.from, chance.whole(-2, 1))
  const until = daysLater(dates.until, chance.whole(-1, 2))
  const shifts: DatedShift[] = []
  for (let date = from; date <= until; date = daysLater(date, 1)) {
    if (chance.percent(50)) shifts.push({ date, ...chance.one(chance.percent(60) ? dates.hours.days : dates.hours.nights) })
    if (chance.percent(6)) shifts.push({ date, start: '09:15', end: '11:45' })
  }
  return {
    kind: 'roster',
    ...offered(chance, zone, dates),
    from,
    until,
    shifts,
    ...sleepAfter(chance, shifts, dates),
    ...timeOff(chance, 35),
  }
}

/** Sleep that ends after every night of these shifts, as it has to. */
function sleepAfter(chance: Chance, shifts: readonly ShiftHours[], { hours }: Dates): { sleepUntil?: string } {
  const nightEnds = shifts.filter(({ start, end }) => minutesOf(end) <= minutesOf(start)).map(({ end }) => minutesOf(end))
  const late = hours.sleepUntil.filter((time) => minutesOf(time) > Math.max(0, ...nightEnds))
  return nightEnds.length > 0 && late.length > 0 && chance.percent(70) ? { sleepUntil: chance.one(late) } : {}
}

function calendar(chance: Chance, zone: string, dates: Dates): AvailabilityRule {
  const from = daysLater(dates.from, chance.whole(-1, 2))
  const until = daysLater(dates.until, chance.whole(-2, 1))
  return { kind: 'calendar', ...offered(chance, zone, dates), from, until: until < from ? from : until, busy: busyBlocks(chance, dates, 5) }
}

function oneDay(chance: Chance, zone: string, dates: Dates): AvailabilityRule {
  return {
    kind: 'oneDay',
    ...offered(chance, zone, dates),
    date: daysLater(dates.from, chance.whole(-1, daysFrom(dates.from, dates.until) + 1)),
  }
}

function cannot(chance: Chance, zone: string, dates: Dates): AvailabilityRule {
  const from = daysLater(dates.from, chance.whole(-1, daysFrom(dates.from, dates.until)))
  return { kind: 'cannot', from, until: daysLater(from, chance.whole(0, 2)), zone }
}

/** Up to so many blocks (ms) among the dates, some of no length, at any minute. */
export function busyBlocks(chance: Chance, dates: Dates, most: number): Block[] {
  const lastMinute = (daysFrom(dates.from, dates.until) + 1) * 1440
  return Array.from({ length: chance.whole(0, most) }, () => {
    const startMs =
      Date.parse(`${dates.from}T00:00:00Z`) +
      (chance.percent(70) ? chance.whole(0, lastMinute / 15) * 15 : chance.whole(0, lastMinute)) * 60_000
    return { startMs, endMs: startMs + chance.one([0, 20, 60, 90, 180, 600]) * 60_000 }
  })
}

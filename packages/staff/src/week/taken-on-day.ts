import { dateOfDay, dayOfDate, weekdayOfDay } from '@kinplan/domain/clock/wall-time'
import { clockOf } from '../frame/when'

/** A stretch on the clock of a wall, 'YYYY-MM-DDTHH:MM'. */
interface Stretch {
  startWall: string
  endWall: string
}

/** Part of a day: 'HH:MM' to 'HH:MM'; '00:00' and '24:00' where the stretch began earlier or goes on. */
export interface PartOfDay {
  start: string
  end: string
}

/** The Monday of a date's week, 'YYYY-MM-DD'. */
export function mondayOf(date: string): string {
  const day = dayOfDate(date)
  return dateOfDay(day - weekdayOfDay(day) + 1)
}

/** The date so many weeks later, 'YYYY-MM-DD'; earlier where `weeks` is below zero. */
export function weeksLater(date: string, weeks: number): string {
  return dateOfDay(dayOfDate(date) + 7 * weeks)
}

/** What of a stretch falls on a day ('YYYY-MM-DD'); null where nothing does. */
function partOnDay({ startWall, endWall }: Stretch, day: string): PartOfDay | null {
  if (startWall.slice(0, 10) > day || endWall <= `${day}T00:00`) return null
  return {
    start: startWall.slice(0, 10) < day ? '00:00' : clockOf(startWall),
    end: endWall.slice(0, 10) > day ? '24:00' : clockOf(endWall),
  }
}

/** One thing that falls on a day, with its part of that day. */
interface OnDay<Thing> {
  thing: Thing
  part: PartOfDay
}

/** What falls on a day, in the order in which it begins. */
export function onDay<Thing extends Stretch>(things: readonly Thing[], day: string): OnDay<Thing>[] {
  return things
    .flatMap((thing) => {
      const part = partOnDay(thing, day)
      return part === null ? [] : [{ thing, part }]
    })
    .sort((a, b) => a.part.start.localeCompare(b.part.start) || a.part.end.localeCompare(b.part.end))
}

/** The things by a name of theirs, names in the order of the alphabet. */
export function byName<Thing>(things: readonly Thing[], nameOf: (thing: Thing) => string): { name: string; things: Thing[] }[] {
  const names = [...new Set(things.map(nameOf))].sort((a, b) => a.localeCompare(b))
  return names.map((name) => ({ name, things: things.filter((thing) => nameOf(thing) === name) }))
}

import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { freeGrid, hasSlot, runStarts, slotMs, windowOf } from '@kinplan/domain/availability/free-grid'
import type { TimeAsk } from '@kinplan/domain/availability/time-ask'
import { dateOfDay, dayMs, dayOfDate, minuteOfTime, wallToInstant, weekdayOfDay, type ZoneOffsets } from '@kinplan/domain/availability/wall-time'
import { zoneOffsets } from '@kinplan/domain/availability/zone-offsets'
import { ways, type Way } from '@kinplan/domain/meeting/participation'

/** Somebody who has said when they can come. */
export interface HeatPerson {
  name: string
  rules: readonly AvailabilityRule[]
}

/** The best start within one hour: the time 'HH:MM', and who can come for the whole meeting. */
export interface HeatHour {
  time: string
  can: { name: string; how: Way }[]
  cannot: string[]
}

export interface Heat {
  /** Days 'YYYY-MM-DD' asked for, in order. */
  days: string[]
  /** Hours 0 to 23 in which the meeting could begin. */
  hours: number[]
  at(day: string, hour: number): HeatHour
}

const clock = (minute: number) => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

/** Who could come if the meeting began in each hour of a parsed ask; on the wall clock of its zone. Says nothing of pairs. */
export function heatOfHours(ask: TimeAsk, people: readonly HeatPerson[]): Heat {
  const firstDay = dayOfDate(ask.fromDate)
  const lastDay = dayOfDate(ask.untilDate)
  const window = windowOf((firstDay - 1) * dayMs, (lastDay + 2) * dayMs)
  const zones = new Map<string, ZoneOffsets>()
  const offsets = (zone: string): ZoneOffsets => {
    const known = zones.get(zone) ?? zoneOffsets(zone, window.startMs, window.startMs + window.slots * slotMs)
    zones.set(zone, known)
    return known
  }
  const starts = people.map(({ name, rules }) => {
    const { atLeast } = freeGrid(rules, [], offsets, window)
    const runs = ways.flatMap((how, place) => {
      const grid = atLeast[place * 3]
      return grid ? [{ how, grid: runStarts(grid, ask.minutes / 15) }] : []
    })
    return { name, runs }
  })
  const earliest = minuteOfTime(ask.earliest)
  const latest = minuteOfTime(ask.latest) - ask.minutes

  function beginning(day: number, minute: number): HeatHour {
    const instant = wallToInstant(offsets(ask.zone), day, minute)
    const slot = instant.code === 'doesNotExist' ? -1 : ((instant.code === 'once' ? instant.ms : instant.earlier) - window.startMs) / slotMs
    const found: HeatHour = { time: clock(minute), can: [], cannot: [] }
    for (const { name, runs } of starts) {
      const way = slot < 0 ? undefined : runs.find(({ grid }) => hasSlot(grid, slot))
      if (way) found.can.push({ name, how: way.how })
      else found.cannot.push(name)
    }
    return found
  }

  const days: string[] = []
  for (let day = firstDay; day <= lastDay; day++) if ((ask.weekdays ?? []).includes(weekdayOfDay(day))) days.push(dateOfDay(day))
  const hours: number[] = []
  for (let hour = Math.floor(earliest / 60); hour <= Math.floor(latest / 60); hour++) hours.push(hour)
  return {
    days,
    hours,
    at(day, hour) {
      const quarters = [0, 15, 30, 45].map((quarter) => hour * 60 + quarter).filter((minute) => minute >= earliest && minute <= latest)
      const possible = (quarters.length > 0 ? quarters : [hour * 60]).map((minute) => beginning(dayOfDate(day), minute))
      return possible.reduce((best, one) => (one.can.length > best.can.length ? one : best))
    },
  }
}

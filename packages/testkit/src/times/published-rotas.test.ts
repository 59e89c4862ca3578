import { parseAvailabilityRule, type AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { freeGrid } from '@kinplan/domain/time-search/free-grid'
import { hasSlot, windowOf } from '@kinplan/domain/time-search/slot-grid'
import { dayOfDate } from '@kinplan/domain/clock/wall-time'
import { zoneOffsets } from '@kinplan/domain/clock/zone-offsets'
import { ways } from '@kinplan/domain/meeting/participation'
import { describe, expect, it } from 'vitest'
import type { ShiftHours } from '@kinplan/domain/availability/typed-shift'
import type { Mark, PublishedRota } from './published-rota'
import { publishedRotas } from './published-rotas'
import { daysLater, instantsOf, minutesOf, quarterMs, weekdayOf } from './slow-wall-clock'
import { wallText } from './slow-starts'

const zone = 'Europe/London'
const dayMs = 24 * 60 * 60_000
const weekdays = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun']

const hoursOf = ({ hours }: PublishedRota, mark: Mark): ShiftHours | null => (mark === 'O' ? null : hours[mark]!)

/** The rota as somebody says it, free around the clock when they do not work or sleep. */
function ruleOf(rota: PublishedRota): Extract<AvailabilityRule, { kind: 'shiftCycle' }> {
  return {
    kind: 'shiftCycle',
    from: rota.cycleFrom,
    cycle: [...rota.cycle].map((mark) => hoursOf(rota, mark as Mark)),
    start: '00:00',
    end: '24:00',
    zone,
    how: ['inRoom'],
    preference: 'possible',
    ...(rota.sleepUntil ? { sleepUntil: rota.sleepUntil } : {}),
  }
}

interface Worked {
  date: string
  weekday: string
  mark: Mark
}

const workedOn = ({ worked }: PublishedRota): Worked[] =>
  Object.entries(worked).flatMap(([month, days]) =>
    days.split(', ').map((day) => {
      const [weekday, date, mark] = day.split(' ')
      return { date: `${month}-${date!.padStart(2, '0')}`, weekday: weekday!, mark: mark as Mark }
    }),
  )

const isNight = (hours: ShiftHours | null): boolean =>
  hours !== null && minutesOf(hours.end) <= minutesOf(hours.start) && minutesOf(hours.end) > 0

/** When the hand-worked days have this person at work or asleep, as instants (ms). */
function takenBy(rota: PublishedRota, days: readonly Worked[]): { fromMs: number; untilMs: number }[] {
  return days.flatMap(({ date, mark }) => {
    const hours = hoursOf(rota, mark)
    if (hours === null) return []
    const endDate = minutesOf(hours.end) <= minutesOf(hours.start) ? daysLater(date, 1) : date
    const until = isNight(hours) && rota.sleepUntil ? rota.sleepUntil : hours.end
    return [{ fromMs: instantsOf(zone, date, hours.start).earlier, untilMs: instantsOf(zone, endDate, until).later }]
  })
}

/** Whether the engine has them free, as a function of the instant (ms). */
function freeByEngine(rule: AvailabilityRule, fromMs: number, untilMs: number): (ms: number) => boolean {
  const window = windowOf(fromMs, untilMs)
  const { plain } = freeGrid(
    [rule],
    [],
    { offsets: (name) => zoneOffsets(name, fromMs - 5 * dayMs, untilMs + 5 * dayMs), today: () => dayOfDate('2026-01-01') },
    window,
  )
  const grid = plain[ways.indexOf('inRoom') * 3]!
  return (ms) => hasSlot(grid, (ms - window.startMs) / quarterMs)
}

describe('the rotas as they are written down', () => {
  it('are forty, each under a name of its own', () => {
    expect(publishedRotas).toHaveLength(40)
    expect(new Set(publishedRotas.map(({ name }) => name)).size).toBe(40)
  })

  it.each(publishedRotas.map((rota) => [rota.name, rota] as const))(
    '%s: one turn or nearly two weeks, day after day, on the weekdays of the calendar',
    (_, rota) => {
      const days = workedOn(rota)
      expect(days.map(({ date }) => date)).toEqual(days.map((_day, i) => daysLater(days[0]!.date, i)))
      expect(days.map(({ weekday }) => weekday)).toEqual(days.map(({ date }) => weekdays[weekdayOf(date) - 1]))
      expect(days.length).toBeGreaterThanOrEqual(Math.min(rota.cycle.length, 14))
      expect(rota.source).not.toBe('')
    },
  )
})

describe('a published rota, as the engine reads it', () => {
  it.each(publishedRotas.map((rota) => [rota.name, rota] as const))(
    '%s: at work, asleep and free at every quarter hour as worked out by hand',
    (_, rota) => {
      const days = workedOn(rota)
      const [first, last] = [days[0]!.date, days.at(-1)!.date]
      const [fromMs, untilMs] = [instantsOf(zone, first, '00:00').earlier, instantsOf(zone, last, '24:00').later]
      const isFree = freeByEngine(ruleOf(rota), fromMs, untilMs)
      const taken = takenBy(rota, [{ date: daysLater(first, -1), weekday: '', mark: rota.dayBefore }, ...days])
      const different: string[] = []
      for (let ms = fromMs; ms < untilMs; ms += quarterMs) {
        const free = !taken.some((block) => ms < block.untilMs && block.fromMs < ms + quarterMs)
        if (isFree(ms) !== free) different.push(wallText(zone, ms))
      }
      expect(different).toEqual([])
    },
  )

  it.each(publishedRotas.filter(({ freeAgain }) => freeAgain.length > 0).map((rota) => [rota.name, rota] as const))(
    '%s: free again after each run of nights from the time worked out by hand',
    (_, rota) => {
      const days = workedOn(rota)
      const runsEnded = days
        .slice(0, -1)
        .filter(({ mark }, i) => isNight(hoursOf(rota, mark)) && !isNight(hoursOf(rota, days[i + 1]!.mark)))
      expect(rota.freeAgain.map((text) => text.slice(0, 10))).toEqual(runsEnded.map(({ date }) => daysLater(date, 1)))
      const isFree = freeByEngine(
        ruleOf(rota),
        instantsOf(zone, days[0]!.date, '00:00').earlier,
        instantsOf(zone, days.at(-1)!.date, '24:00').later,
      )
      for (const text of rota.freeAgain) {
        const { earlier: ms } = instantsOf(zone, text.slice(0, 10), text.slice(11))
        expect([isFree(ms - quarterMs), isFree(ms)], text).toEqual([false, true])
      }
    },
  )

  it.each(publishedRotas.map((rota) => [rota.name, rota] as const))('%s: can be typed', (_, rota) => {
    const rule = ruleOf(rota)
    const { cycle, ...rest } = rule
    expect(parseAvailabilityRule({ ...rest, cycle: cycle.map((hours) => (hours ? `${hours.start}-${hours.end}` : '')) })).toEqual({
      ok: true,
      rule,
    })
  })
})

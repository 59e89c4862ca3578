import { isNight, type ShiftHours } from '@kinplan/domain/availability/typed-shift'
import type { AvailabilityRule, RuleOf } from '@kinplan/domain/availability/availability-rule'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import type { DayLook } from '@kinplan/ui/day-mark'
import type { HoursKept } from './hours-kept'
import { ofKind, usualOffer } from './said-hours'

export type ShiftCycle = RuleOf<'shiftCycle'>

/** Until when somebody sleeps after a night, until they say otherwise. */
const usualSleepUntil = '14:00'

/** How each day of a cycle looks in a picture. */
export function looksOf(cycle: readonly (ShiftHours | null)[]): DayLook[] {
  return cycle.map((hours) => (hours === null ? 'can' : isNight(hours) ? 'night' : 'work'))
}

/** The first day, `today` or later, on which a turn of so many days begins that was counted from `from`, before which it turns too. */
export function nextTurn(from: string, days: number, today: string): string {
  const ahead = dayOfDate(today) - dayOfDate(from)
  return ahead <= 0 ? from : dateOfDay(dayOfDate(from) + Math.ceil(ahead / days) * days)
}

/** The different hours in which somebody works, in the order they come. */
export function shiftsIn(hours: readonly (ShiftHours | null)[]): ShiftHours[] {
  const seen = new Map(
    hours.flatMap((one) => (one === null ? [] : [[`${one.start}-${one.end}`, { start: one.start, end: one.end }] as const])),
  )
  return [...seen.values()]
}

export function sameHours(one: ShiftHours | null, other: ShiftHours | null): boolean {
  return one?.start === other?.start && one?.end === other?.end
}

/** Until when somebody sleeps after these shifts: as they said of those before, where that is later than each night ends. */
export function sleepAfter(
  shifts: readonly (ShiftHours | null)[],
  before: RuleOf<'shiftCycle' | 'roster'> | undefined,
): { sleepUntil?: string } {
  const nights = shiftsIn(shifts).filter(isNight)
  const hadNights = before !== undefined && shiftsIn(before.kind === 'roster' ? before.shifts : before.cycle).some(isNight)
  const until = hadNights ? before.sleepUntil : usualSleepUntil
  return until !== undefined && nights.length > 0 && nights.every(({ end }) => end < until) ? { sleepUntil: until } : {}
}

/**
 * All rules with this cycle, begun on `from`, in the place of the one before it. What was said about that one besides its shifts
 * stays said.
 */
export function withCycle(
  { rules, zone, ways }: Pick<HoursKept, 'rules' | 'zone' | 'ways'>,
  cycle: readonly (ShiftHours | null)[],
  from: string,
): AvailabilityRule[] {
  const [before] = ofKind(rules, 'shiftCycle')
  const rule: ShiftCycle = {
    ...usualOffer(zone, ways),
    ...(before ? { start: before.start, end: before.end, preference: before.preference } : {}),
    ...(before?.timeOff ? { timeOff: before.timeOff } : {}),
    ...sleepAfter(cycle, before),
    kind: 'shiftCycle',
    from,
    cycle,
  }
  return [...rules.filter(({ kind }) => kind !== 'shiftCycle'), rule]
}

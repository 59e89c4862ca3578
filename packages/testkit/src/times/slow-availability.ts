import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { Block } from '@kinplan/domain/clock/block'
import type { Way } from '@kinplan/domain/meeting/participation'
import { daysFrom, daysLater, instantsOf, minutesOf, quarterMs, wallAt, type WallReading } from './slow-wall-clock'

/** The ways of taking part, best first; written again here so that the reference shares nothing with what it checks. */
export const slowWays = ['inRoom', 'secondRoom', 'video', 'phone', 'spokenFor', 'letter'] as const satisfies readonly Way[]
const likings = ['lastResort', 'possible', 'better']
const none = -1

/** One person's quarter hours from `fromMs` on: for way w of quarter q, at q * 6 + w, the best liking offered (0 to 2), or -1. */
export interface Offered {
  fromMs: number
  /** Offered as things are. */
  plain: Int8Array
  /** Offered as things are, or with time off. */
  any: Int8Array
}

type Offer = Exclude<AvailabilityRule, { kind: 'cannot' }>
type ShiftRule = Extract<AvailabilityRule, { kind: 'shiftCycle' | 'roster' }>
type Shift = Block & { rule: ShiftRule; sleep: Block | null }

/**
 * What a person offers at every quarter hour between two instants (ms, multiples of 15 minutes), each decided by what their wall clock
 * shows.
 */
export function offeredBetween(
  rules: readonly AvailabilityRule[],
  busy: readonly Block[],
  nowMs: number,
  fromMs: number,
  untilMs: number,
): Offered {
  const quarters = (untilMs - fromMs) / quarterMs
  const plain = new Int8Array(quarters * slowWays.length).fill(none)
  const any = new Int8Array(quarters * slowWays.length).fill(none)
  const touched = (blocks: readonly Block[]) => quartersTouched(blocks, fromMs, quarters)

  const shifts = rules.flatMap((rule) => (isShiftRule(rule) ? shiftsOf(rule, rules, fromMs, untilMs) : []))
  const onShift = touched(shifts)
  const takenForGood = touched([
    ...busy,
    ...rules.flatMap((rule) => (rule.kind === 'calendar' ? rule.busy : [])),
    ...shifts.flatMap(({ sleep }) => sleep ?? []),
  ])
  const away = rules.filter((rule) => rule.kind === 'cannot')

  for (const rule of rules) {
    if (rule.kind === 'cannot') continue
    const [start, end] = [minutesOf(rule.start), minutesOf(rule.end)]
    const liking = likings.indexOf(rule.preference ?? 'possible')
    const ownShift = touched(shifts.filter((shift) => shift.rule === rule))
    const timeOff = 'timeOff' in rule ? rule.timeOff : undefined
    const firstDayOff = timeOff && daysLater(dateAt(rule.zone, nowMs), timeOff.noticeDays)
    for (let quarter = 0; quarter < quarters; quarter++) {
      const ms = fromMs + quarter * quarterMs
      if (!offers(rule, start, end, wallAt(rule.zone, ms)) || takenForGood[quarter] || away.some((cannot) => isAway(cannot, ms))) continue
      const plainly = !onShift[quarter] && !(rule.kind === 'ordinaryWeek' && timeOff)
      const withTimeOff =
        firstDayOff !== undefined && (rule.kind === 'ordinaryWeek' || ownShift[quarter]) && wallAt(rule.zone, ms).date >= firstDayOff
      for (const way of rule.how) {
        const at = quarter * slowWays.length + slowWays.indexOf(way)
        if (plainly) plain[at] = Math.max(plain[at]!, liking)
        if (plainly || withTimeOff) any[at] = Math.max(any[at]!, liking)
      }
    }
  }
  return { fromMs, plain, any }
}

/** The date on the wall at any instant, not only when a quarter hour begins. */
function dateAt(zone: string, ms: number): string {
  return wallAt(zone, Math.floor(ms / quarterMs) * quarterMs).date
}

/**
 * Whether the rule's days and hours, in minutes of the day, have all of the quarter hour that begins when the wall reads so. No clock
 * changes within one.
 */
function offers(rule: Offer, start: number, end: number, { date, minute, weekday }: WallReading): boolean {
  if (minute < start || minute + 15 > end) return false
  switch (rule.kind) {
    case 'ordinaryWeek':
      return rule.weekdays.includes(weekday)
    case 'shiftCycle':
      return true
    case 'roster':
    case 'calendar':
      return rule.from <= date && date <= rule.until
    case 'oneDay':
      return rule.date === date
  }
}

function isAway(rule: Extract<AvailabilityRule, { kind: 'cannot' }>, ms: number): boolean {
  const { date } = wallAt(rule.zone, ms)
  return rule.from <= date && date <= rule.until
}

function isShiftRule(rule: AvailabilityRule): rule is ShiftRule {
  return rule.kind === 'shiftCycle' || rule.kind === 'roster'
}

/**
 * The rule's shifts that could reach between the two instants, without those of days that the person put right, and without a cycle's on
 * the days of a roster.
 */
function shiftsOf(rule: ShiftRule, rules: readonly AvailabilityRule[], fromMs: number, untilMs: number): Shift[] {
  const dated =
    rule.kind === 'roster'
      ? rule.shifts
      : cycleShifts(rule, daysLater(dateAt(rule.zone, fromMs), -3), daysLater(dateAt(rule.zone, untilMs), 3))
  const fallsAway = (date: string) =>
    rules.some((other) => {
      if (other.kind === 'oneDay') return other.date === date
      return rule.kind === 'shiftCycle' && other.kind === 'roster' && other.from <= date && date <= other.until
    })
  return dated
    .filter(({ date }) => !fallsAway(date))
    .map(({ date, start, end }) => {
      const endsNextDay = minutesOf(end) <= minutesOf(start)
      const endDate = endsNextDay ? daysLater(date, 1) : date
      const endMs = instantsOf(rule.zone, endDate, end).later
      const isNight = endsNextDay && minutesOf(end) > 0
      const sleep =
        isNight && rule.sleepUntil !== undefined ? { startMs: endMs, endMs: instantsOf(rule.zone, endDate, rule.sleepUntil).later } : null
      return { rule, startMs: instantsOf(rule.zone, date, start).earlier, endMs, sleep }
    })
}

function cycleShifts(
  rule: Extract<AvailabilityRule, { kind: 'shiftCycle' }>,
  first: string,
  last: string,
): { date: string; start: string; end: string }[] {
  const found = []
  for (let date = first; date <= last; date = daysLater(date, 1)) {
    const day = daysFrom(rule.from, date) % rule.cycle.length
    const hours = rule.cycle[day < 0 ? day + rule.cycle.length : day]
    if (hours) found.push({ date, ...hours })
  }
  return found
}

/** For each quarter hour whether some block has a part of it. */
function quartersTouched(blocks: readonly Block[], fromMs: number, quarters: number): boolean[] {
  const touched = new Array<boolean>(quarters).fill(false)
  for (const { startMs, endMs } of blocks) {
    if (endMs <= startMs) continue
    const first = Math.max(0, Math.floor((startMs - fromMs) / quarterMs))
    for (let quarter = first; quarter < quarters && fromMs + quarter * quarterMs < endMs; quarter++) touched[quarter] = true
  }
  return touched
}

import { Block } from '../clock/block'
import { waysToChoose, type Way } from '../meeting/participation'
import {
  parseBlock,
  parseDatedShift,
  parseShift,
  isNight,
  typedBlock,
  typedShift,
  type LineRefusal,
  ShiftHours,
  DatedShift,
} from './typed-shift'
import { dayOfDate, minuteOfTime, readDate, readEndTime, readTime, zoneKnown } from '../clock/wall-time'

/** From the one a person likes least to the one they like best; without a word it is 'possible'. */
export const preferences = ['lastResort', 'possible', 'better'] as const
export type Preference = (typeof preferences)[number]

/** Two hundred rules are far more than a month of dates typed one by one; beyond that it is a mistake or an attack. */
export const mostRulesPerPerson = 200
/** A date further off than half a year is not promised by any shift plan, and the grid stays small. */
export const mostWindowDays = 26 * 7
/** Two years: longer than any absence that a person can foresee, short enough to notice a mistyped year. */
const mostCannotDays = 2 * 366

/** Twelve weeks: longer than any rotating shift plan in use. */
export const mostCycleDays = 84
/** A year of shifts, and some days with two. */
const mostShifts = 400
/** A busy half year in a calendar, several entries a day. */
const mostBusy = 2000
/** Two busy calendars: more in all of a person's rules is a mistake or an attack. */
export const mostBusyPerPerson = 2 * mostBusy
/** A quarter of a year: no employer asks for longer notice of a day off. */
export const mostNoticeDays = 90

/** Free if they get time off work, which the employer needs to know `noticeDays` (0 to 90) days before. */
export type TimeOff = { readonly noticeDays: number }

/**
 * Times of day, in any of these ways and as well liked as that: from `start` up to, not including, `end` ('24:00' is the end of the day),
 * wall time in `zone`.
 */
export type Offered = {
  readonly start: string
  readonly end: string
  readonly zone: string
  readonly how: readonly Way[]
  readonly preference: Preference
}

export const ruleKinds = ['ordinaryWeek', 'shiftCycle', 'roster', 'calendar', 'oneDay', 'cannot'] as const
export type RuleKind = (typeof ruleKinds)[number]

/**
 * One thing a person says about when they can come, in the wall time of their own zone. All but `cannot` offer times; an instant is
 * offered when the wall clock then shows a time offered, so an hour the clock skips is no time and one it shows twice counts twice.
 * - `ordinaryWeek`: on these weekdays (1 Monday to 7 Sunday); with `timeOff` only if they get time off work.
 * - `shiftCycle`: on every day, outside their shifts. Day d has the shift `cycle[(d - from) mod n]`, before `from` too; null is a day off.
 *   On the days of a roster it has none: the roster is the more exact word on them, its days off too. After a night (a shift that ends on
 *   the next day after 00:00) they sleep until `sleepUntil`. With `timeOff` their shifts too, if they get time off.
 * - `roster`: on the days `from` to `until`, both included, outside the dated shifts; the rest as in a cycle.
 * - `calendar`: on the days `from` to `until`, outside the instants `busy`.
 * - `oneDay`: on one date, on which every shift that would begin, and the sleep after it, falls away.
 * - `cannot`: not at all from `from` to `until`, both days included. It outweighs every other rule.
 */
export type AvailabilityRule =
  | (Offered & { readonly kind: 'ordinaryWeek'; readonly weekdays: readonly number[]; readonly timeOff?: TimeOff })
  | (Offered & {
      readonly kind: 'shiftCycle'
      readonly from: string
      readonly cycle: readonly (ShiftHours | null)[]
      readonly sleepUntil?: string
      readonly timeOff?: TimeOff
    })
  | (Offered & {
      readonly kind: 'roster'
      readonly from: string
      readonly until: string
      readonly shifts: readonly DatedShift[]
      readonly sleepUntil?: string
      readonly timeOff?: TimeOff
    })
  | (Offered & { readonly kind: 'calendar'; readonly from: string; readonly until: string; readonly busy: readonly Block[] })
  | (Offered & { readonly kind: 'oneDay'; readonly date: string })
  | { readonly kind: 'cannot'; readonly from: string; readonly until: string; readonly zone: string }

export type RuleOf<Kind extends RuleKind> = AvailabilityRule & { readonly kind: Kind }

/**
 * A rule as a form, the wire and the table have it: choices already choices, dates and times text. `cycle` has a day an entry,
 * 'HH:MM-HH:MM' or '' for a day off; `shifts` 'YYYY-MM-DD HH:MM-HH:MM'; `busy` two instants 'ISO/ISO'. The date of `oneDay` is `from`.
 */
export type TypedAvailabilityRule = {
  readonly kind: RuleKind
  readonly zone: string
  readonly weekdays?: readonly number[] | null
  readonly start?: string | null
  readonly end?: string | null
  readonly how?: readonly Way[] | null
  readonly preference?: Preference | null
  readonly timeOffDays?: number | null
  readonly from?: string | null
  readonly until?: string | null
  readonly cycle?: readonly string[] | null
  readonly shifts?: readonly string[] | null
  readonly busy?: readonly string[] | null
  readonly sleepUntil?: string | null
}

export type AvailabilityRefusal =
  | 'dateImpossible'
  | 'timeImpossible'
  | 'numberImpossible'
  | 'endBeforeStart'
  | 'zoneUnknown'
  | 'noDayChosen'
  | 'noWayChosen'
  | 'tooMany'
  | 'windowTooLong'

type AvailabilityRuleField = Exclude<keyof TypedAvailabilityRule, 'kind' | 'preference'>

type ParsedAvailabilityRule =
  | { readonly ok: true; readonly rule: AvailabilityRule }
  | { readonly ok: false; readonly code: AvailabilityRefusal; readonly field: AvailabilityRuleField }

/** Weekdays in order and once each; null when one is not a weekday or there are none. */
export function parseWeekdays(weekdays: readonly number[]): number[] | null {
  const chosen = [...new Set(weekdays)].sort((a, b) => a - b)
  const known = chosen.every((day) => Number.isInteger(day) && day >= 1 && day <= 7)
  return chosen.length > 0 && known ? chosen : null
}

/**
 * Reads one rule from a form, made plain: dates 'YYYY-MM-DD', times 'HH:MM', lists in order and once each.
 * An empty `until` is the same day as `from`. Otherwise the first thing that is wrong, and the field it stands in.
 */
export function parseAvailabilityRule(typed: TypedAvailabilityRule): ParsedAvailabilityRule {
  const read = new RuleReader(typed)
  const rule = read.rule()
  return read.wrong ? { ok: false, ...read.wrong } : { ok: true, rule }
}

/** A rule that was kept, read again. Throws Error where it cannot be read: only what was parsed is ever kept. */
export function keptRule(typed: TypedAvailabilityRule): AvailabilityRule {
  const parsed = parseAvailabilityRule(typed)
  if (!parsed.ok) throw new Error(`A stored rule cannot be read: ${parsed.code} ${parsed.field}`)
  return parsed.rule
}

/** The rule as it is stored and shown: what `parseAvailabilityRule` reads as the same rule again. */
export function typedRule(rule: AvailabilityRule): TypedAvailabilityRule {
  if (rule.kind === 'cannot') return { ...rule }
  const { kind, zone, start, end, how, preference } = rule
  const offered = { kind, zone, start, end, how: [...how], preference }
  if (rule.kind === 'oneDay') return { ...offered, from: rule.date }
  if (rule.kind === 'calendar') return { ...offered, from: rule.from, until: rule.until, busy: rule.busy.map(typedBlock) }
  const timeOffDays = rule.timeOff?.noticeDays ?? null
  if (rule.kind === 'ordinaryWeek') return { ...offered, weekdays: [...rule.weekdays], timeOffDays }
  const sleepUntil = rule.sleepUntil ?? null
  if (rule.kind === 'shiftCycle')
    return {
      ...offered,
      from: rule.from,
      cycle: rule.cycle.map((shift) => (shift === null ? '' : typedShift(shift))),
      sleepUntil,
      timeOffDays,
    }
  return {
    ...offered,
    from: rule.from,
    until: rule.until,
    shifts: rule.shifts.map((shift) => `${shift.date} ${typedShift(shift)}`),
    sleepUntil,
    timeOffDays,
  }
}

/** Reads a rule field by field and keeps the first thing that is `wrong`; what it gives for a wrong field is never used. */
class RuleReader {
  wrong: { readonly code: AvailabilityRefusal; readonly field: AvailabilityRuleField } | null = null

  constructor(private readonly typed: TypedAvailabilityRule) {}

  rule(): AvailabilityRule {
    const { kind, zone } = this.typed
    if (!zoneKnown(zone)) this.refuse('zoneUnknown', 'zone')
    if (kind === 'cannot') return { kind, ...this.range(), zone }
    if (kind === 'ordinaryWeek') return { kind, weekdays: this.weekdays(), ...this.offered(), ...this.timeOff() }
    if (kind === 'oneDay') return { kind, date: this.date('from'), ...this.offered() }
    if (kind === 'calendar') return { kind, ...this.range(), ...this.offered(), busy: this.busy() }
    if (kind === 'roster') {
      const range = this.range()
      const shifts = this.shifts(range)
      return { kind, ...range, shifts, ...this.offered(), ...this.sleep(shifts), ...this.timeOff() }
    }
    const from = this.date('from')
    const cycle = this.cycle()
    return { kind, from, cycle, ...this.offered(), ...this.sleep(cycle), ...this.timeOff() }
  }

  private refuse(code: AvailabilityRefusal, field: AvailabilityRuleField): void {
    this.wrong ??= { code, field }
  }

  private offered(): Offered {
    const start = readTime(this.typed.start ?? '')
    if (start === null) this.refuse('timeImpossible', 'start')
    const end = readEndTime(this.typed.end ?? '')
    if (end === null) this.refuse('timeImpossible', 'end')
    if (start !== null && end !== null && minuteOfTime(end) <= minuteOfTime(start)) this.refuse('endBeforeStart', 'end')
    const how = waysToChoose.filter((way) => this.typed.how?.includes(way))
    if (how.length === 0) this.refuse('noWayChosen', 'how')
    return { start: start ?? '', end: end ?? '', zone: this.typed.zone, how, preference: this.typed.preference ?? 'possible' }
  }

  private weekdays(): number[] {
    const weekdays = parseWeekdays(this.typed.weekdays ?? [])
    if (weekdays === null) this.refuse('noDayChosen', 'weekdays')
    return weekdays ?? []
  }

  private date(field: 'from' | 'until'): string {
    const date = readDate(this.typed[field] ?? '')
    if (date === null) this.refuse('dateImpossible', field)
    return date ?? ''
  }

  private range(): { from: string; until: string } {
    const from = this.date('from')
    const until = (this.typed.until ?? '').trim() === '' ? from : this.date('until')
    if (from === '' || until === '') return { from, until }
    const days = dayOfDate(until) - dayOfDate(from) + 1
    if (days < 1) this.refuse('endBeforeStart', 'until')
    if (days > mostCannotDays) this.refuse('windowTooLong', 'until')
    return { from, until }
  }

  private lines<Line>(field: 'cycle' | 'shifts' | 'busy', most: number, parse: (text: string) => Line | LineRefusal): Line[] {
    const texts = this.typed[field] ?? []
    if (texts.length > most) {
      this.refuse('tooMany', field)
      return []
    }
    return texts.flatMap((text) => {
      const line = parse(text)
      if (typeof line !== 'string') return [line]
      this.refuse(line as LineRefusal, field)
      return []
    })
  }

  private cycle(): (ShiftHours | null)[] {
    const cycle = this.lines('cycle', mostCycleDays, (text) => (text.trim() === '' ? null : parseShift(text)))
    if (cycle.length === 0) this.refuse('noDayChosen', 'cycle')
    return cycle
  }

  private shifts({ from, until }: { from: string; until: string }): DatedShift[] {
    const shifts = this.lines('shifts', mostShifts, parseDatedShift)
    // ISO dates, so text order is day order.
    if (shifts.some(({ date }) => date < from || date > until)) this.refuse('dateImpossible', 'shifts')
    return inOrderOnce(shifts, (shift) => `${shift.date} ${typedShift(shift)}`)
  }

  private busy(): Block[] {
    return inOrderOnce(this.lines('busy', mostBusy, parseBlock), typedBlock)
  }

  private sleep(shifts: readonly (ShiftHours | null)[]): { sleepUntil?: string } {
    const typed = (this.typed.sleepUntil ?? '').trim()
    if (typed === '') return {}
    const sleepUntil = readTime(typed)
    if (sleepUntil === null) this.refuse('timeImpossible', 'sleepUntil')
    else if (shifts.some((shift) => shift !== null && isNight(shift) && shift.end >= sleepUntil))
      this.refuse('endBeforeStart', 'sleepUntil')
    return { sleepUntil: sleepUntil ?? '' }
  }

  private timeOff(): { timeOff?: TimeOff } {
    const noticeDays = this.typed.timeOffDays ?? null
    if (noticeDays === null) return {}
    if (!Number.isInteger(noticeDays) || noticeDays < 0 || noticeDays > mostNoticeDays) this.refuse('numberImpossible', 'timeOffDays')
    return { timeOff: { noticeDays } }
  }
}

/** Lines by their text, and each once. */
function inOrderOnce<Line>(lines: readonly Line[], textOf: (line: Line) => string): Line[] {
  const byText = new Map(lines.map((line) => [textOf(line), line]))
  return [...byText].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, line]) => line)
}

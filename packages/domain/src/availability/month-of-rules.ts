import type { AvailabilityRule } from './availability-rule'
import { isNight, type ShiftHours } from './typed-shift'
import { dateOfDay, dayOfDate, minuteOfTime, weekdayOfDay } from '../clock/wall-time'
import { offsetsOf } from '../clock/zone-clock'

/**
 * What a day looks like at a glance, the first that is so:
 * - `cannot`: a 'cannot' rule takes the whole day
 * - `nights`: a night begins on it; `works`: another shift begins on it (what is left of the day stands in its parts)
 * - `can`: all that is offered on it is free; `canPart`: some of it, or all of it but only with time off work
 * - `asleep`, `nights`, `cannot`: nothing is left of what is offered, because of the sleep after a night, last night's shift, or a calendar
 * - `nothing`: nothing is offered
 */
const dayCodes = ['can', 'canPart', 'works', 'nights', 'asleep', 'cannot', 'nothing'] as const
export type DayCode = (typeof dayCodes)[number]

/** `timeOff`: they could come if their employer gives them time off, and there is still time to ask. */
export type DayPartKind = 'can' | 'work' | 'asleep' | 'cannot' | 'timeOff'

/** A stretch of one day on the wall clock, 'HH:MM' to 'HH:MM' ('24:00' is the end of the day). */
type DayPart = { readonly kind: DayPartKind; readonly start: string; readonly end: string }

/**
 * A day, and its stretches in order; they do not overlap, and what nobody said anything about is in none. `shifts` begin on it, as they
 * were said: of what its parts have of them something may be asked off, or lie on the next day.
 */
export type DayOfRules = {
  readonly date: string
  readonly code: DayCode
  readonly parts: readonly DayPart[]
  readonly shifts: readonly ShiftHours[]
}

const endOfDay = 24 * 60
const minuteMs = 60_000

type Layer = 'cannot' | 'asleep' | 'busy' | 'work' | 'plain' | 'timeOff'
/** Minutes of one day, from and up to. */
type Stretch = { readonly layer: Layer; readonly from: number; readonly until: number }
type ShiftRule = Extract<AvailabilityRule, { kind: 'shiftCycle' | 'roster' }>

/**
 * What the rules say about each of `days` days from `firstDate` ('YYYY-MM-DD'), as a picture to check: all on the wall clock, so the two
 * days of the year on which clocks change look like others. A calendar's busy times are put on the wall of their rule's zone. `todayDate`
 * decides whether there is still time to ask for time off. Throws RangeError on a date that was not parsed.
 */
export function monthOf(rules: readonly AvailabilityRule[], firstDate: string, days: number, todayDate: string): DayOfRules[] {
  const first = dayOfDate(firstDate)
  const today = dayOfDate(todayDate)
  const free = new Set(rules.flatMap((rule) => (rule.kind === 'oneDay' ? [dayOfDate(rule.date)] : [])))
  const rosters = rules.flatMap((rule) => (rule.kind === 'roster' ? [{ from: dayOfDate(rule.from), until: dayOfDate(rule.until) }] : []))
  const shiftsOf = rules.map((rule) => (rule.kind === 'shiftCycle' || rule.kind === 'roster' ? shiftsByDay(rule, free, rosters) : noShifts))
  const busy = busyOf(rules, first, days)
  return Array.from({ length: days }, (_, index) => {
    const day = first + index
    const stretches = [
      ...rules.flatMap((rule, at) => stretchesOf(rule, shiftsOf[at]!, day, today)),
      ...busy.flatMap((block) => cut('busy', block.from - day * endOfDay, block.until - day * endOfDay)),
    ]
    const begun = shiftsOf.flatMap((shifts) => shifts(day))
    return {
      date: dateOfDay(day),
      code: codeOf(stretches, begun),
      parts: partsOf(stretches),
      shifts: begun.map(({ start, end }) => ({ start, end })),
    }
  })
}

type ShiftsOn = (day: number) => readonly ShiftHours[]
const noShifts: ShiftsOn = () => []

/** A cycle has no shift on the days of a roster. */
function shiftsByDay(
  rule: ShiftRule,
  free: ReadonlySet<number>,
  rosters: readonly { readonly from: number; readonly until: number }[],
): ShiftsOn {
  if (rule.kind === 'shiftCycle') {
    const from = dayOfDate(rule.from)
    const turn = rule.cycle.length
    return (day) => {
      const shift = rule.cycle[(((day - from) % turn) + turn) % turn]
      return !shift || free.has(day) || rosters.some(({ from: first, until }) => first <= day && day <= until) ? [] : [shift]
    }
  }
  const byDay = new Map<number, ShiftHours[]>()
  for (const shift of rule.shifts) byDay.set(dayOfDate(shift.date), [...(byDay.get(dayOfDate(shift.date)) ?? []), shift])
  return (day) => (free.has(day) ? [] : (byDay.get(day) ?? []))
}

const cut = (layer: Layer, from: number, until: number): Stretch[] => {
  const stretch = { layer, from: Math.max(from, 0), until: Math.min(until, endOfDay) }
  return stretch.from < stretch.until ? [stretch] : []
}

function stretchesOf(rule: AvailabilityRule, shifts: ShiftsOn, day: number, today: number): Stretch[] {
  if (rule.kind === 'cannot') return dayOfDate(rule.from) <= day && day <= dayOfDate(rule.until) ? cut('cannot', 0, endOfDay) : []
  const offered = offeredOn(rule, day) ? cut('plain', minuteOfTime(rule.start), minuteOfTime(rule.end)) : []
  if (rule.kind === 'oneDay' || rule.kind === 'calendar') return offered
  const inTime = rule.timeOff !== undefined && day >= today + rule.timeOff.noticeDays
  if (rule.kind === 'ordinaryWeek') {
    if (rule.timeOff === undefined) return offered
    return inTime ? offered.map((stretch) => ({ ...stretch, layer: 'timeOff' })) : []
  }
  const work = [...shifts(day).flatMap((shift) => workOn(shift, 0)), ...shifts(day - 1).flatMap((shift) => workOn(shift, endOfDay))]
  const askedFor = inTime
    ? work.flatMap(({ from, until }) =>
        offered.flatMap((offer) => cut('timeOff', Math.max(from, offer.from), Math.min(until, offer.until))),
      )
    : []
  return [...offered, ...work, ...askedFor, ...shifts(day - 1).flatMap((shift) => sleepAfter(shift, rule.sleepUntil))]
}

function offeredOn(rule: Exclude<AvailabilityRule, { kind: 'cannot' }>, day: number): boolean {
  if (rule.kind === 'ordinaryWeek') return rule.weekdays.includes(weekdayOfDay(day))
  if (rule.kind === 'oneDay') return dayOfDate(rule.date) === day
  return rule.kind === 'shiftCycle' || (dayOfDate(rule.from) <= day && day <= dayOfDate(rule.until))
}

/** A shift's minutes on the day that began `earlier` minutes after the shift's own day. */
function workOn({ start, end }: ShiftHours, earlier: number): Stretch[] {
  const ends = minuteOfTime(end) + (end <= start ? endOfDay : 0)
  return cut('work', minuteOfTime(start) - earlier, ends - earlier)
}

function sleepAfter(shift: ShiftHours, sleepUntil: string | undefined): Stretch[] {
  return sleepUntil !== undefined && isNight(shift) ? cut('asleep', minuteOfTime(shift.end), minuteOfTime(sleepUntil)) : []
}

/** Busy times of all calendars that touch the days asked for, in wall minutes since 1970-01-01. */
function busyOf(rules: readonly AvailabilityRule[], first: number, days: number): { from: number; until: number }[] {
  return rules.flatMap((rule) => {
    if (rule.kind !== 'calendar') return []
    const offsetAt = offsetsOf(rule.zone)
    const near = rule.busy.filter(
      ({ startMs, endMs }) => endMs > (first - 1) * endOfDay * minuteMs && startMs < (first + days + 1) * endOfDay * minuteMs,
    )
    return near.map(({ startMs, endMs }) => ({
      from: Math.floor((startMs + offsetAt(startMs)) / minuteMs),
      until: Math.ceil((endMs + offsetAt(endMs)) / minuteMs),
    }))
  })
}

/** What a moment is when several layers lie over it; null when nobody said anything about it. */
function kindOf(layers: ReadonlySet<Layer>): DayPartKind | null {
  if (layers.has('cannot')) return 'cannot'
  if (layers.has('asleep')) return 'asleep'
  if (layers.has('busy')) return 'cannot'
  if (layers.has('work')) return layers.has('timeOff') ? 'timeOff' : 'work'
  if (layers.has('plain')) return 'can'
  return layers.has('timeOff') ? 'timeOff' : null
}

/** The day cut wherever a layer begins or ends; each piece with what lies over it. */
function pieces(stretches: readonly Stretch[]): { from: number; until: number; layers: Set<Layer> }[] {
  const edges = [...new Set(stretches.flatMap(({ from, until }) => [from, until]))].sort((a, b) => a - b)
  return edges.slice(1).map((until, at) => {
    const from = edges[at]!
    return { from, until, layers: new Set(stretches.filter((one) => one.from <= from && until <= one.until).map(({ layer }) => layer)) }
  })
}

function partsOf(stretches: readonly Stretch[]): DayPart[] {
  const parts: { kind: DayPartKind; from: number; until: number }[] = []
  for (const { from, until, layers } of pieces(stretches)) {
    const kind = kindOf(layers)
    const last = parts[parts.length - 1]
    if (kind === null) continue
    if (last?.kind === kind && last.until === from) last.until = until
    else parts.push({ kind, from, until })
  }
  return parts.map(({ kind, from, until }) => ({ kind, start: timeOf(from), end: timeOf(until) }))
}

const timeOf = (minute: number): string => `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`

function codeOf(stretches: readonly Stretch[], begun: readonly ShiftHours[]): DayCode {
  if (stretches.some(({ layer }) => layer === 'cannot')) return 'cannot'
  if (begun.length > 0) return begun.some(isNight) ? 'nights' : 'works'
  const offered = pieces(stretches)
    .filter(({ layers }) => layers.has('plain') || layers.has('timeOff'))
    .map(({ layers }) => kindOf(layers))
  if (offered.length === 0) return 'nothing'
  if (offered.every((kind) => kind === 'can')) return 'can'
  if (offered.some((kind) => kind === 'can' || kind === 'timeOff')) return 'canPart'
  if (offered.includes('asleep')) return 'asleep'
  return offered.includes('work') ? 'nights' : 'cannot'
}

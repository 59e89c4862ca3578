import ICAL from 'ical.js'
import type { Block } from './availability-rule'
import { clockOfChanges, clockOfZone, instantOfMoment, momentOf, type ClockChange, type Moment } from './calendar-clock'
import { entryOf, momentsOf, propertiesOf, rulesOf, textOf, Unreadable, type ClockOf, type Entry, type Length, type Part, type Period } from './calendar-entry'
import { calendarLines } from './calendar-lines'
import { canBeExpanded, expansionOf, type Rule } from './calendar-rule'
import { dayMs } from './wall-time'
import { offsetsOf, type OffsetAt } from './zone-clock'

/** The largest file that is read, in bytes; ask the file's size before reading it. */
export const mostCalendarBytes = 10 * 1024 * 1024

/** Steps for one entry, two for each time it has: twenty-five years of every day. What repeats by the second stops here. */
const mostStepsOfEntry = 20_000
/** Steps for a whole file, so that a thousand such entries stop too: some hundred daily series and some thousand weekly ones in half a year. */
const mostSteps = 100_000
/** Days that ical.js passes over in the time of one step. */
const daysInStep = 30

/** Which stretch is asked for, in instants (ms), and the zone in which times without one of their own are meant. */
export type CalendarAsk = { readonly fromMs: number; readonly untilMs: number; readonly zone: string }

/**
 * Busy time of a calendar and nothing else: stretches within the asked one, in order, that neither touch nor overlap; and how many entries
 * could not be read, or not to their end (what was read of them counts). `isCalendar` is false when the text is no calendar at all.
 */
export type CalendarBusy = { readonly isCalendar: boolean; readonly busy: readonly Block[]; readonly unreadable: number }

/**
 * The busy times in a calendar file (iCalendar, RFC 5545), read where the file is: no word of an entry gets past `calendarLines`. Instants in
 * ms. Not busy are entries that are transparent, cancelled, or shown as free by Outlook. Whole days, and times without a zone, are
 * on the wall of `ask.zone`; other times as `clockOfZone` has it, and a zone that nobody knows makes its entry unreadable. What repeats
 * without end is cut at `ask.untilMs`. Throws RangeError for a text longer than `mostCalendarBytes` and for an unknown zone in the ask.
 */
export function busyInCalendar(text: string, ask: CalendarAsk): CalendarBusy {
  if (text.length > mostCalendarBytes) throw new RangeError('The size of a calendar file has to be asked before it is read.')
  const { isCalendar, entries, zones, brokenOff } = calendarLines(text)
  const steps = new Steps()
  const clockOf = clocksOf(zones, ask, steps)
  const read = entries.map((entry) => readOrNull(() => entryOf(ICAL.parse(entry) as Part, clockOf)))
  const known = read.filter((entry) => entry !== null)
  const moved = new Map<string, Moment[]>()
  for (const { uid, insteadOf } of known) if (insteadOf !== null) moved.set(uid, [...(moved.get(uid) ?? []), insteadOf])
  const blocks: Block[] = []
  let cutShort = 0
  for (const entry of known.filter(({ isBusy }) => isBusy)) {
    const replaced = entry.insteadOf === null ? (moved.get(entry.uid) ?? []) : []
    const isGone = goneOf([...entry.without, ...replaced])
    const toTheEnd = readOrNull(() => {
      steps.beginEntry()
      for (const { start, length } of periodsOf(entry, ask, steps)) if (!isGone(start)) blocks.push(blockOf(start, length))
      return entry.isWhole
    })
    if (toTheEnd !== true) cutShort++
  }
  return { isCalendar, busy: joined(blocks, ask), unreadable: brokenOff + (read.length - known.length) + cutShort }
}

/** What is gone through, counted; throws `Unreadable` when it is too much. */
class Steps {
  private ofEntry = 0
  private ofFile = 0

  beginEntry(): void {
    this.ofEntry = 0
  }

  take(steps: number): void {
    this.ofEntry += steps
    this.ofFile += steps
    if (this.ofEntry > mostStepsOfEntry || this.ofFile > mostSteps) throw new Unreadable()
  }
}

/** ical.js throws errors of several kinds, and damage in one entry may not cost the others: whoever calls counts the nulls. */
function readOrNull<T>(read: () => T): T | null {
  try {
    return read()
  } catch {
    return null
  }
}

function clocksOf(zones: readonly string[], ask: CalendarAsk, steps: Steps): ClockOf {
  const defined = new Map<string, OffsetAt>()
  for (const zone of zones) {
    steps.beginEntry()
    const found = readOrNull(() => definedZone(ICAL.parse(zone) as Part, ask, steps))
    if (found !== null) defined.set(found.tzid, found.offsetAt)
  }
  const own = offsetsOf(ask.zone)
  const known = new Map<string, OffsetAt | null>()
  return ([, { tzid }]) => {
    if (tzid === undefined) return own
    if (!known.has(tzid)) known.set(tzid, clockOfZone(tzid, defined))
    const offsetAt = known.get(tzid)
    if (!offsetAt) throw new Unreadable()
    return offsetAt
  }
}

/** Whether a file takes a time out again: that very time, or a whole day where it names a date. */
function goneOf(without: readonly Moment[]): (start: Moment) => boolean {
  const times = new Set(without.filter(({ isDate }) => !isDate).map((moment) => instantOfMoment(moment)))
  const dates = new Set(without.filter(({ isDate }) => isDate).map(({ wallMs }) => wallMs))
  return (start) => (times.size > 0 && times.has(instantOfMoment(start))) || dates.has(Math.floor(start.wallMs / dayMs) * dayMs)
}

const blockOf = (start: Moment, { days, ms }: Length): Block => ({ startMs: instantOfMoment(start), endMs: instantOfMoment(start, days) + ms })

/** Every period of an entry that may touch what is asked: no clock is more than a day from UTC, so a day to each side is enough. */
function* periodsOf({ periods, rules }: Entry, { fromMs, untilMs }: CalendarAsk, steps: Steps): Generator<Period> {
  const mayTouch = ({ start, length }: Period): boolean => start.wallMs + length.days * dayMs + length.ms >= fromMs - dayMs && start.wallMs <= untilMs + dayMs
  yield* periods.filter(mayTouch)
  const first = periods[0]
  if (first === undefined) return
  const { start, length } = first
  for (const rule of rules) {
    for (const wallMs of wallTimes(rule, start, fromMs - dayMs - length.days * dayMs - length.ms, untilMs + dayMs, steps)) {
      const period = { start: { ...start, wallMs }, length }
      if (mayTouch(period)) yield period
    }
  }
}

const unitMs: Readonly<Record<string, number>> = { SECONDLY: 1000, MINUTELY: 60_000, HOURLY: 3_600_000, DAILY: dayMs, WEEKLY: 7 * dayMs }

/**
 * The wall times (ms) of a rule in order, up to `until`. Where nothing is counted and every interval is as long, it begins as near before `from` as whole
 * intervals lead.
 */
function* wallTimes(rule: Rule, start: Moment, from: number, until: number, steps: Steps): Generator<number> {
  const last = Math.min(until, endOf(rule, start.offsetAt))
  if (last < from) return
  const unit = unitMs[rule.freq]
  const interval = unit === undefined || rule.count !== undefined ? null : unit * (rule.interval ?? 1)
  const leap = interval === null ? 0 : Math.floor(Math.max(from - start.wallMs, 0) / interval) * interval
  const begin = new Date(start.wallMs + leap)
  const time = ICAL.Time.fromData({
    year: begin.getUTCFullYear(), month: begin.getUTCMonth() + 1, day: begin.getUTCDate(),
    hour: begin.getUTCHours(), minute: begin.getUTCMinutes(), second: begin.getUTCSeconds(),
  })
  const expansion = expansionOf(rule, start.wallMs)
  const iterator = countedIterator(expansion.rule, time, steps)
  let left = rule.count ?? Infinity
  for (let next = iterator.next(); next && left > 0; next = iterator.next()) {
    const wallMs = Date.UTC(next.year, next.month - 1, next.day, next.hour, next.minute, next.second)
    if (wallMs > last) return
    if (!expansion.isOf(wallMs)) continue
    left--
    yield wallMs
  }
}

/** The last wall time (ms) that a rule's UNTIL allows; the end of the day where it names a date. */
function endOf({ until }: Rule, offsetAt: OffsetAt): number {
  if (until === undefined) return Infinity
  const moment = momentOf(until, offsetAt)
  if (moment === null) throw new Unreadable()
  if (moment.isDate) return moment.wallMs + dayMs - 1
  const untilMs = instantOfMoment(moment)
  return untilMs + offsetAt(untilMs)
}

/** ical.js goes on for ever where a rule has no further date, but all its loops pass through one of these. */
function countedIterator({ until: _until, count: _count, ...endless }: Rule, dtstart: ICAL.Time, steps: Steps): ICAL.RecurIterator {
  const isLimited = Object.keys(endless).some((part) => part.startsWith('by') && !(part === 'byday' && endless.freq === 'WEEKLY'))
  class CountedIterator extends ICAL.RecurIterator {
    override increment_monthday(days: number): void {
      steps.take(Math.ceil(days / daysInStep))
      super.increment_monthday(days)
    }

    override increment_month(): void {
      steps.take(1)
      super.increment_month()
    }

    override increment_year(years: number): void {
      steps.take(1)
      super.increment_year(years)
    }

    override check_contracting_rules(): boolean {
      steps.take(1)
      return !isLimited || super.check_contracting_rules()
    }
  }
  return new CountedIterator({ rule: ICAL.Recur.fromData(endless as Parameters<typeof ICAL.Recur.fromData>[0]), dtstart })
}

function definedZone(zone: Part, { untilMs }: CalendarAsk, steps: Steps): { tzid: string; offsetAt: OffsetAt } | null {
  const offsetAt = clockOfChanges(zone[2].flatMap((observance) => changesOf(observance, untilMs + 2 * dayMs, steps)))
  return offsetAt === null ? null : { tzid: textOf(zone, 'tzid'), offsetAt }
}

/** When the clock changes to what a STANDARD or DAYLIGHT part says; its times are on the wall from before the change. */
function changesOf(observance: Part, untilMs: number, steps: Steps): ClockChange[] {
  const before = offsetIn(observance, 'tzoffsetfrom')
  const after = offsetIn(observance, 'tzoffsetto')
  const clockOf: ClockOf = () => () => before
  const starts = [...momentsOf(observance, 'dtstart', clockOf), ...momentsOf(observance, 'rdate', clockOf)]
  const first = starts[0]
  if (first === undefined) throw new Unreadable()
  for (const rule of rulesOf(observance)) {
    if (!canBeExpanded(rule)) throw new Unreadable()
    for (const wallMs of wallTimes(rule, first, first.wallMs, untilMs, steps)) starts.push({ ...first, wallMs })
  }
  return starts.map((start) => ({ atMs: instantOfMoment(start), before, after }))
}

/** '+01:00' in ms. */
function offsetIn(observance: Part, name: string): number {
  const found = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(String(propertiesOf(observance, name)[0]?.[3]))
  if (found === null) throw new Unreadable()
  return (found[1] === '-' ? -1 : 1) * ((Number(found[2]) * 60 + Number(found[3])) * 60 + Number(found[4] ?? 0)) * 1000
}

function joined(blocks: readonly Block[], { fromMs, untilMs }: CalendarAsk): Block[] {
  const busy: { startMs: number; endMs: number }[] = []
  const within = blocks.map(({ startMs, endMs }) => ({ startMs: Math.max(startMs, fromMs), endMs: Math.min(endMs, untilMs) }))
  for (const block of within.filter(({ startMs, endMs }) => startMs < endMs).sort((a, b) => a.startMs - b.startMs)) {
    const last = busy[busy.length - 1]
    if (last !== undefined && block.startMs <= last.endMs) last.endMs = Math.max(last.endMs, block.endMs)
    else busy.push(block)
  }
  return busy
}

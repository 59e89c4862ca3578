import ICAL from 'ical.js'
import type { Block } from '../clock/block'
import { clockOfZone, instantOfMoment, momentOf, type Moment } from './moment'
import { entryOf, readOrNull, Unreadable, type ClockOf, type Part } from './entry'
import { calendarLines } from './busy-lines'
import { timesOfRule, type Rule } from './recurrence-rule'
import { blocksOf, changesByUid, matters, type TimesOf } from './recurrence-series'
import { definedZone } from './calendar-zone'
import { dayMs } from '../clock/wall-time'
import { offsetsOf, type OffsetAt } from '../clock/zone-clock'

/** The largest file that is read, in bytes; ask the file's size before reading it. */
export const mostCalendarBytes = 10 * 1024 * 1024

/** Steps for one entry, two for each time it has: twenty-five years of every day. What repeats by the second stops here. */
const mostStepsOfEntry = 20_000
/**
 * Steps for a whole file, so that a thousand such entries stop too: some hundred daily series and some thousand weekly ones in half a year.
 */
const mostSteps = 100_000

/** Which stretch is asked for, in instants (ms), and the zone in which times without one of their own are meant. */
export type CalendarAsk = { readonly fromMs: number; readonly untilMs: number; readonly zone: string }

/**
 * Busy time of a calendar and nothing else: stretches within the asked one, in order, that neither touch nor overlap; and how many entries
 * could not be read, or not to their end (what was read of them counts). `isCalendar` is false when the text is no calendar at all.
 */
export type CalendarBusy = { readonly isCalendar: boolean; readonly busy: readonly Block[]; readonly unreadable: number }

/**
 * The busy times in a calendar file (iCalendar, RFC 5545), read where the file is: no word of an entry gets past `calendarLines`. Instants
 * in ms. Not busy are entries that are transparent, cancelled, or shown as free (or as working elsewhere) by Outlook. Whole days, and times
 * without a zone, are on the wall of `ask.zone`, whatever zone the calendar is shown in (X-WR-TIMEZONE); other times as `clockOfZone` has
 * it, and a zone that nobody knows makes its entry unreadable. What repeats without end is cut at `ask.untilMs`. Throws RangeError for a
 * text longer than `mostCalendarBytes` and for an unknown zone in the ask.
 */
export function busyInCalendar(text: string, ask: CalendarAsk): CalendarBusy {
  if (text.length > mostCalendarBytes) throw new RangeError('The size of a calendar file has to be asked before it is read.')
  const { isCalendar, entries, zones, brokenOff } = calendarLines(text)
  const steps = new Steps()
  const timesOf: TimesOf = (rule, start, from, until) => wallTimes(rule, start, from, until, steps)
  const clockOf = clocksOf(zones, ask, steps, timesOf)
  const read = entries.map((entry) => readOrNull(() => entryOf(ICAL.parse(entry) as Part, clockOf)))
  const known = read.filter((entry) => entry !== null)
  const changes = changesByUid(known)
  const series = new Set(known.filter(({ insteadOf }) => insteadOf === null).map(({ uid }) => uid))
  const blocks: Block[] = []
  let cutShort = 0
  for (const entry of known) {
    const ofSeries = changes.get(entry.uid) ?? []
    if (!matters(entry, ofSeries)) continue
    steps.beginEntry()
    const found = blocksOf(entry, ofSeries, ask, timesOf)
    for (const block of found.blocks) blocks.push(block)
    const isLost = entry.insteadOf?.andLater === true && !series.has(entry.uid)
    if (!found.isWhole || isLost) cutShort++
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

function clocksOf(zones: readonly string[], ask: CalendarAsk, steps: Steps, timesOf: TimesOf): ClockOf {
  const defined = new Map<string, OffsetAt>()
  for (const zone of zones) {
    steps.beginEntry()
    const found = readOrNull(() => definedZone(ICAL.parse(zone) as Part, ask.fromMs - 2 * dayMs, ask.untilMs + 2 * dayMs, timesOf))
    if (found !== null) defined.set(found.tzid, found.offsetAt)
  }
  const own = offsetsOf(ask.zone)
  const known = new Map<string, OffsetAt | null>()
  return ([, parameters, type]) => {
    const tzid = type === 'date' ? undefined : parameters.tzid?.trim()
    if (tzid === undefined) return own
    if (!known.has(tzid)) known.set(tzid, clockOfZone(tzid, defined))
    const offsetAt = known.get(tzid)
    if (!offsetAt) throw new Unreadable()
    return offsetAt
  }
}

/** The wall times (ms) of a rule that `canBeExpanded`, in order, up to `until`. Where they are counted, from the first one on. */
function* wallTimes(rule: Rule, start: Moment, from: number, until: number, steps: Steps): Generator<number> {
  const last = Math.min(until, endOf(rule, start.offsetAt))
  let left = rule.count ?? Infinity
  for (const wallMs of timesOfRule(rule, start.wallMs, rule.count === undefined ? from : start.wallMs, last, (taken) =>
    steps.take(taken),
  )) {
    yield wallMs
    if (--left === 0) return
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

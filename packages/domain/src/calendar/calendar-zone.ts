import { clockOfChanges, instantOfMoment, momentOf, type ClockChange } from './moment'
import { momentsOf, propertiesOf, rulesOf, textOf, Unreadable, type ClockOf, type Part } from './entry'
import { canBeExpanded } from './recurrence-rule'
import type { TimesOf } from './recurrence-series'
import { dayMs } from '../clock/wall-time'
import type { OffsetAt } from '../clock/zone-clock'

/** Clocks change by a rule every year. */
const twoYearsMs = 731 * dayMs

/**
 * A time zone as a file defines it (VTIMEZONE), right from `fromMs` to `untilMs` (instants), and before that by some of its changes only;
 * null without any. Throws `Unreadable`.
 */
export function definedZone(zone: Part, fromMs: number, untilMs: number, timesOf: TimesOf): { tzid: string; offsetAt: OffsetAt } | null {
  const changes = zone[2].flatMap((observance) =>
    changesOf(observance, fromMs, Math.min(untilMs, beginningOfNext(observance, zone[2])), timesOf),
  )
  const offsetAt = clockOfChanges(changes)
  return offsetAt === null ? null : { tzid: textOf(zone, 'tzid'), offsetAt }
}

/**
 * When (ms on the wall) another part of the same kind begins that has a rule of its own. Outlook defines a zone whose rule was changed by
 * two rules without an end; the later one holds from its beginning.
 */
function beginningOfNext(observance: Part, all: readonly Part[]): number {
  const [rule] = rulesOf(observance, 'rrule')
  if (rule === undefined || rule.until !== undefined) return Infinity
  const begins = (part: Part): number => momentsOf(part, 'dtstart', wall)[0]?.wallMs ?? NaN
  const later = all.filter((part) => part[0] === observance[0] && rulesOf(part, 'rrule').length > 0 && begins(part) > begins(observance))
  return Math.min(...later.map(begins)) - 1
}

const wall: ClockOf = () => () => 0

/**
 * When the clock changes to what a STANDARD or DAYLIGHT part says, the last time before `fromMs` included; its times are on the wall from
 * before the change.
 */
function changesOf(observance: Part, fromMs: number, untilMs: number, timesOf: TimesOf): ClockChange[] {
  const before = offsetIn(observance, 'tzoffsetfrom')
  const after = offsetIn(observance, 'tzoffsetto')
  const offsetAt: OffsetAt = () => before
  const clockOf: ClockOf = () => offsetAt
  const starts = [...momentsOf(observance, 'dtstart', clockOf), ...momentsOf(observance, 'rdate', clockOf)]
  const first = starts[0]
  if (first === undefined) throw new Unreadable()
  for (const rule of rulesOf(observance, 'rrule')) {
    if (!canBeExpanded(rule)) throw new Unreadable()
    const endMs = rule.until === undefined ? untilMs : momentOf(rule.until, offsetAt)?.wallMs
    if (endMs === undefined) throw new Unreadable()
    for (const wallMs of timesOf(rule, first, Math.min(fromMs, endMs) - twoYearsMs, untilMs)) starts.push({ ...first, wallMs })
  }
  return starts.map((start) => ({ atMs: instantOfMoment(start), before, after }))
}

/** '+01:00' in ms. */
function offsetIn(observance: Part, name: string): number {
  const found = /^([+-])(\d{2}):(\d{2})(?::(\d{2}))?$/.exec(String(propertiesOf(observance, name)[0]?.[3]))
  if (found === null) throw new Unreadable()
  return (found[1] === '-' ? -1 : 1) * ((Number(found[2]) * 60 + Number(found[3])) * 60 + Number(found[4] ?? 0)) * 1000
}

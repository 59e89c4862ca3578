import { dayMs, weekdayOfDay } from './wall-time'

/** A recurrence rule as ical.js reads it (jCal, RFC 7265): 'freq' and its parts in small letters; `until` still a text. */
export type Rule = { readonly freq: string; readonly interval?: number; readonly count?: number; readonly until?: string; readonly [part: string]: unknown }

/** A rule put so that ical.js finds every time it has, and which of the times found are the rule's own. Times in ms on the wall. */
export type Expansion = { readonly rule: Rule; readonly isOf: (wallMs: number) => boolean }

/** Thirteen years of days: ical.js goes through an interval day by day. */
const mostInterval = 5_000
const understood = new Set(['freq', 'interval', 'count', 'until', 'wkst', 'byday', 'bymonth', 'bymonthday', 'byyearday', 'byhour', 'byminute', 'bysecond', 'bysetpos'])
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']

const listed = (rule: Rule, part: string): unknown[] => (rule[part] === undefined ? [] : ([] as unknown[]).concat(rule[part]))

/**
 * Whether a rule's true dates can be found with ical.js 2.2.1 (compared with python-dateutil over thousands of rules). They cannot for weeks of the
 * year (BYWEEKNO), a tenth or later weekday of a year ('20MO'), days of the month in a year without months, calendars other than ours
 * (RSCALE), and places in a set (BYSETPOS) other than of the weekdays of one month.
 */
export function canBeExpanded(rule: Rule): boolean {
  const has = (part: string): boolean => listed(rule, part).length > 0
  if (!Object.keys(rule).every((part) => understood.has(part)) || typeof rule.freq !== 'string' || (rule.interval ?? 1) > mostInterval) return false
  if (listed(rule, 'byday').some((weekday) => /\d\d/.test(String(weekday)))) return false
  if (rule.freq === 'YEARLY' && has('bymonthday') && !has('bymonth')) return false
  if (rule.freq === 'MONTHLY' && has('bymonthday') && listed(rule, 'byday').some((weekday) => /\d/.test(String(weekday)))) return false
  const ofOneMonth = rule.freq === 'MONTHLY' || (rule.freq === 'YEARLY' && listed(rule, 'bymonth').length === 1)
  return !has('bysetpos') || (ofOneMonth && has('byday') && !has('bymonthday'))
}

/**
 * How to find a rule's times from `startMs` (ms on the wall). Two things ical.js does otherwise are put right by taking out what it finds too
 * much: 29 February, which it keeps on 1 March in other years, and weekdays together with days of the month ("Friday the 13th").
 */
export function expansionOf(rule: Rule, startMs: number): Expansion {
  if (rule.freq === 'MONTHLY' && listed(rule, 'byday').length > 0 && listed(rule, 'bymonthday').length > 0) {
    const { byday: _, ...everyWeekday } = rule
    const wanted = new Set(listed(rule, 'byday'))
    return { rule: everyWeekday as Rule, isOf: (wallMs) => wanted.has(weekdays[weekdayOfDay(Math.floor(wallMs / dayMs)) - 1]) }
  }
  if (rule.freq !== 'YEARLY' || listed(rule, 'byday').length > 0 || listed(rule, 'byyearday').length > 0) return { rule, isOf: () => true }
  const startDay = new Date(startMs).getUTCDate()
  const days = listed(rule, 'bymonthday').length > 0 ? listed(rule, 'bymonthday').map(Number) : [startDay]
  return { rule, isOf: (wallMs) => days.includes(dayOfMonth(wallMs)) || days.includes(dayOfMonth(wallMs) - daysInMonth(wallMs) - 1) }
}

const dayOfMonth = (wallMs: number): number => new Date(wallMs).getUTCDate()

function daysInMonth(wallMs: number): number {
  const at = new Date(wallMs)
  return new Date(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0)).getUTCDate()
}

import { dayMs, weekdayOfDay } from '../clock/wall-time'

/**
 * A recurrence rule as ical.js reads it (jCal, RFC 7265): 'freq' and its parts in small letters; `until` still a text, `wkst` 1 (Sunday) to
 * 7.
 */
export type Rule = {
  readonly freq: string
  readonly interval?: number
  readonly count?: number
  readonly until?: string
  readonly wkst?: number
  readonly [part: string]: unknown
}

/** A day number, taken apart; `weekday` 1 (Monday) to 7. */
type Day = {
  readonly day: number
  readonly year: number
  readonly month: number
  readonly ofMonth: number
  readonly ofYear: number
  readonly weekday: number
}

const secondMs = 1000
const unitMs: Readonly<Record<string, number>> = { SECONDLY: secondMs, MINUTELY: 60 * secondMs, HOURLY: 3600 * secondMs }
const ofDays = new Set(['DAILY', 'WEEKLY', 'MONTHLY', 'YEARLY'])
const understood = new Set([
  'freq',
  'interval',
  'count',
  'until',
  'wkst',
  'bymonth',
  'byweekno',
  'byyearday',
  'bymonthday',
  'byday',
  'byhour',
  'byminute',
  'bysecond',
  'bysetpos',
])
const weekdays = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU']
/** Days that are gone through in the time of one step, or times within a day that the rule could have meant and did not. */
const manyInStep = 10

const listed = (rule: Rule, part: string): unknown[] => (rule[part] === undefined ? [] : ([] as unknown[]).concat(rule[part]))
const numbers = (rule: Rule, part: string): number[] => listed(rule, part).map(Number)

/**
 * Whether the standard leaves no doubt which times a rule means (RFC 5545, 3.3.10, with its table of what a part adds or takes away). Not:
 * what it forbids; calendars other than ours (RSCALE); and where readers differ, weeks of the year (BYWEEKNO) without weekdays, in every
 * second year or by their place, numbered weekdays along with days of the month or year, places in a set (BYSETPOS) of less than a day, a
 * leap second.
 */
export function canBeExpanded(rule: Rule): boolean {
  const has = (part: string): boolean => listed(rule, part).length > 0
  const within = (part: string, least: number, most: number): boolean =>
    numbers(rule, part).every((value) => Number.isInteger(value) && Math.abs(value) >= least && Math.abs(value) <= most)
  const isYearly = rule.freq === 'YEARLY'
  const isNumbered = listed(rule, 'byday').some((weekday) => /\d/.test(String(weekday)))
  const mostNumber = isYearly && !has('bymonth') ? 53 : 5
  return (
    Object.keys(rule).every((part) => understood.has(part)) &&
    (ofDays.has(rule.freq) || unitMs[rule.freq] !== undefined) &&
    (rule.count ?? 1) >= 1 &&
    (rule.interval ?? 1) >= 1 &&
    within('bymonth', 1, 12) &&
    within('byweekno', 1, 53) &&
    within('byyearday', 1, 366) &&
    within('bymonthday', 1, 31) &&
    within('bysetpos', 1, 366) &&
    within('byhour', 0, 23) &&
    within('byminute', 0, 59) &&
    within('bysecond', 0, 59) &&
    listed(rule, 'byday').every((weekday) => numberOf(weekday) <= mostNumber) &&
    !(
      has('byweekno') &&
      (!isYearly || !has('byday') || isNumbered || (rule.interval ?? 1) > 1 || has('byyearday') || has('bymonthday') || has('bysetpos'))
    ) &&
    !(has('byyearday') && ofDays.has(rule.freq) && !isYearly) &&
    !(has('bymonthday') && rule.freq === 'WEEKLY') &&
    !(isNumbered && (!(isYearly || rule.freq === 'MONTHLY') || has('byyearday') || has('bymonthday'))) &&
    !(has('bysetpos') && !ofDays.has(rule.freq))
  )
}

/** '-2MO': 2; a plain weekday 0. */
const numberOf = (weekday: unknown): number => Math.abs(Number.parseInt(String(weekday), 10)) || 0

/**
 * The times (ms on the wall) of a rule that `canBeExpanded`, without regard to COUNT and UNTIL: those from `from` to `until` at least, in
 * order and none before `startMs`, its first. `take` is told of every step, and may throw to end what goes on too long.
 */
export function* timesOfRule(rule: Rule, startMs: number, from: number, until: number, take: (steps: number) => void): Generator<number> {
  const all = ofDays.has(rule.freq) ? timesOfDays(rule, startMs, from, until, take) : timesInDays(rule, startMs, from, until, take)
  for (const wallMs of all) {
    if (wallMs > until) return
    if (wallMs < startMs) continue
    take(2)
    yield wallMs
  }
}

/** Every so many seconds, minutes or hours. */
function* timesInDays(rule: Rule, startMs: number, from: number, until: number, take: (steps: number) => void): Generator<number> {
  const unit = unitMs[rule.freq]!
  const stride = unit * (rule.interval ?? 1)
  const base = Math.floor(startMs / unit) * unit
  const isDay = dayTest(rule, dayAt(startMs))
  const isTime = (['byhour', 'byminute', 'bysecond'] as const)
    .filter((_, at) => unit <= [3600, 60, 1][at]! * secondMs)
    .map((part) => oneOf(numbers(rule, part)))
  const inUnit = clockTimes(rule, startMs)
    .filter((ms, at, all) => all.findIndex((other) => other % unit === ms % unit) === at)
    .map((ms) => ms % unit)
  for (let ms = base + Math.max(Math.floor((from - base) / stride), 0) * stride; ms <= until; ms += stride) {
    take(1 / manyInStep)
    const time = new Date(ms)
    const read = [time.getUTCHours(), time.getUTCMinutes(), time.getUTCSeconds()]
    if (isTime.every((test, at) => test(read[at]!)) && isDay(dayAt(ms))) for (const offset of inUnit) yield ms + offset
  }
}

/**
 * On days, at the times of day that the rule or its first time names; in each stretch of the rule only those at its places (BYSETPOS), if
 * it names some.
 */
function* timesOfDays(rule: Rule, startMs: number, from: number, until: number, take: (steps: number) => void): Generator<number> {
  const start = dayAt(startMs)
  const isDay = dayTest(rule, start)
  const stretchOf = stretches(rule, start)
  const clock = clockTimes(rule, startMs)
  const places = numbers(rule, 'bysetpos')
  let ofStretch: number[] = []
  let before = NaN
  let day = dayAt(Math.max(from, startMs))
  while (places.length > 0 && stretchOf(dayOf(day.day - 1)) === stretchOf(day)) day = dayOf(day.day - 1)
  for (; day.day * dayMs <= until || (places.length > 0 && stretchOf(day) === before); day = dayOf(day.day + 1)) {
    take(1 / manyInStep)
    const stretch = stretchOf(day)
    if (stretch !== before && places.length > 0) {
      yield* atPlaces(ofStretch, places)
      ofStretch = []
    }
    before = stretch
    if (stretch % (rule.interval ?? 1) !== 0 || !isDay(day)) continue
    for (const ms of clock) {
      if (places.length > 0) ofStretch.push(day.day * dayMs + ms)
      else yield day.day * dayMs + ms
    }
  }
  yield* atPlaces(ofStretch, places)
}

const atPlaces = (times: readonly number[], places: readonly number[]): number[] =>
  times.filter((_, at) => places.includes(at + 1) || places.includes(at - times.length))

/** The number of the day, week, month or year of a rule in which a day lies, counted from that of its first. */
function stretches(rule: Rule, start: Day): (day: Day) => number {
  if (rule.freq === 'YEARLY') return ({ year }) => year - start.year
  if (rule.freq === 'MONTHLY') return ({ year, month }) => (year - start.year) * 12 + month - start.month
  if (rule.freq === 'DAILY') return ({ day }) => day - start.day
  const first = weekStart(rule, start)
  return (day) => (weekStart(rule, day) - first) / 7
}

const weekStart = ({ wkst = 2 }: Rule, { day, weekday }: Day): number => day - ((weekday - wkst + 8) % 7)

/** Whether a day is one that the rule means, as far as its parts say; what they do not say, its first day does. */
function dayTest(rule: Rule, start: Day): (day: Day) => boolean {
  const [months, weeks, yearDays, monthDays, named] = [
    numbers(rule, 'bymonth'),
    numbers(rule, 'byweekno'),
    numbers(rule, 'byyearday'),
    numbers(rule, 'bymonthday'),
    listed(rule, 'byday'),
  ]
  const saysDay = weeks.length + yearDays.length + monthDays.length + named.length > 0
  const isYearly = rule.freq === 'YEARLY'
  const isMonth = oneOf(months.length === 0 && isYearly && !saysDay ? [start.month] : months)
  const ownDays = !saysDay && (isYearly || rule.freq === 'MONTHLY') ? [start.ofMonth] : monthDays
  const ownNames = rule.freq === 'WEEKLY' && named.length === 0 ? [weekdays[start.weekday - 1]] : named
  return (day) =>
    isMonth(day.month) &&
    (ownDays.length === 0 || ownDays.includes(day.ofMonth) || ownDays.includes(day.ofMonth - daysOfMonth(day) - 1)) &&
    (yearDays.length === 0 || yearDays.includes(day.ofYear) || yearDays.includes(day.ofYear - daysOfYear(day.year) - 1)) &&
    (weeks.length === 0 || isInWeeks(rule, day, weeks)) &&
    (ownNames.length === 0 || namesOf(day, isYearly && months.length === 0).some((name) => ownNames.includes(name)))
}

/** What BYDAY may call a day: 'MO', '2MO', '+2MO', '-3MO', by its month or by its year. */
function namesOf(day: Day, byYear: boolean): string[] {
  const [at, of] = byYear ? [day.ofYear, daysOfYear(day.year)] : [day.ofMonth, daysOfMonth(day)]
  const name = weekdays[day.weekday - 1]!
  const fromStart = Math.floor((at - 1) / 7) + 1
  return [name, `${fromStart}${name}`, `+${fromStart}${name}`, `-${Math.floor((of - at) / 7) + 1}${name}`]
}

/** A week is of the year in which it has four days or more; week -1 is the last. */
function isInWeeks(rule: Rule, day: Day, weeks: readonly number[]): boolean {
  const { year, ofYear } = dayOf(weekStart(rule, day) + 3)
  const lastWeek = dayOf(weekStart(rule, dayAt(Date.UTC(year, 11, 28))) + 3)
  const week = Math.ceil(ofYear / 7)
  return weeks.includes(week) || weeks.includes(week - Math.ceil(lastWeek.ofYear / 7) - 1)
}

/** Times of day (ms), in order: those that the rule names, or else its first. */
function clockTimes(rule: Rule, startMs: number): number[] {
  const start = new Date(startMs)
  const [hours, minutes, seconds] = (
    [
      ['byhour', start.getUTCHours()],
      ['byminute', start.getUTCMinutes()],
      ['bysecond', start.getUTCSeconds()],
    ] as const
  ).map(([part, own]) => {
    const values = numbers(rule, part)
    return values.length > 0 ? [...new Set(values)].sort((a, b) => a - b) : [own]
  }) as [number[], number[], number[]]
  return hours.flatMap((hour) => minutes.flatMap((minute) => seconds.map((second) => ((hour * 60 + minute) * 60 + second) * secondMs)))
}

const oneOf =
  (values: readonly number[]) =>
  (value: number): boolean =>
    values.length === 0 || values.includes(value)

const dayAt = (wallMs: number): Day => dayOf(Math.floor(wallMs / dayMs))

function dayOf(day: number): Day {
  const date = new Date(day * dayMs)
  const year = date.getUTCFullYear()
  return {
    day,
    year,
    month: date.getUTCMonth() + 1,
    ofMonth: date.getUTCDate(),
    ofYear: day - Date.UTC(year, 0, 1) / dayMs + 1,
    weekday: weekdayOfDay(day),
  }
}

const daysOfMonth = ({ year, month }: Day): number => new Date(Date.UTC(year, month, 0)).getUTCDate()
const daysOfYear = (year: number): number => (Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / dayMs

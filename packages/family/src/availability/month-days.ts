import { isNight } from '@kinplan/domain/availability/typed-shift'
import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { monthOf, type DayCode, type DayOfRules, type DayPartKind } from '@kinplan/domain/availability/month-of-rules'
import { dateOfDay, dayOfDate, weekdayOfDay } from '@kinplan/domain/clock/wall-time'
import type { DayLook } from '@kinplan/ui/day-mark'
import type { MonthDay, MonthLine } from '@kinplan/ui/month-picture'
import { saidDay, saidTime } from '../page/said-dates'
import { dayMore, dayWords, monthWords } from './month.copy'
import { saidHours } from './ordinary-week'

const looks: Record<DayCode, DayLook> = {
  can: 'can',
  canPart: 'part',
  works: 'work',
  nights: 'night',
  asleep: 'sleep',
  cannot: 'cannot',
  nothing: 'none',
}
const shortMonth = new Intl.DateTimeFormat('en-GB', { month: 'short', timeZone: 'UTC' })
const monthName = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' })

/** 'YYYY-MM', so many months after that of `date`. */
function monthAfter(date: string, months: number): string {
  return new Date(Date.UTC(Number(date.slice(0, 4)), Number(date.slice(5, 7)) - 1 + months, 1)).toISOString().slice(0, 7)
}

/** "March 2027" of '2027-03' */
function saidMonth(month: string): string {
  return monthName.format(new Date(`${month}-01`))
}

/** Fewer days left than this, and the picture goes on into the next month. */
const fewDaysLeft = 14

/** What one picture shows, `page` 0 being the one with today in it: its first and last day. Weeks that have gone by are left out. */
export function datesShown(page: number, today: string): { from: string; until: string; label: string } {
  const endOf = (month: string) => dateAfter(`${monthAfter(`${month}-01`, 1)}-01`, -1)
  const now = today.slice(0, 7)
  const goesOn = dayOfDate(endOf(now)) - dayOfDate(today) < fewDaysLeft
  if (page > 0) {
    const month = monthAfter(today, page + (goesOn ? 1 : 0))
    return { from: `${month}-01`, until: endOf(month), label: saidMonth(month) }
  }
  const monday = dateAfter(today, 1 - weekdayOfDay(dayOfDate(today)))
  const from = monday < `${now}-01` ? `${now}-01` : monday
  if (!goesOn) return { from, until: endOf(now), label: saidMonth(now) }
  const next = monthAfter(today, 1)
  return { from, until: endOf(next), label: monthWords.both(saidMonth(now), saidMonth(next)) }
}

/** Every day from one to another as the rules have it. */
export function daysBetween(rules: readonly AvailabilityRule[], from: string, until: string, today: string): DayOfRules[] {
  return monthOf(rules, from, dayOfDate(until) - dayOfDate(from) + 1, today)
}

/** "Thursday 26 November: you work at night, from 6 pm. You can come 2 pm to 6 pm." */
export function saidDayOf(day: DayOfRules, today: string): string {
  return `${saidDay(day.date, today)}: ${saidHow(day)}`
}

function saidHow({ code, parts, shifts }: DayOfRules): string {
  const timesOf = (kind: DayPartKind) =>
    parts
      .filter((part) => part.kind === kind)
      .map(saidHours)
      .join(monthWords.and)
  const can = timesOf('can')
  const off = timesOf('timeOff')
  // The shifts as they were said: of what is left of the day something may be asked off. Last night's is none of them.
  const work = shifts.map((shift) => (isNight(shift) ? monthWords.fromOn(saidTime(shift.start)) : saidHours(shift))).join(monthWords.and)
  const isWork = code === 'works' || code === 'nights'
  return [
    monthWords.sentence(dayMore[code], isWork ? work : can),
    isWork && can && monthWords.canToo(can),
    off && monthWords.withTimeOff(off),
  ]
    .filter(Boolean)
    .join(' ')
}

/** The days as the picture takes them. */
export function pictured(days: readonly DayOfRules[], today: string): MonthDay[] {
  return days.map((day, place) => ({
    date: day.date,
    look: looks[day.code],
    word: day.date < today ? '' : dayWords[day.code],
    also: day.date >= today && worksAndCan(day) ? { look: looks.canPart, word: dayWords.canPart } : undefined,
    words: day.date < today ? monthWords.gone(saidDay(day.date, today)) : saidDayOf(day, today),
    begins: place > 0 && day.date.endsWith('-01') ? shortMonth.format(new Date(day.date)) : undefined,
    isToday: day.date === today,
    isGone: day.date < today,
  }))
}

/** At work, and for a part of the day free all the same. */
function worksAndCan({ code, parts }: DayOfRules): boolean {
  return (code === 'works' || code === 'nights') && parts.some(({ kind }) => kind === 'can')
}

/** The days from today on as lines, days on end that are alike in one. */
export function listed(days: readonly DayOfRules[], today: string): MonthLine[] {
  const runs: { first: DayOfRules; last: DayOfRules; said: string }[] = []
  for (const day of days) {
    if (day.date < today) continue
    const said = saidHow(day)
    const run = runs[runs.length - 1]
    if (run?.said === said) run.last = day
    else runs.push({ first: day, last: day, said })
  }
  return runs.map(({ first, last, said }) => ({
    id: first.date,
    look: looks[first.code],
    when: `${[...new Set([first, last])].map(({ date }) => saidDay(date, today)).join(` ${monthWords.dayTo} `)}:`,
    words: said,
  }))
}

/** So many days after a date. */
export function dateAfter(date: string, days: number): string {
  return dateOfDay(dayOfDate(date) + days)
}

import { parseAvailabilityRule, type AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { monthOf, type DayCode, type DayOfRules } from '@kinplan/domain/availability/month-of-rules'
import { dateOfDay, dayOfDate } from '@kinplan/domain/clock/wall-time'
import type { DayLook } from '@kinplan/ui/day-mark'
import type { MonthDay, MonthLine } from '@kinplan/ui/month-picture'
import { dayInRow, dayInWords } from '../frame/when'
import type { TypedRule } from './when-form-rows'
import { monthWords as words } from './when-form.copy'

const looks: Record<DayCode, DayLook> = {
  can: 'can',
  canPart: 'part',
  works: 'work',
  nights: 'night',
  asleep: 'sleep',
  cannot: 'cannot',
  nothing: 'none',
}

/** Those of the rules that are whole, read; in a zone. */
export function wholeRules(typed: readonly TypedRule[], zone: string): AvailabilityRule[] {
  return typed.flatMap((rule) => {
    const parsed = parseAvailabilityRule({ ...rule, zone })
    return parsed.ok ? [parsed.rule] : []
  })
}

/** The first day of the month so many months after a date's, 'YYYY-MM-01'. */
export function monthLater(date: string, months: number): string {
  const count = Number(date.slice(0, 4)) * 12 + Number(date.slice(5, 7)) - 1 + months
  return `${Math.floor(count / 12)}-${String((count % 12) + 1).padStart(2, '0')}-01`
}

/** A month, day by day, as the rules make it. */
export function daysOfMonth(rules: readonly AvailabilityRule[], first: string, today: string): DayOfRules[] {
  return monthOf(rules, first, dayOfDate(monthLater(first, 1)) - dayOfDate(first), today)
}

/** What a day is like, without its date: 'at work: could come 18:00 to 20:00'. */
function dayAlone({ code, parts }: DayOfRules): string {
  const free = parts
    .filter(({ kind }) => kind === 'can' || kind === 'timeOff')
    .map(({ kind, start, end }) => words.part(words.parts[kind], start, end))
  return [words.codes[code].words, ...free].join(', ')
}

/** The days as the picture shows them. */
export function pictureDays(days: readonly DayOfRules[], today: string): MonthDay[] {
  return days.map((day) => ({
    date: day.date,
    look: looks[day.code],
    word: words.codes[day.code].short,
    words: `${dayInWords(day.date)}: ${dayAlone(day)}`,
    isToday: day.date === today,
    isGone: day.date < today,
  }))
}

/** The days still to come in words, those on end that are alike in one line. */
export function pictureLines(days: readonly DayOfRules[], today: string): MonthLine[] {
  const lines: { first: string; last: string; code: DayCode; words: string }[] = []
  for (const day of days.filter(({ date }) => date >= today)) {
    const said = dayAlone(day)
    const line = lines.at(-1)
    if (line?.words === said && dateOfDay(dayOfDate(line.last) + 1) === day.date) line.last = day.date
    else lines.push({ first: day.date, last: day.date, code: day.code, words: said })
  }
  return lines.map(({ first, last, code, words: said }) => ({
    id: first,
    look: looks[code],
    when: first === last ? dayInRow(first) : words.through(dayInRow(first), dayInRow(last)),
    words: said,
  }))
}

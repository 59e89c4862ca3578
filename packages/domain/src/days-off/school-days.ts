import { dateOfDay, dayOfDate, weekdayOfDay } from '../clock/wall-time'

/** A school term, both days included ('YYYY-MM-DD'); a half-term holiday lies between two of them. */
export type Term = { readonly from: string; readonly until: string }

/**
 * The days from `fromDate` to `untilDate`, both included, on which school is open: Monday to Friday in a term, without `daysOff` (bank
 * holidays, training days). Dates 'YYYY-MM-DD' in order and once each, also where terms overlap. The council sets the terms (Education Act
 * 2002, s. 32). Throws RangeError on a date that was not parsed.
 */
export function schoolDays(terms: readonly Term[], daysOff: readonly string[], fromDate: string, untilDate: string): string[] {
  const first = dayOfDate(fromDate)
  const spans = terms.map(({ from, until }) => ({ from: dayOfDate(from), until: dayOfDate(until) }))
  const off = new Set(daysOff)
  const days = Array.from({ length: Math.max(dayOfDate(untilDate) - first + 1, 0) }, (_, index) => first + index)
  return days
    .filter((day) => weekdayOfDay(day) <= 5 && spans.some(({ from, until }) => from <= day && day <= until))
    .map(dateOfDay)
    .filter((date) => !off.has(date))
}

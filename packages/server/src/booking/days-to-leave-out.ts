import { bankHolidays } from '@kinplan/domain/days-off/bank-holidays'
import { schoolDays } from '@kinplan/domain/days-off/school-days'
import type { TimeAsk } from '@kinplan/domain/time-search/time-ask'
import type { Permit } from '../access/permit'
import { holidaysAndSchool } from '../council/council.store'
import { termsWithin } from './places-asked.store'
import type { TimesAsk } from './times.graphql'

/** Bank holidays of the council's nation, and hours in which children are at school, unless the meeting may be then. */
export async function daysToLeaveOut(
  permit: Permit<'time:rank'>,
  input: TimesAsk,
  { fromDate, untilDate }: TimeAsk,
): Promise<Pick<TimeAsk, 'daysOff' | 'schoolHours'>> {
  const { nation, schoolStart: start, schoolEnd: end } = await holidaysAndSchool(permit.op)
  const holidays = bankHolidays(nation, fromDate, untilDate)
  const terms = input.schoolHours ? [] : await termsWithin(permit, fromDate, untilDate)
  return {
    ...(input.bankHolidays ? {} : { daysOff: holidays }),
    ...(input.schoolHours ? {} : { schoolHours: { days: schoolDays(terms, holidays, fromDate, untilDate), start, end } }),
  }
}

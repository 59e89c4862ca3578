import { bankHolidays } from '@kinplan/domain/availability/bank-holidays'
import { schoolDays } from '@kinplan/domain/availability/school-days'
import type { TimeAsk } from '@kinplan/domain/availability/time-ask'
import type { Permit } from '../access/permit'
import { nationOf } from '../account/account.store'
import { termsWithin } from './places-asked.store'
import type { TimesAsk } from './times.graphql'

/** A school week is at least 32.5 hours (Department for Education, 2023): until 15:15, and a quarter of an hour to come out. */
const usualSchoolHours = { start: '08:45', end: '15:30' }

/** Bank holidays of the council's nation, and hours in which children are at school, unless the meeting may be then. */
export async function daysToLeaveOut(permit: Permit<'time:rank'>, input: TimesAsk, { fromDate, untilDate }: TimeAsk): Promise<Pick<TimeAsk, 'daysOff' | 'schoolHours'>> {
  const holidays = bankHolidays(await nationOf(permit.op), fromDate, untilDate)
  const terms = input.schoolHours ? [] : await termsWithin(permit, fromDate, untilDate)
  return {
    ...(input.bankHolidays ? {} : { daysOff: holidays }),
    ...(input.schoolHours ? {} : { schoolHours: { days: schoolDays(terms, holidays, fromDate, untilDate), ...usualSchoolHours } }),
  }
}

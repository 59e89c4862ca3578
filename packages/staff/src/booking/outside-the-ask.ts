import { bankHolidays, type Nation } from '@kinplan/domain/days-off/bank-holidays'
import { schoolDays, type Term } from '@kinplan/domain/days-off/school-days'
import { dateOfDay, dayOfDate, minuteOfTime, weekdayOfDay } from '@kinplan/domain/clock/wall-time'
import type { AskedTimes } from './asked-times'
import { outsideWords as words } from './times.copy'
import type { HandTime } from './use-time-by-hand'
import { weekdayInWords } from '../frame/when'

/** When school is and whose bank holidays there are, as supervisors keep them. */
interface DaysKept {
  terms: readonly Term[]
  nation: Nation
  schoolStart: string
  schoolEnd: string
}

/**
 * How one start is otherwise than was asked, in sentences: sooner than the notice, outside the weeks, days or hours; and whether it is on a
 * bank holiday or in school hours, also where it may be. `today` is 'YYYY-MM-DD'; the time was read by the server, so its parts can be.
 */
export function outsideTheAsk(ask: AskedTimes, { date, start }: HandTime, today: string, kept: DaysKept): string[] {
  const day = dayOfDate(date)
  const begins = minuteOfTime(start)
  const ends = begins + Number(ask.minutes)
  const holidays = bankHolidays(kept.nation, date, date)
  const atSchool =
    schoolDays(kept.terms, holidays, date, date).length > 0 &&
    begins < minuteOfTime(kept.schoolEnd) &&
    ends > minuteOfTime(kept.schoolStart)
  return [
    date < dateOfDay(dayOfDate(today) + Number(ask.noticeDays)) && words.notice(ask.noticeDays),
    date < ask.from && words.before,
    date > ask.until && words.after,
    !ask.weekdays.includes(weekdayOfDay(day)) && words.weekday(weekdayInWords(weekdayOfDay(day))),
    begins < minuteOfTime(ask.earliest) && words.early(ask.earliest),
    ends > minuteOfTime(ask.latest) && words.late(ask.latest),
    holidays.length > 0 && words.bankHoliday(!ask.bankHolidays),
    atSchool && words.schoolHours(!ask.schoolHours),
  ].filter((said) => said !== false)
}

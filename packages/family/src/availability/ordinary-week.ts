import type { AvailabilityRule, RuleOf } from '@kinplan/domain/availability/availability-rule'
import { saidDay, saidTime } from '../page/said-dates'
import { timesWords } from './times.copy'

export type Week = RuleOf<'ordinaryWeek'>

const mondayToFriday = [1, 2, 3, 4, 5]

/** The big choices, and the hours each stands for. */
export const picks = {
  mornings: { weekdays: mondayToFriday, start: '09:00', end: '12:00' },
  afternoons: { weekdays: mondayToFriday, start: '12:00', end: '17:00' },
  evenings: { weekdays: mondayToFriday, start: '17:00', end: '20:00' },
  saturday: { weekdays: [6], start: '09:00', end: '17:00' },
  sunday: { weekdays: [7], start: '09:00', end: '17:00' },
} as const
export type PickName = keyof typeof picks
export const pickNames = Object.keys(picks) as PickName[]

/** The big choice that stands for exactly these hours. */
export function pickOf(rule: AvailabilityRule): PickName | undefined {
  if (rule.kind !== 'ordinaryWeek') return undefined
  return pickNames.find((name) => {
    const { weekdays, start, end } = picks[name]
    return start === rule.start && end === rule.end && weekdays.join() === rule.weekdays.join()
  })
}

/** "Monday to Friday, 9 am to noon"; "Monday and Thursday, 6:30 pm to 8 pm" */
export function saidWeek({ weekdays, start, end }: Pick<Week, 'weekdays' | 'start' | 'end'>): string {
  return `${saidDays(weekdays)}, ${saidHours({ start, end })}`
}

/** "9 am to noon" */
export function saidHours({ start, end }: { readonly start: string; readonly end: string }): string {
  return `${saidTime(start)} ${timesWords.to} ${saidTime(end)}`
}

function saidDays(weekdays: readonly number[]): string {
  if (weekdays.length === 7) return timesWords.everyDay
  if (weekdays.join() === mondayToFriday.join()) return timesWords.mondayToFriday
  return weekdays.map((day) => timesWords.weekdays[day] ?? '').join(', ')
}

/** "Saturday 5 December"; "Saturday 5 December to Sunday 6 December" */
export function saidDates({ from, until }: { readonly from: string; readonly until: string }, today: string): string {
  return from === until ? saidDay(from, today) : `${saidDay(from, today)} ${timesWords.to} ${saidDay(until, today)}`
}

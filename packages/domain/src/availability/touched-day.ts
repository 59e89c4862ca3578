import type { Way } from '../meeting/participation'
import type { AvailabilityRule, Preference } from './availability-rule'
import { dateOfDay, dayOfDate } from '../clock/wall-time'

/** What "I can come" means when somebody only touches a day: wall times 'HH:MM' of `zone`, in any of these ways. */
export type UsualOffer = {
  readonly start: string
  readonly end: string
  readonly zone: string
  readonly how: readonly Way[]
  readonly preference: Preference
}

/**
 * The rules after somebody touched a day ('YYYY-MM-DD') in the picture of the month. Each touch moves the day on: as the pattern says, then
 * "I cannot", then "I can" (which also takes away that day's shift), then as the pattern says again. A longer 'cannot' that
 * the day lies in is cut in two around it. All other rules stay as they are and where they are; a new one comes last.
 * Throws RangeError on a date that was not parsed.
 */
export function touched(rules: readonly AvailabilityRule[], date: string, usual: UsualOffer): AvailabilityRule[] {
  const day = dayOfDate(date)
  const others = rules.flatMap((rule) => withoutDay(rule, day))
  if (rules.some((rule) => rule.kind === 'cannot' && isIn(rule, day))) return [...others, { kind: 'oneDay', date, ...usual }]
  if (rules.some((rule) => rule.kind === 'oneDay' && rule.date === date)) return others
  return [...others, { kind: 'cannot', from: date, until: date, zone: usual.zone }]
}

type Cannot = Extract<AvailabilityRule, { kind: 'cannot' }>

const isIn = (rule: Cannot, day: number): boolean => dayOfDate(rule.from) <= day && day <= dayOfDate(rule.until)

function withoutDay(rule: AvailabilityRule, day: number): AvailabilityRule[] {
  if (rule.kind === 'oneDay') return dayOfDate(rule.date) === day ? [] : [rule]
  if (rule.kind !== 'cannot' || !isIn(rule, day)) return [rule]
  const before = { ...rule, until: dateOfDay(day - 1) }
  const after = { ...rule, from: dateOfDay(day + 1) }
  return [before, after].filter(({ from, until }) => dayOfDate(from) <= dayOfDate(until))
}

import type { Way } from '../meeting/participation'
import type { RuleOf } from './availability-rule'

const everyDay = [1, 2, 3, 4, 5, 6, 7]

/** What somebody says who is free at any hour of any day, in these ways. */
export function freeAlways(zone: string, how: readonly Way[]): RuleOf<'ordinaryWeek'> {
  return { kind: 'ordinaryWeek', weekdays: everyDay, start: '00:00', end: '24:00', zone, how, preference: 'possible' }
}

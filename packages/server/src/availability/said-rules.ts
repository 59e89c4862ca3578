import type { AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import type { RuleRow } from './availability.store'

/** A stored rule as the search for a time takes it; the database holds no half rules. */
export function ruleOf({ kind, zone, weekdays, start, end, how, from, until }: RuleRow): AvailabilityRule {
  return kind === 'ordinaryWeek' ? { kind, zone, weekdays, start: start ?? '', end: end ?? '', how } : { kind, zone, from: from ?? '', until: until ?? '' }
}

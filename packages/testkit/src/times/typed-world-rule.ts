import { typedRule, type AvailabilityRule, type TypedAvailabilityRule } from '@kinplan/domain/availability/availability-rule'

/** A rule of a made-up world as it would be kept: made up, a calendar may say busy for no time at all, which nobody can say. */
export function typedWorldRule(rule: AvailabilityRule): TypedAvailabilityRule {
  return typedRule(rule.kind === 'calendar' ? { ...rule, busy: rule.busy.filter(({ startMs, endMs }) => startMs < endMs) } : rule)
}

import type { AvailabilityRule, RuleOf } from '@kinplan/domain/availability/availability-rule'

/** A rule whose hours and time off have pages of their own. There is one cycle, one calendar, and one list for each first date. */
export type RuleWithPages = RuleOf<'shiftCycle' | 'roster' | 'calendar'>

function keyOf(rule: AvailabilityRule): string | undefined {
  if (rule.kind === 'roster') return rule.from
  return rule.kind === 'shiftCycle' || rule.kind === 'calendar' ? rule.kind : undefined
}

export function hasPages(rule: AvailabilityRule): rule is RuleWithPages {
  return keyOf(rule) !== undefined
}

/** Where a rule's page is: '/times/hours/shiftCycle', '/times/hours/2027-01-04'. */
export function pageOf(page: 'hours' | 'timeOff', rule: RuleWithPages): string {
  return `/times/${page}/${keyOf(rule)}`
}

/** The rule of such a page. */
export function ruleAt(rules: readonly AvailabilityRule[], key: string | undefined): RuleWithPages | undefined {
  return key === undefined ? undefined : rules.find((rule): rule is RuleWithPages => keyOf(rule) === key)
}

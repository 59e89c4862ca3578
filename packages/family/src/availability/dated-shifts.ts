import type { AvailabilityRule, RuleOf } from '@kinplan/domain/availability/availability-rule';
import { dateAfter } from './month-days';

export type Roster = RuleOf<'roster'>;

/** The rules with this list of shifts; of the lists before it stays what lies on other days. */
export function withRoster(rules: readonly AvailabilityRule[], roster: Roster): AvailabilityRule[] {
  return [...rules.flatMap((rule): AvailabilityRule[] => (rule.kind === 'roster' ? outside(rule, roster.from, roster.until) : [rule])), roster];
}

/** What of a list lies before `from`, and what after `until`. */
function outside(roster: Roster, from: string, until: string): Roster[] {
  if (roster.until < from || roster.from > until) return [roster];
  return [
    { ...roster, until: dateAfter(from, -1), shifts: roster.shifts.filter(({ date }) => date < from) },
    { ...roster, from: dateAfter(until, 1), shifts: roster.shifts.filter(({ date }) => date > until) },
  ].filter((part) => part.from <= part.until);
}

import { parseAvailabilityRule, typedRule, type TypedAvailabilityRule } from './availability-rule'

/** One text for two rules that say the same, whichever way they were typed. */
export function textOfRule(typed: TypedAvailabilityRule): string {
  const parsed = parseAvailabilityRule(typed)
  return JSON.stringify(parsed.ok ? typedRule(parsed.rule) : typed)
}

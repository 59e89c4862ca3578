import {
  parseAvailabilityRule,
  typedRule,
  type AvailabilityRule,
  type Offered,
  type RuleKind,
  type RuleOf,
} from '@kinplan/domain/availability/availability-rule'
import { waysToChoose, type Way } from '@kinplan/domain/meeting/participation'
import type { RuleInput } from '../generated/graphql'
import type { CurrentUser } from '../page/current-user'

export type Hours = CurrentUser['hours']
/** A rule that offers times, and says how. */
type OfferingRule = RuleOf<Exclude<RuleKind, 'cannot'>>

/** Hours that somebody can come on a day off, until they say otherwise: those of the big choices of an ordinary week. */
const usualHours = { start: '09:00', end: '20:00' } as const

const read = new WeakMap<Hours, readonly AvailabilityRule[]>()
const writers = new WeakMap<AvailabilityRule, string>()

/** What the server says somebody said, as rules; the same rules for the same answer. */
export function rulesIn(hours: Hours): readonly AvailabilityRule[] {
  const known = read.get(hours)
  if (known) return known
  const rules = hours.rules.map(({ enteredBy, ...typed }) => {
    const parsed = parseAvailabilityRule(typed)
    if (!parsed.ok) throw new Error(`A rule that is stored cannot be read: ${parsed.code} ${parsed.field}`)
    if (enteredBy) writers.set(parsed.rule, enteredBy)
    return parsed.rule
  })
  read.set(hours, rules)
  return rules
}

/** The worker who wrote the rule down for somebody, by name; undefined when they said it here themselves. */
export function writerOf(rule: AvailabilityRule): string | undefined {
  return writers.get(rule)
}

/** What stands in the way of keeping the rule, and in which field; undefined when nothing does. */
export function problemOf(rule: AvailabilityRule) {
  const parsed = parseAvailabilityRule(typedRule(rule))
  return parsed.ok ? undefined : { code: parsed.code, field: parsed.field }
}

/** A rule as it is sent. */
export function inputOfRule(rule: AvailabilityRule): RuleInput {
  const { zone: _zone, ...input } = typedRule(rule)
  return input
}

export function offers(rule: AvailabilityRule): rule is OfferingRule {
  return rule.kind !== 'cannot'
}

export function ofKind<Kind extends RuleKind>(rules: readonly AvailabilityRule[], kind: Kind): RuleOf<Kind>[] {
  return rules.filter((rule): rule is RuleOf<Kind> => rule.kind === kind)
}

/** Every way that is said anywhere, best first. */
export function waysSaid(rules: readonly AvailabilityRule[]): Way[] {
  const said = new Set(rules.filter(offers).flatMap(({ how }) => how))
  return waysToChoose.filter((way) => said.has(way))
}

/** Times as somebody says them who has said no hours of their own. */
export function usualOffer(zone: string, ways: readonly Way[]): Offered {
  return { ...usualHours, zone, how: ways, preference: 'possible' }
}

/** Times of a day that somebody only touches: in the hours they said for any day on which nothing else is, where they did. */
export function touchedOffer(rules: readonly AvailabilityRule[], zone: string, ways: readonly Way[]): Offered {
  const { start, end } = [...ofKind(rules, 'calendar'), ...ofKind(rules, 'roster'), ...ofKind(rules, 'shiftCycle')].pop() ?? usualHours
  return { ...usualOffer(zone, ways), start, end }
}

import { typedRule, type AvailabilityRule } from './availability-rule'
import { textOfRule } from './same-rule'

type Rules = readonly AvailabilityRule[]

/** What was said somewhere else, while somebody was saying something here. */
export interface Meanwhile {
  readonly added: Rules
  /** Of what was added, that in whose place something stands that is said here. */
  readonly replaced: Rules
  readonly takenAway: Rules
}

/**
 * What was added elsewhere and is not said here too, and what of `here` was taken away there. `before`: what both began with;
 * `textOf` gives one text for two that say the same.
 */
export function saidElsewhere<Rule>(
  { before, here, elsewhere }: { before: readonly Rule[]; here: readonly Rule[]; elsewhere: readonly Rule[] },
  textOf: (rule: Rule) => string,
): { readonly added: Rule[]; readonly takenAway: Rule[] } {
  const texts = (rules: readonly Rule[]) => new Set(rules.map(textOf))
  const [began, is, other] = [texts(before), texts(here), texts(elsewhere)]
  return {
    added: elsewhere.filter((rule) => !began.has(textOf(rule)) && !is.has(textOf(rule))),
    takenAway: here.filter((rule) => began.has(textOf(rule)) && !other.has(textOf(rule))),
  }
}

/** What is said here, done to what was said somewhere else; and the difference that makes for this page. `before`: what both began with. */
export function withMeanwhile(before: Rules, here: Rules, elsewhere: Rules): { readonly rules: Rules; readonly news: Meanwhile } {
  const { added, takenAway } = saidElsewhere({ before, here, elsewhere }, textOf)
  const [began, is, other] = [textsOf(before), textsOf(here), textsOf(elsewhere)]
  const saidHere = here.filter((rule) => !began.has(textOf(rule)))
  const taken = new Set(saidHere.map(placeOf))
  const stays = (rule: AvailabilityRule) => !taken.has(placeOf(rule))
  return {
    rules: [
      ...elsewhere.filter((rule) => is.has(textOf(rule)) || (added.includes(rule) && stays(rule))),
      ...saidHere.filter((rule) => !other.has(textOf(rule))),
    ],
    news: { added: added.filter(stays), replaced: added.filter((rule) => !stays(rule)), takenAway },
  }
}

/** Whether both say the same, in whatever order. */
export function saySame(some: Rules, others: Rules): boolean {
  const [one, other] = [textsOf(some), textsOf(others)]
  return one.size === other.size && [...one].every((text) => other.has(text))
}

const known = new WeakMap<AvailabilityRule, string>()

function textOf(rule: AvailabilityRule): string {
  const text = known.get(rule) ?? textOfRule(typedRule(rule))
  known.set(rule, text)
  return text
}

function textsOf(rules: Rules): Set<string> {
  return new Set(rules.map(textOf))
}

/** One text for two rules of which only one can stand: there is one of my shifts, and one answer for the same hours. */
function placeOf(rule: AvailabilityRule): string {
  switch (rule.kind) {
    case 'shiftCycle':
    case 'calendar':
      return rule.kind
    case 'roster':
      return `roster ${rule.from}`
    case 'oneDay':
      return `oneDay ${rule.date}`
    case 'ordinaryWeek':
      return `ordinaryWeek ${rule.weekdays.join()} ${rule.start}-${rule.end}`
    case 'cannot':
      return textOf(rule)
  }
}

import { parseAvailabilityRule, typedRule, type AvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { hasPages, pageOf } from './rule-at'
import { inputOfRule } from './said-hours'

type Rules = readonly AvailabilityRule[]

/** What was said somewhere else, while somebody was saying something here. */
export interface Meanwhile {
  readonly added: Rules
  /** Of what was added, that in whose place something stands that is said here. */
  readonly replaced: Rules
  readonly takenAway: Rules
}

/** What is said here, done to what was said somewhere else; and the difference that makes for this page. `before`: what both began with. */
export function withMeanwhile(before: Rules, here: Rules, elsewhere: Rules): { readonly rules: Rules; readonly news: Meanwhile } {
  const [began, is, other] = [textsOf(before), textsOf(here), textsOf(elsewhere)]
  const saidHere = here.filter((rule) => !began.has(textOf(rule)))
  const taken = new Set(saidHere.map(placeOf))
  const added = elsewhere.filter((rule) => !began.has(textOf(rule)) && !is.has(textOf(rule)))
  const stays = (rule: AvailabilityRule) => !taken.has(placeOf(rule))
  return {
    rules: [
      ...elsewhere.filter((rule) => is.has(textOf(rule)) || (added.includes(rule) && stays(rule))),
      ...saidHere.filter((rule) => !other.has(textOf(rule))),
    ],
    news: {
      added: added.filter(stays),
      replaced: added.filter((rule) => !stays(rule)),
      takenAway: before.filter((rule) => is.has(textOf(rule)) && !other.has(textOf(rule))),
    },
  }
}

/** Whether both say the same, in whatever order. */
export function saySame(some: Rules, others: Rules): boolean {
  const [one, other] = [textsOf(some), textsOf(others)]
  return one.size === other.size && [...one].every((text) => other.has(text))
}

const texts = new WeakMap<AvailabilityRule, string>()

/** One text for two rules that say the same. */
function textOf(rule: AvailabilityRule): string {
  const known = texts.get(rule)
  if (known !== undefined) return known
  const parsed = parseAvailabilityRule(typedRule(rule))
  const text = JSON.stringify(inputOfRule(parsed.ok ? parsed.rule : rule))
  texts.set(rule, text)
  return text
}

function textsOf(rules: Rules): Set<string> {
  return new Set(rules.map(textOf))
}

/** One text for two rules of which only one can stand: there is one of my shifts, and one answer for the same hours. */
function placeOf(rule: AvailabilityRule): string {
  if (hasPages(rule)) return pageOf('hours', rule)
  if (rule.kind === 'oneDay') return `oneDay ${rule.date}`
  return rule.kind === 'ordinaryWeek' ? `ordinaryWeek ${rule.weekdays.join()} ${rule.start}-${rule.end}` : textOf(rule)
}

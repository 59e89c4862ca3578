import { mostRulesPerPerson, parseAvailabilityRule, type AvailabilityRule, type TypedAvailabilityRule } from '@kinplan/domain/availability/availability-rule'
import { zoneGiven } from '@kinplan/domain/availability/time-given'
import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import type { SayWhenInput } from './availability.graphql'
import { replaceRules } from './availability.store'

/** Keeps when a person can come, in place of all that was said before; gives the person's id. */
export async function sayWhen(permit: Permit<'availability:say'>, input: SayWhenInput): Promise<string> {
  const zone = zoneGiven(input.zone, 'zone')
  const said: TypedAvailabilityRule[] = [
    ...input.weeks.map((week) => ({ ...week, kind: 'ordinaryWeek' as const, zone })),
    ...input.cannot.map((cannot) => ({ ...cannot, kind: 'cannot' as const, zone })),
  ]
  if (said.length === 0) throw new Refusal('noDayChosen', 'weekdays')
  if (said.length > mostRulesPerPerson) throw new Refusal('tooMany', 'weeks')
  await replaceRules(permit, said.map(read))
  return permit.subjectId
}

function read(typed: TypedAvailabilityRule): AvailabilityRule {
  const parsed = parseAvailabilityRule(typed)
  if (!parsed.ok) throw new Refusal(parsed.code, parsed.field)
  return parsed.rule
}

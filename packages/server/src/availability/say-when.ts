import {
  mostBusyPerPerson,
  mostRulesPerPerson,
  parseAvailabilityRule,
  type AvailabilityRule,
} from '@kinplan/domain/availability/availability-rule'
import { parseZone } from '@kinplan/domain/clock/parse-time'
import { Refusal } from '@kinplan/domain/refusal'
import { parseWordsIfAny } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { tellBookedMeetings } from '../meeting/participant.store'
import type { RuleInput, SayWhenInput } from './availability.graphql'
import { replaceRules } from './availability.store'

/**
 * Keeps when a person can come, in place of all that was said before and for the next time too; nothing at all takes back that they said
 * when. Gives the person's id. Refuses changedMeanwhile where more was said since the version that was looked at.
 */
export async function sayWhen(permit: Permit<'availability:say'>, input: SayWhenInput): Promise<string> {
  const zone = parseZone(input.zone, 'zone')
  if (input.rules.length > mostRulesPerPerson) throw new Refusal('tooMany', 'rules')
  if (input.rules.reduce((sum, { busy }) => sum + (busy?.length ?? 0), 0) > mostBusyPerPerson) throw new Refusal('tooMany', 'rules')
  await replaceRules(
    permit,
    input.version,
    input.rules.map((rule, at) => parseRule(rule, zone, `rules.${at}`)),
  )
  await tellBookedMeetings(permit, { personId: permit.subjectId })
  return permit.subjectId
}

function parseRule(typed: RuleInput, zone: string, field: string): AvailabilityRule {
  const parsed = parseAvailabilityRule({ ...typed, zone })
  if (!parsed.ok) throw new Refusal(parsed.code, `${field}.${parsed.field}`)
  // Words that this kind of rule has no use for are not kept, but what cannot be kept is refused wherever it stands.
  for (const [name, value] of Object.entries(typed))
    for (const text of [value].flat()) if (typeof text === 'string') parseWordsIfAny(text, `${field}.${name}`)
  return parsed.rule
}

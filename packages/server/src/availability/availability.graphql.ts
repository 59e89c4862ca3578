import { InputType, ObjectType } from 'type-graphql'
import { preferences, ruleKinds } from '@kinplan/domain/availability/availability-rule'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, moreFields, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { NationEnum } from '../council/council.graphql'
import { WayEnum } from '../meeting/meeting.graphql'

const RuleKindEnum = enumOf('RuleKind', ruleKinds)
const PreferenceEnum = enumOf('Preference', preferences)

/** What every view of a rule shows: as it was typed, made plain. What a kind does not have is null or empty. */
@ObjectType()
class SaidRule extends fields({
  kind: RuleKindEnum,
  weekdays: described(list(whole), '1 Monday to 7 Sunday.'),
  start: nullable(text),
  end: nullable(text),
  from: nullable(text),
  until: nullable(text),
  zone: text,
  how: list(WayEnum),
  preference: nullable(PreferenceEnum),
  timeOffDays: described(nullable(whole), "Time off work: days' notice the employer needs. Null: no time off is needed."),
  sleepUntil: described(nullable(text), 'HH:MM until which they sleep after a night.'),
  cycle: described(list(text), "A day each: 'HH:MM-HH:MM', or '' for a day off."),
  shifts: described(list(text), "'YYYY-MM-DD HH:MM-HH:MM'."),
  busy: described(list(text), 'Two instants each, with a slash between.'),
}) {}

/** One thing a person said about when they can come, as the coordinator sees it. */
@ObjectType()
export class AvailabilityRule extends moreFields(SaidRule, { id }) {
  enteredById: string | null
}

/** One thing that the asker said themself, or that a worker wrote down for them. */
@ObjectType()
class MyRule extends moreFields(SaidRule, { enteredBy: described(nullable(text), 'The worker who wrote it down.') }) {}

@ObjectType()
export class MyAvailability extends fields({
  zone: text,
  saidWhen: flag,
  version: described(whole, 'Of the rules; 0 where nothing was ever said.'),
  rules: list(MyRule),
  nation: NationEnum,
  today: described(text, 'YYYY-MM-DD in their zone.'),
}) {}

@InputType()
export class RuleInput extends fields({
  kind: RuleKindEnum,
  weekdays: described(nullable(list(whole)), '1 Monday to 7 Sunday.'),
  start: nullable(text),
  end: nullable(text),
  from: described(nullable(text), 'The first day; of a shift cycle the day its first entry falls on; of one day that day.'),
  until: nullable(text),
  how: nullable(list(WayEnum)),
  preference: nullable(PreferenceEnum),
  timeOffDays: nullable(whole),
  sleepUntil: nullable(text),
  cycle: nullable(list(text)),
  shifts: nullable(list(text)),
  busy: nullable(list(text)),
}) {}

@InputType()
export class SayWhenInput extends fields({
  personId: described(nullable(id), 'Only from a worker, on behalf of somebody; a person says their own.'),
  version: described(whole, 'Of the rules that were looked at.'),
  zone: text,
  rules: described(list(RuleInput), "Everything, in place of what was said before. A field refused is named 'rules.<index>.<field>'."),
}) {}

export const SayWhenICanComeResult = resultOf('SayWhenICanCome', { version: whole })

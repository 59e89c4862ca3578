import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { preferences, ruleKinds, type Preference, type RuleKind } from '@kinplan/domain/availability/availability-rule'
import { type Nation } from '@kinplan/domain/days-off/bank-holidays'
import type { Way } from '@kinplan/domain/meeting/participation'
import { enumOf } from '../access/enum.graphql'
import { resultOf } from '../access/refused.graphql'
import { NationEnum } from '../council/council.graphql'
import { WayEnum } from '../meeting/meeting.graphql'

const RuleKindEnum = enumOf('RuleKind', ruleKinds)
const PreferenceEnum = enumOf('Preference', preferences)

/** What every view of a rule shows: as it was typed, made plain. What a kind does not have is null or empty. */
@ObjectType()
class SaidRule {
  @Field(() => RuleKindEnum)
  kind: RuleKind
  @Field(() => [Int], { description: '1 Monday to 7 Sunday.' })
  weekdays: number[]
  @Field(() => String, { nullable: true })
  start: string | null
  @Field(() => String, { nullable: true })
  end: string | null
  @Field(() => String, { nullable: true })
  from: string | null
  @Field(() => String, { nullable: true })
  until: string | null
  @Field(() => String)
  zone: string
  @Field(() => [WayEnum])
  how: Way[]
  @Field(() => PreferenceEnum, { nullable: true })
  preference: Preference | null
  @Field(() => Int, { nullable: true, description: "Time off work: days' notice the employer needs. Null: no time off is needed." })
  timeOffDays: number | null
  @Field(() => String, { nullable: true, description: 'HH:MM until which they sleep after a night.' })
  sleepUntil: string | null
  @Field(() => [String], { description: "A day each: 'HH:MM-HH:MM', or '' for a day off." })
  cycle: string[]
  @Field(() => [String], { description: "'YYYY-MM-DD HH:MM-HH:MM'." })
  shifts: string[]
  @Field(() => [String], { description: 'Two instants each, with a slash between.' })
  busy: string[]
}

/** One thing a person said about when they can come, as the coordinator sees it. */
@ObjectType()
export class AvailabilityRule extends SaidRule {
  enteredById: string | null
  @Field(() => ID)
  id: string
}

/** One thing that the asker said themself, or that a worker wrote down for them. */
@ObjectType()
class MyRule extends SaidRule {
  @Field(() => String, { nullable: true, description: 'The worker who wrote it down.' })
  enteredBy: string | null
}

@ObjectType()
export class MyAvailability {
  @Field(() => String)
  zone: string
  @Field(() => Boolean)
  saidWhen: boolean
  @Field(() => Int, { description: 'Of the rules; 0 where nothing was ever said.' })
  version: number
  @Field(() => [MyRule])
  rules: MyRule[]
  @Field(() => NationEnum)
  nation: Nation
  @Field(() => String, { description: 'YYYY-MM-DD in their zone.' })
  today: string
}

@InputType()
export class RuleInput {
  @Field(() => RuleKindEnum)
  kind: RuleKind
  @Field(() => [Int], { nullable: true, description: '1 Monday to 7 Sunday.' })
  weekdays: number[] | null
  @Field(() => String, { nullable: true })
  start: string | null
  @Field(() => String, { nullable: true })
  end: string | null
  @Field(() => String, {
    nullable: true,
    description: 'The first day; of a shift cycle the day its first entry falls on; of one day that day.',
  })
  from: string | null
  @Field(() => String, { nullable: true })
  until: string | null
  @Field(() => [WayEnum], { nullable: true })
  how: Way[] | null
  @Field(() => PreferenceEnum, { nullable: true })
  preference: Preference | null
  @Field(() => Int, { nullable: true })
  timeOffDays: number | null
  @Field(() => String, { nullable: true })
  sleepUntil: string | null
  @Field(() => [String], { nullable: true })
  cycle: string[] | null
  @Field(() => [String], { nullable: true })
  shifts: string[] | null
  @Field(() => [String], { nullable: true })
  busy: string[] | null
}

@InputType()
export class SayWhenInput {
  @Field(() => ID, { nullable: true, description: 'Only from a worker, on behalf of somebody; a person says their own.' })
  personId: string | null
  @Field(() => Int, { description: 'Of the rules that were looked at.' })
  version: number
  @Field(() => String)
  zone: string
  @Field(() => [RuleInput], {
    description: "Everything, in place of what was said before. A field refused is named 'rules.<index>.<field>'.",
  })
  rules: RuleInput[]
}

export const SayWhenICanComeResult = resultOf('SayWhenICanCome', { version: () => Int })

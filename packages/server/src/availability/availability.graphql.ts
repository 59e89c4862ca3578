import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { AvailabilityRule as Rule } from '@kinplan/domain/availability/availability-rule'
import type { MeetingShape } from '@kinplan/domain/meeting/placed-together'
import { criteria, type Criterion } from '@kinplan/domain/availability/proposal-order'
import type { LeftOutWhy } from '@kinplan/domain/availability/ranked-times'
import type { Way } from '@kinplan/domain/meeting/participation'
import type { RefusalCode } from '@kinplan/domain/refusal'
import { enumOf } from '../access/enum.graphql'
import { RefusalCodeEnum, resultOf } from '../access/refused.graphql'
import { WayEnum } from '../meeting/meeting.graphql'

export const RuleKindEnum = enumOf<Rule['kind']>('RuleKind', ['ordinaryWeek', 'cannot'])
export const TimeShapeEnum = enumOf<MeetingShape>('TimeShape', ['together', 'byVideo', 'separate'])
export const TimeCriterionEnum = enumOf('TimeCriterion', criteria)
export const LeftOutWhyEnum = enumOf<LeftOutWhy>('LeftOutWhy', ['notFree', 'noAnswerYet', 'keptApart'])

/** One thing a person said about when they can come, as the coordinator sees it. */
@ObjectType()
export class AvailabilityRule {
  enteredById: string | null
  @Field(() => ID)
  id: string
  @Field(() => RuleKindEnum)
  kind: Rule['kind']
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
}

@ObjectType()
export class MyWeek {
  @Field(() => [Int])
  weekdays: number[]
  @Field(() => String)
  start: string
  @Field(() => String)
  end: string
  @Field(() => [WayEnum])
  how: Way[]
}

@ObjectType()
export class MyCannot {
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
}

@ObjectType()
export class MyAvailability {
  @Field(() => String)
  zone: string
  @Field(() => [MyWeek])
  weeks: MyWeek[]
  @Field(() => [MyCannot])
  cannot: MyCannot[]
  @Field(() => Boolean)
  saidWhen: boolean
}

@ObjectType()
export class ComesBy {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => WayEnum)
  how: Way
}

@ObjectType()
export class LeftOut {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => LeftOutWhyEnum)
  why: LeftOutWhy
}

/** One time for the meeting, with who can come and how, and who cannot and why. For the coordinator alone. */
@ObjectType()
export class TimeProposal {
  @Field(() => String)
  start: string
  @Field(() => String)
  startWall: string
  @Field(() => String)
  endWall: string
  @Field(() => String)
  zone: string
  @Field(() => TimeShapeEnum)
  shape: MeetingShape
  @Field(() => [ComesBy])
  comes: ComesBy[]
  @Field(() => [LeftOut])
  leftOut: LeftOut[]
  @Field(() => TimeCriterionEnum, { nullable: true, description: 'The first thing in which it beats the next one.' })
  better: Criterion | null
}

@ObjectType()
export class RankedTimes {
  @Field(() => RefusalCodeEnum, { nullable: true })
  refused: RefusalCode | null
  @Field(() => String, { nullable: true })
  field: string | null
  @Field(() => [TimeProposal])
  proposals: TimeProposal[]
}

@InputType()
export class TimesAsk {
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
  @Field(() => String)
  minutes: string
  @Field(() => String)
  earliest: string
  @Field(() => String)
  latest: string
  @Field(() => [Int])
  weekdays: number[]
}

@InputType()
export class WeekInput {
  @Field(() => [Int])
  weekdays: number[]
  @Field(() => String)
  start: string
  @Field(() => String)
  end: string
  @Field(() => [WayEnum])
  how: Way[]
}

@InputType()
export class CannotInput {
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
}

@InputType()
export class SayWhenInput {
  @Field(() => ID, { nullable: true, description: 'Only from a worker, on behalf of somebody; a person says their own.' })
  personId: string | null
  @Field(() => String)
  zone: string
  @Field(() => [WeekInput])
  weeks: WeekInput[]
  @Field(() => [CannotInput])
  cannot: CannotInput[]
}

export const SayWhenICanComeResult = resultOf('SayWhenICanCome', { saved: () => Boolean })

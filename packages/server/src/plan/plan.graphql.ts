import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import {
  agreementAnswers,
  councilAnswers,
  givenTo,
  type AgreementAnswer,
  type CouncilAnswerKind,
  type GivenTo,
} from '@kinplan/domain/plan/answers'
import { enumOf } from '../access/enum.graphql'
import type { Permit } from '../access/permit'
import { resultOf } from '../access/refused.graphql'

const AgreementAnswerEnum = enumOf('AgreementAnswer', agreementAnswers)
const GivenToEnum = enumOf('GivenTo', givenTo)
const CouncilAnswerKindEnum = enumOf('CouncilAnswerKind', councilAnswers)

@ObjectType()
export class PlanRow {
  @Field(() => ID)
  id: string
  @Field(() => Int)
  version: number
  @Field(() => String)
  sharedAt: string
}

/** A plan the family shared, as workers see it. */
@ObjectType()
export class Plan extends PlanRow {
  permit: Permit<'plan:read'>
  sharedById: string | null
  @Field(() => ID)
  meetingId: string
  @Field(() => String)
  wantYouToKnow: string
}

/** A plan as one person who takes part may know it. */
@ObjectType()
export class MyPlan extends PlanRow {
  permit: Permit<'plan:readMine'>
  @Field(() => ID)
  meetingId: string
  @Field(() => String)
  wantYouToKnow: string
}

/** The family's own words. */
@ObjectType()
export class PlanStep {
  @Field(() => ID)
  id: string
  @Field(() => ID, { nullable: true })
  bottomLineId: string | null
  @Field(() => String, { nullable: true })
  heading: string | null
  @Field(() => String)
  what: string
  @Field(() => String)
  who: string
  @Field(() => String)
  byWhen: string
  @Field(() => String)
  howWeWillKnow: string
  @Field(() => String)
  helpNeeded: string
  @Field(() => String)
  ifItDoesNotWork: string
}

@ObjectType()
export class Agreement {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => AgreementAnswerEnum)
  answer: AgreementAnswer
  @Field(() => String, { nullable: true })
  reason: string | null
  @Field(() => GivenToEnum)
  givenTo: GivenTo
}

@ObjectType()
export class MyAnswer {
  @Field(() => AgreementAnswerEnum)
  answer: AgreementAnswer
  @Field(() => String, { nullable: true })
  reason: string | null
}

@ObjectType()
export class CouncilAnswer {
  answeredById: string
  @Field(() => ID)
  id: string
  @Field(() => ID, { nullable: true, description: 'Null: the plan as a whole.' })
  stepId: string | null
  @Field(() => CouncilAnswerKindEnum)
  answer: CouncilAnswerKind
  @Field(() => String, { nullable: true })
  reason: string | null
  @Field(() => String, { nullable: true })
  wouldMakeYes: string | null
  @Field(() => String, { nullable: true })
  decider: string | null
  @Field(() => String, { nullable: true })
  decideBy: string | null
  @Field(() => String)
  at: string
}

@InputType()
class StepInput {
  @Field(() => ID, { nullable: true })
  bottomLineId: string | null
  @Field(() => String, { nullable: true })
  heading: string | null
  @Field(() => String)
  what: string
  @Field(() => String)
  who: string
  @Field(() => String)
  byWhen: string
  @Field(() => String)
  howWeWillKnow: string
  @Field(() => String)
  helpNeeded: string
  @Field(() => String)
  ifItDoesNotWork: string
}

@InputType()
export class SharePlanInput {
  @Field(() => ID)
  draftId: string
  @Field(() => Int)
  head: number
  @Field(() => String)
  shareProof: string
  @Field(() => String)
  wantYouToKnow: string
  @Field(() => String, { description: 'SHA-256 of the plan as previewed, in hex or base64url.' })
  digest: string
  @Field(() => [StepInput])
  steps: StepInput[]
}

@InputType()
export class AgreePlanInput {
  @Field(() => ID)
  planId: string
  @Field(() => AgreementAnswerEnum)
  answer: AgreementAnswer
  @Field(() => String)
  reason: string
}

@InputType()
export class AgreePlanForInput {
  @Field(() => ID)
  planId: string
  @Field(() => ID)
  participantId: string
  @Field(() => AgreementAnswerEnum)
  answer: AgreementAnswer
  @Field(() => String)
  reason: string
  @Field(() => GivenToEnum)
  givenTo: GivenTo
}

@InputType()
export class AnswerForCouncilInput {
  @Field(() => ID)
  planId: string
  @Field(() => ID, { nullable: true })
  stepId: string | null
  @Field(() => CouncilAnswerKindEnum)
  answer: CouncilAnswerKind
  @Field(() => String)
  reason: string
  @Field(() => String)
  wouldMakeYes: string
  @Field(() => String)
  decider: string
  @Field(() => String, { description: 'YYYY-MM-DD, when somebody else decides; otherwise empty.' })
  decideBy: string
}

export const SharePlanResult = resultOf('SharePlan', { plan: () => MyPlan })
export const AgreePlanResult = resultOf('AgreePlan', { plan: () => MyPlan })
export const AgreePlanForResult = resultOf('AgreePlanFor', { plan: () => Plan })
export const AnswerForCouncilResult = resultOf('AnswerForCouncil', { plan: () => Plan })

import { InputType, ObjectType } from 'type-graphql'
import { agreementAnswers, councilAnswers, givenTo } from '@kinplan/domain/plan/answers'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, moreFields, nullable, text, whole } from '../access/fields.graphql'
import type { Permit } from '../access/permit'
import { resultOf } from '../access/refused.graphql'

const AgreementAnswerEnum = enumOf('AgreementAnswer', agreementAnswers)
export const GivenToEnum = enumOf('GivenTo', givenTo)
const CouncilAnswerKindEnum = enumOf('CouncilAnswerKind', councilAnswers)

@ObjectType()
export class PlanRow extends fields({
  id,
  version: whole,
  sharedAt: text,
  fromPaper: described(flag, 'The family wrote it on paper.'),
}) {}

/** What everybody who reads a plan is told of the link through which it was shared. */
@ObjectType()
export class SharedThrough extends fields({
  linkOf: described(text, 'The worker who made the link, and could read it.'),
  alone: described(flag, 'Nobody else of the family had joined the draft.'),
  mine: described(flag, 'The link was made for the viewer.'),
}) {}

/** A plan the family shared, as workers see it. */
@ObjectType()
export class Plan extends moreFields(PlanRow, { meetingId: id, wantYouToKnow: text }) {
  permit: Permit<'plan:read'>
  sharedById: string | null
  sharedAlone: boolean
  byLinkOfId: string | null
  typedById: string | null
  typedAt: Date | null
  readBackToIds: string[]
  yesGivenTo: string | null
  yesSaidToId: string | null
}

/** A plan as one person who takes part may know it. */
@ObjectType()
export class MyPlan extends moreFields(PlanRow, { meetingId: id, wantYouToKnow: text }) {
  permit: Permit<'plan:readMine'>
  sharedById: string | null
  sharedAlone: boolean
  byLinkOfId: string | null
  typedById: string | null
  typedAt: Date | null
  readBackToIds: string[]
  yesGivenTo: string | null
  yesSaidToId: string | null
}

/** The family's own words of a step. */
export const step = {
  bottomLineId: nullable(id),
  heading: nullable(text),
  what: text,
  who: text,
  byWhen: text,
  howWeWillKnow: text,
  helpNeeded: text,
  ifItDoesNotWork: text,
}

@ObjectType()
export class PlanStep extends fields({ id, ...step }) {}

@ObjectType()
export class Agreement extends fields({
  participantId: id,
  name: text,
  answer: AgreementAnswerEnum,
  reason: nullable(text),
  givenTo: GivenToEnum,
}) {
  byLinkOfId: string | null
}

@ObjectType()
export class MyAnswer extends fields({ answer: AgreementAnswerEnum, reason: nullable(text) }) {
  byLinkOfId: string | null
}

@ObjectType()
export class CouncilAnswer extends fields({
  id,
  stepId: described(nullable(id), 'Null: the plan as a whole.'),
  answer: CouncilAnswerKindEnum,
  reason: nullable(text),
  wouldMakeYes: nullable(text),
  decider: nullable(text),
  decideBy: nullable(text),
  at: text,
}) {
  answeredById: string
}

@InputType()
class StepInput extends fields(step) {}

@InputType()
export class SharePlanInput extends fields({
  draftId: id,
  head: whole,
  shareProof: text,
  wantYouToKnow: text,
  digest: described(text, 'SHA-256 of the plan as previewed, in hex or base64url.'),
  steps: list(StepInput),
}) {}

@InputType()
export class AgreePlanInput extends fields({ planId: id, answer: AgreementAnswerEnum, reason: text }) {}

@InputType()
export class AgreePlanForInput extends fields({
  planId: id,
  participantId: id,
  answer: AgreementAnswerEnum,
  reason: text,
  givenTo: GivenToEnum,
}) {}

@InputType()
export class AnswerForCouncilInput extends fields({
  planId: id,
  stepId: nullable(id),
  answer: CouncilAnswerKindEnum,
  reason: text,
  wouldMakeYes: text,
  decider: text,
  decideBy: described(text, 'YYYY-MM-DD, when somebody else decides; otherwise empty.'),
}) {}

export const SharePlanResult = resultOf('SharePlan', { plan: MyPlan })
export const AgreePlanResult = resultOf('AgreePlan', { plan: MyPlan })
export const AgreePlanForResult = resultOf('AgreePlanFor', { plan: Plan })
export const AnswerForCouncilResult = resultOf('AnswerForCouncil', { plan: Plan })

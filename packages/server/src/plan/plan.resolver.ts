import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, viewerCan } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { RightEnum } from '../access/right.graphql'
import { nothing } from '../access/subject'
import { Worker } from '../worker/worker.graphql'
import { workerById } from '../worker/worker.store'
import { agreePlan, agreePlanFor } from './agree-plan'
import { countAnswers, namedAnswers, ownAnswer, ownPart } from './agreement.store'
import { answerForCouncil } from './answer-for-council'
import { councilAnswersTo } from './council-answer.store'
import {
  Agreement,
  AgreePlanForInput,
  AgreePlanForResult,
  AgreePlanInput,
  AgreePlanResult,
  AnswerForCouncilInput,
  AnswerForCouncilResult,
  CouncilAnswer,
  MyAnswer,
  MyPlan,
  Plan,
  PlanStep,
  SharePlanInput,
  SharePlanResult,
} from './plan.graphql'
import { planOf, plansFor, sharerOf, stepsOf } from './plan.store'
import { sharePlan } from './share-plan'

/** A shared plan that a worker may read, or null. */
export async function showPlan(op: Operation, id: string): Promise<Plan | null> {
  const granted = await permitted(op, 'plan:read', { kind: 'plan', id })
  return granted && Object.assign(new Plan(), await planOf(granted), { permit: granted })
}

/** A shared plan that this person may read, or null. */
async function showMyPlan(op: Operation, id: string): Promise<MyPlan | null> {
  const granted = await permitted(op, 'plan:readMine', { kind: 'plan', id })
  if (granted === null || op.viewer.kind !== 'person') return null
  const plan = (await plansFor(granted, op.viewer.id)).find((one) => one.id === id)
  return plan === undefined ? null : Object.assign(new MyPlan(), plan, { permit: granted })
}

const shown = (op: Operation) => (id: string) => ({ plan: seen(showPlan(op, id)) })
const shownMine = (op: Operation) => (id: string) => ({ plan: seen(showMyPlan(op, id)) })

@Resolver(() => Plan)
export class PlanResolver {
  @Query(() => Plan, { nullable: true })
  plan(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return showPlan(op, id)
  }

  @FieldResolver(() => String, { nullable: true })
  sharedBy(@Root() plan: Plan) {
    return plan.sharedById === null ? null : sharerOf(plan.permit, plan.sharedById)
  }

  @FieldResolver(() => [PlanStep])
  steps(@Root() plan: Plan) {
    return stepsOf(plan.permit)
  }

  @FieldResolver(() => [Agreement], { nullable: true, description: 'For the coordinator until the ending; null otherwise.' })
  async agreements(@Ctx() op: Operation, @Root() plan: Plan) {
    const granted = await permitted(op, 'agreement:read', { kind: 'plan', id: plan.id })
    return granted && namedAnswers(plan.permit, granted)
  }

  @FieldResolver(() => Int)
  async answered(@Root() plan: Plan) {
    return (await countAnswers(plan.permit)).answered
  }

  @FieldResolver(() => Int, {
    description: 'How many may answer; for those who may not read who is kept apart, how many come or send views.',
  })
  async participants(@Ctx() op: Operation, @Root() plan: Plan) {
    const readsPairs = (await permitted(op, 'pair:read', { kind: 'meeting', id: plan.meetingId })) !== null
    const { participants, taking } = await countAnswers(plan.permit)
    return readsPairs ? participants : taking
  }

  @FieldResolver(() => [CouncilAnswer])
  council(@Root() plan: Plan) {
    return councilAnswersTo(plan.permit)
  }

  @FieldResolver(() => [RightEnum])
  viewerCan(@Ctx() op: Operation, @Root() plan: Plan) {
    return viewerCan(op, { kind: 'plan', id: plan.id })
  }

  @mutationOf(AgreePlanForResult)
  agreePlanFor(@Ctx() op: Operation, @Arg('input', () => AgreePlanForInput) input: AgreePlanForInput) {
    return mutate(op, async () => agreePlanFor(await permit(op, 'plan:agreeFor', { kind: 'plan', id: input.planId }), input), shown(op))
  }

  @mutationOf(AnswerForCouncilResult)
  answerForCouncil(@Ctx() op: Operation, @Arg('input', () => AnswerForCouncilInput) input: AnswerForCouncilInput) {
    return mutate(
      op,
      async () => answerForCouncil(await permit(op, 'plan:answerForCouncil', { kind: 'plan', id: input.planId }), input),
      shown(op),
    )
  }
}

@Resolver(() => MyPlan)
export class MyPlanResolver {
  @Query(() => MyPlan, { nullable: true })
  myPlan(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return showMyPlan(op, id)
  }

  @FieldResolver(() => [PlanStep])
  steps(@Root() plan: MyPlan) {
    return stepsOf(plan.permit)
  }

  @FieldResolver(() => [CouncilAnswer])
  council(@Root() plan: MyPlan) {
    return councilAnswersTo(plan.permit)
  }

  @FieldResolver(() => MyAnswer, { nullable: true, description: 'What this person answered; nobody else of the family ever sees it.' })
  async myAnswer(@Ctx() op: Operation, @Root() plan: MyPlan) {
    const participantId = await ownPart(plan.permit)
    const granted = participantId === null ? null : await permitted(op, 'agreement:read', { kind: 'participant', id: participantId })
    return granted && ownAnswer(granted, plan.id)
  }

  @FieldResolver(() => [RightEnum])
  viewerCan(@Ctx() op: Operation, @Root() plan: MyPlan) {
    return viewerCan(op, { kind: 'plan', id: plan.id })
  }

  @mutationOf(SharePlanResult)
  sharePlan(@Ctx() op: Operation, @Arg('input', () => SharePlanInput) input: SharePlanInput) {
    return mutate(op, async () => sharePlan(await permit(op, 'draft:share', { kind: 'draft', id: input.draftId }), input), shownMine(op))
  }

  @mutationOf(AgreePlanResult)
  agreePlan(@Ctx() op: Operation, @Arg('input', () => AgreePlanInput) input: AgreePlanInput) {
    return mutate(
      op,
      async () => {
        // Whoever may not read it does not hear that it is too early or too late: that would tell that it is there.
        const subject = (await showMyPlan(op, input.planId)) === null ? nothing : ({ kind: 'plan', id: input.planId } as const)
        return agreePlan(await permit(op, 'plan:agree', subject), input)
      },
      shownMine(op),
    )
  }
}

@Resolver(() => CouncilAnswer)
export class CouncilAnswerResolver {
  @FieldResolver(() => Worker)
  by(@Ctx() op: Operation, @Root() answer: CouncilAnswer) {
    return workerById(op, answer.answeredById)
  }
}

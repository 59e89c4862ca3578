import { Ctx, FieldResolver, Int, Resolver, Root } from 'type-graphql'
import type { Operation } from '../access/operation'
import { workerById } from '../worker/worker.store'
import { countByLink } from './agreement.store'
import { Agreement, MyAnswer, MyPlan, Plan, SharedThrough } from './plan.graphql'

type Shared = Pick<Plan, 'byLinkOfId' | 'sharedAlone' | 'sharedById'>
const ofCount = 'How many answers came through a link that a worker could read.'
const ofLink = 'The worker who made the link through which it came, and could read it; null when no worker could.'

async function sharedThrough(op: Operation, { byLinkOfId, sharedAlone, sharedById }: Shared): Promise<SharedThrough | null> {
  if (byLinkOfId === null) return null
  const { name } = await workerById(op, byLinkOfId)
  return { linkOf: name, alone: sharedAlone, mine: op.viewer.kind === 'person' && op.viewer.id === sharedById }
}

async function linkOf(op: Operation, { byLinkOfId }: Pick<Agreement, 'byLinkOfId'>): Promise<string | null> {
  return byLinkOfId === null ? null : (await workerById(op, byLinkOfId)).name
}

@Resolver(() => Plan)
export class PlanByLinkResolver {
  @FieldResolver(() => SharedThrough, { nullable: true })
  sharedThrough(@Ctx() op: Operation, @Root() plan: Plan) {
    return sharedThrough(op, plan)
  }

  @FieldResolver(() => Int, { description: ofCount })
  answeredByLink(@Root() plan: Plan) {
    return countByLink(plan.permit)
  }
}

@Resolver(() => MyPlan)
export class MyPlanByLinkResolver {
  @FieldResolver(() => SharedThrough, { nullable: true })
  sharedThrough(@Ctx() op: Operation, @Root() plan: MyPlan) {
    return sharedThrough(op, plan)
  }

  @FieldResolver(() => Int, { description: ofCount })
  answeredByLink(@Root() plan: MyPlan) {
    return countByLink(plan.permit)
  }
}

@Resolver(() => Agreement)
export class AgreementByLinkResolver {
  @FieldResolver(() => String, { nullable: true, description: ofLink })
  linkOf(@Ctx() op: Operation, @Root() answer: Agreement) {
    return linkOf(op, answer)
  }
}

@Resolver(() => MyAnswer)
export class MyAnswerByLinkResolver {
  @FieldResolver(() => String, { nullable: true, description: ofLink })
  linkOf(@Ctx() op: Operation, @Root() answer: MyAnswer) {
    return linkOf(op, answer)
  }
}

import type { GivenTo } from '@kinplan/domain/plan/answers'
import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import type { Operation } from '../access/operation'
import { workerById } from '../worker/worker.store'
import { namesKnown } from './names-known'
import { PaperMark } from './paper-plan.graphql'
import { MyPlan, Plan } from './plan.graphql'

const ofPaper = 'How it came from paper; null for a plan that was shared from the family’s own devices.'

async function paperMark(op: Operation, plan: Plan | MyPlan): Promise<PaperMark | null> {
  const { typedById, typedAt, readBackToIds, sharedById, yesGivenTo, yesSaidToId } = plan
  if (typedById === null || typedAt === null) return null
  return {
    typedBy: (await workerById(op, typedById)).name,
    typedAt: typedAt.toISOString(),
    readBackTo: await namesKnown(plan.permit, readBackToIds),
    yesBy: (await namesKnown(plan.permit, sharedById === null ? [] : [sharedById]))[0] ?? null,
    yesGivenTo: yesGivenTo as GivenTo,
    yesSaidTo: yesSaidToId === null ? null : (await workerById(op, yesSaidToId)).name,
    mine: op.viewer.kind === 'person' && op.viewer.id === sharedById,
  }
}

@Resolver(() => Plan)
export class PlanPaperMarkResolver {
  @FieldResolver(() => PaperMark, { nullable: true, description: ofPaper })
  paperMark(@Ctx() op: Operation, @Root() plan: Plan) {
    return paperMark(op, plan)
  }
}

@Resolver(() => MyPlan)
export class MyPlanPaperMarkResolver {
  @FieldResolver(() => PaperMark, { nullable: true, description: ofPaper })
  paperMark(@Ctx() op: Operation, @Root() plan: MyPlan) {
    return paperMark(op, plan)
  }
}

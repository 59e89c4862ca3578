import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, type Permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { MyRoom } from '../private-time/draft.graphql'
import { showRoom } from '../private-time/draft.resolver'
import { doubtPlan, takeBackDoubt } from './doubt-plan'
import { DoubtPlanResult, PlanDoubt, TakeBackDoubtResult } from './plan-doubt.graphql'
import { doubtsOf, isDoubted } from './plan-doubt.store'
import { Plan } from './plan.graphql'

function change(op: Operation, draftId: string, work: (granted: Permit<'draft:doubt'>) => Promise<void>) {
  return mutate(
    op,
    async () => {
      const granted = await permit(op, 'draft:doubt', { kind: 'draft', id: draftId })
      await work(granted)
      return granted.meetingId
    },
    (id) => ({ room: seen(showRoom(op, id)) }),
  )
}

@Resolver(() => MyRoom)
export class MyDoubtResolver {
  @FieldResolver(() => Boolean, {
    description: 'This person has told the coordinator, and nobody else, that the shared plan is not what they wrote.',
  })
  async doubted(@Ctx() op: Operation, @Root() { draft }: MyRoom): Promise<boolean> {
    if (draft === null || draft.shared === null) return false
    const granted = await permitted(op, 'draft:doubt', { kind: 'draft', id: draft.id })
    return granted !== null && isDoubted(granted)
  }

  @mutationOf(DoubtPlanResult)
  doubtPlan(@Ctx() op: Operation, @Arg('draftId', () => ID) draftId: string, @Arg('memberProof', () => String) memberProof: string) {
    return change(op, draftId, (granted) => doubtPlan(granted, memberProof))
  }

  @mutationOf(TakeBackDoubtResult)
  takeBackDoubt(@Ctx() op: Operation, @Arg('draftId', () => ID) draftId: string, @Arg('memberProof', () => String) memberProof: string) {
    return change(op, draftId, (granted) => takeBackDoubt(granted, memberProof))
  }
}

@Resolver(() => Plan)
export class PlanDoubtResolver {
  @FieldResolver(() => [PlanDoubt], {
    nullable: true,
    description: 'Who of those who wrote it says that it is not what they wrote: for the coordinator; null for everybody else.',
  })
  async doubts(@Ctx() op: Operation, @Root() plan: Plan) {
    const granted = await permitted(op, 'doubt:read', { kind: 'plan', id: plan.id })
    return granted && doubtsOf(granted)
  }
}

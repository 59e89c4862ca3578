import { inOrder, whatIsStuck, type StuckThing } from '@kinplan/domain/action/what-is-stuck'
import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { Worker } from '../worker/worker.graphql'
import { workerById } from '../worker/worker.store'
import type { Operation } from '../access/operation'
import { teamScope } from '../access/scope'
import { WorkerStuck } from './stuck.graphql'
import { familiesOfScope } from './stuck.store'

@Resolver(() => WorkerStuck)
export class StuckResolver {
  @Query(() => [WorkerStuck], {
    nullable: true,
    description: "The supervisor's page: what does not move, by the worker who holds it. The present state, not a history.",
  })
  async stuck(@Ctx() op: Operation): Promise<Omit<WorkerStuck, 'worker'>[] | null> {
    const scope = await teamScope(op)
    if (scope === null) return null
    const families = await familiesOfScope(scope)
    const things = families.flatMap((family) => whatIsStuck(family, op.now)).toSorted(inOrder)
    const byWorker = new Map<string, StuckThing[]>()
    for (const thing of things) byWorker.set(thing.workerId, [...(byWorker.get(thing.workerId) ?? []), thing])
    return [...byWorker].map(([workerId, items]) => ({ workerId, items }))
  }

  @FieldResolver(() => Worker)
  worker(@Ctx() op: Operation, @Root() stuck: WorkerStuck) {
    return workerById(op, stuck.workerId)
  }
}

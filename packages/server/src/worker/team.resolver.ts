import { Ctx, FieldResolver, Query, Resolver, Root } from 'type-graphql'
import { loadOnce } from '../access/load-once'
import type { Operation } from '../access/operation'
import { permitted } from '../access/permit'
import { Team, Worker } from './worker.graphql'
import { everyTeam, workerById, workersOfTeams } from './worker.store'

@Resolver(() => Team)
export class TeamResolver {
  @Query(() => [Team], { nullable: true })
  async teams(@Ctx() op: Operation) {
    const granted = await permitted(op, 'family:list', { kind: 'none' })
    return granted && everyTeam(op)
  }

  @FieldResolver(() => Worker)
  supervisor(@Ctx() op: Operation, @Root() team: Team) {
    return workerById(op, team.supervisorId)
  }

  @FieldResolver(() => [Worker])
  async workers(@Ctx() op: Operation, @Root() team: Team) {
    return (await loadOnce(op, 'workersOfTeams', () => workersOfTeams(op))).get(team.id) ?? []
  }
}

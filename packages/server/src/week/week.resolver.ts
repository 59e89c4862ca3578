import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import type { Operation } from '../access/operation'
import { permitted } from '../access/permit'
import { showWeek } from './show-week'
import { Week } from './week.graphql'

@Resolver()
export class WeekResolver {
  @Query(() => Week, {
    nullable: true,
    description: 'Seven days from `from` (YYYY-MM-DD); null for those who are no worker, and for what is not a day.',
  })
  async week(@Ctx() op: Operation, @Arg('from', () => String) from: string) {
    const granted = await permitted(op, 'family:list', { kind: 'none' })
    return granted && showWeek(granted, from)
  }
}

import { Arg, Ctx, Query, Resolver } from 'type-graphql'
import type { Operation } from './operation'
import { permitted } from './permit'
import { nothing } from './subject'
import { Looks } from './who-looked.graphql'
import { looksAtMine } from './who-looked.store'

@Resolver()
export class WhoLookedResolver {
  @Query(() => Looks, {
    nullable: true,
    description: 'Of a person: which workers looked at what concerns them, by day, the newest first; four weeks at a time.',
  })
  async whoLooked(@Ctx() op: Operation, @Arg('before', () => String, { nullable: true }) before: string | null): Promise<Looks | null> {
    const { viewer } = op
    const subject = viewer.kind === 'person' ? ({ kind: 'person', id: viewer.id } as const) : nothing
    const granted = await permitted(op, 'record:readMine', subject)
    return granted && looksAtMine(granted, before ?? null)
  }
}

import { Arg, Ctx, ID, Int, Query, Resolver } from 'type-graphql'
import { AccessRecordPage } from './access-record.graphql'
import { pageOfRecord } from './access-record.store'
import type { Operation } from './operation'
import { permitted } from './permit'

/** At most as many rows as one page may ask for. */
const mostRows = 100

@Resolver()
export class AccessRecordResolver {
  @Query(() => AccessRecordPage, {
    nullable: true,
    description: "Who asked for what in one family, newest first; for its team's supervisor.",
  })
  async accessRecord(
    @Ctx() op: Operation,
    @Arg('familyId', () => ID) familyId: string,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ): Promise<AccessRecordPage | null> {
    const granted = await permitted(op, 'family:record', { kind: 'family', id: familyId })
    return granted && pageOfRecord(granted, Math.min(Math.max(first, 1), mostRows), after ?? null)
  }
}

import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { parseDay } from '@kinplan/domain/clock/parse-time'
import { mostName, parseWords } from '@kinplan/domain/parse-words'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { Family } from '../family/family.graphql'
import { showFamily } from '../family/family.resolver'
import { Worker } from '../worker/worker.graphql'
import { workerById } from '../worker/worker.store'
import {
  BreakGlass,
  BreakGlassInput,
  BreakGlassResult,
  EndBreakGlassResult,
  ReviewBreakGlassInput,
  ReviewBreakGlassResult,
} from './break-glass.graphql'
import { breakGlassOf, brokenUntil, closeBroken, familyOpenedBy, openByChild, saveReview } from './break-glass.store'

/** Reading a family that is not one's own, in an emergency: for an hour, with a reason, told at once and looked at afterwards. */
@Resolver(() => Family)
export class BreakGlassResolver {
  @FieldResolver(() => [BreakGlass], { nullable: true, description: 'Null for those it is not for.' })
  async breakGlass(@Ctx() op: Operation, @Root() { id }: Family) {
    const granted = await permitted(op, 'breakGlass:read', { kind: 'family', id })
    return granted && breakGlassOf(granted)
  }

  @FieldResolver(() => String, {
    nullable: true,
    description: 'Until when the viewer may read the family because of an emergency; null for those whose family it is.',
  })
  readUntil(@Root() { permit: granted }: Family) {
    return brokenUntil(granted)
  }
}

@Resolver()
export class BreakGlassChangesResolver {
  @mutationOf(BreakGlassResult)
  breakGlass(@Ctx() op: Operation, @Arg('input', () => BreakGlassInput) { childName, childBornOn, reason }: BreakGlassInput) {
    const work = async () =>
      openByChild(await permit(op, 'breakGlass:open', { kind: 'none' }), {
        name: parseWords(childName, 'childName', mostName),
        bornOn: parseDay(childBornOn, 'childBornOn'),
        reason: parseWords(reason, 'reason'),
      })
    return mutate(op, work, async (id) => {
      const familyId = await familyOpenedBy(op, id)
      return { family: familyId === null ? null : showFamily(op, familyId) }
    })
  }

  @mutationOf(EndBreakGlassResult)
  endBreakGlass(@Ctx() op: Operation, @Arg('familyId', () => ID) familyId: string) {
    return mutate(
      op,
      async () => closeBroken(await permit(op, 'breakGlass:end', { kind: 'family', id: familyId })),
      (id) => ({ familyId: id }),
    )
  }

  @mutationOf(ReviewBreakGlassResult)
  reviewBreakGlass(@Ctx() op: Operation, @Arg('input', () => ReviewBreakGlassInput) { id, finding, words }: ReviewBreakGlassInput) {
    const work = async () =>
      saveReview(await permit(op, 'breakGlass:review', { kind: 'breakGlass', id }), { finding, words: parseWords(words, 'words') })
    return mutate(op, work, (familyId) => ({ family: seen(showFamily(op, familyId)) }))
  }
}

@Resolver(() => BreakGlass)
export class BreakGlassByResolver {
  @FieldResolver(() => Worker)
  worker(@Ctx() op: Operation, @Root() { workerId }: BreakGlass) {
    return workerById(op, workerId)
  }

  @FieldResolver(() => Worker, { nullable: true })
  reviewedBy(@Ctx() op: Operation, @Root() { reviewedById }: BreakGlass) {
    return reviewedById === null ? null : workerById(op, reviewedById)
  }
}

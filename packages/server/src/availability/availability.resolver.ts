import { Arg, Ctx, FieldResolver, ID, Mutation, Query, Resolver, Root } from 'type-graphql'
import { Refusal } from '@kinplan/domain/refusal'
import { loadOnce } from '../access/load-once'
import { mutate } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { viewerId } from '../access/viewer'
import { workerById } from '../account/worker.store'
import { Person } from '../family/family.graphql'
import { peopleOf } from '../family/family.store'
import { AvailabilityRule, MyAvailability, RankedTimes, SayWhenICanComeResult, SayWhenInput, TimesAsk } from './availability.graphql'
import { rulesOf } from './availability.store'
import { rankTimes } from './rank-times'
import { sayWhen } from './say-when'

@Resolver()
export class AvailabilityResolver {
  @Query(() => MyAvailability, { nullable: true })
  async myAvailability(@Ctx() op: Operation): Promise<MyAvailability | null> {
    const granted = await permitted(op, 'availability:read', { kind: 'person', id: viewerId(op.viewer) ?? '' })
    if (granted === null) return null
    const me = (await peopleOf(op, granted)).find((person) => person.id === granted.subjectId)
    const rules = (await rulesOf(granted)).filter((rule) => rule.personId === granted.subjectId)
    return {
      zone: rules[0]?.zone ?? me?.zone ?? '',
      weeks: rules.flatMap(({ weekdays, start, end, how }) => (start === null || end === null ? [] : [{ weekdays, start, end, how }])),
      cannot: rules.flatMap(({ from, until }) => (from === null || until === null ? [] : [{ from, until }])),
      saidWhen: me?.saidWhen ?? false,
    }
  }

  @Query(() => RankedTimes, { nullable: true, description: 'Null when not yours; `refused` when it cannot be searched.' })
  async rankedTimes(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('ask', () => TimesAsk) ask: TimesAsk): Promise<RankedTimes | null> {
    try {
      const granted = await permit(op, 'time:rank', { kind: 'meeting', id: meetingId })
      return { refused: null, field: null, proposals: await rankTimes(granted, ask) }
    } catch (error) {
      if (!(error instanceof Refusal)) throw error
      return error.code === 'notYours' ? null : { refused: error.code, field: error.field, proposals: [] }
    }
  }

  @Mutation(() => SayWhenICanComeResult)
  sayWhenICanCome(@Ctx() op: Operation, @Arg('input', () => SayWhenInput) input: SayWhenInput) {
    const id = input.personId ? op.realId(input.personId) : (viewerId(op.viewer) ?? '')
    return mutate(op, async () => sayWhen(await permit(op, 'availability:say', { kind: 'person', id }), input), () => ({ saved: true }))
  }
}

@Resolver(() => Person)
export class PersonAvailabilityResolver {
  @FieldResolver(() => [AvailabilityRule], { nullable: true, description: 'Null for those who may not read it: when somebody can come is for the coordinator alone.' })
  async availability(@Ctx() op: Operation, @Root() { id, familyId }: Person) {
    const granted = await loadOnce(op, `availabilityRead/${familyId}`, () => permitted(op, 'availability:read', { kind: 'family', id: familyId }))
    return granted && (await rulesOf(granted)).filter((rule) => rule.personId === id)
  }
}

@Resolver(() => AvailabilityRule)
export class AvailabilityRuleResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The worker who typed it on behalf of the person.' })
  async enteredBy(@Ctx() op: Operation, @Root() { enteredById }: AvailabilityRule) {
    return enteredById === null ? null : (await workerById(op, enteredById)).name
  }
}

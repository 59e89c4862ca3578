import { Arg, Ctx, FieldResolver, Int, Query, Resolver, Root } from 'type-graphql'
import { todayIn } from '@kinplan/domain/clock/parse-time'
import { loadOnce } from '../access/load-once'
import { mutate } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { nothing } from '../access/subject'
import type { Viewer } from '../access/viewer'
import { nationOf } from '../council/council.store'
import { workerById } from '../worker/worker.store'
import { Person } from '../family/family.graphql'
import { peopleOf } from '../family/family.store'
import { AvailabilityRule, MyAvailability, SayWhenICanComeResult, SayWhenInput } from './availability.graphql'
import { rulesOf, versionsOfRules } from './availability.store'
import { sayWhen } from './say-when'

const personOf = (viewer: Viewer) => (viewer.kind === 'person' ? ({ kind: 'person', id: viewer.id } as const) : nothing)

@Resolver()
export class AvailabilityResolver {
  @Query(() => MyAvailability, { nullable: true })
  async myAvailability(@Ctx() op: Operation): Promise<MyAvailability | null> {
    const granted = await permitted(op, 'availability:read', personOf(op.viewer))
    if (granted === null) return null
    const me = (await peopleOf(op, granted)).find((person) => person.id === granted.subjectId)
    const rules = (await rulesOf(granted)).filter((rule) => rule.personId === granted.subjectId)
    const zone = rules[0]?.zone ?? me?.zone ?? ''
    return {
      zone,
      saidWhen: me?.saidWhen ?? false,
      version: (await versionsOfRules(granted)).get(granted.subjectId) ?? 0,
      rules: await Promise.all(
        rules.map(async (rule) => ({ ...rule, enteredBy: rule.enteredById && (await workerById(op, rule.enteredById)).name })),
      ),
      nation: await nationOf(op),
      today: todayIn(zone, op.now),
    }
  }

  @mutationOf(SayWhenICanComeResult)
  sayWhenICanCome(@Ctx() op: Operation, @Arg('input', () => SayWhenInput) input: SayWhenInput) {
    const person = input.personId ? ({ kind: 'person', id: op.realId(input.personId) } as const) : personOf(op.viewer)
    return mutate(
      op,
      async () => sayWhen(await permit(op, 'availability:say', person), input),
      () => ({ version: input.version + 1 }),
    )
  }
}

function reading(op: Operation, familyId: string) {
  return loadOnce(op, `availabilityRead/${familyId}`, () => permitted(op, 'availability:read', { kind: 'family', id: familyId }))
}

@Resolver(() => Person)
export class PersonAvailabilityResolver {
  @FieldResolver(() => [AvailabilityRule], {
    nullable: true,
    description: 'Null for those who may not read it: when somebody can come is for the coordinator alone.',
  })
  async availability(@Ctx() op: Operation, @Root() { id, familyId }: Person) {
    const granted = await reading(op, familyId)
    return granted && (await rulesOf(granted)).filter((rule) => rule.personId === id)
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'Of what they said; 0 where they never said anything. Null for those who may not read it.',
  })
  async availabilityVersion(@Ctx() op: Operation, @Root() { id, familyId }: Person) {
    const granted = await reading(op, familyId)
    return granted && ((await versionsOfRules(granted)).get(id) ?? 0)
  }
}

@Resolver(() => AvailabilityRule)
export class AvailabilityRuleResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The worker who typed it on behalf of the person.' })
  async enteredBy(@Ctx() op: Operation, @Root() { enteredById }: AvailabilityRule) {
    return enteredById === null ? null : (await workerById(op, enteredById)).name
  }
}

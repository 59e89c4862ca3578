import { canBeReached } from '@kinplan/domain/family/contact'
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { Team, Worker } from '../worker/worker.graphql'
import { teamById, workerById } from '../worker/worker.store'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, viewerCan } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { RightEnum } from '../access/right.graphql'
import { familyScope } from '../access/scope'
import { addContactPoint, addPerson, liftApart, markApart, setParent } from './add-to-family'
import * as store from './family.store'
import {
  AddContactPointInput,
  AddContactPointResult,
  AddPersonInput,
  AddPersonResult,
  Allocation,
  ContactPoint,
  EarlierValue,
  Family,
  FamilyPage,
  LiftApartResult,
  MarkApartInput,
  MarkApartResult,
  OpenFamilyInput,
  OpenFamilyResult,
  PairApart,
  ParentSlot,
  Person,
  Relation,
  SetParentInput,
  SetParentResult,
} from './family.graphql'
import { openFamily } from './open-family'

/** At most as many rows as one page may ask for. */
const mostRows = 100

/** The family a worker may read, or null. */
export async function showFamily(op: Operation, id: string): Promise<Family | null> {
  const granted = await permitted(op, 'family:read', { kind: 'family', id })
  return granted && Object.assign(new Family(), await store.readFamily(granted), { permit: granted })
}

const shown = (op: Operation) => (id: string) => ({ family: seen(showFamily(op, id)) })

@Resolver(() => Family)
export class FamilyResolver {
  @Query(() => FamilyPage, { nullable: true })
  async families(
    @Ctx() op: Operation,
    @Arg('first', () => Int) first: number,
    @Arg('after', () => String, { nullable: true }) after: string | null,
  ) {
    const scope = await familyScope(op)
    return scope && store.pageOfFamilies(scope, Math.min(Math.max(first, 1), mostRows), after)
  }

  @Query(() => Family, { nullable: true })
  family(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return showFamily(op, id)
  }

  @FieldResolver(() => Team)
  team(@Ctx() op: Operation, @Root() family: Family) {
    return teamById(op, family.teamId)
  }

  @FieldResolver(() => [Person])
  people(@Root() { permit: { op, familyId } }: Family) {
    return store.peopleOf(op, { familyId })
  }

  @FieldResolver(() => [Allocation])
  allocations(@Root() family: Family) {
    return store.allocationsOf(family.permit)
  }

  @FieldResolver(() => [ParentSlot])
  parents(@Root() family: Family) {
    return store.parentsOf(family.permit)
  }

  @FieldResolver(() => [PairApart], { nullable: true, description: 'Null for those who may not read who is kept apart.' })
  async pairs(@Ctx() op: Operation, @Root() family: Family) {
    const granted = await permitted(op, 'pair:read', { kind: 'family', id: family.id })
    return granted && store.pairsOf(granted)
  }

  @FieldResolver(() => Boolean, { description: 'Whether the viewer may read who is kept apart, so that null is not read as nobody.' })
  async pairsKnown(@Ctx() op: Operation, @Root() family: Family) {
    return (await permitted(op, 'pair:read', { kind: 'family', id: family.id })) !== null
  }

  @FieldResolver(() => [EarlierValue])
  async earlierValues(@Ctx() op: Operation, @Root() family: Family) {
    const values = await store.earlierValuesOf(family.permit)
    return Promise.all(values.map(async (value) => ({ ...value, correctedBy: (await workerById(op, value.correctedBy)).name })))
  }

  @FieldResolver(() => [RightEnum], { description: 'The rights that the viewer has over this family now.' })
  viewerCan(@Ctx() op: Operation, @Root() family: Family) {
    return viewerCan(op, { kind: 'family', id: family.id })
  }

  @mutationOf(OpenFamilyResult)
  openFamily(@Ctx() op: Operation, @Arg('input', () => OpenFamilyInput) input: OpenFamilyInput) {
    return mutate(op, () => openFamily(op, input), shown(op))
  }

  @mutationOf(AddPersonResult)
  addPerson(@Ctx() op: Operation, @Arg('input', () => AddPersonInput) input: AddPersonInput) {
    return mutate(op, async () => addPerson(await permit(op, 'family:grow', { kind: 'family', id: input.familyId }), input), shown(op))
  }

  @mutationOf(SetParentResult)
  setParent(@Ctx() op: Operation, @Arg('input', () => SetParentInput) input: SetParentInput) {
    return mutate(op, async () => setParent(await permit(op, 'family:grow', { kind: 'family', id: input.familyId }), input), shown(op))
  }

  @mutationOf(AddContactPointResult)
  addContactPoint(@Ctx() op: Operation, @Arg('input', () => AddContactPointInput) input: AddContactPointInput) {
    return mutate(
      op,
      async () => addContactPoint(await permit(op, 'contact:add', { kind: 'person', id: input.personId }), input),
      shown(op),
    )
  }

  @mutationOf(MarkApartResult)
  markApart(@Ctx() op: Operation, @Arg('input', () => MarkApartInput) input: MarkApartInput) {
    return mutate(op, async () => markApart(await permit(op, 'pair:mark', { kind: 'person', id: input.oneId }), input), shown(op))
  }

  @mutationOf(LiftApartResult)
  liftApart(@Ctx() op: Operation, @Arg('pairId', () => ID) pairId: string) {
    return mutate(op, async () => liftApart(await permit(op, 'pair:lift', { kind: 'pair', id: pairId })), shown(op))
  }
}

@Resolver(() => Person)
export class PersonResolver {
  @FieldResolver(() => [Relation])
  async relations(@Ctx() op: Operation, @Root() person: Person) {
    return (await store.relationsOf(op, person)).filter((relation) => relation.personId === person.id)
  }

  @FieldResolver(() => [ContactPoint], { nullable: true, description: 'Null for those who may not read how to reach this family.' })
  async contactPoints(@Ctx() op: Operation, @Root() person: Person) {
    const granted = await permitted(op, 'contact:read', { kind: 'family', id: person.familyId })
    return granted && (await store.contactPointsOf(granted)).filter((point) => point.personId === person.id)
  }

  @FieldResolver(() => Boolean, {
    nullable: true,
    description: 'Whether a message or a letter can go to them safely. Null for those who may not read how to reach this family.',
  })
  async canBeReached(@Ctx() op: Operation, @Root() person: Person) {
    const granted = await permitted(op, 'contact:read', { kind: 'family', id: person.familyId })
    return granted && canBeReached(await store.contactPointsOf(granted), person.id)
  }
}

@Resolver(() => Allocation)
export class AllocationResolver {
  @FieldResolver(() => Worker)
  worker(@Ctx() op: Operation, @Root() allocation: Allocation) {
    return workerById(op, allocation.workerId)
  }
}

import { Arg, Ctx, ID, Query, Resolver } from 'type-graphql'
import { mutate } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, type Permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { holidaysAndSchool } from '../council/council.store'
import { keepHolidaysAndSchool, keepPlace, keepRoom, keepSchoolTerm } from './keep-places'
import {
  EndPlaceResult,
  EndRoomResult,
  EndSchoolTermResult,
  HolidaysAndSchool,
  KeepHolidaysAndSchoolInput,
  KeepHolidaysAndSchoolResult,
  KeepPlaceInput,
  KeepPlaceResult,
  KeepRoomInput,
  KeepRoomResult,
  KeepSchoolTermInput,
  KeepSchoolTermResult,
  Place,
  SchoolTerm,
} from './place.graphql'
import { deleteSchoolTerm, endPlaceNow, endRoomNow, everyPlace, everySchoolTerm } from './place.store'

const council = { kind: 'none' } as const
const reading = (op: Operation) => permit(op, 'place:read', council)
const keepsPlaces = (op: Operation, work: (granted: Permit<'place:manage'>) => Promise<string>) =>
  mutate(
    op,
    async () => work(await permit(op, 'place:manage', council)),
    async () => ({ places: everyPlace(await reading(op)) }),
  )
const keepsTerms = (op: Operation, work: (granted: Permit<'place:manage'>) => Promise<string>) =>
  mutate(
    op,
    async () => work(await permit(op, 'place:manage', council)),
    async () => ({ schoolTerms: everySchoolTerm(await reading(op)) }),
  )

/** The council's places, which any worker may read and supervisors keep. */
@Resolver()
export class PlaceResolver {
  @Query(() => [Place], { nullable: true, description: 'Null for those who are no worker.' })
  async places(@Ctx() op: Operation) {
    const granted = await permitted(op, 'place:read', council)
    return granted && everyPlace(granted)
  }

  @Query(() => [SchoolTerm], { nullable: true, description: 'Null for those who are no worker.' })
  async schoolTerms(@Ctx() op: Operation) {
    const granted = await permitted(op, 'place:read', council)
    return granted && everySchoolTerm(granted)
  }

  @Query(() => HolidaysAndSchool, { nullable: true, description: 'Null for those who are no worker.' })
  async holidaysAndSchool(@Ctx() op: Operation) {
    const granted = await permitted(op, 'place:read', council)
    return granted && holidaysAndSchool(granted.op)
  }

  @mutationOf(KeepPlaceResult)
  keepPlace(@Ctx() op: Operation, @Arg('input', () => KeepPlaceInput) input: KeepPlaceInput) {
    return keepsPlaces(op, (granted) => keepPlace(granted, input))
  }

  @mutationOf(EndPlaceResult)
  endPlace(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return keepsPlaces(op, (granted) => endPlaceNow(granted, id))
  }

  @mutationOf(KeepRoomResult)
  keepRoom(@Ctx() op: Operation, @Arg('input', () => KeepRoomInput) input: KeepRoomInput) {
    return keepsPlaces(op, (granted) => keepRoom(granted, input))
  }

  @mutationOf(EndRoomResult)
  endRoom(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return keepsPlaces(op, (granted) => endRoomNow(granted, id))
  }

  @mutationOf(KeepSchoolTermResult)
  keepSchoolTerm(@Ctx() op: Operation, @Arg('input', () => KeepSchoolTermInput) input: KeepSchoolTermInput) {
    return keepsTerms(op, (granted) => keepSchoolTerm(granted, input))
  }

  @mutationOf(EndSchoolTermResult)
  endSchoolTerm(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return keepsTerms(op, (granted) => deleteSchoolTerm(granted, id))
  }

  @mutationOf(KeepHolidaysAndSchoolResult)
  keepHolidaysAndSchool(@Ctx() op: Operation, @Arg('input', () => KeepHolidaysAndSchoolInput) input: KeepHolidaysAndSchoolInput) {
    return mutate(
      op,
      async () => keepHolidaysAndSchool(await permit(op, 'place:manage', council), input),
      async () => ({ holidaysAndSchool: holidaysAndSchool((await reading(op)).op) }),
    )
  }
}

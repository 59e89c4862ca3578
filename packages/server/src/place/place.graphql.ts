import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { Nation } from '@kinplan/domain/days-off/bank-holidays'
import { resultOf } from '../access/refused.graphql'
import { NationEnum } from '../council/council.graphql'

/** A room of a place. */
@ObjectType()
class Room {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => Int, { description: 'How many it seats.' })
  capacity: number
  @Field(() => Boolean)
  stepFree: boolean
  @Field(() => Boolean)
  twoWaysOut: boolean
}

/** A building of the council's where families meet. */
@ObjectType()
export class Place {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String)
  address: string
  @Field(() => [Room])
  rooms: Room[]
}

/** Dates between which schools are open, both included. */
@ObjectType()
export class SchoolTerm {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
}

/**
 * What a meeting is kept off unless its coordinator says otherwise: whose bank holidays, and when children are at school on a school day.
 */
@ObjectType()
export class HolidaysAndSchool {
  @Field(() => NationEnum)
  nation: Nation
  @Field(() => String, { description: "A time of day, 'HH:MM'." })
  schoolStart: string
  @Field(() => String, { description: 'With the time it takes to come out.' })
  schoolEnd: string
}

@InputType()
export class KeepPlaceInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one.' })
  id: string | null
  @Field(() => String)
  name: string
  @Field(() => String)
  address: string
}

@InputType()
export class KeepRoomInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one.' })
  id: string | null
  @Field(() => ID)
  placeId: string
  @Field(() => String)
  name: string
  @Field(() => String)
  capacity: string
  @Field(() => Boolean)
  stepFree: boolean
  @Field(() => Boolean)
  twoWaysOut: boolean
}

@InputType()
export class KeepSchoolTermInput {
  @Field(() => ID, { nullable: true, description: 'Null: a new one.' })
  id: string | null
  @Field(() => String)
  name: string
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
}

@InputType()
export class KeepHolidaysAndSchoolInput {
  @Field(() => NationEnum)
  nation: Nation
  @Field(() => String)
  schoolStart: string
  @Field(() => String)
  schoolEnd: string
}

const places = { places: () => [Place] }
export const KeepPlaceResult = resultOf('KeepPlace', places)
export const EndPlaceResult = resultOf('EndPlace', places)
export const KeepRoomResult = resultOf('KeepRoom', places)
export const EndRoomResult = resultOf('EndRoom', places)
const schoolTerms = { schoolTerms: () => [SchoolTerm] }
export const KeepSchoolTermResult = resultOf('KeepSchoolTerm', schoolTerms)
export const EndSchoolTermResult = resultOf('EndSchoolTerm', schoolTerms)
export const KeepHolidaysAndSchoolResult = resultOf('KeepHolidaysAndSchool', { holidaysAndSchool: () => HolidaysAndSchool })

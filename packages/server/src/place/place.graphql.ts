import { InputType, ObjectType } from 'type-graphql'
import { described, fields, flag, id, list, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { NationEnum } from '../council/council.graphql'

/** A room of a place. */
@ObjectType()
class Room extends fields({
  id,
  name: text,
  capacity: described(whole, 'How many it seats.'),
  stepFree: flag,
  twoWaysOut: flag,
}) {}

/** A building of the council's where families meet. */
@ObjectType()
export class Place extends fields({
  id,
  name: text,
  address: text,
  rooms: list(Room),
}) {}

/** Dates between which schools are open, both included. */
@ObjectType()
export class SchoolTerm extends fields({
  id,
  name: text,
  from: text,
  until: text,
}) {}

/**
 * What a meeting is kept off unless its coordinator says otherwise: whose bank holidays, and when children are at school on a school day.
 */
@ObjectType()
export class HolidaysAndSchool extends fields({
  nation: NationEnum,
  schoolStart: described(text, "A time of day, 'HH:MM'."),
  schoolEnd: described(text, 'With the time it takes to come out.'),
}) {}

@InputType()
export class KeepPlaceInput extends fields({ id: described(nullable(id), 'Null: a new one.'), name: text, address: text }) {}

@InputType()
export class KeepRoomInput extends fields({
  id: described(nullable(id), 'Null: a new one.'),
  placeId: id,
  name: text,
  capacity: text,
  stepFree: flag,
  twoWaysOut: flag,
}) {}

@InputType()
export class KeepSchoolTermInput extends fields({
  id: described(nullable(id), 'Null: a new one.'),
  name: text,
  from: text,
  until: text,
}) {}

@InputType()
export class KeepHolidaysAndSchoolInput extends fields({ nation: NationEnum, schoolStart: text, schoolEnd: text }) {}

const places = { places: list(Place) }
export const KeepPlaceResult = resultOf('KeepPlace', places)
export const EndPlaceResult = resultOf('EndPlace', places)
export const KeepRoomResult = resultOf('KeepRoom', places)
export const EndRoomResult = resultOf('EndRoom', places)
const schoolTerms = { schoolTerms: list(SchoolTerm) }
export const KeepSchoolTermResult = resultOf('KeepSchoolTerm', schoolTerms)
export const EndSchoolTermResult = resultOf('EndSchoolTerm', schoolTerms)
export const KeepHolidaysAndSchoolResult = resultOf('KeepHolidaysAndSchool', { holidaysAndSchool: HolidaysAndSchool })

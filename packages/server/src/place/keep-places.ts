import { parseDay } from '@kinplan/domain/clock/parse-time'
import { parseCapacity } from '@kinplan/domain/place/parse-capacity'
import { parseSchoolHours } from '@kinplan/domain/days-off/school-hours'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, parseWords } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { saveHolidaysAndSchool } from '../council/council.store'
import type { KeepHolidaysAndSchoolInput, KeepPlaceInput, KeepRoomInput, KeepSchoolTermInput } from './place.graphql'
import { openPlace, savePlace, saveRoom, saveSchoolTerm } from './place.store'

/** Writes a place down, or changes one; gives its id, as do all of these. */
export function keepPlace(permit: Permit<'place:manage'>, input: KeepPlaceInput): Promise<string> {
  return savePlace(permit, input.id ?? null, {
    name: parseWords(input.name, 'name', mostName),
    address: parseWords(input.address, 'address', mostName),
  })
}

/** Writes a room of an open place down, or changes one. */
export async function keepRoom(permit: Permit<'place:manage'>, input: KeepRoomInput): Promise<string> {
  const { id, placeId, stepFree, twoWaysOut } = input
  const room = {
    placeId,
    name: parseWords(input.name, 'name', mostName),
    capacity: parseCapacity(input.capacity, 'capacity'),
    stepFree,
    twoWaysOut,
  }
  if ((await openPlace(permit, placeId)) === null) throw new Refusal('choiceUnknown', 'placeId')
  return saveRoom(permit, id ?? null, room)
}

/** Writes a school term down, or changes one. */
export function keepSchoolTerm(permit: Permit<'place:manage'>, input: KeepSchoolTermInput): Promise<string> {
  const term = {
    name: parseWords(input.name, 'name', mostName),
    fromDate: parseDay(input.from, 'from'),
    untilDate: parseDay(input.until, 'until'),
  }
  if (term.untilDate < term.fromDate) throw new Refusal('endBeforeStart', 'until')
  return saveSchoolTerm(permit, input.id ?? null, term)
}

/**
 * Sets whose bank holidays there are, and when children are at school. The council has no id that goes out: gives the worker's who set it.
 */
export async function keepHolidaysAndSchool(permit: Permit<'place:manage'>, input: KeepHolidaysAndSchoolInput): Promise<string> {
  await saveHolidaysAndSchool(permit, { nation: input.nation, ...parseSchoolHours(input) })
  return permit.viewer.id
}

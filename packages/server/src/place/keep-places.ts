import { dayGiven } from '@kinplan/domain/clock/parse-time'
import { capacityGiven } from '@kinplan/domain/place/parse-capacity'
import { schoolHoursGiven } from '@kinplan/domain/days-off/school-hours'
import { Refusal } from '@kinplan/domain/refusal'
import { mostName, wordsGiven } from '@kinplan/domain/parse-words'
import type { Permit } from '../access/permit'
import { viewerId } from '../access/viewer'
import { saveHolidaysAndSchool } from '../account/account.store'
import type { KeepHolidaysAndSchoolInput, KeepPlaceInput, KeepRoomInput, KeepSchoolTermInput } from './place.graphql'
import { openPlace, savePlace, saveRoom, saveSchoolTerm } from './place.store'

/** Writes a place down, or changes one; gives its id, as do all of these. */
export function keepPlace(permit: Permit<'place:manage'>, input: KeepPlaceInput): Promise<string> {
  return savePlace(permit, input.id ?? null, { name: wordsGiven(input.name, 'name', mostName), address: wordsGiven(input.address, 'address', mostName) })
}

/** Writes a room of an open place down, or changes one. */
export async function keepRoom(permit: Permit<'place:manage'>, input: KeepRoomInput): Promise<string> {
  const { id, placeId, stepFree, twoWaysOut } = input
  const room = { placeId, name: wordsGiven(input.name, 'name', mostName), capacity: capacityGiven(input.capacity, 'capacity'), stepFree, twoWaysOut }
  if ((await openPlace(permit, placeId)) === null) throw new Refusal('choiceUnknown', 'placeId')
  return saveRoom(permit, id ?? null, room)
}

/** Writes a school term down, or changes one. */
export function keepSchoolTerm(permit: Permit<'place:manage'>, input: KeepSchoolTermInput): Promise<string> {
  const term = { name: wordsGiven(input.name, 'name', mostName), fromDate: dayGiven(input.from, 'from'), untilDate: dayGiven(input.until, 'until') }
  if (term.untilDate < term.fromDate) throw new Refusal('endBeforeStart', 'until')
  return saveSchoolTerm(permit, input.id ?? null, term)
}

/** Sets whose bank holidays there are, and when children are at school. The council has no id that goes out: gives the worker's who set it. */
export async function keepHolidaysAndSchool(permit: Permit<'place:manage'>, input: KeepHolidaysAndSchoolInput): Promise<string> {
  await saveHolidaysAndSchool(permit, { nation: input.nation, ...schoolHoursGiven(input) })
  return viewerId(permit.viewer) ?? ''
}

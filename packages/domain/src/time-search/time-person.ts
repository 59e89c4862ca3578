import type { AvailabilityRule } from '../availability/availability-rule'
import { needs, type Need, type Part } from '../meeting/participation'

/**
 * A person a time is sought for. `sides`: the side of the family they stand on, for each child. Somebody who has
 * not `answered` yet is never counted as a no: whatever rules they began to type are not read. A `worker` is asked before the family is,
 * and a meeting of workers alone is none. `part`: all they are there for. `comesWith`: the id of somebody without whom they cannot be
 * present, such as an interpreter. `travel`: minutes to each place, by its id.
 */
export type TimePerson = {
  readonly id: string
  readonly need: Need
  readonly worker?: boolean
  readonly sides: readonly { readonly childId: string; readonly side: string }[]
  readonly rules: readonly AvailabilityRule[]
  readonly answered: boolean
  readonly part?: Part
  readonly comesWith?: string
  readonly travel?: Readonly<Record<string, number>>
}

/** Everybody in the order in which they are named and, when nothing else tells two apart, kept: need, then id. */
export function inOrder<Person extends { readonly id: string; readonly need: Need }>(people: readonly Person[]): Person[] {
  return [...people].sort((a, b) => needs.indexOf(a.need) - needs.indexOf(b.need) || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0))
}

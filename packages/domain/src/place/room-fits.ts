import type { Way } from '../meeting/participation'
import { onSite } from '../meeting/placed-together'

/** What a room is held for: where the meeting is, or the room beside it for those who are kept apart. */
export const roomUses = ['main', 'second'] as const
export type RoomUse = (typeof roomUses)[number]

/** What is known of a room. */
interface RoomFacts {
  readonly capacity: number
  readonly stepFree: boolean
  readonly twoWaysOut: boolean
}

/** What a meeting needs of its rooms; two ways out are asked of the main room alone. */
export interface RoomNeeded {
  readonly stepFree: boolean
  readonly twoWaysOut: boolean
}

/** Whether a room seats so many people and is as the meeting needs it for this use. */
export function roomFits(room: RoomFacts, use: RoomUse, seats: number, needed: RoomNeeded): boolean {
  return room.capacity >= seats && (room.stepFree || !needed.stepFree) && (use === 'second' || room.twoWaysOut || !needed.twoWaysOut)
}

/** How many of these ways bring somebody to the room that is for this use. */
export function seatsIn(use: RoomUse, ways: readonly (Way | null)[]): number {
  return ways.filter((way) => way !== null && onSite(way) && (way === 'secondRoom') === (use === 'second')).length
}

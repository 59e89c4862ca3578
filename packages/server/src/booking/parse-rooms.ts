import { Refusal } from '@kinplan/domain/refusal'
import type { Permit } from '../access/permit'
import { openPlace } from '../place/place.store'

/** A room as a booking needs it. */
interface RoomOf {
  id: string
  capacity: number
  stepFree: boolean
  twoWaysOut: boolean
}

/** The rooms of a place that a booking takes; without a main one no room is held. */
export interface RoomsOf {
  placeId: string
  main: RoomOf | null
  second: RoomOf | null
}

/** A place and its rooms as chosen; nothing is somewhere else, or no room. */
type TypedRooms = Record<'placeId' | 'roomId' | 'secondRoomId', string | null | undefined>

/**
 * The rooms chosen, of an open place; null without one. Refuses choiceUnknown for what is not there, and for a second room without a first.
 */
export async function parseRooms(
  permit: Permit<'time:book' | 'review:book'>,
  { placeId, roomId, secondRoomId }: TypedRooms,
): Promise<RoomsOf | null> {
  const place = placeId ? await openPlace(permit, placeId) : null
  if (placeId && place === null) throw new Refusal('choiceUnknown', 'placeId')
  const room = (id: string | null | undefined, field: string) => {
    if (!id) return null
    const found = place?.rooms.find((one) => one.id === id)
    if (found === undefined) throw new Refusal('choiceUnknown', field)
    return found
  }
  const [main, second] = [room(roomId, 'roomId'), room(secondRoomId, 'secondRoomId')]
  if (second !== null && (main === null || main.id === second.id)) throw new Refusal('choiceUnknown', 'secondRoomId')
  return place && { placeId: place.id, main, second }
}

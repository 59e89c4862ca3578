import type { Way } from '@kinplan/domain/meeting/participation'
import { wayNow } from '@kinplan/domain/meeting/way-now'
import { roomFits, seatsIn, type RoomNeeded, type RoomUse } from '@kinplan/domain/place/room-fits'
import { Refusal } from '@kinplan/domain/refusal'
import { permit as permitFor, type Permit } from '../access/permit'
import { giveArrivals } from './arrivals'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf, savePlanned } from '../meeting/participant.store'
import { holdRooms } from './hold.store'
import { planWays } from './plan-ways'
import type { RoomsOf } from './parse-rooms'

type Booking = Permit<'time:book' | 'participant:add'>

/**
 * How everybody would take part at this time, in rooms that fit them; by participant. Refuses roomUnfit for a room that seats fewer than
 * come to it, or is not as it is needed.
 */
export async function planTime(
  permit: Booking,
  booking: { start: Date; minutes: number },
  rooms: RoomsOf | null,
  needed: RoomNeeded,
): Promise<Map<string, Way>> {
  const { op, meetingId } = permit
  const planned = await planWays(await permitFor(op, 'availability:read', { kind: 'meeting', id: meetingId }), booking, rooms)
  const ways = (await participantsOf(permit)).map((participant) =>
    wayNow({ ...participant, plannedHow: planned.get(participant.id) ?? null }),
  )
  if (rooms !== null) refuseUnfit(rooms, ways, needed)
  return planned
}

/**
 * Holds the rooms of a meeting that has its time, keeps how everybody is planned, and gives each of them a new time to arrive. Refuses
 * keptApart, roomTaken, workerTaken.
 */
export async function holdTime(permit: Booking, rooms: RoomsOf | null, planned: ReadonlyMap<string, Way>): Promise<void> {
  if (rooms !== null)
    await holdRooms(
      permit,
      usesOf(rooms).map(({ room, use }) => ({ roomId: room.id, use })),
    )
  await savePlanned(permit, planned)
  await giveArrivals(
    permit,
    await readMeeting(permit),
    (await participantsOf(permit)).map((participant) => ({ ...participant, arriveAt: null })),
  )
}

function usesOf({ main, second }: RoomsOf) {
  const uses: { room: NonNullable<RoomsOf['main']>; use: RoomUse; field: string }[] = []
  if (main !== null) uses.push({ room: main, use: 'main', field: 'roomId' })
  if (second !== null) uses.push({ room: second, use: 'second', field: 'secondRoomId' })
  return uses
}

function refuseUnfit(rooms: RoomsOf, ways: (Way | null)[], needed: RoomNeeded): void {
  for (const { room, use, field } of usesOf(rooms)) {
    if (!roomFits(room, use, seatsIn(use, ways), needed)) throw new Refusal('roomUnfit', field)
  }
  if (rooms.main !== null && rooms.second === null && ways.includes('secondRoom')) throw new Refusal('roomUnfit', 'secondRoomId')
}

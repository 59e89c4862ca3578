import type { Way } from '@kinplan/domain/meeting/participation'
import { onSite } from '@kinplan/domain/meeting/placed-together'
import { wayNow } from '@kinplan/domain/meeting/way-now'
import { roomFits, type RoomUse } from '@kinplan/domain/place/room-fits'
import { Refusal } from '@kinplan/domain/refusal'
import { permit as permitFor, type Permit } from '../access/permit'
import { giveArrivals } from '../meeting/arrivals'
import { answerAllAnotherDays } from '../meeting/another-day.store'
import { bookingGiven } from '../meeting/booking-given'
import { changeMeeting, readMeetingAt } from '../meeting/meeting.store'
import { participantsOf, savePlanned } from '../meeting/participant.store'
import { withdrawInvitations } from '../message/message.store'
import type { BookTimeInput } from './hold.graphql'
import { holdRooms, releaseRooms } from './hold.store'
import { openPlace } from './place.store'
import { planWays, type RoomsOf } from './plan-ways'
import { roomNeedsOf } from './room-needs.store'

/**
 * Books the meeting, or books it again: answers that were given stay, and everybody else is planned in as the search would place them. Holds its rooms, and with
 * the time its workers, for all of the meeting or their part. Refuses keptApart, roomTaken, workerTaken (by the constraints of the database), roomUnfit.
 * Gives the meeting's id.
 */
export async function bookTime(permit: Permit<'time:book'>, input: BookTimeInput): Promise<string> {
  const { op, meetingId } = permit
  const { zone } = await readMeetingAt(permit, input.version)
  const booking = bookingGiven(input, zone, op.now)
  const rooms = await roomsGiven(permit, input)
  const planned = await planWays(await permitFor(op, 'time:rank', { kind: 'meeting', id: meetingId }), booking, rooms)
  const participants = await participantsOf(permit)
  await refuseUnfit(permit, rooms, participants.map((participant) => wayNow({ ...participant, plannedHow: planned.get(participant.id) ?? null })))
  // What was planned before counts no longer: with the new time it could bring a pair together for a moment.
  await savePlanned(permit, new Map())
  await releaseRooms(permit)
  await changeMeeting(permit, input.version, { ...booking, placeId: rooms?.placeId ?? null, stage: 'booked', bookedAt: op.now })
  if (rooms !== null) await holdRooms(permit, usesOf(rooms).map(({ room, use }) => ({ roomId: room.id, use })))
  await savePlanned(permit, planned)
  await withdrawInvitations(permit)
  await answerAllAnotherDays(permit)
  await giveArrivals(permit, { zone, minutes: booking.minutes, startsAt: booking.start }, participants.map((participant) => ({ ...participant, plannedHow: planned.get(participant.id) ?? null, arriveAt: null })))
  return meetingId
}

/** The rooms chosen, of an open place; null without one. Refuses choiceUnknown for what is not there, and for a second room without a first. */
async function roomsGiven(permit: Permit<'time:book'>, { placeId, roomId, secondRoomId }: BookTimeInput): Promise<RoomsOf | null> {
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

function usesOf({ main, second }: RoomsOf) {
  const uses: { room: NonNullable<RoomsOf['main']>; use: RoomUse; field: string }[] = []
  if (main !== null) uses.push({ room: main, use: 'main', field: 'roomId' })
  if (second !== null) uses.push({ room: second, use: 'second', field: 'secondRoomId' })
  return uses
}

/** Refuses roomUnfit for a room that seats fewer than come to it, or is not as the meeting needs it. */
async function refuseUnfit(permit: Permit<'time:book'>, rooms: RoomsOf | null, ways: (Way | null)[]): Promise<void> {
  if (rooms === null) return
  const needed = await roomNeedsOf(permit)
  for (const { room, use, field } of usesOf(rooms)) {
    const seats = ways.filter((way) => way !== null && onSite(way) && (way === 'secondRoom') === (use === 'second')).length
    if (!roomFits(room, use, seats, needed)) throw new Refusal('roomUnfit', field)
  }
  if (rooms.main !== null && rooms.second === null && ways.includes('secondRoom')) throw new Refusal('roomUnfit', 'secondRoomId')
}

import type { Permit } from '../access/permit'
import { parseBooking } from './parse-booking'
import { changeMeeting, readMeetingAt } from '../meeting/meeting.store'
import { savePlanned } from '../meeting/participant.store'
import { withdrawInvitations } from '../message/message.store'
import type { BookTimeInput } from './hold.graphql'
import { releaseRooms } from './hold.store'
import { holdTime, planTime } from './hold-time'
import { roomNeedsOf } from './room-needs.store'
import { parseRooms } from './parse-rooms'
import { sureOfPlace } from './sure-of-place'

/**
 * Books the meeting, or books it again: answers that were given stay, and everybody else is planned in as the search would place them.
 * Holds its rooms, and with the time its workers, for all of the meeting or their part. Refuses keptApart, roomTaken, workerTaken (by the
 * constraints of the database), placeUnsure, roomUnfit. Gives the meeting's id.
 */
export function bookTime(permit: Permit<'time:book'>, input: BookTimeInput): Promise<string> {
  return sureOfPlace(permit.op, input.placeIsOther ?? false, (placeOtherAt) => bookAt(permit, input, placeOtherAt))
}

async function bookAt(permit: Permit<'time:book'>, input: BookTimeInput, placeOtherAt: Date | null): Promise<string> {
  const { op, meetingId } = permit
  const { zone } = await readMeetingAt(permit, input.version)
  const booking = parseBooking(input, zone, op.now)
  const rooms = await parseRooms(permit, input)
  const planned = await planTime(permit, booking, rooms, await roomNeedsOf(permit))
  // What was planned before counts no longer: with the new time it could bring a pair together for a moment.
  await savePlanned(permit, new Map())
  await releaseRooms(permit)
  await changeMeeting(permit, input.version, {
    ...booking,
    placeId: rooms?.placeId ?? null,
    placeOtherAt,
    stage: 'booked',
    bookedAt: op.now,
  })
  await holdTime(permit, rooms, planned)
  await withdrawInvitations(permit)
  return meetingId
}

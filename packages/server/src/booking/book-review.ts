import { permit as permitFor, type Permit } from '../access/permit'
import { parseBooking } from './parse-booking'
import { readMeeting } from '../meeting/meeting.store'
import { holdTime, planTime } from './hold-time'
import { roomNeedsOf } from './room-needs.store'
import { parseRooms } from './parse-rooms'
import { sureOfPlace } from './sure-of-place'
import { endLinksAt } from '../action/action-link.store'
import type { BookReviewInput } from './review.graphql'
import { insertReview } from '../meeting/review.store'

/**
 * Books the review of a plan: a meeting with the same coordinator, referrer, children and those who took part, in rooms like those asked
 * for before. Nobody has answered yet, and everybody is planned in as the search would place them; where a pair is kept apart, it has a day
 * but nothing goes out until a manager decides anew. Refuses as booking a time does. Gives its id.
 */
export function bookReview(permit: Permit<'review:book'>, input: BookReviewInput): Promise<string> {
  return sureOfPlace(permit.op, input.placeIsOther ?? false, (placeOtherAt) => bookAt(permit, input, placeOtherAt))
}

async function bookAt(permit: Permit<'review:book'>, input: BookReviewInput, placeOtherAt: Date | null): Promise<string> {
  const { op } = permit
  const { zone } = await readMeeting(permit)
  const booking = parseBooking(input, zone, op.now)
  const rooms = await parseRooms(permit, input)
  const id = op.newId()
  await insertReview(permit, id, { ...booking, placeId: rooms?.placeId ?? null, placeOtherAt })
  await endLinksAt(permit, booking.start)
  const review = await permitFor(op, 'participant:add', { kind: 'meeting', id })
  await holdTime(review, rooms, await planTime(review, booking, rooms, await roomNeedsOf(permit)))
  op.changedMeetings.add(permit.meetingId)
  return id
}

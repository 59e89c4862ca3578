import { permit as permitFor, type Permit } from '../access/permit'
import { giveArrivals } from '../meeting/arrivals'
import { bookingGiven } from '../meeting/booking-given'
import { readMeeting } from '../meeting/meeting.store'
import { participantsOf } from '../meeting/participant.store'
import { endLinksAt } from './action-link.store'
import type { BookReviewInput } from './action.graphql'
import { insertReview } from './review.store'

/**
 * Books the review of a plan: a meeting with the same coordinator, referrer, children and those who took part. Nobody has
 * answered yet; where a pair is kept apart, it has a day but nothing goes out until a manager decides anew. Gives its id.
 */
export async function bookReview(permit: Permit<'review:book'>, input: BookReviewInput): Promise<string> {
  const { op } = permit
  const { zone } = await readMeeting(permit)
  const booking = bookingGiven(input, zone, op.now)
  const id = op.newId()
  await insertReview(permit, id, booking)
  await endLinksAt(permit, booking.start)
  const review = await permitFor(op, 'participant:add', { kind: 'meeting', id })
  await giveArrivals(review, { zone, minutes: booking.minutes, startsAt: booking.start }, await participantsOf(review))
  op.changedMeetings.add(permit.meetingId)
  return id
}

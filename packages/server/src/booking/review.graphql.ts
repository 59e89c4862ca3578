import { InputType } from 'type-graphql'
import { described, fields, id, nullable, text } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'

@InputType()
export class BookReviewInput extends fields({
  planId: id,
  date: text,
  start: text,
  minutes: text,
  place: described(text, 'In words, as people are told it.'),
  placeId: described(nullable(id), "One of the council's places; null: somewhere else."),
  roomId: nullable(id),
  secondRoomId: described(nullable(id), 'For those who are in a room of their own there.'),
}) {}

export const BookReviewResult = resultOf('BookReview', { meeting: Meeting })

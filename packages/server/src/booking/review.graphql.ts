import { Field, ID, InputType } from 'type-graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'

@InputType()
export class BookReviewInput {
  @Field(() => ID)
  planId: string
  @Field(() => String)
  date: string
  @Field(() => String)
  start: string
  @Field(() => String)
  minutes: string
  @Field(() => String, { description: 'In words, as people are told it.' })
  place: string
  @Field(() => ID, { nullable: true, description: "One of the council's places; null: somewhere else." })
  placeId: string | null
  @Field(() => ID, { nullable: true })
  roomId: string | null
  @Field(() => ID, { nullable: true, description: 'For those who are in a room of their own there.' })
  secondRoomId: string | null
}

export const BookReviewResult = resultOf('BookReview', { meeting: () => Meeting })

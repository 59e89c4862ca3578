import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import type { LeftOutWhy } from '@kinplan/domain/time-search/ranked-times'
import { roomUses, type RoomUse } from '@kinplan/domain/place/room-fits'
import { enumOf } from '../access/enum.graphql'
import { resultOf } from '../access/refused.graphql'
import { LeftOutWhyEnum } from './times.graphql'
import { Meeting } from '../meeting/meeting.graphql'

const RoomUseEnum = enumOf('RoomUse', roomUses)

/** A room that is held for a meeting here; once the hub said yes to it, with who wrote that down and when. */
@ObjectType()
export class RoomHold {
  meetingId: string
  confirmedById: string | null
  @Field(() => ID)
  id: string
  @Field(() => ID)
  roomId: string
  @Field(() => String)
  roomName: string
  @Field(() => RoomUseEnum)
  use: RoomUse
  @Field(() => Int)
  capacity: number
  @Field(() => String, { nullable: true, description: 'Null: held here, and the hub has not said yes yet.' })
  confirmedAt: string | null
}

/** Somebody who was to be there at the booked time and, by what they say now, cannot be. */
@ObjectType()
export class MovedPart {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => LeftOutWhyEnum)
  why: LeftOutWhy
}

/** Somebody who needs time off work to be there at the booked time. */
@ObjectType()
export class NeedsTimeOff {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => String, { description: "The last day on which they can still ask for it, 'YYYY-MM-DD'." })
  askBy: string
}

@InputType()
export class BookTimeInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => Int)
  version: number
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

export const BookTimeResult = resultOf('BookTime', { meeting: () => Meeting })
export const ConfirmRoomsResult = resultOf('ConfirmRooms', { meeting: () => Meeting })

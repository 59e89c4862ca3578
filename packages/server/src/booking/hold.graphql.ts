import { InputType, ObjectType } from 'type-graphql'
import { roomUses } from '@kinplan/domain/place/room-fits'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { LeftOutWhyEnum } from './times.graphql'
import { Meeting } from '../meeting/meeting.graphql'

const RoomUseEnum = enumOf('RoomUse', roomUses)

/** A room that is held for a meeting here; once the hub said yes to it, with who wrote that down and when. */
@ObjectType()
export class RoomHold extends fields({
  id,
  roomId: id,
  roomName: text,
  use: RoomUseEnum,
  capacity: whole,
  confirmedAt: described(nullable(text), 'Null: held here, and the hub has not said yes yet.'),
}) {
  meetingId: string
  confirmedById: string | null
}

/** Somebody who was to be there at the booked time and, by what they say now, cannot be. */
@ObjectType()
export class MovedPart extends fields({ participantId: id, name: text, why: LeftOutWhyEnum }) {}

/** Somebody who needs time off work to be there at the booked time. */
@ObjectType()
export class NeedsTimeOff extends fields({
  participantId: id,
  name: text,
  askBy: described(text, "The last day on which they can still ask for it, 'YYYY-MM-DD'."),
}) {}

/** When and where, as somebody types or chooses it. */
export const booking = {
  date: text,
  start: text,
  minutes: text,
  place: described(text, 'In words, as people are told it.'),
  placeId: described(nullable(id), "One of the council's places; null: somewhere else."),
  roomId: nullable(id),
  secondRoomId: described(nullable(id), 'For those who are in a room of their own there.'),
  placeIsOther: described(
    nullable(flag),
    'The coordinator has looked: it is certainly another place than where others of the family meet then. Answers placeUnsure.',
  ),
}

@InputType()
export class BookTimeInput extends fields({ meetingId: id, version: whole, ...booking }) {}

export const BookTimeResult = resultOf('BookTime', { meeting: Meeting })
export const ConfirmRoomsResult = resultOf('ConfirmRooms', { meeting: Meeting })

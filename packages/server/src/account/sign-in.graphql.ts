import { ObjectType } from 'type-graphql'
import { described, fields, flag, id, moreFields, nullable, text } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { MyRoom } from '../private-time/draft.graphql'

/** One session of a person: when it began, and by whose link. */
@ObjectType()
export class SignIn extends fields({
  id,
  atWall: described(text, 'YYYY-MM-DDTHH:MM.'),
  linkOf: described(nullable(text), 'The worker who made the link, and could read it; null when no worker could.'),
  here: described(flag, 'It is the session that asks.'),
}) {}

/** One session of somebody in the private room, for those who are vouched for. */
@ObjectType()
export class RoomSession extends moreFields(SignIn, {
  member: id,
  letIn: described(flag, 'It took the key of a draft of the room.'),
}) {}

export const DropSessionResult = resultOf('DropSession', { room: MyRoom })

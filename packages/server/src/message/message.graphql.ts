import { ObjectType } from 'type-graphql'
import { messageKinds } from '@kinplan/domain/message/message-states'
import { enumOf } from '../access/enum.graphql'
import { described, fields, id, nullable, text } from '../access/fields.graphql'

const MessageKindEnum = enumOf('MessageKind', messageKinds)

/** A message that has not gone, without its words. */
@ObjectType()
export class MessageNotSent extends fields({
  id,
  kind: MessageKindEnum,
  name: described(text, 'To whom.'),
  familyId: id,
  meetingId: nullable(id),
}) {}

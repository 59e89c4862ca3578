import { Field, ID, ObjectType } from 'type-graphql'
import { messageKinds, type MessageKind } from '@kinplan/domain/message/message-states'
import { enumOf } from '../access/enum.graphql'

const MessageKindEnum = enumOf('MessageKind', messageKinds)

/** A message that has not gone, without its words. */
@ObjectType()
export class MessageNotSent {
  @Field(() => ID)
  id: string
  @Field(() => MessageKindEnum)
  kind: MessageKind
  @Field(() => String, { description: 'To whom.' })
  name: string
  @Field(() => ID)
  familyId: string
  @Field(() => ID, { nullable: true })
  meetingId: string | null
}

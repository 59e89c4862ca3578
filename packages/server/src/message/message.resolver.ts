import { Ctx, Query, Resolver } from 'type-graphql'
import type { Operation } from '../access/operation'
import { messageScope } from '../access/scope'
import { MessageNotSent } from './message.graphql'
import { messagesNotSent } from './message.store'

@Resolver(() => MessageNotSent)
export class MessageResolver {
  @Query(() => [MessageNotSent], {
    nullable: true,
    description: 'For a coordinator: messages to their families that have not gone, by name.',
  })
  async messagesNotSent(@Ctx() op: Operation) {
    const scope = await messageScope(op)
    return scope && messagesNotSent(scope)
  }
}

import { Field, ObjectType } from 'type-graphql'
import { nations } from '@kinplan/domain/days-off/bank-holidays'
import { enumOf } from '../access/enum.graphql'

@ObjectType()
export class Council {
  @Field(() => String)
  name: string
  @Field(() => String)
  phone: string
  @Field(() => Boolean, { description: 'The demo story is what this installation holds.' })
  story: boolean
}

export const NationEnum = enumOf('Nation', nations, 'Whose bank holidays there are.')

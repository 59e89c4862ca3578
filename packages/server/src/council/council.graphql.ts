import { ObjectType } from 'type-graphql'
import { nations } from '@kinplan/domain/days-off/bank-holidays'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, text } from '../access/fields.graphql'

@ObjectType()
export class Council extends fields({
  name: text,
  phone: text,
  story: described(flag, 'The demo story is what this installation holds.'),
}) {}

export const NationEnum = enumOf('Nation', nations, 'Whose bank holidays there are.')

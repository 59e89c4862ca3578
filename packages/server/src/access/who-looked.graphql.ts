import { lookAbouts, lookRoles } from '@kinplan/domain/access/looks'
import { ObjectType } from 'type-graphql'
import { enumOf } from './enum.graphql'
import { described, fields, list, nullable, text } from './fields.graphql'

const LookRoleEnum = enumOf('LookRole', lookRoles)
const LookAboutEnum = enumOf('LookAbout', lookAbouts)

/** That a worker looked at something on a day: once, however often they did. */
@ObjectType()
class Look extends fields({
  day: described(text, 'YYYY-MM-DD.'),
  who: described(text, "The worker's name."),
  role: LookRoleEnum,
  about: LookAboutEnum,
}) {}

@ObjectType()
export class Looks extends fields({
  looks: list(Look),
  since: described(text, 'The first day that they are of, YYYY-MM-DD.'),
  earlier: described(nullable(text), 'Pass as `before` for the time before; null where the family was not known yet.'),
}) {}

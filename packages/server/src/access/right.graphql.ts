import { registerEnumType } from 'type-graphql'
import { nameOfRight } from '@kinplan/domain/access/may'
import { rights } from '@kinplan/domain/access/rules'

/** The rights of the policy; GraphQL names none with a colon. */
export const RightEnum = Object.fromEntries(rights.map((right) => [nameOfRight(right), right]))
registerEnumType(RightEnum, { name: 'Right', description: 'A right of the policy, such as plan_agree.' })

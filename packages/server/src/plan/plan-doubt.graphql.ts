import { ObjectType } from 'type-graphql'
import { fields, text } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { MyRoom } from '../private-time/draft.graphql'

/** Somebody who wrote the plan says that it is not what they wrote; told to the coordinator alone. */
@ObjectType()
export class PlanDoubt extends fields({ name: text, saidAt: text }) {}

const room = { room: MyRoom }
export const DoubtPlanResult = resultOf('DoubtPlan', room)
export const TakeBackDoubtResult = resultOf('TakeBackDoubt', room)

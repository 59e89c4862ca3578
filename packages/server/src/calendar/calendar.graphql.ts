import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { resultOf } from '../access/refused.graphql'

/** Days on which a worker is away, both included. */
@ObjectType()
class Away {
  @Field(() => ID)
  id: string
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
}

/**
 * A worker's own time: what their calendar says is taken, when they are away, and the address at which their calendar reads when they are
 * held here.
 */
@ObjectType()
export class MyCalendar {
  @Field(() => String, { nullable: true, description: 'First day of the busy times that were brought in last.' })
  busyFrom: string | null
  @Field(() => String, { nullable: true })
  busyUntil: string | null
  @Field(() => Int)
  busyCount: number
  @Field(() => String, { nullable: true, description: 'Null: none is open.' })
  feedAddress: string | null
  @Field(() => [Away])
  away: Away[]
}

/** When the worker of a calendar's address is held: instants, and nothing else. */
@ObjectType()
export class HeldTime {
  @Field(() => ID)
  id: string
  @Field(() => String)
  start: string
  @Field(() => String)
  end: string
}

@InputType()
export class SaveMyBusyTimesInput {
  @Field(() => String, { description: 'The first day that the times speak for; all earlier ones from here on are replaced.' })
  from: string
  @Field(() => String, { description: 'The last day.' })
  until: string
  @Field(() => [String], { description: "Instants, as '2027-01-04T10:00:00.000Z/2027-01-04T11:00:00.000Z'." })
  busy: string[]
}

@InputType()
export class SayAwayInput {
  @Field(() => ID)
  workerId: string
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
}

const myCalendar = { myCalendar: () => MyCalendar }
export const SaveMyBusyTimesResult = resultOf('SaveMyBusyTimes', myCalendar)
export const SayAwayResult = resultOf('SayAway', myCalendar)
export const EndAwayResult = resultOf('EndAway', myCalendar)
export const MakeCalendarFeedResult = resultOf('MakeCalendarFeed', { 'address?': () => String, ...myCalendar })
export const EndCalendarFeedResult = resultOf('EndCalendarFeed', myCalendar)

import { InputType, ObjectType } from 'type-graphql'
import { described, fields, id, list, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'

/** Days on which a worker is away, both included. */
@ObjectType()
class Away extends fields({ id, from: text, until: text }) {}

/**
 * A worker's own time: what their calendar says is taken, when they are away, and the address at which their calendar reads when they are
 * held here.
 */
@ObjectType()
export class MyCalendar extends fields({
  busyFrom: described(nullable(text), 'First day of the busy times that were brought in last.'),
  busyUntil: nullable(text),
  busyCount: whole,
  feedAddress: described(nullable(text), 'Null: none is open.'),
  away: list(Away),
}) {}

/** When the worker of a calendar's address is held: instants, and nothing else. */
@ObjectType()
export class HeldTime extends fields({ id, start: text, end: text }) {}

@InputType()
export class SaveMyBusyTimesInput extends fields({
  from: described(text, 'The first day that the times speak for; all earlier ones from here on are replaced.'),
  until: described(text, 'The last day.'),
  busy: described(list(text), "Instants, as '2027-01-04T10:00:00.000Z/2027-01-04T11:00:00.000Z'."),
}) {}

@InputType()
export class SayAwayInput extends fields({ workerId: id, from: text, until: text }) {}

const myCalendar = { myCalendar: MyCalendar }
export const SaveMyBusyTimesResult = resultOf('SaveMyBusyTimes', myCalendar)
export const SayAwayResult = resultOf('SayAway', myCalendar)
export const EndAwayResult = resultOf('EndAway', myCalendar)
export const MakeCalendarFeedResult = resultOf('MakeCalendarFeed', { address: nullable(text), ...myCalendar })
export const EndCalendarFeedResult = resultOf('EndCalendarFeed', myCalendar)

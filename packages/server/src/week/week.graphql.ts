import { ObjectType } from 'type-graphql'
import { workerTakens } from '@kinplan/domain/calendar/busy-times'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, nullable, text } from '../access/fields.graphql'

const WorkerTakenEnum = enumOf('WorkerTaken', workerTakens)

/** A meeting in the week: whose it is only where the viewer may read it. Wall times 'YYYY-MM-DDTHH:MM'. */
@ObjectType()
export class WeekMeeting extends fields({
  meetingId: described(nullable(id), 'Null: not for this viewer.'),
  familyName: nullable(text),
  placeName: nullable(text),
  startWall: text,
  endWall: text,
  zone: text,
  mine: described(flag, 'The viewer is held for it.'),
}) {}

/**
 * A room that is held, on the wall of the council's zone. Not for whom, and a second room of a meeting only to those who may read who is
 * kept apart in it: two rooms at one time would tell of a pair.
 */
@ObjectType()
class WeekRoom extends fields({
  roomId: id,
  placeName: text,
  roomName: text,
  startWall: text,
  endWall: text,
}) {}

/** A worker who is taken, on the wall of the council's zone. */
@ObjectType()
class WeekWorker extends fields({
  workerId: id,
  name: text,
  startWall: text,
  endWall: text,
  kind: WorkerTakenEnum,
  meetingId: described(nullable(id), 'Null: not for this viewer.'),
}) {}

/** Seven days of the council, from a Monday or any other day. */
@ObjectType()
export class Week extends fields({
  from: text,
  days: list(text),
  meetings: list(WeekMeeting),
  rooms: list(WeekRoom),
  workers: list(WeekWorker),
}) {}

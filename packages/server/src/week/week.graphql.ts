import { Field, ID, ObjectType } from 'type-graphql'
import { workerTakens, type WorkerTaken } from '@kinplan/domain/calendar/busy-times'
import { enumOf } from '../access/enum.graphql'

const WorkerTakenEnum = enumOf('WorkerTaken', workerTakens)

/** A meeting in the week: whose it is only where the viewer may read it. Wall times 'YYYY-MM-DDTHH:MM'. */
@ObjectType()
export class WeekMeeting {
  @Field(() => ID, { nullable: true, description: 'Null: not for this viewer.' })
  meetingId: string | null
  @Field(() => String, { nullable: true })
  familyName: string | null
  @Field(() => String, { nullable: true })
  placeName: string | null
  @Field(() => String)
  startWall: string
  @Field(() => String)
  endWall: string
  @Field(() => String)
  zone: string
  @Field(() => Boolean, { description: 'The viewer is held for it.' })
  mine: boolean
}

/**
 * A room that is held, on the wall of the council's zone. Not for whom, to anybody: two rooms of one meeting would tell of a pair kept
 * apart.
 */
@ObjectType()
class WeekRoom {
  @Field(() => ID)
  roomId: string
  @Field(() => String)
  placeName: string
  @Field(() => String)
  roomName: string
  @Field(() => String)
  startWall: string
  @Field(() => String)
  endWall: string
}

/** A worker who is taken, on the wall of the council's zone. */
@ObjectType()
class WeekWorker {
  @Field(() => ID)
  workerId: string
  @Field(() => String)
  name: string
  @Field(() => String)
  startWall: string
  @Field(() => String)
  endWall: string
  @Field(() => WorkerTakenEnum)
  kind: WorkerTaken
  @Field(() => ID, { nullable: true, description: 'Null: not for this viewer.' })
  meetingId: string | null
}

/** Seven days of the council, from a Monday or any other day. */
@ObjectType()
export class Week {
  @Field(() => String)
  from: string
  @Field(() => [String])
  days: string[]
  @Field(() => [WeekMeeting])
  meetings: WeekMeeting[]
  @Field(() => [WeekRoom])
  rooms: WeekRoom[]
  @Field(() => [WeekWorker])
  workers: WeekWorker[]
}

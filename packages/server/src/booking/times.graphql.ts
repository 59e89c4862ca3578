import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { criteria, type Criterion } from '@kinplan/domain/time-search/proposal-order'
import { leftOutWhys, type LeftOutWhy } from '@kinplan/domain/time-search/ranked-times'
import type { PartEdge, Way } from '@kinplan/domain/meeting/participation'
import { meetingShapes, type MeetingShape } from '@kinplan/domain/meeting/placed-together'
import type { RefusalCode } from '@kinplan/domain/refusal'
import { enumOf } from '../access/enum.graphql'
import { RefusalCodeEnum, resultOf } from '../access/refused.graphql'
import { Meeting, WayEnum } from '../meeting/meeting.graphql'
import { PartEdgeEnum } from './need.graphql'

const TimeShapeEnum = enumOf('TimeShape', meetingShapes)
const TimeCriterionEnum = enumOf('TimeCriterion', criteria)
export const LeftOutWhyEnum = enumOf('LeftOutWhy', leftOutWhys)
const OneAskKindEnum = enumOf('OneAskKind', ['free', 'part'])

/** What a coordinator looks for. Days and times are what was typed, on the wall of the meeting's zone. */
@InputType()
export class TimesAsk {
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
  @Field(() => String)
  minutes: string
  @Field(() => String)
  earliest: string
  @Field(() => String)
  latest: string
  @Field(() => [Int])
  weekdays: number[]
  @Field(() => String, { description: 'Whole days between today and the first day on which it may be.' })
  noticeDays: string
  @Field(() => Boolean, { description: 'It may fall on a bank holiday.' })
  bankHolidays: boolean
  @Field(() => Boolean, { description: 'It may be while children are at school.' })
  schoolHours: boolean
  @Field(() => [ID], { description: 'The one liked best first. None: wherever it may be.' })
  placeIds: string[]
  @Field(() => Boolean)
  stepFree: boolean
  @Field(() => Boolean)
  twoWaysOut: boolean
  @Field(() => Boolean, { description: 'A second room is kept, whoever comes.' })
  secondRoom: boolean
}

/** The ask as it was saved last, as `TimesAsk` takes it. */
@ObjectType()
export class TimeAsk {
  @Field(() => Int)
  version: number
  @Field(() => String)
  from: string
  @Field(() => String)
  until: string
  @Field(() => String)
  minutes: string
  @Field(() => String)
  earliest: string
  @Field(() => String)
  latest: string
  @Field(() => [Int])
  weekdays: number[]
  @Field(() => String)
  noticeDays: string
  @Field(() => Boolean)
  bankHolidays: boolean
  @Field(() => Boolean)
  schoolHours: boolean
  @Field(() => [ID])
  placeIds: string[]
  @Field(() => Boolean)
  stepFree: boolean
  @Field(() => Boolean)
  twoWaysOut: boolean
  @Field(() => Boolean)
  secondRoom: boolean
}

@InputType()
export class SaveTimeAskInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => Int, { description: 'Of the ask that was looked at; 0 where nothing was asked before.' })
  version: number
  @Field(() => TimesAsk)
  ask: TimesAsk
}

@ObjectType()
class ComesBy {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => Boolean)
  worker: boolean
  @Field(() => WayEnum)
  how: Way
  @Field(() => String, { nullable: true, description: 'Needs time off work: YYYY-MM-DD, the last day to ask for it.' })
  askBy: string | null
}

@ObjectType()
class LeftOut {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => LeftOutWhyEnum)
  why: LeftOutWhy
}

/** A meeting of their own for those who are left out because they are kept apart. */
@ObjectType()
class SecondMeeting {
  @Field(() => String)
  startWall: string
  @Field(() => String)
  endWall: string
  @Field(() => [String])
  names: string[]
}

/** One time for the meeting, with who can come and how, and who cannot and why. For the coordinator alone. */
@ObjectType()
export class TimeProposal {
  @Field(() => String)
  start: string
  @Field(() => String)
  startWall: string
  @Field(() => String)
  endWall: string
  @Field(() => String)
  zone: string
  @Field(() => ID, { nullable: true })
  placeId: string | null
  @Field(() => String, { nullable: true })
  placeName: string | null
  @Field(() => ID, { nullable: true })
  roomId: string | null
  @Field(() => String, { nullable: true })
  roomName: string | null
  @Field(() => ID, { nullable: true })
  secondRoomId: string | null
  @Field(() => String, { nullable: true })
  secondRoomName: string | null
  @Field(() => TimeShapeEnum)
  shape: MeetingShape
  @Field(() => [ComesBy])
  comes: ComesBy[]
  @Field(() => [LeftOut])
  leftOut: LeftOut[]
  @Field(() => TimeCriterionEnum, { nullable: true, description: 'The first thing in which it beats the next one.' })
  better: Criterion | null
  @Field(() => SecondMeeting, { nullable: true })
  secondMeeting: SecondMeeting | null
}

/** The smallest single change that would make a better time possible: somebody free for a stretch, or a worker there for a part. */
@ObjectType()
export class OneAsk {
  @Field(() => OneAskKindEnum)
  kind: 'free' | 'part'
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => Boolean)
  worker: boolean
  @Field(() => PartEdgeEnum, { nullable: true })
  edge: PartEdge | null
  @Field(() => Int)
  minutes: number
  @Field(() => String, { nullable: true, description: "The missing stretch, on the wall of the meeting's zone." })
  fromWall: string | null
  @Field(() => String, { nullable: true })
  untilWall: string | null
  @Field(() => TimeProposal)
  result: TimeProposal
}

@ObjectType()
class HeatPerson {
  @Field(() => ID)
  participantId: string
  @Field(() => String)
  name: string
  @Field(() => Boolean)
  worker: boolean
}

@ObjectType()
class HeatCell {
  @Field(() => String, { description: 'YYYY-MM-DD.' })
  day: string
  @Field(() => Int)
  hour: number
  @Field(() => String, { description: 'HH:MM: the best start in the hour.' })
  time: string
  @Field(() => String, {
    description: 'A letter for each of `people`: r in the room, s second room, v video, p phone, f spoken for, l letter, - not there.',
  })
  ways: string
}

@ObjectType()
export class RankedTimes {
  @Field(() => RefusalCodeEnum, { nullable: true })
  refused: RefusalCode | null
  @Field(() => String, { nullable: true })
  field: string | null
  @Field(() => [TimeProposal])
  proposals: TimeProposal[]
  @Field(() => [OneAsk])
  asks: OneAsk[]
  @Field(() => [HeatPerson])
  people: HeatPerson[]
  @Field(() => [HeatCell])
  heat: HeatCell[]
}

export const SaveTimeAskResult = resultOf('SaveTimeAsk', { meeting: () => Meeting })

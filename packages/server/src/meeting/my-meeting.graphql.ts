import { Field, ID, Int, ObjectType } from 'type-graphql'
import type { ParticipationState, Way, WhyKind } from '@kinplan/domain/meeting/participation'
import type { Ending, MeetingKind, Stage } from '@kinplan/domain/meeting/stages'
import type { Permit } from '../access/permit'
import { EndingEnum, MeetingKindEnum, ParticipationStateEnum, StageEnum, WayEnum, WhyKindEnum } from './meeting.graphql'

/** A person's own part in a meeting. */
@ObjectType()
class MyPart {
  @Field(() => ID)
  participantId: string
  @Field(() => ParticipationStateEnum)
  state: ParticipationState
  @Field(() => WayEnum, { nullable: true })
  how: Way | null
  @Field(() => Int)
  version: number
}

@ObjectType()
export class MyOther {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
}

@ObjectType()
export class MyWhyEntry {
  @Field(() => ID)
  id: string
  @Field(() => WhyKindEnum)
  kind: WhyKind
  @Field(() => String)
  text: string
}

@ObjectType()
export class MyBottomLine {
  @Field(() => ID)
  id: string
  @Field(() => String)
  text: string
}

/** A meeting as one person who takes part may know it, and nothing else. */
@ObjectType()
export class MyMeeting {
  permit: Permit<'meeting:readMine'>
  coordinatorId: string
  referrerId: string
  @Field(() => ID)
  id: string
  @Field(() => MeetingKindEnum)
  kind: MeetingKind
  @Field(() => StageEnum)
  stage: Stage
  /** This and endWall are the start and end of the part for which the viewer is there. */
  @Field(() => String, { nullable: true })
  startWall: string | null
  @Field(() => String, { nullable: true })
  endWall: string | null
  @Field(() => String)
  zone: string
  @Field(() => String, { nullable: true })
  place: string | null
  @Field(() => String, { nullable: true })
  arriveAt: string | null
  @Field(() => MyPart)
  mine: MyPart
  @Field(() => Boolean, { description: 'My answer was given before this day was set.' })
  answeredBefore: boolean
  @Field(() => EndingEnum, { nullable: true })
  ending: Ending | null
  @Field(() => String, { nullable: true })
  nextStep: string | null
}

import { Field, ID, Int, ObjectType } from 'type-graphql'
import {
  needs,
  participationStates,
  replies,
  ways,
  whyKinds,
  type Need,
  type ParticipationState,
  type Way,
  type WhyKind,
} from '@kinplan/domain/meeting/participation'
import { messageStates, type MessageState } from '@kinplan/domain/message/message-states'
import { slipKinds, type SlipKind } from '@kinplan/domain/meeting/slip'
import { endings, meetingKinds, stages, type Ending, type MeetingKind, type Stage } from '@kinplan/domain/meeting/stages'
import { enumOf } from '../access/enum.graphql'
import type { Permit } from '../access/permit'

export const StageEnum = enumOf('Stage', stages)
export const MeetingKindEnum = enumOf('MeetingKind', meetingKinds)
export const EndingEnum = enumOf('Ending', endings)
export const ParticipationStateEnum = enumOf('ParticipationState', participationStates)
export const WayEnum = enumOf('Way', ways)
export const NeedEnum = enumOf('Need', needs)
export const ReplyEnum = enumOf('Reply', replies)
export const WhyKindEnum = enumOf('WhyKind', whyKinds)
const MessageStateEnum = enumOf('MessageState', messageStates)
const SlipKindEnum = enumOf('SlipKind', slipKinds)
export const SafetyStandingEnum = enumOf('SafetyStanding', ['none', 'decided', 'needed'])

/** A meeting of a family, in the family's list. */
@ObjectType()
export class MeetingRow {
  @Field(() => ID)
  id: string
  @Field(() => MeetingKindEnum)
  kind: MeetingKind
  @Field(() => StageEnum)
  stage: Stage
  @Field(() => String, { nullable: true })
  startWall: string | null
  @Field(() => String)
  zone: string
}

@ObjectType()
export class FamilyRowMeeting {
  @Field(() => ID)
  id: string
  @Field(() => MeetingKindEnum)
  kind: MeetingKind
  @Field(() => StageEnum)
  stage: Stage
  @Field(() => String, { nullable: true })
  startWall: string | null
  @Field(() => Boolean, {
    description:
      "For the meeting's coordinator: something has changed since it was booked, and its times want looking at. Nobody else is told.",
  })
  hasMoved: boolean
}

/** A meeting as the family's workers see it. */
@ObjectType()
export class Meeting {
  permit: Permit<'meeting:read'>
  coordinatorId: string
  referrerId: string
  @Field(() => ID)
  id: string
  @Field(() => ID)
  familyId: string
  @Field(() => MeetingKindEnum)
  kind: MeetingKind
  @Field(() => StageEnum)
  stage: Stage
  @Field(() => Int)
  version: number
  @Field(() => String, { nullable: true, description: "YYYY-MM-DDTHH:MM on the wall of the meeting's zone." })
  startWall: string | null
  @Field(() => String, { nullable: true, description: 'The instant.' })
  start: string | null
  @Field(() => String, { nullable: true })
  endWall: string | null
  @Field(() => String)
  zone: string
  @Field(() => Int, { nullable: true })
  minutes: number | null
  @Field(() => String, { nullable: true })
  place: string | null
  @Field(() => ID, { nullable: true, description: "One of the council's places; null: somewhere else." })
  placeId: string | null
  @Field(() => ID, { nullable: true })
  reviewsPlanId: string | null
  @Field(() => EndingEnum, { nullable: true })
  ending: Ending | null
  @Field(() => String, { nullable: true })
  nextStep: string | null
}

@ObjectType()
export class SafetyDecision {
  decidedById: string
  @Field(() => ID)
  id: string
  @Field(() => String)
  saidAlone: string
  @Field(() => String)
  ordersChecked: string
  @Field(() => String)
  advice: string
  @Field(() => String)
  shape: string
  @Field(() => String)
  arrivalLeaving: string
  @Field(() => String)
  ifSomebodyComes: string
  @Field(() => String)
  decidedAt: string
  @Field(() => Boolean, { description: 'False when a pair was marked after the decision.' })
  coversAll: boolean
}

@ObjectType()
export class NotPart {
  byId: string
  @Field(() => String)
  reason: string
  @Field(() => String)
  lookAgainOn: string
  @Field(() => Boolean)
  viewsGathered: boolean
}

@ObjectType()
export class Preparation {
  @Field(() => String)
  wantsToTakePart: string
  @Field(() => String)
  whoShouldBeThere: string
  @Field(() => String)
  isItSafe: string
  @Field(() => String)
  whoMayKnow: string
  @Field(() => String)
  howToReach: string
  @Field(() => String)
  whatWouldHelp: string
  @Field(() => String)
  talkedAt: string
  @Field(() => Int)
  version: number
}

/** What is printed for one participant, to be given to them: nothing that their own page does not say. */
@ObjectType()
export class Slip {
  @Field(() => SlipKindEnum)
  kind: SlipKind
  @Field(() => String, { description: 'When their own part begins.' })
  startWall: string
  @Field(() => String, { nullable: true })
  place: string | null
  @Field(() => String, { nullable: true })
  arriveAt: string | null
}

/** One person or worker in one meeting, as workers see them. */
@ObjectType()
export class Participant {
  familyId: string
  meetingId: string
  personId: string | null
  workerId: string | null
  @Field(() => ID)
  id: string
  @Field(() => NeedEnum)
  need: Need
  @Field(() => ParticipationStateEnum)
  state: ParticipationState
  @Field(() => WayEnum, { nullable: true })
  how: Way | null
  @Field(() => Int)
  version: number
  @Field(() => NotPart, { nullable: true })
  notPart: NotPart | null
  @Field(() => String, { nullable: true })
  invitedAt: string | null
  @Field(() => MessageStateEnum, {
    nullable: true,
    description: 'Whether the invitation has gone; null: there is none, or it was taken back before it went.',
  })
  invitation: MessageState | null
  @Field(() => String, { nullable: true, description: "HH:MM in the meeting's zone, for this participant alone." })
  arriveAt: string | null
  @Field(() => Boolean, { nullable: true })
  attended: boolean | null
}

@ObjectType()
export class WhyEntry {
  familyId: string
  byWorkerId: string | null
  byPersonId: string | null
  @Field(() => ID)
  id: string
  @Field(() => WhyKindEnum)
  kind: WhyKind
  @Field(() => String)
  text: string
  @Field(() => Int)
  version: number
}

/** What the plan must make sure of. */
@ObjectType()
export class BottomLine {
  setById: string
  agreedById: string | null
  @Field(() => ID)
  id: string
  @Field(() => String)
  text: string
  @Field(() => [ID], { description: "None named: all of the meeting's children." })
  childIds: string[]
  @Field(() => String, { nullable: true })
  givenToFamilyOn: string | null
  @Field(() => String, { nullable: true })
  laterReason: string | null
  @Field(() => Int)
  version: number
}

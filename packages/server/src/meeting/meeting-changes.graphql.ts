import { Field, ID, InputType, Int } from 'type-graphql'
import type { Need, ParticipationState, Reply, Way, WhyKind } from '@kinplan/domain/meeting/participation'
import type { Ending } from '@kinplan/domain/meeting/stages'
import { resultOf } from '../access/refused.graphql'
import { EndingEnum, Meeting, NeedEnum, ParticipationStateEnum, ReplyEnum, WayEnum, WhyKindEnum } from './meeting.graphql'
import { MyMeeting } from './my-meeting.graphql'

@InputType()
export class StartMeetingInput {
  @Field(() => ID)
  familyId: string
  @Field(() => ID)
  coordinatorId: string
  @Field(() => ID)
  referrerId: string
  @Field(() => [ID])
  childIds: string[]
}

@InputType()
export class RecordSafetyInput {
  @Field(() => ID)
  meetingId: string
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
}

@InputType()
export class AddWhyInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => WhyKindEnum)
  kind: WhyKind
  @Field(() => String)
  text: string
}

@InputType()
export class AddBottomLineInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => String)
  text: string
  @Field(() => [ID])
  childIds: string[]
  @Field(() => String, { nullable: true, description: 'Why it comes after the family was given the others.' })
  laterReason: string | null
}

@InputType()
export class AddParticipantInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => ID, { nullable: true })
  personId: string | null
  @Field(() => ID, { nullable: true })
  workerId: string | null
  @Field(() => NeedEnum)
  need: Need
}

@InputType()
export class PrepareInput {
  @Field(() => ID)
  participantId: string
  @Field(() => Int, { description: "The participant's." })
  version: number
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
}

@InputType()
export class SetParticipationInput {
  @Field(() => ID)
  participantId: string
  @Field(() => Int)
  version: number
  @Field(() => ParticipationStateEnum)
  state: ParticipationState
  @Field(() => WayEnum, { nullable: true })
  how: Way | null
}

@InputType()
export class DecideNotPartInput {
  @Field(() => ID)
  participantId: string
  @Field(() => Int)
  version: number
  @Field(() => String)
  reason: string
  @Field(() => String)
  lookAgainOn: string
  @Field(() => Boolean)
  viewsGathered: boolean
}

@InputType()
export class ReplyInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => Int, { description: 'Of MyMeeting.mine.' })
  version: number
  @Field(() => ReplyEnum)
  reply: Reply
  @Field(() => WayEnum, { nullable: true })
  how: Way | null
}

@InputType()
export class EndMeetingInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => Int)
  version: number
  @Field(() => EndingEnum)
  ending: Ending
  @Field(() => String)
  nextStep: string
}

const meeting = { meeting: () => Meeting }
export const StartMeetingResult = resultOf('StartMeeting', meeting)
export const RecordSafetyResult = resultOf('RecordSafety', meeting)
export const AddWhyResult = resultOf('AddWhy', meeting)
export const AddBottomLineResult = resultOf('AddBottomLine', meeting)
export const AgreeBottomLineResult = resultOf('AgreeBottomLine', meeting)
export const GiveBottomLinesResult = resultOf('GiveBottomLines', meeting)
export const AddParticipantResult = resultOf('AddParticipant', meeting)
export const PrepareResult = resultOf('Prepare', meeting)
export const SetParticipationResult = resultOf('SetParticipation', meeting)
export const DecideNotPartResult = resultOf('DecideNotPart', meeting)
export const SendInvitationsResult = resultOf('SendInvitations', { ...meeting, sent: () => Int })
export const MoveStageResult = resultOf('MoveStage', meeting)
export const AttendResult = resultOf('Attend', meeting)
export const EndMeetingResult = resultOf('EndMeeting', meeting)

const myMeeting = { myMeeting: () => MyMeeting }
export const AskQuestionResult = resultOf('AskQuestion', myMeeting)
export const ReplyResult = resultOf('Reply', myMeeting)

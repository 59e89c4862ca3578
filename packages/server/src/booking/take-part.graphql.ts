import { Field, ID, InputType, Int } from 'type-graphql'
import type { Need, ParticipationState, Reply, Way } from '@kinplan/domain/meeting/participation'
import { resultOf } from '../access/refused.graphql'
import { Meeting, NeedEnum, ParticipationStateEnum, ReplyEnum, WayEnum } from '../meeting/meeting.graphql'
import { MyMeeting } from '../meeting/my-meeting.graphql'

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

const meeting = { meeting: () => Meeting }
export const AddParticipantResult = resultOf('AddParticipant', meeting)
export const SetParticipationResult = resultOf('SetParticipation', meeting)
export const DecideNotPartResult = resultOf('DecideNotPart', meeting)
export const SendInvitationsResult = resultOf('SendInvitations', { ...meeting, sent: () => Int })
export const ReplyResult = resultOf('Reply', { myMeeting: () => MyMeeting })

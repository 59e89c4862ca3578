import { Field, ID, InputType, Int } from 'type-graphql'
import type { Ending } from '@kinplan/domain/meeting/stages'
import { resultOf } from '../access/refused.graphql'
import { EndingEnum, Meeting } from '../meeting/meeting.graphql'

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
export const MoveStageResult = resultOf('MoveStage', meeting)
export const AttendResult = resultOf('Attend', meeting)
export const EndMeetingResult = resultOf('EndMeeting', meeting)

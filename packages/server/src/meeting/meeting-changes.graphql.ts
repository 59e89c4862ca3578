import { Field, ID, InputType, Int } from 'type-graphql'
import type { WhyKind } from '@kinplan/domain/meeting/participation'
import { resultOf } from '../access/refused.graphql'
import { Meeting, WhyKindEnum } from './meeting.graphql'
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

const meeting = { meeting: () => Meeting }
export const StartMeetingResult = resultOf('StartMeeting', meeting)
export const RecordSafetyResult = resultOf('RecordSafety', meeting)
export const AddWhyResult = resultOf('AddWhy', meeting)
export const AddBottomLineResult = resultOf('AddBottomLine', meeting)
export const AgreeBottomLineResult = resultOf('AgreeBottomLine', meeting)
export const GiveBottomLinesResult = resultOf('GiveBottomLines', meeting)
export const PrepareResult = resultOf('Prepare', meeting)

export const AskQuestionResult = resultOf('AskQuestion', { myMeeting: () => MyMeeting })

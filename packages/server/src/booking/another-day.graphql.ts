import { Field, ID, InputType, ObjectType } from 'type-graphql'
import type { ApartLevel } from '@kinplan/domain/family/kept-apart'
import { resultOf } from '../access/refused.graphql'
import { ApartLevelEnum } from '../family/family.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { MyMeeting } from '../meeting/my-meeting.graphql'

/** Two people kept apart whom the meeting, as it is booked, would bring together. */
@ObjectType()
export class Conflict {
  @Field(() => [String])
  names: string[]
  @Field(() => ApartLevelEnum)
  level: ApartLevel
}

/** Somebody's wish for another day, in their words. */
@ObjectType()
export class AnotherDay {
  familyId: string
  personId: string
  @Field(() => ID)
  id: string
  @Field(() => String)
  text: string
  @Field(() => String)
  askedAt: string
  @Field(() => String, { nullable: true, description: 'Null: it waits for an answer.' })
  answeredAt: string | null
}

@InputType()
export class AskAnotherDayInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => String)
  words: string
}

export const AskAnotherDayResult = resultOf('AskAnotherDay', { myMeeting: () => MyMeeting })
export const AnswerAnotherDayResult = resultOf('AnswerAnotherDay', { meeting: () => Meeting })

import { InputType, ObjectType } from 'type-graphql'
import { described, fields, id, list, nullable, text } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { ApartLevelEnum } from '../family/family.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { MyMeeting } from '../meeting/my-meeting.graphql'

/** Two people kept apart whom the meeting, as it is booked, would bring together. */
@ObjectType()
export class Conflict extends fields({ names: list(text), level: ApartLevelEnum }) {}

/** Somebody's wish for another day, in their words. */
@ObjectType()
export class AnotherDay extends fields({
  id,
  text,
  askedAt: text,
  answeredAt: described(nullable(text), 'Null: it waits for an answer.'),
}) {
  familyId: string
  personId: string
}

@InputType()
export class AskAnotherDayInput extends fields({ meetingId: id, words: text }) {}

export const AskAnotherDayResult = resultOf('AskAnotherDay', { myMeeting: MyMeeting })
export const AnswerAnotherDayResult = resultOf('AnswerAnotherDay', { meeting: Meeting })

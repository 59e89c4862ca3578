import { InputType } from 'type-graphql'
import { described, fields, id, list, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting, safety, talk, WhyKindEnum } from './meeting.graphql'
import { MyMeeting } from './my-meeting.graphql'

@InputType()
export class StartMeetingInput extends fields({
  familyId: id,
  coordinatorId: id,
  referrerId: id,
  childIds: list(id),
}) {}

@InputType()
export class RecordSafetyInput extends fields({ meetingId: id, ...safety }) {}

@InputType()
export class AddWhyInput extends fields({ meetingId: id, kind: WhyKindEnum, text }) {}

@InputType()
export class AddBottomLineInput extends fields({
  meetingId: id,
  text,
  childIds: list(id),
  laterReason: described(nullable(text), 'Why it comes after the family was given the others.'),
}) {}

@InputType()
export class PrepareInput extends fields({
  participantId: id,
  version: described(whole, "The participant's."),
  ...talk,
}) {}

const meeting = { meeting: Meeting }
export const StartMeetingResult = resultOf('StartMeeting', meeting)
export const RecordSafetyResult = resultOf('RecordSafety', meeting)
export const AddWhyResult = resultOf('AddWhy', meeting)
export const AddBottomLineResult = resultOf('AddBottomLine', meeting)
export const AgreeBottomLineResult = resultOf('AgreeBottomLine', meeting)
export const GiveBottomLinesResult = resultOf('GiveBottomLines', meeting)
export const PrepareResult = resultOf('Prepare', meeting)

export const AskQuestionResult = resultOf('AskQuestion', { myMeeting: MyMeeting })

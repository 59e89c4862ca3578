import { InputType } from 'type-graphql'
import { fields, id, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { EndingEnum, Meeting } from '../meeting/meeting.graphql'

@InputType()
export class EndMeetingInput extends fields({
  meetingId: id,
  version: whole,
  ending: EndingEnum,
  nextStep: text,
}) {}

const meeting = { meeting: Meeting }
export const MoveStageResult = resultOf('MoveStage', meeting)
export const AttendResult = resultOf('Attend', meeting)
export const EndMeetingResult = resultOf('EndMeeting', meeting)

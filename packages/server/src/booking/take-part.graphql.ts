import { InputType } from 'type-graphql'
import { described, fields, flag, id, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting, NeedEnum, ParticipationStateEnum, ReplyEnum, WayEnum } from '../meeting/meeting.graphql'
import { MyMeeting } from '../meeting/my-meeting.graphql'

@InputType()
export class AddParticipantInput extends fields({
  meetingId: id,
  personId: nullable(id),
  workerId: nullable(id),
  need: NeedEnum,
}) {}

@InputType()
export class SetParticipationInput extends fields({
  participantId: id,
  version: whole,
  state: ParticipationStateEnum,
  how: nullable(WayEnum),
}) {}

@InputType()
export class DecideNotPartInput extends fields({
  participantId: id,
  version: whole,
  reason: text,
  lookAgainOn: text,
  viewsGathered: flag,
}) {}

@InputType()
export class ReplyInput extends fields({
  meetingId: id,
  version: described(whole, 'Of MyMeeting.mine.'),
  reply: ReplyEnum,
  how: nullable(WayEnum),
}) {}

const meeting = { meeting: Meeting }
export const AddParticipantResult = resultOf('AddParticipant', meeting)
export const SetParticipationResult = resultOf('SetParticipation', meeting)
export const DecideNotPartResult = resultOf('DecideNotPart', meeting)
export const SendInvitationsResult = resultOf('SendInvitations', { ...meeting, sent: whole })
export const ReplyResult = resultOf('Reply', { myMeeting: MyMeeting })

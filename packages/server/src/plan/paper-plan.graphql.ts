import { InputType, ObjectType } from 'type-graphql'
import { paperStates } from '@kinplan/domain/plan/paper-plan'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { MyMeeting } from '../meeting/my-meeting.graphql'
import { GivenToEnum, step } from './plan.graphql'

const PaperStateEnum = enumOf('PaperState', paperStates)
const readBackTo = described(list(text), 'To whom of the family it was read back word for word, as far as the viewer may know of them.')

@ObjectType()
class PaperStep extends fields({ id, ...step }) {}

/** What somebody of the room told the coordinator is wrong with what was typed in. */
@ObjectType()
class PaperDoubt extends fields({ name: text, words: text, saidAt: text }) {}

/** One typing of a plan that the family wrote on paper, for the coordinator. */
@ObjectType()
export class PaperPlan extends fields({
  id,
  typing: whole,
  state: PaperStateEnum,
  typedBy: text,
  typedAt: text,
  readBackTo,
  wantYouToKnow: text,
  steps: list(PaperStep),
  doubts: list(PaperDoubt),
}) {}

/** A plan from paper that waits for a yes, as somebody of the room that wrote it reads it. */
@ObjectType()
export class MyPaperPlan extends fields({
  id,
  typedBy: text,
  typedAt: text,
  readBackTo,
  wantYouToKnow: text,
  steps: list(PaperStep),
  stopped: described(flag, 'Somebody of the room says that it is not what they wrote; never who.'),
  doubted: described(flag, 'The viewer says so.'),
  mayAnswer: described(flag, 'False for an interpreter who stayed with the family.'),
}) {}

/** What everybody who reads a plan is told of how it came from paper. */
@ObjectType()
export class PaperMark extends fields({
  typedBy: text,
  typedAt: text,
  readBackTo,
  yesBy: described(nullable(text), 'Who of the family said that it is what they wrote; null where the viewer must not know of them.'),
  yesGivenTo: GivenToEnum,
  yesSaidTo: described(nullable(text), 'The worker who wrote that yes down.'),
  mine: described(flag, 'That yes is the viewer’s.'),
}) {}

@InputType()
class PaperStepInput extends fields(step) {}

@InputType()
export class TypePaperPlanInput extends fields({
  meetingId: id,
  replacesId: described(nullable(id), 'The typing that stands, as it was seen; null where none does.'),
  readBackTo: described(list(id), 'Participants to whom it was read back word for word.'),
  wantYouToKnow: text,
  steps: list(PaperStepInput),
}) {}

@InputType()
export class ConfirmPaperPlanForInput extends fields({ paperPlanId: id, participantId: id, givenTo: GivenToEnum }) {}

@InputType()
export class DoubtPaperPlanInput extends fields({ paperPlanId: id, words: text }) {}

export const TypePaperPlanResult = resultOf('TypePaperPlan', { meeting: Meeting })
export const TakeBackPaperPlanResult = resultOf('TakeBackPaperPlan', { meeting: Meeting })
export const ConfirmPaperPlanForResult = resultOf('ConfirmPaperPlanFor', { meeting: Meeting })
export const ConfirmPaperPlanResult = resultOf('ConfirmPaperPlan', { myMeeting: MyMeeting })
export const DoubtPaperPlanResult = resultOf('DoubtPaperPlan', { myMeeting: MyMeeting })
export const TakeBackPaperDoubtResult = resultOf('TakeBackPaperDoubt', { myMeeting: MyMeeting })

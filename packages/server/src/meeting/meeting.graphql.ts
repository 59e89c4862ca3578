import { ObjectType } from 'type-graphql'
import { needs, participationStates, replies, ways, whyKinds } from '@kinplan/domain/meeting/participation'
import { messageStates } from '@kinplan/domain/message/message-states'
import { slipKinds } from '@kinplan/domain/meeting/slip'
import { endings, meetingKinds, stages } from '@kinplan/domain/meeting/stages'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, nullable, text, whole } from '../access/fields.graphql'
import type { Permit } from '../access/permit'

export const StageEnum = enumOf('Stage', stages)
export const MeetingKindEnum = enumOf('MeetingKind', meetingKinds)
export const EndingEnum = enumOf('Ending', endings)
export const ParticipationStateEnum = enumOf('ParticipationState', participationStates)
export const WayEnum = enumOf('Way', ways)
export const NeedEnum = enumOf('Need', needs)
export const ReplyEnum = enumOf('Reply', replies)
export const WhyKindEnum = enumOf('WhyKind', whyKinds)
const MessageStateEnum = enumOf('MessageState', messageStates)
const SlipKindEnum = enumOf('SlipKind', slipKinds)
export const SafetyStandingEnum = enumOf('SafetyStanding', ['none', 'decided', 'needed'])

/** A meeting of a family, in the family's list. */
@ObjectType()
export class MeetingRow extends fields({
  id,
  kind: MeetingKindEnum,
  stage: StageEnum,
  startWall: nullable(text),
  zone: text,
}) {}

@ObjectType()
export class FamilyRowMeeting extends fields({
  id,
  kind: MeetingKindEnum,
  stage: StageEnum,
  startWall: nullable(text),
  hasMoved: described(
    flag,
    "For the meeting's coordinator: something has changed since it was booked, and its times want looking at. Nobody else is told.",
  ),
}) {}

/** A meeting as the family's workers see it. */
@ObjectType()
export class Meeting extends fields({
  id,
  familyId: id,
  kind: MeetingKindEnum,
  stage: StageEnum,
  version: whole,
  startWall: described(nullable(text), "YYYY-MM-DDTHH:MM on the wall of the meeting's zone."),
  start: described(nullable(text), 'The instant.'),
  endWall: nullable(text),
  zone: text,
  minutes: nullable(whole),
  place: nullable(text),
  placeId: described(nullable(id), "One of the council's places; null: somewhere else."),
  reviewsPlanId: nullable(id),
  ending: nullable(EndingEnum),
  nextStep: nullable(text),
}) {
  permit: Permit<'meeting:read'>
  coordinatorId: string
  referrerId: string
}

/** What a manager writes of how safe a meeting is. */
export const safety = {
  saidAlone: text,
  ordersChecked: text,
  advice: text,
  shape: text,
  arrivalLeaving: text,
  ifSomebodyComes: text,
}

@ObjectType()
export class SafetyDecision extends fields({
  id,
  ...safety,
  saidAlone: described(nullable(text), 'Null for whoever reads in an emergency.'),
  decidedAt: text,
  coversAll: described(flag, 'False when a pair was marked after the decision.'),
}) {
  decidedById: string
}

@ObjectType()
export class NotPart extends fields({ reason: text, lookAgainOn: text, viewsGathered: flag }) {
  byId: string
}

/** What a person says when the coordinator talks with them alone. */
export const talk = {
  wantsToTakePart: text,
  whoShouldBeThere: text,
  isItSafe: text,
  whoMayKnow: text,
  howToReach: text,
  whatWouldHelp: text,
}

@ObjectType()
export class Preparation extends fields({ ...talk, talkedAt: text, version: whole }) {}

/** What is printed for one participant, to be given to them: nothing that their own page does not say. */
@ObjectType()
export class Slip extends fields({
  kind: SlipKindEnum,
  startWall: described(text, 'When their own part begins.'),
  place: nullable(text),
  arriveAt: nullable(text),
}) {}

/** One person or worker in one meeting, as workers see them. */
@ObjectType()
export class Participant extends fields({
  id,
  need: NeedEnum,
  state: ParticipationStateEnum,
  how: nullable(WayEnum),
  version: whole,
  notPart: nullable(NotPart),
  invitedAt: nullable(text),
  invitation: described(
    nullable(MessageStateEnum),
    'Whether the invitation has gone; null: there is none, it was taken back before it went, or not for this viewer.',
  ),
  arriveAt: described(nullable(text), "HH:MM in the meeting's zone, for this participant alone."),
  attended: nullable(flag),
}) {
  familyId: string
  meetingId: string
  personId: string | null
  workerId: string | null
}

@ObjectType()
export class WhyEntry extends fields({
  id,
  kind: WhyKindEnum,
  text,
  version: whole,
}) {
  familyId: string
  byWorkerId: string | null
  byPersonId: string | null
}

/** What the plan must make sure of. */
@ObjectType()
export class BottomLine extends fields({
  id,
  text,
  childIds: described(list(id), "None named: all of the meeting's children."),
  givenToFamilyOn: nullable(text),
  laterReason: nullable(text),
  version: whole,
}) {
  setById: string
  agreedById: string | null
}

import { ObjectType } from 'type-graphql'
import type { Told } from '@kinplan/domain/meeting/as-told'
import { described, fields, flag, id, nullable, text, whole } from '../access/fields.graphql'
import type { Permit } from '../access/permit'
import { EndingEnum, MeetingKindEnum, ParticipationStateEnum, StageEnum, WayEnum, WhyKindEnum } from './meeting.graphql'

/** A person's own part in a meeting. */
@ObjectType()
class MyPart extends fields({
  participantId: id,
  state: ParticipationStateEnum,
  how: nullable(WayEnum),
  version: described(whole, '0: there is no time to answer to.'),
}) {}

@ObjectType()
export class MyOther extends fields({ id, name: text }) {}

@ObjectType()
export class MyWhyEntry extends fields({ id, kind: WhyKindEnum, text }) {}

@ObjectType()
export class MyBottomLine extends fields({ id, text }) {}

/** A meeting as one person who takes part may know it, and nothing else. */
@ObjectType()
export class MyMeeting extends fields({
  id,
  kind: MeetingKindEnum,
  stage: StageEnum,
  /** This and endWall are the start and end of the part for which the viewer is there. */
  startWall: nullable(text),
  endWall: nullable(text),
  zone: text,
  place: nullable(text),
  arriveAt: nullable(text),
  mine: MyPart,
  answeredBefore: described(flag, 'My answer was given before this day was set.'),
  ending: nullable(EndingEnum),
  nextStep: nullable(text),
}) {
  permit: Permit<'meeting:readMine'>
  told: Told
  coordinatorId: string
  referrerId: string
}

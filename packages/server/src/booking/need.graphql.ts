import { InputType, ObjectType } from 'type-graphql'
import { partEdges } from '@kinplan/domain/meeting/participation'
import { enumOf } from '../access/enum.graphql'
import { described, fields, id, list, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting, NeedEnum } from '../meeting/meeting.graphql'

export const PartEdgeEnum = enumOf('PartEdge', partEdges)

@ObjectType()
export class TravelTime extends fields({ placeId: id, minutes: whole }) {}

@InputType()
class TravelInput extends fields({
  placeId: id,
  minutes: described(text, "Whole minutes as typed; '' takes it away."),
}) {}

@InputType()
export class SetNeedInput extends fields({
  participantId: id,
  version: described(whole, "The participant's."),
  need: NeedEnum,
  partEdge: described(nullable(PartEdgeEnum), 'Null: there for all of the meeting.'),
  partMinutes: described(nullable(text), 'Whole minutes as typed, a multiple of 15.'),
  comesWithId: described(nullable(id), 'The participant without whom they cannot take part.'),
  travel: described(list(TravelInput), 'In place of what was kept before.'),
}) {}

export const SetNeedResult = resultOf('SetNeed', { meeting: Meeting })

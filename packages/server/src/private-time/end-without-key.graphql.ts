import { ObjectType } from 'type-graphql'
import { endsWithoutKey } from '@kinplan/domain/plan/end-without-key'
import { enumOf } from '../access/enum.graphql'
import { described, fields, id, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { MyRoom } from './draft.graphql'

export const EndWithoutKeyKindEnum = enumOf('EndWithoutKeyKind', endsWithoutKey)
const SpokenEndStateEnum = enumOf('SpokenEndState', ['waiting', 'stopped', 'ended'])

/** What was asked and waits, told to everybody in the room. */
@ObjectType()
export class WaitingEnd extends fields({
  kind: EndWithoutKeyKindEnum,
  saidBy: described(nullable(text), 'Whose word the coordinator wrote down; null when somebody in the room asked.'),
  takesEffectWall: described(text, "YYYY-MM-DDTHH:MM on the wall of the meeting's zone."),
  secondsLeft: described(whole, 'Seconds until then, by the clock of the database.'),
}) {}

/** What has taken effect, and a device that holds the draft's key can still undo. */
@ObjectType()
export class UndoableEnd extends fields({
  kind: EndWithoutKeyKindEnum,
  draftId: id,
  untilWall: described(text, "YYYY-MM-DDTHH:MM on the wall of the meeting's zone."),
}) {}

/** The family's spoken word for an end, for the coordinator who wrote it down. */
@ObjectType()
export class SpokenEnd extends fields({
  saidBy: text,
  state: SpokenEndStateEnum,
  takesEffectWall: described(text, "YYYY-MM-DDTHH:MM on the wall of the meeting's zone."),
}) {}

const room = { room: MyRoom }
export const EndWithoutKeyResult = resultOf('EndWithoutKey', room)
export const StopEndWithoutKeyResult = resultOf('StopEndWithoutKey', room)
export const UndoEndWithoutKeyResult = resultOf('UndoEndWithoutKey', room)
export const EndOnSpokenWordResult = resultOf('EndOnSpokenWord', { meeting: Meeting })

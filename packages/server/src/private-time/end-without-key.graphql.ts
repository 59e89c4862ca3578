import { Field, ID, Int, ObjectType } from 'type-graphql'
import { endsWithoutKey, type EndWithoutKeyKind } from '@kinplan/domain/plan/end-without-key'
import { enumOf } from '../access/enum.graphql'
import { resultOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { MyRoom } from './draft.graphql'

export const EndWithoutKeyKindEnum = enumOf('EndWithoutKeyKind', endsWithoutKey)
const spokenEndStates = ['waiting', 'stopped', 'ended'] as const
const SpokenEndStateEnum = enumOf('SpokenEndState', spokenEndStates)

/** What was asked and waits, told to everybody in the room. */
@ObjectType()
export class WaitingEnd {
  @Field(() => EndWithoutKeyKindEnum)
  kind: EndWithoutKeyKind
  @Field(() => String, { nullable: true, description: 'Whose word the coordinator wrote down; null when somebody in the room asked.' })
  saidBy: string | null
  @Field(() => String, { description: "YYYY-MM-DDTHH:MM on the wall of the meeting's zone." })
  takesEffectWall: string
  @Field(() => Int, { description: 'Seconds until then, by the clock of the database.' })
  secondsLeft: number
}

/** What has taken effect, and a device that holds the draft's key can still undo. */
@ObjectType()
export class UndoableEnd {
  @Field(() => EndWithoutKeyKindEnum)
  kind: EndWithoutKeyKind
  @Field(() => ID)
  draftId: string
  @Field(() => String, { description: "YYYY-MM-DDTHH:MM on the wall of the meeting's zone." })
  untilWall: string
}

/** The family's spoken word for an end, for the coordinator who wrote it down. */
@ObjectType()
export class SpokenEnd {
  @Field(() => String)
  saidBy: string
  @Field(() => SpokenEndStateEnum)
  state: (typeof spokenEndStates)[number]
  @Field(() => String, { description: "YYYY-MM-DDTHH:MM on the wall of the meeting's zone." })
  takesEffectWall: string
}

const room = { room: () => MyRoom }
export const EndWithoutKeyResult = resultOf('EndWithoutKey', room)
export const StopEndWithoutKeyResult = resultOf('StopEndWithoutKey', room)
export const UndoEndWithoutKeyResult = resultOf('UndoEndWithoutKey', room)
export const EndOnSpokenWordResult = resultOf('EndOnSpokenWord', { meeting: () => Meeting })

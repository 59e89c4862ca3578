import { InputType, ObjectType } from 'type-graphql'
import { described, fields, flag, id, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { MyRoom } from './draft.graphql'

/** What is about to be shared, told to everybody who writes the plan. */
@ObjectType()
export class ShareProposal extends fields({
  head: whole,
  digest: described(text, 'SHA-256 of the plan as previewed: each phone holds it against its own.'),
  stopped: described(flag, 'Somebody asked for more time; who, is kept nowhere.'),
  secondsLeft: described(whole, 'Seconds until it may be shared, by the clock of the database.'),
}) {}

@InputType()
export class ProposeShareInput extends fields({ draftId: id, head: whole, digest: text, shareProof: text }) {}

const room = { room: MyRoom }
export const ProposeShareResult = resultOf('ProposeShare', room)
export const StopShareResult = resultOf('StopShare', room)

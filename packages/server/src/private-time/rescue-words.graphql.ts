import { InputType, ObjectType } from 'type-graphql'
import { described, fields, flag, id, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { MyRoom } from './draft.graphql'

/** A session that opened the room's draft with rescue words: told to everybody who has its key. */
@ObjectType()
export class RescueOpening extends fields({
  sessionId: id,
  name: text,
  atWall: described(text, "YYYY-MM-DDTHH:MM on the wall of the meeting's zone."),
  here: described(flag, 'It is the session that asks.'),
}) {}

@InputType()
export class KeepRescueWordsInput extends fields({
  draftId: id,
  memberProof: text,
  epoch: whole,
  salt: described(text, 'Random, base64url as all of these.'),
  proofHash: described(text, 'SHA-256 of the proof that somebody has the words.'),
  sealed: described(text, "The draft's key, sealed under the words: opaque to the server."),
}) {}

@InputType()
export class OpenByRescueWordsInput extends fields({ meetingId: id, wordsProof: text, memberProof: text }) {}

const room = { room: MyRoom }
export const KeepRescueWordsResult = resultOf('KeepRescueWords', room)
export const FindByRescueWordsResult = resultOf('FindByRescueWords', { draftId: id, epoch: whole, sealed: text })
export const OpenByRescueWordsResult = resultOf('OpenByRescueWords', room)

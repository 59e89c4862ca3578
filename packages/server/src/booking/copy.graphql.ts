import { ObjectType } from 'type-graphql'
import { described, fields, id, list, nullable, text } from '../access/fields.graphql'
import { RefusalCodeEnum } from '../access/refused.graphql'
import { WayEnum } from '../meeting/meeting.graphql'
import { MyWhyEntry } from '../meeting/my-meeting.graphql'

/** A message as its recipient will read it. */
@ObjectType()
class CopyMessage extends fields({ subject: text, body: text }) {}

/** What one person will read once the invitations have gone: what their own page shows, and their message. */
@ObjectType()
export class Copy extends fields({
  participantId: id,
  name: text,
  message: described(nullable(CopyMessage), 'Null: nothing is sent to them.'),
  startWall: described(nullable(text), 'When their own part begins; null: their page tells them of no time.'),
  endWall: nullable(text),
  place: described(nullable(text), 'Only for whom it is theirs to know.'),
  arriveAt: nullable(text),
  ways: described(list(WayEnum), 'The ways of taking part that it offers.'),
  others: described(list(text), 'Who else their page names.'),
  why: list(MyWhyEntry),
  bottomLines: list(text),
}) {}

/** Everybody's copy; `refused` where the invitations could not go as things stand. */
@ObjectType()
export class Copies extends fields({ refused: nullable(RefusalCodeEnum), copies: list(Copy) }) {}

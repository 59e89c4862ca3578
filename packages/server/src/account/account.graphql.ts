import { ObjectType } from 'type-graphql'
import { described, fields, flag, id, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'
import { Family } from '../family/family.graphql'
import { Council } from '../council/council.graphql'
import { Worker } from '../worker/worker.graphql'

/** A person as they see themselves. */
@ObjectType()
class MyPerson extends fields({ id, name: text, zone: text }) {}

@ObjectType()
export class Me extends fields({
  council: Council,
  worker: nullable(Worker),
  person: nullable(MyPerson),
  storyPage: described(flag, 'A page lets a newcomer choose who to be.'),
  today: described(text, "Today's date for the viewer, YYYY-MM-DD."),
}) {}

/** What the first page of a link may show before the code: whether it is open, and whom to ring. */
@ObjectType()
export class LinkHolder extends fields({
  open: flag,
  coordinator: nullable(Worker),
  waitMinutes: described(nullable(whole), 'After wrong codes: how long until another may be tried; null: now.'),
}) {}

/** What was tried with somebody's link and did not open it, for the coordinator who made it. */
@ObjectType()
export class LinkTries extends fields({
  wrongCodes: whole,
  wrongCodeAt: described(nullable(text), 'When the last wrong code was typed.'),
  otherDeviceAt: described(nullable(text), 'When it was last tried on a device that it does not belong to.'),
}) {}

/** Somebody one can be in the demo story; `family` is null for workers. */
@ObjectType()
export class StoryPerson extends fields({
  id,
  name: text,
  what: text,
  family: nullable(text),
  moment: described(nullable(text), "Where the family's story stands: the stage of its latest meeting, or 'review'."),
}) {}

export const ChooseWhoResult = resultOf('ChooseWho', { me: Me })
export const MakeSignInLinkResult = resultOf('MakeSignInLink', { address: text, spokenCode: text })
export const SignInResult = resultOf('SignIn', { me: Me })
export const LeaveResult = resultOf('Leave', { me: Me })

export const EndAccessResult = resultOf('EndAccess', { family: Family })

import { InputType, ObjectType } from 'type-graphql'
import { actionStates, reportStates } from '@kinplan/domain/action/action-states'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, nullable, text, whole } from '../access/fields.graphql'
import type { Permit } from '../access/permit'
import { resultOf } from '../access/refused.graphql'
import { Plan } from '../plan/plan.graphql'
import type { ActionRow, UpdateRow } from './action.store'
import type { PossibleOwnerRow } from './owner.store'

const ActionStateEnum = enumOf('ActionState', actionStates)
const ReportStateEnum = enumOf('ReportState', reportStates)

/** What was reported about a promise, in the owner's words. */
@ObjectType()
export class ActionUpdate
  extends fields({
    id,
    state: ReportStateEnum,
    words: text,
    at: text,
  })
  implements Pick<UpdateRow, 'id' | 'state' | 'words' | 'at'>
{
  byPersonId: string | null
  byWorkerId: string | null
  familyId: string
}

/** A promise as the family's workers see it: of somebody in the family, or of the council through a named worker. */
@ObjectType()
export class Action
  extends fields({
    id,
    stepId: nullable(id),
    text,
    dueOn: text,
    state: ActionStateEnum,
    binding: described(flag, 'Its owner has said yes to it.'),
    late: described(flag, "Its day has passed, in the meeting's zone. A worker's word: never shown to the family."),
    version: whole,
    ownerPersonId: nullable(id),
    ownerWorkerId: nullable(id),
    ofCouncil: flag,
  })
  implements Omit<ActionRow, 'meetingId'>
{
  permit: Permit<'action:read'>
  familyId: string
  planId: string
  writtenDownById: string | null
}

/** Somebody who may own a promise of a plan: of the family, or a worker for the council. */
@ObjectType()
export class PossibleOwner
  extends fields({
    id,
    name: text,
    title: described(nullable(text), "A worker's; null for somebody of the family."),
    ofCouncil: flag,
  })
  implements PossibleOwnerRow {}

/** A promise in a plan, as everybody who takes part sees it. */
@ObjectType()
export class MyPlanAction extends fields({
  id,
  text,
  dueOn: text,
  state: ActionStateEnum,
  owner: text,
  ofCouncil: flag,
}) {}

/** A promise as its owner sees it. */
@ObjectType()
export class MyAction extends fields({
  id,
  text,
  dueOn: text,
  state: ActionStateEnum,
  binding: described(flag, 'You have said yes to it.'),
  version: whole,
  ownerName: text,
}) {
  coordinatorId: string
}

@InputType()
export class MakeActionInput extends fields({
  planId: id,
  stepId: described(nullable(id), 'Absent: a promise of its own, from no step.'),
  text,
  ownerPersonId: nullable(id),
  ownerWorkerId: nullable(id),
  dueOn: text,
}) {}

@InputType()
export class ReportActionInput extends fields({
  actionId: id,
  version: whole,
  state: ReportStateEnum,
  words: text,
}) {}

@InputType()
export class ReportByLinkInput extends fields({ token: text, state: ReportStateEnum, words: text }) {}

export const MakeActionResult = resultOf('MakeAction', { plan: Plan })
export const AcceptActionResult = resultOf('AcceptAction', { action: nullable(MyAction) })
export const ReportActionResult = resultOf('ReportAction', { accepted: flag })
export const ReportActionByLinkResult = resultOf('ReportActionByLink', { action: MyAction })
export const SendActionsResult = resultOf('SendActions', { sent: whole })

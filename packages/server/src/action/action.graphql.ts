import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { actionStates, reportStates, type ActionState, type ReportState } from '@kinplan/domain/action/promise-states'
import { enumOf } from '../access/enum.graphql'
import type { Permit } from '../access/permit'
import { resultOf } from '../access/refused.graphql'
import { Plan } from '../plan/plan.graphql'
import type { ActionRow, UpdateRow } from './action.store'
import type { PossibleOwnerRow } from './owner.store'

const ActionStateEnum = enumOf('ActionState', actionStates)
const ReportStateEnum = enumOf('ReportState', reportStates)

/** What was reported about a promise, in the owner's words. */
@ObjectType()
export class ActionUpdate implements Pick<UpdateRow, 'id' | 'state' | 'words' | 'at'> {
  byPersonId: string | null
  byWorkerId: string | null
  familyId: string
  @Field(() => ID)
  id: string
  @Field(() => ReportStateEnum)
  state: ReportState
  @Field(() => String)
  words: string
  @Field(() => String)
  at: string
}

/** A promise as the family's workers see it: of somebody in the family, or of the council through a named worker. */
@ObjectType()
export class Action implements Omit<ActionRow, 'meetingId'> {
  permit: Permit<'action:read'>
  familyId: string
  planId: string
  writtenDownById: string | null
  @Field(() => ID)
  id: string
  @Field(() => ID, { nullable: true })
  stepId: string | null
  @Field(() => String)
  text: string
  @Field(() => String)
  dueOn: string
  @Field(() => ActionStateEnum)
  state: ActionState
  @Field(() => Boolean, { description: 'Its owner has said yes to it.' })
  binding: boolean
  @Field(() => Boolean, { description: "Its day has passed, in the meeting's zone. A worker's word: never shown to the family." })
  late: boolean
  @Field(() => Int)
  version: number
  @Field(() => ID, { nullable: true })
  ownerPersonId: string | null
  @Field(() => ID, { nullable: true })
  ownerWorkerId: string | null
  @Field(() => Boolean)
  ofCouncil: boolean
}

/** Somebody who may own a promise of a plan: of the family, or a worker for the council. */
@ObjectType()
export class PossibleOwner implements PossibleOwnerRow {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
  @Field(() => String, { nullable: true, description: "A worker's; null for somebody of the family." })
  title: string | null
  @Field(() => Boolean)
  ofCouncil: boolean
}

/** A promise in a plan, as everybody who takes part sees it. */
@ObjectType()
export class MyPlanPromise {
  @Field(() => ID)
  id: string
  @Field(() => String)
  text: string
  @Field(() => String)
  dueOn: string
  @Field(() => ActionStateEnum)
  state: ActionState
  @Field(() => String)
  owner: string
  @Field(() => Boolean)
  ofCouncil: boolean
}

/** A promise as its owner sees it. */
@ObjectType()
export class MyPromise {
  coordinatorId: string
  @Field(() => ID)
  id: string
  @Field(() => String)
  text: string
  @Field(() => String)
  dueOn: string
  @Field(() => ActionStateEnum)
  state: ActionState
  @Field(() => Boolean, { description: 'You have said yes to it.' })
  binding: boolean
  @Field(() => Int)
  version: number
  @Field(() => String)
  ownerName: string
}

@InputType()
export class MakeActionInput {
  @Field(() => ID)
  planId: string
  @Field(() => ID, { nullable: true, description: 'Absent: a promise of its own, from no step.' })
  stepId: string | null
  @Field(() => String)
  text: string
  @Field(() => ID, { nullable: true })
  ownerPersonId: string | null
  @Field(() => ID, { nullable: true })
  ownerWorkerId: string | null
  @Field(() => String)
  dueOn: string
}

@InputType()
export class ReportActionInput {
  @Field(() => ID)
  actionId: string
  @Field(() => Int)
  version: number
  @Field(() => ReportStateEnum)
  state: ReportState
  @Field(() => String)
  words: string
}

@InputType()
export class ReportByLinkInput {
  @Field(() => String)
  token: string
  @Field(() => ReportStateEnum)
  state: ReportState
  @Field(() => String)
  words: string
}

export const MakeActionResult = resultOf('MakeAction', { plan: () => Plan })
export const AcceptActionResult = resultOf('AcceptAction', { 'promise?': () => MyPromise })
export const ReportActionResult = resultOf('ReportAction', { accepted: () => Boolean })
export const ReportActionByLinkResult = resultOf('ReportActionByLink', { promise: () => MyPromise })
export const SendPromisesResult = resultOf('SendPromises', { sent: () => Int })

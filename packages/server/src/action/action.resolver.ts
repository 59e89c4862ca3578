import { hiddenFrom } from '@kinplan/domain/family/kept-apart'
import { Arg, Ctx, FieldResolver, ID, Int, Query, Resolver, Root } from 'type-graphql'
import { asHolder } from '../access/as-holder'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, viewerCan } from '../access/permit'
import { mutationOf, Refused } from '../access/refused.graphql'
import { RightEnum } from '../access/right.graphql'
import { Worker } from '../worker/worker.graphql'
import { workerById } from '../worker/worker.store'
import { peopleOf } from '../family/family.store'
import { pairsToKeep } from '../meeting/safety.store'
import { MyPlan, Plan } from '../plan/plan.graphql'
import { showPlan } from '../plan/plan.resolver'
import { lastSending } from './action-link.store'
import {
  AcceptActionResult,
  Action,
  ActionUpdate,
  MakeActionInput,
  MakeActionResult,
  MyPlanAction,
  MyAction,
  PossibleOwner,
  ReportActionByLinkResult,
  ReportActionInput,
  ReportActionResult,
  ReportByLinkInput,
  SendActionsResult,
} from './action.graphql'
import { actionsOfPlan, ownActionOf, ownActionsOf, updatesOfPlan, type OwnAction } from './action.store'
import { acceptAction } from './accept-action'
import { makeAction } from './make-action'
import { reportAction } from './report-action'
import { possibleOwnersOf } from './owner.store'
import { sendActions } from './send-actions'

/** The promise that a token opens, as its owner sees it; null for a token that is not good. */
async function showByLink(op: Operation, token: string): Promise<OwnAction | null> {
  const holder = await asHolder(op, token)
  const granted = await permitted(
    holder ?? op,
    'action:readByLink',
    holder?.viewer.kind === 'holder' ? { kind: 'action', id: holder.viewer.actionId } : { kind: 'none' },
  )
  return granted && ownActionOf(granted)
}

async function nameOf(op: Operation, familyId: string, by: { personId: string | null; workerId: string | null }): Promise<string> {
  if (by.workerId !== null) return (await workerById(op, by.workerId)).name
  return (await peopleOf(op, { familyId })).find((person) => person.id === by.personId)?.name ?? ''
}

@Resolver(() => Action)
export class ActionResolver {
  @FieldResolver(() => String)
  owner(@Ctx() op: Operation, @Root() { familyId, ownerPersonId, ownerWorkerId }: Action) {
    return nameOf(op, familyId, { personId: ownerPersonId, workerId: ownerWorkerId })
  }

  @FieldResolver(() => String, { nullable: true, description: "The worker who wrote down the owner's yes, said by phone or on paper." })
  async writtenDownBy(@Ctx() op: Operation, @Root() { writtenDownById }: Action) {
    return writtenDownById && (await workerById(op, writtenDownById)).name
  }

  @FieldResolver(() => [ActionUpdate], { description: 'What was reported, the newest first.' })
  async updates(@Root() action: Action) {
    return (await updatesOfPlan(action.permit)).filter((update) => update.actionId === action.id)
  }

  @FieldResolver(() => [RightEnum])
  viewerCan(@Ctx() op: Operation, @Root() { id }: Action) {
    return viewerCan(op, { kind: 'action', id })
  }

  @mutationOf(MakeActionResult)
  makeAction(@Ctx() op: Operation, @Arg('input', () => MakeActionInput) input: MakeActionInput) {
    return mutate(
      op,
      async () => makeAction(await permit(op, 'action:make', { kind: 'plan', id: input.planId }), input),
      (id) => ({ plan: seen(showPlan(op, id)) }),
    )
  }

  @mutationOf(AcceptActionResult)
  acceptAction(@Ctx() op: Operation, @Arg('actionId', () => ID) actionId: string, @Arg('version', () => Int) version: number) {
    return mutate(
      op,
      async () => acceptAction(await permit(op, 'action:accept', { kind: 'action', id: actionId }), version),
      async (id) => ({
        action: op.viewer.kind === 'person' ? ownActionOf(await permit(op, 'action:read', { kind: 'action', id })) : null,
      }),
    )
  }

  @mutationOf(ReportActionResult)
  reportAction(@Ctx() op: Operation, @Arg('input', () => ReportActionInput) input: ReportActionInput) {
    return mutate(
      op,
      async () => reportAction(await permit(op, 'action:report', { kind: 'action', id: input.actionId }), input),
      async (id) => {
        await permit(op, 'action:report', { kind: 'action', id })
        return { accepted: true }
      },
    )
  }

  @mutationOf(SendActionsResult)
  sendActions(@Ctx() op: Operation, @Arg('planId', () => ID) planId: string) {
    return mutate(
      op,
      async () => sendActions(await permit(op, 'action:send', { kind: 'plan', id: planId })),
      async (id) => ({
        sent: lastSending(await permit(op, 'action:send', { kind: 'plan', id })),
      }),
    )
  }
}

@Resolver(() => MyAction)
export class MyActionResolver {
  @Query(() => [MyAction], { nullable: true, description: 'Promises of the person who asks: open ones first, then the soonest.' })
  async myActions(@Ctx() op: Operation): Promise<OwnAction[] | null> {
    const granted = await permit(op, 'me:read', { kind: 'none' })
    return op.viewer.kind === 'person' ? ownActionsOf(granted) : null
  }

  @Query(() => MyAction, {
    nullable: true,
    description: 'The one promise of a token from a message; needs no session, and must be asked for alone.',
  })
  actionByLink(@Ctx() op: Operation, @Arg('token', () => String) token: string): Promise<OwnAction | null> {
    return showByLink(op, token)
  }

  @mutationOf(ReportActionByLinkResult)
  async reportActionByLink(@Ctx() op: Operation, @Arg('input', () => ReportByLinkInput) input: ReportByLinkInput) {
    const holder = await asHolder(op, input.token)
    if (holder?.viewer.kind !== 'holder') {
      await permitted(op, 'action:report', { kind: 'none' })
      return Refused.because('linkEnded', 'token')
    }
    const subject = { kind: 'action', id: holder.viewer.actionId } as const
    return mutate(
      holder,
      async () => reportAction(await permit(holder, 'action:report', subject), input),
      async () => ({
        action: ownActionOf(await permit(holder, 'action:readByLink', subject)),
      }),
    )
  }

  @FieldResolver(() => Worker)
  coordinator(@Ctx() op: Operation, @Root() action: MyAction) {
    return workerById(op, action.coordinatorId)
  }
}

@Resolver(() => ActionUpdate)
export class ActionUpdateResolver {
  @FieldResolver(() => String)
  by(@Ctx() op: Operation, @Root() { familyId, byPersonId, byWorkerId }: ActionUpdate) {
    return nameOf(op, familyId, { personId: byPersonId, workerId: byWorkerId })
  }
}

@Resolver(() => Plan)
export class PlanActionsResolver {
  @FieldResolver(() => [Action])
  async actions(@Ctx() op: Operation, @Root() plan: Plan) {
    const granted = await permit(op, 'action:read', { kind: 'plan', id: plan.id })
    return (await actionsOfPlan(granted)).map((action) => ({ ...action, permit: granted }))
  }

  @FieldResolver(() => [PossibleOwner], {
    nullable: true,
    description: 'Who may own a promise of this plan, the family first. Null for those who may not make one.',
  })
  async possibleOwners(@Ctx() op: Operation, @Root() plan: Plan) {
    const granted = await permitted(op, 'action:make', { kind: 'plan', id: plan.id })
    return granted && possibleOwnersOf(granted)
  }
}

@Resolver(() => MyPlan)
export class MyPlanActionsResolver {
  @FieldResolver(() => [MyPlanAction], {
    description: "The family's promises and the council's; none of somebody of whom this person may not know.",
  })
  async actions(@Ctx() op: Operation, @Root() plan: MyPlan) {
    const hidden = hiddenFrom(op.viewer.kind === 'person' ? op.viewer.id : '', await pairsToKeep(plan.permit))
    const shown = (await actionsOfPlan(plan.permit)).filter((action) => action.ownerPersonId === null || !hidden.has(action.ownerPersonId))
    return Promise.all(
      shown.map(async (action) => ({
        ...action,
        owner: await nameOf(op, action.familyId, { personId: action.ownerPersonId, workerId: action.ownerWorkerId }),
      })),
    )
  }
}

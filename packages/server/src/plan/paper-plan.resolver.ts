import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { asTold } from '@kinplan/domain/meeting/as-told'
import { isUndecided, speaksForFamily } from '@kinplan/domain/plan/paper-plan'
import { Refusal } from '@kinplan/domain/refusal'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, type MeetingPermit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { peopleOf } from '../family/family.store'
import { Meeting } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { MyMeeting } from '../meeting/my-meeting.graphql'
import { showMyMeeting } from '../meeting/my-meeting.resolver'
import { workerById } from '../worker/worker.store'
import { confirmPaperPlan, confirmPaperPlanFor, doubtPaperPlan, takeBackPaperDoubt } from './confirm-paper-plan'
import {
  ConfirmPaperPlanForInput,
  ConfirmPaperPlanForResult,
  ConfirmPaperPlanResult,
  DoubtPaperPlanInput,
  DoubtPaperPlanResult,
  MyPaperPlan,
  PaperPlan,
  TakeBackPaperDoubtResult,
  TakeBackPaperPlanResult,
  TypePaperPlanInput,
  TypePaperPlanResult,
} from './paper-plan.graphql'
import { namesKnown } from './names-known'
import { doubtsPaper, paperDoubtsOf, papersOf, paperStepsOf, type Paper } from './paper-plan.store'
import { takeBackPaperPlan, typePaperPlan } from './type-paper-plan'

/** A typing in words: who typed it in, to whom it was read back, and its steps. */
async function inWords(granted: MeetingPermit, { id, typing, state, typedById, typedAt, readBackToIds, wantYouToKnow }: Paper) {
  return {
    id,
    typing,
    state,
    typedBy: (await workerById(granted.op, typedById)).name,
    typedAt: typedAt.toISOString(),
    readBackTo: await namesKnown(granted, readBackToIds),
    wantYouToKnow,
    steps: (await paperStepsOf(granted)).filter(({ paperPlanId }) => paperPlanId === id),
  }
}

/** What waits for a yes of somebody in the viewer's room, the newest; null where nothing does. */
async function waitingFor(op: Operation, root: MyMeeting): Promise<MyPaperPlan | null> {
  if (root.stage !== 'agreeing' && root.stage !== 'ended') return null
  const undecided = (await papersOf(root.permit)).filter(({ state }) => isUndecided(state))
  for (const paper of undecided) {
    const granted = await permitted(op, 'paperPlan:readMine', { kind: 'paperPlan', id: paper.id })
    if (granted === null) continue
    const me = (await peopleOf(op, granted)).find(({ id }) => id === granted.viewer.id)
    return {
      ...(await inWords(granted, paper)),
      stopped: paper.stopped,
      doubted: await doubtsPaper(granted),
      mayAnswer: me !== undefined && speaksForFamily(me.kind),
    }
  }
  return null
}

/** A change that somebody of the room makes, who takes part in the meeting and was told of it. */
function changeMine<R extends 'paperPlan:confirm' | 'paperPlan:doubt'>(
  op: Operation,
  right: R,
  id: string,
  work: (granted: Awaited<ReturnType<typeof permit<R, 'paperPlan'>>>) => Promise<string>,
) {
  return mutate(
    op,
    async () => {
      const granted = await permit(op, right, { kind: 'paperPlan', id })
      if ((await showMyMeeting(op, granted.meetingId))?.told !== 'all') throw new Refusal('notYours')
      return work(granted)
    },
    (meetingId) => ({ myMeeting: seen(showMyMeeting(op, meetingId)) }),
  )
}

const shown = (op: Operation) => (id: string) => ({ meeting: seen(showMeeting(op, id)) })

@Resolver(() => Meeting)
export class PaperPlanResolver {
  @FieldResolver(() => [PaperPlan], {
    nullable: true,
    description: 'Plans from paper as they were typed in, newest first: for the coordinator; null for everybody else.',
  })
  async paperPlans(@Ctx() op: Operation, @Root() meeting: Meeting): Promise<PaperPlan[] | null> {
    const granted = await permitted(op, 'paperPlan:read', { kind: 'meeting', id: meeting.id })
    if (granted === null) return null
    const doubts = await paperDoubtsOf(granted)
    const found: PaperPlan[] = []
    for (const paper of await papersOf(granted))
      found.push({ ...(await inWords(granted, paper)), doubts: doubts.filter(({ paperPlanId }) => paperPlanId === paper.id) })
    return found
  }

  @mutationOf(TypePaperPlanResult)
  typePaperPlan(@Ctx() op: Operation, @Arg('input', () => TypePaperPlanInput) input: TypePaperPlanInput) {
    return mutate(
      op,
      async () => typePaperPlan(await permit(op, 'paperPlan:type', { kind: 'meeting', id: input.meetingId }), input),
      shown(op),
    )
  }

  @mutationOf(TakeBackPaperPlanResult)
  takeBackPaperPlan(@Ctx() op: Operation, @Arg('paperPlanId', () => ID) id: string) {
    return mutate(op, async () => takeBackPaperPlan(await permit(op, 'paperPlan:type', { kind: 'paperPlan', id })), shown(op))
  }

  @mutationOf(ConfirmPaperPlanForResult)
  confirmPaperPlanFor(@Ctx() op: Operation, @Arg('input', () => ConfirmPaperPlanForInput) input: ConfirmPaperPlanForInput) {
    return mutate(
      op,
      async () => confirmPaperPlanFor(await permit(op, 'paperPlan:confirmFor', { kind: 'paperPlan', id: input.paperPlanId }), input),
      shown(op),
    )
  }
}

@Resolver(() => MyMeeting)
export class MyPaperPlanResolver {
  @FieldResolver(() => MyPaperPlan, {
    nullable: true,
    description: 'A plan from paper that waits for a yes of somebody in the viewer’s private room; null where none does.',
  })
  async paperPlan(@Ctx() op: Operation, @Root() root: MyMeeting): Promise<MyPaperPlan | null> {
    return asTold(root.told, { paperPlan: await waitingFor(op, root) }).paperPlan
  }

  @mutationOf(ConfirmPaperPlanResult)
  confirmPaperPlan(@Ctx() op: Operation, @Arg('paperPlanId', () => ID) id: string) {
    return changeMine(op, 'paperPlan:confirm', id, confirmPaperPlan)
  }

  @mutationOf(DoubtPaperPlanResult)
  doubtPaperPlan(@Ctx() op: Operation, @Arg('input', () => DoubtPaperPlanInput) input: DoubtPaperPlanInput) {
    return changeMine(op, 'paperPlan:doubt', input.paperPlanId, (granted) => doubtPaperPlan(granted, input))
  }

  @mutationOf(TakeBackPaperDoubtResult)
  takeBackPaperDoubt(@Ctx() op: Operation, @Arg('paperPlanId', () => ID) id: string) {
    return changeMine(op, 'paperPlan:doubt', id, takeBackPaperDoubt)
  }
}

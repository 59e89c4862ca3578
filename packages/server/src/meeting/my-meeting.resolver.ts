import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { asTold, howMuchIsTold } from '@kinplan/domain/meeting/as-told'
import type { Way } from '@kinplan/domain/meeting/participation'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, viewerCan } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { RightEnum } from '../access/right.graphql'
import { viewerId } from '../access/viewer'
import { Worker } from '../worker/worker.graphql'
import { workerById } from '../worker/worker.store'
import { peopleOf } from '../family/family.store'
import { AskQuestionResult } from './meeting-changes.graphql'
import { bottomLinesGiven, hiddenFromPerson, othersKnownTo, whyKnownTo } from './known-to'
import { childrenOf, meetingsOfSelf, readMeeting } from './meeting.store'
import { WayEnum } from './meeting.graphql'
import { MyBottomLine, MyMeeting, MyOther, MyWhyEntry } from './my-meeting.graphql'
import { participantsOf } from './participant.store'
import { askQuestion } from './say-why'
import { toldPart } from './told-part'

/** The meeting as the person who asks may know it; null when they have no part in it. */
export async function showMyMeeting(op: Operation, id: string): Promise<MyMeeting | null> {
  const granted = await permitted(op, 'meeting:readMine', { kind: 'meeting', id })
  const mine = granted && (await participantsOf(granted)).find((participant) => participant.personId === viewerId(op.viewer))
  if (!granted || !mine) return null
  const { id: participantId, state, how, version, answeredAt, toldAt } = mine
  const meeting = await readMeeting(granted)
  const { stage, bookedAt } = meeting
  const told = howMuchIsTold(meeting, toldAt)
  const answeredBefore = stage === 'booked' && answeredAt !== null && bookedAt !== null && answeredAt < bookedAt
  const shown = Object.assign(new MyMeeting(), meeting, await toldPart(granted, mine), {
    permit: granted,
    told,
    mine: { participantId, state, how, ...asTold(told, { version }) },
    answeredBefore,
  })
  if (shown.ending === 'severalPlans' && (await hiddenFromPerson(granted, granted.viewer.id)).size > 0) shown.ending = 'plan'
  return Object.assign(shown, asTold(told, { ...shown }))
}

@Resolver(() => MyMeeting)
export class MyMeetingResolver {
  @Query(() => [MyMeeting])
  async myMeetings(@Ctx() op: Operation) {
    const granted = await permit(op, 'me:read', { kind: 'none' })
    const shown: MyMeeting[] = []
    for (const id of await meetingsOfSelf(granted)) {
      const meeting = await showMyMeeting(op, id)
      if (meeting !== null) shown.push(meeting)
    }
    return shown
  }

  @Query(() => MyMeeting, { nullable: true })
  myMeeting(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return showMyMeeting(op, id)
  }

  @FieldResolver(() => [String])
  async children(@Ctx() op: Operation, @Root() { permit: granted }: MyMeeting) {
    const ids = await childrenOf(granted)
    return (await peopleOf(op, granted)).filter((person) => ids.includes(person.id)).map((person) => person.name)
  }

  @FieldResolver(() => Worker)
  coordinator(@Ctx() op: Operation, @Root() meeting: MyMeeting) {
    return workerById(op, meeting.coordinatorId)
  }

  @FieldResolver(() => Worker)
  referrer(@Ctx() op: Operation, @Root() meeting: MyMeeting) {
    return workerById(op, meeting.referrerId)
  }

  @FieldResolver(() => [WayEnum], { description: 'The ways of taking part that I was told of, and may choose.' })
  async ways(@Root() { permit: granted, mine, told }: MyMeeting): Promise<Way[]> {
    const own = (await participantsOf(granted)).find(({ id }) => id === mine.participantId)
    return asTold(told, { ways: own?.toldWays ?? [] }).ways
  }

  @FieldResolver(() => [MyOther], {
    description:
      'Beside the coordinator and the referrer: only those coming or sending views, and only those of whom the viewer may know. ' +
      'How somebody takes part is not told.',
  })
  async others(@Ctx() op: Operation, @Root() { permit: granted, told }: MyMeeting): Promise<MyOther[]> {
    const others = (await othersKnownTo(granted, granted.viewer.id)).map(({ id, name }) => ({ id: op.shownId(id), name }))
    return asTold(told, { others }).others
  }

  @FieldResolver(() => [MyWhyEntry])
  why(@Root() { permit: granted }: MyMeeting) {
    return whyKnownTo(granted, granted.viewer.id)
  }

  @FieldResolver(() => [MyBottomLine], { description: 'Those the family has been given.' })
  bottomLines(@Root() { permit: granted }: MyMeeting) {
    return bottomLinesGiven(granted)
  }

  @FieldResolver(() => [RightEnum])
  viewerCan(@Ctx() op: Operation, @Root() { id }: MyMeeting) {
    return viewerCan(op, { kind: 'meeting', id })
  }

  @mutationOf(AskQuestionResult)
  askQuestion(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('text', () => String) text: string) {
    return mutate(
      op,
      async () => askQuestion(await permit(op, 'why:ask', { kind: 'meeting', id: meetingId }), text),
      (id) => ({ myMeeting: seen(showMyMeeting(op, id)) }),
    )
  }
}

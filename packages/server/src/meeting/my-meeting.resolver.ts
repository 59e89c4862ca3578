import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { hiddenFrom } from '@kinplan/domain/family/kept-apart'
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
import { childrenOf, meetingsOfSelf, readMeeting } from './meeting.store'
import { WayEnum } from './meeting.graphql'
import { MyBottomLine, MyMeeting, MyOther, MyWhyEntry } from './my-meeting.graphql'
import { participantsOf } from './participant.store'
import { pairsToKeep } from './safety.store'
import { askQuestion } from './say-why'
import { toldPart } from './told-part'
import { bottomLinesOf, whyOf } from './why.store'

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
  if (shown.ending === 'severalPlans' && (await hidden(shown)).size > 0) shown.ending = 'plan'
  return Object.assign(shown, asTold(told, { ...shown }))
}

/** People of whose part the viewer must not know. */
async function hidden({ permit: granted }: MyMeeting): Promise<ReadonlySet<string>> {
  return hiddenFrom(granted.viewer.id, await pairsToKeep(granted))
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
  async others(@Ctx() op: Operation, @Root() meeting: MyMeeting): Promise<MyOther[]> {
    const unknown = await hidden(meeting)
    const shownAlready = [meeting.coordinatorId, meeting.referrerId]
    const people = await peopleOf(op, meeting.permit)
    const others = (await participantsOf(meeting.permit)).filter(
      ({ id, personId, workerId, state }) =>
        id !== meeting.mine.participantId &&
        (state === 'coming' || state === 'sendingViews') &&
        !(personId !== null && unknown.has(personId)) &&
        !(workerId !== null && shownAlready.includes(workerId)),
    )
    const named = await Promise.all(
      others.map(async ({ personId, workerId }) => ({
        id: op.shownId(personId ?? workerId ?? ''),
        name: workerId === null ? (people.find((person) => person.id === personId)?.name ?? '') : (await workerById(op, workerId)).name,
      })),
    )
    return asTold(meeting.told, { others: named }).others
  }

  @FieldResolver(() => [MyWhyEntry])
  async why(@Root() meeting: MyMeeting) {
    const unknown = await hidden(meeting)
    return (await whyOf(meeting.permit)).filter((entry) => entry.byPersonId === null || !unknown.has(entry.byPersonId))
  }

  @FieldResolver(() => [MyBottomLine], { description: 'Those the family has been given.' })
  async bottomLines(@Root() meeting: MyMeeting) {
    return (await bottomLinesOf(meeting.permit)).filter((line) => line.givenToFamilyOn !== null)
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

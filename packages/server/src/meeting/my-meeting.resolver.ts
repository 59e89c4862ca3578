import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { hiddenFrom } from '@kinplan/domain/family/kept-apart'
import type { Way } from '@kinplan/domain/meeting/participation'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, refused, viewerCan, type Permit } from '../access/permit'
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
import { waysOpenTo } from './stays-apart'
import { isUntold, toldPart } from './told-part'
import { bottomLinesOf, whyOf } from './why.store'

/** The meeting as the person who asks may know it; null when they have no part in it. */
export async function showMyMeeting(op: Operation, id: string): Promise<MyMeeting | null> {
  const granted = await permitted(op, 'meeting:readMine', { kind: 'meeting', id })
  const mine = granted && (await participantsOf(granted)).find((participant) => participant.personId === viewerId(op.viewer))
  if (!granted || !mine) return null
  const { id: participantId, state, how, version, answeredAt } = mine
  const meeting = await readMeeting(granted)
  const { stage, bookedAt } = meeting
  const answeredBefore = stage === 'booked' && answeredAt !== null && bookedAt !== null && answeredAt < bookedAt
  const shown = Object.assign(new MyMeeting(), meeting, await toldPart(granted, mine), {
    permit: granted,
    mine: { participantId, state, how, version },
    answeredBefore,
  })
  if (shown.ending === 'severalPlans' && (await hidden(shown)).size > 0) shown.ending = 'plan'
  return (await isUntold(granted, mine)) ? Object.assign(shown, { stage: 'preparing', answeredBefore: false }) : shown
}

/** Refuses notNow, as before there is a time, what a person does about a time of which they were not told. Gives the permit to do it. */
export async function permitTold<R extends 'meeting:reply' | 'anotherDay:ask'>(
  op: Operation,
  right: R,
  id: string,
): Promise<Permit<R, 'meeting'>> {
  const granted = await permit(op, right, { kind: 'meeting', id })
  const reading = await permit(op, 'meeting:readMine', { kind: 'meeting', id })
  const mine = (await participantsOf(reading)).find((participant) => participant.personId === viewerId(op.viewer))
  if (mine && (await isUntold(reading, mine))) throw refused(granted, right, 'notNow')
  return granted
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

  @FieldResolver(() => [WayEnum], { description: 'The ways of taking part that I may choose.' })
  async ways(@Root() { permit: granted, mine }: MyMeeting): Promise<Way[]> {
    const own = (await participantsOf(granted)).find(({ id }) => id === mine.participantId)
    return own ? waysOpenTo(granted, own) : []
  }

  @FieldResolver(() => [MyOther], {
    description:
      'Beside the coordinator and the referrer: only those coming or sending views, and only those of whom the viewer may know. ' +
      'How somebody takes part is not told.',
  })
  async others(@Ctx() op: Operation, @Root() meeting: MyMeeting): Promise<MyOther[]> {
    const unknown = await hidden(meeting)
    const named = [meeting.coordinatorId, meeting.referrerId]
    const people = await peopleOf(op, meeting.permit)
    const others = (await participantsOf(meeting.permit)).filter(
      ({ id, personId, workerId, state }) =>
        id !== meeting.mine.participantId &&
        (state === 'coming' || state === 'sendingViews') &&
        !(personId !== null && unknown.has(personId)) &&
        !(workerId !== null && named.includes(workerId)),
    )
    return Promise.all(
      others.map(async ({ personId, workerId }) => ({
        id: op.shownId(personId ?? workerId ?? ''),
        name: workerId === null ? (people.find((person) => person.id === personId)?.name ?? '') : (await workerById(op, workerId)).name,
      })),
    )
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
  async viewerCan(@Ctx() op: Operation, @Root() { id, stage }: MyMeeting) {
    const can = await viewerCan(op, { kind: 'meeting', id })
    return stage === 'preparing' ? can.filter((action) => action !== 'meeting:reply' && action !== 'anotherDay:ask') : can
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

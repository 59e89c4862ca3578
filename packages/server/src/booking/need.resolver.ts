import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { loadOnce } from '../access/load-once'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { Participant, WayEnum } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { PartEdgeEnum, SetNeedInput, SetNeedResult, TravelTime } from './need.graphql'
import { travelOf } from '../meeting/need.store'
import { participantsOf } from '../meeting/participant.store'
import { setNeed } from './set-need'

/** The coordinator of the meeting may read what is planned for its participants, in every stage; nobody else. */
function reading(op: Operation, { meetingId }: Participant) {
  return loadOnce(op, `needsRead/${meetingId}`, () => permitted(op, 'availability:read', { kind: 'meeting', id: meetingId }))
}

async function needOf(op: Operation, participant: Participant) {
  const granted = await reading(op, participant)
  return granted && ((await participantsOf(granted)).find(({ id }) => id === participant.id) ?? null)
}

@Resolver(() => Participant)
export class NeedResolver {
  @FieldResolver(() => PartEdgeEnum, {
    nullable: true,
    description: 'The coordinator reads this and what follows. Null: there for all of the meeting.',
  })
  async partEdge(@Ctx() op: Operation, @Root() participant: Participant) {
    return (await needOf(op, participant))?.partEdge ?? null
  }

  @FieldResolver(() => Int, { nullable: true })
  async partMinutes(@Ctx() op: Operation, @Root() participant: Participant) {
    return (await needOf(op, participant))?.partMinutes ?? null
  }

  @FieldResolver(() => ID, { nullable: true, description: 'The participant without whom they cannot take part.' })
  async comesWithId(@Ctx() op: Operation, @Root() participant: Participant) {
    return (await needOf(op, participant))?.comesWithId ?? null
  }

  @FieldResolver(() => WayEnum, { nullable: true, description: 'How they were to take part when the time was chosen.' })
  async plannedHow(@Ctx() op: Operation, @Root() participant: Participant) {
    return (await needOf(op, participant))?.plannedHow ?? null
  }

  @FieldResolver(() => [TravelTime], { nullable: true })
  async travel(@Ctx() op: Operation, @Root() participant: Participant) {
    const granted = await reading(op, participant)
    return granted && (await travelOf(granted)).filter(({ participantId }) => participantId === participant.id)
  }

  @mutationOf(SetNeedResult)
  setNeed(@Ctx() op: Operation, @Arg('input', () => SetNeedInput) input: SetNeedInput) {
    return mutate(
      op,
      async () => setNeed(await permit(op, 'time:ask', { kind: 'participant', id: input.participantId }), input),
      (id) => ({ meeting: seen(showMeeting(op, id)) }),
    )
  }
}

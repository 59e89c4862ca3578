import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { asTold } from '@kinplan/domain/meeting/as-told'
import { parseWordsIfAny } from '@kinplan/domain/parse-words'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { peopleOf } from '../family/family.store'
import { AnotherDay, AnswerAnotherDayResult, AskAnotherDayInput, AskAnotherDayResult, Conflict } from './another-day.graphql'
import { anotherDaysOf, askedAnotherDay, insertAnotherDay, saveAnswered } from './another-day.store'
import { conflictsOf } from './conflicts'
import { Meeting } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { MyMeeting } from '../meeting/my-meeting.graphql'
import { showMyMeeting } from '../meeting/my-meeting.resolver'

/** What makes a booked meeting move: pairs whom it would bring together, and people who need another day. */
@Resolver(() => Meeting)
export class MeetingMovesResolver {
  @FieldResolver(() => [Conflict], { nullable: true, description: 'Null for those who may not read who is kept apart.' })
  async conflicts(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'pair:read', { kind: 'meeting', id })
    return granted && conflictsOf(granted)
  }

  @FieldResolver(() => [AnotherDay], {
    nullable: true,
    description: "Null for those it is not for: the meeting's coordinator alone reads it.",
  })
  async anotherDays(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'anotherDay:read', { kind: 'meeting', id })
    return granted && anotherDaysOf(granted)
  }

  @mutationOf(AskAnotherDayResult)
  askAnotherDay(@Ctx() op: Operation, @Arg('input', () => AskAnotherDayInput) { meetingId, words }: AskAnotherDayInput) {
    const work = async () =>
      insertAnotherDay(await permit(op, 'anotherDay:ask', { kind: 'meeting', id: meetingId }), parseWordsIfAny(words, 'words'))
    return mutate(op, work, (id) => ({ myMeeting: seen(showMyMeeting(op, id)) }))
  }

  @mutationOf(AnswerAnotherDayResult)
  answerAnotherDay(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return mutate(
      op,
      async () => saveAnswered(await permit(op, 'anotherDay:answer', { kind: 'anotherDay', id })),
      (meetingId) => ({ meeting: seen(showMeeting(op, meetingId)) }),
    )
  }
}

@Resolver(() => AnotherDay)
export class AnotherDayResolver {
  @FieldResolver(() => String)
  async name(@Ctx() op: Operation, @Root() { familyId, personId }: AnotherDay) {
    return (await peopleOf(op, { familyId })).find((person) => person.id === personId)?.name
  }
}

@Resolver(() => MyMeeting)
export class MyAnotherDayResolver {
  @FieldResolver(() => Boolean, { description: 'I asked for another day, and it waits for an answer.' })
  async anotherDayAsked(@Root() { permit: granted, told }: MyMeeting) {
    return asTold(told, { anotherDayAsked: await askedAnotherDay(granted) }).anotherDayAsked
  }
}

import { Arg, Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql'
import { Refusal } from '@kinplan/domain/refusal'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted, type Permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { stillOpen } from './places-asked.store'
import { rankTimes, timeByHand } from './rank-times'
import { saveTimeAsk, shownAsk } from './save-time-ask'
import { timeAskOf } from './time-ask.store'
import { RankedTimes, SaveTimeAskInput, SaveTimeAskResult, TimeAsk, TimesAsk } from './times.graphql'

type Found = Pick<RankedTimes, 'proposals'> & Partial<RankedTimes>

/** What was found for the coordinator of a meeting; null for everybody else, and the code where it cannot be searched. */
async function found(
  op: Operation,
  meetingId: string,
  search: (granted: Permit<'time:rank'>) => Promise<Found>,
): Promise<RankedTimes | null> {
  const nothing = { refused: null, field: null, proposals: [], asks: [], people: [], heat: [], stopped: false }
  try {
    return { ...nothing, ...(await search(await permit(op, 'time:rank', { kind: 'meeting', id: meetingId }))) }
  } catch (error) {
    if (!(error instanceof Refusal)) throw error
    return error.code === 'notYours' ? null : { ...nothing, refused: error.code, field: error.field }
  }
}

@Resolver(() => Meeting)
export class TimesResolver {
  @Query(() => RankedTimes, { nullable: true, description: 'Null when not yours; `refused` when it cannot be searched.' })
  rankedTimes(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('ask', () => TimesAsk) ask: TimesAsk) {
    return found(op, meetingId, (granted) => rankTimes(granted, ask))
  }

  @Query(() => RankedTimes, {
    nullable: true,
    description: 'One time picked by hand, with the same checks: one proposal, or none where nobody could be there.',
  })
  timeByHand(
    @Ctx() op: Operation,
    @Arg('meetingId', () => ID) meetingId: string,
    @Arg('ask', () => TimesAsk) ask: TimesAsk,
    @Arg('date', () => String) date: string,
    @Arg('start', () => String) start: string,
    @Arg('placeId', () => ID, { nullable: true }) placeId: string | null,
  ) {
    return found(op, meetingId, (granted) => timeByHand(granted, ask, { date, start, placeId: placeId ?? null }))
  }

  @mutationOf(SaveTimeAskResult)
  saveTimeAsk(@Ctx() op: Operation, @Arg('input', () => SaveTimeAskInput) { meetingId, version, ask }: SaveTimeAskInput) {
    return mutate(
      op,
      async () => saveTimeAsk(await permit(op, 'time:ask', { kind: 'meeting', id: meetingId }), version, ask),
      (id) => ({ meeting: seen(showMeeting(op, id)) }),
    )
  }

  @FieldResolver(() => TimeAsk, {
    nullable: true,
    description: 'What the coordinator looked for last. Null: nothing yet, or not for this viewer.',
  })
  async timeAsk(@Ctx() op: Operation, @Root() { id }: Meeting): Promise<TimeAsk | null> {
    const granted = await permitted(op, 'time:ask', { kind: 'meeting', id })
    const row = granted && (await timeAskOf(granted))
    return row && shownAsk({ ...row, placeIds: await stillOpen(granted, row.placeIds) })
  }
}

import { Arg, Ctx, FieldResolver, ID, Query, Resolver } from 'type-graphql'
import { mutate } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { teamMemberScope } from '../access/scope'
import { nothing } from '../access/subject'
import { Worker } from '../worker/worker.graphql'
import { workersInScope } from '../worker/worker.store'
import {
  EndAwayResult,
  EndCalendarFeedResult,
  HeldTime,
  MakeCalendarFeedResult,
  MyCalendar,
  SaveMyBusyTimesInput,
  SaveMyBusyTimesResult,
  SayAwayInput,
  SayAwayResult,
} from './calendar.graphql'
import { endAway, endFeed, heldTimes, makeFeed, readCalendar } from './calendar.store'
import { saveBusyTimes, sayAway } from './keep-calendar'

const self = ({ viewer }: Operation) => (viewer.kind === 'worker' ? ({ kind: 'worker', id: viewer.id } as const) : nothing)

async function showCalendar(op: Operation): Promise<MyCalendar> {
  return readCalendar(await permit(op, 'calendar:read', self(op)))
}

const shown = (op: Operation) => () => ({ myCalendar: showCalendar(op) })

/** A worker's own time, which finding a time and the week of the council take notice of. */
@Resolver(() => MyCalendar)
export class CalendarResolver {
  @Query(() => MyCalendar, { nullable: true })
  async myCalendar(@Ctx() op: Operation) {
    const granted = await permitted(op, 'calendar:read', self(op))
    return granted && readCalendar(granted)
  }

  @FieldResolver(() => [Worker], { description: 'Other workers whose days away the viewer may write down: those they supervise, by name.' })
  async sayAwayFor(@Ctx() op: Operation) {
    const scope = await teamMemberScope(op)
    return scope === null ? [] : workersInScope(scope)
  }

  @Query(() => [HeldTime], {
    nullable: true,
    description: 'When the worker is held to whom the address belongs; null when it was ended, or never was.',
  })
  async heldTimes(@Ctx() op: Operation, @Arg('token', () => String) token: string) {
    return heldTimes(await permit(op, 'calendar:readByLink', { kind: 'none' }), token)
  }

  @mutationOf(SaveMyBusyTimesResult)
  saveMyBusyTimes(@Ctx() op: Operation, @Arg('input', () => SaveMyBusyTimesInput) input: SaveMyBusyTimesInput) {
    return mutate(op, async () => saveBusyTimes(await permit(op, 'calendar:keep', self(op)), input), shown(op))
  }

  @mutationOf(MakeCalendarFeedResult, { description: 'A new address; the one before ends.' })
  makeCalendarFeed(@Ctx() op: Operation) {
    const open = async () => {
      const myCalendar = await showCalendar(op)
      return { address: myCalendar.feedAddress, myCalendar }
    }
    return mutate(op, async () => makeFeed(await permit(op, 'calendar:keep', self(op))), open)
  }

  @mutationOf(EndCalendarFeedResult)
  endCalendarFeed(@Ctx() op: Operation) {
    return mutate(op, async () => endFeed(await permit(op, 'calendar:keep', self(op))), shown(op))
  }

  @mutationOf(SayAwayResult)
  sayAway(@Ctx() op: Operation, @Arg('input', () => SayAwayInput) input: SayAwayInput) {
    return mutate(op, async () => sayAway(await permit(op, 'calendar:sayAway', { kind: 'worker', id: input.workerId }), input), shown(op))
  }

  @mutationOf(EndAwayResult)
  endAway(@Ctx() op: Operation, @Arg('id', () => ID) id: string) {
    return mutate(op, async () => endAway(await permit(op, 'calendar:sayAway', { kind: 'away', id })), shown(op))
  }
}

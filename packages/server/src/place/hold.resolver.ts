import { Arg, Ctx, FieldResolver, ID, Int, Mutation, Resolver, Root } from 'type-graphql'
import { mutate } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { workerById } from '../account/worker.store'
import { Meeting } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { bookTime } from './book-time'
import { BookTimeInput, BookTimeResult, ConfirmRoomsResult, MovedPart, RoomHold } from './hold.graphql'
import { confirmHolds, holdsOf } from './hold.store'
import { whoMoved } from './who-moved'

const shown = (op: Operation) => (id: string) => ({ meeting: showMeeting(op, id) })

@Resolver(() => Meeting)
export class MeetingHoldsResolver {
  @Mutation(() => BookTimeResult)
  bookTime(@Ctx() op: Operation, @Arg('input', () => BookTimeInput) input: BookTimeInput) {
    return mutate(op, async () => bookTime(await permit(op, 'time:book', { kind: 'meeting', id: input.meetingId }), input), shown(op))
  }

  @Mutation(() => ConfirmRoomsResult)
  confirmRooms(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('version', () => Int) version: number) {
    return mutate(op, async () => confirmHolds(await permit(op, 'time:confirm', { kind: 'meeting', id: meetingId }), version), shown(op))
  }

  @FieldResolver(() => [RoomHold], { description: 'A second room is not told to those who may not read who is kept apart.' })
  async roomHolds(@Ctx() op: Operation, @Root() meeting: Meeting) {
    const readsPairs = (await permitted(op, 'pair:read', { kind: 'meeting', id: meeting.id })) !== null
    return (await holdsOf(meeting.permit)).filter(({ use }) => use === 'main' || readsPairs)
  }

  @FieldResolver(() => [MovedPart], { nullable: true, description: "Null for those who may not read when people can come: that is for the meeting's coordinator alone." })
  async moved(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'availability:read', { kind: 'meeting', id })
    return granted && whoMoved(granted)
  }
}

@Resolver(() => RoomHold)
export class RoomHoldResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The worker who wrote down that the hub said yes.' })
  async confirmedBy(@Ctx() op: Operation, @Root() { confirmedById }: RoomHold) {
    return confirmedById === null ? null : (await workerById(op, confirmedById)).name
  }
}

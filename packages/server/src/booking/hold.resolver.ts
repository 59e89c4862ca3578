import { Arg, Ctx, FieldResolver, ID, Int, Resolver, Root } from 'type-graphql'
import { wayNow } from '@kinplan/domain/meeting/way-now'
import { seatsIn } from '@kinplan/domain/place/room-fits'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { workerById } from '../worker/worker.store'
import { Meeting } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { MyMeeting } from '../meeting/my-meeting.graphql'
import { participantsOf } from '../meeting/participant.store'
import { bookTime } from './book-time'
import { BookTimeInput, BookTimeResult, ConfirmRoomsResult, MovedPart, NeedsTimeOff, RoomHold } from './hold.graphql'
import { confirmHolds, holdsOf } from './hold.store'
import { whoMoved, whoNeedsTimeOff } from './who-moved'

const shown = (op: Operation) => (id: string) => ({ meeting: seen(showMeeting(op, id)) })

@Resolver(() => Meeting)
export class MeetingHoldsResolver {
  @mutationOf(BookTimeResult)
  bookTime(@Ctx() op: Operation, @Arg('input', () => BookTimeInput) input: BookTimeInput) {
    return mutate(op, async () => bookTime(await permit(op, 'time:book', { kind: 'meeting', id: input.meetingId }), input), shown(op))
  }

  @mutationOf(ConfirmRoomsResult)
  confirmRooms(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('version', () => Int) version: number) {
    return mutate(op, async () => confirmHolds(await permit(op, 'time:confirm', { kind: 'meeting', id: meetingId }), version), shown(op))
  }

  @FieldResolver(() => [RoomHold], { description: 'A second room is not told to those who may not read who is kept apart.' })
  async roomHolds(@Ctx() op: Operation, @Root() meeting: Meeting) {
    const readsPairs = (await permitted(op, 'pair:read', { kind: 'meeting', id: meeting.id })) !== null
    return (await holdsOf(meeting.permit)).filter(({ use }) => use === 'main' || readsPairs)
  }

  @FieldResolver(() => [MovedPart], {
    nullable: true,
    description: "Null for those who may not read when people can come: that is for the meeting's coordinator alone.",
  })
  async moved(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'availability:read', { kind: 'meeting', id })
    return granted && whoMoved(granted)
  }

  @FieldResolver(() => [NeedsTimeOff], { nullable: true, description: 'As `moved`.' })
  async timeOff(@Ctx() op: Operation, @Root() { id }: Meeting) {
    const granted = await permitted(op, 'availability:read', { kind: 'meeting', id })
    return granted && whoNeedsTimeOff(granted)
  }
}

@Resolver(() => MyMeeting)
export class MyTimeOffResolver {
  @FieldResolver(() => String, {
    nullable: true,
    description:
      "The last day, 'YYYY-MM-DD', on which I can still ask for the time off work that I need to be there; null when I need none.",
  })
  async timeOffBy(@Ctx() op: Operation, @Root() { stage, mine }: MyMeeting) {
    const granted = stage === 'booked' ? await permitted(op, 'availability:read', { kind: 'participant', id: mine.participantId }) : null
    return granted && ((await whoNeedsTimeOff(granted, mine.participantId))[0]?.askBy ?? null)
  }
}

@Resolver(() => RoomHold)
export class RoomHoldResolver {
  @FieldResolver(() => String, { nullable: true, description: 'The worker who wrote down that the hub said yes.' })
  async confirmedBy(@Ctx() op: Operation, @Root() { confirmedById }: RoomHold) {
    return confirmedById === null ? null : (await workerById(op, confirmedById)).name
  }

  @FieldResolver(() => Int, {
    nullable: true,
    description: 'How many come to it as things stand; null for those who may not read who is kept apart.',
  })
  async seatsTaken(@Ctx() op: Operation, @Root() { meetingId, use }: RoomHold) {
    const granted = await permitted(op, 'pair:read', { kind: 'meeting', id: meetingId })
    return granted && seatsIn(use, (await participantsOf(granted)).map(wayNow))
  }
}

import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { asTold } from '@kinplan/domain/meeting/as-told'
import type { EndWithoutKeyKind } from '@kinplan/domain/plan/end-without-key'
import { loadOnce } from '../access/load-once'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { MyMeeting } from '../meeting/my-meeting.graphql'
import { MyRoom } from './draft.graphql'
import { myRoomIn, showRoom } from './draft.resolver'
import { endOnSpokenWord, endWithoutKey, stopEndWithoutKey, undoEndWithoutKey } from './end-without-key'
import {
  EndOnSpokenWordResult,
  EndWithoutKeyKindEnum,
  EndWithoutKeyResult,
  SpokenEnd,
  StopEndWithoutKeyResult,
  UndoableEnd,
  UndoEndWithoutKeyResult,
  WaitingEnd,
} from './end-without-key.graphql'
import { askedIn, endedWithoutPlanIn, spokenEndIn } from './end-without-key.store'
import { roomOf } from './room.store'

/** Once an operation: both fields come from it. */
function askedInRoom(op: Operation, { id }: MyRoom) {
  return loadOnce(op, `askedInRoom/${id}`, async () => {
    const granted = await permitted(op, 'room:read', { kind: 'room', id })
    return granted === null ? { waiting: null, undoable: null } : askedIn(granted)
  })
}

@Resolver(() => MyRoom)
export class EndWithoutKeyResolver {
  @FieldResolver(() => WaitingEnd, {
    nullable: true,
    description: 'What was asked while no device held the key, and takes effect unless one that does stops it.',
  })
  async waitingEnd(@Ctx() op: Operation, @Root() room: MyRoom): Promise<WaitingEnd | null> {
    return (await askedInRoom(op, room)).waiting
  }

  @FieldResolver(() => UndoableEnd, { nullable: true, description: 'What has taken effect, for a device that holds that key.' })
  async undoableEnd(@Ctx() op: Operation, @Root() room: MyRoom): Promise<UndoableEnd | null> {
    return (await askedInRoom(op, room)).undoable
  }

  @mutationOf(EndWithoutKeyResult, {
    description:
      'Ends private family time without a plan, or starts the plan again, three minutes from now: when no device showed the key ' +
      'for ten minutes.',
  })
  endWithoutKey(
    @Ctx() op: Operation,
    @Arg('meetingId', () => ID) meetingId: string,
    @Arg('kind', () => EndWithoutKeyKindEnum) kind: EndWithoutKeyKind,
  ) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'room:endWithoutKey', await myRoomIn(op, meetingId))
        await endWithoutKey(granted, kind)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }

  @mutationOf(StopEndWithoutKeyResult)
  stopEndWithoutKey(
    @Ctx() op: Operation,
    @Arg('draftId', () => ID) draftId: string,
    @Arg('memberProof', () => String) memberProof: string,
  ) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'room:stopEnd', { kind: 'draft', id: draftId })
        await stopEndWithoutKey(granted, memberProof)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }

  @mutationOf(UndoEndWithoutKeyResult)
  undoEndWithoutKey(
    @Ctx() op: Operation,
    @Arg('draftId', () => ID) draftId: string,
    @Arg('memberProof', () => String) memberProof: string,
  ) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'room:undoEnd', { kind: 'draft', id: draftId })
        await undoEndWithoutKey(granted, memberProof)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }

  @mutationOf(EndOnSpokenWordResult, {
    description: 'Under the same rule as endWithoutKey, in every room of the meeting; opens nothing.',
  })
  endOnSpokenWord(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('saidBy', () => String) saidBy: string) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'room:endSpoken', { kind: 'meeting', id: meetingId })
        await endOnSpokenWord(granted, saidBy)
        return granted.meetingId
      },
      (id) => ({ meeting: seen(showMeeting(op, id)) }),
    )
  }
}

@Resolver(() => MyMeeting)
export class MyRoomOfMeetingResolver {
  @FieldResolver(() => MyRoom, { nullable: true })
  async room(@Ctx() op: Operation, @Root() { id, told }: MyMeeting): Promise<MyRoom | null> {
    // Most people of a meeting are in no room: that is no try to read one, and leaves no row.
    const room = (await roomOf(op, id)) === null ? null : await showRoom(op, id)
    return asTold(told, { room }).room
  }
}

@Resolver(() => Meeting)
export class MeetingWithoutPlanResolver {
  @FieldResolver(() => SpokenEnd, { nullable: true, description: 'In private family time, for the coordinator who wrote it down.' })
  spokenEnd(@Root() { permit: granted, stage, zone }: Meeting): Promise<SpokenEnd | null> | null {
    return stage === 'privateTime' ? spokenEndIn(granted, zone) : null
  }

  @FieldResolver(() => String, {
    nullable: true,
    description:
      'When private family time last ended without a plan, because no device held the key (YYYY-MM-DDTHH:MM); null while it lasts.',
  })
  endedWithoutPlan(@Root() { permit: granted, zone }: Meeting): Promise<string | null> {
    return endedWithoutPlanIn(granted, zone)
  }
}

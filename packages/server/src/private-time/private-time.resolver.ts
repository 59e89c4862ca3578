import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { mostName, parseWords } from '@kinplan/domain/parse-words'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit, permitted } from '../access/permit'
import { mutationOf, resultOf } from '../access/refused.graphql'
import { Meeting } from '../meeting/meeting.graphql'
import { showMeeting } from '../meeting/meeting.resolver'
import { MyBottomLine, MyMeeting } from '../meeting/my-meeting.graphql'
import { showMyMeeting } from '../meeting/my-meeting.resolver'
import { bottomLinesOf } from '../meeting/why.store'
import { MyRoom } from './draft.graphql'
import { myRoomIn } from './draft.resolver'
import { endPrivateTime } from './end-private-time'
import { endRoomsWithoutDraft } from './room.store'

const EndPrivateTimeResult = resultOf('EndPrivateTime', { myMeeting: MyMeeting })
const EndPrivateTimeForFamilyResult = resultOf('EndPrivateTimeForFamily', { meeting: Meeting })

@Resolver(() => MyRoom)
export class PrivateTimeResolver {
  @FieldResolver(() => [MyBottomLine], { description: 'What the plan must make sure of, as given to the family before.' })
  async bottomLines(@Ctx() op: Operation, @Root() room: MyRoom) {
    const granted = await permitted(op, 'meeting:readMine', { kind: 'meeting', id: room.meetingId })
    return granted === null ? [] : (await bottomLinesOf(granted)).filter((line) => line.givenToFamilyOn !== null)
  }

  @mutationOf(EndPrivateTimeResult)
  endPrivateTime(
    @Ctx() op: Operation,
    @Arg('meetingId', () => ID) meetingId: string,
    @Arg('memberProof', () => String, {
      nullable: true,
      description: "While the room's plan is being written: the proof that this device holds its key.",
    })
    memberProof: string | null,
  ) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'room:end', await myRoomIn(op, meetingId))
        await endPrivateTime(granted, memberProof ?? '')
        return granted.meetingId
      },
      (id) => ({ myMeeting: seen(showMyMeeting(op, id)) }),
    )
  }

  @mutationOf(EndPrivateTimeForFamilyResult)
  endPrivateTimeForFamily(
    @Ctx() op: Operation,
    @Arg('meetingId', () => ID) meetingId: string,
    @Arg('saidBy', () => String) saidBy: string,
  ) {
    return mutate(
      op,
      async () => {
        const granted = await permit(op, 'room:endForFamily', { kind: 'meeting', id: meetingId })
        await endRoomsWithoutDraft(granted, parseWords(saidBy, 'saidBy', mostName))
        return granted.meetingId
      },
      (id) => ({ meeting: seen(showMeeting(op, id)) }),
    )
  }
}

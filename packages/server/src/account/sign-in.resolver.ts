import { Arg, Ctx, FieldResolver, ID, Resolver, Root } from 'type-graphql'
import { linkReaderOf } from '../access/link-reader.store'
import { mutate, seen } from '../access/mutate'
import type { Operation } from '../access/operation'
import { permit } from '../access/permit'
import { mutationOf } from '../access/refused.graphql'
import { readMeeting } from '../meeting/meeting.store'
import { MyRoom } from '../private-time/draft.graphql'
import { myRoomIn, showRoom } from '../private-time/draft.resolver'
import { forgetKeyShares, sessionsWithKey } from '../private-time/draft.store'
import { membersOf } from '../private-time/room.store'
import { workerById } from '../worker/worker.store'
import { Me } from './account.graphql'
import { readSelf } from './account.store'
import { DropSessionResult, RoomSession, SignIn } from './sign-in.graphql'
import { endSessionOf, signInsOf } from './sign-in.store'

@Resolver(() => Me)
export class MySignInsResolver {
  @FieldResolver(() => [SignIn], { description: 'Of a person: where they are signed in, and by whose link. Nobody else is told.' })
  async signIns(@Ctx() op: Operation) {
    const { person } = await readSelf(op)
    if (person === null) return []
    return signInsOf(await permit(op, 'account:readSignIns', { kind: 'person', id: person.id }), [person.id], person.zone)
  }
}

@Resolver(() => MyRoom)
export class RoomSessionsResolver {
  @FieldResolver(() => [RoomSession], {
    description: "Everybody's sessions, for those who are vouched for: whoever does not belong here is seen before a word is written.",
  })
  async sessions(@Ctx() op: Operation, @Root() room: MyRoom) {
    if (!room.viewerCan.includes('room:readMembers')) return []
    const granted = await permit(op, 'room:readMembers', { kind: 'room', id: room.id })
    const withKey = await sessionsWithKey(granted)
    const { zone } = await readMeeting(granted)
    const sessions = await signInsOf(
      granted,
      room.members.map(({ id }) => id),
      zone,
    )
    return sessions.map((session) => ({ ...session, letIn: withKey.has(session.id) }))
  }

  @FieldResolver(() => String, { nullable: true, description: 'The worker who made the link of this session, and could read it.' })
  async linkOf(@Ctx() op: Operation): Promise<string | null> {
    const reader = await linkReaderOf(op)
    return reader === null ? null : (await workerById(op, reader)).name
  }

  @mutationOf(DropSessionResult, { description: 'Signs out a phone of the room that does not belong there.' })
  dropSession(@Ctx() op: Operation, @Arg('meetingId', () => ID) meetingId: string, @Arg('sessionId', () => ID) sessionId: string) {
    return mutate(
      op,
      async () => {
        const subject = await myRoomIn(op, meetingId)
        const granted = await permit(op, 'room:dropSession', subject)
        const members = await membersOf(await permit(op, 'room:readMembers', subject))
        await endSessionOf(
          granted,
          sessionId,
          members.map(({ id }) => id),
        )
        await forgetKeyShares(op, sessionId)
        return granted.meetingId
      },
      (id) => ({ room: seen(showRoom(op, id)) }),
    )
  }
}

import { Ctx, FieldResolver, Resolver, Root } from 'type-graphql'
import { hiddenFrom } from '@kinplan/domain/family/kept-apart'
import { readersNow } from '@kinplan/domain/meeting/readers'
import type { Operation } from '../access/operation'
import { viewerCan } from '../access/permit'
import { peopleOf } from '../family/family.store'
import { workersWhoRead } from '../meeting/meeting.store'
import { MyMeeting } from '../meeting/my-meeting.graphql'
import { participantsOf } from '../meeting/participant.store'
import { pairsToKeep } from '../meeting/safety.store'
import { myRoomIn } from './draft.resolver'
import { membersWithMe } from './private-rooms.store'

@Resolver(() => MyMeeting)
export class MyReadersResolver {
  @FieldResolver(() => [String], {
    description:
      'Names of those who can read what is written now; in private family time, the members of my room, once this session is vouched for.',
  })
  async readers(@Ctx() op: Operation, @Root() meeting: MyMeeting) {
    const { permit: granted, stage } = meeting
    const part = (await participantsOf(granted))
      .filter((participant) => participant.state !== 'notPart')
      .map((participant) => participant.personId)
    const persons = (await peopleOf(op, granted)).filter((person) => part.includes(person.id) && !person.ended)
    const workers = (await workersWhoRead(granted)).map((worker) => worker.name)
    const vouched = stage === 'privateTime' && (await viewerCan(op, await myRoomIn(op, meeting.id))).includes('room:readMembers')
    return readersNow(
      { stage, workers, persons },
      {
        kind: 'person',
        room: vouched ? await membersWithMe(granted) : new Set<string>(),
        hidden: hiddenFrom(granted.viewer.id, await pairsToKeep(granted)),
      },
    )
  }
}

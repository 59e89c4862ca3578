import { openDoor } from '@kinplan/server/graphql/operate'
import { workers } from '@kinplan/testkit/cast'
import { openStoryFamily, startStoryMeeting } from '@kinplan/testkit/story-family'
import { StoryTeller } from '@kinplan/testkit/story-teller'
import type { TestServer } from '@kinplan/testkit/test-server'

/** One family being prepared for a meeting, and somebody to do things as its people. */
export interface BeingPrepared {
  teller: StoryTeller
  familyId: string
  meetingId: string
  people: Record<'mia' | 'mum' | 'dad' | 'gran' | 'uncle', string>
  /** Participants' ids, by the id of their person or worker. */
  participants: Record<string, string>
  participantOf(who: 'mia' | 'mum' | 'dad' | 'gran'): string
}

/** A family with Priya as social worker, Helen as coordinator, Ruth as supervisor; Mia, Mum, Dad and Gran are in the meeting, the uncle is not. Mum and Dad have a phone that is safe to use. */
export async function familyBeingPrepared(server: TestServer): Promise<BeingPrepared> {
  const teller = new StoryTeller((clock) => openDoor({ ...server.parts, clock }), server.clock.now())
  const { id: familyId, people } = await openStoryFamily(teller, {
    name: 'The Carter family',
    socialWorker: workers.priya.id,
    children: { mia: { name: 'Mia Carter', bornOn: '2017-05-02' } },
    people: {
      mum: { name: 'Dawn Carter', phone: '07700 900001', relations: [{ child: 'mia', kind: 'mother' }] },
      dad: { name: 'Lee Hughes', phone: '07700 900002', relations: [{ child: 'mia', kind: 'father' }] },
      gran: { name: 'Joan Carter', relations: [{ child: 'mia', kind: 'grandparent', through: 'mum' }] },
      uncle: { name: 'Ray Carter' },
    },
  })
  for (const personId of [people.mum, people.dad]) {
    await teller.does(workers.priya.id, 'setParent', { familyId, childId: people.mia, personId, label: 'Parent', state: 'reachable', reason: '' }, 'family { id }')
  }
  const { id: meetingId, participants } = await startStoryMeeting(teller, {
    familyId, socialWorker: workers.priya.id, childIds: [people.mia],
    participants: [{ personId: people.mum, need: 'must' }, { personId: people.dad, need: 'must' }, { personId: people.gran, need: 'hoped' }, { personId: people.mia, need: 'must' }],
  })
  return { teller, familyId, meetingId, people, participants, participantOf: (who) => participants[people[who]] ?? '' }
}

export const safetyWords = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }

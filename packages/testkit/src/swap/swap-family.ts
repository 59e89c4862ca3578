import { openDoor } from '@kinplan/server/graphql/operate'
import { workers } from '../cast'
import { openStoryFamily, startStoryMeeting, talkWith } from '../story-family'
import { StoryTeller } from '../story-teller'
import type { TestServer } from '../test-server'

const everybody = ['mum', 'dad', 'gran', 'nan', 'mia'] as const
type InSwapFamily = (typeof everybody)[number]

/** A family with a meeting that is being prepared, with everybody of whom the coordinator has talked. */
export interface SwapFamily {
  teller: StoryTeller
  familyId: string
  meetingId: string
  people: Record<InSwapFamily | 'uncle', string>
  participantOf(who: InSwapFamily): string
}

/** The family in which all swaps are made: Priya its social worker, Helen its coordinator, Ruth its supervisor. The uncle is not asked. */
export async function swapFamily(server: TestServer): Promise<SwapFamily> {
  const teller = new StoryTeller((clock) => openDoor({ ...server.parts, clock }), server.clock.now())
  const { id: familyId, people } = await openStoryFamily(teller, {
    name: 'The Lane family',
    socialWorker: workers.priya.id,
    children: { mia: { name: 'Mia Lane', bornOn: '2017-05-02' } },
    people: {
      mum: { name: 'Dawn Lane', phone: '07700 900001', relations: [{ child: 'mia', kind: 'mother' }] },
      dad: { name: 'Lee Hughes', phone: '07700 900002', relations: [{ child: 'mia', kind: 'father' }] },
      gran: { name: 'Joan Lane', phone: '07700 900003' },
      nan: { name: 'Ida Hughes', phone: '07700 900004' },
      uncle: { name: 'Ray Lane' },
    },
  })
  const { id: meetingId, participants } = await startStoryMeeting(teller, {
    familyId,
    socialWorker: workers.priya.id,
    childIds: [people.mia],
    participants: everybody.map((who) => ({ personId: people[who], need: 'hoped' })),
  })
  const participantOf = (who: InSwapFamily) => participants[people[who]] ?? ''
  for (const who of ['dad', 'gran', 'nan'] as const) await talkWith(teller, meetingId, participantOf(who), {})
  return { teller, familyId, meetingId, people, participantOf }
}

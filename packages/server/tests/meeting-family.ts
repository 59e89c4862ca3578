import { openDoor } from '@kinplan/server/graphql/operate'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
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

/**
 * A family with Priya as social worker, Helen as coordinator, Ruth as supervisor; Mia, Mum, Dad and Gran are in the meeting, the uncle is
 * not. Mum and Dad have a phone that is safe to use. The families of earlier tests have met, unless `othersHaveMet` is false.
 */
export async function familyBeingPrepared(server: TestServer, { othersHaveMet = true } = {}): Promise<BeingPrepared> {
  if (othersHaveMet) await letGoOfWorkers(server)
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
    await teller.does(
      workers.priya.id,
      'setParent',
      { familyId, childId: people.mia, personId, label: 'Parent', state: 'reachable', reason: '' },
      'family { id }',
    )
  }
  const { id: meetingId, participants } = await startStoryMeeting(teller, {
    familyId,
    socialWorker: workers.priya.id,
    childIds: [people.mia],
    participants: [
      { personId: people.mum, need: 'must' },
      { personId: people.dad, need: 'must' },
      { personId: people.gran, need: 'hoped' },
      { personId: people.mia, need: 'must' },
    ],
  })
  return { teller, familyId, meetingId, people, participants, participantOf: (who) => participants[people[who]] ?? '' }
}

/** One family for all tests of a file, each of which finds it as it was first prepared. */
export function sameFamilyBeingPrepared(): (server: TestServer) => Promise<BeingPrepared> {
  const beginning = sameBeginning(familyBeingPrepared)
  return async (server) => {
    const family = await beginning(server)
    family.teller.at(server.clock.now())
    return family
  }
}

/** Meetings of earlier tests are over, so that they hold nobody any longer. */
async function letGoOfWorkers(server: TestServer): Promise<void> {
  await server.database.transaction({ worker: workers.ruth.id }, (tx) =>
    tx.meeting.updateMany({ where: { stage: { not: 'preparing' } }, data: { stage: 'ended' } }),
  )
}

export const safetyWords = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }

/** Four weeks of any day from nine to seven, as a coordinator types it. */
export const timesAsk = (placeIds: string[] = []) => ({
  from: '2026-03-16',
  until: '2026-04-12',
  minutes: '120',
  earliest: '09:00',
  latest: '19:00',
  weekdays: [1, 2, 3, 4, 5, 6, 7],
  noticeDays: '0',
  bankHolidays: true,
  schoolHours: true,
  placeIds,
  stepFree: false,
  twoWaysOut: false,
  secondRoom: false,
})

import { randomUUID } from 'node:crypto'
import { apartLevels } from '@kinplan/domain/family/kept-apart'
import { teams, workers } from '../src/cast'
import type { TestServer } from '../src/test-server'

/** One meeting that the race books again and again, and who may do it. */
export interface RacingMeeting {
  id: string
  familyId: string
  coordinatorId: string
  /** Participants' ids of the two who are kept apart, and of both workers. */
  pair: [string, string]
  workers: [string, string]
}

export interface RacingScene {
  meetings: RacingMeeting[]
  /** Each place with its rooms. */
  places: { id: string; rooms: string[] }[]
}

const familiesInRace = 8
const workersInRace = 6
const zone = 'Europe/London'

/**
 * A handful of rooms and workers, and families whose two meetings share them; in each family two people are kept apart, the four levels in
 * turn.
 */
export async function setRacingScene(server: TestServer): Promise<RacingScene> {
  const at = server.clock.now()
  const team = Array.from({ length: workersInRace }, (_, place) => ({
    id: randomUUID(),
    name: `Worker ${place}`,
    title: 'Social worker',
    phone: '01632 960108',
  }))
  const places = [0, 1].map(() => ({ id: randomUUID(), rooms: [randomUUID(), randomUUID()] }))
  const meetings: RacingMeeting[] = []
  await server.database.transaction({ worker: workers.ruth.id }, async (tx) => {
    await tx.worker.createMany({ data: team })
    await tx.place.createMany({ data: places.map(({ id }) => ({ id, name: 'A hub', address: '1 Mill Lane' })) })
    await tx.room.createMany({
      data: places.flatMap(({ id: placeId, rooms }) =>
        rooms.map((id) => ({ id, placeId, name: 'A room', capacity: 30, stepFree: true, twoWaysOut: true })),
      ),
    })
    for (let place = 0; place < familiesInRace; place++) {
      const familyId = randomUUID()
      const half = workersInRace / 2
      const [coordinatorId, referrerId] = [team[place % half]?.id ?? '', team[half + ((place + Math.floor(place / half)) % half)]?.id ?? '']
      await tx.family.createMany({
        data: [{ id: familyId, name: 'A family', teamId: teams.north.id, zone, openedById: workers.ruth.id, openedAt: at }],
      })
      await tx.allocation.createMany({
        data: [
          { familyId, workerId: coordinatorId, role: 'coordinator', from: at },
          { familyId, workerId: referrerId, role: 'socialWorker', from: at },
        ],
      })
      const people = [randomUUID(), randomUUID(), randomUUID()].toSorted()
      await tx.person.createMany({
        data: people.map((id, which) => ({ id, familyId, name: `Person ${which}`, kind: 'kin', zone, saidWhenAt: at })),
      })
      await tx.availabilityRule.createMany({
        data: people.map((personId) => ({
          familyId,
          personId,
          kind: 'ordinaryWeek',
          weekdays: [1, 2, 3, 4, 5, 6, 7],
          startWall: '06:00',
          endWall: '23:00',
          zone,
          how: ['inRoom', 'video'],
          preference: 'possible',
          saidAt: at,
        })),
      })
      const pairId = randomUUID()
      await tx.pairApart.createMany({
        data: [
          {
            id: pairId,
            familyId,
            oneId: people[0] ?? '',
            otherId: people[1] ?? '',
            level: apartLevels[place % apartLevels.length] ?? 'room',
            markedById: workers.ruth.id,
            markedAt: at,
          },
        ],
      })
      for (const kind of ['conference', 'review']) {
        const id = randomUUID()
        await tx.meeting.createMany({ data: [{ id, familyId, kind, coordinatorId, referrerId, stage: 'preparing', zone, createdAt: at }] })
        const words = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
        await tx.safetyDecision.createMany({
          data: [{ familyId, meetingId: id, pairIds: [pairId], ...words, decidedById: workers.ruth.id, decidedAt: at }],
        })
        const persons = people.map((personId) => ({ id: randomUUID(), familyId, meetingId: id, personId, need: 'must', state: 'asked' }))
        const staff = [coordinatorId, referrerId].map((workerId) => ({
          id: randomUUID(),
          familyId,
          meetingId: id,
          workerId,
          need: 'must',
          state: 'coming',
          how: 'inRoom',
        }))
        await tx.participant.createMany({ data: persons })
        await tx.participant.createMany({ data: staff })
        meetings.push({
          id,
          familyId,
          coordinatorId,
          pair: [persons[0]?.id ?? '', persons[1]?.id ?? ''],
          workers: [staff[0]?.id ?? '', staff[1]?.id ?? ''],
        })
      }
    }
  })
  return { meetings, places }
}

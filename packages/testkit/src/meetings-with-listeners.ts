import { randomUUID } from 'node:crypto'
import { foundCouncil } from '@kinplan/server/council/found-council.store'
import { keptOf, openSealingKey } from '@kinplan/server/platform/sealing-key'
import { asAdministrator } from './as-administrator'
import { council, teams, workers } from './cast'
import type { Filling } from './clean-database'

/** A booked meeting of which everybody was told. The first two may not know of each other. */
export interface MeetingWithListeners {
  familyId: string
  meetingId: string
  people: { personId: string; session: string }[]
}

const dayMs = 86_400_000

/** So many booked meetings, with so many people signed in in each. Written as rows: by the door it takes hours. */
export function meetingsWithListeners(shape: { meetings: number; people: number }, now: Date): Filling<MeetingWithListeners[]> {
  return {
    name: `listening_${shape.meetings}_${shape.people}_${now.getTime()}`,
    async fill(database, config) {
      const key = await openSealingKey(config)
      await foundCouncil(database, key, { ...council, from: new Date(now.getTime() - 400 * dayMs) })
      const made = Array.from({ length: shape.meetings }, (): MeetingWithListeners => ({
        familyId: randomUUID(),
        meetingId: randomUUID(),
        people: Array.from({ length: shape.people }, () => ({ personId: randomUUID(), session: key.newToken('session') })),
      }))
      const people = made.flatMap((one) => one.people.map((person) => ({ ...one, ...person })))
      const of = <T, K extends keyof T>(rows: T[], column: K) => rows.map((row) => row[column])
      await asAdministrator({ database, config, drop: () => Promise.resolve() }, async (ask) => {
        await ask(
          `insert into "Family" ("id", "name", "teamId", "openedById", "openedAt", "zone")
            select f, 'The family', $2::uuid, $3::uuid, $4, 'Europe/London' from unnest($1::uuid[]) f`,
          of(made, 'familyId'),
          teams.north.id,
          workers.priya.id,
          now,
        )
        await ask(
          `insert into "Allocation" ("familyId", "workerId", "role", "from")
            select f, w, r, $4 from unnest($1::uuid[]) f, unnest($2::uuid[], $3::text[]) as x(w, r)`,
          of(made, 'familyId'),
          [workers.priya.id, workers.helen.id],
          ['socialWorker', 'coordinator'],
          new Date(now.getTime() - dayMs),
        )
        await ask(
          `insert into "Person" ("id", "familyId", "name", "kind", "zone") select p, f, 'Somebody', 'kin', 'Europe/London'
            from unnest($1::uuid[], $2::uuid[]) as x(p, f)`,
          of(people, 'personId'),
          of(people, 'familyId'),
        )
        await ask(
          `insert into "Meeting" ("id", "familyId", "kind", "coordinatorId", "referrerId", "stage", "zone", "createdAt", "start",
              "startWall", "minutes", "place", "bookedAt", "toldAt")
            select m, f, 'conference', $3::uuid, $4::uuid, 'booked', 'Europe/London', $5, $6, $7, 120, 'The hub', $5, $5
              from unnest($1::uuid[], $2::uuid[]) as x(m, f)`,
          of(made, 'meetingId'),
          of(made, 'familyId'),
          workers.helen.id,
          workers.priya.id,
          now,
          new Date(now.getTime() + 7 * dayMs),
          `${new Date(now.getTime() + 7 * dayMs).toISOString().slice(0, 10)}T10:00`,
        )
        await ask(
          `insert into "Participant" ("familyId", "meetingId", "personId", "need", "state", "how", "toldAt", "toldWays")
            select f, m, p, 'hoped', 'coming', 'video', $4, '{video,phone}' from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x(f, m, p)`,
          of(people, 'familyId'),
          of(people, 'meetingId'),
          of(people, 'personId'),
          now,
        )
        await ask(
          `insert into "PairApart" ("familyId", "oneId", "otherId", "level", "markedById", "markedAt")
            select f, least(a, b), greatest(a, b), 'knowing', $4::uuid, $5 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x(f, a, b)`,
          of(made, 'familyId'),
          made.map((one) => one.people[0]?.personId),
          made.map((one) => one.people[1]?.personId),
          workers.helen.id,
          now,
        )
        await ask(
          `insert into "Session" ("tokenHash", "personId", "createdAt", "endsAt")
            select h, p, $3, $4 from unnest($1::bytea[], $2::uuid[]) as x(h, p)`,
          people.map(({ session }) => Buffer.from(keptOf(key.fingerprint(session, 'session')))),
          of(people, 'personId'),
          now,
          new Date(now.getTime() + dayMs),
        )
      })
      return made
    },
  }
}

import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { foundCouncil } from '@kinplan/server/council/found-council.store'
import { keptOf, openSealingKey } from '@kinplan/server/platform/sealing-key'
import { asAdministrator } from './as-administrator'
import { council, teams, workers } from './cast'
import type { Filling } from './clean-database'

/** Somebody in a private room, on a phone that is signed in and holds the draft's key. */
interface WriterInRoom {
  personId: string
  session: string
}

/** A private room whose draft all of its members have joined. */
export interface RoomThatWrites {
  familyId: string
  meetingId: string
  draftId: string
  roomId: string
  memberProof: string
  members: WriterInRoom[]
}

const dayMs = 86_400_000

/**
 * A council in which so many families are in private family time at once, with so many people in each room. Written as rows: by the door it
 * takes hours.
 */
export function roomsThatWrite({ rooms, people }: { rooms: number; people: number }, now: Date): Filling<RoomThatWrites[]> {
  return {
    name: `writing_${rooms}_${people}_${now.getTime()}`,
    async fill(database, config) {
      const key = await openSealingKey(config)
      await foundCouncil(database, key, { ...council, from: new Date(now.getTime() - 400 * dayMs) })
      const made = Array.from({ length: rooms }, (): RoomThatWrites & { proofHash: Buffer } => {
        const proof = randomBytes(32)
        return {
          familyId: randomUUID(),
          meetingId: randomUUID(),
          draftId: randomUUID(),
          roomId: randomUUID(),
          memberProof: proof.toString('base64url'),
          proofHash: createHash('sha256').update(proof).digest(),
          members: Array.from({ length: people }, () => ({ personId: randomUUID(), session: key.newToken('session') })),
        }
      })
      const members = made.flatMap((room) => room.members.map((member) => ({ ...room, ...member, sessionId: randomUUID() })))
      const of = <T, K extends keyof T>(rows: T[], column: K) => rows.map((row) => row[column])
      const until = new Date(now.getTime() + dayMs)
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
          `insert into "Person" ("id", "familyId", "name", "kind", "zone") select p, f, 'Somebody', 'kin', 'Europe/London'
            from unnest($1::uuid[], $2::uuid[]) as x(p, f)`,
          of(members, 'personId'),
          of(members, 'familyId'),
        )
        await ask(
          `insert into "Meeting" ("id", "familyId", "kind", "coordinatorId", "referrerId", "stage", "zone", "createdAt")
            select m, f, 'conference', $3::uuid, $4::uuid, 'privateTime', 'Europe/London', $5
              from unnest($1::uuid[], $2::uuid[]) as x(m, f)`,
          of(made, 'meetingId'),
          of(made, 'familyId'),
          workers.helen.id,
          workers.priya.id,
          now,
        )
        await ask(
          `insert into "Participant" ("familyId", "meetingId", "personId", "need", "state", "how", "toldAt")
            select f, m, p, 'must', 'coming', 'inRoom', $4 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x(f, m, p)`,
          of(members, 'familyId'),
          of(members, 'meetingId'),
          of(members, 'personId'),
          now,
        )
        await ask(
          `insert into "PrivateRoom" ("id", "familyId", "meetingId", "startedAt", "draftStartedAt")
            select r, f, m, $4, $4 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x(r, f, m)`,
          of(made, 'roomId'),
          of(made, 'familyId'),
          of(made, 'meetingId'),
          now,
        )
        await ask(
          `insert into "RoomMember" ("familyId", "roomId", "personId", "since")
            select f, r, p, $4 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x(f, r, p)`,
          of(members, 'familyId'),
          of(members, 'roomId'),
          of(members, 'personId'),
          now,
        )
        await ask(
          `insert into "Draft" ("id", "familyId", "meetingId", "roomId", "epoch", "state", "memberProofHash", "shareProofHash",
              "startedById", "startedAt", "joinedAt")
            select d, f, m, r, 1, 'open', h, h, p, $7, $7
              from unnest($1::uuid[], $2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[], $6::uuid[]) as x(d, f, m, r, h, p)`,
          of(made, 'draftId'),
          of(made, 'familyId'),
          of(made, 'meetingId'),
          of(made, 'roomId'),
          of(made, 'proofHash'),
          made.map((room) => room.members[0]?.personId),
          now,
        )
        await ask(
          `insert into "Session" ("id", "tokenHash", "personId", "createdAt", "endsAt")
            select s, h, p, $4, $5 from unnest($1::uuid[], $2::bytea[], $3::uuid[]) as x(s, h, p)`,
          of(members, 'sessionId'),
          members.map(({ session }) => Buffer.from(keptOf(key.fingerprint(session, 'session')))),
          of(members, 'personId'),
          now,
          until,
        )
        await ask(
          `insert into "KeyHolder" ("draftId", "sessionId", "personId", "since")
            select d, s, p, $4 from unnest($1::uuid[], $2::uuid[], $3::uuid[]) as x(d, s, p)`,
          of(members, 'draftId'),
          of(members, 'sessionId'),
          of(members, 'personId'),
          now,
        )
      })
      return made.map(({ proofHash: _proofHash, ...room }) => room)
    },
  }
}

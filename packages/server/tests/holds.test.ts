import { randomUUID } from 'node:crypto'
import { violatedConstraint } from '@kinplan/server/platform/database-error'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth, owen, marcus } = workers

/** What the database itself keeps, when no use case of ours stands before it. */
describe.each(enginesToTest())('what is held, on the %s database', (engine) => {
  let server: TestServer
  let one: BeingPrepared
  let other: BeingPrepared
  let rooms: string[]
  let placeId: string

  beforeAll(async () => {
    server = await testServer(engine)
    placeId = randomUUID()
    rooms = [randomUUID(), randomUUID()].toSorted()
    await server.database.transaction({ worker: ruth.id }, async (tx) => {
      await tx.place.createMany({ data: [{ id: placeId, name: 'Willow Hub', address: '1 Mill Lane' }] })
      await tx.room.createMany({
        data: rooms.map((id, at) => ({ id, placeId, name: `Room ${at + 1}`, capacity: 12, stepFree: true, twoWaysOut: true })),
      })
    })
    one = await familyBeingPrepared(server)
    other = await familyBeingPrepared(server)
  })
  beforeEach(async () => {
    for (const text of [
      `update "PairApart" set "endedAt" = now() where "endedAt" is null`,
      `update "Meeting" set "stage" = 'preparing', "start" = null`,
      `delete from "Participant" where "workerId" = '${marcus.id}'`,
      `update "Participant" set "state" = 'notAsked', "how" = null, "plannedHow" = null, "partEdge" = null, "partMinutes" = null`,
      `update "Participant" set "state" = 'coming', "how" = 'inRoom' where "workerId" is not null`,
    ])
      await sql(helen.id, text)
    await sql(
      helen.id,
      `insert into "Participant" ("familyId", "meetingId", "workerId", "need", "state", "how")
      select "familyId", "id", '${priya.id}', 'must', 'coming', 'inRoom' from "Meeting" on conflict do nothing`,
    )
  })
  afterAll(() => server.drop())

  const sql = (worker: string, text: string, ...values: unknown[]) =>
    server.database.transaction({ worker }, (tx) => tx.$executeRawUnsafe(text, ...values))
  const rows = <Row>(worker: string, text: string, ...values: unknown[]) =>
    server.database.transaction({ worker }, (tx) => tx.$queryRawUnsafe<Row[]>(text, ...values))
  /** The name of the constraint that refuses, or 'kept'. */
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'kept',
      (error: unknown) => violatedConstraint(error) ?? String(error),
    )
  const books = (family: BeingPrepared, start: string, minutes = 120, at: string | null = null) =>
    sql(
      helen.id,
      `update "Meeting" set "stage" = 'booked', "start" = $2::timestamptz, "minutes" = $3, "placeId" = $4::uuid where "id" = $1::uuid`,
      family.meetingId,
      start,
      minutes,
      at,
    )
  const holds = (family: BeingPrepared, roomId: string | undefined, use = 'main') =>
    sql(
      helen.id,
      `insert into "RoomHold" ("familyId", "meetingId", "roomId", "use", "startsAt", "endsAt") values ($1::uuid, $2::uuid,
        $3::uuid, $4, '2000-01-01', '2000-01-02')`,
      family.familyId,
      family.meetingId,
      roomId,
      use,
    )
  const stands = (family: BeingPrepared, who: string, state: string, how: string | null, planned: string | null = null) =>
    sql(
      helen.id,
      `update "Participant" set "state" = $2, "how" = $3, "plannedHow" = $4 where "meetingId" = $1::uuid and $5::uuid
        in ("personId", "workerId")`,
      family.meetingId,
      state,
      how,
      planned,
      who,
    )
  const leaves = (family: BeingPrepared, who: string) => stands(family, who, 'notComing', null)
  const marks = async (family: BeingPrepared, level: string) => {
    const [oneId, otherId] = [family.people.mum, family.people.dad].toSorted()
    await sql(
      priya.id,
      `insert into "PairApart" ("familyId", "oneId", "otherId", "level", "markedById", "markedAt") values ($1::uuid, $2::uuid,
        $3::uuid, $4, $5::uuid, now())`,
      family.familyId,
      oneId,
      otherId,
      level,
      priya.id,
    )
  }
  const heldWorkers = async (family: BeingPrepared) =>
    (
      await rows<{ name: string; from: string; until: string }>(
        helen.id,
        `select w."name", to_char(h."startsAt", 'HH24:MI') as from, to_char(h."endsAt", 'HH24:MI') as until from "WorkerHold" h
          join "Worker" w on w."id" = h."workerId" where h."meetingId" = $1::uuid order by 1`,
        family.meetingId,
      )
    ).map(({ name, from, until }) => `${name} ${from}-${until}`)

  it('is nothing once every meeting has lost its time', async () => {
    expect(
      await rows(helen.id, `select 1 from "RoomHold" union all select 1 from "WorkerHold" union all select 1 from "ApartPresence"`),
    ).toEqual([])
  })

  describe('a worker', () => {
    it('is held for the time of every meeting they take part in, for their part of it alone', async () => {
      await books(one, '2026-04-01T10:00:00Z')
      expect(await heldWorkers(one)).toEqual(['Helen Okafor 10:00-12:00', 'Priya Shah 10:00-12:00'])
      await sql(
        helen.id,
        `update "Participant" set "partEdge" = 'end', "partMinutes" = 45 where "meetingId" = $1::uuid and "workerId" = $2::uuid`,
        one.meetingId,
        priya.id,
      )
      expect(await heldWorkers(one)).toEqual(['Helen Okafor 10:00-12:00', 'Priya Shah 11:15-12:00'])
      await books(one, '2026-04-01T13:00:00Z', 60)
      expect(await heldWorkers(one)).toEqual(['Helen Okafor 13:00-14:00', 'Priya Shah 13:15-14:00'])
    })

    it('is let go of when put out of the meeting, and with the meeting when it ends', async () => {
      await books(one, '2026-04-01T10:00:00Z')
      await leaves(one, priya.id)
      expect(await heldWorkers(one)).toEqual(['Helen Okafor 10:00-12:00'])
      await sql(helen.id, `delete from "Participant" where "meetingId" = $1::uuid and "workerId" = $2::uuid`, one.meetingId, priya.id)
      await sql(
        helen.id,
        `insert into "Participant" ("familyId", "meetingId", "workerId", "need", "state", "plannedHow") values ($1::uuid,
          $2::uuid, $3::uuid, 'hoped', 'asked', 'video')`,
        one.familyId,
        one.meetingId,
        marcus.id,
      )
      expect(await heldWorkers(one)).toEqual(['Helen Okafor 10:00-12:00', 'Marcus Bell 10:00-12:00'])
      await sql(helen.id, `update "Meeting" set "stage" = 'ended' where "id" = $1::uuid`, one.meetingId)
      expect(await heldWorkers(one)).toEqual([])
    })

    const twice: [string, string, string][] = [
      ['at the same time', '2026-04-01T10:00:00Z', 'WorkerHold_one_meeting'],
      ['for its last quarter', '2026-04-01T11:45:00Z', 'WorkerHold_one_meeting'],
      ['around it', '2026-04-01T09:30:00Z', 'WorkerHold_one_meeting'],
      ['right after it', '2026-04-01T12:00:00Z', 'kept'],
      ['right before it', '2026-04-01T08:00:00Z', 'kept'],
    ]
    it.each(twice)('in two meetings, the second %s', async (_name, start, expected) => {
      await books(one, '2026-04-01T10:00:00Z')
      expect(await outcome(books(other, start))).toBe(expected)
    })

    it('comes to a meeting that is booked already only when no other has them', async () => {
      await leaves(other, helen.id)
      await leaves(other, priya.id)
      await books(one, '2026-04-01T10:00:00Z')
      await books(other, '2026-04-01T11:00:00Z')
      expect(await outcome(stands(other, helen.id, 'coming', 'phone'))).toBe('WorkerHold_one_meeting')
      expect(await outcome(stands(other, helen.id, 'asked', null, 'inRoom'))).toBe('WorkerHold_one_meeting')
      expect(await outcome(stands(other, helen.id, 'sendingViews', 'letter'))).toBe('kept')
    })

    it("is nobody's to hold or let go of by hand", async () => {
      await books(one, '2026-04-01T10:00:00Z')
      for (const text of [
        `delete from "WorkerHold"`,
        `update "WorkerHold" set "endsAt" = "startsAt" + interval '1 minute'`,
        `delete from "ApartPresence"`,
      ]) {
        await expect(sql(helen.id, text)).rejects.toThrow(/permission denied/)
      }
    })
  })

  describe('a room', () => {
    beforeEach(async () => {
      for (const worker of [helen.id, priya.id]) await leaves(other, worker)
    })

    it("is held for the meeting's own time, whatever was written, and goes along when it moves, for the hub to say yes again", async () => {
      await books(one, '2026-04-01T10:00:00Z')
      await holds(one, rooms[0])
      const span = () =>
        rows(
          helen.id,
          `select to_char("startsAt", 'DD HH24:MI') as from, to_char("endsAt", 'DD HH24:MI') as until from "RoomHold"
            where "meetingId" = $1::uuid`,
          one.meetingId,
        )
      expect(await span()).toEqual([{ from: '01 10:00', until: '01 12:00' }])
      await sql(
        helen.id,
        `update "RoomHold" set "confirmedAt" = now(), "confirmedById" = $2::uuid where "meetingId" = $1::uuid`,
        one.meetingId,
        helen.id,
      )
      await books(one, '2026-04-02T15:00:00Z', 60)
      expect(
        await rows(helen.id, `select "confirmedAt", "confirmedById" from "RoomHold" where "meetingId" = $1::uuid`, one.meetingId),
      ).toEqual([{ confirmedAt: null, confirmedById: null }])
      expect(await span()).toEqual([{ from: '02 15:00', until: '02 16:00' }])
      await sql(helen.id, `update "Meeting" set "stage" = 'ended' where "id" = $1::uuid`, one.meetingId)
      expect(await span()).toEqual([])
    })

    it('has one meeting at a time: by another hold, and by a meeting that moves into it', async () => {
      await books(one, '2026-04-01T10:00:00Z')
      await holds(one, rooms[0])
      await books(other, '2026-04-01T11:00:00Z')
      expect(await outcome(holds(other, rooms[0]))).toBe('RoomHold_one_meeting')
      expect(await outcome(holds(other, rooms[0], 'second'))).toBe('RoomHold_one_meeting')
      expect(await outcome(holds(other, rooms[1]))).toBe('kept')
      expect(
        await outcome(sql(helen.id, `update "RoomHold" set "roomId" = $2::uuid where "meetingId" = $1::uuid`, other.meetingId, rooms[0])),
      ).toBe('RoomHold_one_meeting')
      await books(other, '2026-04-01T12:00:00Z')
      expect(
        await outcome(sql(helen.id, `update "RoomHold" set "roomId" = $2::uuid where "meetingId" = $1::uuid`, other.meetingId, rooms[0])),
      ).toBe('kept')
      expect(await outcome(books(other, '2026-04-01T11:45:00Z'))).toBe('RoomHold_one_meeting')
    })

    it('is held by nobody who does not work with the family, and for no meeting without a time', async () => {
      expect(await outcome(holds(one, rooms[0]))).not.toBe('kept')
      await books(one, '2026-04-01T10:00:00Z')
      await expect(
        sql(
          owen.id,
          `insert into "RoomHold" ("familyId", "meetingId", "roomId", "use", "startsAt", "endsAt") values ($1::uuid, $2::uuid,
            $3::uuid, 'main', now(), now())`,
          one.familyId,
          one.meetingId,
          rooms[0],
        ),
      ).rejects.toThrow(/row-level security/)
    })
  })

  describe('two people kept apart', () => {
    const mum = (how: string | null, planned: string | null = null, state = how === null ? 'asked' : 'coming') =>
      stands(one, one.people.mum, state, how, planned)
    const dad = (how: string | null, planned: string | null = null, state = how === null ? 'asked' : 'coming') =>
      stands(one, one.people.dad, state, how, planned)
    const parts = async (mumMinutes: number, dadMinutes: number) => {
      await sql(
        helen.id,
        `update "Participant" set "partEdge" = 'beginning', "partMinutes" = $3 where "meetingId" = $1::uuid and "personId" = $2::uuid`,
        one.meetingId,
        one.people.mum,
        mumMinutes,
      )
      await sql(
        helen.id,
        `update "Participant" set "partEdge" = 'end', "partMinutes" = $3 where "meetingId" = $1::uuid and "personId" = $2::uuid`,
        one.meetingId,
        one.people.dad,
        dadMinutes,
      )
    }

    const bothNamed = () =>
      sql(
        helen.id,
        `insert into "Participant" ("familyId", "meetingId", "personId", "need", "state") values ($1::uuid, $2::uuid, $3::uuid,
          'must', 'asked'), ($1::uuid, $2::uuid, $4::uuid, 'must', 'asked') on conflict do nothing`,
        one.familyId,
        one.meetingId,
        one.people.mum,
        one.people.dad,
      )
    beforeEach(bothNamed)

    const table: [string, string, string | null, string | null, string][] = [
      ['room', 'inRoom', 'inRoom', null, 'refused'],
      ['room', 'inRoom', null, 'inRoom', 'refused'],
      ['room', 'inRoom', 'secondRoom', null, 'kept'],
      ['room', 'secondRoom', 'secondRoom', null, 'refused'],
      ['room', 'inRoom', 'video', null, 'kept'],
      ['room', 'video', 'video', null, 'kept'],
      ['site', 'inRoom', 'secondRoom', null, 'refused'],
      ['site', 'inRoom', null, 'secondRoom', 'refused'],
      ['site', 'inRoom', 'phone', null, 'kept'],
      ['online', 'inRoom', 'phone', null, 'refused'],
      ['online', 'video', null, 'phone', 'refused'],
      ['online', 'inRoom', 'letter', null, 'kept'],
      ['knowing', 'video', 'phone', null, 'refused'],
      ['knowing', 'inRoom', 'spokenFor', null, 'kept'],
    ]
    it.each(table)('at level %s: %s beside %s (planned: %s) is %s', async (level, one_, how, planned, expected) => {
      await marks(one, level)
      await books(one, '2026-04-01T10:00:00Z', 180)
      await holds(one, rooms[0])
      await holds(one, rooms[1], 'second')
      await mum(one_)
      expect(await outcome(dad(how, planned))).toBe(expected === 'refused' ? 'ApartPresence_apart' : 'kept')
    })

    it.each(table)(
      'nor by the booking itself, at level %s: %s beside %s (planned: %s) is %s',
      async (level, one_, how, planned, expected) => {
        await marks(one, level)
        await mum(one_)
        await dad(how, planned)
        expect(await outcome(books(one, '2026-04-01T10:00:00Z', 180))).toBe(expected === 'refused' ? 'ApartPresence_apart' : 'kept')
      },
    )

    it.each([
      ['room', 60, 60, 'kept'],
      ['room', 75, 60, 'refused'],
      ['room', 90, 90, 'refused'],
      ['site', 60, 60, 'kept'],
      ['site', 75, 60, 'refused'],
      ['online', 60, 60, 'kept'],
      ['online', 90, 90, 'refused'],
      ['knowing', 60, 60, 'refused'],
    ])('at level %s, one for the first %i minutes of 180 and the other for the last %i: %s', async (level, first, last, expected) => {
      await marks(one, level)
      await parts(first, last)
      await books(one, '2026-04-01T10:00:00Z', 180)
      await mum('inRoom')
      expect(await outcome(dad('inRoom'))).toBe(expected === 'refused' ? 'ApartPresence_apart' : 'kept')
    })

    it.each(['site', 'online', 'knowing'])(
      'at level %s are not at one place through two meetings of their family, arriving and leaving included',
      async (level) => {
        await marks(one, level)
        const [second] = await rows<{ id: string }>(
          helen.id,
          `insert into "Meeting" ("familyId", "kind", "coordinatorId", "referrerId", "stage", "zone", "createdAt")
            values ($1::uuid, 'review', $2::uuid, $3::uuid, 'preparing', 'Europe/London', now()) returning "id"`,
          one.familyId,
          helen.id,
          priya.id,
        )
        const review = { ...one, meetingId: second?.id ?? '' }
        await sql(
          helen.id,
          `insert into "Participant" ("familyId", "meetingId", "personId", "need", "state", "how") values ($1::uuid, $2::uuid,
            $3::uuid, 'must', 'coming', 'inRoom')`,
          one.familyId,
          review.meetingId,
          one.people.dad,
        )
        await mum('inRoom')
        await books(one, '2026-04-01T10:00:00Z', 120, placeId)
        expect(await outcome(books(review, '2026-04-01T12:45:00Z', 60, placeId))).toBe('ApartPresence_apart')
        expect(await outcome(books(review, '2026-04-01T12:45:00Z', 60, null))).toBe('kept')
        expect(await outcome(books(review, '2026-04-01T13:00:00Z', 60, placeId))).toBe('kept')
      },
    )

    it('are marked whatever is booked; who was together then may still say no, and not yes', async () => {
      await mum('inRoom')
      await dad(null, 'inRoom')
      await books(one, '2026-04-01T10:00:00Z')
      await marks(one, 'room')
      expect(await outcome(sql(helen.id, `update "Meeting" set "stage" = 'welcome' where "id" = $1::uuid`, one.meetingId))).toBe('kept')
      expect(await outcome(stands(one, one.people.gran, 'coming', 'inRoom'))).toBe('kept')
      expect(await outcome(books(one, '2026-04-02T10:00:00Z'))).toBe('ApartPresence_apart')
      await dad('video')
      expect(await outcome(books(one, '2026-04-02T10:00:00Z'))).toBe('kept')
      expect(await outcome(dad('inRoom'))).toBe('ApartPresence_apart')
      await sql(ruth.id, `update "PairApart" set "endedAt" = now() where "familyId" = $1::uuid`, one.familyId)
      expect(await outcome(dad('inRoom'))).toBe('kept')
    })

    /** A second meeting of family one, with Dad alone, who has not answered. */
    const reviewWithDad = async () => {
      const [second] = await rows<{ id: string }>(
        helen.id,
        `insert into "Meeting" ("familyId", "kind", "coordinatorId", "referrerId", "stage", "zone", "createdAt")
          values ($1::uuid, 'review', $2::uuid, $3::uuid, 'preparing', 'Europe/London', now()) returning "id"`,
        one.familyId,
        helen.id,
        priya.id,
      )
      const review = { ...one, meetingId: second?.id ?? '' }
      await sql(
        helen.id,
        `insert into "Participant" ("familyId", "meetingId", "personId", "need", "state") values ($1::uuid, $2::uuid, $3::uuid,
          'must', 'asked')`,
        one.familyId,
        review.meetingId,
        one.people.dad,
      )
      return review
    }
    const lettingGo: [string, (who: string) => Promise<unknown>][] = [
      ['says no', (who) => leaves(one, who)],
      ['comes another way', (who) => stands(one, who, 'coming', 'phone')],
      [
        'is taken out of the meeting',
        (who) => sql(helen.id, `delete from "Participant" where "meetingId" = $1::uuid and "personId" = $2::uuid`, one.meetingId, who),
      ],
    ]
    it.each(lettingGo)('are known to be where they are once the one of a pair marked too late %s', async (_name, letsGo) => {
      const review = await reviewWithDad()
      for (const stays of ['mum', 'dad'] as const) {
        await bothNamed()
        await mum('inRoom')
        await dad('inRoom')
        await books(one, '2026-04-01T10:00:00Z', 120, placeId)
        await marks(one, 'site')
        await letsGo(one.people[stays === 'mum' ? 'dad' : 'mum'])
        expect(await rows(helen.id, `select distinct "personId" from "ApartPresence" where "meetingId" = $1::uuid`, one.meetingId)).toEqual(
          [{ personId: one.people[stays] }],
        )
        if (stays === 'mum') {
          await books(review, '2026-04-01T10:00:00Z', 120, placeId)
          expect(await outcome(stands(review, one.people.dad, 'coming', 'inRoom'))).toBe('ApartPresence_apart')
          await sql(helen.id, `update "Meeting" set "stage" = 'ended' where "id" = $1::uuid`, review.meetingId)
        }
        await sql(ruth.id, `update "PairApart" set "endedAt" = now() where "familyId" = $1::uuid`, one.familyId)
      }
    })

    it('are brought together by two meetings too, and by both of them', async () => {
      const review = await reviewWithDad()
      const together = async ({ meetingId }: BeingPrepared) =>
        (await rows(helen.id, `select * from pairs_brought_together($1::uuid)`, meetingId)).length
      await mum('inRoom')
      await stands(review, one.people.dad, 'coming', 'inRoom')
      await books(one, '2026-04-01T10:00:00Z', 120, placeId)
      await books(review, '2026-04-01T10:00:00Z', 120, placeId)
      await marks(one, 'site')
      expect([await together(one), await together(review)]).toEqual([1, 1])
      await books(one, '2026-04-02T10:00:00Z', 120, placeId)
      expect([await together(one), await together(review)]).toEqual([0, 0])
      expect(await outcome(books(one, '2026-04-01T10:00:00Z', 120, placeId))).toBe('ApartPresence_apart')
    })

    it('change places in one statement', async () => {
      await marks(one, 'room')
      await mum(null, 'inRoom')
      await dad(null, 'secondRoom')
      await books(one, '2026-04-01T10:00:00Z')
      const swap = `update "Participant" set "plannedHow" = case "plannedHow" when 'inRoom' then 'secondRoom' else 'inRoom' end
        where "meetingId" = $1::uuid and "plannedHow" is not null`
      expect(await outcome(sql(helen.id, swap, one.meetingId))).toBe('kept')
    })
  })

  it('tells when workers and rooms are taken to workers alone', async () => {
    await books(one, '2026-04-01T10:00:00Z')
    await holds(one, rooms[0])
    const seen = async (who: object) =>
      (
        await server.database.transaction(who, (tx) =>
          tx.$queryRawUnsafe<unknown[]>(`select * from holds_between('2026-03-31', '2026-04-02')`),
        )
      ).length
    expect(await seen({ worker: owen.id })).toBe(3)
    for (const who of [{}, { person: one.people.mum }]) expect(await seen(who)).toBe(0)
  })
})

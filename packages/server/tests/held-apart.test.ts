import { randomUUID } from 'node:crypto'
import { violatedConstraint } from '@kinplan/server/platform/database-error'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sameFamilyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth } = workers
const start = '2026-04-01T10:00:00Z'
const places = { willow: randomUUID(), mill: randomUUID() }
const rooms = { garden: randomUUID(), blue: randomUUID(), loft: randomUUID() }

/** Where a meeting is said to be: a place chosen, words, and a room held for it. */
interface Where {
  placeId?: string
  place?: string
  /** It was said that this is certainly another place. */
  other?: boolean
  room?: string
  use?: string
}

/**
 * What the database itself keeps of who is where, mostly when no use case of ours stands before it. Mum is in one meeting of the family;
 * who of both is in another, each test says.
 */
describe.each(enginesToTest())('two people kept apart by the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  let mums: string
  let dads: string

  beforeAll(async () => {
    server = await testServer(engine)
    await server.database.transaction({ worker: ruth.id }, async (tx) => {
      await tx.place.createMany({
        data: [
          { id: places.willow, name: 'Willow Hub', address: '1 Mill Lane' },
          { id: places.mill, name: 'The old mill', address: '2 Mill Lane' },
        ],
      })
      const room = { capacity: 12, stepFree: true, twoWaysOut: true }
      await tx.room.createMany({
        data: [
          { ...room, id: rooms.garden, placeId: places.willow, name: 'Garden' },
          { ...room, id: rooms.blue, placeId: places.willow, name: 'Blue' },
          { ...room, id: rooms.loft, placeId: places.mill, name: 'Loft' },
        ],
      })
    })
  })
  beforeEach(async () => {
    family = await beginning(server)
    mums = family.meetingId
    dads = await meets()
    for (const [meetingId, personId] of [
      [dads, family.people.dad],
      [dads, family.people.mum],
    ]) {
      await sql(
        `insert into "Participant" ("familyId", "meetingId", "personId", "need", "state") values ($1::uuid, $2::uuid, $3::uuid,
          'must', 'notComing')`,
        family.familyId,
        meetingId,
        personId,
      )
    }
    await comes(mums, 'mum')
    await sql(
      `update "Participant" set "state" = 'notComing' where "meetingId" = $1::uuid and "personId" = $2::uuid`,
      mums,
      family.people.dad,
    )
  })
  afterAll(() => server.drop())

  const sql = (text: string, ...values: unknown[]) =>
    server.database.transaction({ worker: helen.id }, (tx) => tx.$executeRawUnsafe(text, ...values))
  const rows = <Row>(text: string, ...values: unknown[]) =>
    server.database.transaction({ worker: helen.id }, (tx) => tx.$queryRawUnsafe<Row[]>(text, ...values))
  /** The name of the constraint that refuses, or 'kept'. */
  const outcome = (work: Promise<unknown>) =>
    work.then(
      () => 'kept',
      (error: unknown) => violatedConstraint(error) ?? String(error),
    )
  /** Another meeting of the family, with nobody in it; gives its id. */
  const meets = async () => {
    const id = randomUUID()
    await sql(
      `insert into "Meeting" ("id", "familyId", "kind", "coordinatorId", "referrerId", "stage", "zone", "createdAt")
        values ($1::uuid, $2::uuid, 'review', $3::uuid, $4::uuid, 'preparing', 'Europe/London', now())`,
      id,
      family.familyId,
      helen.id,
      priya.id,
    )
    return id
  }
  const comes = (meetingId: string, who: 'mum' | 'dad', how = 'inRoom') =>
    sql(
      `update "Participant" set "state" = 'coming', "how" = $3 where "meetingId" = $1::uuid and "personId" = $2::uuid`,
      meetingId,
      family.people[who],
      how,
    )
  const moves = (meetingId: string, at: string) =>
    sql(`update "Meeting" set "stage" = 'booked', "start" = $2::timestamptz, "minutes" = 120 where "id" = $1::uuid`, meetingId, at)
  const holds = (meetingId: string, roomId: string, use = 'main') =>
    sql(
      `insert into "RoomHold" ("familyId", "meetingId", "roomId", "use", "startsAt", "endsAt") values ($1::uuid, $2::uuid,
        $3::uuid, $4, '2000-01-01', '2000-01-02')`,
      family.familyId,
      meetingId,
      roomId,
      use,
    )
  const books = async (meetingId: string, { placeId, place, room, use, other }: Where, at = start) => {
    await sql(
      `update "Meeting" set "placeId" = $2::uuid, "place" = $3, "placeOtherAt" = case when $4 then now() end where "id" = $1::uuid`,
      meetingId,
      placeId ?? null,
      place ?? null,
      other ?? false,
    )
    await moves(meetingId, at)
    if (room !== undefined) await holds(meetingId, room, use)
  }
  const marks = async (level: string) => {
    const [oneId, otherId] = [family.people.mum, family.people.dad].toSorted()
    await sql(
      `insert into "PairApart" ("familyId", "oneId", "otherId", "level", "markedById", "markedAt") values ($1::uuid, $2::uuid,
        $3::uuid, $4, $5::uuid, now())`,
      family.familyId,
      oneId,
      otherId,
      level,
      priya.id,
    )
  }
  const together = async () => {
    const found = await Promise.all([mums, dads].map((id) => rows('select * from pairs_brought_together($1::uuid)', id)))
    return found.map(({ length }) => length)
  }

  describe('in one meeting, when the room held for it', () => {
    const changes: [string, string][] = [
      ['is let go of', `delete from "RoomHold" where "meetingId" = $1::uuid and $2::uuid is not null`],
      ['is given to another meeting', `update "RoomHold" set "meetingId" = $2::uuid where "meetingId" = $1::uuid`],
      [
        'is given to another meeting as its second',
        `update "RoomHold" set "meetingId" = $2::uuid, "use" = 'second' where "meetingId" = $1::uuid`,
      ],
      ['becomes its second', `update "RoomHold" set "use" = 'second' where "meetingId" = $1::uuid and $2::uuid is not null`],
    ]
    it.each(changes)('%s, do not both come to what is its room then', async (_name, change) => {
      await marks('room')
      await books(mums, { placeId: places.willow, room: rooms.garden })
      await books(dads, { placeId: places.mill })
      expect(await outcome(sql(change, mums, dads))).toBe('kept')
      expect(await outcome(comes(mums, 'dad'))).toBe('ApartPresence_apart')
      expect(await outcome(comes(mums, 'dad', 'secondRoom'))).toBe('kept')
    })

    it('is let go of and one comes in the same transaction, are refused all of it', async () => {
      await marks('room')
      await books(mums, { room: rooms.garden })
      const both = server.database.transaction({ worker: helen.id }, async (tx) => {
        await tx.roomHold.deleteMany({ where: { meetingId: mums } })
        await tx.participant.updateMany({
          where: { meetingId: mums, personId: family.people.dad },
          data: { state: 'coming', how: 'inRoom' },
        })
      })
      expect(await outcome(both)).toBe('ApartPresence_apart')
      expect(await rows('select 1 from "RoomHold" where "meetingId" = $1::uuid', mums)).toHaveLength(1)
    })

    it.each([
      ['is let go of', `delete from "RoomHold" where "meetingId" = $1::uuid and $2::uuid is not null`],
      ['is given to another meeting', `update "RoomHold" set "meetingId" = $2::uuid where "meetingId" = $1::uuid`],
    ])('%s, do not meet who is there without a room; the meeting may go elsewhere all the same', async (_name, change) => {
      const third = await meets()
      await marks('room')
      await comes(dads, 'dad')
      await books(mums, { placeId: places.willow, room: rooms.garden })
      await books(dads, { placeId: places.willow })
      await books(third, { placeId: places.willow })
      expect(await outcome(sql(change, mums, third))).toBe('ApartPresence_apart')
      const goes = server.database.transaction({ worker: helen.id }, async (tx) => {
        await tx.$executeRawUnsafe(change, mums, third)
        await tx.meeting.update({ where: { id: mums }, data: { placeId: places.mill } })
      })
      expect(await outcome(goes)).toBe('kept')
    })

    it('becomes one elsewhere, do not meet who is there', async () => {
      await marks('site')
      await comes(dads, 'dad')
      await books(mums, { room: rooms.garden })
      await books(dads, { placeId: places.mill })
      const takes = (roomId: string) => sql(`update "RoomHold" set "roomId" = $2::uuid where "meetingId" = $1::uuid`, mums, roomId)
      expect(await outcome(takes(rooms.loft))).toBe('ApartPresence_apart')
      expect(await outcome(takes(rooms.blue))).toBe('kept')
    })

    it('is given to the meeting of the other, are each where their own meeting is then', async () => {
      await marks('room')
      await comes(dads, 'dad')
      await books(mums, { placeId: places.willow, room: rooms.garden })
      await books(dads, { placeId: places.mill })
      expect(await outcome(sql(`update "RoomHold" set "meetingId" = $2::uuid where "meetingId" = $1::uuid`, mums, dads))).toBe('kept')
      expect(await outcome(comes(mums, 'dad'))).toBe('ApartPresence_apart')
      expect(await outcome(comes(dads, 'mum'))).toBe('ApartPresence_apart')
    })
  })

  describe('in two meetings at one time', () => {
    const hall = 'Village hall'
    const table: [string, Where, Where, 'together' | 'apart'][] = [
      ['one place, once chosen and once in words', { placeId: places.willow }, { place: ' willow HUB ' }, 'together'],
      ['one place, both in words', { place: 'Willow Hub' }, { place: 'willow hub' }, 'together'],
      ['one place that the council does not know', { place: hall }, { place: ' VILLAGE hall' }, 'together'],
      ['one place by a room alone, and chosen', { room: rooms.garden }, { placeId: places.willow }, 'together'],
      ['one place by a second room alone, and chosen', { room: rooms.garden, use: 'second' }, { placeId: places.willow }, 'together'],
      ['one place by a room alone, and in words', { room: rooms.garden }, { place: 'Willow Hub' }, 'together'],
      ['one place by two rooms', { room: rooms.garden, place: hall }, { room: rooms.blue, placeId: places.willow }, 'together'],
      ['one place by a room, whatever was chosen', { room: rooms.garden, placeId: places.mill }, { placeId: places.willow }, 'together'],
      ['two places, whatever the words', { placeId: places.willow, place: hall }, { placeId: places.mill, place: hall }, 'apart'],
      ['two places, one of them in words', { placeId: places.willow }, { place: hall }, 'together'],
      ['two places in words', { place: hall }, { place: 'Church hall' }, 'together'],
      ['a room and words', { room: rooms.garden, placeId: places.willow }, { place: hall }, 'together'],
      ['two places, words said to be another', { placeId: places.willow }, { place: hall, other: true }, 'apart'],
      ['two places, a chosen one said to be another', { placeId: places.willow, other: true }, { place: hall }, 'apart'],
      ['two places in words, one said to be another', { place: hall, other: true }, { place: 'Church hall' }, 'apart'],
      ['one place in words, said to be two', { place: hall, other: true }, { place: ' village HALL', other: true }, 'together'],
      ['one place chosen, said to be two', { placeId: places.willow, other: true }, { placeId: places.willow, other: true }, 'together'],
      ['the name of a place, said to be another', { placeId: places.willow }, { place: 'Willow Hub', other: true }, 'together'],
      ['nowhere yet', { place: ' ' }, {}, 'apart'],
    ]
    it('are not booked in other words where the council has no place at all', async () => {
      await sql('delete from "Room"')
      await sql('delete from "Place"')
      await marks('site')
      await comes(dads, 'dad')
      await books(mums, { place: hall })
      expect(await outcome(books(dads, { place: 'Church hall' }))).toBe('ApartPresence_apart')
    })

    it.each(table)('are known to meet, or not, at %s: booked so, and marked afterwards', async (_name, one, other, expected) => {
      await comes(dads, 'dad')
      await books(mums, one)
      await books(dads, other)
      await marks('site')
      expect(await together()).toEqual(expected === 'together' ? [1, 1] : [0, 0])
      for (const [mumsWhere, dadsWhere] of [
        [one, other],
        [other, one],
      ] as const) {
        for (const id of [mums, dads]) await sql(`update "Meeting" set "stage" = 'preparing', "start" = null where "id" = $1::uuid`, id)
        await books(mums, mumsWhere)
        expect(await outcome(books(dads, dadsWhere))).toBe(expected === 'together' ? 'ApartPresence_apart' : 'kept')
      }
    })

    const roomTable: [string, Where, Where, string, 'together' | 'apart'][] = [
      ['of one place without rooms', { place: hall }, { place: hall }, 'inRoom', 'together'],
      ['of one place without rooms, one in a second', { place: hall }, { place: hall }, 'secondRoom', 'apart'],
      ['of one place, each held', { room: rooms.garden }, { room: rooms.blue }, 'inRoom', 'apart'],
      ['of two places without rooms', { placeId: places.willow }, { placeId: places.mill }, 'inRoom', 'apart'],
      ['of nowhere yet', {}, {}, 'inRoom', 'apart'],
    ]
    it.each(roomTable)('are known to meet, or not, in a room %s', async (_name, one, other, how, expected) => {
      await marks('room')
      await comes(dads, 'dad', how)
      await books(mums, one)
      expect(await outcome(books(dads, other))).toBe(expected === 'together' ? 'ApartPresence_apart' : 'kept')
    })

    it('are kept apart when nothing but the words of the place change', async () => {
      await marks('site')
      await comes(dads, 'dad')
      await books(mums, { place: hall })
      await books(dads, { place: 'Church hall', other: true })
      const says = (words: string) => sql(`update "Meeting" set "place" = $2 where "id" = $1::uuid`, dads, words)
      expect(await outcome(says(hall))).toBe('ApartPresence_apart')
      expect(await outcome(says('Willow Hub'))).toBe('kept')
    })

    it.each([
      ['is written down', `insert into "Place" ("id", "name", "address") values ($1::uuid, 'Oak Barn', '3 Mill Lane')`],
      [
        'gets its name',
        `insert into "Place" ("id", "name", "address") values ($1::uuid, 'A barn', '3 Mill Lane')`,
        `update "Place" set "name" = 'Oak Barn' where "id" = $1::uuid`,
      ],
    ])('are kept apart where a place %s after one was booked there in words', async (_name, ...statements) => {
      const barn = randomUUID()
      await marks('site')
      await comes(dads, 'dad')
      await books(mums, { place: 'Oak Barn' })
      for (const text of statements) await sql(text, barn)
      expect(await outcome(books(dads, { placeId: barn }))).toBe('ApartPresence_apart')
      await sql(`update "Place" set "name" = $2 where "id" = $1::uuid`, barn, randomUUID())
    })

    it('who met already when they were marked are not booked to meet again, whichever of them moves', async () => {
      await comes(dads, 'dad')
      await books(mums, { place: hall })
      await books(dads, { place: hall })
      await marks('site')
      expect(await together()).toEqual([1, 1])
      for (const id of [mums, dads]) expect(await outcome(moves(id, '2026-04-01T10:15:00Z'))).toBe('ApartPresence_apart')
      for (const id of [mums, dads]) {
        expect(await outcome(moves(id, '2026-04-02T10:00:00Z'))).toBe('kept')
        expect(await together()).toEqual([0, 0])
        expect(await outcome(moves(id, start))).toBe('ApartPresence_apart')
        await sql(`update "PairApart" set "endedAt" = now() where "familyId" = $1::uuid`, family.familyId)
        expect(await outcome(moves(id, start))).toBe('kept')
        await marks('site')
      }
    })
  })

  describe('as the coordinator books them', () => {
    const does = (who: string, mutation: string, given: object) => family.teller.does(who, mutation, { ...given }, 'meeting { id }')
    const bookTime = async (meetingId: string, change: object = {}) =>
      does(helen.id, 'bookTime', {
        meetingId,
        version: await versionOf(family.teller, meetingId),
        date: '2026-03-25',
        start: '15:00',
        minutes: '120',
        place: 'Village hall',
        ...change,
      })
    const markApart = async () => {
      const [oneId, otherId] = [family.people.mum, family.people.dad]
      await family.teller.does(priya.id, 'markApart', { oneId, otherId, levels: ['site'] }, 'family { id }')
      for (const meetingId of [mums, dads]) await does(ruth.id, 'recordSafety', { meetingId, ...safetyWords })
    }
    const conflicts = () =>
      Promise.all(
        [mums, dads].map(
          async (id) =>
            (
              (await family.teller.ask(helen.id, 'query ($id: ID!) { meeting(id: $id) { conflicts { names level } } }', { id }))[
                'meeting'
              ] as { conflicts: unknown[] }
            ).conflicts,
        ),
      )
    const shown = [{ names: ['Dawn Carter', 'Lee Hughes'], level: 'site' }]
    beforeEach(async () => {
      await comes(dads, 'dad')
      await bookTime(mums)
    })

    it('are not booked into one hall at one time', async () => {
      await markApart()
      await expect(bookTime(dads)).rejects.toThrow('keptApart')
      await expect(bookTime(dads, { place: 'Church hall' })).rejects.toThrow('placeUnsure')
      await bookTime(dads, { place: 'Church hall', placeIsOther: true })
      expect(await conflicts()).toEqual([[], []])
    })

    it.each(['The Willow Hub', 'Willow Hub, first floor', '1 Mill Lane', 'Willow  Hub'])(
      'are not booked at a place of the council and at %s before the coordinator has looked',
      async (words) => {
        await bookTime(mums, { placeId: places.willow, place: 'Willow Hub' })
        await markApart()
        for (const isSaid of [{}, { placeIsOther: false }])
          await expect(bookTime(dads, { place: words, ...isSaid })).rejects.toThrow('placeUnsure')
        await bookTime(dads, { place: words, placeIsOther: true })
        expect(await conflicts()).toEqual([[], []])
        const said = await rows<{ at: Date | null }>('select "placeOtherAt" as at from "Meeting" where "id" = $1::uuid', dads)
        expect(said).toEqual([{ at: server.clock.now() }])
        // What was said of that booking is said again of the next.
        await expect(bookTime(dads, { place: words, start: '15:15' })).rejects.toThrow('placeUnsure')
      },
    )

    it('are asked about again where words come after words that were said to be another place', async () => {
      await markApart()
      await bookTime(dads, { place: 'Church hall', placeIsOther: true })
      family.teller.at(new Date(server.clock.now().getTime() + 60_000))
      await expect(bookTime(mums, { place: 'The hall by the church' })).rejects.toThrow('placeUnsure')
      await bookTime(mums, { placeId: places.willow, start: '19:00' })
    })

    it.each(['Willow Hub', 'willow hub '])('are not booked at a place of the council and at %s, whatever is said of it', async (words) => {
      await bookTime(mums, { placeId: places.willow, place: 'Willow Hub' })
      await markApart()
      for (const isSaid of [{}, { placeIsOther: true }])
        await expect(bookTime(dads, { place: words, ...isSaid })).rejects.toThrow('keptApart')
    })

    it('are booked in words without a question where no two are kept apart, or not at that time', async () => {
      await bookTime(dads, { place: 'Church hall' })
      await markApart()
      await bookTime(dads, { place: 'Church hall', start: '18:00' })
      expect(await conflicts()).toEqual([[], []])
    })

    it('show as a conflict where they were booked into one hall before', async () => {
      await bookTime(dads)
      expect(await conflicts()).toEqual([[], []])
      await markApart()
      expect(await conflicts()).toEqual([shown, shown])
      await bookTime(dads, { place: 'Church hall', placeIsOther: true })
      expect(await conflicts()).toEqual([[], []])
    })

    it.each(['mum', 'dad'])('are out of a conflict once the meeting of %s lets go of its room and takes another elsewhere', async (who) => {
      await bookTime(mums, { placeId: places.willow, roomId: rooms.garden })
      await bookTime(dads, { placeId: places.willow, roomId: rooms.blue })
      await markApart()
      expect(await conflicts()).toEqual([shown, shown])
      const [moving, room] = who === 'mum' ? [mums, rooms.blue] : [dads, rooms.garden]
      await expect(bookTime(moving, { placeId: places.willow, roomId: room, start: '16:00' })).rejects.toThrow('keptApart')
      await bookTime(moving, { placeId: places.mill, roomId: rooms.loft })
      expect(await conflicts()).toEqual([[], []])
    })
  })

  it('keeps a room at its place; it may change in every other way', async () => {
    expect(await outcome(sql(`update "Room" set "placeId" = $2::uuid where "id" = $1::uuid`, rooms.loft, places.willow))).toBe(
      'Room_stays_at_its_place',
    )
    const does = (room: object) => family.teller.does(ruth.id, 'keepRoom', { stepFree: true, twoWaysOut: true, ...room }, 'places { id }')
    await does({ id: rooms.loft, placeId: places.mill, name: 'Long loft', capacity: '9' })
    await expect(does({ id: rooms.loft, placeId: places.willow, name: 'Loft', capacity: '9' })).rejects.toThrow('notYours')
    expect(await rows(`select "placeId", "name", "capacity" from "Room" where "id" = $1::uuid`, rooms.loft)).toEqual([
      { placeId: places.mill, name: 'Long loft', capacity: 9 },
    ])
  })
})

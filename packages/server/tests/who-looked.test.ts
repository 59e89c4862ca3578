import { rights } from '@kinplan/domain/access/rules'
import { asAdministrator } from '@kinplan/testkit/as-administrator'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { talkWith, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import pg from 'pg'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sameFamilyBeingPrepared, type BeingPrepared } from './meeting-family'
import { rowsOfFamily, type FamilyRows } from './rows-of-family'

const { helen, priya, ruth, owen } = workers
interface Looks {
  looks: { day: string; who: string; role: string; about: string }[]
  since: string
  earlier: string | null
}
const whoLooked = 'query ($before: String) { whoLooked(before: $before) { looks { day who role about } since earlier } }'
const family = 'query ($id: ID!) { family(id: $id) { name people { name contactPoints { value } availability { id } } pairs { id } } }'
const meeting = 'query ($id: ID!) { meeting(id: $id) { stage participants { name preparation { isItSafe } } safetyDecision { shape } } }'

describe.each(enginesToTest())('which workers looked at what concerns somebody, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let here: BeingPrepared
  beforeAll(async () => {
    server = await testServer(engine)
  })
  beforeEach(async () => {
    here = await beginning(server)
    // What was done to prepare them is of another day.
    server.clock.set(new Date('2026-05-04T10:00:00Z'))
    here.teller.at(server.clock.now())
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await server.drop()
  })

  const read = async (visitor: Visitor, before: string | null = null) =>
    (await visitor.send(whoLooked, { before }))['whoLooked'] as Looks | null
  const today = async (personId: string) => {
    const { looks } = (await read(await server.as(personId))) ?? expect.fail('It is not shown')
    return looks.filter(({ day }) => day === '2026-05-04').map(({ who, role, about }) => `${who}, ${role}: ${about}`)
  }
  const asks = async (worker: { id: string }, document: string, id: string) => (await server.as(worker.id)).send(document, { id })
  const ofHelen = (about: string) => `Helen Okafor, coordinator: ${about}`

  it('is shown to each of the family, once a day however often they looked', async () => {
    for (let times = 0; times < 3; times++) await asks(helen, family, here.familyId)
    await asks(priya, family, here.familyId)
    for (const person of [here.people.mum, here.people.dad, here.people.uncle])
      expect(await today(person)).toEqual([
        ofHelen('contact'),
        ofHelen('family'),
        ofHelen('hours'),
        'Priya Shah, socialWorker: contact',
        'Priya Shah, socialWorker: family',
      ])
  })

  it('is of the day that it was where the person is', async () => {
    server.clock.set(new Date('2026-05-03T23:30:00Z'))
    await asks(priya, family, here.familyId)
    expect(await today(here.people.mum)).toEqual(['Priya Shah, socialWorker: contact', 'Priya Shah, socialWorker: family'])
  })

  it('holds nothing of relatives, of safety, of what was refused, or of what a change showed of itself', async () => {
    for (const id of [here.people.dad, here.people.gran]) await (await server.as(id)).send('{ myMeetings { id } myAvailability { zone } }')
    await asks(owen, family, here.familyId)
    await here.teller.does(
      ruth.id,
      'markApart',
      { oneId: here.people.mum, otherId: here.people.dad, levels: ['room'] },
      'family { id pairs { id } }',
    )
    await talkWith(here.teller, here.meetingId, here.participantOf('gran'), {})
    for (const person of Object.values(here.people)) expect(await today(person)).toEqual([])
  })

  it('holds a meeting from when they were told of it, and nobody else’s', async () => {
    await asks(ruth, meeting, here.meetingId)
    for (const person of [here.people.mum, here.people.uncle])
      expect(await today(person)).not.toContain('Ruth Jenkins, supervisor: meeting')
    const version = await versionOf(here.teller, here.meetingId)
    await here.teller.does(
      helen.id,
      'bookTime',
      { meetingId: here.meetingId, version, date: '2026-05-20', start: '10:00', minutes: '60', place: 'The hub' },
      'meeting { id }',
    )
    await asks(ruth, meeting, here.meetingId)
    expect(await today(here.people.mum)).not.toContain('Ruth Jenkins, supervisor: meeting')
    server.clock.set(new Date('2026-05-04T11:00:00Z'))
    here.teller.at(server.clock.now())
    await here.teller.does(
      helen.id,
      'sendInvitations',
      { meetingId: here.meetingId, version: await versionOf(here.teller, here.meetingId) },
      'sent',
    )
    await asks(ruth, meeting, here.meetingId)
    expect(await today(here.people.mum)).toContain('Ruth Jenkins, supervisor: meeting')
    expect(await today(here.people.uncle)).not.toContain('Ruth Jenkins, supervisor: meeting')
  })

  it('comes four weeks at a time, back to when the family was opened', async () => {
    server.clock.set(new Date('2026-03-11T10:00:00Z'))
    await asks(priya, family, here.familyId)
    server.clock.set(new Date('2026-05-04T10:00:00Z'))
    const visitor = await server.as(here.people.mum)
    const first = await read(visitor)
    expect(first).toMatchObject({ since: '2026-04-07', earlier: '2026-04-07' })
    const second = await read(visitor, first?.earlier)
    expect(second).toMatchObject({ since: '2026-03-10', earlier: null })
    expect(second?.looks.map(({ day }) => day)).toEqual(['2026-03-11', '2026-03-11'])
    expect((await read(visitor, 'x'))?.since).toBe('2026-04-07')
  })

  it('is not there for workers, or for nobody', async () => {
    for (const visitor of [await server.as(helen.id), await server.as(ruth.id), server.nobody]) expect(await read(visitor)).toBeNull()
  })

  it('costs as many statements for a thousand looks as for ten', async () => {
    const cost = async () => {
      const visitor = await server.as(here.people.mum)
      const sent = vi.spyOn(pg.Client.prototype, 'query')
      const { looks } = (await read(visitor)) ?? expect.fail('It is not shown')
      const statements = sent.mock.calls.length
      sent.mockRestore()
      return { statements, looks: looks.length }
    }
    await asks(helen, family, here.familyId)
    const small = await cost()
    await asAdministrator(server, (ask) =>
      ask(
        `insert into "AccessRecord" ("at", "workerId", "action", "subjectId", "familyId", "allowed", "reason", "look")
          select '2026-05-04T10:00:00Z'::timestamptz - n * interval '1 hour', $1::uuid, 'family:read', $2::uuid, $2::uuid, true,
              'coordinator', true
            from generate_series(1, 1000) n`,
        helen.id,
        here.familyId,
      ),
    )
    const large = await cost()
    expect(large.looks).toBeGreaterThan(small.looks + 20)
    expect(large.statements).toBe(small.statements)
  })

  it('takes one row of the record for what an operation shows several times', async () => {
    const count = async () =>
      (await asAdministrator(server, (ask) => ask<{ n: number }>('select count(*)::int as n from "AccessRecord" where "look"')))[0]?.n ?? 0
    const before = await count()
    const people = 'family(id: $id) { people { contactPoints { value } } }'
    const twice = `query ($id: ID!) { one: ${people} other: ${people} }`
    await asks(priya, twice, here.familyId)
    // Of the family and of how to reach its people.
    expect(await count()).toBe(before + 2)
    await asks(owen, twice, here.familyId)
    expect(await count()).toBe(before + 2)
  })
})

describe.each(enginesToTest())('the wall before who looked, on the %s database', (engine) => {
  let server: TestServer
  let rows: FamilyRows
  let others: FamilyRows
  let action: string
  beforeAll(async () => {
    server = await testServer(engine)
    rows = await rowsOfFamily(server)
    others = await rowsOfFamily(server, 'The other family')
    action = await asAdministrator(server, async (ask) => {
      await ask('delete from "AccessRecord"')
      await ask('update "Participant" set "toldAt" = $1::timestamptz where "meetingId" = $2::uuid', '2026-03-01T00:00:00Z', rows.meetingId)
      const found = await ask<{ id: string }>('select "id"::text as id from "Action" where "familyId" = $1::uuid', rows.familyId)
      return found[0]?.id ?? ''
    })
  })
  afterAll(() => server.drop())

  type Who = Parameters<TestServer['database']['transaction']>[0]
  const seen = (who: Who) =>
    server.database.transaction(
      who,
      (tx) =>
        tx.$queryRaw<
          { day: string; who: string; role: string; about: string }[]
        >`SELECT * FROM my_looks('2026-01-01'::date, '2036-01-01'::date)`,
    )
  /** Every right over every subject, each on a day of its own: what of it somebody is told. */
  const everything = async (who: Who) => {
    const subjects = {
      family: rows.familyId,
      meeting: rows.meetingId,
      plan: rows.planId,
      gran: rows.gran,
      dad: rows.dad,
      action,
      none: null,
    }
    const asked = Object.entries(subjects).flatMap(([name, subjectId]) =>
      [...rights, 'breakGlass:read', 'breakGlass:open'].map((right) => ({ name, subjectId, right })),
    )
    const days = await asAdministrator(server, async (ask) => {
      await ask('delete from "AccessRecord"')
      return ask<{ day: string }>(
        `insert into "AccessRecord" ("at", "workerId", "action", "subjectId", "familyId", "allowed", "reason", "look")
          select '2026-03-10T10:00:00Z'::timestamptz + place * interval '1 day', $1::uuid, e ->> 'right', (e ->> 'subjectId')::uuid,
              $2::uuid, true, 'coordinator', true
            from jsonb_array_elements($3::jsonb) with ordinality as x(e, place) order by place
          returning to_char("at" at time zone 'Europe/London', 'YYYY-MM-DD') as day`,
        helen.id,
        rows.familyId,
        JSON.stringify(asked),
      )
    })
    expect(new Set(days.map(({ day }) => day)).size).toBe(asked.length)
    return (await seen(who))
      .map(({ day, about }) => {
        const { right, name } = asked[days.findIndex((one) => one.day === day)] ?? expect.fail('It is of no day')
        return `${right} of ${name}: ${about}`
      })
      .toSorted()
  }
  const ofEverybody = [
    'availability:read of family: hours',
    'availability:read of meeting: hours',
    'contact:read of family: contact',
    'family:read of family: family',
    'meeting:read of meeting: meeting',
  ]

  it('tells somebody of what is theirs, right by right, and of nothing else', async () => {
    expect(await everything({ person: rows.gran })).toEqual(
      [
        ...ofEverybody,
        'agreement:read of plan: answers',
        'plan:read of plan: plan',
        'availability:read of gran: hours',
        'contact:read of gran: contact',
        'action:read of action: promises',
        'action:read of plan: promises',
      ].toSorted(),
    )
  })

  it('tells another of the family nothing of it, nor of a plan of a room that they are not in', async () => {
    expect(await everything({ person: rows.dad })).toEqual(
      [
        ...ofEverybody.filter((one) => !one.includes('of meeting')),
        'availability:read of dad: hours',
        'contact:read of dad: contact',
      ].toSorted(),
    )
  })

  it('opens for a person who is signed in, and for nobody else', async () => {
    const plant = (more: Record<string, unknown>) => {
      const row = {
        at: '2026-03-10T10:00:00Z',
        workerId: helen.id,
        action: 'family:read',
        subjectId: rows.familyId,
        familyId: rows.familyId,
        allowed: true,
        reason: 'coordinator',
        look: true,
        ...more,
      }
      return asAdministrator(server, async (ask) => {
        await ask('delete from "AccessRecord"')
        await ask(
          `insert into "AccessRecord" ("at", "workerId", "personId", "action", "subjectId", "familyId", "allowed", "reason", "look")
          select "at", "workerId", "personId", "action", "subjectId", "familyId", "allowed", "reason", "look"
            from jsonb_populate_record(null::"AccessRecord", $1::jsonb)`,
          JSON.stringify(row),
        )
      })
    }
    await plant({})
    expect(await seen({ person: rows.gran })).toEqual([{ day: '2026-03-10', who: 'Helen Okafor', role: 'coordinator', about: 'family' }])
    for (const who of [{}, { worker: helen.id }, { worker: ruth.id }, { person: rows.gone }, { person: others.gran }])
      expect(await seen(who)).toEqual([])
    await expect(seen({ job: 'outbox' })).rejects.toThrow('permission denied')
    for (const more of [
      { allowed: false },
      { look: false },
      { workerId: null, personId: rows.dad },
      { reason: 'breakGlass' },
      { reason: 'self' },
      { action: 'pair:read' },
    ]) {
      await plant(more)
      expect(await seen({ person: rows.gran }), JSON.stringify(more)).toEqual([])
    }
  })
})

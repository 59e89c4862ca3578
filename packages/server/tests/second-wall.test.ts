import { asAdministrator } from '@kinplan/testkit/as-administrator'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import type { TestWho as Who } from '@kinplan/testkit/test-database'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { rowsOfFamily, type FamilyRows } from './rows-of-family'

/** As the app's role, with statements of one's own: what is left when every check of the app has been passed by. */
describe.each(enginesToTest())('the second wall inside a family, on the %s database', (engine) => {
  let server: TestServer
  let rows: FamilyRows

  beforeAll(async () => {
    server = await testServer(engine)
    rows = await rowsOfFamily(server)
  })
  afterAll(() => server.drop())

  const sql = <Row>(who: Who, text: string, ...values: unknown[]) =>
    server.database.transaction(who, (tx) => tx.$queryRawUnsafe<Row[]>(text, ...values))
  const seen = async (who: Who, table: string) => (await sql<{ n: number }>(who, `select count(*)::int as n from "${table}"`))[0]?.n

  describe('the access record', () => {
    const forged = `insert into "AccessRecord" ("at", "workerId", "action", "familyId", "allowed", "reason")
      values (now(), $1::uuid, 'family:read', $2::uuid, true, 'coordinator')`
    const entries = () => JSON.stringify([{ right: 'family:read', subjectId: null, familyId: rows.familyId, allowed: true, reason: 'kin' }])
    const newest = async () =>
      (
        await sql<{ personId: string | null; workerId: string | null }>(
          { worker: workers.ruth.id },
          'select "personId"::text, "workerId"::text from "AccessRecord" where "familyId" = $1::uuid order by "id" desc limit 1',
          rows.familyId,
        )
      )[0]

    it('takes no row that is not its function', async () => {
      for (const who of [{}, { person: rows.gran }, { worker: workers.helen.id }, { job: 'outbox' }])
        await expect(sql(who, forged, workers.helen.id, rows.familyId), JSON.stringify(who)).rejects.toThrow('permission denied')
    })

    it('names whoever asks, whatever the writer says, and takes nothing from nobody', async () => {
      const write = 'select write_record($1::jsonb)::text'
      await sql({ person: rows.gran }, write, entries())
      expect(await newest()).toEqual({ personId: rows.gran, workerId: null })
      await sql({ worker: workers.helen.id }, write, JSON.stringify([{ ...JSON.parse(entries())[0], workerId: workers.priya.id }]))
      expect(await newest()).toEqual({ personId: null, workerId: workers.helen.id })
      await expect(sql({}, write, entries())).rejects.toThrow('nobody asks')
    })

    it('is read by the supervisor, and by nobody of the family and no other worker', async () => {
      for (const who of [{ person: rows.gran }, { worker: workers.priya.id }, { worker: workers.helen.id }, {}])
        expect(await seen(who, 'AccessRecord'), JSON.stringify(who)).toBe(0)
      expect(await seen({ worker: workers.ruth.id }, 'AccessRecord')).toBeGreaterThan(0)
    })
  })

  describe('who asks', () => {
    const tables = ['ActionLink', 'Outcome', 'Session', 'SignInLink']
    const people = 'select count(*)::int as n from "Person"'
    const setting = (name: string) => `set_config('app.${name}', $1, true)`
    /** Every way to say a name that the app's role has by itself. */
    const said = async (said: Record<string, string>, text: string) =>
      server.database.transaction({}, async (tx) => {
        for (const [name, value] of Object.entries(said)) await tx.$queryRawUnsafe(`select ${setting(name)}`, value)
        return (await tx.$queryRawUnsafe<{ n: number }[]>(text))[0]?.n
      })

    beforeAll(async () => {
      await server.database.transaction({ worker: workers.helen.id }, async (tx) => {
        const { id: actionId } = await tx.action.findFirstOrThrow({ where: { familyId: rows.familyId }, select: { id: true } })
        const endsAt = new Date(server.clock.now().getTime() + 86_400_000)
        await tx.actionLink.createMany({
          data: [{ familyId: rows.familyId, actionId, personId: rows.gran, endsAt, tokenHash: new Uint8Array(32).fill(7) }],
        })
        const makes = { familyId: rows.familyId, personId: rows.dad, createdById: workers.helen.id, createdAt: server.clock.now(), endsAt }
        await tx.signInLink.createMany({ data: [{ ...makes, tokenHash: new Uint8Array(32).fill(5), codeHash: new Uint8Array(32) }] })
        const done = {
          actorId: workers.helen.id,
          operation: 'makeSignInLink',
          key: 'once',
          inputHash: new Uint8Array(32),
          outcomeId: rows.dad,
        }
        await tx.outcome.createMany({ data: [{ ...done, at: server.clock.now() }] })
      })
    })

    it('is nobody for whoever only says a name', async () => {
      const { gran } = rows
      expect(await said({ person: gran }, people)).toBe(0)
      expect(await said({ worker: workers.ruth.id }, people)).toBe(0)
      for (const mac of ['', 'x', '0'.repeat(64)]) expect(await said({ asker: `person ${gran} ${gran}`, mac }, people)).toBe(0)
    })

    it('is nobody with the name and the seal of an earlier transaction', async () => {
      const [before] = await sql<{ asker: string; mac: string; n: number }>(
        { person: rows.gran },
        `select current_setting('app.asker') as asker, current_setting('app.mac') as mac, (${people}) as n`,
      )
      expect(before?.n).toBeGreaterThan(0)
      expect(await said({ asker: before?.asker ?? '', mac: before?.mac ?? '' }, people)).toBe(0)
    })

    it('can be said by no function that has seen no token', async () => {
      const { gran } = rows
      for (const text of [`select name_asker('person', '${gran}', '${gran}', now())`, `select wall_mac('x')`, 'select * from wall.secret'])
        await expect(sql({}, text), text).rejects.toThrow('permission denied')
    })

    it('is found behind a fingerprint, and not behind what a table keeps of it', async () => {
      const visitor = await server.as(rows.gran)
      const fingerprint = server.parts.key.fingerprint(visitor.session ?? '', 'session')
      const ask = async (bytes: Uint8Array) =>
        server.database.transaction({}, async (tx) => {
          await tx.$queryRawUnsafe('select * from ask_as_session($1::bytea, $2::timestamptz)', bytes, server.clock.now())
          return (await tx.$queryRawUnsafe<{ me: string | null }[]>('select app_person()::text as me'))[0]?.me
        })
      expect(await ask(fingerprint)).toBe(rows.gran)
      const [kept] = await asAdministrator(server, (read) =>
        read<{ kept: Buffer }>('select "tokenHash" as kept from "Session" where "tokenHash" = sha256($1::bytea)', fingerprint),
      )
      expect(kept?.kept).toHaveLength(32)
      expect(await ask(new Uint8Array(kept?.kept ?? []))).toBeNull()
    })

    it.each(tables)('is asked before a row of %s is read', async (table) => {
      const [all] = await asAdministrator(server, (read) => read<{ n: number }>(`select count(*)::int as n from "${table}"`))
      expect(all?.n).toBeGreaterThan(0)
      expect(await seen({}, table)).toBe(0)
      expect(await seen({ worker: workers.owen.id }, table)).toBe(0)
    })

    it('is not changed by whoever may write to a session: none begins, moves or comes back', async () => {
      const who = { person: rows.gran }
      await expect(
        sql(
          who,
          `insert into "Session" ("tokenHash", "workerId", "createdAt", "endsAt") values ('x', $1::uuid, now(), now())`,
          workers.ruth.id,
        ),
      ).rejects.toThrow('permission denied')
      for (const to of [`"personId" = null, "workerId" = '${workers.ruth.id}'`, `"tokenHash" = 'x'`, `"endsAt" = now()`])
        await expect(sql(who, `update "Session" set ${to}`), to).rejects.toThrow('permission denied')
      expect(await seen(who, 'Session')).toBeGreaterThan(0)
      expect(await sql(who, `update "Session" set "endedAt" = now() returning "id"`)).not.toEqual([])
      await expect(sql(who, `update "Session" set "endedAt" = null`)).rejects.toThrow('row-level security')
      expect(
        await sql({ worker: workers.helen.id }, `update "Session" set "endedAt" = now() where "personId" is not null returning "id"`),
      ).toEqual([])
    })

    it('is nobody more for whoever writes to what stands outside the families: the council and its teams', async () => {
      const { ruth } = workers
      for (const text of [
        `update "Team" set "supervisorId" = '${ruth.id}'`,
        `update "TeamMember" set "workerId" = '${ruth.id}'`,
        `update "Worker" set "name" = 'x'`,
        'delete from "Council"',
        'update "Council" set "story" = true',
      ])
        for (const who of [{}, { worker: ruth.id }]) await expect(sql(who, text), text).rejects.toThrow('permission denied')
      const second = `insert into "Council" ("id", "name", "phone", "story", "keyCheck") values (2, 'x', 'x', true, 'x')`
      await expect(sql({}, second)).rejects.toThrow('Council_one')
    })

    it("makes no link for somebody of another family, and finds nobody behind a promise's link that names another", async () => {
      const others = await rowsOfFamily(server, 'The other family')
      const link = `insert into "SignInLink" ("familyId", "personId", "tokenHash", "codeHash", "createdById", "createdAt", "endsAt")
        values ($1::uuid, $2::uuid, sha256($2::text::bytea), 'x', $3::uuid, now(), now() + interval '1 day')`
      await sql({ worker: workers.priya.id }, link, rows.familyId, rows.gran, workers.priya.id)
      const stranger = { familyId: rows.familyId, personId: others.gran }
      await sql({ worker: workers.ruth.id }, 'update "Allocation" set "until" = "from" where "familyId" = $1::uuid', others.familyId)
      await expect(sql({ worker: workers.priya.id }, link, stranger.familyId, stranger.personId, workers.priya.id)).rejects.toThrow(
        'row-level security',
      )
      const fingerprint = new Uint8Array(32).fill(3)
      await sql(
        { worker: workers.priya.id },
        `insert into "ActionLink" ("familyId", "actionId", "personId", "tokenHash", "endsAt")
          select $1::uuid, "id", $2::uuid, sha256($3::bytea), now() + interval '1 day' from "Action" where "familyId" = $1::uuid`,
        rows.familyId,
        others.gran,
        fingerprint,
      )
      expect(await sql({}, 'select * from ask_as_holder($1::bytea, now())', fingerprint)).toEqual([])
    })
  })

  describe('a job', () => {
    const jobs = ['outbox', 'retention', 'privateTime', 'story']
    const asApp = (job: string, text: string) =>
      server.database.transaction({}, async (tx) => {
        await tx.$queryRawUnsafe(`select set_config('app.job', $1, true)`, job)
        return (await tx.$queryRawUnsafe<{ n: number }[]>(text))[0]?.n
      })

    it.each(jobs)("opens nothing for the app's role that says its name: %s", async (job) => {
      for (const table of ['Family', 'Person', 'ContactPoint', 'Message', 'Draft', 'JoinOffer'])
        expect(await asApp(job, `select count(*)::int as n from "${table}"`), table).toBe(0)
      await expect(asApp(job, 'select count(*)::int as n from end_without_key()')).rejects.toThrow('permission denied')
    })

    it('reads what it needs as a role of its own, and no more', async () => {
      for (const table of ['Person', 'ContactPoint', 'Message']) expect(await seen({ job: 'outbox' }, table), table).toBeGreaterThan(0)
      expect(await seen({ job: 'retention' }, 'Draft')).toBeGreaterThan(0)
      for (const table of ['Envelope', 'Plan', 'WhyEntry', 'Preparation', 'Session', 'SignInLink'])
        for (const job of jobs) await expect(seen({ job }, table), `${job} ${table}`).rejects.toThrow('permission denied')
    })

    it('reads the record, and adds to its chain, as the sealer alone', async () => {
      expect(await seen({ job: 'record' }, 'AccessRecord')).toBeGreaterThan(0)
      const seal = `insert into "RecordSeal" ("n", "recordId", "genuine", "seal") values (1, 1, true, 'x')`
      for (const job of jobs) {
        for (const table of ['AccessRecord', 'RecordSeal', 'RecordCheckpoint'])
          expect(await seen({ job }, table), `${job} ${table}`).toBe(0)
        await expect(sql({ job }, seal)).rejects.toThrow('row-level security')
      }
      await sql({ job: 'record' }, seal)
      for (const change of ['update "RecordSeal" set "n" = 2', 'delete from "RecordSeal"', 'update "AccessRecord" set "reason" = \'\''])
        await expect(sql({ job: 'record' }, change), change).rejects.toThrow('permission denied')
      for (const who of [{}, { person: rows.gran }, { worker: workers.ruth.id }]) {
        for (const table of ['RecordSeal', 'RecordCheckpoint']) await expect(seen(who, table)).rejects.toThrow('permission denied')
        await expect(sql(who, seal)).rejects.toThrow('permission denied')
      }
    })

    // The embedded database is one session of a superuser, which may take any role.
    it.each([engine].filter((one) => one === 'postgres'))("is no role that the app's can take, on %s", async () => {
      const [name] = await sql<{ jobs: string }>({}, `select current_database() || '_jobs' as jobs`)
      await expect(sql({}, `select set_config('role', $1, true)`, name?.jobs)).rejects.toThrow('permission denied')
    })
  })

  it('keeps how much somebody asked for from everybody but the job of it', async () => {
    await sql({ job: 'limits' }, `insert into "RateLimit" ("name", "usedUntil") values ('\\x01', now()) returning 1`)
    expect(await seen({ job: 'limits' }, 'RateLimit')).toBe(1)
    expect(await seen({ job: 'outbox' }, 'RateLimit')).toBe(0)
    for (const text of ['select * from "RateLimit"', 'delete from "RateLimit"', `insert into "RateLimit" values ('\\x02', now())`])
      for (const who of [{}, { person: rows.gran }, { worker: workers.ruth.id }])
        await expect(sql(who, text), text).rejects.toThrow('permission denied')
  })

  describe('a person of the family', () => {
    it.each(['PairApart', 'ApartPresence', 'SafetyDecision', 'Preparation'])('reads no row of %s, their own neither', async (table) => {
      for (const person of [rows.gran, rows.dad]) expect(await seen({ person }, table)).toBe(0)
      expect(await seen({ worker: workers.helen.id }, table)).toBeGreaterThan(0)
    })

    it('writes none either', async () => {
      const [oneId, otherId] = [rows.gran, rows.child].toSorted()
      const mark = `insert into "PairApart" ("familyId", "oneId", "otherId", "level", "markedById", "markedAt")
        values ($1::uuid, $2::uuid, $3::uuid, 'room', $4::uuid, now())`
      const pair = [rows.familyId, oneId, otherId, workers.priya.id]
      await expect(sql({ person: rows.gran }, mark, ...pair)).rejects.toThrow('row-level security')
      for (const table of ['PairApart', 'SafetyDecision', 'Preparation'])
        expect(await sql({ person: rows.dad }, `delete from "${table}" returning "familyId"`), table).toEqual([])
    })

    it('reads when they themselves can come, and nobody else', async () => {
      expect(await seen({ person: rows.gran }, 'AvailabilityRule')).toBe(1)
      expect(await seen({ person: rows.dad }, 'AvailabilityRule')).toBe(0)
      expect(await sql({ person: rows.dad }, `delete from "AvailabilityRule" returning "id"`)).toEqual([])
    })

    it('is told of their own pairs what their pages must keep, and of nobody else', async () => {
      const pairs = 'select * from my_pairs()'
      const [pair] = await sql<{ oneId: string; otherId: string; level: string }>({ person: rows.gran }, pairs)
      expect([pair?.oneId, pair?.otherId].toSorted()).toEqual([rows.gran, rows.dad].toSorted())
      expect(Object.keys(pair ?? {}).toSorted()).toEqual(['id', 'level', 'oneId', 'otherId'])
      for (const who of [{}, { person: rows.child }, { worker: workers.helen.id }]) expect(await sql(who, pairs)).toEqual([])
    })

    it('reads sessions and links of their own, and of those with whom they are in a private room', async () => {
      expect(await seen({ person: rows.dad }, 'Session')).toBe(0)
      expect(await seen({ person: rows.gran }, 'Session')).toBeGreaterThan(0)
      const whose = await sql<{ personId: string }>({ person: rows.gran }, 'select distinct "personId"::text from "Session"')
      expect(whose).toEqual([{ personId: rows.gran }])
    })
  })
})

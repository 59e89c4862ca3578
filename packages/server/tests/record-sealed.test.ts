import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { asAdministrator } from '@kinplan/testkit/as-administrator'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { storyServer } from '@kinplan/testkit/story-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { createSealer } from '../src/access/seal-record'
import { verifyRecord } from '../src/access/verify-record'
import { readDatabase } from '../src/platform/read-database'
import { run } from '../src/verify-record'

type Server = Awaited<ReturnType<typeof storyServer>>

describe.each(enginesToTest())('the seals of the record, on the %s database', (engine) => {
  let server: Server
  let folder: string

  beforeAll(async () => {
    server = await storyServer(engine)
    folder = await mkdtemp(join(tmpdir(), 'kinplan-checkpoints-'))
  })
  afterAll(async () => {
    await server.drop()
    await rm(folder, { recursive: true, force: true })
    vi.unstubAllEnvs()
    vi.restoreAllMocks()
  })
  beforeEach(() => server.clock.set(new Date(server.clock.now().getTime() + 60_000)))

  const sealer = () => createSealer({ ...server.parts, checkpoints: folder })
  const verify = () => asAdministrator(server, (ask) => verifyRecord(ask, server.parts.key, folder))
  const ask = <Row extends object>(sql: string, ...values: unknown[]) =>
    asAdministrator(server, (question) => question<Row & Record<string, unknown>>(sql, ...values))
  const look = async (who: string) =>
    (await server.as(who)).send('query ($id: ID!) { family(id: $id) { id } }', { id: server.story.carter.id })
  const whole = async () => {
    const report = await verify()
    expect(report.first).toEqual([])
    expect(Object.values(report.findings).every((count) => count === 0)).toBe(true)
    return report
  }

  it('find that the whole story was written by the app, before any of it is sealed', async () => {
    const report = await verify()
    expect(report).toMatchObject({ sealed: 0, waiting: report.rows, checkpoints: 0, lastCheckpointAt: null, first: [] })
    expect(report.rows).toBeGreaterThan(100)
  })

  it('take what is older than they are as it is, and after that no row without its MAC', async () => {
    const old = `insert into "AccessRecord" ("at", "workerId", "action", "allowed", "reason")
      values (now(), $1::uuid, 'family:read', true, 'kin')`
    await ask(
      'update "AccessRecord" set "nonce" = null, "mac" = null where "id" in (select "id" from "AccessRecord" order by "id" limit 50)',
    )
    await sealer().sealOnce()
    const first = await whole()
    expect(first).toMatchObject({ sealed: first.rows, waiting: 0, checkpoints: 1 })
    await ask(old, workers.helen.id)
    await sealer().sealOnce()
    const { findings, first: told } = await verify()
    expect(findings).toMatchObject({ inserted: 1, edited: 0 })
    await ask(`delete from "RecordSeal" where "recordId" = $1::bigint`, told[0]?.at)
    await ask(`delete from "AccessRecord" where "id" = $1::bigint`, told[0]?.at)
    await whole()
  })

  it('cover every column of the record', async () => {
    const columns = await ask<{ name: string }>(
      `select attname::text as name from pg_attribute where attrelid = '"AccessRecord"'::regclass and attnum > 0 and not attisdropped`,
    )
    // Each has a way of being edited in testkit/src/tamper; one that is added needs a place in the seal, and a way.
    expect(columns.map(({ name }) => name).toSorted()).toEqual(
      [
        'id',
        'at',
        'personId',
        'workerId',
        'job',
        'action',
        'subjectId',
        'familyId',
        'allowed',
        'reason',
        'look',
        'nonce',
        'mac',
      ].toSorted(),
    )
  })

  it('stand in one chain without gaps, whoever seals at the same moment', async () => {
    await Promise.all(Array.from({ length: 8 }, () => look(workers.priya.id)))
    await Promise.all(Array.from({ length: 4 }, () => sealer().sealOnce()))
    await sealer().sealOnce(true)
    const report = await whole()
    expect(report).toMatchObject({ sealed: report.rows, waiting: 0 })
  })

  it('find what was edited before it was sealed', async () => {
    // With a checkpoint of this moment, so that the next is not of what is taken out again below.
    await look(workers.helen.id)
    await sealer().sealOnce(true)
    await look(workers.helen.id)
    const [row] = await ask<{ id: string }>('select max("id")::text as id from "AccessRecord"')
    await ask('update "AccessRecord" set "workerId" = $2::uuid where "id" = $1::bigint', row?.id, workers.priya.id)
    expect((await verify()).findings).toMatchObject({ inserted: 1 })
    await sealer().sealOnce()
    expect((await verify()).findings).toMatchObject({ inserted: 1, edited: 0 })
    await ask('delete from "RecordSeal" where "recordId" = $1::bigint', row?.id)
    await ask('delete from "AccessRecord" where "id" = $1::bigint', row?.id)
  })

  it('know the row of a sign-in that was refused, which the database writes', async () => {
    const helen = await server.as(workers.helen.id)
    const made = (
      await helen.send('mutation ($id: ID!) { makeSignInLink(personId: $id) { ... on MakeSignInLinkDone { address spokenCode } } }', {
        id: server.story.carter.people.joyce,
      })
    )['makeSignInLink'] as { address: string; spokenCode: string }
    const signIn = (device: string) =>
      server
        .holding(null, device)
        .send('mutation ($token: String!, $code: String!) { signIn(token: $token, code: $code) { __typename ... on Refused { code } } }', {
          token: made.address.split('/').at(-1),
          code: made.spokenCode,
        })
    await signIn('a'.repeat(43))
    expect(await signIn('b'.repeat(43))).toEqual({ signIn: { __typename: 'Refused', code: 'otherDevice' } })
    const [row] = await ask<{ id: string }>(`select "id"::text as id from "AccessRecord" where "reason" = 'otherDevice'`)
    expect(row).toBeDefined()
    await sealer().sealOnce(true)
    await whole()
  })

  it('are signed for at most every two seconds, and at least once a day', async () => {
    const from = server.clock.now()
    const lines = async () => (await readFile(join(folder, 'record.jsonl'), 'utf8')).trimEnd().split('\n').length
    const at = async (seconds: number, looks: boolean) => {
      server.clock.set(new Date(from.getTime() + seconds * 1_000))
      if (looks) await look(workers.ruth.id)
      await sealer().sealOnce()
      return lines()
    }
    const before = await at(0, true)
    expect(await at(1, true)).toBe(before)
    expect(await at(3, false)).toBe(before + 1)
    expect(await at(80_000, false)).toBe(before + 1)
    expect(await at(86_404, false)).toBe(before + 2)
    await whole()
  })

  it('are no hindrance where the other place takes nothing, and go on once it does', async () => {
    const blocked = createSealer({ ...server.parts, checkpoints: join(folder, 'record.jsonl') })
    await look(workers.helen.id)
    await expect(blocked.sealOnce(true)).rejects.toThrow()
    expect(await verify()).toMatchObject({ waiting: 0, first: [] })
    await sealer().sealOnce(true)
    await whole()
  })

  // The embedded database is one process's, so nobody reads it beside a server.
  it.each([engine].filter((one) => one === 'postgres'))('are whole to whoever reads while a server goes on sealing, on %s', async () => {
    const stopped = { so: false }
    const goingOn = (async () => {
      const own = sealer()
      while (!stopped.so) {
        await look(workers.helen.id)
        server.clock.set(new Date(server.clock.now().getTime() + 3_000))
        await own.sealOnce()
      }
    })()
    const sealed: number[] = []
    for (let times = 0; times < 20; times++) {
      const { first, ...report } = await readDatabase(server.config, 'record', (reading) => verifyRecord(reading, server.parts.key, folder))
      expect(first).toEqual([])
      sealed.push(report.sealed)
    }
    stopped.so = true
    await goingOn
    expect(sealed.at(-1)).toBeGreaterThan(sealed[0] ?? 0)
  })

  it('are held against the record by a command for whoever runs it, which says in words what is wrong', async () => {
    await sealer().sealOnce(true)
    const report = await whole()
    const { config } = server
    vi.stubEnv('KINPLAN_DATA', config.dataFolder)
    vi.stubEnv('KINPLAN_KEY', Buffer.from(config.key ?? []).toString('base64'))
    vi.stubEnv('KINPLAN_CHECKPOINTS', folder)
    vi.stubEnv('DATABASE_URL', config.postgres?.appUrl ?? '')
    vi.stubEnv('DATABASE_OWNER_URL', config.postgres?.ownerUrl ?? '')
    const said: string[] = []
    vi.spyOn(process.stdout, 'write').mockImplementation((text) => said.push(String(text)) > 0)
    const command = async () => {
      // The embedded database is one process's.
      if (engine === 'embedded') await server.database.close()
      said.length = 0
      return run()
    }
    if (engine === 'postgres') {
      const [gone] = await ask<{ id: string }>('select min("id")::text as id from "AccessRecord"')
      await ask('update "AccessRecord" set "reason" = \'kin\' where "id" = $1::bigint', gone?.id)
      expect(await command()).toBe(1)
      expect(said.join('')).toContain(`Row ${gone?.id} is not as it was sealed.`)
      await ask('update "AccessRecord" set "reason" = $2 where "id" = $1::bigint', gone?.id, 'worker')
    } else {
      expect(await command()).toBe(0)
      expect(JSON.parse(said.join('').trimEnd().split('\n').at(-1) ?? '')).toMatchObject({ rows: report.rows, sealed: report.rows })
    }
  })
})

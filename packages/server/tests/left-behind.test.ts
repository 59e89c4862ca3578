import { randomUUID } from 'node:crypto'
import { mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { forgetLetters } from '@kinplan/server/message/forget-letters'
import { deliverOnce, type OutboxParts } from '@kinplan/server/message/outbox'
import { asAdministrator } from '@kinplan/testkit/as-administrator'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endMeeting, familyWithPlan, type FamilyWithPlan } from './family-with-plan'

const daysMs = 86_400_000

describe.each(enginesToTest())('what is left of a message that has gone, on the %s database', (engine) => {
  let server: TestServer
  let family: FamilyWithPlan
  let folder: string
  let parts: OutboxParts
  /** How Gran is reached, and the token of her promise. */
  let secrets: string[]

  beforeAll(async () => {
    server = await testServer(engine)
    folder = await mkdtemp(join(tmpdir(), 'kinplan-outbox-'))
    const { database, key, clock, tell, logger } = server.parts
    parts = { database, key, clock, folder, logger, tell, demo: false }
    family = await familyWithPlan(server)
    const { familyId, planId, meetingId, gran } = family
    await server.database.transaction({ worker: workers.helen.id }, (tx) =>
      tx.action.createMany({
        data: [
          {
            id: randomUUID(),
            familyId,
            planId,
            meetingId,
            text: 'Bring soup',
            dueOn: '2026-04-01',
            state: 'doing',
            changedAt: server.clock.now(),
            ownerPersonId: gran,
          },
        ],
      }),
    )
    await endMeeting(server, family)
    const helen = await server.as(workers.helen.id)
    await helen.send('mutation ($id: ID!) { sendActions(planId: $id) { __typename } }', { id: planId })
    await deliverOnce(parts)
    const [letter = ''] = await letters()
    secrets = ['gran@example.org', /\/a\/([\w-]{43})/.exec(letter)?.[1] ?? expect.fail('No promise in the letter')]
  })
  afterAll(async () => {
    await rm(folder, { recursive: true, force: true })
    await server.drop()
  })

  const letters = async () => Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))

  /** Every row of every table, as text, and what is sealed for whoever has the key of the server and all of its rows. */
  const dump = () =>
    asAdministrator(server, async (ask) => {
      const tables = await ask<{ name: string }>(
        `select relname::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'`,
      )
      const rows: string[] = []
      for (const { name } of tables)
        rows.push(...(await ask<{ row: string }>(`select to_jsonb(t)::text as row from "${name}" t`)).map(({ row }) => row))
      const sealed = await ask<{ id: string; sealed: Buffer }>(`select "id"::text, "sealed" from "Message"`)
      const opened = sealed.flatMap(({ id, sealed: bytes }) =>
        bytes.length === 0 ? [] : [server.parts.key.open(new Uint8Array(bytes), `message/${id}`)],
      )
      return [...rows, ...opened].join('\n')
    })
  const found = (text: string) => secrets.filter((secret) => text.includes(secret))

  it('is in the database neither how the person is reached nor a link, also for whoever has the key', async () => {
    expect(found(await dump())).toEqual([])
    // A control: where it is written down, it is found.
    await server.database.transaction({ worker: workers.helen.id }, (tx) =>
      tx.whyEntry.createMany({
        data: [
          {
            familyId: family.familyId,
            meetingId: family.meetingId,
            kind: 'worry',
            text: secrets.join(' '),
            at: server.clock.now(),
            byWorkerId: workers.helen.id,
          },
        ],
      }),
    )
    expect(found(await dump())).toEqual(secrets)
  })

  it('says to whom, of what kind, when and that it went', async () => {
    const [message] = await server.database.transaction({ worker: workers.helen.id }, (tx) =>
      tx.message.findMany({ where: { familyId: family.familyId, personId: family.gran } }),
    )
    expect(message).toMatchObject({ kind: 'promise', state: 'sent', sentAt: server.clock.now() })
    expect(message?.sealed).toHaveLength(0)
  })

  it('is in the folder for a week at most; what nobody took until then counts as not gone, and the coordinator sees it', async () => {
    const age = async (days: number) => {
      for (const name of await readdir(folder)) {
        const at = new Date(server.clock.now().getTime() - days * daysMs)
        await utimes(join(folder, name), at, at)
      }
    }
    const states = () =>
      server.database.transaction({ worker: workers.helen.id }, async (tx) =>
        (await tx.message.findMany({ where: { familyId: family.familyId } })).map(({ state }) => state),
      )
    await age(6)
    await forgetLetters(parts)
    expect(found((await letters()).join())).toEqual(secrets)
    const [name = ''] = await readdir(folder)
    await age(8)
    await forgetLetters({ ...parts, demo: true })
    expect(await readdir(folder)).toEqual([])
    // In the demo nobody takes letters, and they have gone all the same.
    expect(await states()).toEqual(['sent'])
    await writeFile(join(folder, name), secrets.join(' '))
    await age(8)
    server.told.length = 0
    await forgetLetters(parts)
    expect([await readdir(folder), await states(), server.told]).toEqual([[], ['failed'], [family.meetingId]])
    const helen = await server.as(workers.helen.id)
    expect((await helen.send('{ messagesNotSent { kind familyId } }'))['messagesNotSent']).toEqual([
      { kind: 'promise', familyId: family.familyId },
    ])
  })
})

import type { Who } from '@kinplan/server/platform/database'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
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
})

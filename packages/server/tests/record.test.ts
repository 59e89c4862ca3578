import { teams, workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

interface Page {
  rows: { id: string; at: string; who: string; right: string; allowed: boolean; reason: string }[]
  next: string | null
}

const recordQuery = `query ($familyId: ID!, $first: Int!, $after: String) {
  accessRecord(familyId: $familyId, first: $first, after: $after) { rows
    { id at who right allowed reason } next } }`
const openFamily = `mutation ($input: OpenFamilyInput!) { openFamily(input: $input) { ... on OpenFamilyDone { family { id } } } }`
const input = {
  name: 'The Carter family',
  teamId: teams.north.id,
  zone: 'Europe/London',
  children: [{ name: 'Mia Carter', bornOn: '2017-05-02' }],
}

describe.each(enginesToTest())('the record of who asked for what, on the %s database', (engine) => {
  let server: TestServer
  let ruth: Visitor
  let familyId: string

  beforeAll(async () => {
    server = await testServer(engine)
    const priya = await server.as(workers.priya.id)
    const opened = await priya.send(openFamily, { input })
    familyId = (opened['openFamily'] as { family: { id: string } }).family.id
    ruth = await server.as(workers.ruth.id)
  })
  afterAll(() => server.drop())

  const page = async (visitor: Visitor, first: number, after: string | null = null) =>
    (await visitor.send(recordQuery, { familyId, first, after }))['accessRecord'] as Page | null

  it('shows the supervisor who read the family and who was refused, newest first', async () => {
    const priya = await server.as(workers.priya.id)
    await priya.send('query ($id: ID!) { family(id: $id) { id } }', { id: familyId })
    await priya.send(recordQuery, { familyId, first: 5 })
    const found = await page(ruth, 2)
    expect(found?.rows).toMatchObject([
      { who: workers.priya.name, right: 'family:record', allowed: false, reason: 'notYours', at: '2026-03-10T10:00:00.000Z' },
      { who: workers.priya.name, right: 'family:read', allowed: true, reason: 'socialWorker' },
    ])
  })

  it('records its own reading', async () => {
    await page(ruth, 1)
    expect((await page(ruth, 1))?.rows).toMatchObject([
      { who: workers.ruth.name, right: 'family:record', allowed: true, reason: 'supervisor' },
    ])
  })

  it('is paged by key: every row once, to the last', async () => {
    const seen: string[] = []
    let after: string | null = null
    const whole = (await page(ruth, 100))?.rows.map((row) => row.id) ?? []
    for (let turn = 0; turn < 50; turn++) {
      const found = await page(ruth, 2, after)
      seen.push(...(found?.rows.map((row) => row.id) ?? []))
      after = found?.next ?? null
      if (after === null) break
    }
    expect(seen.filter((id) => whole.includes(id))).toEqual(whole)
    expect(new Set(seen).size).toBe(seen.length)
  })

  it.each(['0', 'ten', '-1', '9'.repeat(30), "1' or 'a'='a"])('takes a key that is none (%s) without a fault', async (after) => {
    expect(await page(ruth, 1, after)).not.toBeNull()
  })

  it('is not there for its social worker, another team, their supervisor, or somebody not signed in', async () => {
    for (const id of [workers.priya.id, workers.owen.id, workers.tessa.id]) expect(await page(await server.as(id), 5)).toBeNull()
    expect(await page(server.nobody, 5)).toBeNull()
    expect(await page(ruth, 5)).not.toBeNull()
  })
})

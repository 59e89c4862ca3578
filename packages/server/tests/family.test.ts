import { enginesToTest } from '@kinplan/testkit/clean-database'
import { teams, workers } from '@kinplan/testkit/cast'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const openFamily = `mutation ($input: OpenFamilyInput!) { openFamily(input: $input) {
  __typename
  ... on Refused { code field }
  ... on OpenFamilyDone { family { id name version pairs { id } people { id name kind } viewerCan } }
} }`

describe.each(enginesToTest())('a family, on the %s database', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())

  const family = {
    name: 'The Carter family',
    teamId: teams.north.id,
    zone: 'Europe/London',
    children: [{ name: 'Mia Carter', bornOn: '2017-05-02' }],
  }

  it('is opened by a social worker, who reads it at once', async () => {
    const priya = await server.as(workers.priya.id)
    const data = await priya.send(openFamily, { input: family })
    expect(data).toMatchObject({
      openFamily: { __typename: 'OpenFamilyDone', family: { name: 'The Carter family', people: [{ name: 'Mia Carter', kind: 'child' }] } },
    })
  })

  it('is not there for a worker of another team', async () => {
    const priya = await server.as(workers.priya.id)
    const data = await priya.send(openFamily, { input: family })
    const { id } = (data['openFamily'] as { family: { id: string } }).family
    const owen = await server.as(workers.owen.id)
    expect(await owen.send('query ($id: ID!) { family(id: $id) { id } }', { id })).toEqual({ family: null })
    const ruth = await server.as(workers.ruth.id)
    expect(await ruth.send('query ($id: ID!) { family(id: $id) { id } }', { id })).toEqual({ family: { id } })
  })

  it('is refused with an impossible birthday, and nothing is kept', async () => {
    const priya = await server.as(workers.priya.id)
    const count = async () =>
      ((await priya.send('{ families(first: 100) { families { id } } }'))['families'] as { families: unknown[] }).families.length
    const before = await count()
    const data = await priya.send(openFamily, { input: { ...family, children: [{ name: 'Mia', bornOn: '2017-02-31' }] } })
    expect(data).toEqual({ openFamily: { __typename: 'Refused', code: 'dateImpossible', field: 'children' } })
    expect(await count()).toBe(before)
  })

  it('takes an id that is none as one that is not yours, and does nothing', async () => {
    const priya = await server.as(workers.priya.id)
    const { id } = ((await priya.send(openFamily, { input: family }))['openFamily'] as { family: { id: string } }).family
    const ruth = await server.as(workers.ruth.id)
    const allocate = 'mutation ($input: AllocateInput!) { allocate(input: $input) { __typename ... on Refused { code } } }'
    expect(await ruth.send(allocate, { input: { familyId: id, workerId: 'somebody', role: 'coordinator' } })).toEqual({
      allocate: { __typename: 'Refused', code: 'notYours' },
    })
  })
})

import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  documents,
  done,
  familyInPrivateTime,
  letIn,
  linkFrom,
  newDevice,
  only,
  shownToAll,
  signedInBy,
  type PrivateTime,
} from './private-time'

const change = (field: string) =>
  `mutation ($d: ID!, $p: String!) { ${field}(draftId: $d, memberProof: $p) { __typename ... on Refused { code field }
    ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { room { doubted } } } }`
const [doubt, takeBack] = [change('doubtPlan'), change('takeBackDoubt')]
const ofPlan = 'query ($id: ID!) { plan(id: $id) { doubts { name } } }'
const ofRoom = 'query ($id: ID!) { myRoom(meetingId: $id) { doubted } }'

describe.each(enginesToTest())('"this is not what we wrote", on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let mum: Visitor
  let gran: Visitor
  let helen: Visitor
  let device: ReturnType<typeof newDevice>
  let planId: string

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    family = await beginning(server)
    mum = await server.as(family.personIds.mum)
    gran = await server.as(family.personIds.gran)
    helen = await server.as(workers.helen.id)
    device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    await letIn(mum, gran, device)
    const { draftId, shareProof } = device
    const share = { input: { draftId, head: 0, digest: 'a'.repeat(64), shareProof, wantYouToKnow: 'Mine.', steps: [] } }
    await shownToAll(server, mum, share)
    planId = (await done<{ plan: { id: string } }>(mum, documents.share, share)).plan.id
  })

  const proven = () => ({ d: device.draftId, p: device.memberProof })
  const told = async (who: Visitor) => (await who.send(ofPlan, { id: planId }))['plan']
  const doubted = async (who: Visitor) => (await who.send(ofRoom, { id: family.meetingId }))['myRoom']

  it('is told to the coordinator, with whose word it is, and can be taken back', async () => {
    server.told.length = 0
    for (let again = 0; again < 2; again++) expect(await only(gran, doubt, proven())).toMatchObject({ room: { doubted: true } })
    expect(server.told).toEqual([family.meetingId])
    expect(await told(helen)).toEqual({ doubts: [{ name: 'Gran' }] })
    expect(await only(gran, takeBack, proven())).toMatchObject({ room: { doubted: false } })
    expect(await told(helen)).toEqual({ doubts: [] })
    expect(await only(gran, takeBack, proven())).toMatchObject({ code: 'alreadyDone' })
    await done(gran, doubt, proven())
    expect(await told(helen)).toEqual({ doubts: [{ name: 'Gran' }] })
  })

  it('is not said of a plan that is not shared', async () => {
    const next = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: next.start })
    expect(await only(mum, doubt, { d: next.draftId, p: next.memberProof })).toMatchObject({ code: 'notNow' })
  })

  it('is told to nobody else: no relative, no other worker, and no phone that is not vouched for', async () => {
    await done(gran, doubt, proven())
    expect(await doubted(gran)).toEqual({ doubted: true })
    expect(await doubted(mum)).toEqual({ doubted: false })
    const minted = await signedInBy(server, await linkFrom(server, family.personIds.gran))
    expect(await doubted(minted)).toEqual({ doubted: false })
    for (const worker of [workers.priya, workers.ruth]) expect(await told(await server.as(worker.id))).toEqual({ doubts: null })
    expect(await told(await server.as(workers.owen.id))).toBeNull()
    const { mum: mumId, gran: granId, jo } = family.personIds
    const seenBy = async (who: { person?: string; worker?: string }) => server.database.transaction(who, (tx) => tx.planDoubt.count())
    for (const worker of [workers.priya.id, workers.ruth.id, workers.owen.id]) expect(await seenBy({ worker })).toBe(0)
    for (const person of [mumId, jo]) expect(await seenBy({ person })).toBe(0)
    expect(await seenBy({ person: granId })).toBe(1)
    expect(await seenBy({ worker: workers.helen.id })).toBe(1)
    const rows = await server.database.transaction({ worker: workers.ruth.id }, (tx) =>
      tx.accessRecord.count({ where: { familyId: family.familyId, right: 'draft:doubt' } }),
    )
    expect(rows).toBe(0)
  })

  it('is said by whoever wrote the plan, with its key, and by nobody else', async () => {
    expect(await only(gran, doubt, { ...proven(), p: device.shareProof })).toMatchObject({ code: 'proofWrong' })
    const minted = await signedInBy(server, await linkFrom(server, family.personIds.gran))
    for (const who of [minted, await server.as(family.personIds.dad)])
      for (const document of [doubt, takeBack]) expect(await only(who, document, proven())).toMatchObject({ code: 'notVouched' })
    const other = await familyInPrivateTime(server)
    for (const who of [helen, await server.as(family.personIds.jo), await server.as(other.personIds.mum), server.nobody])
      for (const document of [doubt, takeBack]) expect(await only(who, document, proven())).toMatchObject({ code: 'notYours' })
    expect(await told(helen)).toEqual({ doubts: [] })
  })
})

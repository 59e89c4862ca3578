import { workers } from '@kinplan/testkit/cast'
import { moveDatabaseClock } from '@kinplan/testkit/database-clock'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { takeEffect } from '../src/private-time/take-effect'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import {
  documents,
  done,
  familyInPrivateTime,
  letIn,
  linkFrom,
  moveStage,
  newDevice,
  only,
  shownToAll,
  signedInBy,
  type PrivateTime,
} from './private-time'

const myRoom = `query ($id: ID!) { myRoom(meetingId: $id) { members { name } draft { id head } undoableEnd { draftId } } }`
const shareOf = (device: ReturnType<typeof newDevice>, head: number) => ({
  input: {
    draftId: device.draftId,
    head,
    shareProof: device.shareProof,
    wantYouToKnow: 'We agree to all of it.',
    digest: 'a'.repeat(64),
    steps: [],
  },
})

describe.each(enginesToTest())('who is vouched for, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let [mum, dad, gran]: [Visitor, Visitor, Visitor] = [undefined as never, undefined as never, undefined as never]

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    await moveDatabaseClock(server, 0)
    server.clock.set(new Date('2026-03-10T10:00:00Z'))
    family = await beginning(server)
    const { personIds } = family
    ;[mum, dad, gran] = [await server.as(personIds.mum), await server.as(personIds.dad), await server.as(personIds.gran)]
  })

  const start = (who: Visitor, device: ReturnType<typeof newDevice>) => only(who, documents.startDraft, { input: device.start })
  const end = (who: Visitor, memberProof: string | null = null) => only(who, documents.end, { id: family.meetingId, memberProof })
  const roomFor = async (who: Visitor) => (await who.send(myRoom, { id: family.meetingId }))['myRoom']

  describe('a worker who signs in as a relative', () => {
    it('takes nothing over: she ends nothing at once, and what she shares says by whose link', async () => {
      const worker = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      expect(await end(worker)).toMatchObject({ code: 'notVouched' })
      const hers = newDevice(family.meetingId)
      expect(await start(worker, hers)).toMatchObject({ __typename: 'StartDraftDone' })
      expect(await end(worker, hers.memberProof)).toMatchObject({ code: 'notVouched' })

      // The family starts beside her, and is joined by a second person: from then on hers is nobody's.
      const theirs = newDevice(family.meetingId)
      expect(await start(mum, theirs)).toMatchObject({ __typename: 'StartDraftDone' })
      await letIn(mum, dad, theirs)
      expect(await only(worker, documents.share, shareOf(hers, 0))).toMatchObject({ code: 'notVouched' })
      expect(await end(worker, hers.memberProof)).toMatchObject({ code: 'notVouched' })
      expect(await start(worker, newDevice(family.meetingId))).toMatchObject({ code: 'notVouched' })
    })

    it('learns nothing of the room, the day before or later, with a draft open or not', async () => {
      const worker = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      expect(await roomFor(worker)).toEqual({ members: [], draft: null, undoableEnd: null })
      const device = newDevice(family.meetingId)
      await start(mum, device)
      expect(await roomFor(worker)).toEqual({ members: [], draft: null, undoableEnd: null })
      await letIn(mum, dad, device)
      await done(mum, documents.append, device.append([device.envelope()]))
      expect(await roomFor(worker)).toEqual({ members: [], draft: null, undoableEnd: null })
      expect(await worker.send('query ($id: ID!) { myMeeting(id: $id) { readers } }', { id: family.meetingId })).toEqual({
        myMeeting: { readers: [] },
      })
      expect(await roomFor(dad)).toMatchObject({ members: [{ name: 'Dad' }, { name: 'Gran' }, { name: 'Mum' }], draft: { head: 1 } })
    })

    it('signs nobody out', async () => {
      const hers = await linkFrom(server, family.personIds.gran)
      const realGran = await signedInBy(server, hers)
      await signedInBy(server, await linkFrom(server, family.personIds.gran))
      for (const who of [realGran, gran]) expect(await who.send('{ me { person { name } } }')).toEqual({ me: { person: { name: 'Gran' } } })
      expect(await only(server.nobody, documents.signIn, hers)).toMatchObject({ code: 'linkEnded' })
    })

    it('reads no sealed word, adds none and lets nobody in, even with the proof of a draft', async () => {
      const worker = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      const device = newDevice(family.meetingId)
      await start(mum, device)
      await letIn(mum, dad, device)
      const { draftId, memberProof } = device
      expect(await only(worker, documents.append, device.append([device.envelope()]))).toMatchObject({ code: 'notVouched' })
      expect(await only(worker, documents.keepKeyShare, { draftId, memberProof })).toMatchObject({ code: 'notVouched' })
      expect(await only(worker, documents.offerJoin, { input: { draftId, memberProof, jid: 'A'.repeat(22), offer: 'x' } })).toMatchObject({
        code: 'notVouched',
      })
      expect(await worker.listen(documents.envelopes, { draftId, after: 0, memberProof }).events.next()).toEqual({
        done: true,
        value: undefined,
      })
    })
  })

  describe('what came by a link that a worker could read', () => {
    const planFor = async (who: Visitor, id: string) =>
      (
        await who.send(
          `query ($id: ID!) { myPlan(id: $id) { sharedThrough { linkOf alone mine } answeredByLink myAnswer { answer linkOf }
            viewerCan } }`,
          { id },
        )
      )['myPlan']
    const forHelen = async (id: string) =>
      (
        await (
          await server.as(workers.helen.id)
        ).send('query ($id: ID!) { plan(id: $id) { sharedThrough { linkOf alone } answeredByLink agreements { name givenTo linkOf } } }', {
          id,
        })
      )['plan']
    const agree = (who: Visitor, planId: string, answer = 'yes') => only(who, documents.agree, { input: { planId, answer, reason: '' } })
    const shared = async (who: Visitor, device: ReturnType<typeof newDevice>) =>
      (await done<{ plan: { id: string } }>(who, documents.share, shareOf(device, 0))).plan.id
    async function sharedTogether(who: Visitor, device: ReturnType<typeof newDevice>) {
      await shownToAll(server, who, shareOf(device, 0))
      return shared(who, device)
    }
    const toAgreeing = async () => moveStage(await server.as(workers.helen.id), family.meetingId, 'agreeing')
    const link = { linkOf: workers.helen.name, alone: true }

    it('is a plan that says so to everybody, and to the person in whose name it came', async () => {
      const alone = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      const device = newDevice(family.meetingId)
      await start(alone, device)
      const planId = await shared(alone, device)
      for (const who of [mum, dad]) expect(await planFor(who, planId)).toMatchObject({ sharedThrough: { ...link, mine: false } })
      expect(await planFor(gran, planId)).toMatchObject({ sharedThrough: { ...link, mine: true } })
      expect(await forHelen(planId)).toMatchObject({ sharedThrough: link })
    })

    it('says so also when others of the family had joined, and nothing of a phone that came by no such link', async () => {
      const byLink = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      const [first, second] = [newDevice(family.meetingId), newDevice(family.meetingId)]
      await start(byLink, first)
      await letIn(byLink, mum, first)
      expect(await planFor(dad, await sharedTogether(byLink, first))).toMatchObject({
        sharedThrough: { linkOf: workers.helen.name, alone: false },
      })
      await start(mum, second)
      expect(await planFor(dad, await shared(mum, second))).toMatchObject({ sharedThrough: null })
    })

    it('is an answer that counts as given to the coordinator, is shown to that person, and is said to everybody', async () => {
      const device = newDevice(family.meetingId)
      await start(mum, device)
      await letIn(mum, dad, device)
      const planId = await sharedTogether(mum, device)
      await done(mum, documents.end, { id: family.meetingId })
      await toAgreeing()
      const [jo, byLink] = [await server.as(family.personIds.jo), await signedInBy(server, await linkFrom(server, family.personIds.jo))]
      expect(await agree(byLink, planId)).toMatchObject({ plan: { myAnswer: { answer: 'yes' } } })
      expect(await agree(mum, planId)).toMatchObject({ plan: { myAnswer: { answer: 'yes' } } })
      expect(await forHelen(planId)).toMatchObject({
        answeredByLink: 1,
        agreements: [
          { name: 'Jo', givenTo: 'coordinator', linkOf: workers.helen.name },
          { name: 'Mum', givenTo: 'ownScreen', linkOf: null },
        ],
      })
      expect(await planFor(jo, planId)).toMatchObject({ myAnswer: { answer: 'yes', linkOf: workers.helen.name } })
      expect(await planFor(dad, planId)).toMatchObject({ answeredByLink: 1, myAnswer: null })
      expect(await agree(jo, planId, 'notYet')).toMatchObject({ plan: { myAnswer: { answer: 'notYet' } } })
      expect(await planFor(dad, planId)).toMatchObject({ answeredByLink: 0 })
    })

    it('is no yes of somebody in the room, once the family there has vouched for each other', async () => {
      const device = newDevice(family.meetingId)
      await start(mum, device)
      for (const other of [dad, gran]) await letIn(mum, other, device)
      const planId = await sharedTogether(mum, device)
      await done(mum, documents.end, { id: family.meetingId })
      await toAgreeing()
      await agree(gran, planId, 'notYet')
      const worker = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      for (const answer of ['yes', 'notYet', 'later']) expect(await agree(worker, planId, answer)).toMatchObject({ code: 'notVouched' })
      expect(JSON.stringify(await planFor(worker, planId))).not.toContain('plan_agree')
      expect(await planFor(gran, planId)).toMatchObject({ myAnswer: { answer: 'notYet', linkOf: null } })
    })
  })

  describe('a family of one phone', () => {
    it('starts, shares and ends: everybody in the room is told for three minutes', async () => {
      const device = newDevice(family.meetingId)
      await start(mum, device)
      expect(await done(mum, documents.append, device.append([device.envelope()]))).toMatchObject({ stored: [{ seq: 1 }] })
      await done(mum, documents.share, shareOf(device, 1))
      expect(await end(mum, device.memberProof)).toMatchObject({ code: 'notVouched' })
      expect(await toldOfTheEnd(mum)).toEqual(toldAndEnded)
    })

    it('ends without a phone as well, and a draft that is begun meanwhile stops that', async () => {
      await asksToEnd(gran)
      await start(mum, newDevice(family.meetingId))
      expect(await endedAfterThreeMinutes()).toMatchObject({ ended: false, waitingEnd: null })
      await moveDatabaseClock(server, 0)
      expect(await toldOfTheEnd(gran)).toEqual(toldAndEnded)
    })

    it('is not held up by somebody who shows the key of a draft that nobody joined', async () => {
      const worker = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      const hers = newDevice(family.meetingId)
      await start(worker, hers)
      await done(worker, documents.append, hers.append([hers.envelope()]))
      expect(await toldOfTheEnd(mum)).toEqual(toldAndEnded)
    })
  })

  describe("the room's phones", () => {
    const phones = 'query ($id: ID!) { myRoom(meetingId: $id) { sessions { id member linkOf here letIn } } }'
    const phonesFor = async (who: Visitor) =>
      (
        (await who.send(phones, { id: family.meetingId }))['myRoom'] as {
          sessions: { id: string; linkOf: string | null; member: string }[]
        }
      ).sessions
    const drop = (who: Visitor, sessionId: string | undefined) =>
      only(
        who,
        `mutation ($id: ID!, $s: ID!) { dropSession(meetingId: $id, sessionId: $s) { __typename ... on Refused { code field } ... on
          DropSessionDone { room { sessions { id } } } } }`,
        { id: family.meetingId, s: sessionId },
      )

    it('show every sign-in of everybody before a word is written, and anybody there drops one', async () => {
      const worker = await signedInBy(server, await linkFrom(server, family.personIds.gran))
      const device = newDevice(family.meetingId)
      await start(mum, device)
      expect(await phonesFor(mum)).toEqual([])
      await letIn(mum, dad, device)
      const seen = await phonesFor(dad)
      expect(seen).toHaveLength(4)
      const hers = seen.find(({ linkOf }) => linkOf !== null)
      expect(hers).toMatchObject({ member: family.personIds.gran, linkOf: workers.helen.name, here: false, letIn: false })
      expect(await phonesFor(worker)).toEqual([])
      expect(await drop(worker, seen.find(({ member }) => member === family.personIds.mum)?.id)).toMatchObject({ code: 'notVouched' })
      expect((await drop(dad, hers?.id)).__typename).toBe('DropSessionDone')
      expect(await worker.send('{ me { person { name } } }')).toEqual({ me: { person: null } })
      expect(await gran.send('{ me { person { name } } }')).toEqual({ me: { person: { name: 'Gran' } } })
      expect(await drop(dad, hers?.id)).toMatchObject({ code: 'alreadyDone' })
    })

    it('drop nobody from outside the room, and not themselves', async () => {
      const device = newDevice(family.meetingId)
      await start(mum, device)
      await letIn(mum, dad, device)
      const jo = await server.as(family.personIds.jo)
      const [joHere] = ((await jo.send('{ me { signIns { id here } } }'))['me'] as { signIns: { id: string }[] }).signIns
      const here = (
        (await mum.send(phones, { id: family.meetingId }))['myRoom'] as { sessions: { id: string; here: boolean }[] }
      ).sessions.find((phone) => phone.here)
      for (const id of [joHere?.id, here?.id, 'x']) expect(await drop(mum, id)).toMatchObject({ code: 'notYours' })
    })

    it("stand on a person's own page too, and nowhere else", async () => {
      await signedInBy(server, await linkFrom(server, family.personIds.gran))
      const mine = '{ me { signIns { linkOf here } } }'
      expect((await gran.send(mine))['me']).toEqual({
        signIns: expect.arrayContaining([
          { linkOf: null, here: true },
          { linkOf: workers.helen.name, here: false },
        ]) as object[],
      })
      for (const who of [await server.as(workers.helen.id), server.nobody]) expect(await who.send(mine)).toEqual({ me: { signIns: [] } })
      const kept = await server.database.transaction({ worker: workers.helen.id }, (tx) => tx.keyHolder.count())
      expect(kept).toBe(0)
    })
  })

  it('tells workers nothing in the record: neither who is vouched for, nor who is refused for want of it', async () => {
    const device = newDevice(family.meetingId)
    await start(mum, device)
    await letIn(mum, dad, device)
    await roomFor(mum)
    await end(gran)
    await only(gran, documents.append, device.append([device.envelope()]))
    const rows = await server.database.transaction({ worker: workers.ruth.id }, (tx) =>
      tx.accessRecord.findMany({
        where: { familyId: family.familyId, OR: [{ right: { startsWith: 'draft:' } }, { right: { startsWith: 'room:' } }] },
      }),
    )
    expect(rows).toEqual([])
    await shownToAll(server, mum, shareOf(device, 0))
    await done(mum, documents.share, shareOf(device, 0))
    const ofShare = await server.database.transaction({ worker: workers.ruth.id }, (tx) =>
      tx.accessRecord.findMany({ where: { familyId: family.familyId, right: 'draft:share' }, select: { reason: true } }),
    )
    expect(ofShare).toEqual([{ reason: 'member' }])
  })

  const ask = `mutation ($id: ID!) { endWithoutKey(meetingId: $id, kind: end) { __typename ... on Refused { code field } ... on
    EndWithoutKeyDone { room { waitingEnd { secondsLeft } } } } }`
  const asksToEnd = (who: Visitor) => done(who, ask, { id: family.meetingId })
  const after = 'query ($id: ID!) { myRoom(meetingId: $id) { ended waitingEnd { kind } } }'
  async function endedAfterThreeMinutes() {
    await moveDatabaseClock(server, 181_000)
    await takeEffect(server.parts)
    return (await dad.send(after, { id: family.meetingId }))['myRoom']
  }
  /** What Dad's phone is told when somebody asks for the end, and three minutes later. */
  async function toldOfTheEnd(who: Visitor) {
    await asksToEnd(who)
    const first = (await dad.send(after, { id: family.meetingId }))['myRoom']
    const then = await endedAfterThreeMinutes()
    await moveDatabaseClock(server, 0)
    return [first, then]
  }
  const toldAndEnded = [
    { ended: false, waitingEnd: { kind: 'end' } },
    { ended: true, waitingEnd: null },
  ]
})

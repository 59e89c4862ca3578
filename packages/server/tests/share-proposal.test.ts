import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { minutePasses, moveDatabaseClock, moveDatabaseClockOn } from '@kinplan/testkit/database-clock'
import { asAdministrator } from '@kinplan/testkit/as-administrator'
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

const refused = '__typename ... on Refused { code field }'
const shown = 'query ($id: ID!) { myRoom(meetingId: $id) { shareProposal { head digest stopped secondsLeft } } }'
const read = 'query ($id: ID!) { meeting(id: $id) { plans { version } } }'
const [ours, another] = ['a'.repeat(64), 'b'.repeat(64)]

describe.each(enginesToTest())('everybody sees a plan before it is shared, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let mum: Visitor
  let gran: Visitor
  let helen: Visitor
  let device: ReturnType<typeof newDevice>

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    await moveDatabaseClock(server, 0)
    family = await beginning(server)
    mum = await server.as(family.personIds.mum)
    gran = await server.as(family.personIds.gran)
    helen = await server.as(workers.helen.id)
    device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    await letIn(mum, gran, device)
    await done(mum, documents.append, device.append([device.envelope(), device.envelope()]))
  })

  const proposal = (changes: object = {}) => ({
    input: { draftId: device.draftId, head: 2, digest: ours, shareProof: device.shareProof, ...changes },
  })
  const proposes = (who: Visitor, changes: object = {}) => only(who, documents.propose, proposal(changes))
  const share = (changes: object = {}) => ({
    input: { ...proposal().input, wantYouToKnow: 'We love her', steps: [], ...changes },
  })
  const shares = (who: Visitor, changes: object = {}) => only(who, documents.share, share(changes))
  const says = (who: Visitor) => only(who, documents.stopShare, { draftId: device.draftId, memberProof: device.memberProof })
  const shownTo = async (who: Visitor) => {
    const { myRoom } = (await who.send(shown, { id: family.meetingId })) as { myRoom: { shareProposal: unknown } | null }
    return myRoom && myRoom.shareProposal
  }
  const leftFor = async (who: Visitor) => ((await shownTo(who)) as { secondsLeft: number }).secondsLeft
  const plansOf = async () => (await helen.send(read, { id: family.meetingId }))['meeting']

  it('is shown to every phone of the room at once, with the seconds that are left by the clock of the database', async () => {
    expect(await shownTo(gran)).toBeNull()
    server.told.length = 0
    expect(await proposes(mum)).toMatchObject({ room: { shareProposal: { head: 2, digest: ours, stopped: false } } })
    expect(await shownTo(gran)).toEqual({ head: 2, digest: ours, stopped: false, secondsLeft: expect.any(Number) as number })
    expect(await leftFor(gran)).toSatisfy((seconds: number) => seconds > 50 && seconds <= 60)
    expect(server.told).toEqual([])
    await moveDatabaseClockOn(server, 45_000)
    const left = await leftFor(gran)
    expect(left).toBeLessThanOrEqual(15)
    await proposes(gran)
    expect(await leftFor(gran)).toBeLessThanOrEqual(left)
    await minutePasses(server)
    expect(await shownTo(gran)).toMatchObject({ secondsLeft: 0 })
  })

  it('is heard by every phone of the room as it comes and goes, and by nobody else', async () => {
    const changed = 'subscription ($id: ID!) { changed(meetingId: $id) }'
    const jo = await server.as(family.personIds.jo)
    const [grans, jos, helens] = [gran, jo, helen].map((visitor) => visitor.listen(changed, { id: family.meetingId }))
    const heard = { gran: 0, jo: 0, helen: 0 }
    const count = (who: keyof typeof heard, of: typeof grans) =>
      void (async () => {
        while (of && !(await of.events.next()).done) heard[who]++
      })()
    count('gran', grans)
    count('jo', jos)
    count('helen', helens)
    const heardOf = async (told: Promise<unknown>) => {
      await told
      await server.heard()
      return heard.gran
    }
    // Nothing says when a subscription has begun to listen.
    await expect.poll(() => heardOf(proposes(mum)).then(() => heardOf(says(mum))), { timeout: 60_000 }).toBeGreaterThan(0)
    const before = heard.gran
    expect(await heardOf(proposes(mum))).toBe(before + 1)
    expect(await heardOf(says(mum))).toBe(before + 2)
    expect(heard).toMatchObject({ jo: 0, helen: 0 })
    for (const one of [grans, jos, helens]) one?.close()
  })

  it("stops on a second phone's Not yet, of which nobody learns whose it was", async () => {
    await shownToAll(server, mum, share())
    expect(await says(gran)).toMatchObject({ room: { shareProposal: { head: 2, stopped: true } } })
    expect(await shares(mum)).toMatchObject({ code: 'notShownYet' })
    expect(await plansOf()).toEqual({ plans: [] })
    expect(await shownTo(mum)).toMatchObject({ stopped: true })
    expect(await says(mum)).toMatchObject({ __typename: 'StopShareDone' })
    const kept = await asAdministrator(server, async (ask) => [
      ...(await ask('select to_jsonb(p) as row from "ShareProposal" p')),
      ...(await ask(`select to_jsonb(o) as row from "Outcome" o where "operation" = 'stopShare'`)),
      ...(await ask(`select to_jsonb(r) as row from "AccessRecord" r where "action" in ('draft:propose', 'draft:share')`)),
    ])
    expect(kept).toHaveLength(1)
    for (const id of [...Object.values(family.personIds), workers.helen.id]) expect(JSON.stringify(kept)).not.toContain(id)
  })

  it('keeps no key of a Not yet that was sent with one, and one of a share', async () => {
    await proposes(mum)
    const variables = { draftId: device.draftId, memberProof: device.memberProof }
    expect(await gran.send(documents.stopShare, variables, 'not-yet-1')).toMatchObject({ stopShare: { __typename: 'StopShareDone' } })
    expect(await gran.send(documents.stopShare, variables, 'not-yet-1')).toMatchObject({ stopShare: { __typename: 'StopShareDone' } })
    await shownToAll(server, mum, share())
    expect(await mum.send(documents.share, share(), 'share-1')).toMatchObject({ sharePlan: { __typename: 'SharePlanDone' } })
    const kept = await asAdministrator(server, (ask) => ask('select "operation" from "Outcome"'))
    expect(kept).toEqual([{ operation: 'sharePlan' }])
  })

  it('goes on after Not yet: it can be written in, shown again for a whole minute, and shared', async () => {
    await shownToAll(server, mum, share())
    await says(gran)
    expect(await proposes(mum)).toMatchObject({ room: { shareProposal: { stopped: false } } })
    expect(await leftFor(mum)).toBeGreaterThan(50)
    expect(await shares(mum)).toMatchObject({ code: 'notShownYet' })
    await says(gran)
    await done(mum, documents.append, device.append([device.envelope()]))
    expect(await shownTo(gran)).toBeNull()
    await shownToAll(server, gran, share({ head: 3 }))
    expect(await shares(gran, { head: 3 })).toMatchObject({ __typename: 'SharePlanDone' })
  })

  it('is shared by nobody before the minute is over, whatever the clock of the phone or of the server says', async () => {
    expect(await shares(mum)).toMatchObject({ code: 'notShownYet' })
    await proposes(mum)
    const before = server.clock.now()
    server.clock.set(new Date(before.getTime() + 3_600_000))
    expect(await shares(mum)).toMatchObject({ code: 'notShownYet' })
    server.clock.set(before)
    await moveDatabaseClockOn(server, 45_000)
    expect(await shares(mum)).toMatchObject({ code: 'notShownYet' })
    expect(await plansOf()).toEqual({ plans: [] })
    await moveDatabaseClockOn(server, 15_000)
    expect(await shares(mum)).toMatchObject({ __typename: 'SharePlanDone' })
    expect(await shownTo(gran)).toBeNull()
  })

  it('is shared as it was shown, at that head and with that digest, by any phone of the room', async () => {
    await shownToAll(server, mum, share())
    expect(await shares(mum, { digest: another })).toMatchObject({ code: 'notShownYet' })
    expect(await shares(gran)).toMatchObject({ __typename: 'SharePlanDone' })
    expect(await shares(mum)).toMatchObject({ code: 'draftClosed' })
    expect(await proposes(mum)).toMatchObject({ code: 'draftClosed' })
    expect(await says(gran)).toMatchObject({ code: 'draftClosed' })
  })

  it('is void once somebody has written more', async () => {
    await shownToAll(server, mum, share())
    await done(gran, documents.append, device.append([device.envelope()], device.another()))
    expect(await shownTo(gran)).toBeNull()
    expect(await shares(mum)).toMatchObject({ code: 'draftMoved', field: 'head' })
    expect(await shares(mum, { head: 3 })).toMatchObject({ code: 'notShownYet' })
    expect(await proposes(mum)).toMatchObject({ code: 'draftMoved', field: 'head' })
    expect(await says(gran)).toMatchObject({ code: 'draftMoved' })
  })

  it('is not shown beside another of the same words, and needs the key and a digest', async () => {
    await proposes(mum)
    expect(await proposes(gran, { digest: another })).toMatchObject({ code: 'alreadyDone' })
    expect(await proposes(mum, { shareProof: device.memberProof })).toMatchObject({ code: 'proofWrong', field: 'shareProof' })
    expect(await proposes(mum, { digest: 'short' })).toMatchObject({ code: 'choiceUnknown', field: 'digest' })
    expect(await only(gran, documents.stopShare, { draftId: device.draftId, memberProof: device.shareProof })).toMatchObject({
      code: 'proofWrong',
    })
    expect(await shownTo(gran)).toMatchObject({ stopped: false })
  })

  it.each(Array.from({ length: 6 }, (_, n) => n))(
    'is stopped or shared when both come in the last second, and never both: %i',
    async (n) => {
      await shownToAll(server, mum, share())
      const both = [() => shares(mum), () => says(gran)]
      const answers = await Promise.all((n % 2 === 0 ? both : both.toReversed()).map((one) => one()))
      const [shared, stopped] = n % 2 === 0 ? answers : answers.toReversed()
      const { plans } = (await plansOf()) as { plans: unknown[] }
      if (plans.length === 1) {
        expect(shared).toMatchObject({ __typename: 'SharePlanDone' })
        expect(stopped).toMatchObject({ code: 'draftClosed' })
      } else {
        expect(stopped).toMatchObject({ __typename: 'StopShareDone' })
        expect(shared).toMatchObject({ code: 'notShownYet' })
      }
    },
  )

  it('is shown once when two phones propose it at the same moment', async () => {
    const answers = await Promise.all([mum, gran].map((who) => proposes(who)))
    for (const answer of answers) expect(answer).toMatchObject({ __typename: 'ProposeShareDone' })
    expect(await asAdministrator(server, (ask) => ask('select 1 as one from "ShareProposal"'))).toHaveLength(1)
  })

  it('is nothing to a worker, to a phone that is not vouched for, to others of the family, or to another family', async () => {
    await shownToAll(server, mum, share())
    const minted = await signedInBy(server, await linkFrom(server, family.personIds.gran))
    const dad = await server.as(family.personIds.dad)
    const other = await familyInPrivateTime(server)
    for (const who of [minted, dad]) {
      expect(await shownTo(who)).toBeNull()
      for (const answer of [await proposes(who), await says(who), await shares(who)]) expect(answer).toMatchObject({ code: 'notVouched' })
    }
    for (const who of [helen, await server.as(family.personIds.jo), await server.as(other.personIds.mum), server.nobody]) {
      expect(await shownTo(who)).toBeNull()
      for (const answer of [await proposes(who), await says(who), await shares(who)]) expect(answer).toMatchObject({ code: 'notYours' })
    }
    for (const worker of [workers.helen, workers.priya, workers.ruth])
      expect(await server.database.transaction({ worker: worker.id }, (tx) => tx.shareProposal.count())).toBe(0)
    expect(await shownTo(gran)).toMatchObject({ stopped: false })
  })

  it('is not proposed, stopped or shared by somebody put out, or by a session that was dropped', async () => {
    await shownToAll(server, mum, share())
    await done(helen, `mutation ($id: ID!) { endAccess(personId: $id) { ${refused} } }`, { id: family.personIds.gran })
    for (const answer of [await proposes(gran), await says(gran), await shares(gran)]) expect(answer).toMatchObject({ code: 'notYours' })
    const dads = await server.as(family.personIds.dad)
    await letIn(mum, dads, device)
    const { myRoom } = (await mum.send('query ($id: ID!) { myRoom(meetingId: $id) { sessions { id here member } } }', {
      id: family.meetingId,
    })) as { myRoom: { sessions: { id: string; here: boolean; member: string }[] } }
    const session = myRoom.sessions.find(({ member }) => member === family.personIds.dad)
    await done(mum, `mutation ($m: ID!, $s: ID!) { dropSession(meetingId: $m, sessionId: $s) { ${refused} } }`, {
      m: family.meetingId,
      s: session?.id,
    })
    for (const answer of [await proposes(dads), await says(dads), await shares(dads)]) expect(answer).toHaveProperty('code')
    expect(await shownTo(mum)).toMatchObject({ stopped: false })
  })

  it('leaves no row in the record that would tell workers that the family showed, stopped or tried', async () => {
    await proposes(mum)
    await shares(mum)
    await says(gran)
    const rights = { right: { in: ['draft:propose', 'draft:share'] }, familyId: family.familyId }
    const rows = () => server.database.transaction({ worker: workers.ruth.id }, (tx) => tx.accessRecord.count({ where: rights }))
    expect(await rows()).toBe(0)
    await shownToAll(server, mum, share())
    await shares(mum)
    expect(await rows()).toBe(1)
  })

  it('is shared at once by somebody alone, who has nobody to show it to', async () => {
    const alone = newDevice(family.meetingId)
    const other = await familyInPrivateTime(server)
    const nan = await server.as(other.personIds.gran)
    await done(nan, documents.startDraft, { input: { ...alone.start, meetingId: other.meetingId } })
    const own = { draftId: alone.draftId, shareProof: alone.shareProof, head: 0 }
    expect(await proposes(nan, own)).toMatchObject({ code: 'notVouched' })
    expect(await shares(nan, own)).toMatchObject({ __typename: 'SharePlanDone' })
  })
})

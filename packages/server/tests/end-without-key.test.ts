import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { randomBytes } from 'node:crypto'
import { takeEffect } from '../src/private-time/take-effect'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { moveDatabaseClock } from '@kinplan/testkit/database-clock'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documents, done, familyInPrivateTime, letIn, moveStage, newDevice, only, shownToAll, type PrivateTime } from './private-time'

const refused = '__typename ... on Refused { code field }'
const room = 'room { ended draft { id state head } waitingEnd { kind saidBy secondsLeft } undoableEnd { kind draftId } }'
const ask = `mutation ($id: ID!, $kind: EndWithoutKeyKind!) { endWithoutKey(meetingId: $id, kind: $kind) { ${refused} ...
  on EndWithoutKeyDone { ${room} } } }`
const stop = `mutation ($d: ID!, $p: String!) { stopEndWithoutKey(draftId: $d, memberProof: $p) { ${refused} ...
  on StopEndWithoutKeyDone { ${room} } } }`
const undo = `mutation ($d: ID!, $p: String!) { undoEndWithoutKey(draftId: $d, memberProof: $p) { ${refused} ...
  on UndoEndWithoutKeyDone { ${room} } } }`
const spoken = `mutation ($id: ID!, $by: String!) { endOnSpokenWord(meetingId: $id, saidBy: $by) { ${refused} ...
  on EndOnSpokenWordDone { meeting { spokenEnd { saidBy state } } } } }`
const seenByWorker = 'query ($id: ID!) { meeting(id: $id) { stage endedWithoutPlan spokenEnd { saidBy state } } }'
const myRoom = `query ($id: ID!) { myMeeting(id: $id) { ${room} } }`

interface Shown {
  ended: boolean
  draft: { id: string; state: string; head: number } | null
  waitingEnd: { kind: string; saidBy: string | null; secondsLeft: number } | null
  undoableEnd: { kind: string; draftId: string } | null
}

describe.each(enginesToTest())('private family time when no device holds the key, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let [mum, dad, gran, helen]: Visitor[] = []
  let device: ReturnType<typeof newDevice>

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    await passed(0)
    family = await beginning(server)
    mum = await server.as(family.personIds.mum)
    dad = await server.as(family.personIds.dad)
    gran = await server.as(family.personIds.gran)
    helen = await server.as(workers.helen.id)
    device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    for (const other of [dad, gran]) await letIn(mum, other, device)
    await done(mum, documents.append, device.append([device.envelope(), device.envelope()]))
  })

  const passed = (minutes: number) => moveDatabaseClock(server, minutes * 60_000)
  const who = (visitor: Visitor | undefined) => visitor ?? server.nobody
  const asks = (visitor: Visitor | undefined, kind = 'end') => only(who(visitor), ask, { id: family.meetingId, kind })
  const asked = async (visitor: Visitor | undefined, kind = 'end') =>
    (await done<{ room: Shown }>(who(visitor), ask, { id: family.meetingId, kind })).room
  const stops = (visitor: Visitor | undefined, memberProof = device.memberProof) =>
    only(who(visitor), stop, { d: device.draftId, p: memberProof })
  const undoes = (visitor: Visitor | undefined, memberProof = device.memberProof) =>
    only(who(visitor), undo, { d: device.draftId, p: memberProof })
  const says = (visitor: Visitor | undefined, by = 'Gran') => only(who(visitor), spoken, { id: family.meetingId, by })
  const effect = () => takeEffect(server.parts)
  const roomOf = async (visitor: Visitor | undefined) =>
    ((await who(visitor).send(myRoom, { id: family.meetingId }))['myMeeting'] as { room: Shown | null }).room
  const forWorker = async (visitor: Visitor | undefined) => (await who(visitor).send(seenByWorker, { id: family.meetingId }))['meeting']
  const begins = (visitor: Visitor | undefined, next: ReturnType<typeof newDevice>) =>
    only(who(visitor), documents.startDraft, { input: next.start })

  it('is ended by the family, recorded as no plan shared, with not a word opened', async () => {
    await passed(12)
    expect(await asked(gran)).toMatchObject({ ended: false, waitingEnd: { kind: 'end', saidBy: null, secondsLeft: 180 } })
    await passed(14)
    await effect()
    expect(await roomOf(gran)).toMatchObject({ ended: false })
    await passed(16)
    await effect()
    expect(await roomOf(gran)).toMatchObject({
      ended: true,
      waitingEnd: null,
      draft: { id: device.draftId, state: 'closed', head: 2 },
      undoableEnd: { kind: 'end', draftId: device.draftId },
    })
    expect(await forWorker(helen)).toMatchObject({ endedWithoutPlan: expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d$/) as string })
    expect(
      await only(who(gran), documents.keepKeyShare, { draftId: device.draftId, memberProof: randomBytes(32).toString('base64url') }),
    ).toMatchObject({ code: 'proofWrong' })
    expect(await only(who(mum), documents.append, device.append([device.envelope()]))).toMatchObject({ __typename: 'Refused' })
    await moveStage(who(helen), family.meetingId, 'agreeing')
    expect(await forWorker(await server.as(workers.priya.id))).toMatchObject({
      stage: 'agreeing',
      endedWithoutPlan: expect.any(String) as string,
      spokenEnd: null,
    })
  })

  it.each([
    ['writes', () => only(who(mum), documents.append, device.append([device.envelope()]))],
    [
      'comes back after a reload',
      () => only(who(mum), documents.keepKeyShare, { draftId: device.draftId, memberProof: device.memberProof }),
    ],
    [
      'lets another phone in',
      () =>
        only(who(mum), `mutation ($input: OfferJoinInput!) { offerJoin(input: $input) { ${refused} } }`, {
          input: { draftId: device.draftId, memberProof: device.memberProof, jid: randomBytes(16).toString('base64url'), offer: 'x' },
        }),
    ],
  ])('is not ended while a device shows that it holds the key: one that %s', async (_what, shows) => {
    await passed(12)
    expect((await shows()).__typename).toMatch(/Done$/)
    expect(await asks(gran)).toMatchObject({ code: 'keyStillHere' })
    await passed(21)
    expect(await asks(gran, 'restart')).toMatchObject({ code: 'keyStillHere' })
    expect(await says(helen)).toMatchObject({ code: 'keyStillHere' })
    await passed(23)
    expect(await asks(gran)).toMatchObject({ __typename: 'EndWithoutKeyDone' })
  })

  it('is not ended for as long as a device listens, however quiet it is', async () => {
    const { events, close } = who(mum).listen(documents.envelopes, { draftId: device.draftId, after: 2, memberProof: device.memberProof })
    await events.next()
    const coming = events.next()
    await passed(30)
    const shownAt = () =>
      server.database.transaction(
        { person: family.personIds.gran },
        async (tx) => (await tx.draft.findUniqueOrThrow({ where: { id: device.draftId } })).proofShownAt,
      )
    await expect.poll(async () => (await shownAt()).getTime() - Date.now(), { timeout: 10_000 }).toBeGreaterThan(25 * 60_000)
    expect(await asks(gran)).toMatchObject({ code: 'keyStillHere' })
    close()
    await coming
    await passed(42)
    expect(await asks(gran)).toMatchObject({ __typename: 'EndWithoutKeyDone' })
  })

  it('is not kept open by a proof that is wrong', async () => {
    await passed(12)
    expect(
      await only(who(gran), documents.append, device.append([device.envelope()], { memberProof: randomBytes(32).toString('base64url') })),
    ).toMatchObject({ code: 'proofWrong' })
    expect(await asks(gran)).toMatchObject({ __typename: 'EndWithoutKeyDone' })
  })

  it('tells everybody in the room, nobody else, and no worker when the family asks', async () => {
    server.told.length = 0
    const jo = await server.as(family.personIds.jo)
    const changed = 'subscription ($id: ID!) { changed(meetingId: $id) }'
    const [dads, jos, helens] = [who(dad), jo, who(helen)].map((visitor) => visitor.listen(changed, { id: family.meetingId }))
    const heard = { dad: false, jo: false, helen: false }
    void dads?.events.next().then(({ done: over }) => (heard.dad = !over))
    void jos?.events.next().then(({ done: over }) => (heard.jo = !over))
    void helens?.events.next().then(({ done: over }) => (heard.helen = !over))
    // Nothing says when a subscription has begun to listen: asked anew until somebody hears.
    let minutes = 0
    const askAnew = async () => {
      await stops(mum)
      await passed((minutes += 15))
      await asked(gran)
      await new Promise((resolve) => setTimeout(resolve, 500))
      return heard.dad
    }
    await expect.poll(askAnew, { timeout: 30_000 }).toBe(true)
    expect(await roomOf(dad)).toMatchObject({ waitingEnd: { kind: 'end' } })
    expect(await roomOf(jo)).toBeNull()
    expect(await forWorker(helen)).toEqual({ stage: 'privateTime', endedWithoutPlan: null, spokenEnd: null })
    expect(heard).toEqual({ dad: true, jo: false, helen: false })
    expect(server.told).toEqual([])
    for (const one of [dads, jos, helens]) one?.close()
  })

  it('is stopped by a device that holds the key, and by nothing else', async () => {
    await passed(12)
    await asked(gran)
    expect(await asks(gran)).toMatchObject({ code: 'alreadyDone' })
    expect(await stops(gran, randomBytes(32).toString('base64url'))).toMatchObject({ code: 'proofWrong' })
    expect(await stops(helen)).toMatchObject({ code: 'notYours' })
    expect(await stops(mum)).toMatchObject({ room: { ended: false, waitingEnd: null } })
    expect(await stops(mum)).toMatchObject({ code: 'alreadyDone' })
    await passed(20)
    await effect()
    expect(await roomOf(gran)).toMatchObject({ ended: false, draft: { state: 'open' } })
    expect(await asks(gran)).toMatchObject({ code: 'keyStillHere' })
    expect(await done(who(mum), documents.append, device.append([device.envelope()]))).toMatchObject({ stored: [{ seq: 3 }] })
  })

  it('cannot be stopped once its three minutes are over', async () => {
    await passed(12)
    await asked(gran)
    await passed(15)
    expect(await stops(mum)).toMatchObject({ code: 'alreadyDone' })
  })

  it('takes effect once, whichever of two nodes comes first, and however many ask at once', async () => {
    await passed(12)
    const answers = await Promise.all([mum, gran, dad].map((one) => asks(one)))
    expect(answers.map((answer) => answer.code ?? 'asked').toSorted()).toEqual(['alreadyDone', 'alreadyDone', 'asked'])
    await passed(16)
    server.told.length = 0
    await Promise.all([effect(), effect(), effect()])
    expect(server.told.filter((id) => id === family.meetingId)).toHaveLength(1)
    const rows = await server.database.transaction({ person: family.personIds.gran }, (tx) =>
      tx.endWithoutKey.findMany({ select: { tookEffectAt: true } }),
    )
    expect(rows).toEqual([{ tookEffectAt: expect.any(Date) as Date }])
  })

  it('never both stops and takes effect', async () => {
    await passed(12)
    await asked(gran)
    const stopping = stops(mum)
    await passed(16)
    const [stopped] = await Promise.all([stopping, effect(), effect()])
    const { ended } = (await roomOf(gran)) ?? { ended: null }
    expect(stopped.__typename === 'StopEndWithoutKeyDone').toBe(!ended)
  })

  it('starts again: the old draft closes with its words, and anybody begins a new one', async () => {
    await passed(12)
    await asked(gran, 'restart')
    expect(await begins(gran, newDevice(family.meetingId))).toMatchObject({ code: 'alreadyDone' })
    await passed(16)
    await effect()
    expect(await roomOf(gran)).toMatchObject({ ended: false, draft: { id: device.draftId, state: 'closed', head: 2 } })
    expect(await forWorker(helen)).toEqual({ stage: 'privateTime', endedWithoutPlan: null, spokenEnd: null })
    const next = newDevice(family.meetingId)
    expect(await begins(gran, next)).toMatchObject({ room: { draft: { id: next.draftId, state: 'open' } } })
    expect(await only(who(mum), documents.append, device.append([device.envelope()]))).toMatchObject({ code: 'draftClosed' })
    const sealed = await server.database.transaction({ person: family.personIds.mum }, (tx) =>
      tx.envelope.count({ where: { draftId: device.draftId } }),
    )
    expect(sealed).toBe(2)
  })

  it('is undone within a day by a device that holds the key', async () => {
    await passed(12)
    await asked(gran)
    await passed(16)
    await effect()
    expect(await undoes(gran, randomBytes(32).toString('base64url'))).toMatchObject({ code: 'proofWrong' })
    await passed(16 + 23 * 60)
    expect(await undoes(mum)).toMatchObject({
      room: { ended: false, draft: { id: device.draftId, state: 'open', head: 2 }, undoableEnd: null },
    })
    expect(await forWorker(helen)).toMatchObject({ endedWithoutPlan: null })
    expect(await done(who(mum), documents.append, device.append([device.envelope()]))).toMatchObject({ stored: [{ seq: 3 }] })
    expect(await undoes(mum)).toMatchObject({ code: 'alreadyDone' })
  })

  it('is not undone a day later, or once somebody has written in the new plan, or shared it', async () => {
    await passed(12)
    await asked(gran, 'restart')
    await passed(16)
    await effect()
    const next = newDevice(family.meetingId)
    await done(who(gran), documents.startDraft, { input: next.start })
    await done(who(gran), documents.append, next.append([next.envelope()]))
    expect(await undoes(mum)).toMatchObject({ code: 'draftMoved' })
    await passed(17 + 24 * 60)
    expect(await undoes(mum)).toMatchObject({ code: 'notNow' })
  })

  it('gives way to the old plan when the new one holds no word', async () => {
    await passed(12)
    await asked(gran, 'restart')
    await passed(16)
    await effect()
    await done(who(gran), documents.startDraft, { input: newDevice(family.meetingId).start })
    expect(await undoes(mum)).toMatchObject({ room: { draft: { id: device.draftId, state: 'open' } } })
  })

  it('lapses when a device that holds the key shares or ends meanwhile', async () => {
    await passed(12)
    await asked(gran)
    const share = {
      draftId: device.draftId,
      head: 2,
      shareProof: device.shareProof,
      wantYouToKnow: '',
      digest: device.shareProof,
      steps: [],
    }
    await shownToAll(server, who(mum), { input: share })
    await done(who(mum), documents.share, { input: share })
    await passed(16)
    await effect()
    expect(await roomOf(gran)).toMatchObject({ ended: false, waitingEnd: null, undoableEnd: null })
    await done(who(gran), documents.end, { id: family.meetingId })
    expect(await forWorker(helen)).toMatchObject({ endedWithoutPlan: null })
  })

  it('ends on the spoken word that the coordinator writes down, which opens nothing and tells every device', async () => {
    expect(await says(helen, ' ')).toMatchObject({ code: 'wordsMissing', field: 'saidBy' })
    await passed(12)
    expect(await says(helen)).toMatchObject({ meeting: { spokenEnd: { saidBy: 'Gran', state: 'waiting' } } })
    expect(await says(helen)).toMatchObject({ code: 'alreadyDone' })
    expect(await roomOf(mum)).toMatchObject({ waitingEnd: { kind: 'end', saidBy: 'Gran' } })
    expect(await forWorker(await server.as(workers.priya.id))).toMatchObject({ spokenEnd: null })
    await passed(16)
    await effect()
    expect(await forWorker(helen)).toMatchObject({
      endedWithoutPlan: expect.any(String) as string,
      spokenEnd: { saidBy: 'Gran', state: 'ended' },
    })
    const seen = await server.database.transaction({ worker: workers.helen.id }, async (tx) => [
      await tx.draft.count(),
      await tx.envelope.count(),
      await tx.keyShare.count(),
    ])
    expect(seen).toEqual([0, 0, 0])
  })

  it('goes on when a device stops what the coordinator wrote down, and she hears of it', async () => {
    await passed(12)
    await says(helen)
    server.told.length = 0
    await stops(mum)
    expect(server.told).toEqual([family.meetingId])
    expect(await forWorker(helen)).toMatchObject({ spokenEnd: { state: 'stopped' } })
  })

  it('is not ended by anybody outside the room, put out of it, or by another worker', async () => {
    await passed(12)
    const outside = [
      server.nobody,
      await server.as(family.personIds.jo),
      await server.as((await familyInPrivateTime(server)).personIds.mum),
      who(helen),
    ]
    for (const one of outside) expect(await asks(one)).toMatchObject({ code: 'notYours' })
    for (const worker of [workers.priya, workers.ruth, workers.owen])
      expect(await says(await server.as(worker.id))).toMatchObject({ code: 'notYours' })
    await done(who(helen), `mutation ($id: ID!) { endAccess(personId: $id) { ${refused} } }`, { id: family.personIds.gran })
    for (const answer of [await asks(gran), await stops(gran), await undoes(gran)]) expect(answer).toMatchObject({ code: 'notYours' })
    expect(await asks(mum)).toMatchObject({ __typename: 'EndWithoutKeyDone' })
  })

  it('leaves no row in the record that would tell workers what the family asked', async () => {
    await passed(12)
    await asked(gran)
    const rows = await server.database.transaction({ worker: workers.ruth.id }, (tx) =>
      tx.accessRecord.count({
        where: { familyId: family.familyId, personId: family.personIds.gran, right: { in: ['room:endWithoutKey', 'room:read'] } },
      }),
    )
    expect(rows).toBe(0)
  })
})

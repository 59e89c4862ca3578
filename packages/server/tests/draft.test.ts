import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { randomBytes } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { knownEnvelopesText } from '@kinplan/private-draft/protocol'
import { moveDatabaseClock } from '@kinplan/testkit/database-clock'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { forgetDrafts } from '../src/private-time/retention.store'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documents, done, familyInPrivateTime, letIn, newDevice, only, sha256, type PrivateTime } from './private-time'

const dayMs = 86_400_000

type Stored = { stored: { id: string; seq: number }[] }

describe.each(enginesToTest())('the private draft, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let mum: Visitor
  let dad: Visitor
  let gran: Visitor
  let device: ReturnType<typeof newDevice>

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    server.clock.set(new Date('2026-03-10T10:00:00Z'))
    family = await beginning(server)
    mum = await server.as(family.personIds.mum)
    dad = await server.as(family.personIds.dad)
    gran = await server.as(family.personIds.gran)
    device = newDevice(family.meetingId)
  })

  const begin = () => done(mum, documents.startDraft, { input: device.start })
  /** Mum begins, and lets the others in. */
  async function beginTogether() {
    await begin()
    for (const other of [dad, gran]) await letIn(mum, other, device)
  }
  const append = (who: Visitor, count: number, changes: Record<string, unknown> = {}) =>
    only(
      who,
      documents.append,
      device.append(
        Array.from({ length: count }, () => device.envelope()),
        changes,
      ),
    )
  const listenTo = (who: Visitor, after = 0, memberProof = device.memberProof) =>
    who.listen(documents.envelopes, { draftId: device.draftId, after, memberProof })
  const putOut = async (personId: string) =>
    done(
      await server.as(workers.helen.id),
      'mutation ($id: ID!) { endAccess(personId: $id) { __typename ... on Refused { code field } } }',
      { id: personId },
    )
  async function endRoomAt(now: Date) {
    server.clock.set(now)
    await done(gran, documents.end, { id: family.meetingId, memberProof: device.memberProof })
    server.clock.set(new Date('2026-03-10T10:00:00Z'))
  }
  async function stopForSafety() {
    const helen = await server.as(workers.helen.id)
    const { version } = await only(helen, 'query ($id: ID!) { meeting(id: $id) { __typename version } }', { id: family.meetingId })
    await done(helen, 'mutation ($input: EndMeetingInput!) { endMeeting(input: $input) { __typename ... on Refused { code field } } }', {
      input: { meetingId: family.meetingId, version, ending: 'stoppedForSafety', nextStep: 'We meet again in May.' },
    })
  }
  async function countAs(who: { person?: string; worker?: string }) {
    const { drafts, envelopes } = await server.database.transaction(who, async (tx) => ({
      drafts: await tx.draft.count({ where: { id: device.draftId } }),
      envelopes: await tx.envelope.count({ where: { draftId: device.draftId } }),
    }))
    return [drafts, envelopes]
  }

  it('is started by whoever likes, side by side, until a second person joins one: that one is the room’s', async () => {
    expect(await begin()).toMatchObject({ room: { draft: { id: device.draftId, epoch: 1, head: 0, state: 'open' } } })
    const beside = newDevice(family.meetingId)
    expect(await only(gran, documents.startDraft, { input: beside.start })).toMatchObject({ room: { draft: { id: beside.draftId } } })
    expect(await only(gran, documents.startDraft, { input: newDevice(family.meetingId).start })).toMatchObject({ code: 'alreadyDone' })
    await letIn(gran, dad, beside)
    const seenBy = async (who: Visitor) =>
      (
        await who.send(
          `query ($id: ID!) { myRoom(meetingId: $id) { me ended begun members { id name } draft { id state shared } bottomLines {
            text } } }`,
          { id: family.meetingId },
        )
      )['myRoom']
    expect(await seenBy(gran)).toEqual({
      me: family.personIds.gran,
      ended: false,
      begun: 'together',
      members: [
        { id: family.personIds.dad, name: 'Dad' },
        { id: family.personIds.gran, name: 'Gran' },
        { id: family.personIds.mum, name: 'Mum' },
      ],
      draft: { id: beside.draftId, state: 'open', shared: null },
      bottomLines: [{ text: 'Mia gets to school each day' }],
    })
    expect(await seenBy(mum)).toMatchObject({ begun: 'together', members: [], draft: null })
    expect(await append(mum, 1)).toMatchObject({ code: 'notVouched' })
    await letIn(dad, mum, beside)
    expect(await seenBy(mum)).toMatchObject({ draft: { id: beside.draftId } })
  })

  it('is the room’s once, when two are joined at the same moment', async () => {
    await begin()
    const beside = newDevice(family.meetingId)
    await done(gran, documents.startDraft, { input: beside.start })
    const other = await server.as(family.personIds.dad)
    const answers = await Promise.allSettled([letIn(mum, dad, device), letIn(gran, other, beside)])
    expect(answers.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    const open = await server.database.transaction({ person: family.personIds.mum }, (tx) =>
      tx.draft.findMany({ where: { meetingId: family.meetingId, state: 'open' }, select: { joinedAt: true } }),
    )
    expect(open).toEqual([{ joinedAt: expect.any(Date) as Date }])
  })

  it('keeps envelopes in order, and one that comes twice once', async () => {
    await beginTogether()
    const [one, two] = [device.envelope(), device.envelope()]
    expect(await done<Stored>(mum, documents.append, device.append([one, two]))).toMatchObject({
      stored: [
        { id: one.id, seq: 1 },
        { id: two.id, seq: 2 },
      ],
    })
    expect(await done<Stored>(mum, documents.append, device.append([two, one]))).toMatchObject({
      stored: [
        { id: two.id, seq: 2 },
        { id: one.id, seq: 1 },
      ],
    })
    expect(await countAs({ person: family.personIds.gran })).toEqual([1, 2])
  })

  it('numbers thirty appends at the same moment without gaps', async () => {
    await beginTogether()
    const answers = await Promise.all(Array.from({ length: 30 }, (_, place) => append(place % 2 === 0 ? mum : gran, 2, device.another())))
    const seqs = answers.flatMap((answer) => (answer as unknown as Stored).stored.map((one) => one.seq)).toSorted((a, b) => a - b)
    expect(seqs).toEqual(Array.from({ length: 60 }, (_, place) => place + 1))
  })

  it('stamps the sender: a device of one person takes no words from another', async () => {
    await beginTogether()
    await append(mum, 1)
    expect(await append(gran, 1)).toMatchObject({ code: 'envelopeRefused' })
  })

  it('takes nothing too large, too much at once, or out of turn', async () => {
    await beginTogether()
    const wrong: [object[], Record<string, unknown>?][] = [
      [[device.envelope({ sealed: randomBytes(65_537).toString('base64url') })]],
      [Array.from({ length: 33 }, () => device.envelope())],
      [[]],
      [[device.envelope({ nonce: 'AAAA' })]],
      [[device.envelope({ n: '0' })]],
      [[device.envelope({ n: '99999999999999999999' })]],
      [[device.envelope({ id: 'x' })]],
      [[device.envelope({ sealed: 'not base64url!' })]],
      [[device.envelope()], { device: 'AAAA' }],
      [[device.envelope()], { epoch: 2 }],
    ]
    for (const [envelopes, changes] of wrong)
      expect(await only(mum, documents.append, device.append(envelopes, changes))).toMatchObject({ code: 'envelopeRefused' })
    expect(await append(mum, 32)).toMatchObject({ __typename: 'AppendEnvelopesDone' })
  })

  it('opens to nobody outside the room, by rule or by row', async () => {
    await beginTogether()
    await append(mum, 2)
    const { helen, priya, ruth, owen, tessa } = workers
    const jo = family.personIds.jo
    for (const worker of [helen, priya, ruth, owen, tessa]) {
      const visitor = await server.as(worker.id)
      expect(await append(visitor, 1)).toMatchObject({ code: 'notYours' })
      expect(await only(visitor, documents.keepKeyShare, { draftId: device.draftId, memberProof: device.memberProof })).toMatchObject({
        code: 'notYours',
      })
      expect(await visitor.send('query ($id: ID!) { myRoom(meetingId: $id) { id } }', { id: family.meetingId })).toEqual({ myRoom: null })
      expect(await listenTo(visitor).events.next()).toEqual({ done: true, value: undefined })
      expect(await countAs({ worker: worker.id })).toEqual([0, 0])
    }
    const stranger = await familyInPrivateTime(server)
    for (const id of [jo, stranger.personIds.mum]) {
      expect(await append(await server.as(id), 1)).toMatchObject({ code: 'notYours' })
      expect(await countAs({ person: id })).toEqual([0, 0])
    }
    expect(await append(server.nobody, 1)).toMatchObject({ code: 'notYours' })
    expect(await countAs({})).toEqual([0, 0])
    expect(await countAs({ person: family.personIds.gran })).toEqual([1, 2])
    expect(await append(gran, 1, device.another())).toMatchObject({ __typename: 'AppendEnvelopesDone' })
  })

  it('delivers what was stored and what comes, and nothing without the proof: a link made for Gran opens nothing', async () => {
    await beginTogether()
    await append(mum, 2)
    const link = await done<{ address: string; spokenCode: string }>(
      await server.as(workers.helen.id),
      `mutation ($id: ID!) { makeSignInLink(personId: $id) { __typename ... on MakeSignInLinkDone { address spokenCode } ...
        on Refused { code field } } }`,
      { id: family.personIds.gran },
    )
    const { session } = await server.nobody.ask(
      'mutation ($token: String!, $code: String!) { signIn(token: $token, code: $code) { __typename } }',
      {
        token: link.address.split('/').at(-1),
        code: link.spokenCode,
      },
    )
    const helenAsGran = server.holding(session !== null && session !== 'ended' ? session.token : null)
    const guess = randomBytes(32).toString('base64url')
    expect(await helenAsGran.send('query ($id: ID!) { myRoom(meetingId: $id) { me } }', { id: family.meetingId })).toEqual({
      myRoom: { me: family.personIds.gran },
    })
    expect(await listenTo(helenAsGran, 0, guess).events.next()).toEqual({ done: true, value: undefined })
    expect(await append(helenAsGran, 1, { memberProof: guess })).toMatchObject({ code: 'notVouched' })
    expect(await only(helenAsGran, documents.keepKeyShare, { draftId: device.draftId, memberProof: guess })).toMatchObject({
      code: 'notVouched',
    })
    expect(
      await only(helenAsGran, 'mutation ($input: OfferJoinInput!) { offerJoin(input: $input) { __typename ... on Refused { code } } }', {
        input: { draftId: device.draftId, memberProof: guess, jid: randomBytes(16).toString('base64url'), offer: 'x' },
      }),
    ).toMatchObject({ code: 'notVouched' })

    const { events, close } = listenTo(dad)
    const next = async () => ((await events.next()).value as { data: { envelopes: { seq: number; member: string }[] } }).data.envelopes
    expect((await next()).map((one) => one.seq)).toEqual([1, 2])
    await append(mum, 1)
    expect(await next()).toMatchObject([{ seq: 3, member: family.personIds.mum }])
    close()
    expect(await events.next()).toMatchObject({ done: true })
  })

  it('tells nobody outside the room that somebody writes, and everybody when the last room has ended', async () => {
    server.told.length = 0
    await beginTogether()
    await append(mum, 2)
    await done(mum, documents.keepKeyShare, { draftId: device.draftId, memberProof: device.memberProof })
    expect(server.told).toEqual([])
    await done(gran, documents.end, { id: family.meetingId, memberProof: device.memberProof })
    expect(server.told).toEqual([family.meetingId])
  })

  it('leaves no row for what was allowed, and one for what was denied', async () => {
    const records = () =>
      server.database.transaction({ worker: workers.ruth.id }, (tx) =>
        tx.accessRecord.findMany({
          where: { familyId: family.familyId, right: { in: ['draft:append', 'draft:read'] } },
          select: { right: true, allowed: true, reason: true, personId: true },
        }),
      )
    await beginTogether()
    await append(mum, 1)
    await done(mum, documents.keepKeyShare, { draftId: device.draftId, memberProof: device.memberProof })
    expect(await records()).toEqual([])
    await append(gran, 1, { memberProof: randomBytes(32).toString('base64url') })
    expect(await records()).toEqual([{ right: 'draft:append', allowed: false, reason: 'proofWrong', personId: family.personIds.gran }])
  })

  it('gives a member who was put out nothing more, while the others go on', async () => {
    await beginTogether()
    await append(mum, 1)
    const before = listenTo(gran)
    await before.events.next()
    await putOut(family.personIds.gran)
    expect(await append(gran, 1, device.another())).toMatchObject({ __typename: 'Refused' })
    expect(await append(mum, 1)).toMatchObject({ __typename: 'AppendEnvelopesDone' })
    expect(await before.events.next()).toEqual({ done: true, value: undefined })
    expect(await countAs({ person: family.personIds.gran })).toEqual([0, 0])
  })

  it('stores nothing after a member was put out, whatever was on its way', async () => {
    await beginTogether()
    const dadId = family.personIds.dad
    const stored = () =>
      server.database.transaction({ person: family.personIds.mum }, (tx) =>
        tx.envelope.count({ where: { draftId: device.draftId, personId: dadId } }),
      )
    const sending = Array.from({ length: 8 }, () => append(dad, 1, device.another()))
    await putOut(dadId)
    const atOnce = await stored()
    const answers = await Promise.all(sending)
    expect(answers.filter((answer) => answer.__typename === 'AppendEnvelopesDone').length).toBe(await stored())
    expect(await stored()).toBe(atOnce)
  })

  it('makes words on their way wait for a put-out that has begun, and then refuses them', async () => {
    await beginTogether()
    const personId = family.personIds.dad
    const began = Promise.withResolvers<void>()
    const goOn = Promise.withResolvers<void>()
    const puttingOut = server.database.transaction({ worker: workers.helen.id }, async (tx) => {
      await tx.roomMember.updateMany({ where: { personId }, data: { putOutAt: server.clock.now() } })
      began.resolve()
      await goOn.promise
    })
    await began.promise
    const sending = append(dad, 1)
    await pause(300)
    goOn.resolve()
    await puttingOut
    expect(await sending).toMatchObject({ __typename: 'Refused' })
    expect(await countAs({ person: family.personIds.mum })).toEqual([1, 0])
  })

  it('is joined by a second phone through an offer that is used once, within ten minutes', async () => {
    await begin()
    const jid = randomBytes(16).toString('base64url')
    const fields = '__typename ... on Refused { code field }'
    const offer = `mutation ($input: OfferJoinInput!) { offerJoin(input: $input) { ${fields} ... on OfferJoinDone { offer { jid by } } } }`
    const reply = `mutation ($input: ReplyToJoinInput!) { replyToJoin(input: $input) { ${fields} ... on ReplyToJoinDone { offer
      { replyBy } } } }`
    const wrap = `mutation ($input: WrapForJoinInput!) { wrapForJoin(input: $input) { ${fields} ... on WrapForJoinDone { offer {
      wrapped } } } }`
    const read = 'query ($jid: String!) { joinOffer(jid: $jid) { draftId epoch offer reply replyBy wrapped by } }'
    const { memberProof, draftId } = device
    expect(await done(mum, offer, { input: { draftId, memberProof, jid, offer: 'A-and-proof' } })).toMatchObject({
      offer: { jid, by: family.personIds.mum },
    })
    expect(await only(mum, wrap, { input: { jid, memberProof, wrapped: 'K' } })).toMatchObject({ code: 'joinEnded' })
    expect(await done(gran, reply, { input: { jid, reply: 'B-and-proof' } })).toMatchObject({ offer: { replyBy: family.personIds.gran } })
    expect(await only(dad, reply, { input: { jid, reply: 'C' } })).toMatchObject({ code: 'joinEnded' })
    expect(await only(gran, wrap, { input: { jid, memberProof, wrapped: 'K' } })).toMatchObject({ code: 'notVouched' })
    expect(await only(mum, wrap, { input: { jid, memberProof: randomBytes(32).toString('base64url'), wrapped: 'K' } })).toMatchObject({
      code: 'proofWrong',
    })
    await done(mum, wrap, { input: { jid, memberProof, wrapped: 'K-wrapped' } })
    expect(await gran.send(read, { jid })).toEqual({
      joinOffer: {
        draftId,
        epoch: 1,
        offer: 'A-and-proof',
        reply: 'B-and-proof',
        replyBy: family.personIds.gran,
        wrapped: 'K-wrapped',
        by: family.personIds.mum,
      },
    })
    for (const other of [workers.helen.id, family.personIds.jo])
      expect(await (await server.as(other)).send(read, { jid })).toEqual({ joinOffer: null })
    server.clock.set(new Date('2026-03-10T10:10:00Z'))
    expect(await gran.send(read, { jid })).toEqual({ joinOffer: null })
  })

  it('is read on from where a device was, and from the beginning where the server has other envelopes than it had', async () => {
    await beginTogether()
    await append(mum, 3)
    const read = async (after: number, known?: string) => {
      const { events, close } = gran.listen(documents.envelopes, { draftId: device.draftId, after, known, memberProof: device.memberProof })
      const { value } = (await events.next()) as { value: { data: { envelopes: { seq: number; id: string }[] } } }
      close()
      return value.data.envelopes
    }
    const all = await read(0)
    const knownOf = (...ids: string[]) => sha256(Buffer.from(knownEnvelopesText(ids))).toString('base64url')
    const known = knownOf(all[0]!.id, all[1]!.id)
    expect((await read(2, known)).map(({ seq }) => seq)).toEqual([3])
    expect((await read(2)).map(({ seq }) => seq)).toEqual([3])
    for (const other of [knownOf(all[1]!.id, all[0]!.id), knownOf(all[0]!.id), ''])
      expect((await read(2, other)).map(({ seq }) => seq)).toEqual([1, 2, 3])
    expect((await read(5, known)).map(({ seq }) => seq)).toEqual([1, 2, 3])
  })

  it('takes what a device says again, and nothing of another kind', async () => {
    await beginTogether()
    const say = (kind: string) => only(mum, documents.append, device.append([device.envelope({ kind })]))
    expect(await say('again')).toMatchObject({ stored: [{ seq: 1 }] })
    expect((await mum.ask(documents.append, device.append([device.envelope({ kind: 'other' })]))).result.errors).toHaveLength(1)
  })

  describe('the key share of a device', () => {
    const proven = () => ({ draftId: device.draftId, memberProof: device.memberProof })
    const keyShare = (who: Visitor) => done<{ keyShare: string }>(who, documents.keepKeyShare, proven())
    const comeBack = (who: Visitor, proof = proven()) => only(who, documents.comeBackToDraft, proof)
    const on = ({ session }: Visitor, phone: string) => server.holding(session, phone.padEnd(43, 'x'))
    const kept = (personId: string) => server.database.transaction({ person: personId }, (tx) => tx.keyShare.count({ where: { personId } }))

    it('is the same again, and of another device another, until they are put out', async () => {
      await beginTogether()
      const [hers, grans] = [on(mum, 'mum'), on(gran, 'gran')]
      const first = await keyShare(hers)
      expect(Buffer.from(first.keyShare, 'base64url')).toHaveLength(32)
      expect(await keyShare(hers)).toEqual(first)
      expect((await keyShare(grans)).keyShare).not.toBe(first.keyShare)
      expect((await keyShare(on(mum, 'tablet'))).keyShare).not.toBe(first.keyShare)
      expect([await kept(family.personIds.mum), await kept(family.personIds.gran)]).toEqual([2, 1])
      await putOut(family.personIds.gran)
      expect(await kept(family.personIds.gran)).toBe(0)
    })

    it('makes a browser known that was not', async () => {
      await begin()
      const { device: token } = await mum.ask(documents.keepKeyShare, proven())
      const known = server.holding(mum.session, token)
      expect(await keyShare(known)).toEqual(await keyShare(known))
    })

    it('outlives leaving: whoever signs in again on that device and shows the proof has the key, and is vouched for', async () => {
      await beginTogether()
      const { keyShare: first } = await keyShare(on(mum, 'mum'))
      await on(mum, 'mum').send('mutation { leave { __typename } }')
      const again = on(await server.as(family.personIds.mum), 'mum')
      expect(await append(again, 1)).toMatchObject({ code: 'notVouched' })
      expect(await comeBack(again)).toMatchObject({ keyShare: first, epoch: 1 })
      expect(await append(again, 1)).toMatchObject({ __typename: 'AppendEnvelopesDone' })
    })

    it('is given on no other device, to nobody else, and not without the proof', async () => {
      await beginTogether()
      await keyShare(on(mum, 'mum'))
      const again = await server.as(family.personIds.mum)
      const guess = { ...proven(), memberProof: randomBytes(32).toString('base64url') }
      expect(await comeBack(again)).toMatchObject({ code: 'notVouched' })
      expect(await comeBack(on(again, 'elsewhere'))).toMatchObject({ code: 'notVouched' })
      expect(await comeBack(on(await server.as(family.personIds.gran), 'mum'))).toMatchObject({ code: 'notVouched' })
      expect(await comeBack(on(again, 'mum'), guess)).toMatchObject({ code: 'proofWrong' })
      for (const other of [workers.helen.id, family.personIds.jo])
        expect(await comeBack(on(await server.as(other), 'mum'))).toMatchObject({ code: 'notYours' })
      expect(await append(on(again, 'mum'), 1)).toMatchObject({ code: 'notVouched' })
    })

    it('opens no draft that nobody writes in any more: a new one of the room is begun beside it', async () => {
      await beginTogether()
      await keyShare(on(mum, 'mum'))
      await done(gran, documents.end, { id: family.meetingId, memberProof: device.memberProof })
      expect(await comeBack(on(await server.as(family.personIds.mum), 'mum'))).toMatchObject({ code: 'notNow' })
    })

    it('is gone from a device that keeps nothing, and from no other', async () => {
      await beginTogether()
      await keyShare(on(mum, 'mum'))
      const { keyShare: tablet } = await keyShare(on(mum, 'tablet'))
      await done(on(mum, 'mum'), documents.keepNothingHere, { draftId: device.draftId })
      const again = await server.as(family.personIds.mum)
      expect(await comeBack(on(again, 'mum'))).toMatchObject({ code: 'notVouched' })
      expect(await comeBack(on(again, 'tablet'))).toMatchObject({ keyShare: tablet })
    })

    it('goes with a session that is dropped as not belonging in the room', async () => {
      await beginTogether()
      await keyShare(on(gran, 'gran'))
      const { sessions } = (
        await mum.send('query ($id: ID!) { myRoom(meetingId: $id) { sessions { id member } } }', { id: family.meetingId })
      )['myRoom'] as { sessions: { id: string; member: string }[] }
      const grans = sessions.find(({ member }) => member === family.personIds.gran)
      await done(
        mum,
        `mutation ($id: ID!, $s: ID!) { dropSession(meetingId: $id, sessionId: $s) { __typename ... on Refused { code field } } }`,
        {
          id: family.meetingId,
          s: grans?.id,
        },
      )
      expect(await comeBack(on(await server.as(family.personIds.gran), 'gran'))).toMatchObject({ code: 'notVouched' })
    })
  })

  it('ends when somebody in the room ends it, and not for the coordinator once anybody began to write', async () => {
    const helen = await server.as(workers.helen.id)
    await beginTogether()
    await append(mum, 1)
    expect(await only(helen, documents.endFor, { id: family.meetingId, saidBy: 'Gran' })).toMatchObject({ code: 'notNow' })
    expect(await only(helen, documents.end, { id: family.meetingId, memberProof: device.memberProof })).toMatchObject({ code: 'notYours' })
    expect(await only(gran, documents.end, { id: family.meetingId })).toMatchObject({ code: 'proofWrong' })
    const { events } = listenTo(gran, 1)
    expect(await events.next()).toMatchObject({ value: { data: { envelopes: [] } } })
    await done(gran, documents.end, { id: family.meetingId, memberProof: device.memberProof })
    expect(await events.next()).toMatchObject({ done: true })
    expect(await append(mum, 1)).toMatchObject({ code: 'draftClosed' })
    expect(await only(mum, documents.end, { id: family.meetingId, memberProof: device.memberProof })).toMatchObject({ code: 'alreadyDone' })
    expect(await only(mum, documents.startDraft, { input: newDevice(family.meetingId).start })).toMatchObject({ code: 'notNow' })
  })

  it('ends on the word of a family without a phone, told to the coordinator', async () => {
    const helen = await server.as(workers.helen.id)
    expect(await only(await server.as(workers.priya.id), documents.endFor, { id: family.meetingId, saidBy: 'Gran' })).toMatchObject({
      code: 'notYours',
    })
    expect(await only(helen, documents.endFor, { id: family.meetingId, saidBy: ' ' })).toMatchObject({
      code: 'wordsMissing',
      field: 'saidBy',
    })
    await done(helen, documents.endFor, { id: family.meetingId, saidBy: 'Gran' })
    expect(await only(mum, documents.startDraft, { input: device.start })).toMatchObject({ code: 'notNow' })
  })

  it('is not forgotten while its room is private, whatever the clock of a node says and however old it is', async () => {
    await beginTogether()
    await append(mum, 3)
    const hers = server.holding(mum.session, 'mum'.padEnd(43, 'x'))
    const released = await done(hers, documents.keepKeyShare, { draftId: device.draftId, memberProof: device.memberProof })
    server.clock.set(new Date('2026-03-18T10:00:00Z'))
    await moveDatabaseClock(server, 365 * dayMs)
    await forgetDrafts(server.database)
    await moveDatabaseClock(server, 0)
    expect(await countAs({ person: family.personIds.mum })).toEqual([1, 3])
    server.clock.set(new Date('2026-03-10T10:00:00Z'))
    expect(await done(hers, documents.keepKeyShare, { draftId: device.draftId, memberProof: device.memberProof })).toEqual(released)
    expect(await append(mum, 1)).toMatchObject({ __typename: 'AppendEnvelopesDone' })
  })

  it.each([
    ['its room ended, on a node whose clock is eight days late,', () => endRoomAt(new Date('2026-03-02T10:00:00Z'))],
    ['its meeting was stopped for safety', () => stopForSafety()],
  ])('is forgotten a week after %s when it was not shared, by the clock of the database alone', async (_how, end) => {
    await beginTogether()
    await append(mum, 3)
    await done(mum, documents.keepKeyShare, { draftId: device.draftId, memberProof: device.memberProof })
    await end()
    const halves = () =>
      server.database.transaction({ person: family.personIds.mum }, (tx) => tx.keyShare.count({ where: { draftId: device.draftId } }))
    await moveDatabaseClock(server, 7 * dayMs - 60_000)
    await forgetDrafts(server.database)
    expect([...(await countAs({ person: family.personIds.mum })), await halves()]).toEqual([1, 3, 1])
    await moveDatabaseClock(server, 7 * dayMs)
    await forgetDrafts(server.database)
    await moveDatabaseClock(server, 0)
    expect([...(await countAs({ person: family.personIds.mum })), await halves()]).toEqual([0, 0, 0])
  })
})

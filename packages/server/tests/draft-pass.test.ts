import { randomBytes } from 'node:crypto'
import { asAdministrator } from '@kinplan/testkit/as-administrator'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { moveDatabaseClock } from '@kinplan/testkit/database-clock'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { openFresh } from '@kinplan/server/graphql/operate'
import type { Appended, DraftPass, PassRight } from '@kinplan/server/access/operation'
import { permit } from '@kinplan/server/access/permit'
import { keepPass } from '@kinplan/server/private-time/draft-pass.store'
import { takePass } from '@kinplan/server/private-time/take-pass'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documents, done, familyInPrivateTime, letIn, newDevice, only, type PrivateTime } from './private-time'

/** Put-outs that are tried against appends on their way; a thousand were tried by hand. */
const races = Number(process.env['PUT_OUT_RACES'] ?? 12)

type Sent = ReturnType<ReturnType<typeof newDevice>['envelope']> & { kind: 'update' }

describe.each(enginesToTest())('a pass to a draft, on the %s database', (engine) => {
  let server: TestServer
  let family: PrivateTime
  let mum: Visitor
  let dad: Visitor
  let gran: Visitor
  let device: ReturnType<typeof newDevice>
  let page: string

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    await moveDatabaseClock(server, 0)
    family = await familyInPrivateTime(server)
    mum = await server.as(family.personIds.mum)
    dad = await server.as(family.personIds.dad)
    gran = await server.as(family.personIds.gran)
    device = newDevice(family.meetingId)
    page = randomBytes(16).toString('base64url')
    await done(mum, documents.startDraft, { input: device.start })
    for (const other of [dad, gran]) await letIn(mum, other, device)
  })

  const fresh = <T>(who: Visitor, work: Parameters<ReturnType<typeof openFresh>>[2]) =>
    openFresh(server.parts)(who.session, 'pass', work) as Promise<T>
  const passFor = (who: Visitor, right: PassRight = 'draft:append') =>
    fresh<DraftPass>(who, async (op) => (await takePass(op, right, { draftId: device.draftId, memberProof: device.memberProof })).pass)
  const envelope = () => device.envelope() as unknown as Sent
  const append = (pass: DraftPass, sent: Sent[] = [envelope()]) => server.parts.appendEnvelopes(pass, page, sent)
  const ask = <Row extends object>(sql: string, ...values: unknown[]) =>
    asAdministrator(server, (question) => question<Row & {}>(sql, ...values))
  const version = async () =>
    (await ask<{ v: number }>(`select "accessVersion" as v from "Draft" where "id" = $1::uuid`, device.draftId))[0]?.v ?? 0
  const stored = async () =>
    (await ask<{ n: number }>(`select count(*)::int as n from "Envelope" where "draftId" = $1::uuid`, device.draftId))[0]?.n
  const putOut = (personId: string) =>
    server.database.transaction({ worker: workers.helen.id }, async (tx) => {
      await tx.roomMember.updateMany({ where: { personId }, data: { putOutAt: server.clock.now() } })
    })

  it('stores what comes by it, under its own sender and epoch, and the same again once', async () => {
    const pass = await passFor(mum)
    const sent = envelope()
    expect(await append(pass, [sent])).toEqual({ stored: [{ envelopeId: sent.id, seq: 1 }], refusal: null })
    expect(await append(pass, [sent, envelope()])).toMatchObject({ stored: [{ envelopeId: sent.id, seq: 1 }, { seq: 2 }], refusal: null })
    const rows = await ask<{ personId: string; epoch: number }>(
      `select "personId", "epoch" from "Envelope" where "draftId" = $1::uuid`,
      device.draftId,
    )
    expect(rows).toEqual([
      { personId: family.personIds.mum, epoch: 1 },
      { personId: family.personIds.mum, epoch: 1 },
    ])
  })

  it('is none to send by where it was made to listen, and none for a proof that is wrong', async () => {
    expect(await append(await passFor(mum, 'draft:read'))).toBe('judgeAgain')
    const guess = { draftId: device.draftId, memberProof: randomBytes(32).toString('base64url') }
    await expect(fresh(mum, (op) => takePass(op, 'draft:append', guess))).rejects.toThrow('Reference')
    const taken = await server.database.transaction(
      { person: family.personIds.mum },
      (tx) => tx.$queryRaw`SELECT * FROM take_draft_pass(${device.draftId}::uuid, ${randomBytes(32)}, 'draft:append', 1)`,
    )
    expect(taken).toEqual([])
    expect(await stored()).toBe(0)
  })

  it('ends with its session, also for what was stored before, by the clock of the database alone', async () => {
    const pass = await passFor(mum)
    const sent = envelope()
    await append(pass, [sent])
    await moveDatabaseClock(server, 400 * 86_400_000)
    expect(await append(pass, [sent])).toBe('judgeAgain')
    expect(await append(pass)).toBe('judgeAgain')
    await moveDatabaseClock(server, 0)
    expect(await append(pass)).toMatchObject({ refusal: null })
    await done(mum, 'mutation { leave { __typename ... on Refused { code field } } }')
    expect(await append(pass, [sent])).toBe('judgeAgain')
    expect(await stored()).toBe(2)
  })

  const changes: [string, () => Promise<unknown>][] = [
    ['somebody is put out', () => putOut(family.personIds.dad)],
    ['a session ends', () => done(dad, 'mutation { leave { __typename ... on Refused { code field } } }')],
    ['the stage moves', async () => ask(`update "Meeting" set "stage" = 'agreeing' where "id" = $1::uuid`, family.meetingId)],
    ['the room ends', () => done(gran, documents.end, { id: family.meetingId, memberProof: device.memberProof })],
    ['a phone takes the key', async () => letIn(mum, await server.as(family.personIds.dad), device)],
    ['somebody’s part in the family ends', () => ask(`update "Person" set "endedAt" = now() where "id" = $1::uuid`, family.personIds.dad)],
    [
      'somebody is told',
      () => ask(`update "Participant" set "toldAt" = now() - interval '1 day' where "personId" = $1::uuid`, family.personIds.dad),
    ],
    [
      'a link is replaced',
      async () => {
        const helen = await server.as(workers.helen.id)
        for (let times = 0; times < 2; times++) await done(helen, documents.makeLink, { id: family.personIds.dad })
      },
    ],
  ]
  it.each(changes)('is an old one when %s', async (_what, change) => {
    const pass = await passFor(mum)
    const before = await version()
    await change()
    expect(await version()).toBeGreaterThan(before)
    expect(await append(pass)).toBe('judgeAgain')
    expect(await stored()).toBe(0)
  })

  it('is not old because somebody writes, and is judged anew by whoever still may', async () => {
    const pass = await passFor(mum)
    await append(pass)
    const before = await version()
    await append(await passFor(dad, 'draft:append').then((his) => ({ ...his })), [])
    expect(await version()).toBe(before)
    await putOut(family.personIds.dad)
    expect(await append(pass)).toBe('judgeAgain')
    expect(await only(mum, documents.append, device.append([envelope()], { device: page }))).toMatchObject({
      __typename: 'AppendEnvelopesDone',
    })
    expect(await only(dad, documents.append, device.append([envelope()], device.another()))).toMatchObject({ __typename: 'Refused' })
  })

  it('is an old one already when what it was judged by changed during the judgement', async () => {
    const seen = await version()
    await putOut(family.personIds.gran)
    const pass = await fresh<DraftPass>(mum, async (op) => {
      const granted = await permit(op, 'draft:append', { kind: 'draft', id: device.draftId })
      return keepPass(granted, 'draft:append', seen, device.memberProof)
    })
    expect(await append(pass)).toBe('judgeAgain')
  })

  it('lets nobody fill the draft: too much at once is refused, and goes later', async () => {
    const pass = await passFor(mum)
    const large = () => Array.from({ length: 8 }, () => ({ ...envelope(), sealed: randomBytes(65_000).toString('base64url') }))
    const answers: (Appended | 'judgeAgain')[] = []
    for (let times = 0; times < 6; times++) answers.push(await append(pass, large()))
    expect(answers.map((answer) => (answer === 'judgeAgain' ? answer : answer.refusal))).toEqual([
      null,
      null,
      ...Array<string>(4).fill('envelopesTooMany'),
    ])
    expect(await append(await passFor(dad), [])).toMatchObject({ refusal: null })
  })

  /** Late: told to somebody who was put out, and stored after the commit that put them out. */
  async function lateAfter(tries: number): Promise<{ late: number; told: number }> {
    const dadId = family.personIds.dad
    let [late, told] = [0, 0]
    for (let times = 0; times < tries; times++) {
      await ask(`update "RoomMember" set "putOutAt" = null where "personId" = $1::uuid`, dadId)
      const closing = new AbortController()
      const follower = server.post.follow(device.draftId, closing.signal)
      const [{ head } = { head: 0 }] = await ask<{ head: number }>(`select "head" from "Draft" where "id" = $1::uuid`, device.draftId)
      follower.caughtUp(await passFor(dad, 'draft:read'), head)
      const heard: { seq: number }[] = []
      const listening = (async () => {
        for (let next = await follower.next(60_000); next !== 'lookAgain' && next !== 'ended'; next = await follower.next(60_000))
          heard.push(...next)
      })()
      const mumsPass = await passFor(mum)
      const sending = Array.from({ length: 4 }, async (_, place) => {
        await new Promise((resolve) => setTimeout(resolve, place))
        // Whoever may is judged anew, and goes on.
        if ((await append(mumsPass)) === 'judgeAgain') await append(await passFor(mum))
      })
      await new Promise((resolve) => setTimeout(resolve, Math.random() * 8))
      const headAtPutOut = await server.database
        .transaction({ worker: workers.helen.id }, async (tx) => {
          await tx.roomMember.updateMany({ where: { personId: dadId }, data: { putOutAt: server.clock.now() } })
        })
        .then(async () => {
          // Read after the commit, so that it is at least what it was at the commit.
          return (
            await ask<{ head: number; v: number }>(
              `select coalesce(max(v."seq"), 0)::int as head from "Envelope" v where v."draftId" = $1::uuid`,
              device.draftId,
            )
          )[0]?.head
        })
      await Promise.all(sending)
      await append(await passFor(mum))
      closing.abort()
      await listening
      follower.leave()
      late += heard.filter(({ seq }) => seq > (headAtPutOut ?? 0)).length
      told += heard.length
    }
    return { late, told }
  }

  it('tells nobody who was put out what is stored after that, whatever was on its way', async () => {
    const { late, told } = await lateAfter(races)
    expect({ late, anythingTold: told > 0 }).toEqual({ late: 0, anythingTold: true })
  })

  it('would tell them, were the version not moved', async () => {
    await ask('alter table "RoomMember" disable trigger "RoomMember_moves_access"')
    try {
      expect((await lateAfter(5)).late).toBeGreaterThan(0)
    } finally {
      await ask('alter table "RoomMember" enable trigger "RoomMember_moves_access"')
    }
  })
})

import { randomUUID } from 'node:crypto'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { policy, rights, ties } from '@kinplan/domain/access/rules'
import { openFresh } from '@kinplan/server/graphql/operate'
import { keptOf } from '@kinplan/server/platform/sealing-key'
import { openSockets } from '@kinplan/server/graphql/sockets'
import { sessionCookieFor } from '@kinplan/server/graphql/cookies'
import { openLimits } from '@kinplan/server/graphql/limits'
import { trustDocuments } from '@kinplan/server/graphql/trusted-documents'
import { openPost } from '@kinplan/server/private-time/post'
import { createHub } from '@kinplan/server/platform/hub'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { asAdministrator } from '@kinplan/testkit/as-administrator'
import { workers } from '@kinplan/testkit/cast'
import { standsAs, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { createClient } from 'graphql-ws'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { WebSocket } from 'ws'
import { familyWithPlan } from './family-with-plan'
import { familyBeingPrepared, safetyWords } from './meeting-family'
import { documents, done, familyInPrivateTime, moveStage, newDevice, only } from './private-time'
import { rowsOfFamily } from './rows-of-family'

const { helen, priya, ruth, owen } = workers
const makeLink = `mutation ($id: ID!) { makeSignInLink(personId: $id) { __typename ... on MakeSignInLinkDone { address spokenCode } ...
    on Refused { code field } } }`
const signIn = 'mutation ($token: String!, $code: String!) { signIn(token: $token, code: $code) { __typename ... on Refused { code } } }'
const bookReview = `mutation ($input: BookReviewInput!) { bookReview(input: $input) { __typename ... on Refused { code field } ...
    on BookReviewDone { meeting { id } } } }`
const markApart = 'mutation ($input: MarkApartInput!) { markApart(input: $input) { __typename ... on Refused { code field } } }'
const recordSafety = 'mutation ($input: RecordSafetyInput!) { recordSafety(input: $input) { __typename ... on Refused { code field } } }'
const minutesOf = (time: string) => Number(time.slice(0, 2)) * 60 + Number(time.slice(3))

describe.each(enginesToTest())('an enemy at the door, on the %s database', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())

  const linkFor = async (personId: string) => {
    const { address, spokenCode } = await done<{ address: string; spokenCode: string }>(await server.as(helen.id), makeLink, {
      id: personId,
    })
    return { token: address.split('/').at(-1) ?? '', code: spokenCode }
  }
  const sessionsOf = (personId: string) =>
    asAdministrator(server, async (ask) => {
      const open = 'select count(*)::int as n from "Session" where "personId" = $1::uuid and "endedAt" is null and "linkId" is not null'
      return (await ask<{ n: number }>(open, personId))[0]?.n
    })

  describe('who hides what is asked', () => {
    it.each([
      'mutation { ...both } fragment both on Mutation { a: leave { __typename } b: leave { __typename } }',
      'mutation { ... on Mutation { a: leave { __typename } b: leave { __typename } } }',
      'mutation { leave { __typename } ... on Mutation { b: leave { __typename } } }',
      `mutation { ...one } fragment one on Mutation { ...two } fragment two on Mutation { a: leave { __typename } ...three }
        fragment three on Mutation { b: leave { __typename } }`,
      'mutation { ...round } fragment round on Mutation { ...round }',
      'mutation { __typename }',
    ])('makes one change a request, however it is written: %s', async (document) => {
      const { result } = await server.nobody.ask(document)
      expect(result.errors?.map((error) => error.extensions['code'])).toEqual(['MALFORMED'])
      expect((await server.nobody.ask('mutation { ...one } fragment one on Mutation { leave { __typename } }')).result.data).toEqual({
        leave: { __typename: 'LeaveDone' },
      })
    })

    it('opens a promise by its token alone, and not beside other questions in a fragment', async () => {
      const { gran, familyId } = await rowsOfFamily(server)
      const token = randomUUID()
      await server.database.transaction({ worker: helen.id }, async (tx) => {
        const action = await tx.action.findFirstOrThrow({ where: { familyId }, select: { id: true } })
        await tx.actionLink.createMany({
          data: [
            {
              familyId,
              actionId: action.id,
              personId: gran,
              endsAt: new Date('2027-01-01'),
              tokenHash: keptOf(server.parts.key.fingerprint(token, 'action')),
            },
          ],
        })
      })
      const promise = `actionByLink(token: "${token}") { text }`
      expect(await server.nobody.send(`{ ${promise} }`)).toEqual({ actionByLink: { text: 'Collect Mia' } })
      expect(await server.nobody.send(`{ ...all } fragment all on Query { ${promise} me { today } }`)).toMatchObject({
        actionByLink: null,
      })
    })
  })

  describe('who tries codes', () => {
    it('keeps no session from a link that is being replaced', async () => {
      const { people } = await familyBeingPrepared(server)
      const { token, code } = await linkFor(people.gran)
      const began = Promise.withResolvers<void>()
      const goOn = Promise.withResolvers<void>()
      const replacing = server.database.transaction({ worker: helen.id }, async (tx) => {
        await tx.signInLink.updateMany({ where: { personId: people.gran }, data: { replacedAt: server.clock.now() } })
        await tx.$queryRaw`select end_sessions_of(${people.gran}::uuid, ${server.clock.now()})::text`
        began.resolve()
        await goOn.promise
      })
      await began.promise
      const signing = only(server.nobody, signIn, { token, code })
      await pause(300)
      goOn.resolve()
      await replacing
      expect(await signing).toMatchObject({ code: 'linkEnded' })
      expect(await sessionsOf(people.gran)).toBe(0)
    })

    it('leaves no session of the one before behind on a shared tablet', async () => {
      const { people } = await familyBeingPrepared(server)
      const tablet = await server.as(priya.id)
      const { token, code } = await linkFor(people.gran)
      const { session } = await tablet.ask(signIn, { token, code })
      expect(await tablet.send('{ me { worker { id } } }')).toEqual({ me: { worker: null } })
      expect(
        await server.holding(session === null || session === 'ended' ? null : session.token).send('{ me { person { name } } }'),
      ).toEqual({ me: { person: { name: 'Joan Carter' } } })
    })

    it('has one link that opens, also when its answer was lost and the same request comes again', async () => {
      const { people, familyId } = await familyBeingPrepared(server)
      const visitor = await server.as(helen.id)
      const make = async () =>
        (await visitor.send(makeLink, { id: people.gran }, 'the-same-key'))['makeSignInLink'] as {
          __typename: string
          address: string
          spokenCode: string
        }
      const [lost, made] = [await make(), await make()]
      const opens = async ({ address, spokenCode }: typeof made) =>
        (await only(server.nobody, signIn, { token: address.split('/').at(-1), code: spokenCode })).code ?? 'opens'
      expect([await opens(lost), await opens(made)]).toEqual(['linkEnded', 'opens'])
      await done(
        await server.as(ruth.id),
        'mutation ($input: AllocateInput!) { allocate(input: $input) { __typename ... on Refused { code field } } }',
        { input: { familyId, workerId: workers.marcus.id, role: 'coordinator' } },
      )
      expect(await make()).toMatchObject({ __typename: 'Refused', code: 'notYours' })
    })
  })

  describe('who looks for a pair kept apart', () => {
    it('is not shown that there is a review before a manager has decided anew, nor that something is waited for', async () => {
      const { gran, dad, planId } = await familyWithPlan(server)
      const [coordinator, manager, person] = [await server.as(helen.id), await server.as(ruth.id), await server.as(gran)]
      await done(coordinator, markApart, { input: { oneId: gran, otherId: dad, levels: ['knowing'] } })
      const { meeting } = await done<{ meeting: { id: string } }>(coordinator, bookReview, {
        input: { planId, date: '2026-06-09', start: '16:00', minutes: '90', place: 'The hub' },
      })
      const seen = async () =>
        (
          await person.send('query ($id: ID!) { myMeeting(id: $id) { stage startWall endWall place arriveAt viewerCan } }', {
            id: meeting.id,
          })
        )['myMeeting']
      expect(await seen()).toBeNull()
      await done(manager, recordSafety, { input: { meetingId: meeting.id, ...safetyWords } })
      expect(await seen()).toBeNull()
      await done(
        coordinator,
        'mutation ($id: ID!) { sendInvitations(meetingId: $id, version: 1) { __typename ... on Refused { code field } } }',
        { id: meeting.id },
      )
      expect(await seen()).toMatchObject({
        stage: 'booked',
        startWall: '2026-06-09T16:00',
        place: null,
        viewerCan: expect.arrayContaining(['meeting_reply']),
      })
    })

    it('never gives both of a pair the address: it is for those who are coming in the room, and only one of them can be', async () => {
      const { teller, meetingId, people, participantOf } = await familyBeingPrepared(server)
      await teller.does(helen.id, 'markApart', { oneId: people.mum, otherId: people.dad, levels: ['site'] }, 'family { id }')
      await teller.does(ruth.id, 'recordSafety', { meetingId, ...safetyWords }, 'meeting { id }')
      await teller.does(
        helen.id,
        'bookTime',
        { meetingId, version: await versionOf(teller, meetingId), date: '2026-03-21', start: '10:00', minutes: '180', place: 'The hub' },
        'meeting { id }',
      )
      await teller.does(helen.id, 'sendInvitations', { meetingId, version: await versionOf(teller, meetingId) }, 'sent')
      const told = async (who: string) =>
        (await teller.ask(who, 'query ($id: ID!) { myMeeting(id: $id) { place arriveAt mine { version } } }', { id: meetingId }))[
          'myMeeting'
        ] as { place: string | null; arriveAt: string | null; mine: { version: number } }
      for (const who of [people.mum, people.dad, people.gran]) expect(await told(who)).toMatchObject({ place: null, arriveAt: null })
      const replies = async (who: string, how: string) =>
        teller.does(who, 'reply', { meetingId, version: (await told(who)).mine.version, reply: 'coming', how }, 'myMeeting { place }')
      expect(await replies(people.mum, 'inRoom')).toMatchObject({ myMeeting: { place: 'The hub' } })
      await expect(replies(people.dad, 'inRoom')).rejects.toThrow('choiceUnknown how')
      expect(await replies(people.dad, 'video')).toMatchObject({ myMeeting: { place: null } })
      await standsAs(teller, meetingId, participantOf('gran'), 'coming', 'inRoom')
      expect(await told(people.gran)).toMatchObject({ place: 'The hub', arriveAt: expect.any(String) })
    })

    it('finds no way past a pair that is marked after the booking: neither the invitation nor the welcome puts them together', async () => {
      const { teller, meetingId, people, participantOf } = await familyBeingPrepared(server)
      const does = (mutation: string, given: Record<string, unknown>, show = 'meeting { id }', who: string = helen.id) =>
        teller.does(who, mutation, given, show)
      const version = () => versionOf(teller, meetingId)
      for (const who of ['mum', 'dad'] as const) await standsAs(teller, meetingId, participantOf(who), 'coming', 'inRoom')
      await does('bookTime', { meetingId, version: await version(), date: '2026-03-21', start: '10:00', minutes: '180', place: 'The hub' })
      await does('markApart', { oneId: people.mum, otherId: people.dad, levels: ['room'] }, 'family { id }')
      await does('recordSafety', { meetingId, ...safetyWords }, 'meeting { id }', ruth.id)
      await expect(does('sendInvitations', { meetingId, version: await version() }, 'sent')).rejects.toThrow('keptApart')
      await expect(does('moveStage', { meetingId, to: 'welcome', version: await version() })).rejects.toThrow('keptApart')
      await standsAs(teller, meetingId, participantOf('dad'), 'coming', 'video')
      const { meeting } = await does(
        'sendInvitations',
        { meetingId, version: await version() },
        'sent meeting { participants { person { id } arriveAt } }',
      )
      const { participants } = meeting as { participants: { person: { id: string } | null; arriveAt: string }[] }
      const [mum, dad] = [people.mum, people.dad].map((id) =>
        minutesOf(participants.find(({ person }) => person?.id === id)?.arriveAt ?? ''),
      )
      expect(Math.abs((mum ?? 0) - (dad ?? 0))).toBeGreaterThanOrEqual(20)
      await does('moveStage', { meetingId, to: 'welcome', version: await version() })
    })

    it('is not told of more plans than they may know of', async () => {
      const { teller, meetingId, people } = await familyBeingPrepared(server)
      await teller.does(priya.id, 'markApart', { oneId: people.mum, otherId: people.dad, levels: ['knowing'] }, 'family { id }')
      await teller.does(ruth.id, 'recordSafety', { meetingId, ...safetyWords }, 'meeting { id }')
      await teller.does(
        helen.id,
        'endMeeting',
        { meetingId, version: await versionOf(teller, meetingId), ending: 'severalPlans', nextStep: 'We meet again.' },
        'meeting { id }',
      )
      const ending = async (who: string) =>
        (await teller.ask(who, 'query ($id: ID!) { myMeeting(id: $id) { ending } }', { id: meetingId }))['myMeeting']
      for (const who of [people.mum, people.dad]) expect(await ending(who)).toEqual({ ending: 'plan' })
      expect(await ending(people.gran)).toEqual({ ending: 'severalPlans' })
    })

    it('learns nothing as a social worker from what stands in the way', async () => {
      const { teller, meetingId, people } = await familyBeingPrepared(server)
      const can = async (who: string) =>
        (
          (await teller.ask(who, 'query ($id: ID!) { meeting(id: $id) { viewerCan } }', { id: meetingId }))['meeting'] as {
            viewerCan: string[]
          }
        ).viewerCan
      const give = (who: string) => teller.does(who, 'giveBottomLines', { meetingId, on: '2026-03-10' }, 'meeting { id }')
      const before = await can(priya.id)
      await expect(give(priya.id)).rejects.toThrow('notYours')
      expect(await can(helen.id)).toContain('bottomLine_give')
      await teller.does(helen.id, 'markApart', { oneId: people.mum, otherId: people.dad, levels: ['knowing'] }, 'family { id }')
      expect(await can(priya.id)).toEqual(before)
      await expect(give(priya.id)).rejects.toThrow('notYours')
      expect(await can(helen.id)).not.toContain('bottomLine_give')
      await expect(give(helen.id)).rejects.toThrow('safetyFirst')
    })
  })

  describe('who watches private family time', () => {
    it('reads in the record of no page that a member opened or joined', async () => {
      const { familyId, meetingId, personIds } = await familyInPrivateTime(server)
      const device = newDevice(meetingId)
      const [mum, supervisor] = [await server.as(personIds.mum), await server.as(ruth.id)]
      const jid = Buffer.alloc(16, randomUUID()).toString('base64url')
      await done(mum, documents.startDraft, { input: device.start })
      await mum.send('query ($id: ID!) { myRoom(meetingId: $id) { id } }', { id: meetingId })
      await done(mum, 'mutation ($input: OfferJoinInput!) { offerJoin(input: $input) { __typename ... on Refused { code field } } }', {
        input: { draftId: device.draftId, memberProof: device.memberProof, jid, offer: 'A' },
      })
      await done(
        await server.as(personIds.gran),
        'mutation ($input: ReplyToJoinInput!) { replyToJoin(input: $input) { __typename ... on Refused { code field } } }',
        { input: { jid, reply: 'B' } },
      )
      await done(mum, documents.append, device.append([device.envelope()]))
      const record = async () =>
        (
          (
            await supervisor.send('query ($id: ID!) { accessRecord(familyId: $id, first: 100) { rows { who right allowed } } }', {
              id: familyId,
            })
          )['accessRecord'] as { rows: { right: string; allowed: boolean }[] }
        ).rows.filter(({ right }) => /^(room|draft):/.test(right))
      expect(await record()).toEqual([])
      await only(await server.as(helen.id), documents.append, device.append([device.envelope()]))
      expect(await record()).toEqual([])
      await only(mum, documents.append, device.append([device.envelope()], { memberProof: Buffer.alloc(32).toString('base64url') }))
      expect(await record()).toMatchObject([{ right: 'draft:append', allowed: false }])
    })

    it('leaves no room behind that nobody is in and nobody can end', async () => {
      const { meetingId, personIds } = await familyInPrivateTime(server)
      const device = newDevice(meetingId)
      await done(await server.as(personIds.mum), documents.startDraft, { input: device.start })
      const coordinator = await server.as(helen.id)
      const endAccess = (id: string) =>
        done(coordinator, 'mutation ($id: ID!) { endAccess(personId: $id) { __typename ... on Refused { code field } } }', { id })
      await endAccess(personIds.mum)
      await endAccess(personIds.dad)
      await expect(moveStage(coordinator, meetingId, 'agreeing')).rejects.toThrow('stillPrivate')
      await endAccess(personIds.gran)
      await moveStage(coordinator, meetingId, 'agreeing')
    })

    it('gets past a lock that allows everything only to the wall behind it', async () => {
      const rows = await rowsOfFamily(server)
      const stranger = await rowsOfFamily(server, 'The other family')
      const plan = 'query ($id: ID!) { plan(id: $id) { id } }'
      const asks: [string, Record<string, unknown>][] = [
        ['query ($id: ID!) { family(id: $id) { id } }', { id: rows.familyId }],
        ['query ($id: ID!) { meeting(id: $id) { id } }', { id: rows.meetingId }],
        ['query ($id: ID!) { myMeeting(id: $id) { id } }', { id: rows.meetingId }],
        ['query ($id: ID!) { myPlan(id: $id) { id } }', { id: rows.planId }],
        ['query ($id: ID!) { myRoom(meetingId: $id) { id } }', { id: rows.meetingId }],
        ['query ($id: ID!) { accessRecord(familyId: $id, first: 10) { rows { id } } }', { id: rows.familyId }],
        [plan, { id: rows.planId }],
      ]
      const proof = { draftId: rows.draftId, memberProof: Buffer.alloc(32).toString('base64url') }
      const before = { ...policy }
      const open = Object.fromEntries(ties.map((tie) => [tie, true]))
      try {
        for (const right of rights) Object.assign(policy, { [right]: { ...before[right], ...open } })
        for (const id of [owen.id, stranger.gran, rows.gone]) {
          const who: Visitor = id === rows.gone ? server.nobody : await server.as(id)
          for (const [document, variables] of asks) expect(Object.values(await who.send(document, variables)), document).toEqual([null])
          expect(await only(who, makeLink, { id: rows.gran })).toMatchObject({ code: 'notYours' })
        }
        expect(await (await server.as(priya.id)).send(plan, { id: rows.planId })).toEqual({ plan: { id: rows.planId } })
        for (const id of [helen.id, priya.id, ruth.id, rows.dad, stranger.gran]) {
          const who = await server.as(id)
          expect(await only(who, documents.keepKeyShare, proof), id).toMatchObject({ code: 'notYours' })
          expect(await who.listen(documents.envelopes, { ...proof, after: 0 }).events.next()).toMatchObject({ done: true })
        }
        expect(await only(await server.as(rows.gran), documents.keepKeyShare, proof)).toMatchObject({ code: 'proofWrong' })
      } finally {
        Object.assign(policy, before)
      }
      expect(await (await server.as(owen.id)).send(plan, { id: rows.planId })).toEqual({ plan: null })
    })
  })

  describe('who speaks to the database', () => {
    it('shadows no table of the functions that may do more, and they are for the app alone', async () => {
      const { familyId } = await rowsOfFamily(server)
      const seen = await server.database.transaction({ worker: owen.id }, async (tx) => {
        await tx.$executeRawUnsafe(
          `create temp table "Allocation" on commit drop as select '${familyId}'::uuid as "familyId", '${owen.id}'::uuid
            as "workerId", 'coordinator' as role, now() - interval '1 year' as "from", null::timestamptz as until`,
        )
        await tx.$executeRawUnsafe('grant select on pg_temp."Allocation" to public')
        return tx.$queryRawUnsafe<unknown[]>('select * from my_families()')
      })
      expect(seen).toEqual([])
      const open = await server.database.transaction({}, (tx) =>
        tx.$queryRawUnsafe<{ name: string }[]>(
          `select proname::text as name from pg_proc where pronamespace = 'public'::regnamespace and prosecdef
            and (has_function_privilege('public', oid, 'execute') or proconfig is distinct from array['search_path=public, pg_temp'])`,
        ),
      )
      expect(open).toEqual([])
    })
  })

  describe('who comes by the socket', () => {
    it('asks for nothing but the two subscriptions there', async () => {
      const http = createServer()
      await new Promise<void>((resolve) => http.listen(0, '127.0.0.1', resolve))
      const { parts } = server
      const trusted = trustDocuments({
        ask: '{ me { today } }',
        change: 'mutation { leave { __typename } }',
        listen: 'subscription ($id: ID!) { changed(meetingId: $id) }',
      })
      const cookie = sessionCookieFor(parts.address)
      const close = openSockets({
        server: http,
        schema: parts.schema,
        trusted,
        limits: openLimits([], cookie, parts.key),
        cookie,
        fresh: openFresh(parts),
        hub: createHub(),
        post: openPost(server.database),
        meetingsNow: server.meetingsNow,
        logger: parts.logger,
        endedSessions: () => Promise.resolve(new Set()),
      })
      const { session } = await server.as(workers.helen.id)
      class Signed extends WebSocket {
        constructor(address: string, protocols: string) {
          super(address, protocols, { headers: { cookie: `kinplan=${session}` } })
        }
      }
      const client = createClient({
        url: `ws://127.0.0.1:${(http.address() as AddressInfo).port}/graphql`,
        webSocketImpl: Signed,
        retryAttempts: 0,
      })
      const send = (documentId: string) =>
        new Promise((resolve) => {
          const answers: unknown[] = []
          client.subscribe(
            { query: '', extensions: { documentId }, variables: { id: randomUUID() } },
            { next: (answer) => void answers.push(answer), error: resolve, complete: () => resolve(answers) },
          )
        })
      try {
        for (const id of ['ask', 'change', 'unknown'])
          expect(await send(id), id).toMatchObject([{ extensions: { code: 'UNKNOWN_DOCUMENT' } }])
        expect(await send('listen')).toEqual([])
      } finally {
        await client.dispose()
        await close()
        http.close()
      }
    })
  })
})

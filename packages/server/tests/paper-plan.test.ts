import { randomUUID } from 'node:crypto'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { onPaper, paperDocuments as papers } from './on-paper'
import { documents, done, familyInPrivateTime, letIn, moveStage, newDevice, only, shownToAll, type PrivateTime } from './private-time'

describe.each(enginesToTest())('a plan from paper, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let paper: Awaited<ReturnType<typeof onPaper>>
  let helen: Visitor
  let mum: Visitor
  let gran: Visitor

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    server.clock.set(new Date('2026-03-10T10:00:00Z'))
    family = await beginning(server)
    paper = await onPaper(server, family)
    helen = paper.helen
    mum = await server.as(family.personIds.mum)
    gran = await server.as(family.personIds.gran)
  })
  const plansOf = async (who: Visitor) =>
    (
      (await who.send('query ($id: ID!) { myMeeting(id: $id) { plans { id } } }', { id: family.meetingId }))['myMeeting'] as {
        plans: unknown[]
      }
    ).plans
  const rowsOf = (table: 'plan' | 'message' | 'agreement' | 'action') =>
    server.database.transaction({ worker: workers.helen.id }, (tx) =>
      (tx[table] as { count(of: object): Promise<number> }).count({ where: { familyId: family.familyId } }),
    )
  const later = () => server.clock.set(new Date(server.clock.now().getTime() + 60_000))

  it('waits, word for word, and is no plan: nothing is agreed, promised or sent', async () => {
    await paper.agreeing()
    const messages = await rowsOf('message')
    const id = await paper.type()
    expect(await paper.waiting(mum)).toEqual({
      id,
      typedBy: 'Helen Okafor',
      readBackTo: ['Gran', 'Mum'],
      wantYouToKnow: 'We love her 💛',
      stopped: false,
      doubted: false,
      mayAnswer: true,
      steps: [
        { what: '  Gran walks her\n', who: 'Gran', bottomLineId: family.bottomLineId, heading: null },
        { what: 'Tea on Sundays', who: 'All of us', bottomLineId: null, heading: 'Ours' },
      ],
    })
    expect(await plansOf(mum)).toEqual([])
    for (const [who, document, of] of [
      [mum, documents.agree, { planId: id, answer: 'yes', reason: '' }],
      [helen, documents.agreeFor, { planId: id, participantId: paper.partOf('dad'), answer: 'yes', reason: '', givenTo: 'slip' }],
    ] as const)
      expect(await only(who, document, { input: of })).toMatchObject({ code: 'notYours' })
    const makeAction = `mutation ($input: MakeActionInput!) { makeAction(input: $input) { __typename ... on Refused { code } } }`
    const action = { planId: id, stepId: null, text: 'x', ownerPersonId: family.personIds.gran, ownerWorkerId: null, dueOn: '2026-04-01' }
    expect(await only(helen, makeAction, { input: action })).toMatchObject({ code: 'notYours' })
    expect([await rowsOf('plan'), await rowsOf('action'), await rowsOf('agreement')]).toEqual([0, 0, 0])
    expect(await rowsOf('message')).toBe(messages)
  })

  it('is a plan once somebody of the room says yes, marked for everybody, and is agreed like every other', async () => {
    await paper.agreeing()
    const id = await paper.type()
    later()
    const { myMeeting } = await done<{ myMeeting: { paperPlan: null; plans: { id: string }[] } }>(mum, papers.confirm, { id })
    expect(myMeeting).toEqual({ paperPlan: null, plans: [{ id: expect.any(String) as string, version: 1, fromPaper: true }] })
    const planId = myMeeting.plans[0]?.id ?? ''
    const ofPlan = `{ fromPaper sharedThrough { linkOf } wantYouToKnow steps { what bottomLineId heading }
      paperMark { typedBy typedAt readBackTo yesBy yesGivenTo yesSaidTo mine } }`
    const asSaid = (isMine: boolean) => ({
      fromPaper: true,
      sharedThrough: null,
      wantYouToKnow: 'We love her 💛',
      steps: [
        { what: '  Gran walks her\n', bottomLineId: family.bottomLineId, heading: null },
        { what: 'Tea on Sundays', bottomLineId: null, heading: 'Ours' },
      ],
      paperMark: {
        typedBy: 'Helen Okafor',
        typedAt: '2026-03-10T10:00:00.000Z',
        readBackTo: ['Gran', 'Mum'],
        yesBy: 'Mum',
        yesGivenTo: 'ownScreen',
        yesSaidTo: null,
        mine: isMine,
      },
    })
    const jo = await server.as(family.personIds.jo)
    for (const who of [mum, gran, jo])
      expect((await who.send(`query ($id: ID!) { myPlan(id: $id) ${ofPlan} }`, { id: planId }))['myPlan']).toEqual(asSaid(who === mum))
    const priya = await server.as(workers.priya.id)
    expect((await priya.send(`query ($id: ID!) { plan(id: $id) ${ofPlan} }`, { id: planId }))['plan']).toEqual(asSaid(false))
    expect(await only(gran, documents.agree, { input: { planId, answer: 'yes', reason: '' } })).toMatchObject({
      plan: { myAnswer: { answer: 'yes' } },
    })
    expect(await only(mum, papers.confirm, { id })).toMatchObject({ code: 'alreadyDone' })
    expect(await only(helen, papers.takeBack, { id })).toMatchObject({ code: 'alreadyDone' })
    expect(await paper.typings()).toMatchObject([{ id, state: 'confirmed' }])
  })

  it('is refused while private family time goes on, whatever has ended, and by the wall as well', async () => {
    expect(await only(helen, papers.type, paper.input())).toMatchObject({ code: 'notNow' })
    const room = await server.database.transaction({ worker: workers.helen.id }, (tx) =>
      tx.privateRoom.findFirstOrThrow({ where: { meetingId: family.meetingId }, select: { id: true } }),
    )
    const { familyId, meetingId, personIds } = family
    const row = { familyId, meetingId, roomId: room.id, typing: 1, wantYouToKnow: '', readBackToIds: [personIds.mum] }
    const insert = (worker: string) =>
      server.database.transaction({ worker }, (tx) =>
        tx.paperPlan.createMany({ data: [{ ...row, typedById: worker, typedAt: server.clock.now() }] }),
      )
    await expect(insert(workers.helen.id)).rejects.toThrow('row-level security')
    await done(helen, documents.endFor, { id: meetingId, saidBy: 'Gran' })
    expect(await only(helen, papers.type, paper.input())).toMatchObject({ code: 'notNow' })
    await expect(insert(workers.priya.id)).rejects.toThrow('row-level security')
    await expect(insert(workers.helen.id)).resolves.toEqual({ count: 1 })
  })

  it('closes, ends and moves no draft, and stands still while the family is private again', async () => {
    const device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    await letIn(mum, gran, device)
    await done(mum, documents.append, device.append([device.envelope()]))
    await done(mum, documents.end, { id: family.meetingId, memberProof: device.memberProof })
    await moveStage(helen, family.meetingId, 'agreeing')
    const drafts = () =>
      server.database.transaction({ person: family.personIds.mum }, (tx) =>
        tx.draft.findMany({ orderBy: { startedAt: 'asc' }, include: { envelopes: { select: { seq: true } } } }),
      )
    const before = await drafts()
    expect(before).toMatchObject([{ state: 'open', head: 1, closedAt: null }])
    const id = await paper.type()
    expect(await drafts()).toEqual(before)
    later()
    await moveStage(helen, family.meetingId, 'privateTime')
    const next = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: next.start })
    await letIn(mum, gran, next)
    expect(await paper.waiting(mum)).toBeNull()
    for (const answer of [
      await only(mum, papers.confirm, { id }),
      await paper.doubt(mum, id, ''),
      await only(helen, papers.takeBack, { id }),
    ])
      expect(answer).toMatchObject({ code: 'notNow' })
    const said = { paperPlanId: id, participantId: paper.partOf('mum'), givenTo: 'slip' }
    expect(await only(helen, papers.confirmFor, { input: said })).toMatchObject({ code: 'notNow' })
    expect(await only(mum, documents.append, next.append([next.envelope()]))).toMatchObject({ __typename: 'AppendEnvelopesDone' })
    expect(
      await mum.send('query ($id: ID!) { myRoom(meetingId: $id) { ended draft { id state shared } } }', { id: family.meetingId }),
    ).toEqual({
      myRoom: { ended: false, draft: { id: next.draftId, state: 'open', shared: null } },
    })
    await done(mum, documents.end, { id: family.meetingId, memberProof: next.memberProof })
    await moveStage(helen, family.meetingId, 'agreeing')
    const both = await drafts()
    expect(both).toHaveLength(2)
    await done(mum, papers.confirm, { id })
    expect(await drafts()).toEqual(both)
  })

  it('is outdated by a plan that its people shared since', async () => {
    await paper.agreeing()
    const id = await paper.type()
    later()
    await moveStage(helen, family.meetingId, 'privateTime')
    const device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    await letIn(mum, gran, device)
    const share = {
      input: { draftId: device.draftId, shareProof: device.shareProof, head: 0, digest: 'a'.repeat(64), wantYouToKnow: 'New.', steps: [] },
    }
    await shownToAll(server, mum, share)
    await done(mum, documents.share, share)
    await done(mum, documents.end, { id: family.meetingId })
    await moveStage(helen, family.meetingId, 'agreeing')
    expect(await paper.waiting(mum)).toBeNull()
    expect(await only(mum, papers.confirm, { id })).toMatchObject({ code: 'planNotLatest' })
    expect(await paper.typings()).toMatchObject([{ id, state: 'outdated' }])
    await done(helen, papers.takeBack, { id })
    later()
    const again = await paper.type()
    expect(await only(gran, papers.confirm, { id: again })).toMatchObject({
      myMeeting: { plans: [{ version: 2, fromPaper: true }, { version: 1 }] },
    })
  })

  it('is typed anew over the typing that she saw, which is kept; and answers belong to one typing', async () => {
    await paper.agreeing()
    const first = await paper.type()
    expect(await only(helen, papers.type, paper.input())).toMatchObject({ code: 'changedMeanwhile' })
    later()
    const second = await paper.type({ replacesId: first, wantYouToKnow: 'Put right.' })
    expect(await only(helen, papers.type, paper.input({ replacesId: first }))).toMatchObject({ code: 'changedMeanwhile' })
    expect(await paper.typings()).toMatchObject([
      { id: second, typing: 2, state: 'waiting' },
      { id: first, typing: 1, state: 'replaced' },
    ])
    expect(await paper.waiting(gran)).toMatchObject({ id: second, wantYouToKnow: 'Put right.' })
    expect(await only(gran, papers.confirm, { id: first })).toMatchObject({ code: 'planNotLatest' })
    await done(helen, papers.takeBack, { id: second })
    expect(await paper.waiting(gran)).toBeNull()
    expect(await only(gran, papers.confirm, { id: second })).toMatchObject({ code: 'alreadyDone' })
    later()
    expect(await paper.waiting(gran)).toBeNull()
    expect(await paper.type()).not.toBe(second)
  })

  it('becomes one plan when two say yes at once, or the same request comes again', async () => {
    await paper.agreeing()
    const id = await paper.type()
    const answers = await Promise.all([mum, gran].map((who) => only(who, papers.confirm, { id })))
    expect(answers.map((answer) => answer.code ?? 'done').toSorted()).toEqual(['alreadyDone', 'done'])
    expect(await plansOf(mum)).toHaveLength(1)
    later()
    const again = await paper.type()
    const first = await mum.send(papers.confirm, { id: again }, 'yes-once')
    expect(await mum.send(papers.confirm, { id: again }, 'yes-once')).toEqual(first)
    expect(await plansOf(mum)).toHaveLength(2)
  })

  it('is of the room of those to whom it was read back, who speak for the family', async () => {
    await paper.agreeing()
    const outside = { code: 'choiceUnknown', field: 'readBackTo' }
    for (const readBackTo of [[], [paper.partOf('jo')], [paper.partOf('mum'), paper.partOf('jo')], [randomUUID()], ['nobody']])
      expect(await only(helen, papers.type, paper.input({ readBackTo }))).toMatchObject(outside)
    await server.database.transaction({ worker: workers.helen.id }, (tx) =>
      tx.person.updateMany({ where: { id: family.personIds.gran }, data: { kind: 'interpreter' } }),
    )
    expect(await only(helen, papers.type, paper.input())).toMatchObject(outside)
    const id = await paper.type({ readBackTo: [paper.partOf('mum')] })
    expect(await paper.waiting(gran)).toMatchObject({ id, mayAnswer: false })
    for (const answer of [await only(gran, papers.confirm, { id }), await paper.doubt(gran, id, '')])
      expect(answer).toMatchObject({ code: 'choiceUnknown' })
    const said = { paperPlanId: id, participantId: paper.partOf('gran'), givenTo: 'slip' }
    expect(await only(helen, papers.confirmFor, { input: said })).toMatchObject({ code: 'choiceUnknown', field: 'participantId' })
  })

  it('is refused with no words, broken ones, too many steps or what nobody gave the family', async () => {
    await paper.agreeing()
    const typed = paper.input().input.steps[0]
    for (const [changes, refusal] of [
      [
        { wantYouToKnow: ' ', steps: [] },
        { code: 'wordsMissing', field: 'steps' },
      ],
      [{ steps: Array.from({ length: 101 }, () => typed) }, { code: 'tooMany', field: 'steps' }],
      [{ steps: [{ ...typed, what: 'a\0b' }] }, { code: 'wordsBroken', field: 'what' }],
      [{ wantYouToKnow: 'x'.repeat(5001) }, { code: 'wordsTooLong', field: 'wantYouToKnow' }],
      [{ steps: [{ ...typed, bottomLineId: family.meetingId }] }, { code: 'choiceUnknown', field: 'bottomLineId' }],
    ] as const)
      expect(await only(helen, papers.type, paper.input(changes))).toMatchObject(refusal)
    expect(await paper.typings()).toEqual([])
  })
})

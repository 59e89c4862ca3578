import { randomUUID } from 'node:crypto'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { moveDatabaseClock, moveDatabaseClockOn } from '@kinplan/testkit/database-clock'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { forgetDrafts } from '../src/private-time/retention.store'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { documents, done, familyInPrivateTime, letIn, moveStage, newDevice, only, shownToAll, type PrivateTime } from './private-time'

const dayMs = 86_400_000
const digest = 'a'.repeat(64)
const words = { who: 'Gran', byWhen: 'Monday', howWeWillKnow: 'She is in class', helpNeeded: 'A bus pass', ifItDoesNotWork: 'Ring Jo' }

describe.each(enginesToTest())('the shared plan, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let mum: Visitor
  let dad: Visitor
  let gran: Visitor
  let jo: Visitor
  let helen: Visitor
  let priya: Visitor
  let device: ReturnType<typeof newDevice>

  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())
  beforeEach(async () => {
    server.clock.set(new Date('2026-03-10T10:00:00Z'))
    family = await beginning(server)
    const { personIds } = family
    mum = await server.as(personIds.mum)
    dad = await server.as(personIds.dad)
    gran = await server.as(personIds.gran)
    jo = await server.as(personIds.jo)
    helen = await server.as(workers.helen.id)
    priya = await server.as(workers.priya.id)
    device = await begin()
  })

  async function begin() {
    const made = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: made.start })
    for (const other of [dad, gran]) await letIn(mum, other, made)
    await done(mum, documents.append, made.append([made.envelope(), made.envelope()]))
    return made
  }
  const input = (changes: Record<string, unknown> = {}) => ({
    input: {
      draftId: device.draftId,
      shareProof: device.shareProof,
      head: 2,
      digest,
      wantYouToKnow: 'We love her 💛',
      steps: [
        { bottomLineId: family.bottomLineId, what: '  Gran walks her\n', ...words },
        { heading: 'Ours', what: 'Tea on Sundays', ...words },
      ],
      ...changes,
    },
  })
  async function share() {
    await shownToAll(server, mum, input())
    return (await done<{ plan: { id: string; version: number } }>(mum, documents.share, input())).plan
  }
  async function shareAndAgree() {
    const plan = await share()
    await done(mum, documents.end, { id: family.meetingId })
    await moveStage(helen, family.meetingId, 'agreeing')
    return plan
  }
  const agree = (who: Visitor, planId: string, answer: string, reason = '') =>
    only(who, documents.agree, { input: { planId, answer, reason } })
  const ends = async (ending: string) => {
    const { version } = (await helen.send('query ($id: ID!) { meeting(id: $id) { version } }', { id: family.meetingId }))['meeting'] as {
      version: number
    }
    await done(helen, 'mutation ($input: EndMeetingInput!) { endMeeting(input: $input) { __typename ... on Refused { code field } } }', {
      input: { meetingId: family.meetingId, version, ending, nextStep: 'Helen rings everybody' },
    })
  }
  const partOf = async (personId: string) => {
    const data = await helen.send('query ($id: ID!) { meeting(id: $id) { participants { id person { id } } } }', { id: family.meetingId })
    return (data['meeting'] as { participants: { id: string; person: { id: string } | null }[] }).participants.find(
      (one) => one.person?.id === personId,
    )?.id
  }
  const readPlan = `query ($id: ID!) { plan(id: $id) { version sharedBy wantYouToKnow answered participants agreements { name answer reason
      givenTo } steps { what heading bottomLineId } council { answer } } }`

  it('is shared once, word for word, and then workers read it', async () => {
    const list = 'query ($id: ID!) { meeting(id: $id) { plans { version } } }'
    expect(await helen.send(list, { id: family.meetingId })).toEqual({ meeting: { plans: [] } })
    const plan = await share()
    expect(plan).toMatchObject({
      version: 1,
      wantYouToKnow: 'We love her 💛',
      steps: [
        { what: '  Gran walks her\n', bottomLineId: family.bottomLineId, heading: null },
        { heading: 'Ours', bottomLineId: null },
      ],
    })
    expect(await helen.send(list, { id: family.meetingId })).toEqual({ meeting: { plans: [{ version: 1 }] } })
    expect((await priya.send(readPlan, { id: plan.id }))['plan']).toMatchObject({
      sharedBy: 'Mum',
      wantYouToKnow: 'We love her 💛',
      answered: 0,
      participants: 4,
    })
    expect(await (await server.as(workers.owen.id)).send(readPlan, { id: plan.id })).toEqual({ plan: null })
    expect(await only(mum, documents.share, input())).toMatchObject({ code: 'draftClosed' })
    expect(await only(mum, documents.append, device.append([device.envelope()]))).toMatchObject({ code: 'draftClosed' })
    expect(await gran.send('query ($id: ID!) { myRoom(meetingId: $id) { draft { state shared } } }', { id: family.meetingId })).toEqual({
      myRoom: { draft: { state: 'closed', shared: plan.id } },
    })
  })

  it('is shared by one of two who press at once', async () => {
    await shownToAll(server, mum, input())
    const answers = await Promise.all([mum, gran].map((who) => only(who, documents.share, input())))
    expect(answers.map((answer) => answer.code ?? 'done').toSorted()).toEqual(['done', 'draftClosed'])
  })

  it('is shared once when the same request comes again, and shown again', async () => {
    await shownToAll(server, mum, input())
    const first = await mum.send(documents.share, input(), 'share-once-1')
    expect(first).toMatchObject({ sharePlan: { plan: { version: 1 } } })
    expect(await mum.send(documents.share, input(), 'share-once-1')).toEqual(first)
    expect(await mum.send(documents.share, input({ head: 3 }), 'share-once-1')).toMatchObject({ sharePlan: { code: 'sameKeyOtherInput' } })
  })

  it('is not shared when somebody has written more, without the proof, or by anybody else', async () => {
    await done(mum, documents.append, device.append([device.envelope()]))
    expect(await only(mum, documents.share, input())).toMatchObject({ code: 'draftMoved' })
    expect(await only(mum, documents.share, input({ head: 3, shareProof: device.memberProof }))).toMatchObject({ code: 'proofWrong' })
    for (const who of [helen, priya, jo, server.nobody])
      expect(await only(who, documents.share, input({ head: 3 }))).toMatchObject({ code: 'notYours' })
    await shownToAll(server, gran, input({ head: 3 }))
    expect(await only(gran, documents.share, input({ head: 3 }))).toMatchObject({ __typename: 'SharePlanDone' })
  })

  it('is refused with too many steps, broken words or what nobody gave the family, and the draft stays open', async () => {
    const step = { what: 'x', ...words }
    const wrong: [Record<string, unknown>, Record<string, unknown>][] = [
      [{ steps: Array.from({ length: 101 }, () => step) }, { code: 'tooMany', field: 'steps' }],
      [{ steps: [{ ...step, what: 'a\0b' }] }, { code: 'wordsBroken', field: 'what' }],
      [{ steps: [{ ...step, who: 'x'.repeat(5001) }] }, { code: 'wordsTooLong', field: 'who' }],
      [{ steps: [{ ...step, bottomLineId: family.meetingId }] }, { code: 'choiceUnknown', field: 'bottomLineId' }],
      [{ digest: '' }, { code: 'choiceUnknown', field: 'digest' }],
    ]
    for (const [changes, refusal] of wrong) expect(await only(mum, documents.share, input(changes))).toMatchObject(refusal)
    expect(await share()).toMatchObject({ version: 1 })
  })

  it('does not reach somebody who must not know of one who wrote it', async () => {
    const plan = await share()
    const read = async (who: Visitor) => [
      (await who.send('query ($id: ID!) { myPlan(id: $id) { version } }', { id: plan.id }))['myPlan'],
      (await who.send('query ($id: ID!) { myMeeting(id: $id) { plans { version } } }', { id: family.meetingId }))['myMeeting'],
    ]
    expect(await read(jo)).toEqual([{ version: 1 }, { plans: [{ version: 1 }] }])
    await done(priya, 'mutation ($input: MarkApartInput!) { markApart(input: $input) { __typename ... on Refused { code field } } }', {
      input: { oneId: family.personIds.jo, otherId: family.personIds.gran, levels: ['knowing'] },
    })
    expect(await read(jo)).toEqual([null, { plans: [] }])
    expect(await read(dad)).toEqual([{ version: 1 }, { plans: [{ version: 1 }] }])
  })

  it('is answered by somebody who may not know of it as if it were not there, whatever the stage', async () => {
    await done(priya, 'mutation ($input: MarkApartInput!) { markApart(input: $input) { __typename ... on Refused { code field } } }', {
      input: { oneId: family.personIds.jo, otherId: family.personIds.gran, levels: ['knowing'] },
    })
    const safety = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
    await done(
      await server.as(workers.ruth.id),
      'mutation ($input: RecordSafetyInput!) { recordSafety(input: $input) { __typename ... on Refused { code field } } }',
      { input: { meetingId: family.meetingId, ...safety } },
    )
    const plan = await share()
    const answers = async () => expect(await agree(jo, plan.id, 'yes')).toEqual(await agree(jo, randomUUID(), 'yes'))
    await answers()
    await done(mum, documents.end, { id: family.meetingId })
    await moveStage(helen, family.meetingId, 'agreeing')
    await answers()
    await ends('plan')
    await answers()
  })

  it('is answered by each for themself, unseen, and a later answer takes the place of the earlier', async () => {
    const plan = await share()
    expect(await agree(mum, plan.id, 'yes')).toMatchObject({ code: 'notNow' })
    await done(mum, documents.end, { id: family.meetingId })
    await moveStage(helen, family.meetingId, 'agreeing')
    expect(await agree(mum, plan.id, 'notYet', 'Too much for Gran')).toMatchObject({
      plan: { myAnswer: { answer: 'notYet', reason: 'Too much for Gran' } },
    })
    expect(await agree(mum, plan.id, 'yes')).toMatchObject({ plan: { myAnswer: { answer: 'yes', reason: null } } })
    expect(await agree(jo, plan.id, 'later')).toMatchObject({ plan: { myAnswer: { answer: 'later' } } })
    expect(await agree(mum, plan.id, 'notAsked')).toMatchObject({ code: 'choiceUnknown', field: 'answer' })
    for (const who of [helen, priya, server.nobody, await server.as(family.personIds.mia)])
      expect(await agree(who, plan.id, 'yes')).toMatchObject({ code: 'notYours' })
    expect((await gran.send('query ($id: ID!) { myPlan(id: $id) { myAnswer { answer } } }', { id: plan.id }))['myPlan']).toEqual({
      myAnswer: null,
    })
    expect((await helen.send(readPlan, { id: plan.id }))['plan']).toMatchObject({
      answered: 1,
      participants: 4,
      agreements: [
        { name: 'Jo', answer: 'later', givenTo: 'ownScreen' },
        { name: 'Mum', answer: 'yes', givenTo: 'ownScreen' },
      ],
    })
    for (const who of [priya, await server.as(workers.ruth.id)])
      expect((await who.send(readPlan, { id: plan.id }))['plan']).toMatchObject({ answered: 1, agreements: null })
  })

  it('is answered for somebody by slip or by word to the coordinator, and by nobody else', async () => {
    const plan = await shareAndAgree()
    const slip = { planId: plan.id, participantId: await partOf(family.personIds.dad), answer: 'yes', reason: '', givenTo: 'slip' }
    expect(await only(priya, documents.agreeFor, { input: slip })).toMatchObject({ code: 'notYours' })
    expect(await only(gran, documents.agreeFor, { input: slip })).toMatchObject({ code: 'notYours' })
    expect(await only(helen, documents.agreeFor, { input: { ...slip, givenTo: 'ownScreen' } })).toMatchObject({
      code: 'choiceUnknown',
      field: 'givenTo',
    })
    expect(await only(helen, documents.agreeFor, { input: { ...slip, participantId: plan.id } })).toMatchObject({
      code: 'notYours',
      field: 'participantId',
    })
    expect(await done(helen, documents.agreeFor, { input: slip })).toMatchObject({
      plan: { answered: 1, participants: 4, agreements: [{ name: 'Dad', answer: 'yes', givenTo: 'slip' }] },
    })
    expect(await dad.send('query ($id: ID!) { myPlan(id: $id) { myAnswer { answer } } }', { id: plan.id })).toEqual({
      myPlan: { myAnswer: { answer: 'yes' } },
    })
  })

  it('shows answers to their givers alone once the meeting has ended', async () => {
    const plan = await shareAndAgree()
    await agree(dad, plan.id, 'notYet', 'I work nights')
    await ends('partOfPlan')
    expect((await helen.send(readPlan, { id: plan.id }))['plan']).toMatchObject({ agreements: null })
    expect(await dad.send('query ($id: ID!) { myPlan(id: $id) { myAnswer { answer reason } } }', { id: plan.id })).toEqual({
      myPlan: { myAnswer: { answer: 'notYet', reason: 'I work nights' } },
    })
    expect(await agree(dad, plan.id, 'yes')).toMatchObject({ code: 'notNow' })
  })

  it('gets an answer of the council from the social worker, with reasons', async () => {
    const plan = await shareAndAgree()
    const { steps } = (await mum.send('query ($id: ID!) { myPlan(id: $id) { steps { id } } }', { id: plan.id }))['myPlan'] as {
      steps: { id: string }[]
    }
    const stepId = steps[0]?.id
    const say = (who: Visitor, changes: Record<string, unknown>) =>
      only(who, documents.council, {
        input: { planId: plan.id, stepId, answer: 'yes', reason: '', wouldMakeYes: '', decider: '', decideBy: '', ...changes },
      })
    for (const who of [helen, mum, server.nobody, await server.as(workers.owen.id)])
      expect(await say(who, {})).toMatchObject({ code: 'notYours' })
    expect(await say(priya, { answer: 'no' })).toMatchObject({ code: 'answerNeedsReason', field: 'reason' })
    expect(await say(priya, { answer: 'notYet', reason: 'No bus' })).toMatchObject({ code: 'answerNeedsReason', field: 'wouldMakeYes' })
    expect(await say(priya, { answer: 'decidedBy', decider: 'Ruth' })).toMatchObject({ code: 'deciderMissing' })
    expect(await say(priya, { answer: 'decidedBy', decider: 'Ruth', decideBy: '2026-02-30' })).toMatchObject({
      code: 'dateImpossible',
      field: 'decideBy',
    })
    expect(await say(priya, { stepId: plan.id })).toMatchObject({ code: 'choiceUnknown', field: 'stepId' })
    await say(priya, { answer: 'notYet', reason: 'No bus', wouldMakeYes: 'A pass' })
    server.clock.set(new Date('2026-03-10T11:00:00Z'))
    await say(priya, { stepId: null })
    server.clock.set(new Date('2026-03-10T12:00:00Z'))
    expect(await say(priya, { answer: 'decidedBy', decider: 'Ruth', decideBy: '2026-03-20' })).toMatchObject({
      plan: {
        council: [
          { stepId, answer: 'decidedBy', decider: 'Ruth', decideBy: '2026-03-20', by: { name: 'Priya Shah' } },
          { stepId: null, answer: 'yes' },
        ],
      },
    })
  })

  it('becomes version 2, answered by nobody yet, when the family goes private again', async () => {
    const first = await shareAndAgree()
    await agree(mum, first.id, 'notYet')
    await moveStage(helen, family.meetingId, 'privateTime')
    expect(await gran.send('query ($id: ID!) { myRoom(meetingId: $id) { ended draft { id } } }', { id: family.meetingId })).toEqual({
      myRoom: { ended: false, draft: null },
    })
    device = await begin()
    const second = await shareAndAgree()
    expect(second.version).toBe(2)
    expect((await helen.send(readPlan, { id: second.id }))['plan']).toMatchObject({ answered: 0, agreements: [] })
    expect(await agree(mum, first.id, 'yes')).toMatchObject({ code: 'planNotLatest' })
    expect(await agree(mum, second.id, 'yes')).toMatchObject({ __typename: 'AgreePlanDone' })
    expect(
      (await mum.send('query ($id: ID!) { myMeeting(id: $id) { plans { version } } }', { id: family.meetingId }))['myMeeting'],
    ).toEqual({ plans: [{ version: 2 }, { version: 1 }] })
  })

  it('outlives its draft, which is forgotten a day after sharing', async () => {
    const plan = await share()
    const left = () =>
      server.database.transaction({ person: family.personIds.mum }, (tx) => tx.envelope.count({ where: { draftId: device.draftId } }))
    await moveDatabaseClockOn(server, dayMs - 60_000)
    await forgetDrafts(server.database)
    expect(await left()).toBe(2)
    await moveDatabaseClockOn(server, 60_000)
    await forgetDrafts(server.database)
    await moveDatabaseClock(server, 0)
    expect(await left()).toBe(0)
    expect(await mum.send('query ($id: ID!) { myPlan(id: $id) { version } }', { id: plan.id })).toEqual({ myPlan: { version: 1 } })
  })
})

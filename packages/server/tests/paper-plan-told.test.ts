import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { onPaper, paperDocuments as papers } from './on-paper'
import {
  documents,
  done,
  familyInPrivateTime,
  letIn,
  linkFrom,
  moveStage,
  newDevice,
  only,
  signedInBy,
  type PrivateTime,
} from './private-time'

const refused = '__typename ... on Refused { code field }'
const {
  helen: helenId,
  priya: priyaId,
  ruth: ruthId,
  owen: owenId,
  marcus: marcusId,
} = Object.fromEntries(Object.entries(workers).map(([name, { id }]) => [name, id])) as Record<keyof typeof workers, string>

describe.each(enginesToTest())('who is told of a plan from paper, on the %s database', (engine) => {
  const beginning = sameBeginning(familyInPrivateTime)
  let server: TestServer
  let family: PrivateTime
  let paper: Awaited<ReturnType<typeof onPaper>>
  let helen: Visitor
  let mum: Visitor
  let dad: Visitor
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
    dad = await server.as(family.personIds.dad)
    gran = await server.as(family.personIds.gran)
  })
  const later = () => server.clock.set(new Date(server.clock.now().getTime() + 60_000))
  const rowsSeen = (who: { person?: string; worker?: string }) =>
    server.database.transaction(who, async (tx) => [await tx.paperPlan.count(), await tx.paperStep.count(), await tx.paperDoubt.count()])
  const doesAs = async (worker: string, field: string, type: string, input: object) =>
    done(await server.as(worker), `mutation ($input: ${type}!) { ${field}(input: $input) { ${refused} } }`, { input })
  const said = (paperPlanId: string, who: keyof PrivateTime['personIds'], givenTo: string) => ({
    input: { paperPlanId, participantId: paper.partOf(who), givenTo },
  })

  it('is nobody but the coordinator, and whoever was in the room', async () => {
    await paper.agreeing()
    const id = await paper.type()
    for (const who of [mum, dad, gran]) expect(await paper.waiting(who)).toMatchObject({ id })
    const jo = await server.as(family.personIds.jo)
    const other = await familyInPrivateTime(server)
    for (const who of [jo, await server.as(other.personIds.mum)]) {
      expect(await paper.waiting(who)).toBeNull()
      for (const answer of [
        await only(who, papers.confirm, { id }),
        await paper.doubt(who, id, 'No.'),
        await only(who, papers.takeBackDoubt, { id }),
      ])
        expect(answer).toMatchObject({ code: 'notYours' })
    }
    for (const worker of [priyaId, ruthId, owenId]) {
      const who = await server.as(worker)
      expect(await paper.typings(who)).toBeNull()
      for (const answer of [
        await only(who, papers.type, paper.input()),
        await only(who, papers.takeBack, { id }),
        await only(who, papers.confirmFor, said(id, 'mum', 'slip')),
        await only(who, papers.confirm, { id }),
      ])
        expect(answer).toMatchObject({ code: 'notYours' })
    }
    expect(await only(helen, papers.confirm, { id })).toMatchObject({ code: 'notYours' })
    expect(await only(mum, papers.takeBack, { id })).toMatchObject({ code: 'notYours' })
    for (const worker of [priyaId, ruthId, owenId]) expect(await rowsSeen({ worker })).toEqual([0, 0, 0])
    for (const person of [family.personIds.jo, other.personIds.mum]) expect(await rowsSeen({ person })).toEqual([0, 0, 0])
    expect(await rowsSeen({ person: family.personIds.dad })).toEqual([1, 2, 0])
    expect(await rowsSeen({ worker: helenId })).toEqual([1, 2, 0])
  })

  it('moves nothing for anybody else, live: not when it is typed in, doubted or taken back', async () => {
    await paper.agreeing()
    const frames: Record<string, number> = {}
    const sockets: { close(): void }[] = []
    const others = { jo: await server.as(family.personIds.jo), priya: await server.as(priyaId) }
    for (const [name, who] of Object.entries({ mum, gran, helen, ...others })) {
      const socket = who.listen('subscription ($id: ID!) { changed(meetingId: $id) }', { id: family.meetingId })
      frames[name] = 0
      void (async () => {
        for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) frames[name] = (frames[name] ?? 0) + 1
      })()
      sockets.push(socket)
    }
    await server.heard()
    const heard = async (all: Record<string, number>) => {
      await vi.waitFor(() => expect(frames).toEqual({ jo: 0, priya: 0, ...all }), 10_000)
      await server.heard()
      expect(frames).toEqual({ jo: 0, priya: 0, ...all })
    }
    const id = await paper.type()
    await heard({ mum: 1, gran: 1, helen: 1 })
    await paper.doubt(mum, id, 'Not Gran.')
    await heard({ mum: 2, gran: 2, helen: 2 })
    await done(helen, papers.takeBack, { id })
    await heard({ mum: 3, gran: 3, helen: 3 })
    await done(mum, papers.confirm, { id: await paper.type() })
    await vi.waitFor(() => expect([frames['jo'], frames['priya']]).toEqual([1, 1]), 10_000)
    await server.heard()
    for (const socket of sockets) socket.close()
  })

  it('is the coordinator of the meeting now: who stands in can do it, and who did it before reads it no more', async () => {
    await paper.agreeing()
    const id = await paper.type()
    await doesAs(ruthId, 'allocate', 'AllocateInput', { familyId: family.familyId, workerId: marcusId, role: 'coordinator' })
    const marcus = await server.as(marcusId)
    expect(await paper.typings(marcus)).toMatchObject([{ id, state: 'waiting' }])
    expect(await paper.typings(helen)).toBeNull()
    expect(await only(helen, papers.takeBack, { id })).toMatchObject({ code: 'notYours' })
    await done(marcus, papers.takeBack, { id })
  })

  it('hears a no with what is wrong: the coordinator, and whoever said it; nobody says yes over it', async () => {
    await paper.agreeing()
    const first = await paper.type()
    later()
    const wrong = 'We never wrote that Gran walks her.'
    expect(await paper.doubt(mum, first, wrong)).toMatchObject({ myMeeting: { paperPlan: { stopped: true, doubted: true } } })
    expect(await paper.waiting(gran)).toMatchObject({ stopped: true, doubted: false })
    expect(await paper.typings()).toMatchObject([{ state: 'stopped', doubts: [{ name: 'Mum', words: wrong }] }])
    for (const answer of [
      await only(gran, papers.confirm, { id: first }),
      await only(helen, papers.confirmFor, said(first, 'dad', 'slip')),
    ])
      expect(answer).toMatchObject({ code: 'paperStopped' })
    expect(await rowsSeen({ person: family.personIds.gran })).toEqual([1, 2, 0])
    expect(await rowsSeen({ person: family.personIds.mum })).toEqual([1, 2, 1])
    for (const worker of [priyaId, ruthId]) expect(await rowsSeen({ worker })).toEqual([0, 0, 0])
    const records = await server.database.transaction({ worker: ruthId }, (tx) =>
      tx.accessRecord.count({
        where: { familyId: family.familyId, right: { in: ['paperPlan:doubt', 'paperPlan:confirm', 'paperPlan:confirmFor'] } },
      }),
    )
    expect(records).toBe(0)
    later()
    const second = await paper.type({ replacesId: first })
    expect(await paper.waiting(mum)).toMatchObject({ id: second, stopped: false, doubted: false })
    await done(mum, papers.confirm, { id: second })
  })

  it('hears that somebody took their no back, or said more', async () => {
    await paper.agreeing()
    const id = await paper.type()
    await paper.doubt(mum, id, 'Not Gran.')
    await paper.doubt(mum, id, 'Not Gran, and not on Mondays.')
    later()
    await paper.doubt(dad, id, '')
    expect(await paper.typings()).toMatchObject([
      {
        doubts: [
          { name: 'Mum', words: 'Not Gran, and not on Mondays.' },
          { name: 'Dad', words: '' },
        ],
      },
    ])
    expect(await only(mum, papers.takeBackDoubt, { id })).toMatchObject({ myMeeting: { paperPlan: { stopped: true, doubted: false } } })
    expect(await only(mum, papers.takeBackDoubt, { id })).toMatchObject({ code: 'alreadyDone' })
    expect(await only(mum, papers.confirm, { id })).toMatchObject({ code: 'paperStopped' })
    await done(dad, papers.takeBackDoubt, { id })
    await done(mum, papers.confirm, { id })
  })

  it('is marked where a worker could read the link of whoever said yes, or wrote the yes down', async () => {
    await paper.agreeing()
    const ofPlan = `query ($id: ID!) { myPlan(id: $id) { sharedThrough { linkOf mine } paperMark { yesBy yesGivenTo yesSaidTo mine } } }`
    const minted = await signedInBy(server, await linkFrom(server, family.personIds.gran))
    const { myMeeting } = await done<{ myMeeting: { plans: { id: string }[] } }>(minted, papers.confirm, { id: await paper.type() })
    expect(await gran.send(ofPlan, { id: myMeeting.plans[0]?.id })).toEqual({
      myPlan: {
        sharedThrough: { linkOf: 'Helen Okafor', mine: true },
        paperMark: { yesBy: 'Gran', yesGivenTo: 'coordinator', yesSaidTo: null, mine: true },
      },
    })
    later()
    const id = await paper.type()
    for (const [input, refusal] of [
      [said(id, 'mum', 'ownScreen'), { code: 'choiceUnknown', field: 'givenTo' }],
      [said(id, 'jo', 'slip'), { code: 'choiceUnknown', field: 'participantId' }],
    ] as const)
      expect(await only(helen, papers.confirmFor, input)).toMatchObject(refusal)
    const { meeting } = await done<{ meeting: { plans: { id: string }[] } }>(helen, papers.confirmFor, said(id, 'mum', 'coordinator'))
    expect(await mum.send(ofPlan, { id: meeting.plans[0]?.id })).toEqual({
      myPlan: { sharedThrough: null, paperMark: { yesBy: 'Mum', yesGivenTo: 'coordinator', yesSaidTo: 'Helen Okafor', mine: true } },
    })
  })

  it('names nobody to somebody who must not know of them, though they were in one room', async () => {
    await paper.agreeing()
    const id = await paper.type()
    const { gran: granId, dad: dadId } = family.personIds
    await doesAs(priyaId, 'markApart', 'MarkApartInput', { oneId: granId, otherId: dadId, levels: ['knowing'] })
    expect(await paper.waiting(dad)).toMatchObject({ id, readBackTo: ['Mum'] })
    expect(await paper.waiting(mum)).toMatchObject({ id, readBackTo: ['Gran', 'Mum'] })
    const { myMeeting } = await done<{ myMeeting: { plans: { id: string }[] } }>(gran, papers.confirm, { id })
    const mark = async (who: Visitor) =>
      (await who.send('query ($id: ID!) { myPlan(id: $id) { paperMark { readBackTo yesBy } } }', { id: myMeeting.plans[0]?.id }))['myPlan']
    expect(await mark(dad)).toEqual({ paperMark: { readBackTo: ['Mum'], yesBy: null } })
    expect(await mark(mum)).toEqual({ paperMark: { readBackTo: ['Gran', 'Mum'], yesBy: 'Gran' } })
  })

  it('is nobody whom the family itself did not vouch for, where it did', async () => {
    const device = newDevice(family.meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    await letIn(mum, dad, device)
    await done(mum, documents.end, { id: family.meetingId, memberProof: device.memberProof })
    await moveStage(helen, family.meetingId, 'agreeing')
    const id = await paper.type()
    const minted = await signedInBy(server, await linkFrom(server, family.personIds.mum))
    expect(await paper.waiting(minted)).toBeNull()
    for (const answer of [await only(minted, papers.confirm, { id }), await paper.doubt(minted, id, '')])
      expect(answer).toMatchObject({ code: 'notVouched' })
    await done(mum, papers.confirm, { id })
  })

  it('is not the other of two rooms, and not somebody who is no longer part of the meeting', async () => {
    await paper.agreeing()
    const { mum: mumId, dad: dadId } = family.personIds
    await doesAs(priyaId, 'markApart', 'MarkApartInput', { oneId: mumId, otherId: dadId, levels: ['room'] })
    const safety = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
    await doesAs(ruthId, 'recordSafety', 'RecordSafetyInput', { meetingId: family.meetingId, ...safety })
    later()
    await moveStage(helen, family.meetingId, 'privateTime')
    await paper.agreeing()
    const across = { readBackTo: [paper.partOf('dad'), paper.partOf('gran')] }
    const apart = await only(helen, papers.type, paper.input({ readBackTo: [paper.partOf('mum')] }))
    expect(apart).toMatchObject({ meeting: { paperPlans: [{ readBackTo: ['Mum'] }] } })
    const [{ id }] = (apart['meeting'] as { paperPlans: [{ id: string }] }).paperPlans
    expect(await paper.waiting(mum)).toMatchObject({ id })
    for (const who of [dad, gran]) {
      expect(await paper.waiting(who)).toBeNull()
      expect(await only(who, papers.confirm, { id })).toMatchObject({ code: 'notYours' })
      expect(await only(who, papers.takeBackDoubt, { id })).toMatchObject({ code: 'notYours' })
    }
    expect(await rowsSeen({ person: dadId })).toEqual([0, 0, 0])
    later()
    const theirs = await paper.type(across)
    expect(await paper.waiting(dad)).toMatchObject({ id: theirs, readBackTo: ['Dad', 'Gran'] })
    expect(await paper.waiting(mum)).toMatchObject({ id })
    const { meeting } = await helen.send('query ($id: ID!) { meeting(id: $id) { participants { id version person { id } } } }', {
      id: family.meetingId,
    })
    const part = (meeting as { participants: { id: string; version: number }[] }).participants.find(
      ({ id: one }) => one === paper.partOf('mum'),
    )
    await doesAs(ruthId, 'decideNotPart', 'DecideNotPartInput', {
      participantId: part?.id,
      version: part?.version,
      reason: 'An order says so',
      lookAgainOn: '2026-06-01',
      viewsGathered: true,
    })
    for (const answer of [await only(mum, papers.confirm, { id }), await paper.doubt(mum, id, '')])
      expect(answer).toMatchObject({ code: 'notYours' })
    expect(await only(helen, papers.confirmFor, said(id, 'mum', 'slip'))).toMatchObject({ code: 'choiceUnknown', field: 'participantId' })
  })
})

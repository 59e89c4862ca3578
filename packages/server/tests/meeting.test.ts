import { randomUUID } from 'node:crypto'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { participantVersion, standsAs, talkWith, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, sameFamilyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'
import { documents, done, letIn, newDevice, only } from './private-time'

const { helen, priya, ruth, owen, marcus } = workers
const stageOnly = 'meeting { stage version }'

describe.each(enginesToTest())('a meeting, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  beforeAll(async () => {
    server = await testServer(engine)
  })
  beforeEach(async () => {
    family = await beginning(server)
  })
  afterAll(() => server.drop())

  const does = (who: string, mutation: string, given: Record<string, unknown>, show = 'meeting { id }') =>
    family.teller.does(who, mutation, given, show)
  const meetingAs = async (who: string, fields: string) =>
    (await family.teller.ask(who, `query ($id: ID!) { meeting(id: $id) { ${fields} } }`, { id: family.meetingId }))['meeting']
  const mineAs = async (who: string, fields: string) =>
    (await family.teller.ask(who, `query ($id: ID!) { myMeeting(id: $id) { ${fields} } }`, { id: family.meetingId }))['myMeeting']
  const version = () => versionOf(family.teller, family.meetingId)
  const partVersion = (who: 'mum' | 'dad' | 'gran' | 'mia') =>
    participantVersion(family.teller, family.meetingId, family.participantOf(who))
  const stands = (who: 'mum' | 'dad' | 'gran' | 'mia', state: string, how: string | null = null) =>
    standsAs(family.teller, family.meetingId, family.participantOf(who), state, how)
  const booking = { date: '2026-03-21', start: '10:00', minutes: '180', place: 'Wendlebury Hub, room 2' }
  const books = async (change: object = {}) =>
    does(
      helen.id,
      'bookTime',
      { meetingId: family.meetingId, version: await version(), ...booking, ...change },
      'meeting { stage start startWall endWall }',
    )
  const moves = async (to: string, at?: number) =>
    does(helen.id, 'moveStage', { meetingId: family.meetingId, to, version: at ?? (await version()) }, stageOnly)
  const invites = async () =>
    does(helen.id, 'sendInvitations', { meetingId: family.meetingId, version: await version() }, 'meeting { stage } sent')
  const keepsApart = (levels: string[]) =>
    does(priya.id, 'markApart', { oneId: family.people.mum, otherId: family.people.dad, levels }, 'family { id }')
  const decides = () =>
    does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords }, 'meeting { safety safetyDecision { coversAll } }')

  describe('starting', () => {
    it('needs a coordinator who is not the referrer, and the roles that they hold now', async () => {
      const { familyId, people } = family
      const start = (given: object) =>
        does(
          priya.id,
          'startMeeting',
          { familyId, coordinatorId: helen.id, referrerId: priya.id, childIds: [people.mia], ...given },
          'meeting { stage participants { name need state } }',
        )
      expect(await start({})).toMatchObject({
        meeting: {
          stage: 'preparing',
          participants: expect.arrayContaining([
            { name: 'Helen Okafor', need: 'must', state: 'coming' },
            { name: 'Priya Shah', need: 'must', state: 'coming' },
          ]),
        },
      })
      await expect(start({ referrerId: helen.id })).rejects.toThrow('notIndependent')
      await expect(start({ referrerId: marcus.id })).rejects.toThrow('choiceUnknown referrerId')
      await expect(start({ coordinatorId: marcus.id })).rejects.toThrow('choiceUnknown coordinatorId')
      await expect(start({ childIds: [people.mum] })).rejects.toThrow('choiceUnknown childIds')
      await expect(
        does(helen.id, 'startMeeting', { familyId, coordinatorId: helen.id, referrerId: priya.id, childIds: [people.mia] }),
      ).rejects.toThrow('notYours')
    })

    it(
      'is handed over with the family: the new coordinator may move it, the earlier one sees nothing, the referrer cannot take ' + 'it',
      async () => {
        const { familyId } = family
        const hands = (workerId: string) => does(ruth.id, 'allocate', { familyId, workerId, role: 'coordinator' }, 'family { id }')
        await expect(hands(priya.id)).rejects.toThrow('notIndependent')
        await hands(marcus.id)
        expect(await meetingAs(marcus.id, 'coordinator { name } viewerCan')).toMatchObject({
          coordinator: { name: 'Marcus Bell' },
          viewerCan: expect.arrayContaining(['stage_move', 'time_book']),
        })
        expect(await meetingAs(helen.id, 'id')).toBeNull()
        expect(await mineAs(family.people.mum, 'coordinator { name }')).toEqual({ coordinator: { name: 'Marcus Bell' } })
      },
    )

    it('is handed over with who came with the earlier coordinator, and without their ways to travel', async () => {
      const { familyId, meetingId } = family
      const [left, gran, priyaPart] = [
        family.participants[helen.id] ?? '',
        family.participantOf('gran'),
        family.participants[priya.id] ?? '',
      ]
      await server.database.transaction({ worker: helen.id }, async (tx) => {
        const placeId = randomUUID()
        await tx.place.createMany({ data: [{ id: placeId, name: 'The hub', address: 'x' }] })
        await tx.travelTime.createMany({ data: [{ participantId: left, placeId, familyId, meetingId, minutes: 30 }] })
        await tx.participant.updateMany({ where: { id: gran }, data: { comesWithId: left } })
        await tx.participant.updateMany({ where: { id: left }, data: { comesWithId: priyaPart } })
      })
      await does(ruth.id, 'allocate', { familyId, workerId: marcus.id, role: 'coordinator' }, 'family { id }')
      const { participants } = (await meetingAs(marcus.id, 'participants { id name state comesWithId }')) as {
        participants: { id: string; name: string; state: string; comesWithId: string | null }[]
      }
      const taken = participants.find(({ name }) => name === 'Marcus Bell')
      expect(taken).toMatchObject({ state: 'coming', comesWithId: null })
      expect(participants.find(({ id }) => id === gran)?.comesWithId).toBe(taken?.id)
      expect(participants.map(({ name }) => name)).not.toContain('Helen Okafor')
    })

    it('is handed over to a coordinator who came with the earlier one, and now comes alone', async () => {
      const { familyId, meetingId } = family
      await does(helen.id, 'addParticipant', { meetingId, workerId: marcus.id, need: 'hoped' })
      await server.database.transaction({ worker: helen.id }, (tx) =>
        tx.participant.updateMany({
          where: { meetingId, workerId: marcus.id },
          data: { comesWithId: family.participants[helen.id] ?? '' },
        }),
      )
      await does(ruth.id, 'allocate', { familyId, workerId: marcus.id, role: 'coordinator' }, 'family { id }')
      expect(await meetingAs(marcus.id, 'participants { name comesWithId }')).toMatchObject({
        participants: expect.arrayContaining([{ name: 'Marcus Bell', comesWithId: null }]),
      })
    })

    it(
      'is handed over to a worker who is held elsewhere then: they are there as not asked, nothing of theirs is held, and they ' +
        'can book again',
      async () => {
        const first = family
        await books()
        const hands = (workerId: string) =>
          does(ruth.id, 'allocate', { familyId: family.familyId, workerId, role: 'coordinator' }, 'family { id }')
        await hands(marcus.id)
        family = await familyBeingPrepared(server, { othersHaveMet: false })
        await does(helen.id, 'setParticipation', {
          participantId: family.participants[priya.id] ?? '',
          version: 1,
          state: 'notComing',
          how: null,
        })
        await books()
        await hands(marcus.id)
        const participants = async () =>
          ((await meetingAs(marcus.id, 'participants { name state how }')) as { participants: { name: string }[] }).participants.find(
            ({ name }) => name === 'Marcus Bell',
          )
        expect(await participants()).toEqual({ name: 'Marcus Bell', state: 'notAsked', how: null })
        const held = await server.database.transaction({ worker: ruth.id }, (tx) =>
          tx.workerHold.findMany({ where: { workerId: marcus.id }, select: { meetingId: true } }),
        )
        expect(held).toEqual([{ meetingId: first.meetingId }])
        const { version: at } = (await meetingAs(marcus.id, 'version')) as { version: number }
        await expect(
          does(marcus.id, 'bookTime', { meetingId: family.meetingId, version: at, ...booking, date: '2026-03-28' }),
        ).resolves.toBeTruthy()
      },
    )

    it('shows in the family and in the list of families, and to no worker of another team', async () => {
      await books()
      const { families } = await family.teller.ask(
        priya.id,
        '{ families(first: 100) { families { id nextMeeting { id stage startWall } } } }',
      )
      expect((families as { families: { id: string }[] }).families.find((row) => row.id === family.familyId)).toMatchObject({
        nextMeeting: { id: family.meetingId, stage: 'booked', startWall: '2026-03-21T10:00' },
      })
      expect(
        await family.teller.ask(priya.id, 'query ($id: ID!) { family(id: $id) { meetings { id kind zone } } }', { id: family.familyId }),
      ).toEqual({ family: { meetings: [{ id: family.meetingId, kind: 'conference', zone: 'Europe/London' }] } })
      expect(await meetingAs(owen.id, 'id')).toBeNull()
      expect(await meetingAs(family.people.mum, 'id')).toBeNull()
      expect(await mineAs(family.people.mum, 'id')).toEqual({ id: family.meetingId })
      expect(await mineAs(family.people.uncle, 'id')).toBeNull()
    })
  })

  describe('saying why', () => {
    it('the family asks its own questions, and only workers write worries', async () => {
      const { meetingId, people } = family
      await does(priya.id, 'addWhy', { meetingId, kind: 'worry', text: 'Mia misses school.' })
      family.teller.at(new Date('2026-03-10T10:01:00Z'))
      await does(people.gran, 'askQuestion', { meetingId, text: 'Who takes her on Mondays?' }, 'myMeeting { why { kind text } }')
      expect(await meetingAs(helen.id, 'why { kind text by }')).toEqual({
        why: [
          { kind: 'worry', text: 'Mia misses school.', by: 'Priya Shah' },
          { kind: 'familyQuestion', text: 'Who takes her on Mondays?', by: 'Joan Carter' },
        ],
      })
      await expect(does(people.gran, 'addWhy', { meetingId, kind: 'worry', text: 'x' })).rejects.toThrow('notYours')
      await expect(does(people.uncle, 'askQuestion', { meetingId, text: 'x' }, 'myMeeting { id }')).rejects.toThrow('notYours')
      await expect(does(priya.id, 'addWhy', { meetingId, kind: 'worry', text: '  ' })).rejects.toThrow('wordsMissing text')
    })

    it('what the plan must make sure of is agreed by the manager, then given; a later one says why', async () => {
      const { meetingId, people } = family
      const add = (given: object) =>
        does(
          priya.id,
          'addBottomLine',
          { meetingId, text: 'Mia sleeps somewhere safe.', childIds: [], ...given },
          'meeting { bottomLines { id version agreedBy { name } } }',
        )
      const give = () => does(helen.id, 'giveBottomLines', { meetingId, on: '2026-03-12' })
      const { bottomLines } = (await add({}))['meeting'] as { bottomLines: { id: string; version: number }[] }
      const line = { bottomLineId: bottomLines[0]?.id, version: bottomLines[0]?.version }
      await expect(give()).rejects.toThrow('notNow')
      await expect(does(priya.id, 'agreeBottomLine', line)).rejects.toThrow('notYours')
      await does(ruth.id, 'agreeBottomLine', line)
      await expect(does(ruth.id, 'agreeBottomLine', line)).rejects.toThrow('alreadyDone')
      expect(await mineAs(people.mum, 'bottomLines { text }')).toEqual({ bottomLines: [] })
      await give()
      expect(await mineAs(people.mum, 'bottomLines { text }')).toEqual({ bottomLines: [{ text: 'Mia sleeps somewhere safe.' }] })
      await expect(add({})).rejects.toThrow('wordsMissing laterReason')
      await add({ laterReason: 'The school rang.' })
      await expect(add({ laterReason: 'x', childIds: [people.mum] })).rejects.toThrow('choiceUnknown childIds')
    })

    it('a mistake is corrected at the version expected, and what was there before is kept', async () => {
      const { meetingId, people, familyId } = family
      const done = await does(priya.id, 'addWhy', { meetingId, kind: 'worry', text: 'Mia mises school.' }, 'meeting { why { id version } }')
      const [entry] = (done['meeting'] as { why: { id: string; version: number }[] }).why
      const correct = (who: string, given: object) =>
        does(
          who,
          'correct',
          given as Record<string, unknown>,
          'family { earlierValues { subjectId field value } people { id name bornOn version } }',
        )
      const why = { field: 'whyText', subjectId: entry?.id, version: entry?.version, value: 'Mia misses school.' }
      expect(await correct(priya.id, why)).toMatchObject({
        family: { earlierValues: [{ subjectId: entry?.id, field: 'whyText', value: 'Mia mises school.' }] },
      })
      await expect(correct(priya.id, why)).rejects.toThrow('changedMeanwhile')
      await expect(correct(owen.id, why)).rejects.toThrow('notYours')
      await expect(correct(people.mum, why)).rejects.toThrow('notYours')
      await correct(priya.id, { field: 'personName', subjectId: people.gran, version: 1, value: 'Joan Mary Carter' })
      await expect(correct(priya.id, { field: 'personBornOn', subjectId: people.mia, version: 1, value: '2017-02-30' })).rejects.toThrow(
        'dateImpossible value',
      )
      const last = (await correct(priya.id, { field: 'personBornOn', subjectId: people.mia, version: 1, value: '2017-05-03' }))[
        'family'
      ] as { people: { id: string }[] }
      expect(last.people.find((person) => person.id === people.mia)).toMatchObject({ bornOn: '2017-05-03', version: 2 })
      expect(
        await family.teller.ask(helen.id, 'query ($id: ID!) { family(id: $id) { earlierValues { field } } }', { id: familyId }),
      ).toMatchObject({ family: { earlierValues: { length: 3 } } })
    })
  })

  it('words that another worker corrected say who wrote them and who corrected them', async () => {
    const { meetingId } = family
    const wrote = await does(priya.id, 'addWhy', { meetingId, kind: 'worry', text: 'Mia mises school.' }, 'meeting { why { id version } }')
    const set = await does(
      priya.id,
      'addBottomLine',
      { meetingId, text: 'Mia sleeps somewhere saf.', childIds: [] },
      'meeting { bottomLines { id version } }',
    )
    const [entry] = (wrote['meeting'] as { why: { id: string; version: number }[] }).why
    const [line] = (set['meeting'] as { bottomLines: { id: string; version: number }[] }).bottomLines
    const correct = (who: string, field: string, subject: { id: string; version: number } | undefined, later: number) =>
      does(
        who,
        'correct',
        { field, subjectId: subject?.id, version: (subject?.version ?? 0) + later, value: `In ${later} words` },
        'family { id }',
      )
    const shown = () => meetingAs(helen.id, 'why { by correctedBy } bottomLines { setBy { name } correctedBy { name } }')

    await correct(priya.id, 'whyText', entry, 0)
    await correct(priya.id, 'bottomLineText', line, 0)
    expect(await shown()).toEqual({
      why: [{ by: 'Priya Shah', correctedBy: null }],
      bottomLines: [{ setBy: { name: 'Priya Shah' }, correctedBy: null }],
    })
    await correct(helen.id, 'whyText', entry, 1)
    await correct(helen.id, 'bottomLineText', line, 1)
    await correct(priya.id, 'whyText', entry, 2)
    expect(await shown()).toEqual({
      why: [{ by: 'Priya Shah', correctedBy: 'Helen Okafor' }],
      bottomLines: [{ setBy: { name: 'Priya Shah' }, correctedBy: { name: 'Helen Okafor' } }],
    })
  })

  describe('meeting each person', () => {
    it('the talk makes "not asked" into "asked", and only the coordinator reads it', async () => {
      await talkWith(family.teller, family.meetingId, family.participantOf('dad'), { whatWouldHelp: 'A lift' })
      const dad = (data: unknown) =>
        (data as { participants: { name: string }[] }).participants.find((participant) => participant.name === 'Lee Hughes')
      expect(dad(await meetingAs(helen.id, 'participants { name state preparation { whatWouldHelp } }'))).toEqual({
        name: 'Lee Hughes',
        state: 'asked',
        preparation: { whatWouldHelp: 'A lift' },
      })
      expect(dad(await meetingAs(priya.id, 'participants { name preparation { whatWouldHelp } }'))).toEqual({
        name: 'Lee Hughes',
        preparation: null,
      })
      await expect(
        does(priya.id, 'prepare', {
          participantId: family.participantOf('dad'),
          version: 2,
          wantsToTakePart: 'x',
          whoShouldBeThere: '',
          isItSafe: '',
          whoMayKnow: '',
          howToReach: '',
          whatWouldHelp: '',
        }),
      ).rejects.toThrow('notYours')
    })

    it('somebody is added once, of this family only', async () => {
      const { meetingId, people } = family
      const add = (given: object, who: string = helen.id) => does(who, 'addParticipant', { meetingId, need: 'welcome', ...given })
      await add({ personId: people.uncle })
      await expect(add({ personId: people.uncle })).rejects.toThrow('alreadyDone')
      await expect(add({ personId: people.uncle, workerId: marcus.id })).rejects.toThrow('choiceUnknown')
      const other = await familyBeingPrepared(server)
      await expect(add({ personId: other.people.uncle })).rejects.toThrow('choiceUnknown personId')
      await expect(add({ personId: 'nobody' })).rejects.toThrow('choiceUnknown personId')
      await expect(add({ workerId: 'nobody' })).rejects.toThrow('choiceUnknown workerId')
      await add({ workerId: marcus.id })
      await expect(add({ workerId: marcus.id }, people.mum)).rejects.toThrow('notYours')
    })

    it('coming says how, and an old version is refused', async () => {
      await expect(stands('gran', 'coming')).rejects.toThrow('noWayChosen how')
      await stands('gran', 'coming', 'phone')
      await expect(
        does(helen.id, 'setParticipation', { participantId: family.participantOf('gran'), version: 1, state: 'notComing' }),
      ).rejects.toThrow('changedMeanwhile')
    })

    it('only a manager decides that somebody is not part, and then they see nothing of it', async () => {
      const given = async () => ({
        participantId: family.participantOf('gran'),
        version: await partVersion('gran'),
        reason: 'Court order',
        lookAgainOn: '2026-04-01',
        viewsGathered: true,
      })
      await expect(does(helen.id, 'decideNotPart', await given())).rejects.toThrow('notYours')
      await expect(does(ruth.id, 'decideNotPart', { ...(await given()), lookAgainOn: '2026-03-01' })).rejects.toThrow('dateGone')
      expect(await mineAs(family.people.gran, 'mine { state }')).toEqual({ mine: { state: 'notAsked' } })
      await does(ruth.id, 'decideNotPart', await given(), 'meeting { participants { notPart { reason by { name } } } }')
      expect(await mineAs(family.people.gran, 'mine { state }')).toBeNull()
      expect(await family.teller.ask(family.people.gran, '{ myMeetings { id } }')).toEqual({ myMeetings: [] })
      await expect(stands('gran', 'coming', 'inRoom')).rejects.toThrow('notNow')
      family.teller.at(new Date('2026-04-01T09:00:00Z'))
      await stands('gran', 'coming', 'inRoom')
      expect(await mineAs(family.people.gran, 'mine { state }')).toEqual({ mine: { state: 'coming' } })
    })
  })

  describe('booking and inviting', () => {
    it('refuses times that are not there or have gone', async () => {
      await expect(books({ date: '2026-02-31' })).rejects.toThrow('dateImpossible date')
      await expect(books({ date: '2026-03-29', start: '01:30' })).rejects.toThrow('timeImpossible start')
      await expect(books({ date: '2026-03-01' })).rejects.toThrow('dateGone date')
      await expect(books({ minutes: '20' })).rejects.toThrow('timeImpossible minutes')
      await expect(books({ version: 99 })).rejects.toThrow('changedMeanwhile')
      await expect(does(priya.id, 'bookTime', { meetingId: family.meetingId, version: 1, ...booking })).rejects.toThrow('notYours')
    })

    it('a time that the clock shows twice is the first of the two', async () => {
      expect(await books({ date: '2026-10-25', start: '01:30' })).toMatchObject({
        meeting: { stage: 'booked', start: '2026-10-25T00:30:00.000Z', startWall: '2026-10-25T01:30', endWall: '2026-10-25T03:30' },
      })
    })

    it('everybody has their own time to arrive, and a pair kept apart is 20 minutes from each other', async () => {
      await keepsApart(['room'])
      await decides()
      await books()
      const { participants } = (await meetingAs(helen.id, 'participants { name arriveAt }')) as {
        participants: { name: string; arriveAt: string }[]
      }
      expect(participants.every((participant) => /^09:\d\d$/.test(participant.arriveAt))).toBe(true)
      const minute = (name: string) => Number(participants.find((participant) => participant.name === name)?.arriveAt.slice(3))
      expect(Math.abs(minute('Dawn Carter') - minute('Lee Hughes'))).toBeGreaterThanOrEqual(20)
      await stands('mum', 'coming', 'inRoom')
      await invites()
      expect(await mineAs(family.people.mum, 'arriveAt')).toEqual({ arriveAt: `09:${String(minute('Dawn Carter')).padStart(2, '0')}` })
    })

    it('with a pair kept apart nothing goes out until a manager has decided, and again after a new pair', async () => {
      await keepsApart(['room'])
      expect(await meetingAs(helen.id, 'safety')).toEqual({ safety: 'needed' })
      expect(await meetingAs(priya.id, 'safety safetyDecision { id }')).toEqual({ safety: null, safetyDecision: null })
      await expect(books()).rejects.toThrow('safetyFirst')
      await expect(does(helen.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords })).rejects.toThrow('notYours')
      expect(await decides()).toMatchObject({ meeting: { safety: 'decided', safetyDecision: { coversAll: true } } })
      await books()
      await keepsApart(['online'])
      expect(await meetingAs(helen.id, 'safety safetyDecision { coversAll }')).toEqual({
        safety: 'needed',
        safetyDecision: { coversAll: false },
      })
      await expect(invites()).rejects.toThrow('safetyFirst')
      await decides()
      for (const who of ['mum', 'dad'] as const) await stands(who, 'asked')
      expect(await invites()).toMatchObject({ sent: 2 })
    })

    it(
      'a time of which the family was not told shows in nothing they can do, and one of which they were goes on showing ' +
        'whoever is kept apart',
      async () => {
        const { people, meetingId } = family
        const { viewerCan: whilePreparing } = (await mineAs(people.mum, 'viewerCan')) as { viewerCan: string[] }
        const asksAnother = () => does(people.mum, 'askAnotherDay', { meetingId, words: 'Not then.' }, 'myMeeting { id }')
        const replies = async () =>
          does(people.mum, 'reply', { meetingId, version: await partVersion('mum'), reply: 'notComing', how: null }, 'myMeeting { id }')
        await books()
        expect(await mineAs(people.mum, 'stage startWall viewerCan')).toEqual({
          stage: 'preparing',
          startWall: null,
          viewerCan: whilePreparing,
        })
        await expect(asksAnother()).rejects.toThrow('notNow')
        await expect(replies()).rejects.toThrow('notNow')
        await invites()
        const told = await mineAs(people.gran, 'stage startWall viewerCan')
        expect(told).toMatchObject({
          stage: 'booked',
          startWall: '2026-03-21T10:00',
          viewerCan: expect.arrayContaining(['meeting_reply', 'anotherDay_ask']),
        })
        await keepsApart(['room'])
        expect(await mineAs(people.gran, 'stage startWall viewerCan')).toEqual(told)
        await asksAnother()
        await replies()
        family.teller.at(new Date('2026-03-10T11:00:00Z'))
        await decides()
        await books({ start: '14:00' })
        expect(await mineAs(people.gran, 'stage startWall')).toEqual({ stage: 'preparing', startWall: null })
      },
    )

    it('a pair kept apart is placed together by no path, and a person is not told why', async () => {
      const { people, meetingId } = family
      await stands('mum', 'coming', 'inRoom')
      await stands('dad', 'coming', 'inRoom')
      await keepsApart(['room'])
      await decides()
      await expect(books()).rejects.toThrow('keptApart')
      await stands('dad', 'noAnswerYet')
      await books()
      await invites()
      await expect(stands('dad', 'coming', 'inRoom')).rejects.toThrow('keptApart how')
      const replies = async (how: string) =>
        does(
          people.dad,
          'reply',
          { meetingId, version: await partVersion('dad'), reply: 'coming', how },
          'myMeeting { mine { state how } }',
        )
      await expect(replies('inRoom')).rejects.toThrow('choiceUnknown how')
      expect(await replies('video')).toMatchObject({ myMeeting: { mine: { state: 'coming', how: 'video' } } })
    })

    it('invites those who can be reached safely, keeps answers, and tells again only after a new time', async () => {
      await expect(invites()).rejects.toThrow('noTimeYet')
      await stands('mum', 'coming', 'inRoom')
      await books()
      expect(await invites()).toMatchObject({ sent: 1 })
      await stands('dad', 'asked')
      expect(await invites()).toMatchObject({ sent: 1 })
      expect(await invites()).toMatchObject({ sent: 0 })
      const { participants } = (await meetingAs(helen.id, 'participants { name state invitedAt }')) as {
        participants: { name: string; state: string; invitedAt: string | null }[]
      }
      const stand = (name: string) => participants.find((participant) => participant.name === name)
      expect([stand('Dawn Carter')?.state, stand('Lee Hughes')?.state, stand('Joan Carter')?.state]).toEqual([
        'coming',
        'noAnswerYet',
        'notAsked',
      ])
      expect(stand('Joan Carter')?.invitedAt).toBeNull()
      family.teller.at(new Date('2026-03-10T11:00:00Z'))
      await books({ start: '14:00' })
      expect(await invites()).toMatchObject({ sent: 2 })
      await expect(does(priya.id, 'sendInvitations', { meetingId: family.meetingId, version: await version() })).rejects.toThrow('notYours')
    })

    it('a person replies for themself at the version they saw', async () => {
      const { meetingId, people } = family
      const replies = (who: string, given: object) =>
        does(who, 'reply', { meetingId, version: 1, reply: 'coming', how: 'phone', ...given }, 'myMeeting { mine { state how version } }')
      await expect(replies(people.gran, {})).rejects.toThrow('notNow')
      await books()
      await invites()
      await expect(replies(people.gran, { how: null })).rejects.toThrow('noWayChosen how')
      expect(await replies(people.gran, {})).toMatchObject({ myMeeting: { mine: { state: 'coming', how: 'phone', version: 2 } } })
      await expect(replies(people.gran, { reply: 'notComing' })).rejects.toThrow('changedMeanwhile')
      await expect(replies(people.uncle, {})).rejects.toThrow('notYours')
      await expect(replies(helen.id, {})).rejects.toThrow('notYours')
      expect(await mineAs(people.mum, 'others { name }')).toEqual({ others: [{ name: 'Joan Carter' }] })
    })
  })

  describe('on the day', () => {
    const toPrivateTime = async () => {
      for (const stage of ['welcome', 'information', 'privateTime']) await moves(stage)
    }

    it('moves one stage at a time; of two coordinators at once one is told', async () => {
      await expect(moves('welcome')).rejects.toThrow('stageSkipped')
      await books()
      await expect(moves('information')).rejects.toThrow('stageSkipped')
      const at = await version()
      expect(await moves('welcome', at)).toMatchObject({ meeting: { stage: 'welcome' } })
      await expect(moves('welcome', at)).rejects.toThrow('changedMeanwhile')
      const next = await version()
      const both = await Promise.allSettled([moves('information', next), moves('information', next)])
      expect(both.map((one) => one.status).toSorted()).toEqual(['fulfilled', 'rejected'])
      expect(String(both.find((one) => one.status === 'rejected')?.reason)).toContain('changedMeanwhile')
      await expect(
        does(priya.id, 'moveStage', { meetingId: family.meetingId, to: 'privateTime', version: await version() }),
      ).rejects.toThrow('notYours')
      expect(server.told).toContain(family.meetingId)
    })

    it('private family time needs somebody of the family, puts a pair in two rooms, and names no reader to a worker', async () => {
      await books()
      await moves('welcome')
      await moves('information')
      await expect(moves('privateTime')).rejects.toThrow('nobodyInRoom')
      await stands('mum', 'coming', 'inRoom')
      await stands('gran', 'coming', 'phone')
      await stands('dad', 'coming', 'video')
      await keepsApart(['knowing', 'room'])
      await decides()
      await expect(moves('privateTime')).resolves.toMatchObject({ meeting: { stage: 'privateTime' } })
      expect(await mineAs(family.people.mum, 'readers'), 'nobody is vouched for').toEqual({ readers: [] })
      const [mum, gran] = [await server.as(family.people.mum), await server.as(family.people.gran)]
      const device = newDevice(family.meetingId)
      await done(mum, documents.startDraft, { input: device.start })
      await letIn(mum, gran, device)
      const readers = 'query ($id: ID!) { myMeeting(id: $id) { readers } }'
      for (const vouched of [mum, gran])
        expect(await only(vouched, readers, { id: family.meetingId })).toEqual({ readers: ['Dawn Carter', 'Joan Carter'] })
      expect(await mineAs(family.people.dad, 'readers others { name }')).toEqual({
        readers: [],
        others: expect.not.arrayContaining([{ name: 'Dawn Carter' }]),
      })
      expect(await meetingAs(helen.id, 'readers')).toEqual({ readers: [] })
      await expect(moves('agreeing')).rejects.toThrow('stillPrivate')
    })

    it('before private time the readers are the workers and everybody who takes part', async () => {
      const { readers } = (await mineAs(family.people.mum, 'readers')) as { readers: string[] }
      expect(readers.toSorted()).toEqual([
        'Dawn Carter',
        'Helen Okafor',
        'Joan Carter',
        'Lee Hughes',
        'Mia Carter',
        'Priya Shah',
        'Ruth Jenkins',
      ])
    })

    it('ends from any stage with what happens next, but cuts private time short only for safety', async () => {
      const ends = async (given: object, who: string = helen.id) =>
        does(
          who,
          'endMeeting',
          { meetingId: family.meetingId, version: await version(), ending: 'noPlanThisTime', nextStep: 'We meet again in May.', ...given },
          'meeting { stage ending nextStep }',
        )
      await expect(ends({ nextStep: '' })).rejects.toThrow('wordsMissing nextStep')
      await expect(ends({}, priya.id)).rejects.toThrow('notYours')
      await stands('mum', 'coming', 'inRoom')
      await books()
      await toPrivateTime()
      await expect(ends({})).rejects.toThrow('stillPrivate')
      expect(await ends({ ending: 'stoppedForSafety' })).toMatchObject({
        meeting: { stage: 'ended', ending: 'stoppedForSafety', nextStep: 'We meet again in May.' },
      })
      await expect(ends({})).rejects.toThrow('notNow')
      expect(await mineAs(family.people.mum, 'ending')).toEqual({ ending: 'stoppedForSafety' })
    })

    it('attendance is written on the day, by the coordinator', async () => {
      const attends = (who: string) =>
        does(who, 'attend', { participantId: family.participantOf('mum'), attended: true }, 'meeting { participants { name attended } }')
      await expect(attends(helen.id)).rejects.toThrow('notNow')
      await books()
      await moves('welcome')
      await expect(attends(priya.id)).rejects.toThrow('notYours')
      expect(await attends(helen.id)).toMatchObject({
        meeting: { participants: expect.arrayContaining([{ name: 'Dawn Carter', attended: true }]) },
      })
    })

    it('whoever is marked here has a room in private family time, whatever they answered, also when they come late', async () => {
      const marks = (who: 'dad' | 'gran' | 'mia', attended = true) =>
        does(helen.id, 'attend', { participantId: family.participantOf(who), attended })
      const roomOf = async (who: 'mum' | 'dad' | 'gran' | 'mia') => {
        const { myRoom } = await family.teller.ask(family.people[who], 'query ($id: ID!) { myRoom(meetingId: $id) { id ended } }', {
          id: family.meetingId,
        })
        return (myRoom as { id: string } | null)?.id ?? null
      }
      await stands('mum', 'coming', 'inRoom')
      await keepsApart(['room'])
      await decides()
      await books()
      await stands('gran', 'notComing')
      await moves('welcome')
      await marks('gran')
      await moves('information')
      await moves('privateTime')
      expect(await roomOf('mum')).not.toBeNull()
      expect(await roomOf('gran')).toBe(await roomOf('mum'))
      expect(await roomOf('mia')).toBeNull()
      await marks('mia')
      await marks('mia')
      expect(await roomOf('mia')).toBe(await roomOf('mum'))
      await marks('dad')
      const dads = await roomOf('dad')
      expect(dads).not.toBeNull()
      expect(dads).not.toBe(await roomOf('mum'))
      await marks('dad', false)
      expect(await roomOf('dad'), 'whoever has a room keeps it').toBe(dads)
    })

    it('nobody is told of a meeting that has no part for them by being marked here', async () => {
      await stands('mum', 'coming', 'inRoom')
      await keepsApart(['knowing'])
      await decides()
      await books()
      await toPrivateTime()
      const before = await mineAs(family.people.dad, 'stage startWall room { id } viewerCan others { id }')
      await does(helen.id, 'attend', { participantId: family.participantOf('dad'), attended: true })
      expect(before).toMatchObject({ stage: 'preparing', room: null })
      expect(await mineAs(family.people.dad, 'stage startWall room { id } viewerCan others { id }')).toEqual(before)
      expect(await mineAs(family.people.mum, 'stage')).toEqual({ stage: 'privateTime' })
    })

    it('a person knows the others under ids of their own, once they are told of the time', async () => {
      await stands('gran', 'coming', 'phone')
      expect(await mineAs(family.people.mum, 'others { name }')).toEqual({ others: [] })
      await books()
      await invites()
      const ids = async (who: string) =>
        ((await mineAs(who, 'others { id name }')) as { others: { id: string; name: string }[] }).others.find(
          (other) => other.name === 'Joan Carter',
        )?.id
      expect(await ids(family.people.mum)).not.toBe(await ids(family.people.dad))
    })
  })
})

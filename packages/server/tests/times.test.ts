import { randomUUID } from 'node:crypto'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { openDoor } from '@kinplan/server/graphql/operate'
import { workers } from '@kinplan/testkit/cast'
import { cannotCome, isNeeded, ordinaryWeek, saysWhen, startStoryMeeting, timeAskVersion, versionOf } from '@kinplan/testkit/story-family'
import { StoryTeller } from '@kinplan/testkit/story-teller'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, sameFamilyBeingPrepared, safetyWords, timesAsk, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth, owen, tessa } = workers
const mondays = ordinaryWeek([1], '15:00', '19:00', ['inRoom', 'phone'])
const proposal = `startWall endWall start zone placeId placeName roomId roomName secondRoomId secondRoomName shape better
  comes { participantId name worker how askBy } leftOut { participantId name why } secondMeeting { startWall endWall names }`
const found = `refused field proposals { ${proposal} } asks { kind participantId name worker edge minutes fromWall untilWall
  result { ${proposal} } } people { participantId name worker } heat { day hour time ways }`
const ranking = `query ($id: ID!, $ask: TimesAsk!) { rankedTimes(meetingId: $id, ask: $ask) { ${found} } }`
const byHand = `query ($id: ID!, $ask: TimesAsk!, $date: String!, $start: String!, $placeId: ID) { timeByHand(meetingId: $id,
  ask: $ask, date: $date, start: $start, placeId: $placeId) { ${found} } }`
const savedAsk = `timeAsk { version from until minutes earliest latest weekdays noticeDays bankHolidays schoolHours placeIds stepFree
    twoWaysOut secondRoom }`
const need = 'id version need partEdge partMinutes comesWithId plannedHow travel { placeId minutes }'

interface Proposal {
  startWall: string
  shape: string
  placeId: string | null
  roomId: string | null
  secondRoomId: string | null
  comes: { name: string; how: string; askBy: string | null }[]
  leftOut: { name: string; why: string }[]
}
interface Found {
  refused: string | null
  field: string | null
  proposals: Proposal[]
  asks: {
    kind: string
    name: string
    worker: boolean
    minutes: number
    fromWall: string | null
    untilWall: string | null
    edge: string | null
    result: Proposal
  }[]
  people: { name: string; worker: boolean }[]
  heat: { day: string; hour: number; time: string; ways: string }[]
}
interface Needed {
  id: string
  version: number
  need: string
  partEdge: string | null
  partMinutes: number | null
  comesWithId: string | null
  travel: object[] | null
}

describe.each(enginesToTest())('finding the time, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  const hub = { id: randomUUID(), garden: randomUUID(), attic: randomUUID() }
  const library = { id: randomUUID(), hall: randomUUID() }

  beforeAll(async () => {
    server = await testServer(engine)
    await server.database.transaction({ worker: ruth.id }, async (tx) => {
      await tx.place.createMany({
        data: [
          { id: hub.id, name: 'Willow Hub', address: '1 High Street' },
          { id: library.id, name: 'The library', address: '2 High Street' },
        ],
      })
      await tx.room.createMany({
        data: [
          { id: hub.garden, placeId: hub.id, name: 'The garden room', capacity: 12, stepFree: true, twoWaysOut: true },
          { id: hub.attic, placeId: hub.id, name: 'The attic', capacity: 12, stepFree: false, twoWaysOut: false },
          { id: library.hall, placeId: library.id, name: 'The hall', capacity: 40, stepFree: false, twoWaysOut: true },
        ],
      })
      await tx.schoolTerm.createMany({ data: [{ name: 'Spring', fromDate: '2026-01-05', untilDate: '2026-03-27' }] })
    })
  })
  beforeEach(async () => {
    family = await beginning(server)
  })
  afterAll(() => server.drop())

  const ranks = async (who: string, change: object = {}) =>
    (await family.teller.ask(who, ranking, { id: family.meetingId, ask: { ...timesAsk(), ...change } }))['rankedTimes'] as Found | null
  const times = async (change: object = {}) => (await ranks(helen.id, change)) ?? expect.fail('Not for Helen')
  const picks = async (who: string, picked: object, change: object = {}) =>
    (
      await family.teller.ask(who, byHand, {
        id: family.meetingId,
        ask: { ...timesAsk(), ...change },
        date: '2026-03-16',
        start: '16:00',
        ...picked,
      })
    )['timeByHand'] as Found | null
  const meetingOf = async (who: string, shown: string) =>
    (await family.teller.ask(who, `query ($id: ID!) { meeting(id: $id) { ${shown} } }`, { id: family.meetingId }))['meeting'] as Record<
      string,
      unknown
    > | null
  const neededOf = async (who: string, participantId: string) =>
    ((await meetingOf(who, `participants { ${need} }`))?.['participants'] as Needed[] | undefined)?.find(({ id }) => id === participantId)
  const everybodyElse = () => [priya.id, ruth.id, owen.id, tessa.id, family.people.mum, family.people.dad, family.people.gran]
  const oneDay = (day: string, change: object = {}) => ({ from: day, until: day, ...change })
  const bothParentsOnMondays = async () => {
    await saysWhen(family.teller, family.people.mum, [mondays])
    await saysWhen(family.teller, family.people.dad, [mondays])
  }
  const keepApart = async (level: string) => {
    await family.teller.does(
      priya.id,
      'markApart',
      { oneId: family.people.mum, otherId: family.people.dad, levels: [level] },
      'family { id }',
    )
    await family.teller.does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords }, 'meeting { id }')
  }

  it('keeps nobody waiting for the database while a search runs, and shows what else was asked for with it', async () => {
    await bothParentsOnMondays()
    let goOn = () => undefined as void
    const mayGoOn = new Promise<void>((resolve) => (goOn = resolve))
    const { searches } = server.parts
    const slow: typeof searches = {
      search: async (by, kept) => (await mayGoOn, searches.search(by, kept)),
      byHand: async (by, picked) => (await mayGoOn, searches.byHand(by, picked)),
    }
    const teller = new StoryTeller((clock) => openDoor({ ...server.parts, clock, searches: slow }), server.clock.now())
    const given = { id: family.meetingId, ask: timesAsk() }
    const ranked = teller.ask(helen.id, ranking, given)
    await expect(teller.ask(priya.id, '{ me { worker { name } } }')).resolves.toEqual({ me: { worker: { name: 'Priya Shah' } } })
    goOn()
    expect((await ranked)['rankedTimes']).toMatchObject({ refused: null, proposals: expect.arrayContaining([expect.anything()]) })
    const both = ranking.replace(') { rankedTimes', ') { meeting(id: $id) { participants { name } } rankedTimes')
    expect(await teller.ask(helen.id, both, given)).toMatchObject({
      meeting: { participants: expect.arrayContaining([{ name: 'Dawn Carter' }]) },
      rankedTimes: { refused: null },
    })
  })

  describe('the ask', () => {
    const asked = timesAsk([library.id, hub.id])
    const save = async (who: string, change: object = {}, version?: number) =>
      family.teller.does(
        who,
        'saveTimeAsk',
        {
          meetingId: family.meetingId,
          version: version ?? (await timeAskVersion(family.teller, family.meetingId)),
          ask: { ...asked, ...change },
        },
        `meeting { ${savedAsk} }`,
      )

    it('is kept for the next time, and only the coordinator reads it', async () => {
      expect(await meetingOf(helen.id, savedAsk)).toEqual({ timeAsk: null })
      expect(await save(helen.id, { noticeDays: '7', secondRoom: true })).toMatchObject({
        meeting: { timeAsk: { ...asked, version: 1, noticeDays: '7', secondRoom: true } },
      })
      await save(helen.id, { weekdays: [6, 2], minutes: '90' })
      expect(await meetingOf(helen.id, savedAsk)).toEqual({ timeAsk: { ...asked, version: 2, weekdays: [2, 6], minutes: '90' } })
      for (const { id } of [priya, ruth]) expect(await meetingOf(id, savedAsk)).toEqual({ timeAsk: null })
      for (const id of [owen.id, tessa.id, family.people.mum]) expect(await meetingOf(id, savedAsk)).toBeNull()
    })

    it('is not written over by a page that shows an older one', async () => {
      await save(helen.id, { minutes: '90' }, 0)
      for (const version of [0, 2, -1])
        await expect(save(helen.id, { minutes: '60' }, version)).rejects.toThrow('refused: changedMeanwhile null')
      await save(helen.id, { minutes: '75' }, 1)
      await expect(save(helen.id, { minutes: '60' }, 1)).rejects.toThrow('refused: changedMeanwhile null')
      expect(await meetingOf(helen.id, savedAsk)).toEqual({ timeAsk: { ...asked, version: 2, minutes: '75' } })
    })

    it('of two saved at the same moment one stays, the first of all too', async () => {
      const windows = [await server.as(helen.id), await server.as(helen.id)]
      const document = `mutation ($input: SaveTimeAskInput!) { saveTimeAsk(input: $input) { ... on Refused { code } ... on SaveTimeAskDone {
          meeting { timeAsk { version minutes } } } } }`
      for (let version = 0; version < 6; version++) {
        const answers = await Promise.all(
          windows.map(
            async (window, at) =>
              (
                await window.send(document, {
                  input: { meetingId: family.meetingId, version, ask: { ...asked, minutes: String(60 + 15 * at) } },
                })
              )['saveTimeAsk'] as { code?: string; meeting?: { timeAsk: object } },
          ),
        )
        expect(answers.filter(({ code }) => code === 'changedMeanwhile')).toHaveLength(1)
        const [stays] = answers.flatMap(({ meeting }) => meeting?.timeAsk ?? [])
        expect(stays).toMatchObject({ version: version + 1 })
        expect(await meetingOf(helen.id, 'timeAsk { version minutes }')).toEqual({ timeAsk: stays })
      }
    })

    it('names no place that has ended since', async () => {
      await save(helen.id)
      await server.database.transaction({ worker: ruth.id }, (tx) =>
        tx.place.updateMany({ where: { id: library.id }, data: { endedAt: server.clock.now() } }),
      )
      expect(await meetingOf(helen.id, savedAsk)).toMatchObject({ timeAsk: { placeIds: [hub.id] } })
      expect(await ranks(helen.id, { placeIds: [library.id] })).toMatchObject({ refused: 'choiceUnknown', field: 'placeIds' })
      await server.database.transaction({ worker: ruth.id }, (tx) =>
        tx.place.updateMany({ where: { id: library.id }, data: { endedAt: null } }),
      )
    })

    it("is the coordinator's to save", async () => {
      for (const who of everybodyElse()) await expect(save(who), who).rejects.toThrow('notYours')
      expect(await meetingOf(helen.id, savedAsk)).toEqual({ timeAsk: null })
    })

    it.each([
      [{ from: '2026-02-31' }, 'dateImpossible', 'from'],
      [{ until: '2026-03-01' }, 'endBeforeStart', 'until'],
      [{ until: '2028-03-16' }, 'windowTooLong', 'until'],
      [{ minutes: 'two hours' }, 'timeImpossible', 'minutes'],
      [{ minutes: '660' }, 'timeImpossible', 'minutes'],
      [{ latest: '08:00' }, 'endBeforeStart', 'latest'],
      [{ earliest: '9' }, 'timeImpossible', 'earliest'],
      [{ weekdays: [] }, 'noDayChosen', 'weekdays'],
      [{ weekdays: [0] }, 'noDayChosen', 'weekdays'],
      [{ noticeDays: 'a week' }, 'numberImpossible', 'noticeDays'],
      [{ noticeDays: '91' }, 'numberImpossible', 'noticeDays'],
      [{ placeIds: [randomUUID()] }, 'choiceUnknown', 'placeIds'],
      [{ placeIds: Array.from({ length: 11 }, () => randomUUID()) }, 'tooMany', 'placeIds'],
      [{ placeIds: ['the hub'] }, 'choiceUnknown', 'placeIds'],
    ])('that cannot be searched is neither kept nor searched: %j', async (change, code, field) => {
      await expect(save(helen.id, change)).rejects.toThrow(`refused: ${code} ${field}`)
      expect(await meetingOf(helen.id, savedAsk)).toEqual({ timeAsk: null })
      const nothing = { refused: code, field, proposals: [], asks: [], people: [], heat: [] }
      expect(await ranks(helen.id, change)).toEqual(nothing)
      expect(await picks(helen.id, {}, { ...change, placeIds: [] })).toMatchObject('placeIds' in change ? { refused: null } : nothing)
    })
  })

  describe('what is needed of somebody', () => {
    const set = async (who: string, given: object, whom: 'mum' | 'dad' | 'gran' = 'gran') => {
      const participantId = family.participantOf(whom)
      const version = (await neededOf(helen.id, participantId))?.version
      return family.teller.does(who, 'setNeed', { participantId, version, need: 'hoped', travel: [], ...given }, 'meeting { id }')
    }

    it('is set and read by the coordinator, and read by nobody else', async () => {
      const gran = family.participantOf('gran')
      const travel = [{ placeId: hub.id, minutes: 40 }]
      await set(helen.id, {
        need: 'must',
        partEdge: 'end',
        partMinutes: '45',
        comesWithId: family.participantOf('mum'),
        travel: [
          { placeId: hub.id, minutes: '40' },
          { placeId: library.id, minutes: ' ' },
        ],
      })
      expect(await neededOf(helen.id, gran)).toMatchObject({
        need: 'must',
        partEdge: 'end',
        partMinutes: 45,
        comesWithId: family.participantOf('mum'),
        plannedHow: null,
        travel,
      })
      for (const { id } of [priya, ruth])
        expect(await neededOf(id, gran)).toMatchObject({
          need: 'must',
          partEdge: null,
          partMinutes: null,
          comesWithId: null,
          plannedHow: null,
          travel: null,
        })
      for (const id of [owen.id, tessa.id, family.people.mum, family.people.gran]) expect(await neededOf(id, gran)).toBeUndefined()
      await set(helen.id, {})
      expect(await neededOf(helen.id, gran)).toMatchObject({
        need: 'hoped',
        partEdge: null,
        partMinutes: null,
        comesWithId: null,
        travel: [],
      })
    })

    it("is the coordinator's to set, at the version read", async () => {
      for (const who of everybodyElse()) await expect(set(who, {}), who).rejects.toThrow('notYours')
      await expect(set(helen.id, { version: 99 })).rejects.toThrow('changedMeanwhile')
    })

    it('names no companion in a circle, or of another meeting', async () => {
      const [mum, gran] = [family.participantOf('mum'), family.participantOf('gran')]
      const other = await familyBeingPrepared(server)
      await set(helen.id, { comesWithId: mum })
      await expect(set(helen.id, { comesWithId: gran }, 'mum')).rejects.toThrow('choiceUnknown comesWithId')
      for (const comesWithId of [gran, randomUUID(), 'mum', other.participantOf('mum')])
        await expect(set(helen.id, { comesWithId })).rejects.toThrow('choiceUnknown comesWithId')
      expect(await neededOf(helen.id, gran)).toMatchObject({ comesWithId: mum })
    })

    it.each([
      [{ partEdge: 'end', partMinutes: '20' }, 'timeImpossible partMinutes'],
      [{ partEdge: 'end' }, 'timeImpossible partMinutes'],
      [{ partMinutes: '30' }, 'choiceUnknown partEdge'],
      [{ travel: [{ placeId: randomUUID(), minutes: '10' }] }, 'choiceUnknown travel'],
      [{ travel: [{ placeId: 'here', minutes: '' }] }, 'choiceUnknown travel'],
      [
        {
          travel: [
            { placeId: hub.id, minutes: '10' },
            { placeId: hub.id, minutes: '20' },
          ],
        },
        'choiceUnknown travel',
      ],
      [{ travel: [{ placeId: hub.id, minutes: '721' }] }, 'numberImpossible travel.0.minutes'],
      [{ travel: [{ placeId: hub.id, minutes: 'an hour' }] }, 'numberImpossible travel.0.minutes'],
    ])('is refused when it cannot be: %j', async (given, code) => {
      await set(helen.id, { travel: [{ placeId: hub.id, minutes: '40' }] })
      await expect(set(helen.id, given)).rejects.toThrow(`refused: ${code}`)
      expect(await neededOf(helen.id, family.participantOf('gran'))).toMatchObject({ partEdge: null, travel: [{ minutes: 40 }] })
    })
  })

  describe('the best times', () => {
    it('name who comes and how, and who is left out and why; to nobody but the coordinator', async () => {
      await saysWhen(family.teller, family.people.mum, [mondays])
      await saysWhen(family.teller, family.people.dad, [ordinaryWeek([1], '09:00', '12:00', ['inRoom'])])
      const [best] = (await times()).proposals
      expect(best).toMatchObject({ startWall: '2026-03-16T09:00', zone: 'Europe/London', placeId: null, roomId: null, shape: 'together' })
      expect(best?.comes).toContainEqual({
        participantId: family.participantOf('dad'),
        name: 'Lee Hughes',
        worker: false,
        how: 'inRoom',
        askBy: null,
      })
      expect(best?.comes).toContainEqual(expect.objectContaining({ name: 'Helen Okafor', worker: true }))
      expect(best?.leftOut).toEqual(
        expect.arrayContaining(
          [
            { name: 'Dawn Carter', why: 'notFree' },
            { name: 'Joan Carter', why: 'noAnswerYet' },
          ].map((out) => expect.objectContaining(out)),
        ),
      )
      const { people } = await familyBeingPrepared(server)
      for (const who of [...everybodyElse(), people.mum]) {
        expect(await ranks(who), who).toBeNull()
        expect(await picks(who, {}), who).toBeNull()
      }
    })

    it('are none while nobody of the family has said when, however free the workers are', async () => {
      expect(await times()).toMatchObject({ refused: null, field: null, proposals: [] })
    })

    it('say who needs time off, and the last day to ask for it', async () => {
      await saysWhen(family.teller, family.people.dad, [ordinaryWeek([1], '09:00', '17:00', ['inRoom'], { timeOffDays: 10 })])
      const [best] = (await times()).proposals
      expect(best).toMatchObject({ startWall: '2026-03-23T09:00' })
      expect(best?.comes).toContainEqual(expect.objectContaining({ name: 'Lee Hughes', askBy: '2026-03-13' }))
    })

    it('are read from nights, and the sleep after them', async () => {
      const nights = {
        kind: 'shiftCycle' as const,
        from: '2026-03-16',
        cycle: ['18:00-06:00', '18:00-06:00', '', ''],
        sleepUntil: '14:00',
        start: '09:00',
        end: '21:00',
        how: ['inRoom'],
      }
      await saysWhen(family.teller, family.people.dad, [nights])
      const at = async (day: string) => (await times(oneDay(day))).proposals[0]?.startWall
      expect(await at('2026-03-16')).toBe('2026-03-16T09:00')
      expect(await at('2026-03-17')).toBe('2026-03-17T14:00')
      expect(await at('2026-03-18')).toBe('2026-03-18T14:00')
      expect(await at('2026-03-19')).toBe('2026-03-19T09:00')
    })

    it('wait for the notice asked for, and leave out bank holidays and school hours', async () => {
      await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '09:00', '19:00', ['inRoom'])])
      const first = async (change: object) => (await times(change)).proposals[0]?.startWall
      expect(await first({ noticeDays: '14' })).toBe('2026-03-24T09:00')
      // Good Friday, and the school holidays before it.
      const easter = { from: '2026-04-03', until: '2026-04-04' }
      expect(await first(easter)).toBe('2026-04-03T09:00')
      expect(await first({ ...easter, bankHolidays: false })).toBe('2026-04-04T09:00')
      expect(await first({ ...oneDay('2026-03-16'), schoolHours: false })).toMatch(/^2026-03-16T1[56]:\d\d$/)
      expect(await first({ ...oneDay('2026-03-30'), schoolHours: false })).toBe('2026-03-30T09:00')
    })

    it('place nobody together who is kept apart, and a second meeting has those left out', async () => {
      await bothParentsOnMondays()
      await family.teller.does(
        priya.id,
        'markApart',
        { oneId: family.people.mum, otherId: family.people.dad, levels: ['online'] },
        'family { id }',
      )
      expect(await times()).toMatchObject({ refused: 'safetyFirst', proposals: [], asks: [], heat: [] })
      await family.teller.does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords }, 'meeting { id }')
      const { proposals } = await times()
      expect(proposals.length).toBeGreaterThan(0)
      for (const one of proposals)
        expect(one.comes.filter(({ name }) => name === 'Dawn Carter' || name === 'Lee Hughes').length).toBeLessThan(2)
      expect(proposals[0]?.leftOut.map((out) => out.why)).toContain('keptApart')
      const out = proposals[0]?.leftOut.filter(({ why }) => why === 'keptApart').map(({ name }) => name) ?? []
      expect(proposals[0]).toMatchObject({ shape: 'twoMeetings', secondMeeting: { names: expect.arrayContaining(out) as string[] } })
    })

    it('have a second room at the place for a pair who may be in one building', async () => {
      await bothParentsOnMondays()
      await keepApart('room')
      const [best] = (await times({ placeIds: [hub.id] })).proposals
      expect(best).toMatchObject({ shape: 'twoRooms', placeId: hub.id, placeName: 'Willow Hub' })
      expect([best?.roomId, best?.secondRoomId].toSorted()).toEqual([hub.garden, hub.attic].toSorted())
      const ways = best?.comes.filter(({ name }) => name === 'Dawn Carter' || name === 'Lee Hughes').map(({ how }) => how)
      expect(ways?.toSorted()).toEqual(['inRoom', 'secondRoom'])
    })

    it('have the rooms that are needed, at the place liked best', async () => {
      await bothParentsOnMondays()
      const best = async (change: object) => {
        const [first] = (await times({ placeIds: [library.id, hub.id], ...change })).proposals
        return first && { placeId: first.placeId, roomId: first.roomId, secondRoomId: first.secondRoomId }
      }
      expect(await best({})).toEqual({ placeId: library.id, roomId: library.hall, secondRoomId: null })
      expect(await best({ stepFree: true })).toEqual({ placeId: hub.id, roomId: hub.garden, secondRoomId: null })
      expect(await best({ secondRoom: true, twoWaysOut: true })).toEqual({ placeId: hub.id, roomId: hub.garden, secondRoomId: hub.attic })
      expect(await best({ placeIds: [library.id], stepFree: true })).toBeUndefined()
    })

    it('count the way there and back of those who have one, at that place only', async () => {
      await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1], '15:00', '18:00', ['inRoom'])])
      await isNeeded(family.teller, family.meetingId, family.participantOf('mum'), {
        need: 'must',
        travel: [{ placeId: hub.id, minutes: '30' }],
      })
      const starts = async (placeId: string) =>
        (await times({ ...oneDay('2026-03-16'), placeIds: [placeId] })).proposals.map(({ startWall }) => startWall)
      expect(await starts(hub.id)).toEqual(['2026-03-16T15:30'])
      expect(await starts(library.id)).toEqual(['2026-03-16T15:00'])
    })

    it('have nobody whose companion cannot come', async () => {
      await bothParentsOnMondays()
      await saysWhen(family.teller, family.people.gran, [cannotCome('2026-03-16', '2026-03-16'), mondays])
      await isNeeded(family.teller, family.meetingId, family.participantOf('dad'), {
        need: 'must',
        comesWithId: family.participantOf('gran'),
      })
      const dad = async (day: string) => (await times(oneDay(day))).proposals[0]?.leftOut.find(({ name }) => name === 'Lee Hughes')?.why
      expect(await dad('2026-03-16')).toBe('companionNotFree')
      expect(await dad('2026-03-23')).toBeUndefined()
    })

    it('have a worker there for their part only', async () => {
      await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1], '15:00', '17:00', ['inRoom'])])
      await server.database.transaction({ worker: priya.id }, (tx) =>
        tx.workerBusy.createMany({
          data: [
            { workerId: priya.id, startsAt: new Date('2026-03-16T16:00:00Z'), endsAt: new Date('2026-03-16T18:00:00Z'), kind: 'calendar' },
          ],
        }),
      )
      const out = async () => (await times(oneDay('2026-03-16'))).proposals[0]?.leftOut.map(({ name }) => name)
      expect(await out()).toContain('Priya Shah')
      const { asks } = await times(oneDay('2026-03-16'))
      expect(asks).toContainEqual(expect.objectContaining({ name: 'Priya Shah', worker: true, minutes: 60 }))
      await isNeeded(family.teller, family.meetingId, family.participants[priya.id] ?? '', {
        need: 'must',
        partEdge: 'beginning',
        partMinutes: '60',
      })
      expect(await out()).not.toContain('Priya Shah')
    })

    it("leave out what another family's meeting has taken, and tell nothing of it", async () => {
      await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1], '15:00', '17:00', ['inRoom'])])
      const other = await familyBeingPrepared(server)
      const booking = {
        meetingId: other.meetingId,
        version: await versionOf(other.teller, other.meetingId),
        date: '2026-03-16',
        start: '14:00',
        minutes: '120',
        place: 'Willow Hub',
        placeId: hub.id,
        roomId: hub.garden,
      }
      await other.teller.does(helen.id, 'bookTime', booking, 'meeting { id }')
      const [taken] = (await times({ ...oneDay('2026-03-16'), placeIds: [hub.id], stepFree: true })).proposals
      expect(taken).toBeUndefined()
      const [attic] = (await times({ ...oneDay('2026-03-16'), placeIds: [hub.id] })).proposals
      expect(attic).toMatchObject({ roomId: hub.attic })
      expect(attic?.leftOut).toContainEqual(expect.objectContaining({ name: 'Helen Okafor', why: 'notFree' }))
      const [free] = (await times({ ...oneDay('2026-03-23'), placeIds: [hub.id], stepFree: true })).proposals
      expect(free).toMatchObject({
        roomId: hub.garden,
        leftOut: expect.not.arrayContaining([expect.objectContaining({ name: 'Helen Okafor' })]) as object[],
      })
      const seen = await server.database.transaction(
        { worker: owen.id },
        (tx) =>
          tx.$queryRaw<object[]>`SELECT * FROM taken_times(${[helen.id]}::uuid[], ${[hub.garden]}::uuid[], ${new Date('2026-03-16')},
            ${new Date('2026-03-17')}, ${other.meetingId}::uuid)`,
      )
      expect(seen.map((row) => Object.keys(row))).toEqual([
        ['id', 'startsAt', 'endsAt'],
        ['id', 'startsAt', 'endsAt'],
      ])
      for (const who of [{}, { person: other.people.mum }]) {
        expect(
          await server.database.transaction(
            who,
            (tx) =>
              tx.$queryRaw`SELECT * FROM taken_times(${[helen.id]}::uuid[], '{}'::uuid[], ${new Date('2026-03-16')},
                ${new Date('2026-03-17')}, NULL)`,
          ),
        ).toEqual([])
      }
    })

    it('leave the time that the meeting itself has taken open, so that it may be moved by an hour', async () => {
      await bothParentsOnMondays()
      const booking = {
        meetingId: family.meetingId,
        version: await versionOf(family.teller, family.meetingId),
        date: '2026-03-16',
        start: '15:00',
        minutes: '120',
        place: 'Willow Hub',
        placeId: hub.id,
        roomId: hub.garden,
      }
      await family.teller.does(helen.id, 'bookTime', booking, 'meeting { id }')
      const [best] = (await times({ ...oneDay('2026-03-16'), placeIds: [hub.id], stepFree: true })).proposals
      expect(best).toMatchObject({ roomId: hub.garden })
      expect(best?.leftOut.map(({ name }) => name)).not.toContain('Helen Okafor')
    })

    it('leave out a person in another meeting of the family', async () => {
      await bothParentsOnMondays()
      const other = await startStoryMeeting(family.teller, {
        familyId: family.familyId,
        socialWorker: priya.id,
        childIds: [family.people.mia],
        participants: [{ personId: family.people.mum, need: 'must' }],
      })
      await family.teller.does(
        helen.id,
        'bookTime',
        {
          meetingId: other.id,
          version: await versionOf(family.teller, other.id),
          date: '2026-04-06',
          start: '15:00',
          minutes: '240',
          place: 'Hub',
        },
        'meeting { id }',
      )
      expect((await times(oneDay('2026-04-06'))).proposals[0]?.leftOut).toContainEqual(
        expect.objectContaining({ name: 'Dawn Carter', why: 'notFree' }),
      )
      expect((await times(oneDay('2026-03-30'))).proposals[0]?.comes).toContainEqual(expect.objectContaining({ name: 'Dawn Carter' }))
    })
  })

  describe('the one ask', () => {
    it('says what would bring somebody in, by how little, and what would come of it', async () => {
      await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1], '13:00', '15:00', ['inRoom'])])
      await saysWhen(family.teller, family.people.dad, [ordinaryWeek([1], '13:30', '18:00', ['inRoom'])])
      const { asks } = await times(oneDay('2026-03-16'))
      expect(asks).toMatchObject([
        {
          kind: 'free',
          name: 'Lee Hughes',
          worker: false,
          edge: null,
          minutes: 30,
          fromWall: '2026-03-16T13:00',
          untilWall: '2026-03-16T13:30',
          result: { startWall: '2026-03-16T13:00' },
        },
        ...asks.slice(1),
      ])
      expect(asks[0]?.result.comes.map(({ name }) => name)).toEqual(expect.arrayContaining(['Dawn Carter', 'Lee Hughes']))
    })

    it('is what is left where no time is possible at all: at most three near misses', async () => {
      for (const who of ['mum', 'dad', 'gran'] as const)
        await saysWhen(family.teller, family.people[who], [ordinaryWeek([2], '10:00', '11:30', ['inRoom'])])
      const { proposals, asks } = await times()
      expect(proposals).toEqual([])
      expect(asks.length).toBeGreaterThan(0)
      expect(asks.length).toBeLessThanOrEqual(3)
      for (const { minutes, result } of asks) {
        expect(minutes).toBe(30)
        expect(result.comes.some(({ name }) => name.endsWith('Carter') || name === 'Lee Hughes')).toBe(true)
      }
    })
  })

  it('the best start of every hour asked for has a letter for everybody sought', async () => {
    await bothParentsOnMondays()
    const { people, heat } = await times(oneDay('2026-03-16'))
    expect(people).toContainEqual({ participantId: family.participantOf('mum'), name: 'Dawn Carter', worker: false })
    expect(people).toContainEqual(expect.objectContaining({ name: 'Helen Okafor', worker: true }))
    const three = heat.find(({ hour }) => hour === 15)
    expect(three).toMatchObject({ day: '2026-03-16', time: '15:00' })
    const letter = (name: string) => three?.ways[people.findIndex((one) => one.name === name)]
    expect([letter('Dawn Carter'), letter('Lee Hughes'), letter('Joan Carter'), letter('Helen Okafor')]).toEqual(['r', 'r', '-', 'r'])
    expect(new Set(heat.map(({ ways }) => ways.length))).toEqual(new Set([people.length]))
  })

  describe('a time picked by hand', () => {
    it('is told with the same care, also outside the days and hours asked for', async () => {
      await bothParentsOnMondays()
      await keepApart('site')
      const picked = async (date: string) => (await picks(helen.id, { date, placeId: hub.id }))?.proposals
      expect(await picked('2026-05-04')).toMatchObject([
        { startWall: '2026-05-04T16:00', endWall: '2026-05-04T18:00', placeId: hub.id, shape: 'byVideo' },
      ])
      expect(await picked('2026-05-05')).toEqual([])
      expect((await picks(helen.id, {}))?.proposals).toMatchObject([{ placeId: null, roomId: null }])
    })

    it.each([
      [{ date: '2026-02-30' }, 'dateImpossible', 'date'],
      [{ date: '2026-03-09' }, 'dateGone', 'date'],
      [{ start: '16:10' }, 'timeImpossible', 'start'],
      [{ start: 'four' }, 'timeImpossible', 'start'],
      [{ date: '2026-03-29', start: '01:30' }, 'timeImpossible', 'start'],
      [{ placeId: randomUUID() }, 'choiceUnknown', 'placeId'],
      [{ placeId: 'the hub' }, 'choiceUnknown', 'placeId'],
    ])('is refused when it cannot be: %j', async (picked, refused, field) => {
      await bothParentsOnMondays()
      expect(await picks(helen.id, picked)).toEqual({ refused, field, proposals: [], asks: [], people: [], heat: [] })
    })
  })
})

import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { ordinaryWeek, saysWhen, standsAs, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import type { GraphQLObjectType } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, safetyWords, timesAsk, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth, owen, marcus } = workers
const everyDay = [1, 2, 3, 4, 5, 6, 7]
const allDay = (how: string[]) => ordinaryWeek(everyDay, '08:00', '21:00', how)
type Who = 'mum' | 'dad' | 'gran' | 'mia'
interface Seen {
  placeId: string | null
  roomHolds: { id: string; roomId: string; roomName: string; use: string; confirmedAt: string | null; confirmedBy: string | null }[]
  conflicts: { names: string[]; level: string }[] | null
  moved: { name: string; why: string }[] | null
  anotherDays: { id: string; name: string; text: string; answeredAt: string | null }[] | null
  participants: { name: string; state: string; how: string | null; plannedHow: string | null }[]
}
const all = `placeId roomHolds { id roomId roomName use confirmedAt confirmedBy } conflicts { names level } moved { name why } anotherDays { id name text answeredAt }
  participants { name state how plannedHow }`

describe.each(enginesToTest())('a place and time that is held, on the %s database', (engine) => {
  let server: TestServer
  let family: BeingPrepared
  let hub: { id: string; rooms: Record<string, string> }

  beforeAll(async () => {
    server = await testServer(engine)
    family = await familyBeingPrepared(server)
    const shown = 'places { id name rooms { id name } }'
    const find = (done: Record<string, unknown>) => (done['places'] as { id: string; name: string; rooms: { id: string; name: string }[] }[]).find(({ name }) => name === 'Willow Hub')
    const placeId = find(await does(ruth.id, 'keepPlace', { name: 'Willow Hub', address: '1 Mill Lane' }, shown))?.id
    let done = {}
    for (const [name, capacity, stepFree] of [['garden', '12', true], ['blue', '6', true], ['attic', '2', false]] as const) {
      done = await does(ruth.id, 'keepRoom', { placeId, name, capacity, stepFree, twoWaysOut: true }, shown)
    }
    hub = { id: placeId ?? '', rooms: Object.fromEntries((find(done)?.rooms ?? []).map(({ id, name }) => [name, id])) }
  })
  beforeEach(async () => {
    family = await familyBeingPrepared(server)
    server.told.length = 0
  })
  afterAll(() => server.drop())

  const does = (who: string, mutation: string, given: Record<string, unknown>, show = 'meeting { id }') => family.teller.does(who, mutation, given, show)
  const asks = async <T>(who: string, document: string, variables: Record<string, unknown> = {}) => Object.values(await family.teller.ask(who, document, variables))[0] as T
  const seenBy = (who: string, of = family) => asks<Seen>(who, `query ($id: ID!) { meeting(id: $id) { ${all} } }`, { id: of.meetingId })
  const mineAs = (who: Who, fields: string) => asks<Record<string, unknown>>(family.people[who], `query ($id: ID!) { myMeeting(id: $id) { ${fields} } }`, { id: family.meetingId })
  const at = { date: '2026-03-25', start: '15:00', minutes: '120', place: 'Willow Hub, the garden room' }
  const books = async (change: Record<string, unknown> = {}, of = family) => does(helen.id, 'bookTime', { meetingId: of.meetingId, version: await versionOf(of.teller, of.meetingId), ...at, placeId: hub.id, roomId: hub.rooms['garden'], ...change })
  const stands = (who: Who, state: string, how: string | null = null, of = family) => standsAs(of.teller, of.meetingId, of.participantOf(who), state, how)
  const says = (who: Who, how: string[], more: object = {}) => saysWhen(family.teller, family.people[who], [{ ...allDay(how), ...more }])
  const replies = async (who: Who, reply: string, how: string | null = null) => {
    const { mine } = (await mineAs(who, 'mine { version }')) as { mine: { version: number } }
    return does(family.people[who], 'reply', { meetingId: family.meetingId, version: mine.version, reply, how }, 'myMeeting { mine { how state } place others { name how } }')
  }
  const apart = async (levels: string[]) => {
    await does(priya.id, 'markApart', { oneId: family.people.mum, otherId: family.people.dad, levels }, 'family { id }')
    await does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords })
  }
  const plannedOf = ({ participants }: Seen) => Object.fromEntries(participants.map(({ name, plannedHow }) => [name, plannedHow]))
  const needsOfRooms = (change: object) => does(helen.id, 'saveTimeAsk', { meetingId: family.meetingId, ask: { ...timesAsk([hub.id]), ...change } })

  describe('places', () => {
    it('are kept by supervisors, read by every worker, and not shown to the family', async () => {
      const places = '{ places { name address rooms { name capacity stepFree twoWaysOut } } }'
      expect(await asks(owen.id, places)).toEqual([{ name: 'Willow Hub', address: '1 Mill Lane', rooms: [
        { name: 'attic', capacity: 2, stepFree: false, twoWaysOut: true }, { name: 'blue', capacity: 6, stepFree: true, twoWaysOut: true }, { name: 'garden', capacity: 12, stepFree: true, twoWaysOut: true },
      ] }])
      expect(await asks(family.people.mum, places)).toBeNull()
      await expect(does(helen.id, 'keepPlace', { name: 'A barn', address: 'x' }, 'places { id }')).rejects.toThrow('notYours')
      const room = { placeId: hub.id, name: 'shed', capacity: '4', stepFree: true, twoWaysOut: true }
      await expect(does(ruth.id, 'keepRoom', { ...room, capacity: '0' }, 'places { id }')).rejects.toThrow('numberImpossible capacity')
      await expect(does(ruth.id, 'keepRoom', { ...room, placeId: family.meetingId }, 'places { id }')).rejects.toThrow('choiceUnknown placeId')
      await expect(does(ruth.id, 'keepRoom', { ...room, id: family.meetingId }, 'places { id }')).rejects.toThrow('notYours id')
      await expect(does(ruth.id, 'keepPlace', { name: ' ', address: 'x' }, 'places { id }')).rejects.toThrow('wordsMissing name')
    })

    it('that ended are booked no more, and school terms have an end after their start', async () => {
      const ends = (field: string, id: string | undefined) => asks<{ __typename: string }>(ruth.id, `mutation ($id: ID!) { ${field}(id: $id) { __typename } }`, { id })
      const shown = 'places { id name rooms { id name } }'
      const { places } = (await does(ruth.id, 'keepPlace', { name: 'Old hall', address: 'x' }, shown)) as { places: { id: string; name: string }[] }
      const old = places.find(({ name }) => name === 'Old hall')?.id
      await ends('endPlace', old)
      expect(await asks(helen.id, '{ places { name } }')).toEqual([{ name: 'Willow Hub' }])
      await expect(books({ placeId: old, roomId: null })).rejects.toThrow('choiceUnknown placeId')
      expect(await ends('endPlace', old)).toEqual({ __typename: 'Refused' })
      await expect(does(ruth.id, 'keepSchoolTerm', { name: 'Spring', from: '2026-03-01', until: '2026-02-01' }, 'schoolTerms { id }')).rejects.toThrow('endBeforeStart until')
      const kept = (await does(ruth.id, 'keepSchoolTerm', { name: 'Spring', from: '2026-01-05', until: '2026-03-27' }, 'schoolTerms { id name from until }'))['schoolTerms'] as { id: string }[]
      expect(kept).toMatchObject([{ name: 'Spring', from: '2026-01-05', until: '2026-03-27' }])
      await ends('endSchoolTerm', kept[0]?.id)
      expect(await asks(helen.id, '{ schoolTerms { name } }')).toEqual([])
    })
  })

  describe('booking', () => {
    it('holds the rooms here, until the hub says yes to them', async () => {
      await books()
      const [hold] = (await seenBy(helen.id)).roomHolds
      expect(hold).toMatchObject({ roomName: 'garden', use: 'main', confirmedAt: null, confirmedBy: null })
      const confirm = async (who: string) => asks<{ __typename: string; code?: string }>(who, 'mutation ($id: ID!, $v: Int!) { confirmRooms(meetingId: $id, version: $v) { __typename ... on Refused { code } } }', { id: family.meetingId, v: await versionOf(family.teller, family.meetingId) })
      for (const who of [priya.id, family.people.mum, owen.id]) expect(await confirm(who)).toMatchObject({ code: 'notYours' })
      expect(await confirm(helen.id)).toEqual({ __typename: 'ConfirmRoomsDone' })
      expect((await seenBy(priya.id)).roomHolds).toMatchObject([{ confirmedBy: 'Helen Okafor' }])
      expect(await confirm(helen.id)).toMatchObject({ code: 'alreadyDone' })
      await books({ start: '16:00' })
      expect((await seenBy(helen.id)).roomHolds).toMatchObject([{ roomName: 'garden', confirmedAt: null }])
      await books({ placeId: null, roomId: null })
      expect(await seenBy(helen.id)).toMatchObject({ placeId: null, roomHolds: [] })
      expect(await confirm(helen.id)).toMatchObject({ code: 'noTimeYet' })
    })

    it.each([
      ['no such place', { placeId: '00000000-0000-4000-8000-0000000000ff' }, 'choiceUnknown placeId'],
      ['a room of nowhere', { placeId: null }, 'choiceUnknown roomId'],
      ['a second room without a first', { roomId: null, secondRoomId: 'blue' }, 'choiceUnknown secondRoomId'],
      ['the same room twice', { secondRoomId: 'garden' }, 'choiceUnknown secondRoomId'],
      ['what is no id', { roomId: 'garden!' }, 'choiceUnknown roomId'],
    ])('takes no %s', async (_name, change, refusal) => {
      const second = 'secondRoomId' in change ? { secondRoomId: hub.rooms[change.secondRoomId ?? ''] } : {}
      await expect(books({ ...change, ...second })).rejects.toThrow(refusal)
    })

    it('takes no room that is too small for those who come, or not as the meeting needs it', async () => {
      for (const who of ['mum', 'dad', 'gran'] as const) await says(who, ['inRoom'])
      await expect(books({ roomId: hub.rooms['attic'] })).rejects.toThrow('roomUnfit roomId')
      await books({ roomId: hub.rooms['blue'] })
      await stands('mia', 'coming', 'inRoom')
      await stands('gran', 'notComing')
      await books({ roomId: hub.rooms['blue'] })
      await needsOfRooms({ stepFree: true })
      await books({ roomId: hub.rooms['garden'], secondRoomId: hub.rooms['blue'] })
      await expect(books({ roomId: hub.rooms['garden'], secondRoomId: hub.rooms['attic'] })).rejects.toThrow('roomUnfit secondRoomId')
    })

    it('refuses a room that is held, and a worker who is somewhere else, and does nothing of it', async () => {
      const other = await familyBeingPrepared(server, { othersHaveMet: false })
      await books({}, other)
      await expect(books({ start: '16:00', roomId: hub.rooms['blue'] })).rejects.toThrow('workerTaken start')
      await does(ruth.id, 'allocate', { familyId: family.familyId, workerId: marcus.id, role: 'coordinator' }, 'family { id }')
      const helped = async (change: object) => {
        const version = (await asks<{ version: number }>(marcus.id, 'query ($id: ID!) { meeting(id: $id) { version } }', { id: family.meetingId })).version
        return does(marcus.id, 'bookTime', { meetingId: family.meetingId, version, ...at, placeId: hub.id, ...change })
      }
      const priyaPart = family.participants[priya.id] ?? ''
      const away = { participantId: priyaPart, version: 1, state: 'notComing', how: null }
      await does(marcus.id, 'setParticipation', away)
      await expect(helped({ start: '16:30', roomId: hub.rooms['garden'] })).rejects.toThrow('roomTaken roomId')
      expect(await asks(marcus.id, 'query ($id: ID!) { meeting(id: $id) { stage startWall roomHolds { id } } }', { id: family.meetingId })).toEqual({ stage: 'preparing', startWall: null, roomHolds: [] })
      await helped({ start: '17:00', roomId: hub.rooms['garden'] })
    })

    it('plans in those who have not answered, and leaves answers as they are', async () => {
      await says('mum', ['inRoom', 'video'])
      await says('dad', ['phone'])
      await stands('gran', 'coming', 'video')
      await books()
      expect(plannedOf(await seenBy(helen.id))).toMatchObject({ 'Dawn Carter': 'inRoom', 'Lee Hughes': 'phone', 'Mia Carter': null })
      expect((await seenBy(helen.id)).participants).toContainEqual(expect.objectContaining({ name: 'Joan Carter', state: 'coming', how: 'video' }))
      await says('mum', ['letter'], { weekdays: [7] })
      await books()
      expect(plannedOf(await seenBy(helen.id))).toMatchObject({ 'Dawn Carter': null, 'Lee Hughes': 'phone' })
    })

    it('lets nobody win the room by being the first to answer', async () => {
      await says('mum', ['inRoom'])
      await says('dad', ['inRoom', 'video'])
      await apart(['room', 'site'])
      await books()
      const planned = plannedOf(await seenBy(helen.id))
      expect([planned['Dawn Carter'], planned['Lee Hughes']].toSorted()).toEqual(['inRoom', 'video'])
      const [inRoom, onScreen]: [Who, Who] = planned['Dawn Carter'] === 'inRoom' ? ['mum', 'dad'] : ['dad', 'mum']
      await expect(replies(onScreen, 'coming', 'inRoom')).rejects.toThrow('choiceUnknown how')
      await replies(onScreen, 'coming', 'video')
      await replies(inRoom, 'coming', 'inRoom')
    })

    it('gives two rooms to a pair kept from one room, and says no more of it than "a room of your own"', async () => {
      await says('mum', ['inRoom'])
      await says('dad', ['inRoom'])
      await says('gran', ['inRoom'])
      await apart(['room'])
      await books({ secondRoomId: hub.rooms['blue'] })
      expect((await seenBy(helen.id)).roomHolds.map(({ roomName, use }) => `${roomName} ${use}`)).toEqual(['garden main', 'blue second'])
      const planned = plannedOf(await seenBy(helen.id))
      expect([planned['Dawn Carter'], planned['Lee Hughes']].toSorted()).toEqual(['inRoom', 'secondRoom'])
      const [, own]: [Who, Who] = planned['Dawn Carter'] === 'inRoom' ? ['mum', 'dad'] : ['dad', 'mum']
      await expect(replies(own, 'coming', 'secondRoom')).rejects.toThrow('choiceUnknown how')
      expect(await replies(own, 'coming', 'inRoom')).toMatchObject({ myMeeting: { mine: { how: 'secondRoom' }, place: 'Willow Hub, 1 Mill Lane' } })
      await replies(own, 'coming', 'video')
      expect(await replies(own, 'coming', 'inRoom')).toMatchObject({ myMeeting: { mine: { how: 'secondRoom' } } })
      expect((await replies('gran', 'coming', 'inRoom'))['myMeeting']).toMatchObject({ place: at.place, others: expect.arrayContaining([expect.objectContaining({ how: 'inRoom' })]) })
      expect(JSON.stringify(await mineAs('gran', 'others { name how }'))).not.toContain('secondRoom')
    })

    it('puts nobody into a second room that is not held', async () => {
      await stands('gran', 'coming', 'secondRoom')
      await stands('gran', 'asked')
      await books()
      await expect(stands('gran', 'coming', 'secondRoom')).rejects.toThrow('roomUnfit how')
      await books({ secondRoomId: hub.rooms['blue'] })
      await stands('gran', 'coming', 'secondRoom')
    })

    describe('for a pair at parts of their own', () => {
      const partOf = async (who: Who, partEdge: string | null, partMinutes: string | null = null) => {
        const participantId = family.participantOf(who)
        const { participants } = await asks<{ participants: { id: string; version: number }[] }>(helen.id, 'query ($id: ID!) { meeting(id: $id) { participants { id version } } }', { id: family.meetingId })
        const version = participants.find(({ id }) => id === participantId)?.version
        return does(helen.id, 'setNeed', { participantId, version, need: 'must', partEdge, partMinutes, travel: [] })
      }
      const invites = async () => does(helen.id, 'sendInvitations', { meetingId: family.meetingId, version: await versionOf(family.teller, family.meetingId) }, 'sent')
      const minuteOf = (clock: unknown) => Number(String(clock).slice(0, 2)) * 60 + Number(String(clock).slice(3))
      const invited = async () => (await asks<{ participants: { name: string; invitedAt: string | null }[] }>(helen.id, 'query ($id: ID!) { meeting(id: $id) { participants { name invitedAt } } }', { id: family.meetingId }))
        .participants.flatMap(({ name, invitedAt }) => (invitedAt === null ? [] : [name])).toSorted()

      beforeEach(async () => {
        await says('mum', ['inRoom'])
        await says('dad', ['inRoom'])
        await apart(['room', 'site'])
        await partOf('mum', 'beginning', '60')
        await partOf('dad', 'end', '60')
        await books({ minutes: '180' })
      })

      it('tells each their own part, and a time to arrive that is counted back from it', async () => {
        await replies('mum', 'coming', 'inRoom')
        await replies('dad', 'coming', 'inRoom')
        const [mum, dad] = [await mineAs('mum', 'startWall endWall arriveAt'), await mineAs('dad', 'startWall endWall arriveAt')]
        expect(mum).toMatchObject({ startWall: '2026-03-25T15:00', endWall: '2026-03-25T16:00' })
        expect(dad).toMatchObject({ startWall: '2026-03-25T17:00', endWall: '2026-03-25T18:00' })
        const early = [900 - minuteOf(mum['arriveAt']), 1020 - minuteOf(dad['arriveAt'])]
        for (const minutes of early) expect(minutes > 0 && minutes <= 45).toBe(true)
      })

      it('refuses a changed part that brings them together, and changes nothing', async () => {
        await replies('mum', 'coming', 'inRoom')
        await replies('dad', 'coming', 'inRoom')
        for (const [edge, minutes] of [[null, null], ['end', '75'], ['beginning', '60']] as const) await expect(partOf('dad', edge, minutes)).rejects.toThrow('keptApart partMinutes')
        expect(await mineAs('dad', 'startWall endWall')).toEqual({ startWall: '2026-03-25T17:00', endWall: '2026-03-25T18:00' })
      })

      it('a changed part that keeps them apart brings another time to arrive, of which they are told again', async () => {
        await replies('dad', 'coming', 'inRoom')
        await invites()
        expect(await invited()).toEqual(['Dawn Carter', 'Lee Hughes'])
        await partOf('dad', 'end', '60')
        expect(await invited()).toEqual(['Dawn Carter', 'Lee Hughes'])
        await partOf('dad', 'end', '30')
        expect(await invited()).toEqual(['Dawn Carter'])
        const dad = await mineAs('dad', 'startWall endWall arriveAt')
        expect(dad).toMatchObject({ startWall: '2026-03-25T17:30', endWall: '2026-03-25T18:00' })
        expect(minuteOf(dad['arriveAt'])).toBeGreaterThanOrEqual(1050 - 45)
        expect(await invites()).toMatchObject({ sent: 1 })
      })
    })

    it('tells who may not read pairs of no second room, and of nobody that they have one', async () => {
      await says('mum', ['inRoom'])
      await says('dad', ['inRoom'])
      await apart(['room'])
      await books({ secondRoomId: hub.rooms['blue'] })
      const [own, name]: [Who, string] = plannedOf(await seenBy(helen.id))['Dawn Carter'] === 'secondRoom' ? ['mum', 'Dawn Carter'] : ['dad', 'Lee Hughes']
      await stands(own, 'coming', 'secondRoom')
      const second = [{ use: 'main' }, { use: 'second' }]
      const roomsAndWays = async (who: string) => {
        const { roomHolds, participants } = await seenBy(who)
        return { roomHolds: roomHolds.map(({ use }) => ({ use })), how: participants.find((participant) => participant.name === name)?.how }
      }
      for (const who of [helen.id, ruth.id]) expect(await roomsAndWays(who)).toEqual({ roomHolds: second, how: 'secondRoom' })
      expect(await roomsAndWays(priya.id)).toEqual({ roomHolds: [{ use: 'main' }], how: 'inRoom' })
    })

    it('holds the workers of a review too', async () => {
      await expect(books()).resolves.toBeTruthy()
      await does(helen.id, 'endMeeting', { meetingId: family.meetingId, version: await versionOf(family.teller, family.meetingId), ending: 'anotherDate', nextStep: 'Again.' })
      expect((await seenBy(helen.id)).roomHolds).toEqual([])
      const other = await familyBeingPrepared(server)
      await expect(books({}, other)).resolves.toBeTruthy()
    })
  })

  describe('what moves', () => {
    it('a pair that is marked after the booking shows at once, to the coordinator and the manager alone', async () => {
      await says('mum', ['inRoom'])
      await says('dad', ['inRoom', 'phone'])
      await books()
      await stands('mum', 'coming', 'inRoom')
      expect((await seenBy(helen.id)).conflicts).toEqual([])
      server.told.length = 0
      await apart(['room'])
      expect(server.told).toContain(family.meetingId)
      const conflict = [{ names: ['Dawn Carter', 'Lee Hughes'], level: 'room' }]
      expect((await seenBy(helen.id)).conflicts).toEqual(conflict)
      expect((await seenBy(ruth.id)).conflicts).toEqual(conflict)
      expect((await seenBy(priya.id)).conflicts).toBeNull()
      await stands('gran', 'coming', 'inRoom')
      await expect(does(helen.id, 'sendInvitations', { meetingId: family.meetingId, version: await versionOf(family.teller, family.meetingId) }, 'sent')).rejects.toThrow('keptApart')
      await books()
      expect(await seenBy(helen.id)).toMatchObject({ conflicts: [], participants: expect.arrayContaining([expect.objectContaining({ name: 'Lee Hughes', plannedHow: 'phone' })]) })
    })

    it('who was to be there and now cannot is named to the coordinator alone', async () => {
      await says('mum', ['inRoom'])
      await says('dad', ['inRoom'])
      await books()
      expect((await seenBy(helen.id)).moved).toEqual([])
      server.told.length = 0
      await saysWhen(family.teller, family.people.mum, [{ kind: 'cannot', from: '2026-03-24', until: '2026-03-26' }, allDay(['inRoom'])])
      expect(server.told).toEqual([family.meetingId])
      await server.database.transaction({ worker: helen.id }, (tx) => tx.workerBusy.createMany({ data: [{ workerId: priya.id, kind: 'calendar', startsAt: new Date('2026-03-25T16:00:00Z'), endsAt: new Date('2026-03-25T17:00:00Z') }] }))
      expect((await seenBy(helen.id)).moved?.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([{ name: 'Dawn Carter', why: 'notFree' }, { name: 'Priya Shah', why: 'notFree' }])
      for (const who of [priya.id, ruth.id]) expect((await seenBy(who)).moved).toBeNull()
      await saysWhen(family.teller, family.people.dad, [])
      expect((await seenBy(helen.id)).moved).toContainEqual({ name: 'Lee Hughes', why: 'noAnswerYet' })
      await books({ date: '2026-03-27' })
      expect((await seenBy(helen.id)).moved).toEqual([])
    })

    it('somebody asks for another day, once at a time; booking again is an answer, and so is the coordinator\'s', async () => {
      const asking = 'myMeeting { anotherDayAsked }'
      const wish = { meetingId: family.meetingId, words: 'I start work at two.' }
      await expect(does(family.people.mum, 'askAnotherDay', wish, asking)).rejects.toThrow('notNow')
      await books()
      server.told.length = 0
      expect(await does(family.people.mum, 'askAnotherDay', wish, asking)).toEqual(expect.objectContaining({ myMeeting: { anotherDayAsked: true } }))
      expect(server.told).toEqual([family.meetingId])
      expect(await mineAs('dad', 'anotherDayAsked')).toEqual({ anotherDayAsked: false })
      await expect(does(family.people.mum, 'askAnotherDay', wish, asking)).rejects.toThrow('alreadyDone')
      await expect(does(family.people.dad, 'askAnotherDay', { ...wish, words: 'a\0b' }, asking)).rejects.toThrow('wordsBroken words')
      for (const who of [helen.id, family.people.uncle]) await expect(does(who, 'askAnotherDay', wish, asking)).rejects.toThrow('notYours')
      const [asked] = (await seenBy(helen.id)).anotherDays ?? []
      expect(asked).toMatchObject({ name: 'Dawn Carter', text: 'I start work at two.', answeredAt: null })
      for (const who of [priya.id, ruth.id]) expect((await seenBy(who)).anotherDays).toBeNull()
      const answers = (who: string) => asks<{ __typename: string; code?: string }>(who, 'mutation ($id: ID!) { answerAnotherDay(id: $id) { __typename ... on Refused { code } } }', { id: asked?.id })
      for (const who of [priya.id, ruth.id, family.people.mum, family.people.dad, owen.id]) expect(await answers(who)).toMatchObject({ code: 'notYours' })
      expect(await answers(helen.id)).toEqual({ __typename: 'AnswerAnotherDayDone' })
      expect(await answers(helen.id)).toMatchObject({ code: 'alreadyDone' })
      await does(family.people.mum, 'askAnotherDay', wish, asking)
      await books({ date: '2026-03-27' })
      expect(await mineAs('mum', 'anotherDayAsked')).toEqual({ anotherDayAsked: false })
      expect((await seenBy(helen.id)).anotherDays?.map(({ answeredAt }) => answeredAt !== null)).toEqual([true, true])
    })
  })

  describe('the week', () => {
    const week = `query ($from: String!) { week(from: $from) { from days meetings { meetingId familyName placeName startWall endWall zone mine }
      rooms { placeName roomName startWall endWall } workers { name startWall endWall kind meetingId } } }`
    interface Week { meetings: object[]; rooms: object[]; workers: { name: string }[] }
    const taken = { startWall: '2026-03-25T15:00', endWall: '2026-03-25T17:00' }

    it('shows a worker their meetings, and of others\' the times alone', async () => {
      await books()
      const own = await asks<Week>(helen.id, week, { from: '2026-03-23' })
      const { meetingId } = family
      expect(own.meetings).toEqual([{ ...taken, meetingId, familyName: 'The Carter family', placeName: 'Willow Hub', zone: 'Europe/London', mine: true }])
      expect(own.rooms).toEqual([{ ...taken, placeName: 'Willow Hub', roomName: 'garden' }])
      expect(own.workers.filter(({ name }) => name === 'Helen Okafor')).toEqual([{ ...taken, name: 'Helen Okafor', kind: 'held', meetingId }])
      expect((await asks<Week>(ruth.id, week, { from: '2026-03-23' })).meetings).toMatchObject([{ meetingId, mine: false }])
      const others = await asks<Week>(owen.id, week, { from: '2026-03-23' })
      expect(others.meetings).toEqual([{ ...taken, meetingId: null, familyName: null, placeName: null, zone: 'Europe/London', mine: false }])
      expect(others.rooms).toEqual([{ ...taken, placeName: 'Willow Hub', roomName: 'garden' }])
      expect(JSON.stringify(others)).not.toContain(meetingId)
      expect(JSON.stringify(others)).not.toContain('Carter')
    })

    it('gives the times alone of a meeting that another coordinator of the same family has', async () => {
      await books()
      await server.database.transaction({ worker: ruth.id }, (tx) => tx.meeting.updateMany({ where: { id: family.meetingId }, data: { coordinatorId: marcus.id } }))
      const read = async (who: string) => (await asks<{ meetings: { meetingId: string | null }[] }>(who, week, { from: '2026-03-23' })).meetings.map(({ meetingId }) => meetingId)
      for (const [who, seen] of [[helen.id, null], [marcus.id, null], [priya.id, family.meetingId], [ruth.id, family.meetingId]] as const) {
        expect(await read(who), who).toEqual([seen])
        expect((await asks<object | null>(who, 'query ($id: ID!) { meeting(id: $id) { id } }', { id: family.meetingId })) !== null, who).toBe(seen !== null)
      }
    })

    it('has seven days in order, also when the clocks change, and none for what is not a day or not a worker', async () => {
      expect(await asks(helen.id, week, { from: '2026-03-28' })).toMatchObject({ from: '2026-03-28', days: ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03'] })
      for (const from of ['2026-02-31', '1899-12-31', '2100-12-31']) expect(await asks(helen.id, week, { from })).toBeNull()
      for (const from of ['1900-01-01', '2099-12-31']) expect(await asks(helen.id, week, { from })).toMatchObject({ from })
      expect(await asks(family.people.mum, week, { from: '2026-03-23' })).toBeNull()
      await books()
      expect((await asks<Week>(helen.id, week, { from: '2026-03-26' })).meetings).toEqual([])
      expect((await asks<Week>(helen.id, week, { from: '2026-03-19' })).meetings).toHaveLength(1)
    })
  })

  describe('a worker\'s own calendar', () => {
    const mine = 'myCalendar { busyFrom busyUntil busyCount feedAddress away { id from until } }'
    interface Mine { busyFrom: string | null; busyUntil: string | null; busyCount: number; feedAddress: string | null; away: { id: string; from: string; until: string }[] }
    const calendarOf = (who: string) => asks<Mine | null>(who, `{ ${mine} }`)
    const day = (text: string, from: string, until: string) => `${text}T${from}:00.000Z/${text}T${until}:00.000Z`
    const brings = (who: string, change: object = {}) => does(who, 'saveMyBusyTimes', { from: '2026-03-23', until: '2026-03-29', busy: [day('2026-03-25', '10:00', '11:00'), day('2026-03-24', '09:00', '10:00'), day('2026-03-25', '11:00', '12:00')], ...change }, mine)

    it('brings in busy times, which take the place of earlier ones and are shown to others as times', async () => {
      await brings(marcus.id)
      expect(await calendarOf(marcus.id)).toMatchObject({ busyFrom: '2026-03-24', busyUntil: '2026-03-25', busyCount: 2 })
      const { workers: taken } = await asks<{ workers: { name: string }[] }>(owen.id, 'query { week(from: "2026-03-23") { workers { name startWall endWall kind meetingId } } }')
      expect(taken.filter(({ name }) => name === 'Marcus Bell')).toEqual([
        { name: 'Marcus Bell', startWall: '2026-03-24T09:00', endWall: '2026-03-24T10:00', kind: 'calendar', meetingId: null },
        { name: 'Marcus Bell', startWall: '2026-03-25T10:00', endWall: '2026-03-25T12:00', kind: 'calendar', meetingId: null },
      ])
      await brings(marcus.id, { busy: [] })
      expect(await calendarOf(marcus.id)).toMatchObject({ busyFrom: null, busyUntil: null, busyCount: 0 })
      expect(await calendarOf(family.people.mum)).toBeNull()
      await expect(brings(family.people.mum)).rejects.toThrow('notYours')
      for (const [change, refusal] of [
        [{ busy: ['yesterday'] }, 'timeImpossible busy'], [{ until: '2026-03-22' }, 'endBeforeStart until'], [{ until: '2026-12-31' }, 'windowTooLong until'], [{ from: 'x' }, 'dateImpossible from'],
        [{ busy: Array.from({ length: 2001 }, () => day('2026-03-25', '10:00', '11:00')) }, 'tooMany busy'],
      ] as const) await expect(brings(marcus.id, change)).rejects.toThrow(refusal)
    })

    it('says when somebody is away: themself, or the manager of their team', async () => {
      const sayAway = (who: string, workerId: string, change: object = {}) => does(who, 'sayAway', { workerId, from: '2026-04-06', until: '2026-04-10', ...change }, mine)
      await sayAway(priya.id, priya.id)
      await sayAway(ruth.id, priya.id, { from: '2026-05-01', until: '2026-05-01' })
      expect((await calendarOf(priya.id))?.away).toMatchObject([{ from: '2026-04-06', until: '2026-04-10' }, { from: '2026-05-01', until: '2026-05-01' }])
      for (const who of [helen.id, workers.tessa.id, owen.id, family.people.mum]) await expect(sayAway(who, priya.id)).rejects.toThrow('notYours')
      await expect(sayAway(priya.id, priya.id, { until: '2026-04-05' })).rejects.toThrow('endBeforeStart until')
      const [first, second] = (await calendarOf(priya.id))?.away ?? []
      const ends = (who: string, id: string | undefined) => asks<{ __typename: string }>(who, 'mutation ($id: ID!) { endAway(id: $id) { __typename } }', { id })
      expect(await ends(helen.id, first?.id)).toEqual({ __typename: 'Refused' })
      await ends(priya.id, first?.id)
      await ends(ruth.id, second?.id)
      expect((await calendarOf(priya.id))?.away).toEqual([])
    })

    it('reads when they are held here, as times alone, at an address that can be ended', async () => {
      await books()
      const make = async () => ((await asks<{ address: string }>(helen.id, 'mutation { makeCalendarFeed { ... on MakeCalendarFeedDone { address } } }')).address)
      const tokenOf = (address: string) => /^http:\/\/localhost:4000\/calendar\/([\w-]{43})\.ics$/.exec(address)?.[1]
      const held = async (token: string | undefined) => (await server.nobody.send('query ($token: String!) { heldTimes(token: $token) { id start end } }', { token }))['heldTimes']
      const first = await make()
      expect((await calendarOf(helen.id))?.feedAddress).toBe(first)
      expect(await held(tokenOf(first))).toEqual([{ id: expect.any(String), start: '2026-03-25T15:00:00.000Z', end: '2026-03-25T17:00:00.000Z' }])
      const second = await make()
      expect(await held(tokenOf(first))).toBeNull()
      expect(await held(tokenOf(second))).toHaveLength(1)
      await asks(helen.id, 'mutation { endCalendarFeed { __typename } }')
      expect((await calendarOf(helen.id))?.feedAddress).toBeNull()
      for (const token of [tokenOf(second), 'never', '']) expect(await held(token)).toBeNull()
      const stored = await server.database.transaction({ worker: helen.id }, (tx) => tx.$queryRaw<object[]>`select * from "CalendarFeed"`)
      expect(JSON.stringify(stored)).not.toContain(tokenOf(second))
    })
  })

  it('tells a relative of no room, no conflict and nobody else\'s hours, whatever they ask', async () => {
    await books()
    expect(await seenBy(family.people.mum)).toBeNull()
    const fields = Object.keys((server.parts.schema.getType('MyMeeting') as GraphQLObjectType).getFields())
    expect(fields).toContain('anotherDayAsked')
    for (const field of ['roomHolds', 'conflicts', 'moved', 'anotherDays', 'placeId']) expect(fields).not.toContain(field)
  })
})

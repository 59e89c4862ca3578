import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { versionOf } from '@kinplan/testkit/story-family'
import { beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared } from './meeting-family'
import { at, willowHub, type Who } from './willow-hub'

const { helen, priya, ruth, owen, marcus } = workers

const minuteOf = (clock: unknown) => Number(String(clock).slice(0, 2)) * 60 + Number(String(clock).slice(3))

describe.each(enginesToTest())('booking, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { does, asks, seenBy, mineAs, books, invites, stands, says, replies, apart, plannedOf, needsOfRooms } = here

  it('holds the rooms here, until the hub says yes to them', async () => {
    await books()
    const [hold] = (await seenBy(helen.id)).roomHolds
    expect(hold).toMatchObject({ roomName: 'garden', use: 'main', confirmedAt: null, confirmedBy: null })
    const confirm = async (who: string) =>
      asks<{ __typename: string; code?: string }>(
        who,
        'mutation ($id: ID!, $v: Int!) { confirmRooms(meetingId: $id, version: $v) { __typename ... on Refused { code } } }',
        { id: here.family.meetingId, v: await versionOf(here.family.teller, here.family.meetingId) },
      )
    for (const who of [priya.id, here.family.people.mum, owen.id]) expect(await confirm(who)).toMatchObject({ code: 'notYours' })
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
    const second = 'secondRoomId' in change ? { secondRoomId: here.hub.rooms[change.secondRoomId ?? ''] } : {}
    await expect(books({ ...change, ...second })).rejects.toThrow(refusal)
  })

  it('takes no room that is too small for those who come, or not as the meeting needs it', async () => {
    for (const who of ['mum', 'dad', 'gran'] as const) await says(who, ['inRoom'])
    await expect(books({ roomId: here.hub.rooms['attic'] })).rejects.toThrow('roomUnfit roomId')
    await books({ roomId: here.hub.rooms['blue'] })
    await stands('mia', 'coming', 'inRoom')
    await stands('gran', 'notComing')
    await books({ roomId: here.hub.rooms['blue'] })
    await needsOfRooms({ stepFree: true })
    await books({ roomId: here.hub.rooms['garden'], secondRoomId: here.hub.rooms['blue'] })
    await expect(books({ roomId: here.hub.rooms['garden'], secondRoomId: here.hub.rooms['attic'] })).rejects.toThrow(
      'roomUnfit secondRoomId',
    )
  })

  it('refuses a room that is held, and a worker who is somewhere else, and does nothing of it', async () => {
    const other = await familyBeingPrepared(here.server, { othersHaveMet: false })
    await books({}, other)
    await expect(books({ start: '16:00', roomId: here.hub.rooms['blue'] })).rejects.toThrow('workerTaken start')
    await does(ruth.id, 'allocate', { familyId: here.family.familyId, workerId: marcus.id, role: 'coordinator' }, 'family { id }')
    const helped = async (change: object) => {
      const version = (
        await asks<{ version: number }>(marcus.id, 'query ($id: ID!) { meeting(id: $id) { version } }', { id: here.family.meetingId })
      ).version
      return does(marcus.id, 'bookTime', { meetingId: here.family.meetingId, version, ...at, placeId: here.hub.id, ...change })
    }
    const priyaPart = here.family.participants[priya.id] ?? ''
    const away = { participantId: priyaPart, version: 1, state: 'notComing', how: null }
    await does(marcus.id, 'setParticipation', away)
    await expect(helped({ start: '16:30', roomId: here.hub.rooms['garden'] })).rejects.toThrow('roomTaken roomId')
    expect(
      await asks(marcus.id, 'query ($id: ID!) { meeting(id: $id) { stage startWall roomHolds { id } } }', { id: here.family.meetingId }),
    ).toEqual({ stage: 'preparing', startWall: null, roomHolds: [] })
    await helped({ start: '17:00', roomId: here.hub.rooms['garden'] })
  })

  it('plans in those who have not answered, and leaves answers as they are', async () => {
    await says('mum', ['inRoom', 'video'])
    await says('dad', ['phone'])
    await stands('gran', 'coming', 'video')
    await books()
    expect(plannedOf(await seenBy(helen.id))).toMatchObject({ 'Dawn Carter': 'inRoom', 'Lee Hughes': 'phone', 'Mia Carter': null })
    expect((await seenBy(helen.id)).participants).toContainEqual(
      expect.objectContaining({ name: 'Joan Carter', state: 'coming', how: 'video' }),
    )
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
    await books({ secondRoomId: here.hub.rooms['blue'] })
    expect((await seenBy(helen.id)).roomHolds.map(({ roomName, use }) => `${roomName} ${use}`)).toEqual(['garden main', 'blue second'])
    const planned = plannedOf(await seenBy(helen.id))
    expect([planned['Dawn Carter'], planned['Lee Hughes']].toSorted()).toEqual(['inRoom', 'secondRoom'])
    const [, own]: [Who, Who] = planned['Dawn Carter'] === 'inRoom' ? ['mum', 'dad'] : ['dad', 'mum']
    await expect(replies(own, 'coming', 'secondRoom')).rejects.toThrow('choiceUnknown how')
    expect(await replies(own, 'coming', 'inRoom')).toMatchObject({
      myMeeting: { mine: { how: 'secondRoom' }, place: 'Willow Hub, 1 Mill Lane' },
    })
    await replies(own, 'coming', 'video')
    expect(await replies(own, 'coming', 'inRoom')).toMatchObject({ myMeeting: { mine: { how: 'secondRoom' } } })
    expect((await replies('gran', 'coming', 'inRoom'))['myMeeting']).toMatchObject({ place: at.place })
    expect(JSON.stringify(await mineAs('gran', 'place mine { how } others { id name }'))).not.toContain('secondRoom')
  })

  it('puts nobody into a second room that is not held', async () => {
    await stands('gran', 'coming', 'secondRoom')
    await stands('gran', 'asked')
    await books()
    await expect(stands('gran', 'coming', 'secondRoom')).rejects.toThrow('roomUnfit how')
    await books({ secondRoomId: here.hub.rooms['blue'] })
    await stands('gran', 'coming', 'secondRoom')
  })

  it('gives four who are all kept apart a time to arrive as far as they come, and whoever joins them later another one', async () => {
    const everybody = ['mum', 'dad', 'gran', 'mia'] as const
    for (const who of everybody) await says(who, [who === 'mum' ? 'inRoom' : 'video'])
    for (const [at, one] of everybody.entries()) for (const other of everybody.slice(at + 1)) await apart(['room'], one, other)
    await books({ secondRoomId: here.hub.rooms['blue'] })
    const arrivals = async () => {
      const { participants } = await asks<{ participants: { name: string; arriveAt: string }[] }>(
        helen.id,
        'query ($id: ID!) { meeting(id: $id) { participants { name arriveAt } } }',
        { id: here.family.meetingId },
      )
      return Object.fromEntries(participants.map(({ name, arriveAt }) => [name, minuteOf(arriveAt)]))
    }
    const before = await arrivals()
    const gapOf = (times: Record<string, number>) => Math.abs((times['Dawn Carter'] ?? 0) - (times['Lee Hughes'] ?? 0))
    expect(gapOf(before)).toBeLessThan(20)
    await stands('dad', 'coming', 'secondRoom')
    const after = await arrivals()
    expect(gapOf(after)).toBeGreaterThanOrEqual(20)
    expect({ ...after, 'Lee Hughes': 0 }).toEqual({ ...before, 'Lee Hughes': 0 })
  })

  it('takes a time on the quarter hour alone, as the search has them', async () => {
    await expect(books({ start: '15:10' })).rejects.toThrow('timeImpossible start')
    await books({ start: '15:15' })
  })

  it(
    'invites nobody with whom nobody has talked, and nobody for whom the time has no part: the coordinator hears of them, and ' +
      'their page shows no time',
    async () => {
      await says('mum', ['inRoom'])
      await says('dad', ['inRoom'])
      await apart(['knowing'])
      await books()
      const planned = plannedOf(await seenBy(helen.id))
      const [out, name]: [Who, string] = planned['Dawn Carter'] === null ? ['mum', 'Dawn Carter'] : ['dad', 'Lee Hughes']
      expect(await invites()).toMatchObject({ sent: 0 })
      for (const who of ['mum', 'dad'] as const) await stands(who, 'asked')
      expect(await invites()).toMatchObject({ sent: 1 })
      expect((await seenBy(helen.id)).moved).toEqual([{ name, why: 'keptApart' }])
      expect(await mineAs(out, 'stage startWall')).toEqual({ stage: 'preparing', startWall: null })
      expect(await mineAs(out === 'mum' ? 'dad' : 'mum', 'stage')).toEqual({ stage: 'booked' })
    },
  )

  it('opens no way to somebody because another says no: the coordinator alone can', async () => {
    await says('mum', ['inRoom'])
    await says('dad', ['video'])
    await apart(['room', 'site'])
    await books()
    const waysOf = async (who: Who) => (await mineAs(who, 'ways'))['ways']
    await invites()
    const closed = ['video', 'phone', 'spokenFor', 'letter']
    expect(await waysOf('dad')).toEqual(closed)
    await replies('mum', 'notComing')
    expect(await waysOf('dad')).toEqual(closed)
    await expect(replies('dad', 'coming', 'inRoom')).rejects.toThrow('choiceUnknown how')
    await stands('dad', 'coming', 'inRoom')
    expect(await mineAs('dad', 'mine { how }')).toEqual({ mine: { how: 'inRoom' } })
  })

  it(
    'gives another time to arrive, and tells anew, whoever moves to a room of their own beside somebody they were told to come ' +
      'with; until then nobody is welcomed',
    async () => {
      await stands('mum', 'coming', 'inRoom')
      await stands('dad', 'coming', 'inRoom')
      await books({ secondRoomId: here.hub.rooms['blue'] })
      // Times go by the order of ids, which is chance: these two come together.
      const { mum: hers, dad: his } = here.family.people
      await here.server.database.transaction({ worker: helen.id }, (tx) =>
        tx.participant.updateMany({
          where: { meetingId: here.family.meetingId, personId: { in: [hers, his] } },
          data: { arriveAt: '14:45' },
        }),
      )
      await invites()
      const arrivals = async () =>
        Promise.all((['mum', 'dad'] as const).map(async (who) => minuteOf((await mineAs(who, 'arriveAt'))['arriveAt'])))
      const [mum, dad] = await arrivals()
      expect(mum).toBe(dad)
      await apart(['room'])
      await stands('dad', 'coming', 'secondRoom')
      const [still, moved] = await arrivals()
      expect(still).toBe(mum)
      expect(Math.abs((still ?? 0) - (moved ?? 0))).toBeGreaterThanOrEqual(20)
      expect(await invites()).toMatchObject({ sent: 1 })
      await here.server.database.transaction({ worker: helen.id }, (tx) =>
        tx.participant.updateMany({
          where: { meetingId: here.family.meetingId, personId: here.family.people.dad },
          data: { arriveAt: `14:${String((mum ?? 0) % 60).padStart(2, '0')}` },
        }),
      )
      expect((await seenBy(helen.id)).conflicts).toEqual([{ names: ['Dawn Carter', 'Lee Hughes'], level: 'room' }])
      await expect(
        does(helen.id, 'moveStage', {
          meetingId: here.family.meetingId,
          to: 'welcome',
          version: await versionOf(here.family.teller, here.family.meetingId),
        }),
      ).rejects.toThrow('keptApart')
    },
  )

  it('keeps an answer given for an earlier day, and says that it was', async () => {
    await stands('mum', 'coming', 'inRoom')
    here.family.teller.at(new Date('2026-03-10T11:00:00Z'))
    await books()
    await invites()
    expect(await mineAs('mum', 'answeredBefore mine { state }')).toEqual({ answeredBefore: true, mine: { state: 'coming' } })
    await replies('mum', 'coming', 'inRoom')
    expect(await mineAs('mum', 'answeredBefore')).toEqual({ answeredBefore: false })
  })

  it('says who needs time off work for it and until when they can ask: to the coordinator, and each to themself', async () => {
    await says('dad', ['inRoom'], { timeOffDays: 5 })
    await says('mum', ['inRoom'])
    await books()
    await invites()
    const timeOff = (who: string) =>
      asks<{ timeOff: object[] | null }>(who, 'query ($id: ID!) { meeting(id: $id) { timeOff { name askBy } } }', {
        id: here.family.meetingId,
      })
    expect(await timeOff(helen.id)).toEqual({ timeOff: [{ name: 'Lee Hughes', askBy: '2026-03-20' }] })
    for (const who of [priya.id, ruth.id]) expect(await timeOff(who)).toEqual({ timeOff: null })
    expect(await mineAs('dad', 'timeOffBy')).toEqual({ timeOffBy: '2026-03-20' })
    expect(await mineAs('mum', 'timeOffBy')).toEqual({ timeOffBy: null })
  })

  it('counts how many come to a room, for those who may read pairs', async () => {
    for (const who of ['mum', 'dad', 'gran'] as const) await says(who, ['phone'])
    await books({ roomId: here.hub.rooms['attic'] })
    const seats = (who: string) =>
      asks<{ roomHolds: object[] }>(who, 'query ($id: ID!) { meeting(id: $id) { roomHolds { capacity seatsTaken } } }', {
        id: here.family.meetingId,
      })
    expect(await seats(helen.id)).toEqual({ roomHolds: [{ capacity: 2, seatsTaken: 2 }] })
    for (const who of ['mum', 'dad', 'gran'] as const) await replies(who, 'coming', 'inRoom')
    expect(await seats(helen.id)).toEqual({ roomHolds: [{ capacity: 2, seatsTaken: 5 }] })
    expect(await seats(priya.id)).toEqual({ roomHolds: [{ capacity: 2, seatsTaken: null }] })
  })

  describe('for a pair at parts of their own', () => {
    const partOf = async (who: Who, partEdge: string | null, partMinutes: string | null = null) => {
      const participantId = here.family.participantOf(who)
      const { participants } = await asks<{ participants: { id: string; version: number }[] }>(
        helen.id,
        'query ($id: ID!) { meeting(id: $id) { participants { id version } } }',
        { id: here.family.meetingId },
      )
      const version = participants.find(({ id }) => id === participantId)?.version
      return does(helen.id, 'setNeed', { participantId, version, need: 'must', partEdge, partMinutes, travel: [] })
    }
    const invited = async () =>
      (
        await asks<{ participants: { name: string; invitedAt: string | null }[] }>(
          helen.id,
          'query ($id: ID!) { meeting(id: $id) { participants { name invitedAt } } }',
          { id: here.family.meetingId },
        )
      ).participants
        .flatMap(({ name, invitedAt }) => (invitedAt === null ? [] : [name]))
        .toSorted()

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
      for (const [edge, minutes] of [
        [null, null],
        ['end', '75'],
        ['beginning', '60'],
      ] as const)
        await expect(partOf('dad', edge, minutes)).rejects.toThrow('keptApart partMinutes')
      expect(await mineAs('dad', 'startWall endWall')).toEqual({ startWall: '2026-03-25T17:00', endWall: '2026-03-25T18:00' })
    })

    it('a changed part that keeps them apart brings another time to arrive, of which they are told again', async () => {
      await stands('mum', 'asked')
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
    await books({ secondRoomId: here.hub.rooms['blue'] })
    const [own, name]: [Who, string] =
      plannedOf(await seenBy(helen.id))['Dawn Carter'] === 'secondRoom' ? ['mum', 'Dawn Carter'] : ['dad', 'Lee Hughes']
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
    await does(helen.id, 'endMeeting', {
      meetingId: here.family.meetingId,
      version: await versionOf(here.family.teller, here.family.meetingId),
      ending: 'anotherDate',
      nextStep: 'Again.',
    })
    expect((await seenBy(helen.id)).roomHolds).toEqual([])
    const other = await familyBeingPrepared(here.server)
    await expect(books({}, other)).resolves.toBeTruthy()
  })
})

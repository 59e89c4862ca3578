import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { standsAs, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sameFamilyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth } = workers
type Slip = { kind: string; startWall: string; place: string | null; arriveAt: string | null }

describe.each(enginesToTest())('slips for the day, on the %s database', (engine) => {
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

  const stands = (who: 'mum' | 'dad' | 'gran' | 'mia', state: string, how: string | null = null) =>
    standsAs(family.teller, family.meetingId, family.participantOf(who), state, how)
  const book = async (more: object = {}) =>
    family.teller.does(
      helen.id,
      'bookTime',
      {
        meetingId: family.meetingId,
        version: await versionOf(family.teller, family.meetingId),
        date: '2026-03-21',
        start: '10:00',
        minutes: '180',
        place: 'The garden room, Willow Family Hub',
        ...more,
      },
      'meeting { id }',
    )
  const invite = async () =>
    family.teller.does(
      helen.id,
      'sendInvitations',
      { meetingId: family.meetingId, version: await versionOf(family.teller, family.meetingId) },
      'sent',
    )
  const slips = async (worker: string = helen.id) => {
    const { meeting } = await family.teller.ask(
      worker,
      'query ($id: ID!) { meeting(id: $id) { participants { id slip { kind startWall place arriveAt } } } }',
      { id: family.meetingId },
    )
    const { participants } = meeting as { participants: { id: string; slip: Slip | null }[] }
    return (who: 'mum' | 'dad' | 'gran' | 'mia') => participants.find(({ id }) => id === family.participantOf(who))?.slip
  }
  const ownPage = async (who: 'mum' | 'dad' | 'gran') => {
    const { myMeeting } = await family.teller.ask(
      family.people[who],
      'query ($id: ID!) { myMeeting(id: $id) { startWall place arriveAt } }',
      { id: family.meetingId },
    )
    return myMeeting as Omit<Slip, 'kind'>
  }
  const placeWithTwoRooms = async () => {
    const rooms = 'places { id name rooms { id name } }'
    const find = (done: Record<string, unknown>) =>
      (done['places'] as { id: string; name: string; rooms: { id: string; name: string }[] }[]).find(
        ({ name }) => name === 'Willow Family Hub',
      )
    const id = find(await family.teller.does(ruth.id, 'keepPlace', { name: 'Willow Family Hub', address: '1 Mill Lane' }, rooms))?.id ?? ''
    let done = {}
    for (const name of ['garden', 'quiet'])
      done = await family.teller.does(ruth.id, 'keepRoom', { placeId: id, name, capacity: '12', stepFree: true, twoWaysOut: true }, rooms)
    const roomOf = (wanted: string) => find(done)?.rooms.find(({ name }) => name === wanted)?.id
    return { id, garden: roomOf('garden'), quiet: roomOf('quiet') }
  }
  /** A slip says what the person's own page says, neither more nor less. */
  const isAsThePage = async (who: 'mum' | 'dad' | 'gran', kind: string) => {
    const slip = (await slips())(who)
    expect(slip).toEqual({ kind, ...(await ownPage(who)) })
    return slip
  }

  it.each([
    ['inRoom', 'coming', 'come'],
    ['video', 'coming', 'video'],
    ['phone', 'coming', 'phone'],
    ['spokenFor', 'sendingViews', 'spokenFor'],
    ['letter', 'sendingViews', 'views'],
  ])('of somebody who takes part %s says what their own page says', async (how, state, kind) => {
    await stands('mum', 'asked')
    await stands('dad', 'asked')
    await book()
    await invite()
    await stands('mum', state, how)
    const slip = await isAsThePage('mum', kind)
    expect(slip?.startWall).toBe('2026-03-21T10:00')
    if (kind === 'come')
      expect(slip).toMatchObject({ place: 'The garden room, Willow Family Hub', arriveAt: expect.stringMatching(/^09:/) })
    else expect(slip).toMatchObject({ place: null, arriveAt: null })
    expect(await isAsThePage('dad', 'notAnswered')).toMatchObject({ place: null, arriveAt: null })
  })

  it(
    'is there for nobody before the family is told of the time, for nobody who does not take part, and for nobody whom no one ' +
      'has talked with',
    async () => {
      await stands('mum', 'coming', 'inRoom')
      await stands('dad', 'notComing')
      await book()
      expect((await slips())('mum')).toBeNull()
      await invite()
      const of = await slips()
      expect(of('mum')).toMatchObject({ kind: 'come' })
      expect([of('dad'), of('gran')]).toEqual([null, null])
    },
  )

  it(
    'of two who are kept apart in one building says to the one in the second room the place alone, and is not shown to who may ' +
      'not know of the pair',
    async () => {
      const hub = await placeWithTwoRooms()
      await family.teller.does(
        priya.id,
        'markApart',
        { oneId: family.people.mum, otherId: family.people.dad, levels: ['room'] },
        'family { id }',
      )
      await family.teller.does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords }, 'meeting { id }')
      await stands('mum', 'asked')
      await stands('dad', 'asked')
      await book({ placeId: hub.id, roomId: hub.garden, secondRoomId: hub.quiet })
      await invite()
      await stands('mum', 'coming', 'inRoom')
      await stands('dad', 'coming', 'secondRoom')
      const dad = await isAsThePage('dad', 'ownRoom')
      expect(dad?.place).toBe('Willow Family Hub, 1 Mill Lane')
      await isAsThePage('mum', 'come')
      const asPriya = await slips(priya.id)
      expect([asPriya('mum'), asPriya('dad')]).toEqual([null, null])
    },
  )

  it('is not there for somebody for whom the time has no part: the coordinator talks with them alone', async () => {
    await family.teller.does(
      priya.id,
      'markApart',
      { oneId: family.people.mum, otherId: family.people.dad, levels: ['knowing'] },
      'family { id }',
    )
    await family.teller.does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords }, 'meeting { id }')
    await stands('mum', 'coming', 'inRoom')
    await stands('dad', 'asked')
    await book()
    await invite()
    const of = await slips()
    expect(of('mum')).toMatchObject({ kind: 'come' })
    expect(of('dad')).toBeNull()
    expect(await ownPage('dad')).toMatchObject({ startWall: null, place: null })
  })
})

import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { ordinaryWeek, participantVersion, saysWhen, standsAs, startStoryMeeting, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, sameFamilyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth } = workers
interface Seen {
  conflicts: { names: string[]; level: string }[]
  moved: { name: string; why: string }[]
  participants: { name: string; state: string; how: string | null; plannedHow: string | null }[]
}

describe.each(enginesToTest())('what is booked, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  let placeId: string

  beforeAll(async () => {
    server = await testServer(engine)
    family = await familyBeingPrepared(server)
    const { places } = (await does(ruth.id, 'keepPlace', { name: 'Willow Hub', address: '1 Mill Lane' }, 'places { id }')) as {
      places: { id: string }[]
    }
    placeId = places[0]?.id ?? ''
  })
  beforeEach(async () => {
    family = await beginning(server)
  })
  afterAll(() => server.drop())

  const does = (who: string, mutation: string, given: Record<string, unknown>, show = 'meeting { id }') =>
    family.teller.does(who, mutation, given, show)
  const versioned = async (mutation: string, meetingId: string, given: object = {}, show = 'meeting { id }') =>
    does(helen.id, mutation, { meetingId, version: await versionOf(family.teller, meetingId), ...given }, show)
  const books = (meetingId: string, change: object = {}) =>
    versioned('bookTime', meetingId, { date: '2026-03-25', start: '15:00', minutes: '120', place: 'Willow Hub', placeId, ...change })
  const seen = async (meetingId: string) => {
    const { meeting } = await family.teller.ask(
      helen.id,
      'query ($id: ID!) { meeting(id: $id) { conflicts { names level } moved { name why } participants { name state how plannedHow } } }',
      { id: meetingId },
    )
    return meeting as Seen
  }
  const apart = async (...meetingIds: string[]) => {
    await does(priya.id, 'markApart', { oneId: family.people.mum, otherId: family.people.dad, levels: ['room', 'site'] }, 'family { id }')
    for (const meetingId of meetingIds) await does(ruth.id, 'recordSafety', { meetingId, ...safetyWords })
  }
  const endsAccess = async (id: string) =>
    expect(await family.teller.ask(helen.id, 'mutation ($id: ID!) { endAccess(personId: $id) { __typename } }', { id })).toEqual({
      endAccess: { __typename: 'EndAccessDone' },
    })
  const says = (who: 'mum' | 'dad') =>
    saysWhen(family.teller, family.people[who], [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '08:00', '21:00', ['inRoom'])])

  it(
    'brings no pair together through two meetings of their family: neither is told of, nor begins, until one of them has ' + 'moved',
    async () => {
      const { teller, familyId, meetingId, people, participantOf } = family
      const review = await startStoryMeeting(teller, {
        familyId,
        socialWorker: priya.id,
        childIds: [people.mia],
        participants: [{ personId: people.dad, need: 'must' }],
      })
      for (const worker of [helen.id, priya.id]) await standsAs(teller, review.id, review.participants[worker] ?? '', 'notComing')
      await standsAs(teller, meetingId, participantOf('mum'), 'coming', 'inRoom')
      await standsAs(teller, review.id, review.participants[people.dad] ?? '', 'coming', 'inRoom')
      for (const id of [meetingId, review.id]) await books(id)
      expect([(await seen(meetingId)).conflicts, (await seen(review.id)).conflicts]).toEqual([[], []])
      await apart(meetingId, review.id)
      for (const id of [meetingId, review.id]) {
        expect((await seen(id)).conflicts).toEqual([{ names: ['Dawn Carter', 'Lee Hughes'], level: 'site' }])
        await expect(versioned('sendInvitations', id, {}, 'sent')).rejects.toThrow('keptApart')
        await expect(versioned('moveStage', id, { to: 'welcome' })).rejects.toThrow('keptApart')
      }
      await books(review.id, { date: '2026-03-26' })
      for (const id of [meetingId, review.id]) {
        expect((await seen(id)).conflicts).toEqual([])
        await versioned('moveStage', id, { to: 'welcome' })
      }
    },
  )

  it("leaves out whoever's access was ended, who then keeps nobody else away", async () => {
    const { teller, meetingId, people, participantOf } = family
    await says('mum')
    await standsAs(teller, meetingId, participantOf('dad'), 'coming', 'inRoom')
    await standsAs(teller, meetingId, participantOf('gran'), 'sendingViews', 'letter')
    await apart(meetingId)
    await books(meetingId)
    const version = await participantVersion(teller, meetingId, participantOf('dad'))
    for (const personId of [people.dad, people.gran]) await endsAccess(personId)
    for (const state of ['notAsked', 'asked', 'noAnswerYet', 'coming']) {
      await expect(standsAs(teller, meetingId, participantOf('dad'), state, state === 'coming' ? 'video' : null), state).rejects.toThrow(
        'choiceUnknown state',
      )
    }
    const { participants } = await seen(meetingId)
    expect(participants).toContainEqual(expect.objectContaining({ name: 'Lee Hughes', state: 'notComing', how: null }))
    expect(participants).toContainEqual(expect.objectContaining({ name: 'Joan Carter', state: 'sendingViews', how: 'letter' }))
    expect(await participantVersion(teller, meetingId, participantOf('dad'))).toBe(version + 1)
    await books(meetingId)
    expect(await seen(meetingId)).toMatchObject({
      conflicts: [],
      participants: expect.arrayContaining([expect.objectContaining({ name: 'Dawn Carter', plannedHow: 'inRoom' })]),
    })
  })

  it('leaves those as they were whose meeting had ended before their access did', async () => {
    const { teller, meetingId, people, participantOf } = family
    await standsAs(teller, meetingId, participantOf('dad'), 'coming', 'inRoom')
    await books(meetingId)
    await versioned('endMeeting', meetingId, { ending: 'anotherDate', nextStep: 'Again.' })
    await endsAccess(people.dad)
    expect((await seen(meetingId)).participants).toContainEqual(
      expect.objectContaining({ name: 'Lee Hughes', state: 'coming', how: 'inRoom' }),
    )
  })

  it.each([
    [600, null],
    [30, 'inRoom'],
  ])('at a place without a room counts the way there: with %i minutes of it somebody is planned in as %s', async (minutes, expected) => {
    const { teller, meetingId, participantOf } = family
    await says('mum')
    const version = await participantVersion(teller, meetingId, participantOf('mum'))
    await does(helen.id, 'setNeed', {
      participantId: participantOf('mum'),
      version,
      need: 'must',
      travel: [{ placeId, minutes: String(minutes) }],
    })
    await books(meetingId)
    const { participants, moved } = await seen(meetingId)
    expect(participants).toContainEqual(expect.objectContaining({ name: 'Dawn Carter', plannedHow: expected }))
    expect(moved).toEqual([])
  })
})

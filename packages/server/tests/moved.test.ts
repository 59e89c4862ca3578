import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { saysWhen, versionOf } from '@kinplan/testkit/story-family'
import { describe, expect, it } from 'vitest'
import { allDay, willowHub } from './willow-hub'

const { helen, priya, ruth, owen } = workers

describe.each(enginesToTest())('what moves, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { does, asks, seenBy, mineAs, books, invites, stands, says, apart } = here

  it('a pair that is marked after the booking shows at once, to the coordinator and the manager alone', async () => {
    await says('mum', ['inRoom'])
    await says('dad', ['inRoom', 'phone'])
    await books()
    await stands('mum', 'coming', 'inRoom')
    expect((await seenBy(helen.id)).conflicts).toEqual([])
    here.server.told.length = 0
    await apart(['room'])
    expect(here.server.told).toContain(here.family.meetingId)
    const conflict = [{ names: ['Dawn Carter', 'Lee Hughes'], level: 'room' }]
    expect((await seenBy(helen.id)).conflicts).toEqual(conflict)
    expect((await seenBy(ruth.id)).conflicts).toEqual(conflict)
    expect((await seenBy(priya.id)).conflicts).toBeNull()
    await stands('gran', 'coming', 'inRoom')
    await expect(
      does(
        helen.id,
        'sendInvitations',
        { meetingId: here.family.meetingId, version: await versionOf(here.family.teller, here.family.meetingId) },
        'sent',
      ),
    ).rejects.toThrow('keptApart')
    await books()
    expect(await seenBy(helen.id)).toMatchObject({
      conflicts: [],
      participants: expect.arrayContaining([expect.objectContaining({ name: 'Lee Hughes', plannedHow: 'phone' })]),
    })
  })

  it('who was to be there and now cannot is named to the coordinator alone', async () => {
    await says('mum', ['inRoom'])
    await says('dad', ['inRoom'])
    await books()
    expect((await seenBy(helen.id)).moved).toEqual([])
    here.server.told.length = 0
    await saysWhen(here.family.teller, here.family.people.mum, [
      { kind: 'cannot', from: '2026-03-24', until: '2026-03-26' },
      allDay(['inRoom']),
    ])
    expect(here.server.told).toEqual([here.family.meetingId])
    await here.server.database.transaction({ worker: helen.id }, (tx) =>
      tx.workerBusy.createMany({
        data: [
          { workerId: priya.id, kind: 'calendar', startsAt: new Date('2026-03-25T16:00:00Z'), endsAt: new Date('2026-03-25T17:00:00Z') },
        ],
      }),
    )
    expect((await seenBy(helen.id)).moved?.toSorted((a, b) => a.name.localeCompare(b.name))).toEqual([
      { name: 'Dawn Carter', why: 'notFree' },
      { name: 'Priya Shah', why: 'notFree' },
    ])
    for (const who of [priya.id, ruth.id]) expect((await seenBy(who)).moved).toBeNull()
    await saysWhen(here.family.teller, here.family.people.dad, [])
    expect((await seenBy(helen.id)).moved).toContainEqual({ name: 'Lee Hughes', why: 'noAnswerYet' })
    await books({ date: '2026-03-27' })
    expect((await seenBy(helen.id)).moved).toEqual([])
  })

  it('a new social worker takes the place of the one before, who is held no longer', async () => {
    await books({ date: '2026-04-07' })
    const held = async () => {
      const { workers: taken } = await asks<{ workers: { name: string; kind: string }[] }>(
        owen.id,
        'query { week(from: "2026-04-06") { workers { name kind } } }',
      )
      return taken
        .filter(({ kind }) => kind === 'held')
        .map(({ name }) => name)
        .toSorted()
    }
    expect(await held()).toEqual(['Helen Okafor', 'Priya Shah'])
    const arrivals = async () =>
      (
        await asks<{ participants: { name: string; arriveAt: string }[] }>(
          helen.id,
          'query ($id: ID!) { meeting(id: $id) { participants { name arriveAt } } }',
          { id: here.family.meetingId },
        )
      ).participants
    const before = (await arrivals()).find(({ name }) => name === 'Priya Shah')?.arriveAt
    await does(ruth.id, 'allocate', { familyId: here.family.familyId, workerId: workers.marcus.id, role: 'socialWorker' }, 'family { id }')
    expect(await held()).toEqual(['Helen Okafor', 'Marcus Bell'])
    expect((await arrivals()).filter(({ name }) => name === 'Marcus Bell' || name === 'Priya Shah')).toEqual([
      { name: 'Marcus Bell', arriveAt: before },
    ])
  })

  it('shows in the list of their families to the coordinator alone, in one statement for all of them', async () => {
    const hasMoved = async (who: string) => {
      const { families } = await asks<{ families: { id: string; nextMeeting: { hasMoved: boolean } | null }[] }>(
        who,
        '{ families(first: 100) { families { id nextMeeting { hasMoved } } } }',
      )
      return families.find(({ id }) => id === here.family.familyId)?.nextMeeting?.hasMoved
    }
    await says('mum', ['inRoom'])
    await books({ date: '2026-03-30' })
    await invites()
    expect(await hasMoved(helen.id)).toBe(false)
    here.family.teller.at(new Date('2026-03-10T11:00:00Z'))
    await says('mum', ['phone'])
    for (const [who, seen] of [
      [helen.id, true],
      [priya.id, false],
      [ruth.id, false],
    ] as const)
      expect(await hasMoved(who), who).toBe(seen)
    here.family.teller.at(new Date('2026-03-10T12:00:00Z'))
    await books({ date: '2026-03-31' })
    expect(await hasMoved(helen.id)).toBe(false)
    await here.server.database.transaction({ worker: helen.id }, (tx) =>
      tx.workerBusy.createMany({
        data: [
          { workerId: priya.id, kind: 'calendar', startsAt: new Date('2026-03-31T15:00:00Z'), endsAt: new Date('2026-03-31T16:00:00Z') },
        ],
      }),
    )
    expect(await hasMoved(helen.id)).toBe(true)
    await books({ date: '2026-04-01' })
    await invites()
    await does(here.family.people.mum, 'askAnotherDay', { meetingId: here.family.meetingId, words: '' }, 'myMeeting { id }')
    expect(await hasMoved(helen.id)).toBe(true)
  })

  it('somebody asks for another day, once for each day that is booked; only the coordinator says that they were answered', async () => {
    const asking = 'myMeeting { anotherDayAsked }'
    const wish = { meetingId: here.family.meetingId, words: 'I start work at two.' }
    await expect(does(here.family.people.mum, 'askAnotherDay', wish, asking)).rejects.toThrow('notNow')
    await books()
    await invites()
    here.server.told.length = 0
    expect(await does(here.family.people.mum, 'askAnotherDay', wish, asking)).toEqual(
      expect.objectContaining({ myMeeting: { anotherDayAsked: true } }),
    )
    expect(here.server.told).toEqual([here.family.meetingId])
    expect(await mineAs('dad', 'anotherDayAsked')).toEqual({ anotherDayAsked: false })
    await expect(does(here.family.people.mum, 'askAnotherDay', wish, asking)).rejects.toThrow('alreadyDone')
    await expect(does(here.family.people.dad, 'askAnotherDay', { ...wish, words: 'a\0b' }, asking)).rejects.toThrow('wordsBroken words')
    for (const who of [helen.id, here.family.people.uncle])
      await expect(does(who, 'askAnotherDay', wish, asking)).rejects.toThrow('notYours')
    const [asked] = (await seenBy(helen.id)).anotherDays ?? []
    expect(asked).toMatchObject({ name: 'Dawn Carter', text: 'I start work at two.', answeredAt: null })
    for (const who of [priya.id, ruth.id]) expect((await seenBy(who)).anotherDays).toBeNull()
    const answers = (who: string) =>
      asks<{ __typename: string; code?: string }>(
        who,
        'mutation ($id: ID!) { answerAnotherDay(id: $id) { __typename ... on Refused { code } } }',
        { id: asked?.id },
      )
    for (const who of [priya.id, ruth.id, here.family.people.mum, here.family.people.dad, owen.id])
      expect(await answers(who)).toMatchObject({ code: 'notYours' })
    expect(await answers(helen.id)).toEqual({ __typename: 'AnswerAnotherDayDone' })
    expect(await answers(helen.id)).toMatchObject({ code: 'alreadyDone' })
    await does(here.family.people.mum, 'askAnotherDay', wish, asking)
    here.family.teller.at(new Date('2026-03-10T11:00:00Z'))
    await books({ date: '2026-03-27' })
    await invites()
    expect(await mineAs('mum', 'anotherDayAsked')).toEqual({ anotherDayAsked: false })
    expect((await seenBy(helen.id)).anotherDays?.map(({ answeredAt }) => answeredAt !== null)).toEqual([false, true])
    await does(here.family.people.mum, 'askAnotherDay', wish, asking)
    expect((await seenBy(helen.id)).anotherDays).toHaveLength(3)
  })
})

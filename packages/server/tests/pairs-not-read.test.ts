import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { everythingOf } from '@kinplan/testkit/everything-of'
import { talkWith, versionOf } from '@kinplan/testkit/story-family'
import { describe, expect, it } from 'vitest'
import { willowHub } from './willow-hub'

const { helen, priya, ruth, owen } = workers
const changed = 'subscription ($id: ID!) { changed(meetingId: $id) }'
const pause = () => new Promise((resolve) => setTimeout(resolve, 200))

describe.each(enginesToTest())('a worker who may not read who is kept apart, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { does, books, apart, invites, says, asks } = here

  async function watch(who: string) {
    const { server, family } = here
    const visitor = await server.as(who)
    const socket = visitor.listen(changed, { id: family.meetingId })
    let frames = 0
    void (async () => {
      for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) frames++
    })()
    await pause()
    const sees = async () => JSON.stringify(await everythingOf(server.parts.schema, visitor, [family.meetingId, family.familyId]))
    return { sees, frames: () => frames, close: socket.close }
  }

  it('sees and hears nothing of a pair that is marked, decided on and lifted, before the booking and after it', async () => {
    const [unknowing, knowing] = [await watch(priya.id), await watch(helen.id)]
    const { family } = here
    const markAndLift = async () => {
      const before = [await unknowing.sees(), await knowing.sees()]
      const heard = [unknowing.frames(), knowing.frames()]
      await apart(['knowing', 'room'])
      await pause()
      expect([await unknowing.sees(), unknowing.frames()]).toEqual([before[0], heard[0]])
      expect(await knowing.sees()).not.toEqual(before[1])
      expect(knowing.frames()).toBeGreaterThan(heard[1] ?? 0)
      const { pairs } = await asks<{ pairs: { id: string }[] }>(helen.id, 'query ($id: ID!) { family(id: $id) { pairs { id } } }', {
        id: family.familyId,
      })
      const visitor = await here.server.as(ruth.id)
      for (const { id } of pairs) await visitor.send('mutation ($id: ID!) { liftApart(pairId: $id) { __typename } }', { id })
      await pause()
      expect([await unknowing.sees(), unknowing.frames()]).toEqual([before[0], heard[0]])
    }
    await markAndLift()
    await says('mum', ['inRoom'])
    await books()
    await invites()
    await here.server.heard()
    expect(unknowing.frames()).toBeGreaterThan(0)
    await markAndLift()
    unknowing.close()
    knowing.close()
  }, 60_000)

  it('sees the same of a meeting in which two have two rooms, two times to arrive and one is not invited', async () => {
    const { family, server } = here
    for (const who of ['mum', 'dad'] as const) await talkWith(family.teller, family.meetingId, family.participantOf(who), {})
    const seen = async (who: string) => {
      const { participants, roomHolds } = await asks<{ participants: { person: { id: string } | null }[]; roomHolds: object[] }>(
        who,
        `query ($id: ID!) { meeting(id: $id) { roomHolds { use }
          participants { state how version arriveAt invitedAt invitation person { id } } } }`,
        { id: family.meetingId },
      )
      const people = [family.people.mum, family.people.dad]
      return {
        roomHolds,
        pair: participants.flatMap(({ person, ...shown }) => (person !== null && people.includes(person.id) ? [shown] : [])),
      }
    }
    await apart(['knowing', 'room'])
    await says('mum', ['inRoom'])
    await books({ secondRoomId: here.hub.rooms['blue'] })
    await invites()
    const { pair, roomHolds } = await seen(priya.id)
    expect(pair).toEqual(Array(2).fill({ state: 'asked', how: null, version: 0, arriveAt: null, invitedAt: null, invitation: null }))
    expect(roomHolds).toEqual([{ use: 'main' }])
    expect(new Set((await seen(helen.id)).pair.map((one) => JSON.stringify(one))).size).toBe(2)

    const rooms = async (who: string) =>
      (await asks<{ rooms: { roomName: string }[] }>(who, 'query { week(from: "2026-03-23") { rooms { roomName } } }')).rooms.map(
        ({ roomName }) => roomName,
      )
    for (const who of [priya.id, owen.id]) expect(await rooms(who), who).toEqual(['garden'])
    for (const who of [helen.id, ruth.id]) expect((await rooms(who)).toSorted(), who).toEqual(['blue', 'garden'])
    await server.database.transaction({ worker: ruth.id }, (tx) =>
      tx.meeting.updateMany({ where: { id: family.meetingId }, data: { coordinatorId: workers.marcus.id } }),
    )
    expect(await rooms(helen.id), 'of a meeting that somebody else coordinates').toEqual(['garden'])
  })

  it('is told of as many who may answer a plan as take part', async () => {
    const { family } = here
    await here.stands('mum', 'coming', 'inRoom')
    await here.stands('dad', 'sendingViews', 'letter')
    await books()
    for (const to of ['welcome', 'information', 'privateTime'])
      await does(helen.id, 'moveStage', { meetingId: family.meetingId, to, version: await versionOf(family.teller, family.meetingId) })
    const planId = await here.server.database.transaction({ person: family.people.mum }, async (tx) => {
      const room = await tx.privateRoom.findFirstOrThrow({ where: { meetingId: family.meetingId }, select: { id: true } })
      const { id } = await tx.plan.create({
        data: {
          familyId: family.familyId,
          meetingId: family.meetingId,
          roomId: room.id,
          version: 1,
          sharedById: family.people.mum,
          sharedAt: here.server.clock.now(),
          wantYouToKnow: '',
          digest: 'x',
        },
        select: { id: true },
      })
      return id
    })
    const counted = async (who: string) =>
      (await asks<{ participants: number }>(who, 'query ($id: ID!) { plan(id: $id) { participants } }', { id: planId })).participants
    const before = [await counted(priya.id), await counted(helen.id)]
    await apart(['knowing'])
    expect([await counted(priya.id), await counted(helen.id)]).toEqual([before[0], (before[1] ?? 0) - 1])
  })
})

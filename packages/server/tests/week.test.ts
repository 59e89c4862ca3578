import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { describe, expect, it } from 'vitest'
import { willowHub } from './willow-hub'

const { helen, priya, ruth, owen, marcus } = workers

describe.each(enginesToTest())('the week, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { asks, books } = here

  const week = `query ($from: String!) { week(from: $from) { from days meetings { meetingId familyName placeName startWall
    endWall zone mine }
    rooms { placeName roomName startWall endWall } workers { name startWall endWall kind meetingId } } }`
  interface Week {
    meetings: object[]
    rooms: object[]
    workers: { name: string }[]
  }
  const taken = { startWall: '2026-03-25T15:00', endWall: '2026-03-25T17:00' }

  it("shows a worker their meetings, and of others' the times alone", async () => {
    await books()
    const own = await asks<Week>(helen.id, week, { from: '2026-03-23' })
    const { meetingId } = here.family
    expect(own.meetings).toEqual([
      { ...taken, meetingId, familyName: 'The Carter family', placeName: 'Willow Hub', zone: 'Europe/London', mine: true },
    ])
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
    await here.server.database.transaction({ worker: ruth.id }, (tx) =>
      tx.meeting.updateMany({ where: { id: here.family.meetingId }, data: { coordinatorId: marcus.id } }),
    )
    const read = async (who: string) =>
      (await asks<{ meetings: { meetingId: string | null }[] }>(who, week, { from: '2026-03-23' })).meetings.map(
        ({ meetingId }) => meetingId,
      )
    for (const [who, seen] of [
      [helen.id, null],
      [marcus.id, null],
      [priya.id, here.family.meetingId],
      [ruth.id, here.family.meetingId],
    ] as const) {
      expect(await read(who), who).toEqual([seen])
      expect(
        (await asks<object | null>(who, 'query ($id: ID!) { meeting(id: $id) { id } }', { id: here.family.meetingId })) !== null,
        who,
      ).toBe(seen !== null)
    }
  })

  it('has seven days in order, also when the clocks change, and none for what is not a day or not a worker', async () => {
    expect(await asks(helen.id, week, { from: '2026-03-28' })).toMatchObject({
      from: '2026-03-28',
      days: ['2026-03-28', '2026-03-29', '2026-03-30', '2026-03-31', '2026-04-01', '2026-04-02', '2026-04-03'],
    })
    for (const from of ['2026-02-31', '1899-12-31', '2100-12-31']) expect(await asks(helen.id, week, { from })).toBeNull()
    for (const from of ['1900-01-01', '2099-12-31']) expect(await asks(helen.id, week, { from })).toMatchObject({ from })
    expect(await asks(here.family.people.mum, week, { from: '2026-03-23' })).toBeNull()
    await books()
    expect((await asks<Week>(helen.id, week, { from: '2026-03-26' })).meetings).toEqual([])
    expect((await asks<Week>(helen.id, week, { from: '2026-03-19' })).meetings).toHaveLength(1)
  })
})

import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { describe, expect, it } from 'vitest'
import { willowHub } from './willow-hub'

const { helen, priya, ruth, owen, marcus } = workers

describe.each(enginesToTest())("a worker's own calendar, on the %s database", (engine) => {
  const here = willowHub(engine)
  const { does, asks, books } = here

  const mine = 'myCalendar { busyFrom busyUntil busyCount feedAddress away { id from until } }'
  interface Mine {
    busyFrom: string | null
    busyUntil: string | null
    busyCount: number
    feedAddress: string | null
    away: { id: string; from: string; until: string }[]
  }
  const calendarOf = (who: string) => asks<Mine | null>(who, `{ ${mine} }`)
  const day = (text: string, from: string, until: string) => `${text}T${from}:00.000Z/${text}T${until}:00.000Z`
  const brings = (who: string, change: object = {}) =>
    does(
      who,
      'saveMyBusyTimes',
      {
        from: '2026-03-23',
        until: '2026-03-29',
        busy: [day('2026-03-25', '10:00', '11:00'), day('2026-03-24', '09:00', '10:00'), day('2026-03-25', '11:00', '12:00')],
        ...change,
      },
      mine,
    )

  it('brings in busy times, which take the place of earlier ones and are shown to others as times', async () => {
    await brings(marcus.id)
    expect(await calendarOf(marcus.id)).toMatchObject({ busyFrom: '2026-03-24', busyUntil: '2026-03-25', busyCount: 2 })
    const { workers: taken } = await asks<{ workers: { name: string }[] }>(
      owen.id,
      'query { week(from: "2026-03-23") { workers { name startWall endWall kind meetingId } } }',
    )
    expect(taken.filter(({ name }) => name === 'Marcus Bell')).toEqual([
      { name: 'Marcus Bell', startWall: '2026-03-24T09:00', endWall: '2026-03-24T10:00', kind: 'calendar', meetingId: null },
      { name: 'Marcus Bell', startWall: '2026-03-25T10:00', endWall: '2026-03-25T12:00', kind: 'calendar', meetingId: null },
    ])
    await brings(marcus.id, { busy: [] })
    expect(await calendarOf(marcus.id)).toMatchObject({ busyFrom: null, busyUntil: null, busyCount: 0 })
    expect(await calendarOf(here.family.people.mum)).toBeNull()
    await expect(brings(here.family.people.mum)).rejects.toThrow('notYours')
    for (const [change, refusal] of [
      [{ busy: ['yesterday'] }, 'timeImpossible busy'],
      [{ until: '2026-03-22' }, 'endBeforeStart until'],
      [{ until: '2026-12-31' }, 'windowTooLong until'],
      [{ from: 'x' }, 'dateImpossible from'],
      [{ busy: Array.from({ length: 2001 }, () => day('2026-03-25', '10:00', '11:00')) }, 'tooMany busy'],
    ] as const)
      await expect(brings(marcus.id, change)).rejects.toThrow(refusal)
  })

  it('says when somebody is away: themself, or the manager of their team', async () => {
    const sayAway = (who: string, workerId: string, change: object = {}) =>
      does(who, 'sayAway', { workerId, from: '2026-04-06', until: '2026-04-10', ...change }, mine)
    // Those who are offered are those of whom the lock allows it, oneself aside.
    for (const who of Object.values(workers)) {
      const { sayAwayFor } = await asks<{ sayAwayFor: { id: string }[] }>(who.id, '{ myCalendar { sayAwayFor { id } } }')
      for (const other of Object.values(workers).filter(({ id }) => id !== who.id)) {
        const offered = sayAwayFor.some(({ id }) => id === other.id)
        await expect(sayAway(who.id, other.id, { from: '' }), `${who.name} of ${other.name}`).rejects.toThrow(
          offered ? 'dateImpossible from' : 'notYours',
        )
      }
      expect(sayAwayFor.some(({ id }) => id === who.id)).toBe(false)
    }
    await sayAway(priya.id, priya.id)
    await sayAway(ruth.id, priya.id, { from: '2026-05-01', until: '2026-05-01' })
    expect((await calendarOf(priya.id))?.away).toMatchObject([
      { from: '2026-04-06', until: '2026-04-10' },
      { from: '2026-05-01', until: '2026-05-01' },
    ])
    for (const who of [helen.id, workers.tessa.id, owen.id, here.family.people.mum])
      await expect(sayAway(who, priya.id)).rejects.toThrow('notYours')
    await expect(sayAway(priya.id, priya.id, { until: '2026-04-05' })).rejects.toThrow('endBeforeStart until')
    const [first, second] = (await calendarOf(priya.id))?.away ?? []
    const ends = (who: string, id: string | undefined) =>
      asks<{ __typename: string }>(who, 'mutation ($id: ID!) { endAway(id: $id) { __typename } }', { id })
    expect(await ends(helen.id, first?.id)).toEqual({ __typename: 'Refused' })
    await ends(priya.id, first?.id)
    await ends(ruth.id, second?.id)
    expect((await calendarOf(priya.id))?.away).toEqual([])
  })

  it('reads when they are held here, as times alone, at an address that can be ended', async () => {
    await books()
    const make = async () =>
      (await asks<{ address: string }>(helen.id, 'mutation { makeCalendarFeed { ... on MakeCalendarFeedDone { address } } }')).address
    const tokenOf = (address: string) => /^http:\/\/localhost:4000\/calendar\/([\w-]{43})\.ics$/.exec(address)?.[1]
    const held = async (token: string | undefined) =>
      (await here.server.nobody.send('query ($token: String!) { heldTimes(token: $token) { id start end } }', { token }))['heldTimes']
    const first = await make()
    expect((await calendarOf(helen.id))?.feedAddress).toBe(first)
    expect(await held(tokenOf(first))).toEqual([
      { id: expect.any(String), start: '2026-03-25T15:00:00.000Z', end: '2026-03-25T17:00:00.000Z' },
    ])
    const second = await make()
    expect(await held(tokenOf(first))).toBeNull()
    expect(await held(tokenOf(second))).toHaveLength(1)
    const visitor = await here.server.as(helen.id)
    const again = () =>
      visitor.send('mutation { makeCalendarFeed { __typename ... on MakeCalendarFeedDone { address } } }', {}, 'the-same-key')
    await again()
    await asks(helen.id, 'mutation { endCalendarFeed { __typename } }')
    expect(await again()).toEqual({ makeCalendarFeed: { __typename: 'MakeCalendarFeedDone', address: null } })
    expect((await calendarOf(helen.id))?.feedAddress).toBeNull()
    for (const token of [tokenOf(second), 'never', '']) expect(await held(token)).toBeNull()
    const stored = await here.server.database.transaction(
      { worker: helen.id },
      (tx) => tx.$queryRaw<object[]>`select * from "CalendarFeed"`,
    )
    expect(JSON.stringify(stored)).not.toContain(tokenOf(second))
  })
})

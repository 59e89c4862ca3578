import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { saysWhen, startStoryMeeting, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth } = workers
const mondays = { weekdays: [1], start: '15:00', end: '19:00', how: ['inRoom', 'phone'] }
const ranking = `query ($id: ID!, $ask: TimesAsk!) { rankedTimes(meetingId: $id, ask: $ask) { refused field proposals {
  startWall endWall start zone shape better comes { name how } leftOut { name why }
} } }`
const ask = { from: '2026-03-16', until: '2026-04-12', minutes: '120', earliest: '09:00', latest: '19:00', weekdays: [1, 2, 3, 4, 5, 6, 7] }

interface Proposal {
  startWall: string
  shape: string
  comes: { name: string; how: string }[]
  leftOut: { name: string; why: string }[]
}

describe.each(enginesToTest())('when people can come, on the %s database', (engine) => {
  let server: TestServer
  let family: BeingPrepared
  beforeAll(async () => {
    server = await testServer(engine)
  })
  beforeEach(async () => {
    family = await familyBeingPrepared(server)
  })
  afterAll(() => server.drop())

  const say = (who: string, given: object) => family.teller.does(who, 'sayWhenICanCome', { zone: 'Europe/London', weeks: [mondays], cannot: [], ...given }, 'saved')
  const own = async (who: string) => (await family.teller.ask(who, '{ myAvailability { zone weeks { weekdays start end how } cannot { from until } saidWhen } }'))['myAvailability']
  const ranks = async (who: string, change: object = {}) =>
    (await family.teller.ask(who, ranking, { id: family.meetingId, ask: { ...ask, ...change } }))['rankedTimes'] as { refused: string | null; field: string | null; proposals: Proposal[] } | null
  const ofGran = async (who: string) => {
    const data = await family.teller.ask(who, 'query ($id: ID!) { family(id: $id) { people { id saidWhen availability { kind weekdays start end from until zone how enteredBy } } } }', { id: family.familyId })
    return (data['family'] as { people: { id: string }[] }).people.find((person) => person.id === family.people.gran)
  }

  it('Gran says when she can come and reads it back; the coordinator reads it, the social worker does not', async () => {
    expect(await own(family.people.gran)).toEqual({ zone: 'Europe/London', weeks: [], cannot: [], saidWhen: false })
    expect(await say(family.people.gran, { cannot: [{ from: '2026-04-09', until: '2026-04-16' }] })).toMatchObject({ saved: true })
    expect(await own(family.people.gran)).toEqual({ zone: 'Europe/London', weeks: [mondays], cannot: [{ from: '2026-04-09', until: '2026-04-16' }], saidWhen: true })
    expect(await ofGran(helen.id)).toMatchObject({ saidWhen: true, availability: [{ kind: 'ordinaryWeek', start: '15:00', enteredBy: null }, { kind: 'cannot', from: '2026-04-09', until: '2026-04-16' }] })
    expect(await ofGran(priya.id)).toMatchObject({ saidWhen: true, availability: null })
    expect(await own(family.people.mum)).toMatchObject({ weeks: [], saidWhen: false })
    expect(await own(helen.id)).toBeNull()
  })

  it('saying it again replaces what was said before', async () => {
    await say(family.people.gran, {})
    await say(family.people.gran, { weeks: [{ ...mondays, weekdays: [6] }] })
    expect(await own(family.people.gran)).toMatchObject({ weeks: [{ weekdays: [6] }] })
  })

  it('days that cannot be are kept as wall dates, with the instants of their zone', async () => {
    await say(family.people.gran, { weeks: [], cannot: [{ from: '2026-03-28', until: '2026-03-29' }] })
    const rows = await server.database.transaction({ worker: helen.id }, (tx) =>
      tx.availabilityRule.findMany({ where: { personId: family.people.gran }, select: { fromDate: true, untilDate: true, zone: true, fromInstant: true, untilInstant: true } }),
    )
    expect(rows).toEqual([{ fromDate: '2026-03-28', untilDate: '2026-03-29', zone: 'Europe/London', fromInstant: new Date('2026-03-28T00:00:00Z'), untilInstant: new Date('2026-03-29T23:00:00Z') }])
  })

  it('the coordinator types it for somebody, marked so; the social worker and another person may not', async () => {
    await say(helen.id, { personId: family.people.gran })
    expect(await ofGran(helen.id)).toMatchObject({ availability: [{ enteredBy: 'Helen Okafor' }] })
    await expect(say(priya.id, { personId: family.people.gran })).rejects.toThrow('notYours')
    await expect(say(family.people.mum, { personId: family.people.gran })).rejects.toThrow('notYours')
    await expect(say(helen.id, {})).rejects.toThrow('notYours')
  })

  it.each([
    [{ weeks: [{ ...mondays, start: '25:00' }] }, 'timeImpossible start'],
    [{ weeks: [{ ...mondays, end: '15:00' }] }, 'endBeforeStart end'],
    [{ weeks: [{ ...mondays, weekdays: [] }] }, 'noDayChosen weekdays'],
    [{ weeks: [{ ...mondays, how: [] }] }, 'noWayChosen how'],
    [{ cannot: [{ from: '2026-02-30', until: '' }] }, 'dateImpossible from'],
    [{ cannot: [{ from: '2026-03-02', until: '2026-03-01' }] }, 'endBeforeStart until'],
    [{ zone: 'Mars/Olympus' }, 'zoneUnknown zone'],
    [{ weeks: Array.from({ length: 201 }, () => mondays) }, 'tooMany weeks'],
    [{ weeks: [] }, 'noDayChosen'],
  ])('what cannot be is refused in one code, and what was said before stays: %j', async (given, code) => {
    await say(family.people.gran, {})
    await expect(say(family.people.gran, given)).rejects.toThrow(code)
    expect(await own(family.people.gran)).toMatchObject({ weeks: [mondays] })
  })

  it('the best times name who comes and how, and who is left out and why', async () => {
    await saysWhen(family.teller, family.people.mum, [mondays])
    await saysWhen(family.teller, family.people.dad, [{ weekdays: [1], start: '09:00', end: '12:00', how: ['inRoom'] }])
    const [best] = (await ranks(helen.id))?.proposals ?? []
    expect(best).toMatchObject({ startWall: '2026-03-16T09:00', zone: 'Europe/London' })
    expect(best?.comes).toContainEqual({ name: 'Lee Hughes', how: 'inRoom' })
    expect(best?.leftOut).toEqual(expect.arrayContaining([{ name: 'Dawn Carter', why: 'notFree' }, { name: 'Joan Carter', why: 'noAnswerYet' }].map((out) => expect.objectContaining(out))))
    expect(await ranks(priya.id)).toBeNull()
    expect(await ranks(family.people.mum)).toBeNull()
  })

  it('while nobody of the family has said when, there is no time, however free the workers are', async () => {
    expect(await ranks(helen.id)).toEqual({ refused: null, field: null, proposals: [] })
  })

  it('two who are kept apart are never placed together', async () => {
    await saysWhen(family.teller, family.people.mum, [mondays])
    await saysWhen(family.teller, family.people.dad, [mondays])
    await family.teller.does(priya.id, 'markApart', { oneId: family.people.mum, otherId: family.people.dad, levels: ['online'] }, 'family { id }')
    expect(await ranks(helen.id)).toMatchObject({ refused: 'safetyFirst', proposals: [] })
    await family.teller.does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords }, 'meeting { id }')
    const { proposals } = (await ranks(helen.id)) ?? { proposals: [] }
    expect(proposals.length).toBeGreaterThan(0)
    for (const proposal of proposals) {
      const present = proposal.comes.map((one) => one.name).filter((name) => name === 'Dawn Carter' || name === 'Lee Hughes')
      expect(present.length).toBeLessThan(2)
    }
    expect(proposals[0]?.leftOut.map((out) => out.why)).toContain('keptApart')
  })

  it('a worker who is in another meeting then is not free', async () => {
    await saysWhen(family.teller, family.people.mum, [{ ...mondays, weekdays: [1], start: '15:00', end: '17:00' }])
    const other = await startStoryMeeting(family.teller, { familyId: family.familyId, socialWorker: priya.id, childIds: [family.people.mia], participants: [] })
    await family.teller.does(helen.id, 'bookTime', { meetingId: other.id, version: await versionOf(family.teller, other.id), date: '2026-03-16', start: '14:00', minutes: '120', place: 'Hub' }, 'meeting { id }')
    const at = async (day: string) => (await ranks(helen.id, { from: day, until: day, earliest: '15:00', latest: '17:00' }))?.proposals[0]?.leftOut.map((out) => out.name) ?? []
    expect(await at('2026-03-16')).toContain('Helen Okafor')
    expect(await at('2026-03-23')).not.toContain('Helen Okafor')
  })

  it.each([
    [{ from: '2026-02-31' }, 'dateImpossible', 'from'],
    [{ until: '2026-03-01' }, 'endBeforeStart', 'until'],
    [{ until: '2027-03-01' }, 'windowTooLong', 'until'],
    [{ minutes: 'two hours' }, 'timeImpossible', 'minutes'],
    [{ latest: '08:00' }, 'endBeforeStart', 'latest'],
    [{ weekdays: [] }, 'noDayChosen', 'weekdays'],
  ])('an ask that cannot be searched says what is wrong: %j', async (change, refused, field) => {
    expect(await ranks(helen.id, change)).toEqual({ refused, field, proposals: [] })
  })
})

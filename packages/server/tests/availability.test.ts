import { randomUUID } from 'node:crypto'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { cannotCome, ordinaryWeek, rulesVersion } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, sameFamilyBeingPrepared, type BeingPrepared } from './meeting-family'

const sayIt = `mutation ($input: SayWhenInput!) { sayWhenICanCome(input: $input) { __typename ... on Refused { code } ...
    on SayWhenICanComeDone { version } } }`
const { helen, priya, ruth, owen, tessa } = workers
const mondays = ordinaryWeek([1], '15:00', '19:00', ['inRoom', 'phone'])
const nights = {
  kind: 'shiftCycle',
  from: '2026-03-12',
  cycle: ['18:00-06:00', '18:00-06:00', '', ''],
  sleepUntil: '14:00',
  start: '10:00',
  end: '21:00',
  how: ['inRoom'],
  timeOffDays: 14,
}
const roster = {
  kind: 'roster',
  from: '2026-03-12',
  until: '2026-03-20',
  shifts: ['2026-03-13 22:00-06:00', '2026-03-14 07:00-15:00'],
  start: '09:00',
  end: '20:00',
  how: ['video'],
  preference: 'lastResort',
}
const calendar = {
  kind: 'calendar',
  from: '2026-03-12',
  until: '2026-03-20',
  busy: ['2026-03-13T09:00:00.000Z/2026-03-13T10:30:00.000Z'],
  start: '09:00',
  end: '20:00',
  how: ['phone'],
  preference: 'better',
}
const oneDay = { kind: 'oneDay', from: '2026-03-17', start: '09:00', end: '24:00', how: ['inRoom'] }
const every = [mondays, nights, roster, calendar, oneDay, cannotCome('2026-04-09', '2026-04-16')]
const fields = 'kind weekdays start end from until zone how preference timeOffDays sleepUntil cycle shifts busy enteredBy'
const blank = {
  weekdays: [],
  start: null,
  end: null,
  from: null,
  until: null,
  how: [],
  timeOffDays: null,
  sleepUntil: null,
  cycle: [],
  shifts: [],
  busy: [],
  enteredBy: null,
}
/** What was said, as it is read back; an offer nobody said how they like is possible. */
const read = (said: object) => ({ ...blank, zone: 'Europe/London', preference: 'start' in said ? 'possible' : null, ...said })

describe.each(enginesToTest())('when people can come, on the %s database', (engine) => {
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

  /** With the version that stands, unless another is given. */
  const say = async (who: string, given: { personId?: string; version?: number; zone?: string; rules?: object[] }) =>
    family.teller.does(
      who,
      'sayWhenICanCome',
      {
        zone: 'Europe/London',
        rules: [mondays],
        ...given,
        version: given.version ?? (await rulesVersion(family.teller, given.personId ?? who)),
      },
      'version',
    )
  const own = async (who: string) =>
    (await family.teller.ask(who, `{ myAvailability { zone saidWhen version nation today rules { ${fields} } } }`))['myAvailability']
  const ofGran = async (who: string) => {
    const data = await family.teller.ask(
      who,
      `query ($id: ID!) { family(id: $id) { people { id saidWhen availabilityVersion availability { ${fields} } } } }`,
      { id: family.familyId },
    )
    return (data['family'] as { people: { id: string }[] } | null)?.people.find((person) => person.id === family.people.gran)
  }

  it('Gran says everything that can be said, and reads it back in the order she said it', async () => {
    expect(await own(family.people.gran)).toEqual({
      zone: 'Europe/London',
      saidWhen: false,
      version: 0,
      nation: 'englandAndWales',
      today: '2026-03-10',
      rules: [],
    })
    expect(await say(family.people.gran, { rules: every })).toMatchObject({ version: 1 })
    expect(await own(family.people.gran)).toEqual({
      zone: 'Europe/London',
      saidWhen: true,
      version: 1,
      nation: 'englandAndWales',
      today: '2026-03-10',
      rules: every.map(read),
    })
    expect(await own(family.people.mum)).toMatchObject({ rules: [], saidWhen: false })
    expect(await own(helen.id)).toBeNull()
  })

  it('today is the day where she is', async () => {
    server.clock.set(new Date('2026-03-10T15:00:00Z'))
    family = await familyBeingPrepared(server)
    await say(family.people.gran, { zone: 'Australia/Sydney' })
    expect(await own(family.people.gran)).toMatchObject({ zone: 'Australia/Sydney', today: '2026-03-11' })
    server.clock.set(new Date('2026-03-10T10:00:00Z'))
  })

  it('the coordinator reads all of it; the social worker, the manager and strangers nothing', async () => {
    await say(family.people.gran, { rules: every })
    expect(await ofGran(helen.id)).toMatchObject({ saidWhen: true, availabilityVersion: 1, availability: every.map(read) })
    for (const { id } of [priya, ruth])
      expect(await ofGran(id)).toMatchObject({ saidWhen: true, availabilityVersion: null, availability: null })
    for (const { id } of [owen, tessa]) expect(await ofGran(id)).toBeUndefined()
    for (const id of [family.people.mum, family.people.dad]) expect(await ofGran(id)).toBeUndefined()
  })

  it('saying it again replaces what was said before', async () => {
    await say(family.people.gran, { rules: every })
    await say(family.people.gran, { rules: [ordinaryWeek([6], '15:00', '19:00', ['inRoom'])] })
    expect(await own(family.people.gran)).toMatchObject({ rules: [{ weekdays: [6] }] })
  })

  it('nothing at all takes back that they said when', async () => {
    await say(family.people.gran, { rules: every })
    await say(family.people.gran, { rules: [] })
    expect(await own(family.people.gran)).toMatchObject({ saidWhen: false, rules: [] })
  })

  it('a rule keeps the mark of who typed it while it stays the same, whoever saves the others', async () => {
    const marks = async () =>
      ((await own(family.people.gran)) as { rules: { kind: string; enteredBy: string | null }[] }).rules.map(({ kind, enteredBy }) => [
        kind,
        enteredBy,
      ])
    await say(helen.id, { personId: family.people.gran, rules: [nights] })
    await say(family.people.gran, { rules: [nights, cannotCome('2026-03-28', '2026-03-29')] })
    expect(await marks()).toEqual([
      ['shiftCycle', 'Helen Okafor'],
      ['cannot', null],
    ])
    await say(helen.id, {
      personId: family.people.gran,
      rules: [{ ...nights, sleepUntil: '15:00' }, cannotCome('2026-03-28', '2026-03-29')],
    })
    expect(await marks()).toEqual([
      ['shiftCycle', 'Helen Okafor'],
      ['cannot', null],
    ])
    await say(family.people.gran, { rules: [{ ...nights, sleepUntil: '13:00' }] })
    expect(await marks()).toEqual([['shiftCycle', null]])
  })

  it(
    'nothing is written over that was not on the page: what was said for him meanwhile stays, and he saves again when he has ' + 'looked',
    async () => {
      const { dad } = family.people
      const helens = cannotCome('2026-03-25', '2026-03-25')
      const his = cannotCome('2026-03-28', '2026-03-29')
      expect(await say(dad, { version: 0, rules: [nights] })).toMatchObject({ version: 1 })
      expect(await say(helen.id, { personId: dad, version: 1, rules: [nights, helens] })).toMatchObject({ version: 2 })
      await expect(say(dad, { version: 1, rules: [nights, his] })).rejects.toThrow('refused: changedMeanwhile null')
      expect(await own(dad)).toMatchObject({ version: 2, rules: [read(nights), read({ ...helens, enteredBy: 'Helen Okafor' })] })
      expect(await say(dad, { version: 2, rules: [nights, helens, his] })).toMatchObject({ version: 3 })
      await expect(say(helen.id, { personId: dad, version: 2, rules: [] })).rejects.toThrow('refused: changedMeanwhile null')
      for (const version of [0, -1, 4, 2 ** 31 - 1])
        await expect(say(dad, { version, rules: [] })).rejects.toThrow('refused: changedMeanwhile')
      expect(await own(dad)).toMatchObject({ version: 3, rules: [read(nights), read({ ...helens, enteredBy: 'Helen Okafor' }), read(his)] })
    },
  )

  it('taking all of it back counts too, so that it does not come back from an old page', async () => {
    await say(family.people.gran, { version: 0 })
    await say(family.people.gran, { version: 1, rules: [] })
    for (const version of [0, 1]) await expect(say(family.people.gran, { version })).rejects.toThrow('refused: changedMeanwhile')
    expect(await own(family.people.gran)).toMatchObject({ version: 2, saidWhen: false, rules: [] })
  })

  it('of two devices at the same moment one wins, and the other loses nothing', async () => {
    const [phone, laptop] = [await server.as(family.people.dad), await server.as(helen.id)]
    for (let version = 0; version < 10; version++) {
      const theirs = { personId: family.people.dad, version, zone: 'Europe/London' }
      const saved = await Promise.all([
        phone.send(sayIt, { input: { ...theirs, personId: null, rules: [nights] } }),
        laptop.send(sayIt, { input: { ...theirs, rules: [mondays] } }),
      ])
      const answers = saved.map(({ sayWhenICanCome }) => sayWhenICanCome as { code?: string; version?: number })
      expect(answers.map((answer) => answer.code ?? answer.version).toSorted()).toEqual([version + 1, 'changedMeanwhile'].toSorted())
      expect(await own(family.people.dad)).toMatchObject({
        version: version + 1,
        rules: [answers[0]?.code === undefined ? { kind: 'shiftCycle' } : { kind: 'ordinaryWeek' }],
      })
    }
  })

  it('the same sent again is done once, and says the version that it made, whatever was said since', async () => {
    const phone = await server.as(family.people.dad)
    const once = randomUUID()
    const sends = async () =>
      (await phone.send(sayIt, { input: { version: 0, zone: 'Europe/London', rules: [nights] } }, once))['sayWhenICanCome']
    expect(await sends()).toMatchObject({ version: 1 })
    await say(helen.id, { personId: family.people.dad, version: 1, rules: [nights, cannotCome('2026-03-25', '2026-03-25')] })
    expect(await sends()).toMatchObject({ version: 1 })
    expect(await own(family.people.dad)).toMatchObject({ version: 2, rules: [{ kind: 'shiftCycle' }, { kind: 'cannot' }] })
  })

  it('is kept for the next meeting of the family', async () => {
    await say(family.people.gran, { rules: [nights] })
    await family.teller.does(
      priya.id,
      'startMeeting',
      { familyId: family.familyId, coordinatorId: helen.id, referrerId: priya.id, childIds: [family.people.mia] },
      'meeting { id }',
    )
    expect(await own(family.people.gran)).toMatchObject({ saidWhen: true, rules: [read(nights)] })
  })

  it('days that cannot be are kept as wall dates, with the instants of their zone', async () => {
    await say(family.people.gran, { rules: [cannotCome('2026-03-28', '2026-03-29')] })
    const rows = await server.database.transaction({ worker: helen.id }, (tx) =>
      tx.availabilityRule.findMany({
        where: { personId: family.people.gran },
        select: { fromDate: true, untilDate: true, zone: true, fromInstant: true, untilInstant: true },
      }),
    )
    expect(rows).toEqual([
      {
        fromDate: '2026-03-28',
        untilDate: '2026-03-29',
        zone: 'Europe/London',
        fromInstant: new Date('2026-03-28T00:00:00Z'),
        untilInstant: new Date('2026-03-29T23:00:00Z'),
      },
    ])
  })

  it('the coordinator types it for somebody, marked so to both; the social worker and another person may not', async () => {
    await say(helen.id, { personId: family.people.gran, rules: [nights] })
    expect(await ofGran(helen.id)).toMatchObject({ availability: [{ enteredBy: 'Helen Okafor' }] })
    expect(await own(family.people.gran)).toMatchObject({ saidWhen: true, rules: [{ kind: 'shiftCycle', enteredBy: 'Helen Okafor' }] })
    for (const { id } of [priya, ruth, owen, tessa]) await expect(say(id, { personId: family.people.gran })).rejects.toThrow('notYours')
    await expect(say(family.people.mum, { personId: family.people.gran })).rejects.toThrow('notYours')
    await expect(say(helen.id, { version: 0 })).rejects.toThrow('notYours')
  })

  it.each([
    [{ ...mondays, start: '25:00' }, 'timeImpossible rules.1.start'],
    [{ ...mondays, end: '15:00' }, 'endBeforeStart rules.1.end'],
    [{ ...mondays, weekdays: [] }, 'noDayChosen rules.1.weekdays'],
    [{ ...mondays, weekdays: [8] }, 'noDayChosen rules.1.weekdays'],
    [{ ...mondays, how: [] }, 'noWayChosen rules.1.how'],
    [{ ...mondays, how: ['secondRoom'] }, 'noWayChosen rules.1.how'],
    [{ kind: 'cannot', from: '2026-02-30', until: '' }, 'dateImpossible rules.1.from'],
    [{ kind: 'cannot', from: '2026-03-02', until: '2026-03-01' }, 'endBeforeStart rules.1.until'],
    [{ kind: 'cannot', from: '2026-03-02', until: '2036-03-01' }, 'windowTooLong rules.1.until'],
    [{ ...nights, from: 'Monday' }, 'dateImpossible rules.1.from'],
    [{ ...nights, cycle: [] }, 'noDayChosen rules.1.cycle'],
    [{ ...nights, cycle: Array.from({ length: 85 }, () => '') }, 'tooMany rules.1.cycle'],
    [{ ...nights, cycle: ['nights'] }, 'timeImpossible rules.1.cycle'],
    [{ ...nights, sleepUntil: '05:00' }, 'endBeforeStart rules.1.sleepUntil'],
    [{ ...roster, shifts: ['2026-05-01 10:00-12:00'] }, 'dateImpossible rules.1.shifts'],
    [{ ...roster, until: '2026-03-01' }, 'endBeforeStart rules.1.until'],
    [{ ...roster, shifts: Array.from({ length: 401 }, () => '2026-03-13 10:00-12:00') }, 'tooMany rules.1.shifts'],
    [{ ...calendar, busy: ['2026-03-13 10:00/12:00'] }, 'timeImpossible rules.1.busy'],
    [{ ...calendar, busy: Array.from({ length: 2001 }, () => calendar.busy[0]) }, 'tooMany rules.1.busy'],
    [{ ...oneDay, from: '2026-02-29' }, 'dateImpossible rules.1.from'],
    [{ ...mondays, sleepUntil: 'a\0b' }, 'wordsBroken rules.1.sleepUntil'],
    [{ ...mondays, shifts: ['x'.repeat(5001)] }, 'wordsTooLong rules.1.shifts'],
  ])('what cannot be is refused in one code at its place, and what was said before stays: case %#', async (rule, code) => {
    await say(family.people.gran, {})
    await expect(say(family.people.gran, { rules: [oneDay, rule] })).rejects.toThrow(`refused: ${code}`)
    expect(await own(family.people.gran)).toMatchObject({ rules: [read(mondays)] })
  })

  it.each([
    [{ zone: 'Mars/Olympus' }, 'zoneUnknown zone'],
    [{ rules: Array.from({ length: 201 }, () => mondays) }, 'tooMany rules'],
    [
      { rules: Array.from({ length: 3 }, () => ({ ...calendar, busy: Array.from({ length: 1334 }, () => calendar.busy[0]) })) },
      'tooMany rules',
    ],
  ])('nothing, too much or nowhere is refused: %#', async (given, code) => {
    await say(family.people.gran, {})
    await expect(say(family.people.gran, given)).rejects.toThrow(`refused: ${code}`)
    expect(await own(family.people.gran)).toMatchObject({ rules: [read(mondays)] })
  })
})

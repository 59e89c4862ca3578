import { undone } from '@kinplan/testkit/as-administrator'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { ordinaryWeek, saysWhen } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, timesAsk, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth, owen, tessa } = workers
const shown = 'holidaysAndSchool { nation schoolStart schoolEnd }'
const usual = { nation: 'englandAndWales', schoolStart: '08:45', schoolEnd: '15:30' }
const ranking = 'query ($id: ID!, $ask: TimesAsk!) { rankedTimes(meetingId: $id, ask: $ask) { proposals { startWall } } }'
/** A Monday of the term, and one of the holiday after it. */
const [schoolDay, holiday] = ['2026-03-16', '2026-03-30']

describe.each(enginesToTest())('bank holidays and school hours, on the %s database', (engine) => {
  let server: TestServer
  let family: BeingPrepared
  let founded: unknown

  beforeAll(async () => {
    server = await testServer(engine)
    await server.database.transaction({ worker: ruth.id }, (tx) =>
      tx.schoolTerm.createMany({ data: [{ name: 'Spring', fromDate: '2026-01-05', untilDate: '2026-03-27' }] }),
    )
    family = await familyBeingPrepared(server)
    founded = await read(owen.id)
    await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '09:00', '19:00', ['inRoom'])])
  })
  beforeEach(() => keeps(ruth.id, usual))
  afterAll(() => server.drop())

  const keeps = (who: string, change: object) => family.teller.does(who, 'keepHolidaysAndSchool', { ...usual, ...change }, shown)
  const read = async (who: string) => (await family.teller.ask(who, `{ ${shown} }`))['holidaysAndSchool']
  /** The best start of a day, or none. */
  const firstOf = async (day: string, change: object) => {
    const ask = { ...timesAsk(), minutes: '60', from: day, until: day, ...change }
    const { rankedTimes } = (await family.teller.ask(helen.id, ranking, { id: family.meetingId, ask })) as {
      rankedTimes: { proposals: { startWall: string }[] }
    }
    return rankedTimes.proposals[0]?.startWall ?? null
  }
  const [offHolidays, offSchool] = [{ bankHolidays: false }, { schoolHours: false }]

  it('begin as most councils have them, are set by a supervisor, and read by every worker', async () => {
    expect(founded).toEqual(usual)
    const set = { nation: 'northernIreland', schoolStart: '09:00', schoolEnd: '14:45' }
    expect(await keeps(ruth.id, { ...set, schoolStart: '9.00' })).toMatchObject({ holidaysAndSchool: set })
    for (const { id } of [helen, priya, owen, tessa]) expect(await read(id)).toEqual(set)
  })

  it('leave out 2 January in Scotland, and not in England and Wales', async () => {
    expect(await firstOf('2027-01-02', offHolidays)).toBe('2027-01-02T09:00')
    expect(await firstOf('2027-01-01', offHolidays)).toBeNull()
    await keeps(ruth.id, { nation: 'scotland' })
    expect(await firstOf('2027-01-02', offHolidays)).toBeNull()
    expect(await firstOf('2027-01-02', {})).toBe('2027-01-02T09:00')
    expect(await family.teller.ask(family.people.mum, '{ myAvailability { nation } }')).toEqual({ myAvailability: { nation: 'scotland' } })
  })

  it('leave the afternoon of a school day open from when children are out, and the whole of any other day', async () => {
    const untilFour = { ...offSchool, latest: '15:45' }
    expect(await firstOf(schoolDay, untilFour)).toBeNull()
    expect(await firstOf(holiday, untilFour)).toBe(`${holiday}T09:00`)
    await keeps(ruth.id, { schoolEnd: '14:45' })
    expect(await firstOf(schoolDay, untilFour)).toBe(`${schoolDay}T14:45`)
    await keeps(ruth.id, { schoolStart: '10:00' })
    expect(await firstOf(schoolDay, untilFour)).toBe(`${schoolDay}T09:00`)
  })

  it('are not set by other workers, and a relative neither sets nor reads them', async () => {
    for (const { id } of [helen, priya, owen]) await expect(keeps(id, { nation: 'scotland' }), id).rejects.toThrow('notYours')
    await expect(keeps(family.people.mum, { nation: 'scotland' })).rejects.toThrow('notYours')
    expect(await read(family.people.mum)).toBeNull()
    expect(await server.nobody.send(`{ ${shown} }`)).toEqual({ holidaysAndSchool: null })
    expect(await read(ruth.id)).toEqual(usual)
  })

  it.each([
    ['a start that is no time', { schoolStart: 'nine' }, 'timeImpossible schoolStart'],
    ['no end', { schoolEnd: '' }, 'timeImpossible schoolEnd'],
    ['an end at midnight', { schoolEnd: '24:00' }, 'timeImpossible schoolEnd'],
    ['an end before the start', { schoolEnd: '08:30' }, 'endBeforeStart schoolEnd'],
    ['a nation that is none', { nation: 'wales' }, 'does not fit what was asked'],
  ])('stay as they were when somebody gives %s', async (_name, change, refusal) => {
    await expect(keeps(ruth.id, { schoolStart: '09:10', ...change })).rejects.toThrow(refusal)
    expect(await read(ruth.id)).toEqual(usual)
  })

  it('are the same for a council that was there before they could be set', async () => {
    const rows = await undone(server, async (ask) => {
      await ask('delete from "Council"')
      return ask(
        `insert into "Council" ("name", "phone", "keyCheck") values ('Before', '', '') returning "nation", "schoolStart", "schoolEnd"`,
      )
    })
    expect(rows).toEqual([usual])
  })

  it('are all of the council that the app can change, and only to what they can be', async () => {
    const changes = (to: string) =>
      server.database.transaction({ worker: ruth.id }, (tx) => tx.$executeRawUnsafe(`update "Council" set ${to}`))
    expect(await changes(`"nation" = 'scotland', "schoolStart" = '08:00', "schoolEnd" = '23:59'`)).toBe(1)
    for (const column of ['"name"', '"phone"', '"story"', '"keyCheck"', '"id"'])
      await expect(changes(`${column} = ${column}`), column).rejects.toThrow('permission denied')
    for (const time of ['0:00', '12:60', '10:5', ''])
      await expect(changes(`"schoolStart" = '${time}'`), time).rejects.toThrow('Council_school_times')
    for (const time of ['24:00', '25:00', '23:5', '15:30 ', 'noon'])
      await expect(changes(`"schoolEnd" = '${time}'`), time).rejects.toThrow('Council_school_times')
    await expect(changes(`"schoolEnd" = "schoolStart"`)).rejects.toThrow('Council_school_span')
  })
})

import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliverOnce } from '@kinplan/server/message/outbox'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { standsAs, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { familyBeingPrepared, sameFamilyBeingPrepared, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth } = workers
const add = `mutation ($input: AddContactPointInput!) { addContactPoint(input: $input) { __typename ... on Refused { code field } } }`

describe.each(enginesToTest())('ways of reaching people, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  const lettersSent = async () => {
    const folder = await mkdtemp(join(tmpdir(), 'kinplan-outbox-'))
    const { database, key, clock, logger, tell } = server.parts
    await deliverOnce({ database, key, clock, logger, folder, demo: false, tell })
    const letters = await Promise.all((await readdir(folder)).map((name) => readFile(join(folder, name), 'utf8')))
    await rm(folder, { recursive: true })
    return letters
  }
  beforeAll(async () => {
    server = await testServer(engine)
  })
  beforeEach(async () => {
    family = await beginning(server)
  })
  afterEach(lettersSent)
  afterAll(() => server.drop())

  type Who = keyof BeingPrepared['people']
  const says = async (who: Who, value: string, safeToUse: boolean, more: object = {}) =>
    (
      await (
        await server.as(priya.id)
      ).send(add, { input: { personId: family.people[who], kind: 'phone', value, safeToUse, note: '', ...more } })
    )['addContactPoint']
  const done = { __typename: 'AddContactPointDone' }
  const shown = async (worker: string) => {
    const { family: found } = await (
      await server.as(worker)
    ).send('query ($id: ID!) { family(id: $id) { people { id canBeReached contactPoints { value safeToUse reason talkedOn } } } }', {
      id: family.familyId,
    })
    const { people } = found as {
      people: {
        id: string
        canBeReached: boolean | null
        contactPoints: { value: string; safeToUse: boolean; reason: string; talkedOn: string | null }[] | null
      }[]
    }
    return (who: Who) => people.find(({ id }) => id === family.people[who])
  }
  /** Helen books and invites Mum and Dad; gives the letters that went. */
  const inviteAll = async () => {
    const { teller, meetingId } = family
    for (const who of ['mum', 'dad'] as const) await standsAs(teller, meetingId, family.participantOf(who), 'asked')
    await teller.does(
      helen.id,
      'bookTime',
      {
        meetingId,
        version: await versionOf(teller, meetingId),
        date: '2026-03-21',
        start: '10:00',
        minutes: '180',
        place: 'Wendlebury Hub',
      },
      'meeting { id }',
    )
    return teller.does(helen.id, 'sendInvitations', { meetingId, version: await versionOf(teller, meetingId) }, 'sent')
  }

  it('a number marked as not safe gets no message, however it is written, and whoever of the family it was written down for', async () => {
    await says('dad', '+44 (0)7700-900001', false)
    expect((await shown(priya.id))('mum')).toMatchObject({
      canBeReached: false,
      contactPoints: [{ value: '07700 900001', safeToUse: false }],
    })
    expect(await inviteAll()).toMatchObject({ sent: 1 })
    expect((await lettersSent()).join('')).not.toContain('Dawn Carter')
  })

  it('a number marked as not safe after the message was written gets it no more', async () => {
    expect(await inviteAll()).toMatchObject({ sent: 2 })
    await says('uncle', '00447700900001', false)
    const letters = await lettersSent()
    expect(letters).toHaveLength(1)
    expect(letters[0]).toContain('Lee Hughes')
  })

  it('goes to another way that is safe where one number is not', async () => {
    await says('mum', 'dawn@example.org', true, { kind: 'email' })
    await says('mum', '07700 900001', false)
    await inviteAll()
    expect((await lettersSent()).find((letter) => letter.includes('Dawn'))).toContain('To: Dawn Carter <dawn@example.org>')
  })

  it('an e-mail is one whatever its capitals, and another family’s mark is its own', async () => {
    await says('gran', 'Joan@Example.org', false, { kind: 'email' })
    expect(await says('mum', 'joan@example.ORG', true, { kind: 'email' })).toMatchObject({ code: 'unsafeBefore', field: 'reason' })
    const others = await familyBeingPrepared(server)
    await others.teller.does(
      priya.id,
      'addContactPoint',
      { personId: others.people.gran, kind: 'email', value: 'joan@example.org', safeToUse: true, note: '' },
      'family { id }',
    )
  })

  it('never becomes yes only with a reason and the day of a talk, and both are kept', async () => {
    await says('mum', '07700900001', false)
    expect(await says('mum', '0044 7700 900 001', true)).toEqual({ __typename: 'Refused', code: 'unsafeBefore', field: 'reason' })
    expect(await says('dad', '07700 900001', true, { reason: '  ', talkedOn: '2026-03-09' })).toMatchObject({
      code: 'unsafeBefore',
      field: 'reason',
    })
    expect(await says('mum', '07700 900001', true, { reason: 'He has moved out' })).toMatchObject({
      code: 'unsafeBefore',
      field: 'talkedOn',
    })
    expect(await says('mum', '07700 900001', true, { reason: 'He has moved out', talkedOn: '2026-03-11' })).toMatchObject({
      code: 'dateImpossible',
      field: 'talkedOn',
    })
    expect((await shown(priya.id))('mum')?.contactPoints).toHaveLength(2)
    expect(await says('mum', '07700 900001', true, { reason: 'He has moved out', talkedOn: '2026-03-09' })).toEqual(done)
    const mum = (await shown(helen.id))('mum')
    expect(mum?.canBeReached).toBe(true)
    expect(mum?.contactPoints?.map(({ safeToUse }) => safeToUse)).toEqual([true, true, true])
    expect(mum?.contactPoints?.at(-1)).toMatchObject({ reason: 'He has moved out', talkedOn: '2026-03-09' })
    const kept = await server.database.transaction({ worker: priya.id }, (tx) =>
      tx.contactPoint.findMany({
        where: { personId: family.people.mum, talkedOn: { not: null } },
        select: { talkedOn: true, sealedReason: true, markedById: true },
      }),
    )
    expect(kept).toMatchObject([{ talkedOn: '2026-03-09', markedById: priya.id }])
    expect(Buffer.from(kept[0]?.sealedReason ?? []).toString('latin1')).not.toContain('moved')
    expect(await inviteAll()).toMatchObject({ sent: 2 })
    expect((await lettersSent()).join('')).toContain('Dawn Carter')
  })

  it('two marks that disagree, from before a number had one, are read as not safe', async () => {
    await says('dad', '07700 900001', true)
    await server.database.transaction({ worker: priya.id }, (tx) =>
      tx.contactPoint.updateMany({ where: { personId: family.people.dad }, data: { safeToUse: false } }),
    )
    expect((await shown(priya.id))('mum')?.canBeReached).toBe(false)
    expect(await says('mum', '07700 900001', true)).toMatchObject({ code: 'unsafeBefore' })
  })

  it('somebody with only a safe postal address can be reached; the supervisor, who may not read how, is told nothing', async () => {
    await says('gran', '1 High Street, Wendlebury', true, { kind: 'address' })
    const asHelen = await shown(helen.id)
    expect([asHelen('gran')?.canBeReached, asHelen('uncle')?.canBeReached]).toEqual([true, false])
    expect((await shown(ruth.id))('gran')).toMatchObject({ canBeReached: null, contactPoints: null })
  })
})

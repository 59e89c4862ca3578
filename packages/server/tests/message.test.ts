import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { deliverOnce, startOutbox, type OutboxParts } from '@kinplan/server/message/outbox'
import { createLogger } from '@kinplan/server/platform/logger'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { participantVersion, standsAs, versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sameFamilyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'

const { helen, priya, ruth } = workers

describe.each(enginesToTest())('the outbox, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  let folder: string
  let log: string[]
  let parts: OutboxParts
  beforeAll(async () => {
    server = await testServer(engine)
  })
  beforeEach(async () => {
    folder = await mkdtemp(join(tmpdir(), 'kinplan-outbox-'))
    log = []
    const { database, key, clock, tell } = server.parts
    parts = { database, key, clock, folder, demo: false, logger: createLogger('debug', clock.now, (line) => void log.push(line)), tell }
    family = await beginning(server)
    const { meetingId } = family
    for (const who of ['mum', 'dad'] as const) await standsAs(family.teller, meetingId, family.participantOf(who), 'asked')
    await family.teller.does(
      helen.id,
      'bookTime',
      {
        meetingId,
        version: await versionOf(family.teller, meetingId),
        date: '2026-03-21',
        start: '10:00',
        minutes: '180',
        place: 'Wendlebury Hub',
      },
      'meeting { id }',
    )
  })
  afterEach(async () => {
    await deliverOnce(parts)
    await rm(folder, { recursive: true, force: true })
  })
  afterAll(() => server.drop())

  const invites = async () =>
    family.teller.does(
      helen.id,
      'sendInvitations',
      { meetingId: family.meetingId, version: await versionOf(family.teller, family.meetingId) },
      'sent',
    )
  const letters = async () => Promise.all((await readdir(folder)).toSorted().map((name) => readFile(join(folder, name), 'utf8')))
  const states = () =>
    server.database.transaction({ worker: helen.id }, async (tx) => {
      const rows = await tx.message.findMany({
        where: { familyId: family.familyId },
        select: { state: true, attempts: true, sentAt: true },
      })
      return rows.map((row) => `${row.state} ${row.attempts} ${row.sentAt === null ? 'not sent' : 'sent'}`)
    })

  it('writes one letter for each person invited, in words they know, with nobody else named, and only once', async () => {
    await invites()
    server.told.length = 0
    expect(await deliverOnce(parts)).toBe(2)
    // Screens that say whether it has gone ask again.
    expect(server.told).toEqual([family.meetingId])
    const dad = (await letters()).find((letter) => letter.includes('Lee Hughes')) ?? ''
    expect(dad).toMatch(
      /^To: Lee Hughes <07700 900002>\nChannel: phone\nSubject: Family meeting on Saturday 21 March 2026\n\nHello Lee Hughes,/,
    )
    for (const words of ['Helen Okafor', '01632 960103', '10:00 to 13:00', 'Once you tell me that you are coming in the room'])
      expect(dad).toContain(words)
    for (const other of ['Dawn', 'Joan', 'Mia', 'Priya', 'Wendlebury Hub']) expect(dad).not.toContain(other)
    expect(await deliverOnce(parts)).toBe(0)
    expect(await readdir(folder)).toHaveLength(2)
    expect(await states()).toEqual(['sent 1 sent', 'sent 1 sent'])
  })

  it('says to each when their own part is, and takes back what was to say another', async () => {
    const partOf = async (partMinutes: string) => {
      const participantId = family.participantOf('dad')
      const version = await participantVersion(family.teller, family.meetingId, participantId)
      await family.teller.does(
        helen.id,
        'setNeed',
        { participantId, version, need: 'must', partEdge: 'end', partMinutes, travel: [] },
        'meeting { id }',
      )
    }
    await partOf('90')
    await invites()
    await partOf('60')
    expect(await invites()).toMatchObject({ sent: 1 })
    expect(await deliverOnce(parts)).toBe(2)
    const whenFor = async (name: string) =>
      /\d\d:\d\d to \d\d:\d\d/.exec((await letters()).find((letter) => letter.includes(name)) ?? '')?.[0]
    expect([await whenFor('Dawn Carter'), await whenFor('Lee Hughes')]).toEqual(['10:00 to 13:00', '12:00 to 13:00'])
  })

  it('two deliveries at once do not send one message twice', async () => {
    await invites()
    expect((await Promise.all([deliverOnce(parts), deliverOnce(parts)])).reduce((a, b) => a + b)).toBe(2)
    expect(await states()).toEqual(['sent 1 sent', 'sent 1 sent'])
  })

  /** As if so much time had gone by for the messages that wait. */
  const later = (interval: string) =>
    server.database.transaction(
      { job: 'outbox' },
      (tx) =>
        tx.$executeRaw`UPDATE "Message" SET "nextAttemptAt" = "nextAttemptAt" - ${interval}::interval,
          "failingSince" = "failingSince" - ${interval}::interval WHERE "state" = 'waiting'`,
    )
  const notSent = async (worker: string) => {
    const { messagesNotSent } = await (await server.as(worker)).send('{ messagesNotSent { kind name familyId meetingId } }')
    return (messagesNotSent as { familyId: string; name: string }[]).filter(({ familyId }) => familyId === family.familyId)
  }
  const invitations = async () => {
    const { meeting } = await family.teller.ask(helen.id, 'query ($id: ID!) { meeting(id: $id) { participants { name invitation } } }', {
      id: family.meetingId,
    })
    return Object.fromEntries(
      (meeting as { participants: { name: string; invitation: string | null }[] }).participants.map(({ name, invitation }) => [
        name,
        invitation,
      ]),
    )
  }

  it(
    'what the folder does not take is never given up: it is tried later and later, and goes once the folder is there; nobody ' +
      'is named in the log',
    async () => {
      await invites()
      const file = join(folder, 'in the way')
      await writeFile(file, '')
      for (let round = 0; round < 6; round++) await deliverOnce({ ...parts, folder: file })
      // One message is tried a round, since the folder takes none, and none is tried again before its time.
      expect(await states()).toEqual(['waiting 1 not sent', 'waiting 1 not sent'])
      expect(await notSent(helen.id)).toMatchObject([
        { name: 'Dawn Carter', meetingId: family.meetingId, kind: 'invitation' },
        { name: 'Lee Hughes' },
      ])
      expect(await notSent(priya.id)).toEqual([])
      expect(await invitations()).toMatchObject({ 'Dawn Carter': 'waiting', 'Lee Hughes': 'waiting', 'Joan Carter': null })
      for (let day = 0; day < 3; day++) {
        await later('1 day')
        for (let round = 0; round < 3; round++) await deliverOnce({ ...parts, folder: file })
      }
      expect(await states()).toEqual(['waiting 4 not sent', 'waiting 4 not sent'])
      expect(log.join('')).toContain('"event":"fault"')
      expect(log.join('')).not.toMatch(/Hughes|Carter|07700/)
      await rm(file)
      await later('15 minutes')
      expect(await deliverOnce(parts)).toBe(2)
      expect(await notSent(helen.id)).toEqual([])
      expect(await invitations()).toMatchObject({ 'Dawn Carter': 'sent', 'Lee Hughes': 'sent' })
    },
  )

  it('waits twice as long after each try, and a quarter of an hour at most', async () => {
    await invites()
    const { familyId, people } = family
    await server.database.transaction({ worker: helen.id }, (tx) => tx.message.deleteMany({ where: { familyId, personId: people.dad } }))
    const file = join(folder, 'in the way')
    await writeFile(file, '')
    const waits: number[] = []
    for (let attempt = 0; attempt < 12; attempt++) {
      await deliverOnce({ ...parts, folder: file })
      const [first] = await server.database.transaction(
        { job: 'outbox' },
        (tx) =>
          tx.$queryRaw<{ seconds: number }[]>`SELECT extract(epoch FROM "nextAttemptAt" - now())::float8 AS "seconds" FROM "Message"
            WHERE "personId" = ${people.mum}::uuid AND "attempts" = ${attempt + 1}`,
      )
      waits.push(first?.seconds ?? 0)
      await later('15 minutes')
    }
    for (const [place, seconds] of [2, 4, 8, 16, 32, 64, 128, 256, 512, 900, 900, 900].entries()) {
      expect(waits[place], `try ${place + 1}`).toBeLessThanOrEqual(seconds)
      // Some of it has gone by since.
      expect(waits[place], `try ${place + 1}`).toBeGreaterThan(seconds - 30)
    }
    await rm(file)
    await later('15 minutes')
  })

  it('a message that cannot be opened counts against no other, and is given up after a day; then it can be sent again', async () => {
    await invites()
    const { familyId } = family
    await server.database.transaction({ worker: helen.id }, (tx) =>
      tx.message.updateMany({ where: { familyId, personId: family.people.dad }, data: { sealed: new Uint8Array(40) } }),
    )
    expect(await deliverOnce(parts)).toBe(1)
    expect((await states()).toSorted()).toEqual(['sent 1 sent', 'waiting 1 not sent'])
    await later('23 hours')
    await deliverOnce(parts)
    expect((await states()).toSorted()).toEqual(['sent 1 sent', 'waiting 2 not sent'])
    await later('2 hours')
    await deliverOnce(parts)
    expect((await states()).toSorted()).toEqual(['failed 3 not sent', 'sent 1 sent'])
    expect(await notSent(helen.id)).toMatchObject([{ name: 'Lee Hughes' }])
    expect(await invitations()).toMatchObject({ 'Dawn Carter': 'sent', 'Lee Hughes': 'failed' })
    expect(await invites()).toMatchObject({ sent: 1 })
    expect(await notSent(helen.id)).toEqual([])
    expect(await deliverOnce(parts)).toBe(1)
    expect((await letters()).find((letter) => letter.includes('Lee Hughes'))).not.toContain('Something has changed')
    expect(await invitations()).toMatchObject({ 'Lee Hughes': 'sent' })
  })

  it('an invitation that was taken back before it went is not said to be sent', async () => {
    await invites()
    const { meetingId } = family
    await family.teller.does(
      helen.id,
      'bookTime',
      {
        meetingId,
        version: await versionOf(family.teller, meetingId),
        date: '2026-03-28',
        start: '14:00',
        minutes: '180',
        place: 'Wendlebury Hub',
      },
      'meeting { id }',
    )
    expect(await invitations()).toMatchObject({ 'Dawn Carter': null, 'Lee Hughes': null })
  })

  it('goes only to a way of reaching somebody that is safe when it goes, and not to somebody whose access has ended', async () => {
    await invites()
    await server.database.transaction({ worker: priya.id }, (tx) =>
      tx.contactPoint.updateMany({ where: { personId: family.people.mum }, data: { safeToUse: false } }),
    )
    const visitor = await server.as(helen.id)
    expect(await visitor.send('mutation ($id: ID!) { endAccess(personId: $id) { __typename } }', { id: family.people.dad })).toEqual({
      endAccess: { __typename: 'EndAccessDone' },
    })
    expect(await deliverOnce(parts)).toBe(0)
    expect(await readdir(folder)).toEqual([])
    expect(await states()).toEqual(['failed 1 not sent', 'failed 1 not sent'])
  })

  it('an invitation that has not gone is taken back when a manager decides that the person is not part', async () => {
    await invites()
    const participantId = family.participantOf('dad')
    const version = await participantVersion(family.teller, family.meetingId, participantId)
    await family.teller.does(
      ruth.id,
      'decideNotPart',
      { participantId, version, reason: 'Court order', lookAgainOn: '2026-06-01', viewsGathered: false },
      'meeting { id }',
    )
    expect(await deliverOnce(parts)).toBe(1)
    expect((await letters()).join('')).not.toContain('Lee Hughes')
  })

  it('waits when a pair is marked after it was written, until a manager has decided anew', async () => {
    await invites()
    await family.teller.does(
      priya.id,
      'markApart',
      { oneId: family.people.mum, otherId: family.people.dad, levels: ['room'] },
      'family { id }',
    )
    expect(await deliverOnce(parts)).toBe(0)
    expect(await states()).toEqual(['waiting 0 not sent', 'waiting 0 not sent'])
    await family.teller.does(ruth.id, 'recordSafety', { meetingId: family.meetingId, ...safetyWords }, 'meeting { id }')
    expect(await deliverOnce(parts)).toBe(2)
  })

  it('invitations to an earlier time that have not gone are taken back when the meeting is booked anew', async () => {
    await invites()
    const { meetingId } = family
    for (const who of ['mum', 'dad'] as const) await standsAs(family.teller, meetingId, family.participantOf(who), 'asked')
    await family.teller.does(
      helen.id,
      'bookTime',
      {
        meetingId,
        version: await versionOf(family.teller, meetingId),
        date: '2026-03-28',
        start: '14:00',
        minutes: '180',
        place: 'Wendlebury Hub',
      },
      'meeting { id }',
    )
    expect(await deliverOnce(parts)).toBe(0)
  })

  it('the same request sent twice queues once and says the same', async () => {
    const visitor = await server.as(helen.id)
    const send = async (version: number) =>
      visitor.send(
        `mutation ($id: ID!, $version: Int!) { sendInvitations(meetingId: $id, version: $version) { __typename ...
          on SendInvitationsDone { sent } } }`,
        { id: family.meetingId, version },
        'key-1',
      )
    const version = await versionOf(family.teller, family.meetingId)
    expect(await send(version)).toEqual({ sendInvitations: { __typename: 'SendInvitationsDone', sent: 2 } })
    expect(await send(version)).toEqual({ sendInvitations: { __typename: 'SendInvitationsDone', sent: 2 } })
    expect(await states()).toHaveLength(2)
  })

  it('the words rest sealed', async () => {
    await invites()
    const sealed = await server.database.transaction({ worker: helen.id }, (tx) =>
      tx.message.findMany({ where: { familyId: family.familyId }, select: { sealed: true } }),
    )
    expect(sealed).toHaveLength(2)
    for (const row of sealed) expect(Buffer.from(row.sealed).toString('latin1')).not.toMatch(/Family meeting|Hughes|Carter/)
  })

  it('runs until it is stopped', async () => {
    await invites()
    const stop = startOutbox(parts)
    await expect.poll(async () => (await readdir(folder)).length, { timeout: 5_000 }).toBe(2)
    await stop()
  })
})

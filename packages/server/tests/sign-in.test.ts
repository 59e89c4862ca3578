import { randomBytes } from 'node:crypto'
import { mayTryCodeFrom } from '@kinplan/domain/account/code-wait'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { familyBeingPrepared } from './meeting-family'
import { documents, linkFrom, only, sha256 } from './private-time'

const { helen, priya, ruth } = workers
const minute = 60_000

describe.each(enginesToTest())('a sign-in link, on the %s database', (engine) => {
  let server: TestServer
  beforeAll(async () => {
    server = await testServer(engine)
  })
  afterAll(() => server.drop())

  type Link = Awaited<ReturnType<typeof linkFrom>>
  const newDevice = () => randomBytes(32).toString('base64url')
  const tryOn = async (device: string | null, { token, code }: Link) => {
    const answer = await only(server.holding(null, device), documents.signIn, { token, code })
    return answer.code ?? answer.__typename
  }
  const wrong = (link: Link) => ({ ...link, code: link.code === '00000000' ? '00000001' : '00000000' })
  const later = (minutes: number) => server.clock.set(new Date(server.clock.now().getTime() + minutes * minute))
  const toldOf = async (who: string, meetingId: string, personId: string) => {
    const shown = await (
      await server.as(who)
    ).send(`query ($id: ID!) { meeting(id: $id) { participants { person { id linkTries { wrongCodes wrongCodeAt otherDeviceAt } } } } }`, {
      id: meetingId,
    })
    const { participants } = shown['meeting'] as { participants: { person: { id: string; linkTries: unknown } | null }[] }
    return participants.find(({ person }) => person?.id === personId)?.person?.linkTries
  }

  it('belongs to the device that first opened it, and opens there again', async () => {
    const { people } = await familyBeingPrepared(server)
    const link = await linkFrom(server, people.gran)
    const first = await server.nobody.ask(documents.signIn, link)
    expect(first.device).toMatch(/^[\w-]{43}$/)
    expect(await tryOn(first.device, link)).toBe('SignInDone')
    expect(await tryOn(null, link)).toBe('otherDevice')
    expect(await tryOn(newDevice(), link)).toBe('otherDevice')
    later(29 * 24 * 60)
    expect(await tryOn(first.device, link)).toBe('SignInDone')
    later(2 * 24 * 60)
    expect(await tryOn(first.device, link)).toBe('linkEnded')
  })

  it('keeps no device, only its hash', async () => {
    const { people } = await familyBeingPrepared(server)
    const link = await linkFrom(server, people.gran)
    const device = newDevice()
    await tryOn(device, link)
    const rows = await server.database.transaction({ worker: helen.id }, (tx) => tx.signInLink.findMany({ select: { deviceHash: true } }))
    const kept = rows.map(({ deviceHash }) => deviceHash && Buffer.from(deviceHash))
    const known = Buffer.from(server.parts.key.fingerprint(device, 'device'))
    expect(kept.filter((hash) => hash?.equals(sha256(known)))).toHaveLength(1)
    expect(kept.filter((hash) => [known, Buffer.from(device, 'base64url'), Buffer.from(device)].some((one) => hash?.equals(one)))).toEqual(
      [],
    )
  })

  it('opens beside the link of another person on a phone that a family shares', async () => {
    const { people } = await familyBeingPrepared(server)
    const [hers, his] = [await linkFrom(server, people.gran), await linkFrom(server, people.mum)]
    const phone = newDevice()
    for (const link of [hers, his, hers, his]) expect(await tryOn(phone, link)).toBe('SignInDone')
  })

  it('binds to one device when two open it at the same moment', async () => {
    const { people } = await familyBeingPrepared(server)
    const link = await linkFrom(server, people.gran)
    const answers = await Promise.all([tryOn(newDevice(), link), tryOn(newDevice(), link)])
    expect(answers.toSorted()).toEqual(['SignInDone', 'otherDevice'])
  })

  it('binds to no device by a wrong code', async () => {
    const { people } = await familyBeingPrepared(server)
    const link = await linkFrom(server, people.gran)
    expect(await tryOn(newDevice(), wrong(link))).toBe('codeWrong')
    expect(await tryOn(newDevice(), link)).toBe('SignInDone')
  })

  describe('in the hands of an enemy', () => {
    it('without the code it locks nobody out: before it was opened she waits for a while, afterwards not at all', async () => {
      const { people } = await familyBeingPrepared(server)
      const link = await linkFrom(server, people.gran)
      for (let tries = 0; tries < 9; tries++) await tryOn(newDevice(), wrong(link))
      expect(await tryOn(newDevice(), link)).toBe('codeTooOften')
      later(1)
      const phone = newDevice()
      expect(await tryOn(phone, link)).toBe('SignInDone')
      for (let tries = 0; tries < 20; tries++) expect(await tryOn(newDevice(), wrong(link))).toBe('otherDevice')
      expect(await tryOn(phone, link)).toBe('SignInDone')
    })

    it('with the code it opens on no second device, and the coordinator is told that somebody tried, and when', async () => {
      const { people, meetingId } = await familyBeingPrepared(server)
      const link = await linkFrom(server, people.gran)
      await tryOn(newDevice(), link)
      expect(await toldOf(helen.id, meetingId, people.gran)).toEqual({ wrongCodes: 0, wrongCodeAt: null, otherDeviceAt: null })
      later(7)
      expect(await tryOn(newDevice(), link)).toBe('otherDevice')
      const when = server.clock.now().toISOString()
      later(3)
      expect(await toldOf(helen.id, meetingId, people.gran)).toEqual({ wrongCodes: 0, wrongCodeAt: null, otherDeviceAt: when })
      expect(await toldOf(priya.id, meetingId, people.gran)).toBeNull()
      const fresh = await linkFrom(server, people.gran)
      expect(await toldOf(helen.id, meetingId, people.gran)).toEqual({ wrongCodes: 0, wrongCodeAt: null, otherDeviceAt: null })
      expect(await tryOn(newDevice(), fresh)).toBe('SignInDone')
    })

    it('leaves what was tried in the record of the family, once an hour at most', async () => {
      const { people, familyId } = await familyBeingPrepared(server)
      const link = await linkFrom(server, people.gran)
      await tryOn(newDevice(), link)
      for (let tries = 0; tries < 5; tries++) await tryOn(newDevice(), link)
      const recorded = async () => {
        const { accessRecord } = (await (
          await server.as(ruth.id)
        ).send('query ($id: ID!) { accessRecord(familyId: $id, first: 100) { rows { right allowed reason } } }', { id: familyId })) as {
          accessRecord: { rows: { right: string; allowed: boolean; reason: string }[] }
        }
        return accessRecord.rows.filter(({ reason }) => reason === 'otherDevice')
      }
      expect(await recorded()).toEqual([{ right: 'account:signIn', allowed: false, reason: 'otherDevice' }])
      later(61)
      await tryOn(newDevice(), link)
      expect(await recorded()).toHaveLength(2)
    })
  })

  describe('and wrong codes', () => {
    it('are as many a day in the database as by the waits', async () => {
      const [{ most } = { most: 0 }] = await server.database.transaction(
        {},
        (tx) => tx.$queryRaw<{ most: number }[]>`SELECT most_wrong_codes() AS "most"`,
      )
      const after = (count: number) => {
        const wrongAt = Array.from({ length: count }, (_, at) => new Date(at))
        return mayTryCodeFrom(wrongAt, new Date(count))?.getTime() ?? 0
      }
      const day = 24 * 60 * minute
      expect([after(most - 1) < day, after(most)]).toEqual([true, day])
    })

    it('cost waits that grow, are said, and decay; twenty at once are no more than one after another', async () => {
      const { people, meetingId } = await familyBeingPrepared(server)
      const link = await linkFrom(server, people.gran)
      const answers = await Promise.all(Array.from({ length: 20 }, () => tryOn(newDevice(), wrong(link))))
      expect(answers.filter((answer) => answer === 'codeWrong')).toHaveLength(2)
      expect(answers.filter((answer) => answer === 'codeTooOften')).toHaveLength(18)
      const waitMinutes = async () =>
        (await server.nobody.send('query ($token: String!) { linkHolder(token: $token) { open waitMinutes } }', { token: link.token }))[
          'linkHolder'
        ]
      expect(await waitMinutes()).toEqual({ open: true, waitMinutes: 1 })
      expect(await toldOf(helen.id, meetingId, people.gran)).toMatchObject({
        wrongCodes: 3,
        wrongCodeAt: server.clock.now().toISOString(),
      })
      later(1)
      expect(await tryOn(newDevice(), wrong(link))).toBe('codeTooOften')
      expect(await waitMinutes()).toEqual({ open: true, waitMinutes: 5 })
      expect(await tryOn(newDevice(), link)).toBe('codeTooOften')
      later(24 * 60)
      expect(await waitMinutes()).toEqual({ open: true, waitMinutes: null })
      expect(await tryOn(newDevice(), wrong(link))).toBe('codeWrong')
      expect(await tryOn(newDevice(), link)).toBe('SignInDone')
    })

    it('cost the device that a link belongs to its own waits', async () => {
      const { people } = await familyBeingPrepared(server)
      const link = await linkFrom(server, people.gran)
      const phone = newDevice()
      await tryOn(phone, link)
      for (const said of ['codeWrong', 'codeWrong', 'codeTooOften', 'codeTooOften']) expect(await tryOn(phone, wrong(link))).toBe(said)
      expect(await tryOn(phone, link)).toBe('codeTooOften')
      later(1)
      expect(await tryOn(phone, link)).toBe('SignInDone')
    })
  })
})

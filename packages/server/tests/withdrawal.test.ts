import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { everythingOf } from '@kinplan/testkit/everything-of'
import { versionOf } from '@kinplan/testkit/story-family'
import { afterEach, describe, expect, it } from 'vitest'
import { willowHub, type Who } from './willow-hub'

const { helen, priya, ruth, owen, marcus } = workers
const shown = `withdrawals { id participantId name saidAt waits contactOn writtenDownBy { name } contactPoints { kind value safeToUse note }
  contacts { outcome words by { name } } }`

interface Withdrawal {
  id: string
  name: string
  waits: string | null
  contactOn: string
  writtenDownBy: { name: string } | null
  contactPoints: { value: string }[] | null
  contacts: { outcome: string; words: string; by: { name: string } }[]
}

describe.each(enginesToTest())('somebody who withdraws unseen, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { asks, does, stands, invites, books, says } = here

  const withdraws = (who: Who) => does(here.family.people[who], 'withdrawUnseen', { meetingId: here.family.meetingId }, 'myMeeting { id }')
  const writes = (by: string, who: Who) => does(by, 'writeWithdrawal', { participantId: here.family.participantOf(who) })
  const answers = (by: string, id: string, outcome: string, words = '') => does(by, 'answerWithdrawal', { id, outcome, words })
  const readBy = async (who: string) =>
    (
      await asks<{ withdrawals: Withdrawal[] | null }>(who, `query ($id: ID!) { meeting(id: $id) { ${shown} } }`, {
        id: here.family.meetingId,
      })
    ).withdrawals
  const only = async (who: string) => {
    const [one, ...more] = (await readBy(who)) ?? []
    if (one === undefined || more.length > 0) throw new Error('Not one withdrawal')
    return one
  }
  const rowOf = async (who: string) =>
    (
      await asks<{ families: { id: string; withdrawal: object | null }[] }>(
        who,
        '{ families(first: 100) { families { id withdrawal { meetingId waits contactOn } } } }',
      )
    ).families.find(({ id }) => id === here.family.familyId)?.withdrawal
  const stuck = async () =>
    (
      await asks<{ worker: { name: string }; items: { kind: string; familyId: string; subject: string; dueOn: string }[] }[]>(
        ruth.id,
        '{ stuck { worker { name } items { kind familyId subject dueOn } } }',
      )
    ).flatMap(({ worker, items }) =>
      items
        .filter(({ kind, familyId }) => kind === 'withdrawal' && familyId === here.family.familyId)
        .map(({ subject, dueOn }) => [worker.name, subject, dueOn]),
    )
  const at = (day: string) => {
    here.server.clock.set(new Date(`2026-03-${day}T10:00:00Z`))
    here.family.teller.at(here.server.clock.now())
  }

  afterEach(() => at('10'))

  it('is seen by nobody of the family, not even where it was pressed, nor by the social worker; the coordinator hears of it', async () => {
    const { family, server } = here
    await says('mum', ['inRoom'])
    await books()
    await invites()
    await stands('mum', 'coming', 'inRoom')
    const known = [family.meetingId, family.familyId]
    const lookers = await Promise.all(
      [family.people.mum, family.people.gran, priya.id].map(async (who) => {
        const visitor = await server.as(who)
        return { sees: () => everythingOf(server.parts.schema, visitor, known) }
      }),
    )
    const listeners = await Promise.all(
      [...Object.values(family.people), priya.id, helen.id].map(async (who) => {
        const socket = (await server.as(who)).listen('subscription ($id: ID!) { changed(meetingId: $id) }', { id: family.meetingId })
        const heard = { frames: 0, close: () => socket.close() }
        void (async () => {
          for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) heard.frames++
        })()
        return heard
      }),
    )
    await server.heard()
    // The first look of a worker on a day is told to the family.
    for (const { sees } of lookers) await sees()
    const before = await Promise.all(lookers.map(({ sees }) => sees()))
    await withdraws('mum')
    await server.heard()
    expect(await Promise.all(lookers.map(({ sees }) => sees()))).toEqual(before)
    expect(listeners.map(({ frames }) => frames)).toEqual([...listeners.slice(1).map(() => 0), 1])
    listeners.forEach(({ close }) => close())
    expect(await only(helen.id)).toMatchObject({ name: 'Dawn Carter', waits: 'contact', contactOn: '2026-03-11', writtenDownBy: null })
  })

  it('stands on the pages of the coordinator and the supervisor, with how to reach them, and on nobody else’s', async () => {
    const { family } = here
    const point = { kind: 'phone', value: '07700 900123', safeToUse: true, note: 'Text first. Say it is the dentist.' }
    await does(
      priya.id,
      'addContactPoint',
      { personId: family.people.mum, ...point, reason: 'She said so', talkedOn: '2026-03-09' },
      'family { id }',
    )
    await withdraws('mum')
    expect((await only(helen.id)).contactPoints).toContainEqual(point)
    expect((await only(ruth.id)).name).toBe('Dawn Carter')
    expect(await readBy(priya.id)).toBeNull()
    expect(await rowOf(helen.id)).toEqual({ meetingId: family.meetingId, waits: 'contact', contactOn: '2026-03-11' })
    expect(await rowOf(priya.id)).toBeNull()
  })

  it('is listed to each worker exactly where the policy lets them read it and the meeting is theirs', async () => {
    const { family } = here
    const toldAndMay = async () => {
      const told: string[] = []
      for (const [name, { id }] of Object.entries(workers)) {
        const read = await asks<{ coordinator: { id: string }; withdrawals: object[] | null } | null>(
          id,
          'query ($id: ID!) { meeting(id: $id) { coordinator { id } withdrawals { id } } }',
          { id: family.meetingId },
        )
        const isTold = Boolean(await rowOf(id))
        expect(isTold, name).toBe((read?.withdrawals ?? null) !== null && read?.coordinator.id === id)
        if (isTold) told.push(name)
      }
      return told
    }
    await withdraws('mum')
    expect(await toldAndMay()).toEqual(['helen'])
    const version = await versionOf(family.teller, family.meetingId)
    await does(helen.id, 'endMeeting', { meetingId: family.meetingId, version, ending: 'anotherDate', nextStep: 'We meet again in June.' })
    const allocates = (workerId: string, role: string) =>
      does(ruth.id, 'allocate', { familyId: family.familyId, workerId, role }, 'family { id }')
    await allocates(marcus.id, 'coordinator')
    await allocates(helen.id, 'socialWorker')
    expect(await toldAndMay()).toEqual([])
  })

  it('is one, however often it is pressed, until somebody has reached them', async () => {
    await withdraws('mum')
    await withdraws('mum')
    await writes(helen.id, 'mum')
    const first = await only(helen.id)
    await answers(helen.id, first.id, 'stays', 'She is fine with the other room.')
    await withdraws('mum')
    expect((await readBy(helen.id))?.map(({ waits }) => waits).toSorted()).toEqual(['contact', null])
  })

  it('is written down by the coordinator for whoever tells her, in her name', async () => {
    await writes(helen.id, 'gran')
    expect(await only(helen.id)).toMatchObject({ name: 'Joan Carter', writtenDownBy: { name: 'Helen Okafor' } })
    await expect(writes(priya.id, 'mum')).rejects.toThrow('notYours')
    await expect(writes(here.family.people.gran, 'mum')).rejects.toThrow('notYours')
  })

  it('waits until they were reached and what they want is written down; then it may be put right by another answer', async () => {
    await stands('mum', 'coming', 'phone')
    await withdraws('mum')
    const { id } = await only(helen.id)
    at('11')
    await answers(helen.id, id, 'notReached', 'A man answered.')
    expect(await only(helen.id)).toMatchObject({ waits: 'contact', contactOn: '2026-03-12' })
    at('12')
    await answers(ruth.id, id, 'wantsOut', 'She will write a letter.')
    expect(await only(helen.id)).toMatchObject({ waits: 'change' })
    await stands('mum', 'sendingViews', 'letter')
    const settled = await only(helen.id)
    expect([settled.waits, settled.contacts]).toEqual([
      null,
      [
        { outcome: 'notReached', words: 'A man answered.', by: { name: 'Helen Okafor' } },
        { outcome: 'wantsOut', words: 'She will write a letter.', by: { name: 'Ruth Jenkins' } },
      ],
    ])
    expect(await rowOf(helen.id)).toBeNull()
    at('13')
    await answers(helen.id, id, 'notReached')
    expect((await only(helen.id)).waits).toBe('contact')
  })

  it('is stuck in the coordinator’s hands once the day after has gone by, and says nobody’s name', async () => {
    await withdraws('mum')
    at('11')
    expect(await stuck()).toEqual([])
    at('12')
    expect(await stuck()).toEqual([['Helen Okafor', 'Mia Carter', '2026-03-11']])
  })

  it('can be said by whoever takes part until the meeting ends, and answered by nobody whom it is not for', async () => {
    const { family } = here
    const outsider = here.family.people.dad
    await does(ruth.id, 'decideNotPart', {
      participantId: family.participantOf('dad'),
      version: 1,
      reason: 'Not safe for Mia now',
      lookAgainOn: '2026-05-01',
      viewsGathered: true,
    })
    await expect(withdraws('dad')).rejects.toThrow('notYours')
    await withdraws('mum')
    const { id } = await only(helen.id)
    for (const who of [priya.id, owen.id, family.people.mum, outsider])
      await expect(answers(who, id, 'stays'), who).rejects.toThrow('notYours')
    const version = await versionOf(family.teller, family.meetingId)
    const ending = { ending: 'anotherDate', nextStep: 'We meet again in June.' }
    await does(helen.id, 'endMeeting', { meetingId: family.meetingId, version, ...ending })
    await expect(withdraws('gran')).rejects.toThrow('notNow')
    await answers(helen.id, id, 'stays')
  })

  describe('behind the lock', () => {
    const sql = (who: { person: string } | { worker: string }, text: string, ...values: unknown[]) =>
      here.server.database.transaction(who, (tx) => tx.$queryRawUnsafe(text, ...values))
    const insert = `INSERT INTO "Withdrawal" ("familyId", "meetingId", "participantId", "writtenById", "saidAt")
      VALUES ($1::uuid, $2::uuid, $3::uuid, $4::uuid, now())`
    const given = (who: Who, by: string | null = null) => [here.family.familyId, here.family.meetingId, here.family.participantOf(who), by]

    it('nobody of the family reads one, and nobody withdraws in another’s name', async () => {
      const { mum, gran } = here.family.people
      await withdraws('mum')
      for (const person of [mum, gran]) {
        expect(await sql({ person }, 'SELECT "id" FROM "Withdrawal"')).toEqual([])
        expect(await sql({ person }, 'UPDATE "Withdrawal" SET "closedAt" = now() RETURNING "id"')).toEqual([])
      }
      await expect(sql({ person: gran }, insert, ...given('mum'))).rejects.toThrow('row-level security')
      await expect(sql({ person: gran }, insert, ...given('gran', helen.id))).rejects.toThrow('row-level security')
      await expect(sql({ worker: priya.id }, insert, ...given('gran', helen.id))).rejects.toThrow('row-level security')
      await sql({ person: gran }, insert, ...given('gran'))
      expect(await readBy(helen.id)).toHaveLength(2)
    })
  })
})

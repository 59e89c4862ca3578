import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { afterEach, describe, expect, it } from 'vitest'
import { willowHub } from './willow-hub'

const { helen, priya, ruth, owen, tessa } = workers
const mia = { childName: 'Mia Carter', childBornOn: '2016-04-12' }
const reason = 'Police have Mia with them and ask who may take her tonight.'

describe.each(enginesToTest())('reading a family in an emergency, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { asks, does, apart, books, says } = here

  const breaks = async (who: string, change: object = {}) =>
    (await does(who, 'breakGlass', { ...mia, reason, ...change }, 'family { id name readUntil }'))['family'] as {
      id: string
      name: string
      readUntil: string
    } | null
  const familyFor = (who: string, fields = 'id name') =>
    asks<Record<string, unknown> | null>(who, `query ($id: ID!) { family(id: $id) { ${fields} } }`, { id: here.family.familyId })
  const at = (time: string) => {
    here.server.clock.set(new Date(`2026-03-${time}:00Z`))
    here.family.teller.at(here.server.clock.now())
  }
  afterEach(() => at('10T10:00'))

  /** The child of the family, by a name that no other family's child has. */
  const ofChild = async () => {
    const family = await familyFor(priya.id, 'people { id name kind bornOn version }')
    const people = family!['people'] as { id: string; kind: string; bornOn: string; version: number }[]
    const { id: subjectId, bornOn, version } = people.find(({ kind }) => kind === 'child')!
    const value = `Mia ${here.family.familyId.slice(0, 8)}`
    await does(priya.id, 'correct', { field: 'personName', subjectId, version, value }, 'family { id }')
    return { childName: value, childBornOn: bornOn }
  }

  it('opens the one family of the child, to read, for an hour', async () => {
    expect(await familyFor(owen.id)).toBeNull()
    const child = await ofChild()
    expect(await breaks(owen.id, { ...child, childName: ` ${child.childName.toUpperCase()} ` })).toMatchObject({
      id: here.family.familyId,
      readUntil: '2026-03-10T11:00:00.000Z',
    })
    at('10T10:59')
    expect(await familyFor(owen.id)).toMatchObject({ id: here.family.familyId })
    at('10T11:00')
    expect(await familyFor(owen.id)).toBeNull()
  })

  it('shows what one needs to keep people safe, and never where somebody lives, what they said alone, or when they can come', async () => {
    const { family } = here
    await says('mum', ['inRoom'])
    await books()
    await apart(['room'])
    await does(
      priya.id,
      'addContactPoint',
      { personId: family.people.mum, kind: 'address', value: '4 Mill Lane', safeToUse: false, note: '' },
      'family { id }',
    )
    await breaks(owen.id, await ofChild())
    const seen = await familyFor(
      owen.id,
      'pairs { level } people { name contactPoints { value } canBeReached } viewerCan breakGlass { reason }',
    )
    expect(seen).toMatchObject({ pairs: [{ level: 'room' }], breakGlass: null })
    for (const person of seen!['people'] as object[]) expect(person).toMatchObject({ contactPoints: null, canBeReached: null })
    expect((seen!['viewerCan'] as string[]).toSorted()).toEqual(
      [
        'account_leave',
        'account_signIn',
        'action_read',
        'breakGlass_end',
        'breakGlass_open',
        'calendar_readByLink',
        'family_list',
        'family_open',
        'family_read',
        'me_read',
        'meeting_read',
        'pair_read',
        'place_read',
        'plan_read',
        'safety_read',
        'story_choose',
      ].toSorted(),
    )
    const meeting = await asks<Record<string, unknown>>(
      owen.id,
      `query ($id: ID!) { meeting(id: $id) { startWall safetyDecision { saidAlone } withdrawals { id } anotherDays { id }
        participants { name preparation { isItSafe } person { availability { kind } } } } }`,
      { id: family.meetingId },
    )
    expect(meeting).toMatchObject({
      startWall: '2026-03-25T15:00',
      safetyDecision: { saidAlone: null },
      withdrawals: null,
      anotherDays: null,
    })
    for (const one of meeting['participants'] as { preparation: null; person: { availability: null } | null }[])
      expect([one.preparation, one.person?.availability ?? null]).toEqual([null, null])
  })

  it('changes nothing, through the door or behind it', async () => {
    const { family } = here
    await breaks(owen.id, await ofChild())
    await expect(does(owen.id, 'addWhy', { meetingId: family.meetingId, kind: 'worry', text: 'x' })).rejects.toThrow('notYours')
    const now = here.server.clock.now().toISOString()
    const sql = (text: string, ...values: unknown[]) =>
      here.server.database.transaction({ worker: owen.id }, async (tx) => {
        await tx.$executeRaw`SELECT set_config('app.now', ${now}, true)`
        return tx.$queryRawUnsafe<object[]>(text, ...values)
      })
    expect(await sql('SELECT "id" FROM "Person"')).not.toEqual([])
    expect(await sql('UPDATE "Person" SET "name" = $1 RETURNING "id"', 'x')).toEqual([])
    expect(await sql('DELETE FROM "Person" RETURNING "id"')).toEqual([])
    await expect(
      sql(`INSERT INTO "Person" ("familyId", "name", "kind", "zone") VALUES ($1::uuid, 'x', 'kin', 'Europe/London')`, family.familyId),
    ).rejects.toThrow('row-level security')
    for (const table of [
      'ContactPoint',
      'Preparation',
      'AvailabilityRule',
      'Message',
      'SignInLink',
      'Draft',
      'Envelope',
      'PrivateRoom',
      'Withdrawal',
      'AnotherDay',
    ])
      expect(await sql(`SELECT * FROM "${table}"`), table).toEqual([])
    for (const change of [`"endsAt" = now() + interval '9 hours'`, '"workerId" = "workerId"', `"reason" = 'other'`])
      await expect(sql(`UPDATE "BreakGlass" SET ${change}`), change).rejects.toThrow('permission denied')
    await expect(
      sql(
        `INSERT INTO "BreakGlass" ("familyId", "workerId", "reason", "openedAt", "endsAt") VALUES ($1::uuid, $2::uuid, 'x', now(), now())`,
        family.familyId,
        owen.id,
      ),
    ).rejects.toThrow('permission denied')
  })

  it('finds nobody without the right name and day, says no more than that, and ends after ten in a day', async () => {
    const child = await ofChild()
    expect(await breaks(tessa.id, { ...child, childBornOn: '2016-04-13' })).toBeNull()
    expect(await breaks(tessa.id, { ...child, childName: 'Mia' })).toBeNull()
    for (let tries = 2; tries < 10; tries++) expect(await breaks(tessa.id, { childName: `Nobody ${tries}` })).toBeNull()
    await expect(breaks(tessa.id, child)).rejects.toThrow('tooMany childName')
    at('11T10:01')
    expect(await breaks(tessa.id, child)).toMatchObject({ id: here.family.familyId })
  })

  it('is not for a family of one’s own, nor for anybody who is no worker, and wants a reason', async () => {
    const child = await ofChild()
    expect(await breaks(priya.id, child)).toBeNull()
    await expect(breaks(here.family.people.mum, child)).rejects.toThrow('notYours')
    await expect(breaks(owen.id, { ...child, reason: ' ' })).rejects.toThrow('wordsMissing reason')
    await expect(breaks(owen.id, { ...child, childBornOn: '2016-02-31' })).rejects.toThrow('dateImpossible childBornOn')
  })

  it('is told at once to the workers of the family, and waits for the supervisor to look at it', async () => {
    await breaks(owen.id, await ofChild())
    const fields = 'breakGlass { id reason worker { name } finding reviewWords reviewedBy { name } }'
    for (const who of [priya.id, helen.id, ruth.id])
      expect((await familyFor(who, fields))?.['breakGlass'], who).toMatchObject([{ reason, worker: { name: 'Owen Price' }, finding: null }])
    const stuck = async () =>
      (
        await asks<{ items: { kind: string; subject: string; onlyYou: boolean; familyId: string }[] }[]>(
          ruth.id,
          '{ stuck { items { kind subject onlyYou familyId } } }',
        )
      )
        .flatMap(({ items }) => items)
        .filter(({ kind, familyId }) => kind === 'breakGlass' && familyId === here.family.familyId)
    expect(await stuck()).toMatchObject([{ subject: 'Owen Price', onlyYou: true }])
    const family = await familyFor(ruth.id, fields)
    const [{ id }] = family!['breakGlass'] as [{ id: string }]
    const review = { id, finding: 'notRight', words: 'The team on duty could have been rung.' }
    for (const who of [priya.id, helen.id, owen.id, tessa.id])
      await expect(does(who, 'reviewBreakGlass', review, 'family { id }'), who).rejects.toThrow('notYours')
    await does(ruth.id, 'reviewBreakGlass', review, 'family { id }')
    expect((await familyFor(priya.id, fields))?.['breakGlass']).toMatchObject([
      { finding: 'notRight', reviewWords: review.words, reviewedBy: { name: 'Ruth Jenkins' } },
    ])
    expect(await stuck()).toEqual([])
    await expect(does(ruth.id, 'reviewBreakGlass', review, 'family { id }')).rejects.toThrow('alreadyDone')
  })

  it('is known to the family by who looked and on which day, without the reason', async () => {
    await breaks(owen.id, await ofChild())
    await familyFor(owen.id)
    const { looks } = await asks<{ looks: object[] }>(here.family.people.mum, '{ whoLooked { looks { day who role about } } }')
    expect(looks).toContainEqual({ day: '2026-03-10', who: 'Owen Price', role: 'brokeGlass', about: 'family' })
    expect(JSON.stringify(looks)).not.toContain('Police')
  })

  it('can be closed before the hour is over, by whoever opened it', async () => {
    await breaks(owen.id, await ofChild())
    const familyId = here.family.familyId
    await expect(does(priya.id, 'endBreakGlass', { familyId }, 'familyId')).rejects.toThrow('notYours')
    await does(owen.id, 'endBreakGlass', { familyId }, 'familyId')
    expect(await familyFor(owen.id)).toBeNull()
    await expect(does(owen.id, 'endBreakGlass', { familyId }, 'familyId')).rejects.toThrow('notYours')
  })
})

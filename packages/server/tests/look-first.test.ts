import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { talkWith } from '@kinplan/testkit/story-family'
import { describe, expect, it } from 'vitest'
import { willowHub, type Who } from './willow-hub'

const { helen, priya, ruth, owen } = workers
const page = 'startWall endWall place arriveAt ways why { kind text } bottomLines'

interface Copy {
  name: string
  message: { subject: string; body: string } | null
  others: string[]
  [field: string]: unknown
}

describe.each(enginesToTest())('what each person will read, on the %s database', (engine) => {
  const here = willowHub(engine)
  const { does, asks, mineAs, books, invites, stands, says, apart } = here
  const who: Who[] = ['mum', 'dad', 'gran', 'mia']
  const copiesFor = (by: string) =>
    asks<{ refused: string | null; copies: Copy[] } | null>(
      by,
      `query ($id: ID!) { copies(meetingId: $id) { refused copies { name others message { subject body } ${page} } } }`,
      { id: here.family.meetingId },
    )
  const nameOf: Record<Who, string> = { mum: 'Dawn Carter', dad: 'Lee Hughes', gran: 'Joan Carter', mia: 'Mia Carter' }
  /** What their own page says now, as a copy says it. */
  const pageOf = async (one: Who) => {
    const { others, bottomLines, ...mine } = await mineAs(one, `${page.replace('bottomLines', 'bottomLines { text }')} others { name }`)
    return {
      ...mine,
      others: (others as { name: string }[]).map(({ name }) => name),
      bottomLines: (bottomLines as { text: string }[]).map(({ text }) => text),
    }
  }
  /** The messages that wait to go to them. */
  const sentTo = (one: Who) =>
    here.server.database.transaction({ job: 'outbox' }, async (tx) => {
      const rows = await tx.message.findMany({ where: { personId: here.family.people[one] }, select: { id: true, sealed: true } })
      return rows.map(({ id, sealed }) => JSON.parse(here.server.parts.key.open(sealed, `message/${id}`)) as Copy['message'])
    })

  it.each([
    ['nobody is kept apart', []],
    ['two may not be in one room', ['room']],
    ['two may not know of each other', ['knowing']],
  ])('is, before the invitations go, exactly what they read afterwards, where %s', async (_, levels) => {
    const { family } = here
    if (levels.length > 0) await apart(levels)
    for (const one of ['mum', 'dad', 'gran'] as const) await talkWith(family.teller, family.meetingId, family.participantOf(one), {})
    await says('mum', ['inRoom', 'video'])
    await says('dad', ['inRoom', 'phone'])
    await does(priya.id, 'addWhy', { meetingId: family.meetingId, kind: 'goingWell', text: 'Mia likes school.' })
    await books()
    await stands('gran', 'coming', 'inRoom')
    const before = Object.fromEntries(await Promise.all(who.map(async (one) => [one, await pageOf(one)] as const)))
    const { copies } = (await copiesFor(helen.id))!
    expect(copies.map(({ name }) => name).toSorted()).toEqual(Object.values(nameOf).toSorted())
    for (const one of who) expect(await pageOf(one), 'to look tells nobody').toEqual(before[one])
    expect(await sentTo('gran')).toEqual([])
    await invites()
    for (const one of who) {
      const { name: __, message, ...copy } = copies.find(({ name }) => name === nameOf[one])!
      expect(await pageOf(one), one).toEqual(copy)
      expect(await sentTo(one), one).toEqual(message === null ? [] : [message])
    }
  })

  it('says why nothing could go, and is for the coordinator alone', async () => {
    expect(await copiesFor(helen.id)).toEqual({ refused: 'noTimeYet', copies: [] })
    for (const one of [priya.id, ruth.id, owen.id, here.family.people.mum]) expect(await copiesFor(one), one).toBeNull()
    await does(priya.id, 'markApart', { oneId: here.family.people.mum, otherId: here.family.people.dad, levels: ['room'] }, 'family { id }')
    expect(await copiesFor(helen.id)).toEqual({ refused: 'safetyFirst', copies: [] })
  })

  it('leaves nothing behind: no message, no version, no record that invitations were sent', async () => {
    await says('mum', ['inRoom'])
    await stands('mum', 'coming', 'inRoom')
    await books()
    const version = () =>
      asks<{ version: number }>(helen.id, 'query ($id: ID!) { meeting(id: $id) { version } }', { id: here.family.meetingId })
    const before = await version()
    here.server.told.length = 0
    await copiesFor(helen.id)
    expect(await version()).toEqual(before)
    expect(here.server.told).toEqual([])
    const record = await asks<{ rows: { right: string }[] }>(
      ruth.id,
      'query ($id: ID!) { accessRecord(familyId: $id, first: 100) { rows { right } } }',
      { id: here.family.familyId },
    )
    const looked = record.rows.map(({ right }) => right)
    expect(looked).toContain('copy:read')
    expect(looked).not.toContain('meeting:invite')
  })
})

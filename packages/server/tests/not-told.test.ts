import { randomUUID } from 'node:crypto'
import { asTold } from '@kinplan/domain/meeting/as-told'
import { buildContract } from '@kinplan/server/graphql/schema'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { workers } from '@kinplan/testkit/cast'
import { ordinaryWeek, participantVersion, saysWhen, standsAs, talkWith, versionOf } from '@kinplan/testkit/story-family'
import { everythingOf } from '@kinplan/testkit/everything-of'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { isObjectType } from 'graphql'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { sameFamilyBeingPrepared, safetyWords, type BeingPrepared } from './meeting-family'
import { documents, done, letIn, newDevice, shownToAll } from './private-time'

const { helen, priya, ruth } = workers
const changed = 'subscription ($id: ID!) { changed(meetingId: $id) }'
const pause = () => new Promise((resolve) => setTimeout(resolve, 150))

/** Somebody who looks again and again: what they could see that differs from the look before, and how many frames reached them. */
interface Watcher {
  /** Everything that they can ask for, with these ids to ask with. */
  sees(ids: string[]): Promise<Record<string, unknown>>
  frames(): number
  close(): void
}

/** What a person reads of a meeting whether or not they were told of its time: who is asked to it, and why. */
const theirsFromTheBeginning = ['id', 'kind', 'zone', 'children', 'coordinator', 'referrer', 'mine', 'why', 'bottomLines']
/** What follows from the stage, which is masked. */
const asTheStageIs = ['viewerCan', 'timeOffBy', 'readers']

describe('what a person reads of a meeting', () => {
  it('is, field by field, masked until they are told of its time, or theirs from the beginning', async () => {
    const type = (await buildContract()).getType('MyMeeting')
    const fields = isObjectType(type) ? Object.keys(type.getFields()) : []
    expect(fields.filter((field) => asTold('preparing', { [field]: field })[field] === field).toSorted()).toEqual(
      [...theirsFromTheBeginning, ...asTheStageIs].toSorted(),
    )
  })
})

describe.each(enginesToTest())('what somebody was not told of, on the %s database', (engine) => {
  const beginning = sameFamilyBeingPrepared()
  let server: TestServer
  let family: BeingPrepared
  const watchers: Watcher[] = []
  beforeAll(async () => {
    server = await testServer(engine)
  })
  beforeEach(async () => {
    family = await beginning(server)
  })
  afterAll(async () => {
    watchers.forEach((watcher) => watcher.close())
    await server.drop()
  })

  const does = (who: string, mutation: string, given: Record<string, unknown>, show = 'meeting { id }') =>
    family.teller.does(who, mutation, given, show)
  const at = async (meetingId = family.meetingId) => ({ meetingId, version: await versionOf(family.teller, meetingId) })
  const booking = { date: '2026-03-21', start: '10:00', minutes: '180', place: 'Wendlebury Hub' }
  const books = async (given: object = {}) => does(helen.id, 'bookTime', { ...(await at()), ...booking, ...given })
  const invites = async (meetingId = family.meetingId) => does(helen.id, 'sendInvitations', await at(meetingId), 'sent')
  const moves = async (to: string) => does(helen.id, 'moveStage', { ...(await at()), to })
  const apart = () => {
    const { mum, dad } = family.people
    return does(helen.id, 'markApart', { oneId: mum, otherId: dad, levels: ['knowing'] }, 'family { id }')
  }
  const decides = (meetingId = family.meetingId) => does(ruth.id, 'recordSafety', { meetingId, ...safetyWords })
  const replies = async (who: 'mum' | 'gran', how: string) =>
    does(
      family.people[who],
      'reply',
      {
        meetingId: family.meetingId,
        version: await participantVersion(family.teller, family.meetingId, family.participantOf(who)),
        reply: 'coming',
        how,
      },
      'myMeeting { id }',
    )

  async function watch(who: string): Promise<Watcher> {
    const visitor = await server.as(who)
    const socket = visitor.listen(changed, { id: family.meetingId })
    let frames = 0
    void (async () => {
      for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) frames++
    })()
    await pause()
    const watcher = { frames: () => frames, close: socket.close, sees: (ids: string[]) => everythingOf(server.parts.schema, visitor, ids) }
    watchers.push(watcher)
    return watcher
  }

  /** Before there is a time: Mum and Dad may not know of each other's part, everybody was talked with, and Mum said her hours. */
  const prepared = async () => {
    await apart()
    await decides()
    for (const who of ['mum', 'dad', 'gran', 'mia'] as const) await talkWith(family.teller, family.meetingId, family.participantOf(who), {})
    await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '08:00', '20:00', ['inRoom'])])
    await does(priya.id, 'addWhy', { meetingId: family.meetingId, kind: 'goingWell', text: 'Mia likes school.' })
  }

  it('does not exist for the one who is kept out, from the booking to the review, while everybody else is told', async () => {
    const { people, meetingId } = family
    await prepared()
    const dadsPhone = await server.as(people.dad)
    const [dad, gran] = [await watch(people.dad), await watch(people.gran)]
    const known = [meetingId, family.familyId]
    const before = { dad: await dad.sees(known), gran: await gran.sees(known) }
    const differs = async (step: string, ids: string[] = []) => {
      await pause()
      for (const one of [[], ids])
        expect(
          Object.entries(await dad.sees([...known, ...one])).filter(([field, value]) => !sameAs(before.dad, field, value)),
          step,
        ).toEqual([])
      expect(dad.frames(), step).toBe(0)
      return JSON.stringify(await gran.sees(known)) !== JSON.stringify(before.gran)
    }

    const answersNothing = async (step: string, planId: string) => {
      const answered = async (id: string) => dadsPhone.send(documents.agree, { input: { planId: id, answer: 'yes', reason: '' } })
      expect(await answered(planId), step).toEqual(await answered(randomUUID()))
    }
    await books()
    expect(await differs('booked')).toBe(false)
    expect(gran.frames()).toBe(0)
    await does(helen.id, 'confirmRooms', await at()).catch(() => undefined)
    await does(helen.id, 'setNeed', {
      participantId: family.participantOf('dad'),
      version: await participantVersion(family.teller, meetingId, family.participantOf('dad')),
      need: 'hoped',
      travel: [],
    })
    await books({ start: '11:00' })
    expect(await differs('booked anew')).toBe(false)
    expect(await invites()).toMatchObject({ sent: 1 })
    expect(await differs('invited')).toBe(true)
    await vi.waitFor(() => expect(gran.frames()).toBe(1), 5000)
    await replies('mum', 'inRoom')
    await replies('gran', 'phone')
    await does(people.gran, 'askAnotherDay', { meetingId, words: 'I have to be at the doctor.' }, 'myMeeting { id }')
    await standsAs(family.teller, meetingId, family.participantOf('mia'), 'coming', 'inRoom')
    await differs('answered')
    await books({ date: '2026-03-22' })
    await invites()
    await differs('moved')

    const stages = ['welcome', 'information', 'privateTime']
    for (const to of stages) {
      await moves(to)
      expect(await differs(to)).toBe(true)
    }
    const mum = await server.as(people.mum)
    const device = newDevice(meetingId)
    await done(mum, documents.startDraft, { input: device.start })
    const gransPhone = await server.as(people.gran)
    await letIn(mum, gransPhone, device)
    await done(mum, documents.append, device.append([device.envelope()]))
    const share = {
      input: {
        draftId: device.draftId,
        shareProof: device.shareProof,
        head: 1,
        digest: 'a'.repeat(64),
        wantYouToKnow: '',
        steps: [
          {
            bottomLineId: null,
            heading: 'School',
            what: 'x',
            who: 'x',
            byWhen: '',
            howWeWillKnow: '',
            helpNeeded: '',
            ifItDoesNotWork: '',
          },
        ],
      },
    }
    await shownToAll(server, mum, share)
    const { plan } = await done<{ plan: { id: string } }>(mum, documents.share, share)
    await differs('shared', [plan.id, device.draftId])
    await done(mum, documents.end, { id: meetingId })
    await moves('agreeing')
    await done(gransPhone, documents.agree, { input: { planId: plan.id, answer: 'yes', reason: '' } })
    await does(
      priya.id,
      'answerForCouncil',
      { planId: plan.id, answer: 'yes', reason: '', wouldMakeYes: '', decider: '', decideBy: '' },
      'plan { id }',
    )
    await does(
      helen.id,
      'makeAction',
      { planId: plan.id, ownerPersonId: people.gran, ownerWorkerId: null, text: 'I collect Mia', dueOn: '2026-04-01' },
      'plan { id }',
    )
    await differs('agreed', [plan.id])
    await answersNothing('agreeing', plan.id)
    const review = (await does(helen.id, 'bookReview', { planId: plan.id, ...booking, date: '2026-06-08' }, 'meeting { id }'))[
      'meeting'
    ] as {
      id: string
    }
    expect((await gran.sees([review.id]))['myMeeting 0'], 'a review nobody was told of').toBeNull()
    await differs('review booked', [plan.id, review.id])
    await does(helen.id, 'endMeeting', { ...(await at()), ending: 'plan', nextStep: 'We meet again in June.' })
    expect(await differs('ended', [plan.id, review.id])).toBe(true)
    await answersNothing('ended', plan.id)
    await decides(review.id)
    await invites(review.id)
    expect((await gran.sees([review.id]))['myMeeting 0'], 'a review they were told of').toMatchObject({ stage: 'booked' })
  }, 120_000)

  it('stays hidden when the pair is lifted, and is shown from the next invitation on', async () => {
    const { people } = family
    await prepared()
    const dad = await watch(people.dad)
    const seen = async () => (await dad.sees([family.meetingId]))['myMeeting 0'] as { stage: string; startWall: string | null }
    await books()
    await invites()
    const { pairs } = (await family.teller.ask(helen.id, 'query ($id: ID!) { family(id: $id) { pairs { id } } }', { id: family.familyId }))[
      'family'
    ] as { pairs: { id: string }[] }
    const ruthsDoor = await server.as(ruth.id)
    for (const { id } of pairs) await done(ruthsDoor, 'mutation ($id: ID!) { liftApart(pairId: $id) { __typename } }', { id })
    expect(await seen()).toMatchObject({ stage: 'preparing', startWall: null })
    // He may know of Mum now: a notice of what went before, which comes late, can have told him already that his page has her name.
    const before = dad.frames()
    await invites()
    await vi.waitFor(() => expect(dad.frames()).toBeGreaterThan(before), 5000)
    expect(await seen()).toMatchObject({ stage: 'booked', startWall: '2026-03-21T10:00' })
  })

  it('does not vanish again for somebody who was told, when a pair is marked', async () => {
    const dad = await watch(family.people.dad)
    await saysWhen(family.teller, family.people.mum, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '08:00', '20:00', ['inRoom'])])
    await books()
    await invites()
    await pause()
    const before = JSON.stringify(await dad.sees([family.meetingId]))
    const frames = dad.frames()
    await does(helen.id, 'markApart', { oneId: family.people.dad, otherId: family.people.mum, levels: ['site'] }, 'family { id }')
    await decides()
    await pause()
    expect([JSON.stringify(await dad.sees([family.meetingId])), dad.frames()]).toEqual([before, frames])
  })

  it('leaves the one who is kept out with what they could do before there was a time', async () => {
    await prepared()
    await books()
    await invites()
    for (const to of ['welcome', 'information']) await moves(to)
    const { dad } = family.people
    const { meetingId } = family
    await does(dad, 'askQuestion', { meetingId, text: 'Who is Mia living with?' }, 'myMeeting { stage }')
    await expect(does(dad, 'reply', { meetingId, version: 0, reply: 'notComing', how: null }, 'myMeeting { id }')).rejects.toThrow('notNow')
    await expect(does(dad, 'askAnotherDay', { meetingId, words: '' }, 'myMeeting { id }')).rejects.toThrow('notNow')
  })
})

/** Whether a field says what it did before; one that could not be asked before, since its id was not there, says nothing. */
function sameAs(before: Record<string, unknown>, field: string, value: unknown): boolean {
  return field in before ? JSON.stringify(before[field]) === JSON.stringify(value) : value === null
}

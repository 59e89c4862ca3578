import { randomUUID } from 'node:crypto'
import { buildContract } from '@kinplan/server/graphql/schema'
import { openSealingKey, type SealingKey } from '@kinplan/server/platform/sealing-key'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { versionOf } from '@kinplan/testkit/story-family'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { getNamedType, isLeafType, isObjectType, type GraphQLNamedType } from 'graphql'
import pg from 'pg'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { endMeeting, familyWithPlan, type FamilyWithPlan } from './family-with-plan'
import { familyBeingPrepared, timesAsk } from './meeting-family'

/** Every field that can be asked for below a type, so that a field added later is counted too. */
function everyField(type: GraphQLNamedType, above: string[] = []): string {
  if (!isObjectType(type)) return ''
  const fields = Object.values(type.getFields()).flatMap((field) => {
    const named = getNamedType(field.type)
    if (isLeafType(named)) return [field.name]
    return above.includes(named.name) ? [] : [`${field.name} ${everyField(named, [...above, type.name])}`]
  })
  return `{ ${fields.join(' ')} }`
}

describe.each(enginesToTest())('statements a page costs, on the %s database', (engine) => {
  let server: TestServer
  let key: SealingKey
  let main: FamilyWithPlan
  let reviewId: string
  const placeId = randomUUID()
  let documents: Record<'family' | 'meeting' | 'times' | 'plan' | 'stuck' | 'families' | 'week', string>
  let [helen, ruth]: Visitor[] = []

  beforeAll(async () => {
    const schema = await buildContract()
    const whole = (name: string) => everyField(schema.getType(name) ?? expect.fail(`${name} is not in the contract`))
    documents = {
      family: `query ($id: ID!) { family(id: $id) ${whole('Family')} }`,
      meeting: `query ($id: ID!) { meeting(id: $id) ${whole('Meeting')} }`,
      times: `query ($id: ID!, $ask: TimesAsk!) { rankedTimes(meetingId: $id, ask: $ask) ${whole('RankedTimes')} }`,
      plan: `query ($id: ID!) { plan(id: $id) ${whole('Plan')} }`,
      stuck: `{ stuck ${whole('WorkerStuck')} }`,
      families: `{ families(first: 100) ${whole('FamilyPage')} }`,
      week: `query ($from: String!) { week(from: $from) ${whole('Week')} }`,
    }
    server = await testServer(engine)
    key = await openSealingKey(server.config)
    main = await familyWithPlan(server)
    await endMeeting(server, main)
    await familyInWeek(9)
    helen = await server.as(workers.helen.id)
    ruth = await server.as(workers.ruth.id)
    const booked = await helen.send(
      'mutation ($input: BookReviewInput!) { bookReview(input: $input) { ... on BookReviewDone { meeting { id } } } }',
      {
        input: { planId: main.planId, date: '2026-03-20', start: '16:00', minutes: '60', place: 'The hub' },
      },
    )
    reviewId = (booked['bookReview'] as { meeting: { id: string } }).meeting.id
    await server.database.transaction({ worker: workers.ruth.id }, async (tx) => {
      await tx.place.createMany({ data: [{ id: placeId, name: 'The hub', address: '1 High Street' }] })
      await tx.room.createMany({ data: [{ placeId, name: 'The garden room', capacity: 100, stepFree: true, twoWaysOut: true }] })
    })
    await grow(2, 2)
  })
  afterAll(async () => {
    vi.restoreAllMocks()
    await server.drop()
  })

  /** A family that meets at this hour of the week that is counted. */
  async function familyInWeek(hour: number): Promise<void> {
    const { teller, meetingId } = await familyBeingPrepared(server, { othersHaveMet: false })
    const booking = {
      meetingId,
      version: await versionOf(teller, meetingId),
      date: '2026-04-07',
      start: `${hour}:00`,
      minutes: '60',
      place: 'The hub',
    }
    await teller.does(workers.helen.id, 'bookTime', booking, 'meeting { id }')
  }

  /** More people who take part, each with everything that can be known of a person, and more promises. */
  async function grow(people: number, promises: number): Promise<void> {
    const { familyId, child, planId, meetingId, stepId, gran } = main
    const at = server.clock.now()
    await server.database.transaction({ worker: workers.helen.id }, async (tx) => {
      const ids = Array.from({ length: people }, () => randomUUID())
      await tx.person.createMany({ data: ids.map((id) => ({ id, familyId, name: `Person ${id}`, kind: 'kin', zone: 'Europe/London' })) })
      await tx.relation.createMany({
        data: ids.map((personId) => ({ familyId, personId, childId: child, kind: 'other', throughId: gran, responsibility: false })),
      })
      await tx.parentSlot.createMany({
        data: ids.map((personId) => ({ familyId, childId: child, personId, label: personId, state: 'reachable', reason: '' })),
      })
      await tx.availabilityRule.createMany({
        data: ids.map((personId) => ({
          familyId,
          personId,
          kind: 'ordinaryWeek',
          weekdays: [1],
          startWall: '09:00',
          endWall: '17:00',
          zone: 'Europe/London',
          how: ['inRoom'],
          enteredById: workers.helen.id,
          saidAt: at,
        })),
      })
      await tx.earlierValue.createMany({
        data: ids.map((subjectId) => ({
          familyId,
          subjectId,
          field: 'personName',
          value: 'x',
          correctedBy: workers.priya.id,
          correctedAt: at,
        })),
      })
      await tx.contactPoint.createMany({ data: ids.map((personId) => sealedPoint(familyId, personId)) })
      for (const meeting of [meetingId, reviewId]) {
        const parts = ids.map((personId) => ({
          id: randomUUID(),
          familyId,
          meetingId: meeting,
          personId,
          need: 'welcome',
          state: 'notAsked',
        }))
        await tx.participant.createMany({ data: parts })
        const talk = {
          wantsToTakePart: '',
          whoShouldBeThere: '',
          isItSafe: '',
          whoMayKnow: '',
          howToReach: '',
          whatWouldHelp: '',
          typedById: workers.helen.id,
          talkedAt: at,
        }
        await tx.travelTime.createMany({
          data: parts.map(({ id }) => ({ participantId: id, placeId, familyId, meetingId: meeting, minutes: 30 })),
        })
        await tx.preparation.createMany({ data: parts.map(({ id }) => ({ ...talk, participantId: id, familyId, meetingId: meeting })) })
        await tx.whyEntry.createMany({
          data: ids.map((personId) => ({ familyId, meetingId: meeting, kind: 'familyQuestion', text: 'Why?', byPersonId: personId, at })),
        })
        const lines = ids.map((text) => ({ id: randomUUID(), familyId, meetingId: meeting, text, childIds: [] }))
        await tx.bottomLine.createMany({ data: lines.map((line) => ({ ...line, setById: workers.priya.id, setAt: at })) })
        const corrected = { familyId, field: 'bottomLineText', value: 'x', correctedBy: workers.helen.id, correctedAt: at }
        await tx.earlierValue.createMany({ data: lines.map(({ id }) => ({ ...corrected, subjectId: id })) })
        await tx.agreement.createMany({
          data: parts.map(({ id }) => ({ familyId, planId, participantId: id, answer: 'yes', givenTo: 'ownScreen', at })),
        })
      }
      await tx.councilAnswer.createMany({
        data: ids.map(() => ({ familyId, planId, stepId, answer: 'yes', answeredById: workers.priya.id, at })),
      })
      const actions = Array.from({ length: promises }, (_, place) => ({
        id: randomUUID(),
        familyId,
        planId,
        meetingId,
        text: 'x',
        dueOn: '2026-03-01',
        state: 'needsHand',
        changedAt: at,
        ...(place % 2 === 0 ? { ownerPersonId: gran } : { ownerWorkerId: workers.marcus.id }),
      }))
      await tx.action.createMany({ data: actions })
      await tx.actionUpdate.createMany({
        data: actions.map(({ id }, place) => ({
          familyId,
          actionId: id,
          state: 'needsHand',
          words: 'x',
          at,
          ...(place % 2 === 0 ? { byPersonId: gran } : { byWorkerId: workers.marcus.id }),
        })),
      })
    })
  }

  const sealedPoint = (familyId: string, personId: string) => {
    const id = randomUUID()
    return {
      id,
      familyId,
      personId,
      kind: 'phone',
      safeToUse: true,
      createdAt: server.clock.now(),
      sealed: key.seal('01632 960100', `contact/${id}`),
    }
  }

  /** Statements that reach the driver, begin and commit among them, while one document is answered. */
  async function cost(
    visitor: Visitor | undefined,
    document: string,
    variables: Record<string, unknown> = {},
  ): Promise<{ statements: number; characters: number }> {
    const sent = vi.spyOn(pg.Client.prototype, 'query')
    const data = (await visitor?.send(document, variables)) ?? expect.fail('Nobody has come yet')
    const statements = sent.mock.calls.length
    sent.mockRestore()
    expect(Object.values(data)).not.toContain(null)
    return { statements, characters: JSON.stringify(data).length }
  }

  const pages = async () => ({
    family: await cost(helen, documents.family, { id: main.familyId }),
    meeting: await cost(helen, documents.meeting, { id: reviewId }),
    times: await cost(helen, documents.times, { id: reviewId, ask: { ...timesAsk([placeId]), until: '2026-03-16' } }),
    plan: await cost(helen, documents.plan, { id: main.planId }),
    stuck: await cost(ruth, documents.stuck),
    families: await cost(helen, documents.families),
    week: await cost(helen, documents.week, { from: '2026-04-06' }),
  })

  it('is the same with 2 families, 5 people and 2 promises as with 12 families, 22 people and 30 promises', async () => {
    const small = await pages()
    for (let more = 0; more < 10; more++) await familyInWeek(10 + more)
    await grow(17, 28)
    const large = await pages()
    for (const page of ['family', 'meeting', 'times', 'plan', 'stuck', 'families', 'week'] as const) {
      // The control: the larger page says more, and to say anything takes a statement.
      expect(large[page].characters, page).toBeGreaterThan(small[page].characters * 1.5)
      expect(small[page].statements, page).toBeGreaterThan(4)
    }
    const statementsOf = (of: typeof small) => Object.fromEntries(Object.entries(of).map(([page, { statements }]) => [page, statements]))
    expect(statementsOf(large)).toEqual(statementsOf(small))
  }, 120_000)

  it('counts every statement: three questions cost more than one', async () => {
    const one = await cost(helen, 'query ($id: ID!) { family(id: $id) { id } }', { id: main.familyId })
    const three = await cost(helen, 'query ($id: ID!) { family(id: $id) { id parents { id } allocations { id } people { id } } }', {
      id: main.familyId,
    })
    expect(three.statements).toBe(one.statements + 3)
  })
})

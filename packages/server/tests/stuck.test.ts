import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { endMeeting, familyWithPlan, type FamilyWithPlan } from './family-with-plan'
import { familyBeingPrepared, type BeingPrepared } from './meeting-family'
import { documents, done } from './private-time'

interface Item {
  kind: string
  familyId: string
  familyName: string
  meetingId: string | null
  actionId: string | null
  subject: string
  since: string
  dueOn: string | null
  onlyYou: boolean
}

const makeAction = `mutation ($input: MakeActionInput!) { makeAction(input: $input) { __typename ... on Refused { code field } ...
    on MakeActionDone { plan { actions { id version text } } } } }`
const reportAction = 'mutation ($input: ReportActionInput!) { reportAction(input: $input) { __typename ... on Refused { code field } } }'
const stuck = '{ stuck { worker { name } items { kind familyId familyName meetingId actionId subject since dueOn onlyYou } } }'

describe.each(enginesToTest())("the supervisor's page, on the %s database", (engine) => {
  let server: TestServer
  let review: FamilyWithPlan
  let preparing: BeingPrepared

  beforeAll(async () => {
    server = await testServer(engine)
    const [helen, priya] = [await server.as(workers.helen.id), await server.as(workers.priya.id)]
    preparing = await familyBeingPrepared(server)
    const { familyId, meetingId, people, teller } = preparing
    for (const [label, state] of [
      ['Her other parent', 'notKnown'],
      ['Not safe to look for', 'notSafe'],
    ]) {
      await teller.does(
        workers.priya.id,
        'setParent',
        { familyId, childId: people.mia, label, state, reason: 'Nobody has said' },
        'family { id }',
      )
    }
    await teller.does(workers.priya.id, 'addBottomLine', { meetingId, text: 'Mia sleeps safely', childIds: [] }, 'meeting { id }')
    await teller.does(
      workers.helen.id,
      'markApart',
      { oneId: people.gran, otherId: people.dad, levels: ['room', 'knowing'] },
      'family { id }',
    )

    review = await familyWithPlan(server)
    const { planId, gran, dad, stepId } = review
    const make = async (promise: { text: string; dueOn: string; ownerPersonId?: string; ownerWorkerId?: string }) => {
      const { plan } = await done<{ plan: { actions: { id: string; version: number; text: string }[] } }>(helen, makeAction, {
        input: { planId, ...promise },
      })
      return plan.actions.find((action) => action.text === promise.text) ?? expect.fail(promise.text)
    }
    const needsHand = async (visitor: Visitor, { id, version }: { id: string; version: number }) =>
      done(visitor, reportAction, { input: { actionId: id, version, state: 'needsHand', words: '' } })
    await needsHand(await server.as(gran), await make({ text: 'Collect Mia', dueOn: '2026-04-01', ownerPersonId: gran }))
    await needsHand(priya, await make({ text: 'Find a bed', dueOn: '2026-04-01', ownerWorkerId: workers.priya.id }))
    await make({ text: 'Ring on Sundays', dueOn: '2026-03-12', ownerPersonId: dad })
    await make({ text: 'Pay the bus', dueOn: '2026-03-13', ownerWorkerId: workers.priya.id })
    await make({ text: 'Not yet', dueOn: '2026-03-14', ownerPersonId: dad })
    await done(priya, documents.council, {
      input: { planId, stepId, answer: 'decidedBy', reason: '', wouldMakeYes: '', decider: 'The panel', decideBy: '2026-03-20' },
    })
    await endMeeting(server, review)
    server.clock.set(new Date('2026-03-14T10:00:00Z'))
  })
  afterAll(() => server.drop())

  const seenBy = async (id: string) =>
    ((await (await server.as(id)).send(stuck))['stuck'] as { worker: { name: string }; items: Item[] }[] | null)?.map(
      ({ worker, items }) => ({ name: worker.name, items }),
    )
  const kindsOf = ({ familyId }: { familyId: string }, seen: Awaited<ReturnType<typeof seenBy>>) =>
    Object.fromEntries(
      (seen ?? [])
        .map(({ name, items }) => [
          name,
          items
            .filter((item) => item.familyId === familyId)
            .map((item) => `${item.kind}: ${item.subject}`)
            .toSorted(),
        ])
        .filter(([, found]) => found?.length),
    )

  it('shows who holds what: a family being prepared', async () => {
    expect(kindsOf(preparing, await seenBy(workers.ruth.id))).toEqual({
      [workers.ruth.name]: ['bottomLineToAgree: Mia sleeps safely', 'safetyDecision: Mia Carter'],
      [workers.helen.name]: ['meetingWithoutDate: Mia Carter', 'parentNotAsked: Parent', 'parentNotAsked: Parent'],
      [workers.priya.name]: ['parentNotFound: Her other parent'],
    })
  })

  it("shows who holds what: a family after its meeting, the council's promises apart from the family's", async () => {
    expect(kindsOf(review, await seenBy(workers.ruth.id))).toEqual({
      [workers.ruth.name]: ['councilDecision: The panel'],
      [workers.helen.name]: ['familyActionLate: Ring on Sundays', 'familyActionNeedsHand: Collect Mia', 'reviewDue: Mia Carter'],
      [workers.priya.name]: ['councilActionLate: Pay the bus', 'councilActionNeedsHand: Find a bed', 'planWaitingForCouncil: Mia Carter'],
    })
  })

  it('puts first the decisions that only she can make', async () => {
    const [first] = (await seenBy(workers.ruth.id)) ?? []
    expect(first?.name).toBe(workers.ruth.name)
    expect(first?.items.every((item) => item.onlyYou)).toBe(true)
    expect(first?.items.find((item) => item.kind === 'councilDecision')).toMatchObject({
      since: '2026-03-10',
      dueOn: '2026-03-20',
      familyId: review.familyId,
      meetingId: review.meetingId,
    })
  })

  it('says that a safety decision is needed, and not of whom', async () => {
    const items = ((await seenBy(workers.ruth.id)) ?? []).flatMap((worker) => worker.items).filter((item) => item.kind === 'safetyDecision')
    expect(items).toMatchObject([{ subject: 'Mia Carter', actionId: null }])
  })

  it('is the present: a parent who was asked and a plan that was answered are gone', async () => {
    const { participantOf, teller } = preparing
    const words = { wantsToTakePart: 'Yes', whoShouldBeThere: '', isItSafe: '', whoMayKnow: '', howToReach: '', whatWouldHelp: '' }
    await teller.does(workers.helen.id, 'prepare', { participantId: participantOf('dad'), version: 1, ...words }, 'meeting { id }')
    await done(await server.as(workers.priya.id), documents.council, {
      input: { planId: review.planId, answer: 'yes', reason: '', wouldMakeYes: '', decider: '', decideBy: '' },
    })
    const seen = await seenBy(workers.ruth.id)
    expect(kindsOf(preparing, seen)[workers.helen.name]).toEqual(['meetingWithoutDate: Mia Carter', 'parentNotAsked: Parent'])
    expect(kindsOf(review, seen)[workers.priya.name]).toEqual(['councilActionLate: Pay the bus', 'councilActionNeedsHand: Find a bed'])
  })

  it('shows each supervisor their own team, and everybody else nothing', async () => {
    expect(await seenBy(workers.tessa.id)).toEqual([])
    for (const id of [workers.priya.id, workers.helen.id, workers.owen.id, review.gran]) expect(await seenBy(id)).toBeUndefined()
    expect(await server.nobody.send(stuck)).toEqual({ stuck: null })
    expect((await seenBy(workers.ruth.id))?.length).toBeGreaterThan(0)
  })
})

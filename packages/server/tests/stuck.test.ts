import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { familyWithPlan, setStage, type FamilyWithPlan } from './family-with-plan'

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

const stuck = '{ stuck { worker { name } items { kind familyId familyName meetingId actionId subject since dueOn onlyYou } } }'

describe.each(enginesToTest())('the supervisor\'s page, on the %s database', (engine) => {
  let server: TestServer
  let review: FamilyWithPlan
  let preparing: FamilyWithPlan

  beforeAll(async () => {
    server = await testServer(engine)
    review = await familyWithPlan(server, 'ended', 'The Carter family')
    preparing = await familyWithPlan(server, 'preparing', 'The Doyle family')
    const at = server.clock.now()
    await server.database.transaction({ worker: workers.priya.id }, async (tx) => {
      const { familyId, child, dad, meetingId } = preparing
      const parent = { familyId, childId: child, reason: '' }
      await tx.parentSlot.createMany({ data: [
        { ...parent, personId: dad, label: 'Dad', state: 'reachable' },
        { ...parent, label: 'Her other parent', state: 'notKnown' },
        { ...parent, label: 'Somebody not safe to look for', state: 'notSafe' },
      ] })
      await tx.participant.updateMany({ where: { meetingId, personId: dad }, data: { state: 'notAsked', how: null } })
      await tx.bottomLine.createMany({ data: [{ familyId, meetingId, text: 'Mia sleeps safely', childIds: [], setById: workers.priya.id, setAt: at }] })
      const promise = { familyId: review.familyId, planId: review.planId, meetingId: review.meetingId, changedAt: at }
      await tx.action.createMany({ data: [
        { ...promise, ownerPersonId: review.gran, text: 'Collect Mia', dueOn: '2026-04-01', state: 'needsHand' },
        { ...promise, ownerPersonId: review.dad, text: 'Ring on Sundays', dueOn: '2026-03-09', state: 'promised' },
        { ...promise, ownerWorkerId: workers.marcus.id, text: 'Pay the bus', dueOn: '2026-03-08', state: 'doing' },
        { ...promise, ownerWorkerId: workers.marcus.id, text: 'Find a bed', dueOn: '2026-04-01', state: 'needsHand' },
        { ...promise, ownerPersonId: review.dad, text: 'Done already', dueOn: '2026-03-01', state: 'done' },
      ] })
      await tx.councilAnswer.createMany({ data: [{ familyId: review.familyId, planId: review.planId, stepId: review.stepId, answer: 'decidedBy', decider: 'The panel', decideBy: '2026-03-12', answeredById: workers.priya.id, at }] })
    })
    const helen = await server.as(workers.helen.id)
    await helen.send('mutation ($input: MarkApartInput!) { markApart(input: $input) { __typename } }', { input: { oneId: preparing.gran, otherId: preparing.dad, levels: ['room', 'knowing'] } })
  })
  afterAll(() => server.drop())

  const seenBy = async (id: string) => ((await (await server.as(id)).send(stuck))['stuck'] as { worker: { name: string }; items: Item[] }[] | null)?.map(({ worker, items }) => ({ name: worker.name, items }))
  const kindsOf = (family: string, seen: Awaited<ReturnType<typeof seenBy>>) =>
    Object.fromEntries((seen ?? []).map(({ name, items }) => [name, items.filter((item) => item.familyName === family).map((item) => `${item.kind}: ${item.subject}`).toSorted()]).filter(([, found]) => found?.length))

  it('shows who holds what: a family being prepared', async () => {
    expect(kindsOf('The Doyle family', await seenBy(workers.ruth.id))).toEqual({
      [workers.ruth.name]: ['bottomLineToAgree: Mia sleeps safely', 'safetyDecision: Mia'],
      [workers.helen.name]: ['meetingWithoutDate: Mia', 'parentNotAsked: Dad'],
      [workers.priya.name]: ['parentNotFound: Her other parent', 'planWaitingForCouncil: Mia'],
    })
  })

  it('shows who holds what: a family after its meeting, the council\'s promises apart from the family\'s', async () => {
    expect(kindsOf('The Carter family', await seenBy(workers.ruth.id))).toEqual({
      [workers.ruth.name]: ['councilDecision: The panel'],
      [workers.helen.name]: ['familyPromiseLate: Ring on Sundays', 'familyPromiseNeedsHand: Collect Mia', 'reviewDue: Mia'],
      [workers.priya.name]: ['planWaitingForCouncil: Mia'],
      [workers.marcus.name]: ['councilPromiseLate: Pay the bus', 'councilPromiseNeedsHand: Find a bed'],
    })
  })

  it('puts first the decisions that only she can make', async () => {
    const [first] = (await seenBy(workers.ruth.id)) ?? []
    expect(first?.name).toBe(workers.ruth.name)
    expect(first?.items.every((item) => item.onlyYou)).toBe(true)
    expect(first?.items.find((item) => item.kind === 'councilDecision')).toMatchObject({ since: '2026-03-10', dueOn: '2026-03-12', familyId: review.familyId, meetingId: review.meetingId })
  })

  it('says that a safety decision is needed, and not of whom', async () => {
    const items = ((await seenBy(workers.ruth.id)) ?? []).flatMap((worker) => worker.items).filter((item) => item.kind === 'safetyDecision')
    expect(items).toMatchObject([{ subject: 'Mia', actionId: null }])
  })

  it('is the present: what was done is gone', async () => {
    await setStage(server, preparing, 'booked')
    const found = kindsOf('The Doyle family', await seenBy(workers.ruth.id))
    expect(found[workers.helen.name]).toEqual(['parentNotAsked: Dad'])
    await setStage(server, preparing, 'preparing')
  })

  it('shows each supervisor their own team, and everybody else nothing', async () => {
    expect(await seenBy(workers.tessa.id)).toEqual([])
    for (const id of [workers.priya.id, workers.helen.id, workers.owen.id, review.gran]) expect(await seenBy(id)).toBeUndefined()
    expect(await server.nobody.send(stuck)).toEqual({ stuck: null })
    expect((await seenBy(workers.ruth.id))?.length).toBeGreaterThan(0)
  })
})

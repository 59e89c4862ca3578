import { openDoor } from '@kinplan/server/graphql/operate'
import { openSealingKey } from '@kinplan/server/platform/sealing-key'
import { workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import { sameBeginning } from '@kinplan/testkit/same-beginning'
import { ordinaryWeek, saysWhen } from '@kinplan/testkit/story-family'
import { StoryTeller } from '@kinplan/testkit/story-teller'
import { storyMorning, testServer, type TestServer, type Visitor } from '@kinplan/testkit/test-server'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { endMeeting, familyWithPlan, type FamilyWithPlan } from './family-with-plan'
import { moveStage } from './private-time'

interface Made {
  id: string
  version: number
  owner: string
  binding: boolean
  late: boolean
  state: string
  ofCouncil: boolean
  text: string
  updates: { words: string; by: string; state: string }[]
}

const refusedOr = '__typename ... on Refused { code field }'
const actions = 'actions { id version owner binding late state ofCouncil text updates { words by state } }'
const makeAction = `mutation ($input: MakeActionInput!) { makeAction(input: $input) { ${refusedOr} ... on MakeActionDone { plan
  { ${actions} } } } }`
const planQuery = `query ($id: ID!) { plan(id: $id) { ${actions} } }`
const acceptAction = `mutation ($id: ID!, $version: Int!) { acceptAction(actionId: $id, version: $version) { ${refusedOr} ...
  on AcceptActionDone { action { id binding ownerName } } } }`
const reportAction = `mutation ($input: ReportActionInput!) { reportAction(input: $input) { ${refusedOr} ... on ReportActionDone
  { accepted } } }`
const sendActions = `mutation ($planId: ID!) { sendActions(planId: $planId) { ${refusedOr} ... on SendActionsDone { sent } } }`
const actionByLink = 'query ($token: String!) { actionByLink(token: $token) { id text state version ownerName coordinator { name } } }'
const reportByLink = `mutation ($input: ReportByLinkInput!) { reportActionByLink(input: $input) { ${refusedOr} ...
  on ReportActionByLinkDone { action { state version } } } }`
const bookReview = `mutation ($input: BookReviewInput!) { bookReview(input: $input) { ${refusedOr} ... on BookReviewDone {
  meeting { id kind stage startWall reviewsPlanId } } } }`

describe.each(enginesToTest())('promises, on the %s database', (engine) => {
  const beginning = sameBeginning(familyWithPlan)
  let server: TestServer
  let rows: FamilyWithPlan
  let [helen, priya, gran, dad]: Visitor[] = []

  const here = (visitor: Visitor | undefined): Visitor => {
    if (visitor === undefined) throw new Error('Nobody has come yet')
    return visitor
  }

  beforeAll(async () => {
    server = await testServer(engine)
  })
  beforeEach(async () => {
    server.clock.set(storyMorning)
    rows = await beginning(server)
    helen = await server.as(workers.helen.id)
    priya = await server.as(workers.priya.id)
    gran = await server.as(rows.gran)
    dad = await server.as(rows.dad)
  })
  afterAll(() => server.drop())

  const wanted = (changes: Record<string, unknown> = {}) => ({
    planId: rows.planId,
    stepId: rows.stepId,
    text: 'Collect Mia on Fridays',
    ownerPersonId: rows.gran,
    dueOn: '2026-03-20',
    ...changes,
  })
  const make = async (visitor: Visitor | undefined, changes: Record<string, unknown> = {}) =>
    (await here(visitor).send(makeAction, { input: wanted(changes) }))['makeAction']
  const made = async (changes: Record<string, unknown> = {}): Promise<Made> => {
    const done = (await make(helen, changes)) as { plan?: { actions: Made[] } }
    const found = done.plan?.actions.find((action) => action.text === wanted(changes)['text'])
    if (found === undefined) throw new Error(JSON.stringify(done))
    return found
  }
  const seenBy = async (visitor: Visitor | undefined) =>
    ((await here(visitor).send(planQuery, { id: rows.planId }))['plan'] as { actions: Made[] }).actions
  const mayAccept = async (visitor: Visitor | undefined) => {
    const { plan } = await here(visitor).send('query ($id: ID!) { plan(id: $id) { actions { viewerCan } } }', { id: rows.planId })
    return (plan as { actions: { viewerCan: string[] }[] }).actions.map(({ viewerCan }) => viewerCan.includes('action_accept'))
  }
  const accept = async (visitor: Visitor | undefined, { id, version }: { id: string; version: number }) =>
    (await here(visitor).send(acceptAction, { id, version }))['acceptAction']
  const report = async (visitor: Visitor | undefined, input: Record<string, unknown>) =>
    (await here(visitor).send(reportAction, { input: { words: '', state: 'doing', ...input } }))['reportAction']
  const send = async (visitor: Visitor | undefined, once?: string) =>
    (await here(visitor).send(sendActions, { planId: rows.planId }, once))['sendActions']

  describe('making one', () => {
    it('is for the coordinator; it binds nobody yet', async () => {
      expect(await make(helen)).toMatchObject({
        plan: { actions: [{ owner: 'Gran', binding: false, late: false, state: 'promised', ofCouncil: false, updates: [] }] },
      })
      expect(server.told).toContain(rows.meetingId)
    })

    it('is refused to the social worker, to Gran, to a stranger and to nobody', async () => {
      for (const visitor of [priya, gran, await server.as(workers.owen.id), server.nobody]) {
        expect(await make(visitor)).toEqual({ __typename: 'Refused', code: 'notYours', field: null })
      }
      expect(await make(helen)).toHaveProperty('plan')
    })

    it('waits until the family has a plan to agree', async () => {
      await moveStage(here(helen), rows.meetingId, 'privateTime')
      expect(await make(helen)).toMatchObject({ code: 'notNow' })
    })

    it('needs one owner who takes part or works here, words, a step of this plan, and a day that can be', async () => {
      const other = await familyWithPlan(server)
      const bad: [Record<string, unknown>, string, string][] = [
        [{ ownerPersonId: null }, 'choiceUnknown', 'ownerPersonId'],
        [{ ownerWorkerId: workers.priya.id }, 'choiceUnknown', 'ownerPersonId'],
        [{ ownerPersonId: rows.jo }, 'choiceUnknown', 'ownerPersonId'],
        [{ ownerPersonId: other.gran }, 'choiceUnknown', 'ownerPersonId'],
        [{ ownerPersonId: null, ownerWorkerId: workers.owen.id }, 'choiceUnknown', 'ownerPersonId'],
        [{ stepId: other.stepId }, 'choiceUnknown', 'stepId'],
        [{ text: '  ' }, 'wordsMissing', 'text'],
        [{ text: 'a\0' }, 'wordsBroken', 'text'],
        [{ dueOn: '2026-03-11' }, 'dateGone', 'dueOn'],
        [{ dueOn: '31/02/2027' }, 'dateImpossible', 'dueOn'],
      ]
      for (const [changes, code, field] of bad)
        expect(await make(helen, changes), JSON.stringify(changes)).toEqual({ __typename: 'Refused', code, field })
      expect(await seenBy(helen)).toEqual([])
    })

    it('is of those whom the plan names as possible owners, and of nobody else', async () => {
      const owners = 'query ($id: ID!) { plan(id: $id) { possibleOwners { id name title ofCouncil } } }'
      const ownersFor = async (visitor: Visitor | undefined) =>
        ((await here(visitor).send(owners, { id: rows.planId }))['plan'] as { possibleOwners: { id: string }[] | null } | null)
          ?.possibleOwners
      // Dad's access ends; Marcus was allocated once and takes part still.
      await here(helen).send('mutation ($id: ID!) { endAccess(personId: $id) { __typename } }', { id: rows.dad })
      await server.database.transaction({ worker: workers.ruth.id }, async (tx) => {
        const at = { from: new Date('2026-01-05T09:00:00Z'), until: new Date('2026-02-05T09:00:00Z') }
        await tx.allocation.createMany({ data: [{ familyId: rows.familyId, workerId: workers.marcus.id, role: 'socialWorker', ...at }] })
        const part = { familyId: rows.familyId, meetingId: rows.meetingId, need: 'welcome', state: 'coming' }
        await tx.participant.createMany({ data: [{ ...part, workerId: workers.marcus.id }] })
      })

      const offered = await ownersFor(helen)
      expect(offered).toEqual([
        { id: expect.any(String), name: 'Gran', title: null, ofCouncil: false },
        { id: expect.any(String), name: 'Mum', title: null, ofCouncil: false },
        ...[workers.helen, workers.priya, workers.ruth].map(({ id, name, title }) => ({ id, name, title, ofCouncil: true })),
      ])
      const { family } = await here(helen).send('query ($id: ID!) { family(id: $id) { people { id } } }', { id: rows.familyId })
      const everybody = [
        ...(family as { people: { id: string }[] }).people.map(({ id }) => ({ ownerPersonId: id, ownerWorkerId: null })),
        ...Object.values(workers).map(({ id }) => ({ ownerPersonId: null, ownerWorkerId: id })),
      ]
      for (const owner of everybody) {
        const id = owner.ownerPersonId ?? owner.ownerWorkerId
        const answer = offered?.some((one) => one.id === id) ? { plan: {} } : { code: 'choiceUnknown', field: 'ownerPersonId' }
        expect(await make(helen, owner), id).toMatchObject(answer)
      }
      expect(await ownersFor(priya)).toBeNull()
      expect(await ownersFor(await server.as(workers.ruth.id))).toBeNull()
      expect(await ownersFor(gran)).toBeUndefined()
    })
  })

  describe('saying yes to one', () => {
    it('is for its owner alone, once, at the version they saw', async () => {
      const promise = await made()
      for (const visitor of [dad, priya]) expect(await accept(visitor, promise)).toMatchObject({ code: 'notYours' })
      expect(await accept(gran, { ...promise, version: promise.version + 1 })).toMatchObject({ code: 'changedMeanwhile' })
      expect(await accept(gran, promise)).toMatchObject({ action: { id: promise.id, binding: true, ownerName: 'Gran' } })
      expect(await accept(gran, promise)).toMatchObject({ code: 'alreadyDone' })
      expect(await seenBy(priya)).toMatchObject([{ binding: true }])
    })

    it('may be said to the coordinator, who writes it down as hers', async () => {
      const promise = await made()
      expect(await mayAccept(helen)).toEqual([true])
      expect(await mayAccept(priya)).toEqual([false])
      expect(await accept(helen, promise)).toEqual({ __typename: 'AcceptActionDone', action: null })
      const { plan } = await here(priya).send('query ($id: ID!) { plan(id: $id) { actions { id binding writtenDownBy } } }', {
        id: rows.planId,
      })
      expect((plan as { actions: { id: string }[] }).actions.find(({ id }) => id === promise.id)).toEqual({
        id: promise.id,
        binding: true,
        writtenDownBy: workers.helen.name,
      })
    })

    it('is told to its owner when somebody else writes it down', async () => {
      const promise = await made()
      const socket = here(gran).listen('subscription ($id: ID!) { changed(meetingId: $id) }', { id: rows.meetingId })
      let told = 0
      void (async () => {
        for (let next = await socket.events.next(); !next.done; next = await socket.events.next()) told++
      })()
      await new Promise((resolve) => setTimeout(resolve, 500))
      await accept(helen, promise)
      await vi.waitFor(() => expect(told).toBe(1), 5000)
      socket.close()
    })

    it('is for the named worker, where the council promises', async () => {
      const promise = await made({ ownerPersonId: null, ownerWorkerId: workers.priya.id, text: 'Pay the bus' })
      expect(promise).toMatchObject({ owner: workers.priya.name, ofCouncil: true, binding: false })
      expect(await mayAccept(helen)).toEqual([false])
      expect(await mayAccept(priya)).toEqual([true])
      expect(await accept(helen, promise)).toMatchObject({ code: 'notYours' })
      expect(await accept(priya, promise)).toEqual({ __typename: 'AcceptActionDone', action: null })
      expect(await seenBy(helen)).toMatchObject([{ binding: true }])
    })
  })

  describe('reporting on one', () => {
    it("keeps the owner's words exactly, and whose they are", async () => {
      const { id, version } = await made()
      const words = 'Twice 🙂 \u200Fنعم\u200E\r\n  but the bus…'
      expect(await report(gran, { actionId: id, version, state: 'needsHand', words })).toEqual({
        __typename: 'ReportActionDone',
        accepted: true,
      })
      expect(await seenBy(helen)).toMatchObject([
        { state: 'needsHand', version: version + 1, updates: [{ words, by: 'Gran', state: 'needsHand' }] },
      ])
      expect(server.told).toContain(rows.meetingId)
    })

    it('is for the coordinator too, marked as hers', async () => {
      const { id, version } = await made()
      await report(helen, { actionId: id, version, state: 'done', words: 'She told me on the phone' })
      expect(await seenBy(helen)).toMatchObject([{ state: 'done', updates: [{ by: workers.helen.name }] }])
    })

    it('is refused to Dad, to the social worker and to a stranger, and with a stale version or broken words', async () => {
      const { id, version } = await made()
      for (const visitor of [dad, priya, await server.as(workers.tessa.id), server.nobody])
        expect(await report(visitor, { actionId: id, version })).toMatchObject({ code: 'notYours' })
      expect(await report(gran, { actionId: id, version: version - 1 })).toMatchObject({ code: 'changedMeanwhile' })
      expect(await report(gran, { actionId: id, version, words: 'x'.repeat(5001) })).toMatchObject({ code: 'wordsTooLong', field: 'words' })
      expect(await report(gran, { actionId: id, version, words: '\uD800' })).toMatchObject({ code: 'wordsBroken', field: 'words' })
      expect(await seenBy(helen)).toMatchObject([{ state: 'promised', updates: [] }])
    })

    it('is done once when the same is sent twice', async () => {
      const { id, version } = await made()
      const input = { actionId: id, version, state: 'doing', words: 'once' }
      for (const _ of [1, 2])
        expect((await here(gran).send(reportAction, { input }, 'the-same-key'))['reportAction']).toMatchObject({ accepted: true })
      expect((await seenBy(helen))[0]?.updates).toHaveLength(1)
      const other = await here(gran).send(reportAction, { input: { ...input, words: 'twice' } }, 'the-same-key')
      expect(other).toMatchObject({ reportAction: { code: 'sameKeyOtherInput' } })
    })
  })

  it("is late to workers when its day has passed in the meeting's zone", async () => {
    await made({ dueOn: '2026-03-30' })
    server.clock.set(new Date('2026-03-30T22:30:00Z'))
    expect(await seenBy(await server.as(workers.helen.id))).toMatchObject([{ late: false }])
    server.clock.set(new Date('2026-03-30T23:30:00Z'))
    expect(await seenBy(await server.as(workers.helen.id))).toMatchObject([{ late: true }])
  })

  it('shows each person their own promises, and a worker none', async () => {
    await made()
    await made({ ownerPersonId: rows.dad, text: 'Ring on Sundays' })
    const mine = async (visitor: Visitor | undefined) =>
      (await here(visitor).send('{ myActions { text ownerName binding coordinator { name phone } } }'))['myActions']
    const coordinator = { name: workers.helen.name, phone: workers.helen.phone }
    expect(await mine(gran)).toEqual([{ text: 'Collect Mia on Fridays', ownerName: 'Gran', binding: false, coordinator }])
    expect(await mine(dad)).toMatchObject([{ text: 'Ring on Sundays' }])
    expect(await mine(helen)).toBeNull()
    expect(await mine(server.nobody)).toBeNull()
  })

  it("shows in the plan everybody's promises, but not of somebody of whom one may not know", async () => {
    await made()
    await made({ ownerPersonId: rows.dad, text: 'Ring on Sundays' })
    await made({ ownerPersonId: null, ownerWorkerId: workers.priya.id, text: 'Pay the bus' })
    const owners = async (visitor: Visitor | undefined) =>
      (
        (await here(visitor).send('query ($id: ID!) { myPlan(id: $id) { actions { owner ofCouncil } } }', { id: rows.planId }))[
          'myPlan'
        ] as { actions: { owner: string }[] }
      ).actions
        .map(({ owner }) => owner)
        .toSorted()
    expect(await owners(dad)).toEqual(['Dad', 'Gran', workers.priya.name])
    await here(helen).send('mutation ($input: MarkApartInput!) { markApart(input: $input) { __typename } }', {
      input: { oneId: rows.gran, otherId: rows.dad, levels: ['knowing'] },
    })
    expect(await owners(dad)).toEqual(['Dad', workers.priya.name])
    expect(await owners(gran)).toEqual(['Gran', workers.priya.name])
  })

  describe('a message with them', () => {
    const bodies = async () => {
      const key = await openSealingKey(server.config)
      const found = await server.database.transaction({ worker: workers.helen.id }, (tx) =>
        tx.message.findMany({ where: { familyId: rows.familyId, kind: 'promise' }, orderBy: { createdAt: 'asc' } }),
      )
      return found.map(({ id, personId, sealed }) => ({
        personId,
        ...(JSON.parse(key.open(sealed, `message/${id}`)) as { subject: string; body: string }),
      }))
    }
    const tokens = async () => (await bodies()).map(({ body }) => [...body.matchAll(/\/a\/([\w-]{43})/g)].map(([, token]) => token ?? ''))
    const sent = async (): Promise<string> => {
      await send(helen)
      const token = (await tokens()).at(-1)?.[0]
      if (token === undefined) throw new Error('Nothing was sent')
      return token
    }
    const open = async (token: string, visitor: Visitor = server.nobody) => (await visitor.send(actionByLink, { token }))['actionByLink']
    const tell = async (token: string, input: Record<string, unknown> = {}) =>
      (await server.nobody.send(reportByLink, { input: { token, state: 'done', words: '', ...input } }))['reportActionByLink']

    it('goes once the meeting has ended, one to each owner who can be reached safely', async () => {
      await made()
      await made({ text: 'Keep a bed ready' })
      await made({ ownerPersonId: rows.dad, text: 'Ring on Sundays' })
      await made({ ownerPersonId: null, ownerWorkerId: workers.priya.id, text: 'Pay the bus' })
      expect(await send(helen)).toMatchObject({ code: 'notNow' })
      await endMeeting(server, rows)
      for (const visitor of [priya, gran]) expect(await send(visitor)).toMatchObject({ code: 'notYours' })
      for (const _ of [1, 2]) expect(await send(helen, 'one-key')).toEqual({ __typename: 'SendActionsDone', sent: 1 })
      const [message, ...more] = await bodies()
      expect(more).toEqual([])
      expect(message).toMatchObject({ personId: rows.gran })
      expect(message?.body).toContain('Collect Mia on Fridays\nBy Friday')
      expect(message?.body).toContain('Keep a bed ready')
      expect(message?.body).not.toMatch(/Ring on Sundays|Pay the bus|Dad/)
      expect(new Set((await tokens())[0]).size).toBe(2)
    })

    it('opens one promise without a session, and takes a report on it', async () => {
      const { id, version } = await made()
      await endMeeting(server, rows)
      const token = await sent()
      expect(await open(token)).toEqual({
        id,
        text: 'Collect Mia on Fridays',
        state: 'promised',
        version,
        ownerName: 'Gran',
        coordinator: { name: workers.helen.name },
      })
      expect(await tell(token, { state: 'needsHand', words: 'The bus' })).toMatchObject({
        action: { state: 'needsHand', version: version + 1 },
      })
      server.clock.set(new Date(storyMorning.getTime() + 60_000))
      expect(await tell(token)).toMatchObject({ action: { state: 'done' } })
      expect(await seenBy(helen)).toMatchObject([{ state: 'done', updates: [{ by: 'Gran' }, { by: 'Gran', words: 'The bus' }] }])
    })

    it("does so on a phone where somebody else is signed in, in the owner's name", async () => {
      await made()
      await endMeeting(server, rows)
      const token = await sent()
      expect(await open(token, await server.as(workers.owen.id))).toMatchObject({ ownerName: 'Gran' })
      await here(dad).send(reportByLink, { input: { token, state: 'doing', words: '' } })
      expect(await seenBy(helen)).toMatchObject([{ updates: [{ by: 'Gran' }] }])
    })

    it('can do nothing else: not as a session, and not beside another question', async () => {
      await made()
      await endMeeting(server, rows)
      const token = await sent()
      expect(await server.holding(token).send('{ me { person { id } } myActions { id } }')).toEqual({
        me: { person: null },
        myActions: null,
      })
      const beside =
        'query ($token: String!, $id: ID!) { actionByLink(token: $token) { id } family(id: $id) { id } myPlan(id: $id) { id } }'
      expect(await server.nobody.send(beside, { token, id: rows.familyId })).toEqual({ actionByLink: null, family: null, myPlan: null })
      expect(await open(token)).not.toBeNull()
    })

    it('is replaced by the next one: the earlier link has ended, and says nothing', async () => {
      await made()
      await endMeeting(server, rows)
      const earlier = await sent()
      server.clock.set(new Date(storyMorning.getTime() + 60_000))
      const later = await sent()
      expect(later).not.toBe(earlier)
      expect(await open(earlier)).toBeNull()
      expect(await tell(earlier)).toEqual({ __typename: 'Refused', code: 'linkEnded', field: 'token' })
      expect(await open(later)).not.toBeNull()
    })

    it("ends after ninety days, at the review, and with the owner's access", async () => {
      await made()
      await endMeeting(server, rows)
      const token = await sent()
      const after = (days: number) => server.clock.set(new Date(storyMorning.getTime() + days * 86_400_000))
      after(89)
      expect(await open(token)).not.toBeNull()
      after(90)
      expect(await open(token)).toBeNull()

      after(0)
      await here(helen).send(bookReview, {
        input: { planId: rows.planId, date: '2026-04-10', start: '16:00', minutes: '60', place: 'The hub' },
      })
      server.clock.set(new Date('2026-04-10T14:59:00Z'))
      expect(await open(token)).not.toBeNull()
      server.clock.set(new Date('2026-04-10T15:00:00Z'))
      expect(await open(token)).toBeNull()

      after(0)
      await here(helen).send('mutation ($id: ID!) { endAccess(personId: $id) { __typename } }', { id: rows.gran })
      expect(await open(token)).toBeNull()
      expect(await tell(token)).toMatchObject({ code: 'linkEnded' })
    })

    it('takes nothing else for a token', async () => {
      for (const token of ['', 'no', 'a'.repeat(43), '\u0000']) {
        expect(await open(token)).toBeNull()
        expect(await tell(token)).toMatchObject({ code: 'linkEnded' })
      }
    })
  })

  describe('the review', () => {
    const day = () => ({ planId: rows.planId, date: '2026-06-09', start: '16:00', minutes: '90', place: 'The hub' })
    const book = async (visitor: Visitor | undefined, changes: Record<string, unknown> = {}) =>
      (await here(visitor).send(bookReview, { input: { ...day(), ...changes } }))['bookReview']

    it("is booked by the coordinator before people leave, with everybody who was part and nobody's answer", async () => {
      const done = await book(helen)
      expect(done).toMatchObject({
        meeting: { kind: 'review', stage: 'booked', startWall: '2026-06-09T16:00', reviewsPlanId: rows.planId },
      })
      const { id } = (done as { meeting: { id: string } }).meeting
      const { meeting } = await here(helen).send(
        `query ($id: ID!) { meeting(id: $id) { start coordinator { name } referrer { name } children { name } reviewsPlan { id }
          participants { name state how arriveAt } } }`,
        { id },
      )
      expect(meeting).toMatchObject({
        start: '2026-06-09T15:00:00.000Z',
        coordinator: { name: workers.helen.name },
        referrer: { name: workers.priya.name },
        children: [{ name: 'Mia Carter' }],
        reviewsPlan: { id: rows.planId },
      })
      const { participants } = meeting as { participants: { name: string; state: string; how: string | null; arriveAt: string | null }[] }
      expect(participants.map(({ name, state, how }) => [name, state, how]).toSorted()).toEqual([
        ['Dad', 'noAnswerYet', null],
        ['Gran', 'noAnswerYet', null],
        [workers.helen.name, 'coming', 'inRoom'],
        ['Mum', 'noAnswerYet', null],
        [workers.priya.name, 'coming', 'inRoom'],
      ])
      expect(participants.every(({ arriveAt }) => arriveAt !== null)).toBe(true)
      expect(server.told).toContain(rows.meetingId)
    })

    it('is refused to the social worker, the supervisor and the family, and a second time', async () => {
      for (const visitor of [priya, gran, await server.as(workers.ruth.id), await server.as(workers.owen.id)])
        expect(await book(visitor)).toMatchObject({ code: 'notYours' })
      expect(await book(helen)).toHaveProperty('meeting')
      expect(await book(helen)).toMatchObject({ code: 'alreadyDone' })
    })

    it('is refused on a day or at a time that cannot be, without a place, and nothing is kept', async () => {
      const bad: [Record<string, unknown>, string, string][] = [
        [{ date: '2026-02-31' }, 'dateImpossible', 'date'],
        [{ date: '2026-03-09' }, 'dateGone', 'date'],
        [{ date: '2026-03-29', start: '01:30' }, 'timeImpossible', 'start'],
        [{ start: '25:00' }, 'timeImpossible', 'start'],
        [{ minutes: '7' }, 'timeImpossible', 'minutes'],
        [{ place: ' ' }, 'wordsMissing', 'place'],
      ]
      for (const [changes, code, field] of bad)
        expect(await book(helen, changes), JSON.stringify(changes)).toEqual({ __typename: 'Refused', code, field })
      expect(await book(helen)).toHaveProperty('meeting')
    })

    it('holds its rooms and plans in those whose days are known, and takes no room that is unfit', async () => {
      const teller = new StoryTeller((clock) => openDoor({ ...server.parts, clock }), server.clock.now())
      const keeps = async (mutation: string, given: Record<string, unknown>) =>
        (await teller.does(workers.ruth.id, mutation, given, 'places { id name rooms { id name } }'))['places'] as {
          id: string
          name: string
          rooms: { id: string; name: string }[]
        }[]
      const placeId = (await keeps('keepPlace', { name: 'Mill House', address: '1 Mill Lane' })).find(
        ({ name }) => name === 'Mill House',
      )?.id
      await keeps('keepRoom', { placeId, name: 'barn', capacity: '9', stepFree: true, twoWaysOut: true })
      const places = await keeps('keepRoom', { placeId, name: 'loft', capacity: '1', stepFree: true, twoWaysOut: true })
      const room = (name: string) => places.find(({ id }) => id === placeId)?.rooms.find((one) => one.name === name)?.id
      await saysWhen(teller, rows.gran, [ordinaryWeek([1, 2, 3, 4, 5, 6, 7], '08:00', '21:00', ['inRoom'])])
      expect(await book(helen, { placeId, roomId: room('loft') })).toEqual({ __typename: 'Refused', code: 'roomUnfit', field: 'roomId' })
      expect(await book(helen, { placeId, secondRoomId: room('barn') })).toEqual({
        __typename: 'Refused',
        code: 'choiceUnknown',
        field: 'secondRoomId',
      })
      const { id } = ((await book(helen, { placeId, roomId: room('barn') })) as { meeting: { id: string } }).meeting
      const { meeting } = await here(helen).send(
        'query ($id: ID!) { meeting(id: $id) { placeId roomHolds { roomName confirmedAt } participants { name plannedHow } } }',
        { id },
      )
      expect(meeting).toMatchObject({ placeId, roomHolds: [{ roomName: 'barn', confirmedAt: null }] })
      expect((meeting as { participants: object[] }).participants).toEqual(
        expect.arrayContaining([
          { name: 'Gran', plannedHow: 'inRoom' },
          { name: 'Dad', plannedHow: null },
        ]),
      )
    })

    it('waits for the meeting to have a plan to review', async () => {
      await moveStage(here(helen), rows.meetingId, 'privateTime')
      expect(await book(helen)).toMatchObject({ code: 'notNow' })
    })

    it('has a day, but nothing goes out, while a pair is kept apart and no manager has decided anew', async () => {
      await here(helen).send('mutation ($input: MarkApartInput!) { markApart(input: $input) { __typename } }', {
        input: { oneId: rows.gran, otherId: rows.dad, levels: ['room'] },
      })
      const done = (await book(helen)) as { meeting: { id: string } }
      const { id } = done.meeting
      const invited = await here(helen).send(
        'mutation ($id: ID!) { sendInvitations(meetingId: $id, version: 1) { __typename ... on Refused { code } } }',
        { id },
      )
      expect(invited).toEqual({ sendInvitations: { __typename: 'Refused', code: 'safetyFirst' } })
    })
  })
})

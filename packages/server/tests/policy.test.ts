import { randomUUID } from 'node:crypto'
import { preferences, ruleKinds } from '@kinplan/domain/availability/availability-rule'
import { nations } from '@kinplan/domain/days-off/bank-holidays'
import { contactKinds, allocationRoles, parentStates, personKinds } from '@kinplan/domain/family/circle'
import { apartLevels } from '@kinplan/domain/family/kept-apart'
import { actionStates, reportStates } from '@kinplan/domain/action/action-states'
import { needs, partEdges, participationStates, ways, whyKinds } from '@kinplan/domain/meeting/participation'
import { messageKinds, messageStates } from '@kinplan/domain/message/message-states'
import { endings, meetingKinds, stages } from '@kinplan/domain/meeting/stages'
import { roomUses } from '@kinplan/domain/place/room-fits'
import { workerBusyKinds } from '@kinplan/domain/calendar/busy-times'
import { agreementAnswers, councilAnswers, givenTo } from '@kinplan/domain/plan/answers'
import { endsWithoutKey } from '@kinplan/domain/plan/end-without-key'
import { buildContract } from '@kinplan/server/graphql/schema'
import { checkRootFields, rootFieldRights } from '@kinplan/server/graphql/root-fields'
import { teams, workers } from '@kinplan/testkit/cast'
import { enginesToTest } from '@kinplan/testkit/clean-database'
import type { TestWho as Who } from '@kinplan/testkit/test-database'
import { testServer, type TestServer } from '@kinplan/testkit/test-server'
import { buildSchema } from 'graphql'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { breakGlassFindings } from '@kinplan/domain/break-glass/break-glass'
import { withdrawalOutcomes } from '@kinplan/domain/meeting/withdrawal'
import { draftStates } from '@kinplan/domain/plan/draft-states'
import { storedKinds } from '@kinplan/private-draft/protocol'
import { rowsOfFamily, type FamilyRows } from './rows-of-family'

const familyTables = [
  'Action',
  'ActionUpdate',
  'Agreement',
  'Allocation',
  'AnotherDay',
  'ApartPresence',
  'AvailabilityRule',
  'BottomLine',
  'BreakGlass',
  'CouncilAnswer',
  'EarlierValue',
  'Meeting',
  'MeetingChild',
  'Message',
  'PairApart',
  'ParentSlot',
  'Participant',
  'Person',
  'Plan',
  'PlanStep',
  'Preparation',
  'PrivateRoom',
  'Relation',
  'RoomHold',
  'RoomMember',
  'SafetyDecision',
  'TimeAsk',
  'TravelTime',
  'WhyEntry',
  'Withdrawal',
  'WithdrawalContact',
  'WorkerHold',
]
/** Of the family, and for its workers alone. */
const notForTheFamily = new Set([
  'ApartPresence',
  'BreakGlass',
  'PairApart',
  'Preparation',
  'SafetyDecision',
  'Withdrawal',
  'WithdrawalContact',
])
const draftTables = ['Draft', 'EndWithoutKey', 'Envelope', 'JoinOffer', 'KeyHolder', 'KeyShare', 'RescueWords', 'ShareProposal', 'Writer']
/** Where tokens are kept: functions look here for who asks, before anybody is named. */
const ofTokens = ['ActionLink', 'Outcome', 'Session', 'SignInLink']
const ofTheCouncil = ['Council', 'Place', 'Room', 'SchoolTerm', 'Team', 'TeamMember', 'Worker']
const ofTheRecord = ['AccessRecord', 'RecordCheckpoint', 'RecordSeal']
/** Workers' own time. */
const ofWorkers = ['CalendarFeed', 'WorkerBusy']

describe.each(enginesToTest())('the second wall, on the %s database', (engine) => {
  let server: TestServer
  let rows: FamilyRows
  let others: FamilyRows

  beforeAll(async () => {
    server = await testServer(engine)
    rows = await rowsOfFamily(server)
    others = await rowsOfFamily(server, 'The other family')
    await server.database.transaction({ worker: workers.ruth.id }, async (tx) => {
      const { familyId } = rows
      const [past, future] = [new Date('2026-01-01T00:00:00Z'), new Date('2999-01-01T00:00:00Z')]
      await tx.allocation.createMany({
        data: [
          { familyId, workerId: workers.marcus.id, role: 'socialWorker', from: past, until: new Date('2026-02-01T00:00:00Z') },
          { familyId, workerId: workers.owen.id, role: 'socialWorker', from: future },
        ],
      })
    })
  })
  afterAll(() => server.drop())

  const sql = <Row>(who: Who, text: string, ...values: unknown[]) =>
    server.database.transaction(who, (tx) => tx.$queryRawUnsafe<Row[]>(text, ...values))
  const rowsSeen = async (who: Who, table: string, familyId: string) => {
    const [found] = await sql<{ seen: number }>(who, `select count(*)::int as seen from "${table}" where "familyId" = $1::uuid`, familyId)
    return found?.seen ?? 0
  }
  const draftRowsSeen = async (who: Who, table: string) => {
    const column = table === 'Draft' ? 'id' : 'draftId'
    const [found] = await sql<{ seen: number }>(
      who,
      `select count(*)::int as seen from "${table}" where "${column}" = $1::uuid`,
      rows.draftId,
    )
    return found?.seen ?? 0
  }

  it("stands before every table but the council's own", async () => {
    const found = await sql<{ name: string; walled: boolean }>(
      {},
      `select relname::text as name, relrowsecurity and relforcerowsecurity as walled from pg_class
      where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> '_prisma_migrations' order by 1`,
    )
    const names = (walled: boolean) => found.filter((table) => table.walled === walled).map((table) => table.name)
    expect(names(true)).toEqual(
      [
        ...familyTables,
        ...draftTables,
        ...ofTokens,
        ...ofWorkers,
        ...ofTheRecord,
        'ContactPoint',
        'DraftPass',
        'Family',
        'PaperDoubt',
        'PaperPlan',
        'PaperStep',
        'PlanDoubt',
        'RateLimit',
      ].toSorted(),
    )
    expect(names(false)).toEqual(ofTheCouncil)
  })

  it.each(familyTables)('%s: who it is for sees rows of their family, and nobody else sees one', async (table) => {
    const see = (who: Who) => rowsSeen(who, table, rows.familyId)
    for (const who of [{ worker: workers.priya.id }, { worker: workers.helen.id }, { worker: workers.ruth.id }])
      expect(await see(who), JSON.stringify(who)).toBeGreaterThan(0)
    if (notForTheFamily.has(table)) expect(await see({ person: rows.gran })).toBe(0)
    else expect(await see({ person: rows.gran })).toBeGreaterThan(0)
    const strangers: [string, Who][] = [
      ['nobody', {}],
      ['the supervisor of another team', { worker: workers.tessa.id }],
      ['a worker who will be allocated', { worker: workers.owen.id }],
      ['a worker who was allocated', { worker: workers.marcus.id }],
      ['a person of another family', { person: others.gran }],
      ['somebody whose part has ended', { person: rows.gone }],
      ["a person whose id is a worker's", { person: workers.priya.id }],
      ["a worker whose id is a person's", { worker: rows.gran }],
    ]
    for (const [name, who] of strangers) expect(await see(who), name).toBe(0)
  })

  it('keeps from the supervisor, and from the rest of the family, how to reach a person', async () => {
    const see = (who: Who) => rowsSeen(who, 'ContactPoint', rows.familyId)
    expect(await see({ worker: workers.priya.id })).toBe(2)
    expect(await see({ worker: workers.helen.id })).toBe(2)
    expect(await see({ person: rows.gran })).toBe(1)
    expect(await see({ job: 'outbox' })).toBe(2)
    for (const who of [
      { worker: workers.ruth.id },
      { worker: workers.marcus.id },
      { worker: workers.owen.id },
      { person: others.gran },
      {},
    ])
      expect(await see(who)).toBe(0)
  })

  it('keeps from everybody but the coordinator, and whoever said it, that a plan is not what they wrote', async () => {
    const see = (who: Who) => rowsSeen(who, 'PlanDoubt', rows.familyId)
    expect(await see({ worker: workers.helen.id })).toBe(1)
    expect(await see({ person: rows.gran })).toBe(1)
    for (const who of [
      { worker: workers.priya.id },
      { worker: workers.ruth.id },
      { worker: workers.marcus.id },
      { person: rows.dad },
      { person: rows.gone },
      { person: others.gran },
      { job: 'outbox' },
      {},
    ])
      expect(await see(who).catch(() => 0), JSON.stringify(who)).toBe(0)
  })

  it.each(['PaperPlan', 'PaperStep', 'PaperDoubt'])(
    '%s: the coordinator and whoever is in the room see it, and nobody else',
    async (table) => {
      const see = (who: Who) => rowsSeen(who, table, rows.familyId)
      expect(await see({ worker: workers.helen.id })).toBe(1)
      expect(await see({ person: rows.gran })).toBe(1)
      for (const who of [
        { worker: workers.priya.id },
        { worker: workers.ruth.id },
        { worker: workers.marcus.id },
        { person: rows.dad },
        { person: rows.gone },
        { person: others.gran },
        { job: 'outbox' },
        {},
      ])
        expect(await see(who).catch(() => 0), JSON.stringify(who)).toBe(0)
    },
  )

  it.each(draftTables)('%s: only who is in the private room sees the sealed draft, and no worker', async (table) => {
    expect(await draftRowsSeen({ person: rows.gran }, table)).toBeGreaterThan(0)
    const shutOut = [
      { worker: workers.priya.id },
      { worker: workers.helen.id },
      { worker: workers.ruth.id },
      { person: rows.dad },
      { person: rows.gone },
      { person: others.gran },
      {},
    ]
    for (const who of shutOut) expect(await draftRowsSeen(who, table), JSON.stringify(who)).toBe(0)
  })

  it('shows a pass to nobody: whoever names it may use it', async () => {
    for (const who of [{ person: rows.gran }, { worker: workers.helen.id }, { job: 'retention' }, {}])
      await expect(sql(who, 'select "id" from "DraftPass"'), JSON.stringify(who)).rejects.toThrow('permission denied')
  })

  it('keeps when a worker is taken from everybody but workers, and the address of a calendar from everybody but its worker', async () => {
    const { id } = workers.helen
    await server.database.transaction({ worker: id }, async (tx) => {
      await tx.workerBusy.createMany({
        data: [{ workerId: id, kind: 'away', startsAt: new Date('2026-04-01T00:00:00Z'), endsAt: new Date('2026-04-02T00:00:00Z') }],
      })
      await tx.calendarFeed.createMany({ data: [{ workerId: id, tokenHash: new Uint8Array(32), createdAt: server.clock.now() }] })
    })
    const seen = async (who: Who, table: string) =>
      (await sql<{ seen: number }>(who, `select count(*)::int as seen from "${table}"`))[0]?.seen
    for (const who of [{}, { person: rows.gran }, { person: id }])
      for (const table of ofWorkers) expect(await seen(who, table), JSON.stringify(who)).toBe(0)
    for (const table of ofWorkers) await expect(seen({ job: 'outbox' }, table)).rejects.toThrow('permission denied')
    expect(await seen({ worker: workers.owen.id }, 'WorkerBusy')).toBe(1)
    expect(await seen({ worker: workers.owen.id }, 'CalendarFeed')).toBe(0)
    expect(await seen({ worker: id }, 'CalendarFeed')).toBe(1)
  })

  it('takes no row into a family from a stranger', async () => {
    const person = { familyId: rows.familyId, name: 'Planted', kind: 'kin', zone: 'Europe/London' }
    const plant = (who: Who) => server.database.transaction(who, (tx) => tx.person.createMany({ data: [person] }))
    for (const who of [{ worker: workers.owen.id }, { person: others.gran }, {}]) await expect(plant(who)).rejects.toThrow()
    await expect(plant({ worker: workers.priya.id })).resolves.toEqual({ count: 1 })
  })

  it('keeps the record as it was written', async () => {
    await expect(sql({ worker: workers.ruth.id }, 'update "AccessRecord" set "reason" = \'\'')).rejects.toThrow()
    await expect(sql({ worker: workers.ruth.id }, 'delete from "AccessRecord"')).rejects.toThrow()
    expect(
      (await sql<{ seen: number }>({ worker: workers.ruth.id }, 'select count(*)::int as seen from "AccessRecord"'))[0]?.seen,
    ).toBeGreaterThan(0)
    expect((await sql<{ seen: number }>({ worker: workers.owen.id }, 'select count(*)::int as seen from "AccessRecord"'))[0]?.seen).toBe(0)
  })

  it('lists to a worker exactly the families that the policy lets them read', async () => {
    const all = [rows.familyId, others.familyId]
    const south = await (
      await server.as(workers.owen.id)
    ).send('mutation ($input: OpenFamilyInput!) { openFamily(input: $input) { ... on OpenFamilyDone { family { id } } } }', {
      input: { name: 'The Baker family', teamId: teams.south.id, zone: 'Europe/London', children: [{ name: 'Tom', bornOn: '2019-01-01' }] },
    })
    all.push((south['openFamily'] as { family: { id: string } }).family.id)
    const sizes: Record<string, number> = {}
    for (const [name, { id }] of Object.entries(workers)) {
      const visitor = await server.as(id)
      const { families } = await visitor.send('{ families(first: 100) { families { id } } }')
      const listed = (families as { families: { id: string }[] }).families.map((family) => family.id)
      const readable = []
      for (const familyId of all)
        if ((await visitor.send('query ($id: ID!) { family(id: $id) { id } }', { id: familyId }))['family'] !== null)
          readable.push(familyId)
      expect(listed.toSorted(), name).toEqual(readable.toSorted())
      sizes[name] = listed.length
    }
    expect(sizes).toEqual({ priya: 2, marcus: 0, helen: 2, ruth: 2, owen: 1, tessa: 1 })
  })

  it('tells a worker of messages that have not gone in exactly the families where the policy lets them know', async () => {
    await server.database.transaction({ worker: workers.helen.id }, (tx) =>
      tx.message.createMany({
        data: [rows, others].map(({ familyId, meetingId, gran }) => ({
          id: randomUUID(),
          familyId,
          meetingId,
          personId: gran,
          kind: 'promise',
          sealed: new Uint8Array(40),
          state: 'failed',
          createdAt: server.clock.now(),
        })),
      }),
    )
    const told: Record<string, number> = {}
    for (const [name, { id }] of Object.entries(workers)) {
      const visitor = await server.as(id)
      const { messagesNotSent } = await visitor.send('{ messagesNotSent { familyId } }')
      const listed = new Set((messagesNotSent as { familyId: string }[]).map(({ familyId }) => familyId))
      const may = []
      for (const familyId of [rows.familyId, others.familyId]) {
        const { family } = await visitor.send('query ($id: ID!) { family(id: $id) { viewerCan } }', { id: familyId })
        if ((family as { viewerCan: string[] } | null)?.viewerCan.includes('message_read')) may.push(familyId)
      }
      expect([...listed].toSorted(), name).toEqual(may.toSorted())
      told[name] = listed.size
    }
    expect(told).toEqual({ priya: 0, marcus: 0, helen: 2, ruth: 0, owen: 0, tessa: 0 })
  })

  it("takes the same words as the rules: each list of choices in the database is the domain's", async () => {
    const choices: Record<string, readonly string[]> = {
      Allocation_role: allocationRoles,
      Person_kind: personKinds,
      ParentSlot_state: parentStates,
      PairApart_level: apartLevels,
      ContactPoint_kind: contactKinds,
      Meeting_kind: meetingKinds,
      Meeting_stage: stages,
      Meeting_ending: endings,
      WhyEntry_kind: whyKinds,
      Participant_need: needs,
      Participant_state: participationStates,
      Participant_how: ways,
      Participant_plannedHow: ways,
      Participant_partEdge: partEdges,
      AvailabilityRule_kind: ruleKinds,
      AvailabilityRule_preference: preferences,
      Council_nation: nations,
      Message_kind: messageKinds,
      Message_state: messageStates,
      Draft_state: draftStates,
      EndWithoutKey_kind: endsWithoutKey,
      RoomHold_use: roomUses,
      BreakGlass_finding: breakGlassFindings,
      WithdrawalContact_outcome: withdrawalOutcomes,
      WorkerBusy_kind: workerBusyKinds,
      Envelope_kind: storedKinds,
      Agreement_answer: agreementAnswers,
      Agreement_givenTo: givenTo,
      ActionUpdate_state: reportStates,
      CouncilAnswer_answer: councilAnswers,
      Action_state: actionStates,
    }
    const found = await sql<{ name: string; definition: string }>(
      {},
      `select conname::text as name, pg_get_constraintdef(oid) as definition from pg_constraint
      where contype = 'c' and connamespace = 'public'::regnamespace and pg_get_constraintdef(oid) ~ '= ANY \\(+ARRAY'`,
    )
    const held = Object.fromEntries(
      found.map(({ name, definition }) => [name, [...definition.matchAll(/'(\w+)'::text/g)].map(([, word]) => word).toSorted()]),
    )
    expect(held).toEqual(Object.fromEntries(Object.entries(choices).map(([name, words]) => [name, [...words].toSorted()])))
  })
})

describe('the table of root fields', () => {
  it('has an action of the policy for every field of the contract, and none for a field that is gone', async () => {
    const schema = await buildContract()
    expect(() => checkRootFields(schema)).not.toThrow()
  })

  it('stops a server with a field that nobody thought about, or without one that the table names', () => {
    const fields = Object.keys(rootFieldRights).map((name) => `${name}: ID`)
    expect(() => checkRootFields(buildSchema(`type Query { ${fields.join(' ')} }`))).not.toThrow()
    expect(() => checkRootFields(buildSchema(`type Query { ${fields.join(' ')} everything: ID }`))).toThrow('everything')
    expect(() => checkRootFields(buildSchema(`type Query { ${fields.slice(1).join(' ')} }`))).toThrow('me')
  })
})

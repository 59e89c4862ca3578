import { randomUUID } from 'node:crypto'
import type { Stage } from '@kinplan/domain/meeting/stages'
import { teams, workers } from '@kinplan/testkit/cast'
import type { TestServer } from '@kinplan/testkit/test-server'

/** One family whose meeting has shared a plan: the moment at which promises begin. */
export interface FamilyWithPlan {
  familyId: string
  child: string
  /** Takes part; can be reached safely. */
  gran: string
  /** Takes part; has no safe way of being reached. */
  dad: string
  /** Not part of the meeting, by a decision. */
  uncle: string
  meetingId: string
  planId: string
  stepId: string
}

/** Opens the family by the door and writes the meeting (17 March 2026, four in the afternoon in London) and the plan as their workers. */
export async function familyWithPlan(server: TestServer, stage: Stage = 'agreeing', name = 'The Carter family'): Promise<FamilyWithPlan> {
  const priya = await server.as(workers.priya.id)
  const ruth = await server.as(workers.ruth.id)
  const opened = await priya.send('mutation ($input: OpenFamilyInput!) { openFamily(input: $input) { ... on OpenFamilyDone { family { id people { id } } } } }', {
    input: { name, teamId: teams.north.id, zone: 'Europe/London', children: [{ name: 'Mia', bornOn: '2017-05-02' }] },
  })
  const { family } = opened['openFamily'] as { family: { id: string; people: { id: string }[] } }
  const familyId = family.id
  const child = family.people[0]?.id ?? ''
  await ruth.send('mutation ($input: AllocateInput!) { allocate(input: $input) { __typename } }', { input: { familyId, workerId: workers.helen.id, role: 'coordinator' } })

  const [gran, dad, uncle, meetingId, planId, stepId] = Array.from({ length: 6 }, () => randomUUID()) as [string, string, string, string, string, string]
  const at = server.clock.now()
  await server.database.transaction({ worker: workers.priya.id }, async (tx) => {
    const person = { familyId, kind: 'kin', zone: 'Europe/London' }
    await tx.person.createMany({ data: [{ ...person, id: gran, name: 'Gran' }, { ...person, id: dad, name: 'Dad' }, { ...person, id: uncle, name: 'Uncle' }] })
    await tx.meeting.createMany({
      data: [{
        id: meetingId, familyId, kind: 'conference', coordinatorId: workers.helen.id, referrerId: workers.priya.id, stage, zone: 'Europe/London', startWall: '2026-03-17T16:00',
        start: new Date('2026-03-17T16:00:00Z'), minutes: 120, place: 'The hub', createdAt: at, bookedAt: at, endedAt: stage === 'ended' ? at : null, ending: stage === 'ended' ? 'plan' : null,
      }],
    })
    await tx.meetingChild.createMany({ data: [{ meetingId, childId: child, familyId }] })
    const part = { familyId, meetingId, need: 'must', state: 'coming', how: 'inRoom' }
    await tx.participant.createMany({
      data: [
        { ...part, personId: gran },
        { ...part, personId: dad },
        { ...part, personId: uncle, state: 'notPart', how: null, notPartReason: 'An order says so', notPartById: workers.ruth.id, lookAgainOn: '2026-06-01' },
        { ...part, workerId: workers.helen.id },
      ],
    })
    await tx.plan.createMany({ data: [{ id: planId, familyId, meetingId, version: 1, sharedById: gran, sharedAt: at, wantYouToKnow: '', digest: 'x' }] })
    const step = { what: 'Gran collects Mia on Fridays', who: 'Gran', byWhen: 'Fridays', howWeWillKnow: '', helpNeeded: '', ifItDoesNotWork: '' }
    await tx.planStep.createMany({ data: [{ id: stepId, familyId, planId, position: 0, ...step }] })
  })
  const helen = await server.as(workers.helen.id)
  const add = (personId: string, safeToUse: boolean) =>
    helen.send('mutation ($input: AddContactPointInput!) { addContactPoint(input: $input) { __typename } }', { input: { personId, kind: 'email', value: 'somebody@example.org', safeToUse, note: '' } })
  await add(gran, true)
  await add(dad, false)
  return { familyId, child, gran, dad, uncle, meetingId, planId, stepId }
}

/** Moves the meeting to a stage without its ceremony. */
export async function setStage(server: TestServer, { meetingId }: FamilyWithPlan, stage: Stage): Promise<void> {
  await server.database.transaction({ worker: workers.helen.id }, (tx) => tx.meeting.updateMany({ where: { id: meetingId }, data: { stage, endedAt: stage === 'ended' ? server.clock.now() : null } }))
}

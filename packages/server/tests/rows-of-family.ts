import { createHash, randomUUID } from 'node:crypto'
import { viewerOfSession } from '@kinplan/server/access/identity.store'
import { teams, workers } from '@kinplan/testkit/cast'
import type { TestServer } from '@kinplan/testkit/test-server'

/** Ids of one family with a row in every table of the three compartments. */
export interface FamilyRows {
  familyId: string
  /** Of the family: in the private room. */
  gran: string
  /** Of the family: not in the room. */
  dad: string
  /** Of the family once; their part has ended. */
  gone: string
  child: string
  meetingId: string
  planId: string
  draftId: string
}

/**
 * Opens a family by the door (Priya its social worker, Helen its coordinator, Ruth its supervisor) and writes one row
 * into each of its tables as the people who would: what the wall is tested with, not how the product writes them.
 */
export async function rowsOfFamily(server: TestServer, name = 'The Carter family'): Promise<FamilyRows> {
  const priya = await server.as(workers.priya.id)
  const ruth = await server.as(workers.ruth.id)
  const opened = await priya.send(
    'mutation ($input: OpenFamilyInput!) { openFamily(input: $input) { ... on OpenFamilyDone { family { id people { id } } } } }',
    {
      input: { name, teamId: teams.north.id, zone: 'Europe/London', children: [{ name: `Mia of ${name}`, bornOn: '2017-05-02' }] },
    },
  )
  const { family } = opened['openFamily'] as { family: { id: string; people: { id: string }[] } }
  const familyId = family.id
  const child = family.people[0]?.id ?? ''
  await ruth.send('mutation ($input: AllocateInput!) { allocate(input: $input) { __typename } }', {
    input: { familyId, workerId: workers.helen.id, role: 'coordinator' },
  })

  const [gran, dad, gone, meetingId, planId, stepId, participantId, roomId, actionId, draftId] = Array.from({ length: 10 }, () =>
    randomUUID(),
  ) as [string, string, string, string, string, string, string, string, string, string]
  const at = server.clock.now()
  const workerId = randomUUID()
  const bytes = (length: number) => new Uint8Array(length)
  const proof = new Uint8Array(32).fill(7)
  await server.database.transaction({ worker: workers.priya.id }, async (tx) => {
    const person = { familyId, kind: 'kin', zone: 'Europe/London' }
    await tx.person.createMany({
      data: [
        { ...person, id: gran, name: 'Gran' },
        { ...person, id: dad, name: 'Dad' },
        { ...person, id: gone, name: 'Gone', endedAt: at },
      ],
    })
    await tx.parentSlot.createMany({ data: [{ familyId, childId: child, personId: dad, label: 'Dad', state: 'reachable', reason: '' }] })
    await tx.relation.createMany({ data: [{ familyId, personId: dad, childId: child, kind: 'father', responsibility: true }] })
    const [oneId, otherId] = [gran, dad].toSorted() as [string, string]
    await tx.pairApart.createMany({ data: [{ familyId, oneId, otherId, level: 'room', markedById: workers.priya.id, markedAt: at }] })
    await tx.earlierValue.createMany({
      data: [{ familyId, subjectId: gran, field: 'personName', value: 'Granny', correctedBy: workers.priya.id, correctedAt: at }],
    })
    await tx.contactPoint.createMany({
      data: [gran, dad].map((personId) => ({
        id: randomUUID(),
        familyId,
        personId,
        kind: 'phone',
        sealed: bytes(40),
        safeToUse: true,
        createdAt: at,
      })),
    })
    await tx.meeting.createMany({
      data: [
        {
          id: meetingId,
          familyId,
          kind: 'conference',
          coordinatorId: workers.helen.id,
          referrerId: workers.priya.id,
          stage: 'privateTime',
          zone: 'Europe/London',
          startWall: '2026-03-10T10:00',
          start: at,
          minutes: 120,
          createdAt: at,
        },
      ],
    })
    await tx.meetingChild.createMany({ data: [{ meetingId, childId: child, familyId }] })
    await tx.whyEntry.createMany({
      data: [{ familyId, meetingId, kind: 'worry', text: 'Mia misses school', byWorkerId: workers.priya.id, at }],
    })
    await tx.bottomLine.createMany({
      data: [{ familyId, meetingId, text: 'Mia is safe', childIds: [], setById: workers.priya.id, setAt: at }],
    })
    await tx.participant.createMany({
      data: [{ id: participantId, familyId, meetingId, personId: gran, need: 'must', state: 'coming', how: 'inRoom' }],
    })
    await tx.timeAsk.createMany({
      data: [
        {
          meetingId,
          familyId,
          fromDate: '2026-04-01',
          untilDate: '2026-05-01',
          minutes: 120,
          earliest: '09:00',
          latest: '19:00',
          weekdays: [1],
          noticeDays: 0,
          bankHolidays: false,
          schoolHours: true,
          placeIds: [],
          stepFree: false,
          twoWaysOut: false,
          secondRoom: false,
        },
      ],
    })
    const placeId = randomUUID()
    await tx.place.createMany({ data: [{ id: placeId, name: 'The hub', address: '1 High Street' }] })
    const roomOfPlaceId = randomUUID()
    await tx.room.createMany({ data: [{ id: roomOfPlaceId, placeId, name: 'The hall', capacity: 20, stepFree: true, twoWaysOut: true }] })
    await tx.roomHold.createMany({ data: [{ familyId, meetingId, roomId: roomOfPlaceId, use: 'main', startsAt: at, endsAt: at }] })
    // Somebody of no other family's meeting: a worker is in one at a time. Their hold, and where Gran is, the database writes by itself.
    await tx.worker.createMany({ data: [{ id: workerId, name: 'Nadia Khan', title: 'Health visitor', phone: '01632 960107' }] })
    await tx.participant.createMany({ data: [{ familyId, meetingId, workerId, need: 'welcome', state: 'coming', how: 'inRoom' }] })
    const withdrawalId = randomUUID()
    await tx.withdrawal.createMany({
      data: [{ id: withdrawalId, familyId, meetingId, participantId, writtenById: workers.priya.id, saidAt: at }],
    })
    await tx.withdrawalContact.createMany({
      data: [{ familyId, withdrawalId, byId: workers.priya.id, at, outcome: 'stays', words: 'Fine now' }],
    })
    await tx.anotherDay.createMany({ data: [{ familyId, meetingId, personId: gran, text: 'I work that day', askedAt: at }] })
    await tx.travelTime.createMany({ data: [{ participantId, placeId, familyId, meetingId, minutes: 30 }] })
    const talk = { wantsToTakePart: 'yes', whoShouldBeThere: '', isItSafe: '', whoMayKnow: '', howToReach: '', whatWouldHelp: '' }
    await tx.preparation.createMany({ data: [{ participantId, familyId, meetingId, ...talk, typedById: workers.helen.id, talkedAt: at }] })
    const decision = { saidAlone: 'a', ordersChecked: 'b', advice: 'c', shape: 'd', arrivalLeaving: 'e', ifSomebodyComes: 'f' }
    await tx.safetyDecision.createMany({
      data: [{ familyId, meetingId, pairIds: [], ...decision, decidedById: workers.ruth.id, decidedAt: at }],
    })
    await tx.availabilityRule.createMany({
      data: [
        {
          familyId,
          personId: gran,
          kind: 'ordinaryWeek',
          weekdays: [1],
          startWall: '09:00',
          endWall: '17:00',
          zone: 'Europe/London',
          how: ['inRoom'],
          saidAt: at,
        },
      ],
    })
    await tx.message.createMany({
      data: [
        { id: randomUUID(), familyId, meetingId, personId: gran, kind: 'invitation', sealed: bytes(40), state: 'waiting', createdAt: at },
      ],
    })
    await tx.privateRoom.createMany({ data: [{ id: roomId, familyId, meetingId, startedAt: at }] })
    await tx.roomMember.createMany({ data: [{ familyId, roomId, personId: gran, since: at }] })
    await tx.plan.createMany({
      data: [{ id: planId, familyId, meetingId, roomId, version: 1, sharedById: gran, sharedAt: at, wantYouToKnow: '', digest: 'x' }],
    })
    const step = { what: 'Gran collects Mia', who: 'Gran', byWhen: 'Fridays', howWeWillKnow: '', helpNeeded: '', ifItDoesNotWork: '' }
    await tx.planStep.createMany({ data: [{ id: stepId, familyId, planId, position: 0, ...step }] })
    await tx.agreement.createMany({ data: [{ familyId, planId, participantId, answer: 'yes', givenTo: 'ownScreen', at }] })
    await tx.councilAnswer.createMany({ data: [{ familyId, planId, answer: 'yes', answeredById: workers.priya.id, at }] })
    await tx.action.createMany({
      data: [
        {
          id: actionId,
          familyId,
          planId,
          meetingId,
          ownerPersonId: gran,
          text: 'Collect Mia',
          dueOn: '2026-03-20',
          state: 'promised',
          changedAt: at,
        },
      ],
    })
    await tx.actionUpdate.createMany({ data: [{ familyId, actionId, state: 'doing', words: '', byPersonId: gran, at }] })
  })
  const paperPlanId = await paperOf(server, { familyId, meetingId, gran })
  const { session } = await server.as(gran)
  await server.database.transaction({ person: gran }, async (tx) => {
    await tx.draft.createMany({
      data: [
        {
          id: draftId,
          familyId,
          meetingId,
          roomId,
          epoch: 1,
          state: 'open',
          memberProofHash: new Uint8Array(createHash('sha256').update(proof).digest()),
          shareProofHash: bytes(32),
          startedById: gran,
          startedAt: at,
        },
      ],
    })
    await tx.endWithoutKey.createMany({
      data: [{ familyId, roomId, draftId, kind: 'end', askedAt: at, byPersonId: gran, takesEffectAt: new Date(at.getTime() + 180_000) }],
    })
    await tx.paperDoubt.createMany({ data: [{ familyId, paperPlanId, personId: gran, words: 'Not Fridays', saidAt: at }] })
    await tx.planDoubt.createMany({ data: [{ familyId, planId, personId: gran, saidAt: at }] })
    await tx.shareProposal.createMany({ data: [{ draftId, head: 0, digest: 'a'.repeat(64) }] })
    await tx.rescueWords.createMany({
      data: [{ draftId, epoch: 1, salt: bytes(16), proofHash: bytes(32), sealed: bytes(60), madeAt: at }],
    })
    await tx.joinOffer.createMany({ data: [{ jid: randomUUID(), draftId, byId: gran, offer: 'offer', endsAt: at }] })
    // A session of Gran's: begun by the door alone.
    const { id: sessionId } = await tx.session.findFirstOrThrow({ where: { personId: gran }, select: { id: true } })
    await tx.keyHolder.createMany({ data: [{ draftId, sessionId, personId: gran, since: at }] })
    await tx.keyShare.createMany({ data: [{ draftId, sessionId, personId: gran, deviceHash: bytes(32), bytes: bytes(32) }] })
  })
  await server.database.transaction(
    { worker: workerId },
    (tx) => tx.$queryRaw`SELECT break_glass(${`Mia of ${name}`}, '2017-05-02', 'She is ill')::text`,
  )
  const base64 = (length: number) => Buffer.alloc(length).toString('base64')
  const [pass] = await server.database.transaction({}, async (tx) => {
    await viewerOfSession(tx, server.parts.key, session, at)
    const { accessVersion } = await tx.draft.findUniqueOrThrow({ where: { id: draftId }, select: { accessVersion: true } })
    return tx.$queryRaw<{ id: string }[]>`
      SELECT "id"::text FROM take_draft_pass(${draftId}::uuid, ${proof}, 'draft:append', ${accessVersion}::int)`
  })
  await server.database.appendConnection({}, 'select * from append_envelopes($1::jsonb, null)', [
    JSON.stringify([
      {
        passId: pass?.id,
        device: base64(16),
        envelopes: [{ id: randomUUID(), n: 1, kind: 'update', nonce: base64(12), sealed: base64(64) }],
      },
    ]),
  ])
  return { familyId, gran, dad, gone, child, meetingId, planId, draftId }
}

/** What Gran's room, whose private time is over, wrote on paper. */
async function paperOf(server: TestServer, { familyId, meetingId, gran }: Record<'familyId' | 'meetingId' | 'gran', string>) {
  const [roomId, id] = [randomUUID(), randomUUID()]
  const at = server.clock.now()
  await server.database.transaction({ worker: workers.helen.id }, async (tx) => {
    await tx.privateRoom.createMany({ data: [{ id: roomId, familyId, meetingId, startedAt: at, endedAt: at }] })
    await tx.roomMember.createMany({ data: [{ familyId, roomId, personId: gran, since: at }] })
    const typed = { typing: 1, typedById: workers.helen.id, typedAt: at, readBackToIds: [gran], wantYouToKnow: '' }
    await tx.paperPlan.createMany({ data: [{ id, familyId, meetingId, roomId, ...typed }] })
    const step = { what: 'Gran collects Mia', who: 'Gran', byWhen: 'Fridays', howWeWillKnow: '', helpNeeded: '', ifItDoesNotWork: '' }
    await tx.paperStep.createMany({ data: [{ familyId, paperPlanId: id, position: 0, ...step }] })
  })
  return id
}

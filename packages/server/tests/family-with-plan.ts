import { workers } from '@kinplan/testkit/cast'
import type { TestServer } from '@kinplan/testkit/test-server'
import { documents, done, familyInPrivateTime, letIn, moveStage, newDevice, shownToAll } from './private-time'

/** One family whose meeting of 12 March 2026 has shared a plan: the moment at which promises begin. */
export interface FamilyWithPlan {
  familyId: string
  child: string
  /** Takes part; can be reached safely. */
  gran: string
  /** Takes part; has no safe way of being reached. */
  dad: string
  /** Not part of the meeting, by a decision. */
  jo: string
  meetingId: string
  planId: string
  stepId: string
}

const step = {
  what: 'Gran collects Mia on Fridays',
  who: 'Gran',
  byWhen: 'Fridays',
  howWeWillKnow: '',
  helpNeeded: 'A bus pass',
  ifItDoesNotWork: 'Ring Jo',
}

/** Takes a family all the way to agreeing: Priya its social worker, Helen its coordinator, Ruth its supervisor; Mum shared the plan. */
export async function familyWithPlan(server: TestServer): Promise<FamilyWithPlan> {
  const { familyId, meetingId, personIds, bottomLineId } = await familyInPrivateTime(server)
  const [mum, helen, ruth] = [await server.as(personIds.mum), await server.as(workers.helen.id), await server.as(workers.ruth.id)]
  const device = newDevice(meetingId)
  await done(mum, documents.startDraft, { input: device.start })
  await letIn(mum, await server.as(personIds.dad), device)
  await done(mum, documents.append, device.append([device.envelope()]))
  const share = {
    input: {
      draftId: device.draftId,
      shareProof: device.shareProof,
      head: 1,
      digest: 'a'.repeat(64),
      wantYouToKnow: '',
      steps: [{ bottomLineId, ...step }],
    },
  }
  await shownToAll(server, mum, share)
  const { plan } = await done<{ plan: { id: string; steps: { id: string }[] } }>(mum, documents.share, share)
  await done(mum, documents.end, { id: meetingId })
  await moveStage(helen, meetingId, 'agreeing')

  const { meeting } = await helen.send('query ($id: ID!) { meeting(id: $id) { participants { id version person { id } } } }', {
    id: meetingId,
  })
  const jo = (meeting as { participants: { id: string; version: number; person: { id: string } | null }[] }).participants.find(
    ({ person }) => person?.id === personIds.jo,
  )
  await done(ruth, 'mutation ($input: DecideNotPartInput!) { decideNotPart(input: $input) { __typename ... on Refused { code field } } }', {
    input: { participantId: jo?.id, version: jo?.version, reason: 'An order says so', lookAgainOn: '2026-06-01', viewsGathered: true },
  })
  for (const [personId, value, safeToUse] of [
    [personIds.gran, 'gran@example.org', true],
    [personIds.dad, 'dad@example.org', false],
  ]) {
    await done(
      helen,
      'mutation ($input: AddContactPointInput!) { addContactPoint(input: $input) { __typename ... on Refused { code field } } }',
      {
        input: { personId, kind: 'email', value, safeToUse, note: '' },
      },
    )
  }
  return {
    familyId,
    meetingId,
    child: personIds.mia,
    gran: personIds.gran,
    dad: personIds.dad,
    jo: personIds.jo,
    planId: plan.id,
    stepId: plan.steps[0]?.id ?? '',
  }
}

/** Helen ends the meeting with its plan. */
export async function endMeeting(server: TestServer, { meetingId }: FamilyWithPlan): Promise<void> {
  const helen = await server.as(workers.helen.id)
  const { meeting } = await helen.send('query ($id: ID!) { meeting(id: $id) { version } }', { id: meetingId })
  await done(helen, 'mutation ($input: EndMeetingInput!) { endMeeting(input: $input) { __typename ... on Refused { code field } } }', {
    input: { meetingId, version: (meeting as { version: number }).version, ending: 'plan', nextStep: 'We meet again in June' },
  })
}

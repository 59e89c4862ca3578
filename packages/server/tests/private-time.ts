import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { teams, workers } from '@kinplan/testkit/cast'
import { minutePasses } from '@kinplan/testkit/database-clock'
import type { TestServer, Visitor } from '@kinplan/testkit/test-server'

interface Done {
  __typename: string
  code?: string
  field?: string | null
}

/** The answer of the one root field, as a record. */
export async function only(visitor: Visitor, document: string, variables: Record<string, unknown> = {}) {
  const data = await visitor.send(document, variables)
  return Object.values(data)[0] as Done & Record<string, unknown>
}

/** Does a mutation and returns its fields, or throws what was refused. */
export async function done<T = Record<string, unknown>>(
  visitor: Visitor,
  document: string,
  variables: Record<string, unknown> = {},
): Promise<T> {
  const answer = await only(visitor, document, variables)
  if (answer.__typename === 'Refused') throw new Error(`${document.slice(0, 60)} was refused: ${answer.code} ${answer.field}`)
  return answer as T
}

const refused = '__typename ... on Refused { code field }'
export const documents = {
  startDraft: `mutation ($input: StartDraftInput!) { startDraft(input: $input) { ${refused} ... on StartDraftDone { room { id
    draft { id epoch head state } } } } }`,
  append: `mutation ($input: AppendEnvelopesInput!) { appendEnvelopes(input: $input) { ${refused} ... on AppendEnvelopesDone {
    stored { id seq } } } }`,
  relayHead: `mutation ($input: RelayHeadInput!) { relayHead(input: $input) { ${refused} ... on RelayHeadDone { relayed } } }`,
  propose: `mutation ($input: ProposeShareInput!) { proposeShare(input: $input) { ${refused} ... on ProposeShareDone { room {
    shareProposal { head digest stopped secondsLeft } } } } }`,
  stopShare: `mutation ($draftId: ID!, $memberProof: String!) { stopShare(draftId: $draftId, memberProof: $memberProof) { ${refused}
    ... on StopShareDone { room { shareProposal { head stopped } } } } }`,
  share: `mutation ($input: SharePlanInput!) { sharePlan(input: $input) { ${refused} ... on SharePlanDone { plan { id version
    wantYouToKnow steps { id what who bottomLineId heading } } } } }`,
  end: `mutation ($id: ID!, $memberProof: String) { endPrivateTime(meetingId: $id, memberProof: $memberProof) { ${refused} ...
    on EndPrivateTimeDone { myMeeting { id } } } }`,
  endFor: `mutation ($id: ID!, $saidBy: String!) { endPrivateTimeForFamily(meetingId: $id, saidBy: $saidBy) { ${refused} ...
    on EndPrivateTimeForFamilyDone { meeting { id } } } }`,
  keepKeyShare: `mutation ($draftId: ID!, $memberProof: String!) { keepKeyShare(draftId: $draftId, memberProof: $memberProof) {
    ${refused} ... on KeepKeyShareDone { keyShare } } }`,
  comeBackToDraft: `mutation ($draftId: ID!, $memberProof: String!) { comeBackToDraft(draftId: $draftId, memberProof: $memberProof) {
    ${refused} ... on ComeBackToDraftDone { keyShare epoch } } }`,
  keepNothingHere: `mutation ($draftId: ID!) { keepNothingHere(draftId: $draftId) { ${refused} } }`,
  agree: `mutation ($input: AgreePlanInput!) { agreePlan(input: $input) { ${refused} ... on AgreePlanDone { plan { id myAnswer {
    answer reason } } } } }`,
  agreeFor: `mutation ($input: AgreePlanForInput!) { agreePlanFor(input: $input) { ${refused} ... on AgreePlanForDone { plan {
    answered participants agreements { name answer reason givenTo } } } } }`,
  council: `mutation ($input: AnswerForCouncilInput!) { answerForCouncil(input: $input) { ${refused} ... on AnswerForCouncilDone
    { plan { council { stepId answer reason wouldMakeYes decider decideBy by { name } } } } } }`,
  offerJoin: `mutation ($input: OfferJoinInput!) { offerJoin(input: $input) { ${refused} ... on OfferJoinDone { offer { jid by } } } }`,
  replyToJoin: `mutation ($input: ReplyToJoinInput!) { replyToJoin(input: $input) { ${refused} ... on ReplyToJoinDone { offer {
    replyBy } } } }`,
  wrapForJoin: `mutation ($input: WrapForJoinInput!) { wrapForJoin(input: $input) { ${refused} ... on WrapForJoinDone { offer {
    wrapped } } } }`,
  makeLink: `mutation ($id: ID!) { makeSignInLink(personId: $id) { ${refused} ... on MakeSignInLinkDone { address spokenCode } } }`,
  signIn: `mutation ($token: String!, $code: String!) { signIn(token: $token, code: $code) { ${refused} } }`,
  envelopes: `subscription ($draftId: ID!, $after: Int!, $known: String, $memberProof: String!) {
    envelopes(draftId: $draftId, after: $after, known: $known, memberProof: $memberProof) { seq id member kind n device sealed } }`,
}

export const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest()

export interface PrivateTime {
  familyId: string
  meetingId: string
  personIds: Record<'mia' | 'mum' | 'dad' | 'gran' | 'jo', string>
  bottomLineId: string
}

/** A family whose meeting is in private family time: Mum, Dad and Gran are in the room, Jo sends views. */
export async function familyInPrivateTime(server: TestServer): Promise<PrivateTime> {
  const { priya, ruth, helen } = {
    priya: await server.as(workers.priya.id),
    ruth: await server.as(workers.ruth.id),
    helen: await server.as(workers.helen.id),
  }
  const people = 'family { id people { id name } }'
  const opened = await done<{ family: { id: string; people: { id: string; name: string }[] } }>(
    priya,
    `mutation ($input: OpenFamilyInput!) { openFamily(input: $input) { ${refused} ... on OpenFamilyDone { ${people} } } }`,
    {
      input: {
        name: 'The Carter family',
        teamId: teams.north.id,
        zone: 'Europe/London',
        children: [{ name: 'Mia Carter', bornOn: '2017-05-02' }],
      },
    },
  )
  const familyId = opened.family.id
  const miaId = opened.family.people[0]?.id ?? ''
  await done(ruth, `mutation ($input: AllocateInput!) { allocate(input: $input) { ${refused} } }`, {
    input: { familyId, workerId: workers.helen.id, role: 'coordinator' },
  })
  let names = opened.family.people
  for (const [name, kind] of [
    ['Mum', 'mother'],
    ['Dad', 'father'],
    ['Gran', 'grandparent'],
    ['Jo', 'auntOrUncle'],
  ]) {
    const added = await done<typeof opened>(
      priya,
      `mutation ($input: AddPersonInput!) { addPerson(input: $input) { ${refused} ... on AddPersonDone { ${people} } } }`,
      {
        input: { familyId, name, kind: 'kin', zone: 'Europe/London', relations: [{ childId: miaId, kind, responsibility: false }] },
      },
    )
    names = added.family.people
  }
  const idOf = (name: string) => names.find((person) => person.name.startsWith(name))?.id ?? ''
  const personIds = { mia: miaId, mum: idOf('Mum'), dad: idOf('Dad'), gran: idOf('Gran'), jo: idOf('Jo') }
  const started = await done<{ meeting: { id: string } }>(
    priya,
    `mutation ($input: StartMeetingInput!) { startMeeting(input: $input) { ${refused} ... on StartMeetingDone { meeting { id } } } }`,
    {
      input: { familyId, coordinatorId: workers.helen.id, referrerId: workers.priya.id, childIds: [miaId] },
    },
  )
  const meetingId = started.meeting.id
  const lined = await done<{ meeting: { bottomLines: { id: string; version: number }[] } }>(
    priya,
    `mutation ($input: AddBottomLineInput!) { addBottomLine(input: $input) { ${refused} ... on AddBottomLineDone { meeting {
      bottomLines { id version } } } } }`,
    { input: { meetingId, text: 'Mia gets to school each day', childIds: [] } },
  )
  const line = lined.meeting.bottomLines[0]
  await done(ruth, `mutation ($id: ID!, $version: Int!) { agreeBottomLine(bottomLineId: $id, version: $version) { ${refused} } }`, {
    id: line?.id,
    version: line?.version,
  })
  await done(helen, `mutation ($id: ID!) { giveBottomLines(meetingId: $id, on: "2026-03-10") { ${refused} } }`, { id: meetingId })
  for (const [personId, state, how] of [
    [personIds.mum, 'coming', 'inRoom'],
    [personIds.dad, 'coming', 'inRoom'],
    [personIds.gran, 'coming', 'video'],
    [personIds.jo, 'sendingViews', 'letter'],
  ] as const) {
    const added = await done<{ meeting: { participants: { id: string; version: number; person: { id: string } | null }[] } }>(
      helen,
      `mutation ($input: AddParticipantInput!) { addParticipant(input: $input) { ${refused} ... on AddParticipantDone {
        meeting { participants { id version person { id } } } } } }`,
      { input: { meetingId, personId, need: 'must' } },
    )
    const part = added.meeting.participants.find((one) => one.person?.id === personId)
    await done(helen, `mutation ($input: SetParticipationInput!) { setParticipation(input: $input) { ${refused} } }`, {
      input: { participantId: part?.id, version: part?.version, state, how },
    })
  }
  await done(helen, `mutation ($input: BookTimeInput!) { bookTime(input: $input) { ${refused} } }`, {
    input: {
      meetingId,
      version: await versionOf(helen, meetingId),
      date: await dayOfItsOwn(server),
      start: '16:00',
      minutes: '180',
      place: 'Wendlebury Hub',
    },
  })
  for (const to of ['welcome', 'information', 'privateTime']) await moveStage(helen, meetingId, to)
  return { familyId, meetingId, personIds, bottomLineId: line?.id ?? '' }
}

/** 12 March, or a day later for each family that is meeting already: Helen and Priya are in one meeting at a time. */
async function dayOfItsOwn(server: TestServer): Promise<string> {
  const meeting = await server.database.transaction({ worker: workers.ruth.id }, (tx) =>
    tx.meeting.count({ where: { stage: { notIn: ['preparing', 'ended'] } } }),
  )
  return new Date(Date.UTC(2026, 2, 12 + meeting)).toISOString().slice(0, 10)
}

async function versionOf(helen: Visitor, id: string): Promise<number> {
  const data = await helen.send('query ($id: ID!) { meeting(id: $id) { version } }', { id })
  return (data['meeting'] as { version: number }).version
}

export async function moveStage(helen: Visitor, id: string, to: string): Promise<void> {
  await done(
    helen,
    `mutation ($id: ID!, $to: Stage!, $version: Int!) { moveStage(meetingId: $id, to: $to, version: $version) { ${refused} } }`,
    { id, to, version: await versionOf(helen, id) },
  )
}

/** A device that made the key of a draft: its proofs, and envelopes that nobody could open. */
export function newDevice(meetingId: string) {
  const [member, share] = [randomBytes(32), randomBytes(32)]
  const draftId: string = randomUUID()
  const device = randomBytes(16).toString('base64url')
  let n = 0
  const memberProof = member.toString('base64url')
  return {
    draftId,
    memberProof,
    shareProof: share.toString('base64url'),
    start: {
      meetingId,
      draftId,
      memberProofHash: sha256(member).toString('base64url'),
      shareProofHash: sha256(share).toString('base64url'),
    },
    /** Another page load that holds the same key. */
    another: () => ({ device: randomBytes(16).toString('base64url') }),
    envelope: (changes: Record<string, unknown> = {}) => ({
      id: randomUUID(),
      n: String(++n),
      kind: 'update',
      nonce: randomBytes(12).toString('base64url'),
      sealed: randomBytes(40).toString('base64url'),
      ...changes,
    }),
    append: (envelopes: object[], changes: Record<string, unknown> = {}) => ({
      input: { draftId, memberProof, device, epoch: 1, envelopes, ...changes },
    }),
  }
}

/** One phone lets another in by the square: offered, answered, and the key wrapped for it. */
export async function letIn(from: Visitor, to: Visitor, { draftId, memberProof }: ReturnType<typeof newDevice>): Promise<void> {
  const jid = randomBytes(16).toString('base64url')
  await done(from, documents.offerJoin, { input: { draftId, memberProof, jid, offer: 'offered' } })
  await done(to, documents.replyToJoin, { input: { jid, reply: 'replied' } })
  await done(from, documents.wrapForJoin, { input: { jid, memberProof, wrapped: 'wrapped' } })
}

/** A link that Helen makes for somebody, with the code that she would speak on the phone. */
export async function linkFrom(server: TestServer, personId: string): Promise<{ token: string; code: string }> {
  const helen = await server.as(workers.helen.id)
  const made = await done<{ address: string; spokenCode: string }>(helen, documents.makeLink, { id: personId })
  return { token: made.address.split('/').at(-1) ?? '', code: made.spokenCode }
}

/** Whoever opens a link, and types its code, on a phone of their own. */
export async function signedInBy(server: TestServer, link: { token: string; code: string }): Promise<Visitor> {
  const { session } = await server.nobody.ask(documents.signIn, link)
  if (session === null || session === 'ended') throw new Error('The link did not sign in')
  return server.holding(session.token)
}

interface Share {
  input: { draftId: string; head: number; digest: string; shareProof: string }
}

/** Everybody who writes the plan is shown what will be shared, and the minute passes in which any of them may say "Not yet". */
export async function shownToAll(server: TestServer, by: Visitor, { input: { draftId, head, digest, shareProof } }: Share): Promise<void> {
  await done(by, documents.propose, { input: { draftId, head, digest, shareProof } })
  await minutePasses(server)
}

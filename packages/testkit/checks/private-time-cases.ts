import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { takeEffect } from '@kinplan/server/private-time/take-effect'
import { workers } from '../src/cast'
import { moveDatabaseClock } from '../src/database-clock'
import { asks, newRescueWords, shownToAll } from './minted-doors'
import { asking, input, move, o, refused, type RootFieldCase, type StoryServer } from './field-case'

const { helen } = workers

/** Private family time, until the plan is agreed on. */
export async function* privateTimeCases(server: StoryServer): AsyncGenerator<RootFieldCase> {
  const { ask, at, versionOf, osei } = asking(server)
  const draftId = randomUUID()
  const proofs = { member: randomBytes(32), share: randomBytes(32) }
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url')
  const memberProof = proofs.member.toString('base64url')
  const { ama, kwame } = osei.people
  yield {
    ...o,
    field: 'startDraft',
    document: input('startDraft', 'StartDraftInput', 'room { id draft { id } }'),
    variables: { input: { meetingId: osei.meetingId, draftId, memberProofHash: hash(proofs.member), shareProofHash: hash(proofs.share) } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'myRoom',
    document: 'query ($id: ID!) { myRoom(meetingId: $id) { id members { name } draft { id head } } }',
    variables: { id: osei.meetingId },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'keepKeyShare',
    document: `mutation ($id: ID!, $p: String!) {
      keepKeyShare(draftId: $id, memberProof: $p) { ${refused} ... on KeepKeyShareDone { keyShare } }
    }`,
    variables: { id: draftId, p: memberProof },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'comeBackToDraft',
    document: `mutation ($id: ID!, $p: String!) {
      comeBackToDraft(draftId: $id, memberProof: $p) { ${refused} ... on ComeBackToDraftDone { keyShare epoch } }
    }`,
    variables: { id: draftId, p: memberProof },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'keepNothingHere',
    document: `mutation ($id: ID!) { keepNothingHere(draftId: $id) { ${refused} ... on KeepNothingHereDone { room { id } } } }`,
    variables: { id: draftId },
    rightful: ama,
  }
  const jid = randomBytes(16).toString('base64url')
  const opaque = () => randomBytes(96).toString('base64url')
  yield {
    ...o,
    field: 'offerJoin',
    document: input('offerJoin', 'OfferJoinInput', 'offer { jid }'),
    variables: { input: { draftId, memberProof, jid, offer: opaque() } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'joinOffer',
    document: 'query ($jid: String!) { joinOffer(jid: $jid) { jid offer } }',
    variables: { jid },
    rightful: kwame,
  }
  yield {
    ...o,
    field: 'replyToJoin',
    document: input('replyToJoin', 'ReplyToJoinInput', 'offer { jid }'),
    variables: { input: { jid, reply: opaque() } },
    rightful: kwame,
  }
  yield {
    ...o,
    field: 'wrapForJoin',
    document: input('wrapForJoin', 'WrapForJoinInput', 'offer { jid }'),
    variables: { input: { jid, memberProof, wrapped: opaque() } },
    rightful: ama,
  }
  const rescue = newRescueWords()
  yield {
    ...o,
    field: 'keepRescueWords',
    document: input('keepRescueWords', 'KeepRescueWordsInput', 'room { rescueWordsWall }'),
    variables: { input: { draftId, memberProof, epoch: 1, ...rescue.kept } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'findByRescueWords',
    document: asks.findByRescueWords,
    variables: { id: osei.meetingId, p: rescue.wordsProof },
    rightful: kwame,
  }
  yield {
    ...o,
    field: 'openByRescueWords',
    document: input('openByRescueWords', 'OpenByRescueWordsInput', 'room { rescueOpenings { name } }'),
    variables: { input: { meetingId: osei.meetingId, wordsProof: rescue.wordsProof, memberProof } },
    rightful: kwame,
  }
  const phones = 'query ($id: ID!) { myRoom(meetingId: $id) { sessions { id here letIn } } }'
  await server.as(osei.people.efua)
  const sessions = await at<{ id: string; here: boolean; letIn: boolean }[]>(ama, 'myRoom.sessions', phones, { id: osei.meetingId })
  yield {
    ...o,
    field: 'dropSession',
    document: `mutation ($id: ID!, $s: ID!) {
      dropSession(meetingId: $id, sessionId: $s) { ${refused} ... on DropSessionDone { room { id } } }
    }`,
    variables: { id: osei.meetingId, s: sessions.find(({ here, letIn }) => !here && !letIn)?.id },
    rightful: ama,
  }
  const device = randomBytes(16).toString('base64url')
  const envelope = (n: number) => ({
    id: randomUUID(),
    n: String(n),
    kind: 'update',
    nonce: randomBytes(12).toString('base64url'),
    sealed: randomBytes(80).toString('base64url'),
  })
  const append = input('appendEnvelopes', 'AppendEnvelopesInput', 'stored { id seq }')
  yield {
    ...o,
    field: 'appendEnvelopes',
    document: append,
    variables: { input: { draftId, memberProof, device, epoch: 1, envelopes: [envelope(1)] } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'relayHead',
    document: input('relayHead', 'RelayHeadInput', 'relayed'),
    variables: { input: { draftId, memberProof, device, epoch: 1, head: { ...envelope(1), kind: 'head' } } },
    rightful: ama,
  }
  yield {
    ...o,
    field: 'envelopes',
    document: 'subscription ($id: ID!, $p: String!) { envelopes(draftId: $id, after: 0, memberProof: $p) { seq sealed } }',
    variables: { id: draftId, p: memberProof },
    rightful: kwame,
    stir: () => ask(ama, append, { input: { draftId, memberProof, device, epoch: 1, envelopes: [envelope(2)] } }),
  }
  const withProof = (field: string) =>
    `mutation ($d: ID!, $p: String!) {
      ${field}(draftId: $d, memberProof: $p) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { room { ended } } }
    }`
  await moveDatabaseClock(server, 15 * 60_000)
  yield {
    ...o,
    field: 'endWithoutKey',
    document: `mutation ($id: ID!) {
      endWithoutKey(meetingId: $id, kind: restart) { ${refused} ... on EndWithoutKeyDone { room { members { name } waitingEnd { kind } } } }
    }`,
    variables: { id: osei.meetingId },
    rightful: kwame,
  }
  yield {
    ...o,
    field: 'stopEndWithoutKey',
    document: withProof('stopEndWithoutKey'),
    variables: { d: draftId, p: memberProof },
    rightful: ama,
  }
  await moveDatabaseClock(server, 30 * 60_000)
  yield {
    ...o,
    field: 'endOnSpokenWord',
    document: `mutation ($id: ID!, $saidBy: String!) {
      endOnSpokenWord(meetingId: $id, saidBy: $saidBy) { ${refused} ... on EndOnSpokenWordDone { meeting { spokenEnd { state } } } }
    }`,
    variables: { id: osei.meetingId, saidBy: 'Ama' },
    rightful: helen.id,
  }
  await moveDatabaseClock(server, 35 * 60_000)
  await takeEffect(server.parts)
  yield {
    ...o,
    field: 'undoEndWithoutKey',
    document: withProof('undoEndWithoutKey'),
    variables: { d: draftId, p: memberProof },
    rightful: ama,
  }
  const step = {
    bottomLineId: osei.bottomLineIds[0],
    heading: null,
    what: 'Auntie walks Kofi to school.',
    who: 'Efua',
    byWhen: 'Monday',
    howWeWillKnow: '',
    helpNeeded: '',
    ifItDoesNotWork: '',
  }
  const shown = { draftId, head: 2, digest: hash(proofs.share), shareProof: proofs.share.toString('base64url') }
  const propose = input('proposeShare', 'ProposeShareInput', 'room { shareProposal { head stopped } }')
  yield { ...o, field: 'proposeShare', document: propose, variables: { input: shown }, rightful: ama }
  yield { ...o, field: 'stopShare', document: withProof('stopShare'), variables: { d: draftId, p: memberProof }, rightful: kwame }
  await shownToAll(server, { send: (document, variables) => ask(ama, document, variables) }, { input: shown })
  yield {
    ...o,
    field: 'sharePlan',
    document: input('sharePlan', 'SharePlanInput', 'plan { id steps { what } }'),
    variables: {
      input: { ...shown, wantYouToKnow: '', steps: [step] },
    },
    rightful: ama,
  }
  for (const field of ['doubtPlan', 'takeBackDoubt'])
    yield { ...o, field, document: withProof(field), variables: { d: draftId, p: memberProof }, rightful: ama }
  yield {
    ...o,
    field: 'endPrivateTime',
    document: `mutation ($id: ID!) { endPrivateTime(meetingId: $id) { ${refused} ... on EndPrivateTimeDone { myMeeting { id } } } }`,
    variables: { id: osei.meetingId },
    rightful: ama,
  }
  const go = async (to: string) => ask(helen.id, move, { id: osei.meetingId, to, v: await versionOf(osei.meetingId) })
  await go('agreeing')
  await go('privateTime')
  yield {
    ...o,
    field: 'endPrivateTimeForFamily',
    document: `mutation ($id: ID!, $saidBy: String!) {
      endPrivateTimeForFamily(meetingId: $id, saidBy: $saidBy) { ${refused} ... on EndPrivateTimeForFamilyDone { meeting { stage } } }
    }`,
    variables: { id: osei.meetingId, saidBy: 'Ama' },
    rightful: helen.id,
  }
  await go('agreeing')
}

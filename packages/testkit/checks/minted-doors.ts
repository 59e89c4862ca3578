import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { minutePasses, type OwnDatabase } from '../src/database-clock'
import type { TestServer, Visitor } from '../src/test-server'

const refused = '__typename ... on Refused { code field }'
const input = (field: string, type: string, shown: string) =>
  `mutation ($input: ${type}!) {
    ${field}(input: $input) { ${refused} ... on ${field.charAt(0).toUpperCase()}${field.slice(1)}Done { ${shown} } }
  }`

/** What is asked at the door, as an app would. */
export const asks = {
  meeting: 'query ($id: ID!) { meeting(id: $id) { version stage } }',
  room: 'query ($id: ID!) { myRoom(meetingId: $id) { members { name } draft { id head } } myMeeting(id: $id) { stage readers } }',
  waiting: 'query ($id: ID!) { myRoom(meetingId: $id) { ended waitingEnd { kind } } }',
  answers: 'query ($id: ID!) { plan(id: $id) { sharedThrough { linkOf } agreements { givenTo linkOf } } }',
  move: `mutation ($id: ID!, $to: Stage!, $v: Int!) { moveStage(meetingId: $id, to: $to, version: $v) { ${refused} } }`,
  makeLink: `mutation ($id: ID!) { makeSignInLink(personId: $id) { ${refused} ... on MakeSignInLinkDone { address spokenCode } } }`,
  signIn: `mutation ($token: String!, $code: String!) { signIn(token: $token, code: $code) { ${refused} } }`,
  startDraft: input('startDraft', 'StartDraftInput', 'room { id }'),
  keepKeyShare: `mutation ($id: ID!, $p: String!) { keepKeyShare(draftId: $id, memberProof: $p) { ${refused} } }`,
  offerJoin: input('offerJoin', 'OfferJoinInput', 'offer { jid }'),
  replyToJoin: input('replyToJoin', 'ReplyToJoinInput', 'offer { jid }'),
  wrapForJoin: input('wrapForJoin', 'WrapForJoinInput', 'offer { jid }'),
  keepRescueWords: input('keepRescueWords', 'KeepRescueWordsInput', 'room { id }'),
  findByRescueWords: `mutation ($id: ID!, $p: String!) {
    findByRescueWords(meetingId: $id, wordsProof: $p) { ${refused} ... on FindByRescueWordsDone { draftId epoch sealed } }
  }`,
  openByRescueWords: input('openByRescueWords', 'OpenByRescueWordsInput', 'room { id }'),
  propose: input('proposeShare', 'ProposeShareInput', 'room { id }'),
  share: input('sharePlan', 'SharePlanInput', 'plan { id }'),
  doubt: `mutation ($d: ID!, $p: String!) { doubtPlan(draftId: $d, memberProof: $p) { ${refused} } }`,
  agree: input('agreePlan', 'AgreePlanInput', 'plan { id }'),
  end: `mutation ($id: ID!, $p: String!) { endPrivateTime(meetingId: $id, memberProof: $p) { ${refused} } }`,
  endWithoutKey: `mutation ($id: ID!) { endWithoutKey(meetingId: $id, kind: end) { ${refused} } }`,
}

/** Does a mutation and gives its fields, or throws what was refused. */
export async function done<T = object>(visitor: Pick<Visitor, 'send'>, document: string, variables: Record<string, unknown>): Promise<T> {
  const [answer] = Object.values(await visitor.send(document, variables)) as { __typename: string; code?: string }[]
  if (answer?.__typename === 'Refused') throw new Error(`${document.slice(0, 90)} was refused: ${answer.code}`)
  return answer as T
}

export type Device = ReturnType<typeof newDevice>

/** A device that made the key of a draft: its proofs, and how the draft begins. */
export function newDevice(meetingId: string) {
  const [member, share] = [randomBytes(32), randomBytes(32)]
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url')
  const draftId: string = randomUUID()
  return {
    draftId,
    memberProof: member.toString('base64url'),
    shareProof: share.toString('base64url'),
    start: { meetingId, draftId, memberProofHash: hash(member), shareProofHash: hash(share) },
  }
}

/** Rescue words, as a phone keeps them with the server, and what shows that somebody has them. Nobody could open it. */
export function newRescueWords() {
  const [proof, salt, sealed] = [randomBytes(32), randomBytes(16), randomBytes(60)]
  const proofHash = createHash('sha256').update(proof).digest('base64url')
  return {
    wordsProof: proof.toString('base64url'),
    kept: { salt: salt.toString('base64url'), proofHash, sealed: sealed.toString('base64url') },
  }
}

/** What shares a draft in which nothing was written. */
export function shareOf({ draftId, shareProof }: Device) {
  return { input: { draftId, head: 0, shareProof, wantYouToKnow: 'Ours.', digest: 'a'.repeat(64), steps: [] } }
}

interface Share {
  input: { draftId: string; head: number; digest: string; shareProof: string }
}

/** Everybody who writes the plan is shown what will be shared, and none of them says "Not yet" for a minute. */
export async function shownToAll(
  of: OwnDatabase,
  by: Pick<Visitor, 'send'>,
  { input: { draftId, head, digest, shareProof } }: Share,
): Promise<void> {
  await done(by, asks.propose, { input: { draftId, head, digest, shareProof } })
  await minutePasses(of)
}

/** One phone lets another in by the square. */
export async function letIn(from: Visitor, to: Visitor, { draftId, memberProof }: Device): Promise<void> {
  const jid = randomBytes(16).toString('base64url')
  await done(from, asks.offerJoin, { input: { draftId, memberProof, jid, offer: 'offered' } })
  await done(to, asks.replyToJoin, { input: { jid, reply: 'replied' } })
  await done(from, asks.wrapForJoin, { input: { jid, memberProof, wrapped: 'wrapped' } })
}

/** Whoever opens a link and types its code, on a device of their own. */
export async function signedInBy(server: TestServer, link: { token: string; code: string }): Promise<Visitor> {
  const { session } = await server.nobody.ask(asks.signIn, link)
  if (session === null || session === 'ended') throw new Error('The link did not sign in')
  return server.holding(session.token)
}

interface PlanAsSeen {
  sharedThrough: { linkOf: string; mine: boolean } | null
  answeredByLink: number
  myAnswer: { linkOf: string | null } | null
}

/** What a member of the family is told of a plan. */
export async function planAsSeen(who: Visitor, id: string): Promise<PlanAsSeen> {
  const data = await who.send('query ($id: ID!) { myPlan(id: $id) { sharedThrough { linkOf mine } answeredByLink myAnswer { linkOf } } }', {
    id,
  })
  return data['myPlan'] as PlanAsSeen
}

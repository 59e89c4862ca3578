import { createHash, randomBytes, randomUUID } from 'node:crypto'
import type { OwnDatabase } from '../src/database-clock'
import { shareTogether } from '../src/share-together'
import type { StoryTeller } from '../src/story-teller'

/** What a phone of the family seals: envelopes that nobody without the key can open. */
export type SealWords = (words: string) => { nonce: string; sealed: string }

/** How phones seal, and the database by whose clock they wait. */
export interface Phones {
  seal: SealWords
  of: OwnDatabase
}

/** What two phones of the family write, each word sealed before it goes; what they share of it; and how they end their time. */
export async function writePlanOfBrights(
  teller: StoryTeller,
  { meetingId, nell, rory, bottomLineId, seal, of }: { meetingId: string; nell: string; rory: string; bottomLineId: string } & Phones,
): Promise<string> {
  const draftId = randomUUID()
  const [member, share] = [randomBytes(32), randomBytes(32)]
  const hash = (bytes: Buffer) => createHash('sha256').update(bytes).digest('base64url')
  const memberProof = member.toString('base64url')
  await teller.does(nell, 'startDraft', { meetingId, draftId, memberProofHash: hash(member), shareProofHash: hash(share) }, 'room { id }')
  const jid = randomBytes(16).toString('base64url')
  await teller.does(nell, 'offerJoin', { draftId, memberProof, jid, offer: 'sealed' }, 'offer { jid }')
  await teller.does(rory, 'replyToJoin', { jid, reply: 'sealed' }, 'offer { jid }')
  await teller.does(nell, 'wrapForJoin', { jid, memberProof, wrapped: 'sealed' }, 'offer { jid }')
  const envelope = { id: randomUUID(), n: '1', kind: 'update', ...seal('We are frightened of what comes next.') }
  await teller.does(
    nell,
    'appendEnvelopes',
    { draftId, memberProof, device: randomBytes(16).toString('base64url'), epoch: 1, envelopes: [envelope] },
    'stored { id seq }',
  )
  const planId = await shareTogether(teller, of, nell, {
    draftId,
    head: 1,
    shareProof: share.toString('base64url'),
    digest: hash(randomBytes(8)),
    wantYouToKnow: 'We mean it.',
    steps: [
      {
        bottomLineId,
        heading: null,
        what: 'Nell cooks.',
        who: 'Nell',
        byWhen: 'from Monday',
        howWeWillKnow: 'Sol says so.',
        helpNeeded: 'A slow cooker.',
        ifItDoesNotWork: 'Joss cooks.',
      },
      {
        bottomLineId: null,
        heading: 'Sundays',
        what: 'We ring each other.',
        who: 'All',
        byWhen: 'Sunday',
        howWeWillKnow: '',
        helpNeeded: '',
        ifItDoesNotWork: '',
      },
    ],
  })
  await teller.ask(
    nell,
    'mutation ($id: ID!, $proof: String) { endPrivateTime(meetingId: $id, memberProof: $proof) { __typename ... on Refused { code } } }',
    { id: meetingId, proof: memberProof },
  )
  return planId
}

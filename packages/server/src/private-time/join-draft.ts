import { Refusal } from '@kinplan/domain/refusal'
import { joinIdBytes } from '@kinplan/private-draft/protocol'
import { permit, type Permit } from '../access/permit'
import type { Operation } from '../access/operation'
import { parseBytes } from './parse-bytes'
import type { OfferJoinInput, ReplyToJoinInput, WrapForJoinInput } from './draft.graphql'
import { draftWithProof, holdRoom, keepKeyHolder } from './draft.store'
import { insertOffer, keepReply, keepWrapped, readOffer } from './join.store'

/** Characters, of base64url, of what two phones say to each other: a point, a proof, a wrapped key. */
const mostSaid = 2000

/** Offers the draft to another phone of the room; gives the draft's id, as do all of these. */
export async function offerJoin(op: Operation, input: OfferJoinInput): Promise<string> {
  const granted = await permit(op, 'draft:admit', { kind: 'draft', id: input.draftId })
  await draftWithProof(granted, 'draft:admit', input.draftId, { of: 'member', given: input.memberProof })
  if (parseBytes(input.jid, 'jid', 'joinEnded').length !== joinIdBytes) throw new Refusal('joinEnded', 'jid')
  await insertOffer(granted, input.jid, said(input.offer, 'offer'))
  return input.draftId
}

/** The joining phone holds no key yet: it needs to be of the room, and the offering phone checks its reply. */
export async function replyToJoin(op: Operation, input: ReplyToJoinInput): Promise<string> {
  const granted = await permit(op, 'draft:join', { kind: 'joinOffer', id: input.jid })
  await keepReply(granted, said(input.reply, 'reply'))
  return (await offerNow(granted)).draftId
}

/** Gives the key to the phone that replied: its session takes it, and is vouched for once two people have. */
export async function wrapForJoin(op: Operation, input: WrapForJoinInput): Promise<string> {
  const granted = await permit(op, 'draft:admit', { kind: 'joinOffer', id: input.jid })
  const { draftId } = granted
  await holdRoom(granted)
  const { open } = await draftWithProof(granted, 'draft:admit', draftId, { of: 'member', given: input.memberProof })
  if (!open) throw new Refusal('draftClosed')
  await keepKeyHolder(granted, { draftId, ...(await keepWrapped(granted, said(input.wrapped, 'wrapped'))) })
  return draftId
}

async function offerNow(granted: Permit<'draft:join'>) {
  const offer = await readOffer(granted)
  if (offer === null) throw new Refusal('joinEnded', 'jid')
  return offer
}

function said(text: string, field: string): string {
  if (text === '') throw new Refusal('wordsMissing', field)
  if (text.length > mostSaid) throw new Refusal('wordsTooLong', field)
  if (!/^[\w-]+$/.test(text)) throw new Refusal('wordsBroken', field)
  return text
}

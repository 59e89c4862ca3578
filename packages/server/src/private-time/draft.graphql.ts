import { InputType, ObjectType } from 'type-graphql'
import { draftStates } from '@kinplan/domain/plan/draft-states'
import { roomBegun } from '@kinplan/domain/plan/vouching'
import { envelopeKinds } from '@kinplan/private-draft/protocol'
import { RightEnum } from '../access/right.graphql'
import { enumOf } from '../access/enum.graphql'
import { described, fields, flag, id, list, nullable, text, whole } from '../access/fields.graphql'
import { resultOf } from '../access/refused.graphql'

const DraftStateEnum = enumOf('DraftState', draftStates)
const RoomBegunEnum = enumOf('RoomBegun', roomBegun)
const EnvelopeKindEnum = enumOf('EnvelopeKind', envelopeKinds)

/** Ids are real here: they are bound into envelopes. */
@ObjectType()
class MyMember extends fields({ id, name: text }) {}

@ObjectType()
class MyDraft extends fields({
  id,
  epoch: whole,
  head: whole,
  state: DraftStateEnum,
  shared: described(nullable(id), 'The plan, once it has been shared.'),
}) {}

@ObjectType()
export class MyRoom extends fields({
  id,
  meetingId: id,
  members: described(list(MyMember), 'Nobody, for a session that is not vouched for.'),
  ended: flag,
  draft: described(nullable(MyDraft), 'The draft whose key this session took, or that those who are vouched for write.'),
  begun: described(RoomBegunEnum, 'Whether somebody else has begun to write, and whether two people have done so together.'),
  viewerCan: list(RightEnum),
  me: id,
}) {}

/** Opaque to the server: base64url. */
@ObjectType()
export class JoinOffer extends fields({
  jid: text,
  meetingId: id,
  draftId: id,
  epoch: whole,
  offer: text,
  reply: nullable(text),
  replyBy: nullable(id),
  wrapped: nullable(text),
  by: id,
}) {}

/** A sealed envelope as it was stored and stamped, or a head that is relayed, with `seq` 0; bytes in base64url. */
@ObjectType()
export class Envelope extends fields({
  seq: whole,
  epoch: whole,
  id,
  device: text,
  member: id,
  n: text,
  kind: EnvelopeKindEnum,
  nonce: text,
  sealed: text,
}) {}

@ObjectType()
export class StoredEnvelope extends fields({ id, seq: whole }) {}

@InputType()
export class StartDraftInput extends fields({
  meetingId: id,
  draftId: id,
  memberProofHash: described(text, 'SHA-256 of the 32 bytes of the proof, base64url.'),
  shareProofHash: text,
}) {}

@InputType()
export class OfferJoinInput extends fields({
  draftId: id,
  memberProof: text,
  jid: text,
  offer: text,
}) {}

@InputType()
export class ReplyToJoinInput extends fields({ jid: text, reply: text }) {}

@InputType()
export class WrapForJoinInput extends fields({ jid: text, memberProof: text, wrapped: text }) {}

@InputType()
class EnvelopeInput extends fields({
  id,
  n: text,
  kind: EnvelopeKindEnum,
  nonce: text,
  sealed: text,
}) {}

@InputType()
export class RelayHeadInput extends fields({
  draftId: id,
  memberProof: text,
  device: text,
  epoch: whole,
  head: described(EnvelopeInput, '`n` is how far the device has read; it seals a digest of it.'),
}) {}

@InputType()
export class AppendEnvelopesInput extends fields({
  draftId: id,
  memberProof: text,
  device: text,
  epoch: whole,
  envelopes: list(EnvelopeInput),
}) {}

const offer = { offer: JoinOffer }
export const StartDraftResult = resultOf('StartDraft', { room: MyRoom })
export const KeepKeyShareResult = resultOf('KeepKeyShare', { keyShare: text })
export const ComeBackToDraftResult = resultOf('ComeBackToDraft', { keyShare: text, epoch: whole })
export const KeepNothingHereResult = resultOf('KeepNothingHere', { room: MyRoom })
export const OfferJoinResult = resultOf('OfferJoin', offer)
export const ReplyToJoinResult = resultOf('ReplyToJoin', offer)
export const WrapForJoinResult = resultOf('WrapForJoin', offer)
export const RelayHeadResult = resultOf('RelayHead', { relayed: flag })
export const AppendEnvelopesResult = resultOf('AppendEnvelopes', { stored: list(StoredEnvelope) })

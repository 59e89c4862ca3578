import { Field, ID, InputType, Int, ObjectType } from 'type-graphql'
import { draftStates, type DraftState } from '@kinplan/domain/plan/draft-states'
import { envelopeKinds, type EnvelopeKind } from '@kinplan/private-draft/protocol'
import { enumOf } from '../access/enum.graphql'
import { resultOf } from '../access/refused.graphql'

const DraftStateEnum = enumOf('DraftState', draftStates)
const EnvelopeKindEnum = enumOf('EnvelopeKind', envelopeKinds)

/** Ids are real here: they are bound into envelopes. */
@ObjectType()
class MyMember {
  @Field(() => ID)
  id: string
  @Field(() => String)
  name: string
}

@ObjectType()
class MyDraft {
  @Field(() => ID)
  id: string
  @Field(() => Int)
  epoch: number
  @Field(() => Int)
  head: number
  @Field(() => DraftStateEnum)
  state: DraftState
  @Field(() => ID, { nullable: true, description: 'The plan, once it has been shared.' })
  shared: string | null
}

@ObjectType()
export class MyRoom {
  @Field(() => ID)
  id: string
  @Field(() => ID)
  meetingId: string
  @Field(() => [MyMember])
  members: MyMember[]
  @Field(() => Boolean)
  ended: boolean
  @Field(() => MyDraft, { nullable: true })
  draft: MyDraft | null
  @Field(() => ID)
  me: string
}

/** Opaque to the server: base64url. */
@ObjectType()
export class JoinOffer {
  @Field(() => String)
  jid: string
  @Field(() => ID)
  draftId: string
  @Field(() => String)
  offer: string
  @Field(() => String, { nullable: true })
  reply: string | null
  @Field(() => ID, { nullable: true })
  replyBy: string | null
  @Field(() => String, { nullable: true })
  wrapped: string | null
  @Field(() => ID)
  by: string
}

/** A sealed envelope as it was stored and stamped; bytes in base64url. */
@ObjectType()
export class Envelope {
  @Field(() => Int)
  seq: number
  @Field(() => Int)
  epoch: number
  @Field(() => ID)
  id: string
  @Field(() => String)
  device: string
  @Field(() => ID)
  member: string
  @Field(() => String)
  n: string
  @Field(() => EnvelopeKindEnum)
  kind: EnvelopeKind
  @Field(() => String)
  nonce: string
  @Field(() => String)
  sealed: string
}

@ObjectType()
export class StoredEnvelope {
  @Field(() => ID)
  id: string
  @Field(() => Int)
  seq: number
}

@InputType()
export class StartDraftInput {
  @Field(() => ID)
  meetingId: string
  @Field(() => ID)
  draftId: string
  @Field(() => String, { description: 'SHA-256 of the 32 bytes of the proof, base64url.' })
  memberProofHash: string
  @Field(() => String)
  shareProofHash: string
}

@InputType()
export class OfferJoinInput {
  @Field(() => ID)
  draftId: string
  @Field(() => String)
  memberProof: string
  @Field(() => String)
  jid: string
  @Field(() => String)
  offer: string
}

@InputType()
export class ReplyToJoinInput {
  @Field(() => String)
  jid: string
  @Field(() => String)
  reply: string
}

@InputType()
export class WrapForJoinInput {
  @Field(() => String)
  jid: string
  @Field(() => String)
  memberProof: string
  @Field(() => String)
  wrapped: string
}

@InputType()
class EnvelopeInput {
  @Field(() => ID)
  id: string
  @Field(() => String)
  n: string
  @Field(() => EnvelopeKindEnum)
  kind: EnvelopeKind
  @Field(() => String)
  nonce: string
  @Field(() => String)
  sealed: string
}

@InputType()
export class AppendEnvelopesInput {
  @Field(() => ID)
  draftId: string
  @Field(() => String)
  memberProof: string
  @Field(() => String)
  device: string
  @Field(() => Int)
  epoch: number
  @Field(() => [EnvelopeInput])
  envelopes: EnvelopeInput[]
}

const offer = { offer: () => JoinOffer }
export const StartDraftResult = resultOf('StartDraft', { room: () => MyRoom })
export const KeepHalfResult = resultOf('KeepHalf', { half: () => String })
export const OfferJoinResult = resultOf('OfferJoin', offer)
export const ReplyToJoinResult = resultOf('ReplyToJoin', offer)
export const WrapForJoinResult = resultOf('WrapForJoin', offer)
export const AppendEnvelopesResult = resultOf('AppendEnvelopes', { stored: () => [StoredEnvelope] })

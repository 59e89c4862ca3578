import type { DraftPlan } from './draft-plan'

/** An envelope as it goes to the server. `body`: nonce and sealed bytes, base64url. */
export interface SealedEnvelope {
  readonly id: string
  readonly n: number
  readonly kind: string
  readonly body: string
}

/** An envelope as the server stored and stamped it. `seq` is 1, 2, 3 … in one draft, 0 of a head; `device` and `body` base64url. */
export interface StoredEnvelope {
  readonly id: string
  readonly seq: number
  readonly kind: string
  readonly device: string
  readonly memberId: string
  readonly n: number
  readonly epoch: number
  readonly body: string
}

/** Where a device goes on reading: after this number, or from the beginning where the server has other envelopes up to there. */
export interface ReadFrom {
  readonly after: number
  /** See `knownEnvelopes`; null for what has to be read in any case. */
  readonly known: string | null
}

interface StoredAt {
  readonly id: string
  readonly seq: number
}

/** What the server says of an offer. `offer` is opaque to it. */
interface OfferedJoin {
  readonly meetingId: string
  readonly draftId: string
  readonly epoch: number
  readonly offer: string
}

export type Shared = 'shared' | 'somebodyHasWrittenMore' | 'refused'
export type Shown = 'shown' | Exclude<Shared, 'shared'>

/** Called for each frame, in any order, any number of times, and when the way to the server opens or closes. */
export interface EnvelopeListener {
  frame(envelope: StoredEnvelope): void
  connected(isConnected: boolean): void
}

/**
 * The way to the server for one session. Bytes travel as base64url. A promise that rejects means that no answer came:
 * the call may or may not have happened, and may be made again. Whatever the server decided is in the answer.
 */
export interface DraftPost {
  /** Epoch 1: false when two people already write a draft of this room, or this session may not. */
  startDraft(start: { meetingId: string; draftId: string; memberProofHash: string; shareProofHash: string }): Promise<boolean>
  /** Resolves once stored; the same id again gives its first seq. What is missing from the answer was not stored. */
  appendEnvelopes(append: {
    draftId: string
    memberProof: string
    epoch: number
    writer: string
    envelopes: readonly SealedEnvelope[]
  }): Promise<readonly StoredAt[]>
  /** Says to the other devices how far this one has read; stored nowhere. False when the server refused. */
  relayHead(relay: { draftId: string; memberProof: string; epoch: number; writer: string; envelope: SealedEnvelope }): Promise<boolean>
  /** Everything after what `from` says, then what comes; `from` is asked again at each new connection. Returns how to stop. */
  envelopes(read: { draftId: string; memberProof: string; from: () => Promise<ReadFrom> }, listener: EnvelopeListener): () => void
  offerJoin(join: { draftId: string; memberProof: string; jid: string; offer: string }): Promise<boolean>
  joinOffer(jid: string): Promise<OfferedJoin | undefined>
  replyJoin(join: { jid: string; device: string; reply: string }): Promise<boolean>
  joinReply(jid: string): Promise<{ device: string; memberId: string; reply: string } | undefined>
  wrapJoin(join: { jid: string; memberProof: string; wrap: string }): Promise<boolean>
  joinWrap(jid: string): Promise<string | undefined>
  /** 32 bytes for this person on this device and the draft, base64url; undefined once deleted. */
  releaseDeviceKey(held: { draftId: string; memberProof: string }): Promise<string | undefined>
  /** The same for whoever has signed in since; 'forgotten' once the draft is deleted, 'refused' where there are none for this device. */
  comeBackToDraft(held: { draftId: string; memberProof: string }): Promise<{ readonly released: string } | 'forgotten' | 'refused'>
  /** Shows everybody who writes the draft what is about to be shared: their minute begins, or has begun. */
  proposeShare(share: { draftId: string; head: number; shareProof: string; digest: string }): Promise<Shown>
  sharePlan(share: { draftId: string; head: number; shareProof: string; plan: DraftPlan; digest: string }): Promise<Shared>
}

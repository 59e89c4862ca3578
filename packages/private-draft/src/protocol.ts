import { type Bytes, lp, u32, u64 } from './bytes'

/**
 * What a family's devices and the server must mean alike about a sealed draft. Devices of two versions do not open each
 * other's words: whatever changes the bytes that are sealed, proved or bound is another version.
 */
const protocolVersion = 1

const prefix = `kinplan/${protocolVersion}` as const

/** What a key, a proof or bound bytes are for, so that none can be taken for another. */
export const purposes = {
  /** Then the 16 bytes of the device: each has a key of its own. */
  envelope: `${prefix}/envelope`,
  member: `${prefix}/member`,
  share: `${prefix}/share`,
  offer: `${prefix}/offer`,
  reply: `${prefix}/reply`,
  join: `${prefix}/join`,
  joinName: `${prefix}/join/name`,
  joinSecret: `${prefix}/join/secret`,
  wrap: `${prefix}/wrap`,
  stay: `${prefix}/stay`,
  begun: `${prefix}/begun`,
  plan: `${prefix}/plan`,
  rescue: `${prefix}/rescue`,
  rescueProof: `${prefix}/rescue/proof`,
} as const

/** What a stored envelope holds: an edit, the whole draft for a newcomer, or again what did not open as it was stored. */
export const storedKinds = ['update', 'snapshot', 'again'] as const
export type StoredKind = (typeof storedKinds)[number]
/** `head` is relayed and stored nowhere: how far its device has read (n), sealing the digest of what it read. */
export const envelopeKinds = [...storedKinds, 'head'] as const
export type EnvelopeKind = (typeof envelopeKinds)[number]

/** K: random, one for each draft and epoch. */
export const keyBytes = 32
/** A device: random, one for each page load of one person. */
export const deviceBytes = 16
/** Of AES-256-GCM, random for each envelope. */
export const nonceBytes = 12
/** SHA-256 of a proof: what the server keeps of it. */
export const proofHashBytes = 32
/** The name of an offer to join, and the secret beside it that the server never sees. */
export const joinIdBytes = 16
export const joinSecretBytes = 16
/** Words that are said on the telephone in place of the square, and how often they are stretched (PBKDF2-HMAC-SHA-256; OWASP 2023). */
export const joinWordCount = 6
export const stretchRounds = 600_000

/** Of the rescue words of one draft and epoch, random and not secret. */
export const rescueSaltBytes = 16
/** K as rescue words seal it: a nonce, K, and the tag of AES-256-GCM. */
export const rescueSealedBytes = nonceBytes + keyBytes + 16

/** Bytes of one sealed envelope, without its nonce. */
export const mostEnvelopeBytes = 65_536
/** Envelopes in one call. */
export const mostEnvelopes = 32
export const largestEpoch = 2 ** 31 - 1

/** An offer to join lives this long, and admits one device. */
export const joinMinutes = 10

/** Steps in one plan: more than any family has ever written, few enough to show. */
export const mostSteps = 100
/** The longest a field may grow by hand, in UTF-16 units: what a shared plan keeps, and always fits one envelope. */
export const fieldLimit = 5000
/** As `fieldLimit`, for the title of a heading. */
export const titleLimit = 200

/** Where a key belongs: ids exactly as the server writes them, epochs from 1. */
export interface DraftPlace {
  readonly meeting: string
  readonly draft: string
  readonly epoch: number
}

/** What one envelope says of itself, and the server stamps on it. */
export interface EnvelopeStamp {
  /** One of `envelopeKinds`, as whoever says it spells it. */
  readonly kind: string
  /** 16 bytes: one page load of one person. */
  readonly device: Bytes
  readonly member: string
  /** 1, 2, 3 … for each device. */
  readonly n: number
}

/** One joining, as both phones must see it. `offererKey` (A) and `joinerKey` (B) are raw P-256 points. */
export interface JoinTranscript {
  readonly place: DraftPlace
  readonly jid: Bytes
  readonly offererKey: Bytes
  readonly joinerKey: Bytes
  readonly device: Bytes
  readonly member: string
}

/** What is bound to the words of an envelope: where they belong, who wrote them, and which in order they are. */
export function associatedData(place: DraftPlace, stamp: EnvelopeStamp): Bytes {
  return lp(prefix, stamp.kind, place.meeting, place.draft, u32(place.epoch), stamp.device, stamp.member, u64(stamp.n))
}

/** What the offerer vouches for. */
export function offerMessage(place: DraftPlace, jid: Bytes, offererKey: Bytes): Bytes {
  return lp(place.meeting, place.draft, u32(place.epoch), jid, offererKey)
}

/** T: what the joiner vouches for, and what the wrapped key is bound to. */
export function transcriptBytes(join: JoinTranscript): Bytes {
  const { place, jid, offererKey, joinerKey, device, member } = join
  return lp(purposes.join, place.meeting, place.draft, u32(place.epoch), jid, offererKey, joinerKey, device, member)
}

/** What K is bound to while it stays on a device. */
export function stayMessage(place: DraftPlace, member: string): Bytes {
  return lp(purposes.stay, place.meeting, place.draft, u32(place.epoch), member)
}

/** What is bound to words that a device has begun and not sent, while they stay on it. */
export function begunMessage(place: DraftPlace, device: Bytes, member: string): Bytes {
  return lp(purposes.begun, place.meeting, place.draft, u32(place.epoch), device, member)
}

/** What K is bound to while it lies with the server under rescue words. */
export function rescueMessage(place: DraftPlace): Bytes {
  return lp(purposes.rescue, place.meeting, place.draft, u32(place.epoch))
}

/** What stands for the envelopes that a device has read, by their ids in order: device and server hash it, and compare. */
export function knownEnvelopesText(ids: readonly string[]): string {
  return ids.join('')
}

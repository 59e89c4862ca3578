import { type Bytes, concatBytes, lp, u32, utf8 } from './bytes'
import type { DraftPlace } from './draft-key'
import { gcmKey, hkdf, sha256 } from './web-crypto'

/** What the two phones share before they meet: 16 random bytes, shown as a square. */
export interface JoinSecret {
  readonly kind: 'square'
  readonly s: Bytes
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

/** ks of private-time.md: the one place where a kind of secret becomes bytes. */
export function joinKey(secret: JoinSecret): Bytes {
  return secret.s
}

export function offerProofKey(ks: Bytes, jid: Bytes): Promise<Bytes> {
  return hkdf(ks, jid, utf8('kinplan/1/offer'))
}

export function replyProofKey(ks: Bytes, jid: Bytes): Promise<Bytes> {
  return hkdf(ks, jid, utf8('kinplan/1/reply'))
}

/** What the offerer vouches for. */
export function offerMessage(place: DraftPlace, jid: Bytes, offererKey: Bytes): Bytes {
  return lp(place.meeting, place.draft, u32(place.epoch), jid, offererKey)
}

/** T: what the joiner vouches for, and what the wrapped key is bound to. */
export function transcriptBytes(join: JoinTranscript): Bytes {
  const { place, jid, offererKey, joinerKey, device, member } = join
  return lp('kinplan/1/join', place.meeting, place.draft, u32(place.epoch), jid, offererKey, joinerKey, device, member)
}

/** HKDF(ECDH ‖ ks, SHA-256(T), "kinplan/1/wrap") as an AES-256-GCM key. `agreed`: the 32 bytes of ECDH. */
export async function wrapKey(agreed: Bytes, ks: Bytes, transcript: Bytes): Promise<CryptoKey> {
  return gcmKey(await hkdf(concatBytes(agreed, ks), await sha256(transcript), utf8('kinplan/1/wrap')))
}

import { type Bytes, concatBytes, utf8 } from './bytes'
import { purposes } from './protocol'
import { gcmKey, hkdf, sha256 } from './web-crypto'

/** What the two phones share before they meet: random bytes shown as a square, or what six words were stretched to. */
export interface JoinSecret {
  readonly kind: 'qrCode' | 'words'
  readonly s: Bytes
}

/** ks of private-time.md: the one place where a kind of secret becomes bytes. */
export function joinKey(secret: JoinSecret): Bytes {
  return secret.s
}

export function offerProofKey(ks: Bytes, jid: Bytes): Promise<Bytes> {
  return hkdf(ks, jid, utf8(purposes.offer))
}

export function replyProofKey(ks: Bytes, jid: Bytes): Promise<Bytes> {
  return hkdf(ks, jid, utf8(purposes.reply))
}

/** HKDF(ECDH ‖ ks, SHA-256(T), "kinplan/1/wrap") as an AES-256-GCM key. `agreed`: the 32 bytes of ECDH. */
export async function wrapKey(agreed: Bytes, ks: Bytes, transcript: Bytes): Promise<CryptoKey> {
  return gcmKey(await hkdf(concatBytes(agreed, ks), await sha256(transcript), utf8(purposes.wrap)))
}

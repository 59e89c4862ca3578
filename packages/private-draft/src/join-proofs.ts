import { type Bytes, concatBytes, utf8 } from './bytes'
import { purposes } from './protocol'
import { gcmKey, hkdf, sha256 } from './web-crypto'

/** `ks` of private-time.md: what the two phones share before they meet, the square's random bytes or what six words were stretched to. */
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

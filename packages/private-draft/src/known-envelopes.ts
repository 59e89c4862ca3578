import { type Bytes, toBase64Url, utf8 } from './bytes'
import { knownEnvelopesText } from './protocol'
import { sha256 } from './web-crypto'

/** Which envelopes a device has read, by their ids in order: SHA-256. Devices compare it, and the server does with its own. */
export function knownDigest(ids: readonly string[]): Promise<Bytes> {
  return sha256(utf8(knownEnvelopesText(ids)))
}

/** `knownDigest` in base64url, as the server is asked. Where its own differs it has lost some, because a backup was brought back. */
export async function knownEnvelopes(ids: readonly string[]): Promise<string> {
  return toBase64Url(await knownDigest(ids))
}

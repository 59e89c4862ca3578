import { toBase64Url, utf8 } from './bytes'
import { knownEnvelopesText } from './protocol'
import { sha256 } from './web-crypto'

/**
 * Which envelopes a device has read: SHA-256, base64url. The server says the same of its own; where they differ it has lost some, because
 * a backup was brought back.
 */
export async function knownEnvelopes(ids: readonly string[]): Promise<string> {
  return toBase64Url(await sha256(utf8(knownEnvelopesText(ids))))
}

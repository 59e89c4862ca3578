import { type Bytes, lp, utf8 } from './bytes'
import { joinIdBytes, purposes, stretchRounds } from './protocol'
import { hkdf, pbkdf2 } from './web-crypto'

/**
 * The name of the offer and its secret, both from six words as they were said: whoever hears them needs nothing else, and the server, which
 * is told the name, would have to try every six words to learn the secret. Takes a second or two on an old phone.
 */
export async function joinByWords(meeting: string, words: readonly string[]): Promise<{ readonly jid: Bytes; readonly secret: Bytes }> {
  const stretched = await pbkdf2(utf8(words.join(' ')), lp(purposes.join, meeting), stretchRounds)
  const part = (purpose: string) => hkdf(stretched, utf8(''), utf8(purpose))
  return { jid: (await part(purposes.joinName)).slice(0, joinIdBytes), secret: await part(purposes.joinSecret) }
}

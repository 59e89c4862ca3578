import { type Bytes, fromBase64Url, toBase64Url, utf8 } from './bytes'
import type { Chance } from './chance'
import { proofHash } from './draft-key'
import { type DraftPlace, purposes, rescueMessage, rescueSaltBytes, stretchRounds } from './protocol'
import { gcmKey, gcmOpen, gcmSeal, hkdf, pbkdf2 } from './web-crypto'

/** What the server keeps for six words on paper, base64url. It opens nothing without them. */
export interface SealedForRescue {
  readonly salt: string
  /** SHA-256 of the proof that somebody has the words. */
  readonly proofHash: string
  /** K, sealed under the words. */
  readonly sealed: string
}

/** Somebody who has the words: shows the proof to the server, and opens what it gives for that. */
interface RescueKey {
  readonly wordsProof: string
  /** K; undefined when this was sealed under other words, or for another draft or epoch. */
  open(sealed: string, place: DraftPlace): Promise<Bytes | undefined>
}

/** Seals K under six words with a salt of its own, so that they open the draft where no device has its key any more. */
export async function sealForRescue(
  { place, key, words }: { place: DraftPlace; key: Bytes; words: readonly string[] },
  chance: Chance,
): Promise<SealedForRescue> {
  const salt = chance(rescueSaltBytes)
  const { proof, sealing } = await stretch(words, salt)
  return {
    salt: toBase64Url(salt),
    proofHash: toBase64Url(await proofHash(proof)),
    sealed: toBase64Url(await gcmSeal(sealing, key, rescueMessage(place), chance)),
  }
}

/** What six words from paper come to with this salt. Takes a second or two on an old phone. */
export async function rescueKey(words: readonly string[], salt: string): Promise<RescueKey> {
  const { proof, sealing } = await stretch(words, fromBase64Url(salt))
  return {
    wordsProof: toBase64Url(proof),
    open: (sealed, place) => gcmOpen(sealing, fromBase64Url(sealed), rescueMessage(place)),
  }
}

/** Of the stretched words one part is shown and the other seals: neither tells of the other. */
async function stretch(words: readonly string[], salt: Bytes): Promise<{ proof: Bytes; sealing: CryptoKey }> {
  const stretched = await pbkdf2(utf8(words.join(' ')), salt, stretchRounds)
  const part = (purpose: string) => hkdf(stretched, utf8(''), utf8(purpose))
  const [proof, sealing] = await Promise.all([part(purposes.rescueProof), part(purposes.rescue)])
  return { proof, sealing: await gcmKey(sealing) }
}

import { type Bytes, concatBytes, toBase64Url, u32, utf8 } from './bytes'
import type { Chance } from './chance'
import { deviceBytes, type DraftPlace, keyBytes, purposes } from './protocol'
import { gcmKey, hkdf, sha256 } from './web-crypto'

/** Everything that follows from the key K of one draft and epoch. */
export interface DraftKeys {
  readonly place: DraftPlace
  /** Shown to read and to write; the server holds only its SHA-256. */
  readonly memberProof: Bytes
  /** Shown once, to share; the server holds only its SHA-256. */
  readonly shareProof: Bytes
  /** The key that seals one device's envelopes. `device`: 16 bytes. */
  envelopeKey(device: Bytes): Promise<CryptoKey>
  /** The key that seals what stays on a device until it is in an envelope. */
  readonly begunKey: CryptoKey
}

/** K: 32 random bytes, made by the first device of a draft and epoch. */
export function newDraftKey(chance: Chance): Bytes {
  return chance(keyBytes)
}

/** *device* in the design: 16 random bytes for one page load of one person. */
export function newDevice(chance: Chance): Bytes {
  return chance(deviceBytes)
}

/** HKDF-SHA-256(K, salt = draft id ‖ u32 epoch, info), see private-time.md, "Sealing". */
export async function openDraftKeys(key: Bytes, place: DraftPlace): Promise<DraftKeys> {
  const salt = concatBytes(utf8(place.draft), u32(place.epoch))
  const envelopeKeys = new Map<string, Promise<CryptoKey>>()
  const [memberProof, shareProof, begunKey] = await Promise.all([
    hkdf(key, salt, utf8(purposes.member)),
    hkdf(key, salt, utf8(purposes.share)),
    hkdf(key, salt, utf8(purposes.begun)).then(gcmKey),
  ])
  return {
    place,
    memberProof,
    shareProof,
    begunKey,
    envelopeKey(device) {
      const name = toBase64Url(device)
      const known = envelopeKeys.get(name)
      if (known) return known
      const made = hkdf(key, salt, concatBytes(utf8(purposes.envelope), device)).then(gcmKey)
      envelopeKeys.set(name, made)
      return made
    },
  }
}

/** What the server keeps of a proof. */
export function proofHash(proof: Bytes): Promise<Bytes> {
  return sha256(proof)
}

import type { Bytes } from './bytes'
import type { Chance } from './chance'
import type { DraftKeys } from './draft-key'
import { associatedData, type EnvelopeStamp } from './protocol'
import { gcmOpen, gcmSeal } from './web-crypto'

/** 12 bytes nonce, then AES-256-GCM under the device's own subkey. */
export async function sealEnvelope(keys: DraftKeys, stamp: EnvelopeStamp, plain: Bytes, chance: Chance): Promise<Bytes> {
  return gcmSeal(await keys.envelopeKey(stamp.device), plain, associatedData(keys.place, stamp), chance)
}

/** The sealed bytes, or undefined when anything differs from what was sealed. `stamp` is rebuilt from what the server says. */
export async function openEnvelope(keys: DraftKeys, stamp: EnvelopeStamp, body: Bytes): Promise<Bytes | undefined> {
  return gcmOpen(await keys.envelopeKey(stamp.device), body, associatedData(keys.place, stamp))
}

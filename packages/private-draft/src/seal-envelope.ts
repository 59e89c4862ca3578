import { type Bytes, lp, u32, u64 } from './bytes'
import type { Chance } from './chance'
import type { DraftKeys, DraftPlace } from './draft-key'
import { gcmOpen, gcmSeal } from './web-crypto'

/** What one envelope says of itself, and the server stamps on it. */
export interface EnvelopeStamp {
  /** 'update' is a Yjs update of the writing device. */
  readonly kind: string
  /** 16 bytes: one page load of one person. */
  readonly device: Bytes
  readonly member: string
  /** 1, 2, 3 … for each device. */
  readonly n: number
}

/** 12 bytes nonce, then AES-256-GCM under the device's own subkey. */
export async function sealEnvelope(keys: DraftKeys, stamp: EnvelopeStamp, plain: Bytes, chance: Chance): Promise<Bytes> {
  return gcmSeal(await keys.envelopeKey(stamp.device), plain, associatedData(keys.place, stamp), chance)
}

/** The sealed bytes, or undefined when anything differs from what was sealed. `stamp` is rebuilt from what the server says. */
export async function openEnvelope(keys: DraftKeys, stamp: EnvelopeStamp, body: Bytes): Promise<Bytes | undefined> {
  return gcmOpen(await keys.envelopeKey(stamp.device), body, associatedData(keys.place, stamp))
}

export function associatedData(place: DraftPlace, stamp: EnvelopeStamp): Bytes {
  return lp('kinplan/1', stamp.kind, place.meeting, place.draft, u32(place.epoch), stamp.device, stamp.member, u64(stamp.n))
}

import { type Bytes, fromBase64Url, toBase64Url } from './bytes'
import type { Chance } from './chance'
import type { DeviceStore, KeptKey } from './device-store'
import { type DraftPlace, stayMessage } from './protocol'
import { gcmKey, gcmOpen, gcmSeal } from './web-crypto'

/**
 * Keeps K on this device, wrapped under the 32 bytes that the server releases to this person on this device (`released`).
 * Neither is enough: the server never has what is stored here, and what is stored here does not open alone. The proof
 * lies beside it, because the server releases its key share only to a device that shows it; it opens nothing.
 */
export async function stayOnDevice(
  store: Pick<DeviceStore, 'keepKey'>,
  kept: { place: DraftPlace; member: string; key: Bytes; memberProof: Bytes; released: Bytes },
  chance: Chance,
): Promise<void> {
  const { place, member, key, memberProof, released } = kept
  const body = await gcmSeal(await gcmKey(released), key, stayMessage(place, member), chance)
  const { draft, meeting, epoch } = place
  await store.keepKey({ draft, member, meeting, epoch, memberProof: toBase64Url(memberProof), body: toBase64Url(body) })
}

/** K again, or undefined when what is kept does not open under these 32 bytes. */
export async function returnToDevice({ body, member, ...place }: KeptKey, released: Bytes): Promise<Bytes | undefined> {
  return gcmOpen(await gcmKey(released), fromBase64Url(body), stayMessage(place, member))
}

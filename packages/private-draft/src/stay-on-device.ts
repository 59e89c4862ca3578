import { type Bytes, fromBase64Url, toBase64Url } from './bytes'
import type { Chance } from './chance'
import { type DraftPlace, purposes, stayMessage } from './protocol'
import { gcmKey, gcmOpen, gcmSeal } from './web-crypto'

/** What is used of `sessionStorage`. */
type DeviceStorage = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>

/**
 * Keeps K on this device, wrapped under the 32 bytes that the server releases to this session (`released`).
 * Neither is enough: the server never has what is stored here, and what is stored here does not open alone. The proof
 * lies beside it, because the server releases its key share only to a device that shows it; it opens nothing.
 */
export async function stayOnDevice(
  storage: DeviceStorage,
  kept: { place: DraftPlace; member: string; key: Bytes; memberProof: Bytes; released: Bytes },
  chance: Chance,
): Promise<void> {
  const { place, member, key, memberProof, released } = kept
  const body = await gcmSeal(await gcmKey(released), key, stayMessage(place, member), chance)
  storage.setItem(slot(place.draft, member), `${place.epoch}.${toBase64Url(memberProof)}.${toBase64Url(body)}`)
}

/** What is kept for this draft and person, so that the page knows whether to ask the server for its key share, and with which proof. */
export function staysOnDevice(
  storage: DeviceStorage,
  draft: string,
  member: string,
): { readonly epoch: number; readonly memberProof: string } | undefined {
  const found = readSlot(storage, draft, member)
  return found && { epoch: found.epoch, memberProof: found.memberProof }
}

/** K again, or undefined when nothing is kept, or what is kept does not open under these 32 bytes. */
export async function returnToDevice(
  storage: DeviceStorage,
  kept: { place: DraftPlace; member: string; released: Bytes },
): Promise<Bytes | undefined> {
  const { place, member, released } = kept
  const found = readSlot(storage, place.draft, member)
  if (found?.epoch !== place.epoch) return undefined
  return gcmOpen(await gcmKey(released), found.body, stayMessage(place, member))
}

export function leaveDevice(storage: DeviceStorage, draft: string, member: string): void {
  storage.removeItem(slot(draft, member))
}

function slot(draft: string, member: string): string {
  return `${purposes.stay}/${draft}/${member}`
}

function readSlot(storage: DeviceStorage, draft: string, member: string): { epoch: number; memberProof: string; body: Bytes } | undefined {
  const shape = /^([1-9][0-9]{0,8})\.([A-Za-z0-9_-]{43})\.([A-Za-z0-9_-]+)$/
  const [, epoch, memberProof, body] = shape.exec(storage.getItem(slot(draft, member)) ?? '') ?? []
  if (!epoch || !memberProof || !body || body.length % 4 === 1) return undefined
  return { epoch: Number(epoch), memberProof, body: fromBase64Url(body) }
}

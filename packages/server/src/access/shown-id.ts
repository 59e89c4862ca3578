import { createCipheriv, createDecipheriv } from 'node:crypto'
import type { SealingKey } from '../platform/sealing-key'
import type { Viewer } from './viewer'

/**
 * Ids of people as one viewer sees them. One AES block under a key of this viewer's own: two relatives who compare
 * what they see cannot tell from an id that they mean the same person. Workers see the database's ids.
 */
export function idsFor(viewer: Viewer, key: SealingKey): { shownId(id: string): string; realId(id: string): string } {
  if (viewer.kind !== 'person' && viewer.kind !== 'holder') return { shownId: (id) => id, realId: (id) => id }
  const own = key.fingerprint(viewer.id, 'ids').subarray(0, 16)
  const turn = (id: string, seal: boolean) => {
    const hex = id.replaceAll('-', '')
    if (!/^[0-9a-f]{32}$/.test(hex)) return id
    const block = seal ? createCipheriv('aes-128-ecb', own, null) : createDecipheriv('aes-128-ecb', own, null)
    const out = block.setAutoPadding(false).update(hex, 'hex', 'hex')
    return `${out.slice(0, 8)}-${out.slice(8, 12)}-${out.slice(12, 16)}-${out.slice(16, 20)}-${out.slice(20)}`
  }
  return { shownId: (id) => turn(id, true), realId: (id) => turn(id, false) }
}

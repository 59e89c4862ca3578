import { type Bytes, concatBytes, ownBytes, readU64, u64 } from './bytes'

/** What one envelope says once it is open: an edit, or again what stood in another that did not open. */
export type Content =
  | { readonly kind: 'update'; readonly update: Bytes }
  | { readonly kind: 'again'; readonly n: number; readonly content: Content }

const kindBytes = { update: 0, again: 1 } as const

/** What an envelope of kind `again` seals: the number of the other one, its kind, and all that it sealed. */
export function againOf(n: number, kind: 'update' | 'again', plain: Bytes): Bytes {
  return concatBytes(u64(n), Uint8Array.of(kindBytes[kind]), plain)
}

/** What was said again may be spoilt, too; nobody honest has to say it so often, and deeper a phone would have to dig without end. */
const mostTimesAgain = 8

/** Reads what an envelope sealed; undefined where it is not of its kind. */
export function contentOf(kind: string, plain: Bytes, timesLeft = mostTimesAgain): Content | undefined {
  if (kind === 'update') return { kind, update: plain }
  const n = readU64(plain)
  if (kind !== 'again' || n === undefined || timesLeft === 0) return undefined
  const inner = plain[8] === kindBytes.update ? 'update' : plain[8] === kindBytes.again ? 'again' : ''
  const content = contentOf(inner, ownBytes(plain.subarray(9)), timesLeft - 1)
  return content && { kind, n, content }
}

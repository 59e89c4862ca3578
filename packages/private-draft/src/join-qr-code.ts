import { fromBase64Url, toBase64Url } from './bytes'
import type { Bytes } from './bytes'

const shape = /^#join=([A-Za-z0-9_-]{22})\.([A-Za-z0-9_-]{22})$/

/** The part of the address that a browser never sends. It carries the offer's name and secret, never K. */
export function joinFragment(jid: Bytes, secret: Bytes): string {
  return `#join=${toBase64Url(jid)}.${toBase64Url(secret)}`
}

/**
 * Reads the square's fragment and drops it from the address and the history. Call it before anything else runs.
 * Undefined when the page was not opened from a square.
 */
export function takeJoinFragment(
  place: { readonly hash: string; readonly pathname: string; readonly search: string },
  history: { replaceState(data: unknown, unused: string, url: string): void },
): { readonly jid: Bytes; readonly secret: Bytes } | undefined {
  const [, jid, s] = shape.exec(place.hash) ?? []
  if (!jid || !s) return undefined
  history.replaceState(null, '', place.pathname + place.search)
  return { jid: fromBase64Url(jid), secret: fromBase64Url(s) }
}

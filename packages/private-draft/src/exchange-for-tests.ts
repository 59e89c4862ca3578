import * as Y from 'yjs'
import type { DraftDocument } from './draft-document'

/** Two devices tell each other all they have. */
export function exchange(one: DraftDocument, other: DraftDocument): void {
  takeNews(other, newsFor(one, other.doc))
  takeNews(one, newsFor(other, one.doc))
}

/** What this device has and the other, whose document or whose word on it this is, has not. */
export function newsFor(draft: DraftDocument, other: Y.Doc | Uint8Array): Uint8Array {
  return Y.encodeStateAsUpdate(draft.doc, other instanceof Uint8Array ? other : Y.encodeStateVector(other))
}

/** What a device says of how much it has. */
export function whatIsHere(draft: DraftDocument): Uint8Array {
  return Y.encodeStateVector(draft.doc)
}

export function takeNews(draft: DraftDocument, news: Uint8Array): void {
  Y.applyUpdate(draft.doc, news)
}

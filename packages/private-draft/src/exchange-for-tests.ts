import * as Y from 'yjs'
import type { DraftDocument } from './draft-document'

/** Two devices tell each other all they have. */
export function exchange(one: DraftDocument, other: DraftDocument): void {
  Y.applyUpdate(other.doc, Y.encodeStateAsUpdate(one.doc))
  Y.applyUpdate(one.doc, Y.encodeStateAsUpdate(other.doc))
}

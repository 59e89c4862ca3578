import * as Y from 'yjs'
import type { Bytes } from './bytes'
import { newDraftDoc } from './draft-shape'

/** The draft as far as the server has stored it. It takes each update first, so that one that throws spoils nothing else. */
export class StoredCopy {
  readonly #accepted: Bytes[] = []
  #doc = newDraftDoc()

  /** Read from it; it is another document after an update that threw. */
  get doc(): Y.Doc {
    return this.#doc
  }

  /** False when the update throws: then the copy is built again without it. */
  apply(update: Bytes): boolean {
    try {
      Y.applyUpdate(this.#doc, update)
    } catch {
      this.#doc = newDraftDoc()
      for (const accepted of this.#accepted) Y.applyUpdate(this.#doc, accepted)
      return false
    }
    this.#accepted.push(update)
    return true
  }
}

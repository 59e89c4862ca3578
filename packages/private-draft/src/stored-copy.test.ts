import { describe, expect, it } from 'vitest'
import * as Y from 'yjs'
import { ownBytes } from './bytes'
import { StoredCopy } from './stored-copy'

describe('the stored copy', () => {
  it('is as it was after an update that throws half-way', () => {
    const copy = new StoredCopy()
    const other = new Y.Doc()
    other.getText('words').insert(0, 'kept')
    expect(copy.apply(ownBytes(Y.encodeStateAsUpdate(other)))).toBe(true)
    // Client 7: a word at the root, then one whose origin is itself.
    const throwing = Uint8Array.of(1, 2, 7, 0, 0x04, 1, 5, 119, 111, 114, 100, 115, 1, 97, 0x84, 7, 1, 1, 98, 0)
    expect(copy.apply(throwing)).toBe(false)
    expect(copy.doc.getText('words').toString()).toBe('kept')
    expect([...copy.doc.store.clients.keys()]).toEqual([other.clientID])
    other.getText('words').insert(4, ' on')
    expect(copy.apply(ownBytes(Y.encodeStateAsUpdate(other)))).toBe(true)
    expect(copy.doc.getText('words').toString()).toBe('kept on')
  })
})

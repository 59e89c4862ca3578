import { type DBSchema, type IDBPDatabase, openDB } from 'idb'
import type { SealedEnvelope } from './draft-post'

/** Whose words of which draft. */
interface DraftOwner {
  readonly draft: string
  readonly member: string
}

/** K on this device, as `stayOnDevice` wraps it. `memberProof` and `body` are base64url. */
export interface KeptKey extends DraftOwner {
  readonly meeting: string
  readonly epoch: number
  readonly memberProof: string
  readonly body: string
}

/** One page load's words, as the device keeps them: sealed. `device` is base64url. */
export interface KeptWriter {
  readonly device: string
  readonly epoch: number
  /** In the order of `n`; `stored`: the server said so. */
  readonly envelopes: readonly (SealedEnvelope & { readonly stored: boolean })[]
  /** What was typed last, and is in no envelope yet: base64url. */
  readonly begun: string | undefined
}

interface EnvelopeRow extends DraftOwner, SealedEnvelope {
  readonly device: string
  readonly epoch: number
  readonly stored: boolean
}

interface BegunRow extends DraftOwner {
  readonly device: string
  readonly epoch: number
  readonly body: string
}

interface Shelves extends DBSchema {
  keys: { key: [string, string]; value: KeptKey; indexes: { meeting: [string, string] } }
  envelopes: { key: [string, string, string, number]; value: EnvelopeRow; indexes: { draft: [string, string] } }
  begun: { key: [string, string, string]; value: BegunRow; indexes: { draft: [string, string] } }
}

/** What is true of the device, whoever uses it. */
interface DeviceShelf extends DBSchema {
  facts: { key: string; value: true }
}

/** Written to the disk itself before it resolves, where the browser can: a battery may die at any moment. */
const strict = { durability: 'strict' } as const

/**
 * What one device keeps of sealed drafts, in IndexedDB, so that no word depends on a page staying open. Everything in it is sealed; a
 * browser that refuses storage rejects each call.
 */
export class DeviceStore {
  readonly #name: string
  #shelves: Promise<IDBPDatabase<Shelves>> | undefined

  constructor(name = 'kinplan-draft') {
    this.#name = name
  }

  /** What could not be opened is tried again by the next who needs it. */
  #open(): Promise<IDBPDatabase<Shelves>> {
    this.#shelves ??= openShelves(this.#name).catch((error: unknown) => {
      this.#shelves = undefined
      throw error
    })
    return this.#shelves
  }

  async keepKey(key: KeptKey): Promise<void> {
    const shelves = await this.#open()
    const change = shelves.transaction('keys', 'readwrite', strict)
    await Promise.all([change.store.put(key), change.done])
  }

  async keysOf(meeting: string, member: string): Promise<readonly KeptKey[]> {
    return (await this.#open()).getAllFromIndex('keys', 'meeting', [meeting, member])
  }

  async keyOf({ draft, member }: DraftOwner): Promise<KeptKey | undefined> {
    return (await this.#open()).get('keys', [draft, member])
  }

  /** Whether several people share this device. */
  async isShared(): Promise<boolean> {
    const device = await openDevice(this.#name)
    try {
      return (await device.get('facts', 'shared')) === true
    } finally {
      device.close()
    }
  }

  async keepShared(isShared: boolean): Promise<void> {
    const device = await openDevice(this.#name)
    try {
      const change = device.transaction('facts', 'readwrite', strict)
      await Promise.all([isShared ? change.store.put(true, 'shared') : change.store.delete('shared'), change.done])
    } finally {
      device.close()
    }
  }

  /** No key of anybody is on this device any more; what was written stays, sealed. */
  async forgetKeys(): Promise<void> {
    const shelves = await this.#open()
    const change = shelves.transaction('keys', 'readwrite', strict)
    await Promise.all([change.store.clear(), change.done])
  }

  /** The words that one page load has begun to type and that are in no envelope yet; sealed, base64url. */
  async keepBegun({ draft, member }: DraftOwner, writer: { device: string; epoch: number; body: string }): Promise<void> {
    const shelves = await this.#open()
    const change = shelves.transaction('begun', 'readwrite', strict)
    await Promise.all([change.store.put({ draft, member, ...writer }), change.done])
  }

  /** An envelope, which holds all that the page load had begun. */
  async keepEnvelope({ draft, member }: DraftOwner, writer: { device: string; epoch: number }, envelope: SealedEnvelope): Promise<void> {
    const shelves = await this.#open()
    const change = shelves.transaction(['envelopes', 'begun'], 'readwrite', strict)
    await Promise.all([
      change.objectStore('envelopes').put({ draft, member, ...writer, ...envelope, stored: false }),
      change.objectStore('begun').delete([draft, member, writer.device]),
      change.done,
    ])
  }

  /** The server has stored these; or, where it lost them, has not. */
  async markEnvelopes({ draft, member }: DraftOwner, device: string, ns: readonly number[], stored: boolean): Promise<void> {
    const shelves = await this.#open()
    const change = shelves.transaction('envelopes', 'readwrite')
    const rows = await Promise.all(ns.map((n) => change.store.get([draft, member, device, n])))
    await Promise.all([...rows.map((row) => row && change.store.put({ ...row, stored })), change.done])
  }

  /** Everything that this person wrote in this draft on this device, by page load. */
  async writersOf({ draft, member }: DraftOwner): Promise<readonly KeptWriter[]> {
    const shelves = await this.#open()
    const [rows, begun] = await Promise.all([
      shelves.getAllFromIndex('envelopes', 'draft', [draft, member]),
      shelves.getAllFromIndex('begun', 'draft', [draft, member]),
    ])
    const devices = new Map([...rows, ...begun].map(({ device, epoch }) => [device, epoch]))
    return [...devices].map(([device, epoch]) => ({
      device,
      epoch,
      envelopes: rows.filter((row) => row.device === device).map(({ id, n, kind, body, stored }) => ({ id, n, kind, body, stored })),
      begun: begun.find((row) => row.device === device)?.body,
    }))
  }

  /** K of a draft, and all that was written in it here: nothing of it is on this device any more. */
  async forget({ draft, member }: DraftOwner): Promise<void> {
    const shelves = await this.#open()
    const change = shelves.transaction(['keys', 'envelopes', 'begun'], 'readwrite', strict)
    const all = IDBKeyRange.bound([draft, member], [draft, member, []])
    await Promise.all([
      change.objectStore('keys').delete([draft, member]),
      change.objectStore('envelopes').delete(all),
      change.objectStore('begun').delete(all),
      change.done,
    ])
  }
}

/** Beside the words, which it outlives. */
async function openDevice(name: string): Promise<IDBPDatabase<DeviceShelf>> {
  return openDB<DeviceShelf>(`${name}-device`, 1, { upgrade: (device) => void device.createObjectStore('facts') })
}

/** A browser without IndexedDB rejects, too. */
async function openShelves(name: string): Promise<IDBPDatabase<Shelves>> {
  return openDB<Shelves>(name, 1, {
    upgrade(shelves) {
      shelves.createObjectStore('keys', { keyPath: ['draft', 'member'] }).createIndex('meeting', ['meeting', 'member'])
      shelves.createObjectStore('envelopes', { keyPath: ['draft', 'member', 'device', 'n'] }).createIndex('draft', ['draft', 'member'])
      shelves.createObjectStore('begun', { keyPath: ['draft', 'member', 'device'] }).createIndex('draft', ['draft', 'member'])
    },
  })
}

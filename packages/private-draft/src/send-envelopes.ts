import * as Y from 'yjs'
import { type Bytes, ownBytes, toBase64Url } from './bytes'
import { type Chance, newUuid } from './chance'
import type { DraftKeys } from './draft-key'
import type { DraftPost, SealedEnvelope } from './draft-post'
import { sealEnvelope } from './seal-envelope'
import type { After } from './timers'
import { mostEnvelopes } from './protocol'

/** Three keys of somebody who types fast: what is sent for each envelope, beside its words, is then some 20 bytes a key. */
const gatherMs = 500
/** Of Yjs in one envelope, so that it stays under 64 KiB also in base64url. */
const mostUpdateBytes = 48_000
const mostAppendCharacters = 256_000
const retryMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const

/** The indicator. It is never better than the truth. */
export type SavedState = 'savedForEveryone' | 'onThisPhoneOnly' | 'notConnected'

interface SendConfig {
  readonly doc: Y.Doc
  readonly keys: DraftKeys
  readonly device: Bytes
  readonly member: string
  readonly post: Pick<DraftPost, 'appendEnvelopes'>
  readonly after: After
  readonly chance: Chance
  readonly changed: () => void
}

/** Gathers what this device writes, seals it and sends it in order, one call at a time, until each envelope is stored. */
export class EnvelopeSender {
  readonly #config: SendConfig
  readonly #onUpdate: (update: Uint8Array, origin: unknown, doc: Y.Doc, transaction: Y.Transaction) => void
  #unsealed: Uint8Array[] = []
  #unsent: SealedEnvelope[] = []
  #sealed = 0
  #connected = false
  #stopped = false
  #closed = false
  #failures = 0
  #working: Promise<void> | undefined
  #callOff: (() => void) | undefined

  constructor(config: SendConfig) {
    this.#config = config
    this.#onUpdate = (update, _origin, _doc, transaction) => {
      if (!transaction.local) return
      this.#unsealed.push(update)
      this.#callOff ??= config.after(gatherMs, () => void this.flush())
      config.changed()
    }
    config.doc.on('update', this.#onUpdate)
  }

  get saved(): SavedState {
    if (!this.#connected) return 'notConnected'
    return this.hasUnsent ? 'onThisPhoneOnly' : 'savedForEveryone'
  }

  /** Something written here has not been stored. */
  get hasUnsent(): boolean {
    return this.#unsealed.length + this.#unsent.length > 0
  }

  /** The server answered and did not store: private time is over, or this person is no longer in it. Words stay here. */
  get stopped(): boolean {
    return this.#stopped
  }

  /** What the subscription knows of the way to the server. Coming back sends at once what waits. */
  setConnected(connected: boolean): void {
    this.#connected = connected
    if (connected) void this.flush()
    this.#config.changed()
  }

  /** After `stopped`, when the family is in private time again. */
  tryAgain(): Promise<void> {
    this.#stopped = false
    return this.flush()
  }

  /** Sends now what waits. Resolves when it is stored, or when trying has to wait. */
  flush(): Promise<void> {
    this.#callOff?.()
    this.#callOff = undefined
    this.#working ??= Promise.resolve().then(() => this.#work())
    return this.#working
  }

  /** Gathers and sends no more. */
  close(): void {
    this.#closed = true
    this.#callOff?.()
    this.#config.doc.off('update', this.#onUpdate)
  }

  async #work(): Promise<void> {
    try {
      while (!this.#closed && !this.#stopped && this.#unsealed.length + this.#unsent.length > 0) {
        while (this.#unsealed.length > 0) await this.#sealSome()
        if (!(await this.#sendSome())) return
      }
    } finally {
      this.#working = undefined
    }
  }

  async #sealSome(): Promise<void> {
    const { keys, device, member, chance } = this.#config
    const some = firstUpTo(this.#unsealed, mostUpdateBytes, (update) => update.length)
    const stamp = { kind: 'update', device, member, n: this.#sealed + 1 }
    const body = await sealEnvelope(keys, stamp, ownBytes(Y.mergeUpdates(some)), chance)
    this.#sealed = stamp.n
    this.#unsent.push({ id: newUuid(chance), n: stamp.n, kind: stamp.kind, body: toBase64Url(body) })
    this.#unsealed.splice(0, some.length)
  }

  /** True when the server stored all of it. */
  async #sendSome(): Promise<boolean> {
    const { keys, device, post, changed } = this.#config
    const envelopes = firstUpTo(this.#unsent, mostAppendCharacters, ({ body }) =>
      Math.max(body.length, mostAppendCharacters / mostEnvelopes),
    )
    try {
      const stored = await post.appendEnvelopes({
        draftId: keys.place.draft,
        memberProof: toBase64Url(keys.memberProof),
        epoch: keys.place.epoch,
        writer: toBase64Url(device),
        envelopes,
      })
      const ids = new Set(stored.map(({ id }) => id))
      this.#unsent = this.#unsent.filter(({ id }) => !ids.has(id))
      this.#stopped = envelopes.some(({ id }) => !ids.has(id))
      this.#connected = true
      this.#failures = 0
    } catch {
      this.#connected = false
      const wait = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 0
      this.#failures += 1
      this.#callOff?.()
      if (!this.#closed) this.#callOff = this.#config.after(wait, () => void this.flush())
    }
    changed()
    return this.#connected && !this.#stopped
  }
}

/** The first of the list, at least one, as many as stay within `most` together. */
function firstUpTo<T>(list: readonly T[], most: number, size: (one: T) => number): T[] {
  let sum = 0
  const end = list.findIndex((one, at) => {
    sum += size(one)
    return at > 0 && sum > most
  })
  return end < 0 ? [...list] : list.slice(0, end)
}

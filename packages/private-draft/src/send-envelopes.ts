import * as Y from 'yjs'
import { type Bytes, fromBase64Url, ownBytes, toBase64Url } from './bytes'
import type { OneAtATime } from './one-at-a-time'
import { DeviceWriter, type WriterConfig } from './device-writer'

/** What was typed is on the device, sealed, after this long. */
const keepMs = 150
/** Three keys of somebody who types fast: what is sent for each envelope, beside its words, is then some 20 bytes a key. */
const gatherMs = 500
/** What a page has sent before it was opened anew comes back within this long, or is offered again. */
const seenAgainMs = 5_000
/** Of Yjs in one envelope, so that it stays under 64 KiB also in base64url. */
const mostUpdateBytes = 48_000

/**
 * The indicator. It is never better than the truth: `saved` is what has been read back from where it is stored, `othersHaveIt` what
 * another person's device has said, sealed, to have read.
 */
export type SavedState = 'saved' | 'othersHaveIt' | 'onThisPhoneOnly' | 'notConnected'

interface SendConfig extends WriterConfig {
  readonly doc: Y.Doc
  readonly device: Bytes
  /** Lets one page alone work for a page load. */
  readonly oneAtATime: OneAtATime
}

/**
 * Gathers what this page writes, and has it kept, sealed and sent by its writer; beside it, what earlier page loads of this person on this
 * device had not sent.
 */
export class EnvelopeSender {
  readonly #config: SendConfig
  readonly #own: DeviceWriter
  readonly #onUpdate: (update: Uint8Array, origin: unknown, doc: Y.Doc, transaction: Y.Transaction) => void
  #writers: readonly DeviceWriter[]
  #unsealed: readonly Uint8Array[] = []
  #connected = false
  #closed = false
  #keepOff: (() => void) | undefined
  #gatherOff: (() => void) | undefined
  #seenOff: (() => void) | undefined
  readonly #letGo: (() => void)[] = []

  constructor(config: SendConfig) {
    this.#config = config
    this.#own = new DeviceWriter(config, config.device)
    this.#writers = [this.#own]
    this.#onUpdate = (update, _origin, _doc, transaction) => {
      if (!transaction.local) return
      this.#unsealed = [...this.#unsealed, update]
      this.#keepOff ??= config.after(keepMs, () => void this.#keep())
      this.#gatherOff ??= config.after(gatherMs, () => void this.flush())
      config.changed()
    }
    config.doc.on('update', this.#onUpdate)
  }

  /**
   * Takes over what earlier page loads left: their words stand in the draft again and go out under their own names. One that another page
   * still writes for is left to it.
   */
  async takeOver(): Promise<void> {
    const { keys, member, device, doc, oneAtATime, changed } = this.#config
    const store = this.#config.store()
    this.#letGo.push(await oneAtATime.hold(toBase64Url(device)))
    if (!store) return
    const owner = { draft: keys.place.draft, member }
    for (const kept of await store.writersOf(owner)) {
      if (kept.device === toBase64Url(device) || kept.epoch !== keys.place.epoch) continue
      const letGo = await oneAtATime.holdIfFree(kept.device)
      if (!letGo) continue
      this.#letGo.push(letGo)
      // It may have sealed more between the first look and its end.
      const now = (await store.writersOf(owner)).find((one) => one.device === kept.device) ?? kept
      const writer = new DeviceWriter(this.#config, fromBase64Url(kept.device), now)
      const begun = now.begun === undefined ? undefined : await writer.openBegun(now.begun)
      if (begun) await writer.seal('update', () => begun)
      for (const update of await writer.updates()) Y.applyUpdate(doc, update)
      writer.setConnected(this.#connected)
      this.#writers = [...this.#writers, writer]
    }
    changed()
    void this.flush()
    if (this.#writers.length > 1) this.#seenOff = this.#config.after(seenAgainMs, () => void this.#offerUnseen())
  }

  async #offerUnseen(): Promise<void> {
    await Promise.all(this.#writers.map((writer) => writer.offerUnseen()))
    this.#config.changed()
  }

  get saved(): Exclude<SavedState, 'othersHaveIt'> {
    if (!this.#writers.every(({ connected }) => connected)) return 'notConnected'
    return this.#unsealed.length === 0 && this.#writers.every(({ isSaved }) => isSaved) ? 'saved' : 'onThisPhoneOnly'
  }

  /** Something written here has not been stored. */
  get hasUnsent(): boolean {
    return this.#unsealed.length > 0 || this.#writers.some(({ hasUnsent }) => hasUnsent)
  }

  /** The server answered and did not store: private time is over, or this person is no longer in it. Words stay here. */
  get stopped(): boolean {
    return this.#writers.some(({ stopped }) => stopped)
  }

  /** The browser lets nothing be kept on this device. */
  get storeRefused(): boolean {
    return this.#writers.some(({ storeRefused }) => storeRefused)
  }

  /** What the subscription knows of the way to the server. Coming back sends at once what waits. */
  setConnected(connected: boolean): void {
    this.#connected = connected
    for (const writer of this.#writers) writer.setConnected(connected)
    if (connected) void this.flush()
    this.#config.changed()
  }

  /** An envelope of one of this device's page loads came back from where it is stored. */
  async readBack(device: string, n: number, opens: boolean): Promise<void> {
    await this.#writers.find((writer) => toBase64Url(writer.device) === device)?.readBack(n, opens)
    this.#config.changed()
  }

  /** The server no longer has what it had. */
  async offerAgain(): Promise<void> {
    await Promise.all(this.#writers.map((writer) => writer.offerAgain()))
  }

  /** After `stopped`, when the family is in private time again. */
  async tryAgain(): Promise<void> {
    await this.#sealAll()
    await Promise.all(this.#writers.map((writer) => writer.tryAgain()))
  }

  /** The page is hidden, and may never be seen again: what was typed is kept and sent at once. */
  hide(): void {
    void this.#keep()
    void this.flush()
  }

  /** Sends now what waits. Resolves when it is stored, or when trying has to wait. */
  async flush(): Promise<void> {
    await this.#sealAll()
    await Promise.all(this.#writers.map((writer) => writer.flush()))
  }

  /** Gathers and sends no more. */
  close(): void {
    this.#closed = true
    this.#keepOff?.()
    this.#gatherOff?.()
    this.#seenOff?.()
    this.#config.doc.off('update', this.#onUpdate)
    for (const writer of this.#writers) writer.close()
    for (const letGo of this.#letGo) letGo()
  }

  async #keep(): Promise<void> {
    this.#keepOff?.()
    this.#keepOff = undefined
    await this.#own.keepBegun(() => (this.#unsealed.length === 0 ? undefined : ownBytes(Y.mergeUpdates([...this.#unsealed]))))
    this.#config.changed()
  }

  async #sealAll(): Promise<void> {
    this.#gatherOff?.()
    this.#gatherOff = undefined
    while (!this.#closed && this.#unsealed.length > 0) await this.#sealSome()
  }

  /** Taken in the writer's turn, so that two who flush at once seal nothing twice. */
  async #sealSome(): Promise<void> {
    let some: readonly Uint8Array[] = []
    await this.#own.seal(
      'update',
      () => {
        some = firstUpTo(this.#unsealed, mostUpdateBytes)
        return some.length === 0 ? undefined : ownBytes(Y.mergeUpdates([...some]))
      },
      () => (this.#unsealed = this.#unsealed.slice(some.length)),
    )
  }
}

/** The first of the updates, at least one if there is any, as many as stay within `most` bytes together. */
function firstUpTo(updates: readonly Uint8Array[], most: number): Uint8Array[] {
  let sum = 0
  const end = updates.findIndex((update, at) => {
    sum += update.length
    return at > 0 && sum > most
  })
  return end < 0 ? [...updates] : updates.slice(0, end)
}

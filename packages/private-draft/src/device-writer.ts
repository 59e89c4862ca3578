import { againOf, contentOf } from './again'
import { type Bytes, fromBase64Url, toBase64Url } from './bytes'
import { type Chance, newUuid } from './chance'
import type { DeviceStore, KeptWriter } from './device-store'
import type { DraftKeys } from './draft-key'
import type { DraftPost, SealedEnvelope } from './draft-post'
import { begunMessage, mostEnvelopes } from './protocol'
import { openEnvelope, sealEnvelope } from './seal-envelope'
import type { After } from './timers'
import { gcmOpen, gcmSeal } from './web-crypto'

const mostAppendCharacters = 256_000
const retryMs = [500, 1_000, 2_000, 4_000, 8_000, 15_000] as const

export interface WriterConfig {
  readonly keys: DraftKeys
  readonly member: string
  readonly post: Pick<DraftPost, 'appendEnvelopes'>
  /** Where sealed words stay on this device; none on one that keeps nothing. */
  readonly store: () => DeviceStore | undefined
  readonly after: After
  readonly chance: Chance
  readonly changed: () => void
}

/**
 * The words of one page load: sealed, kept on the device, and sent in order, one call at a time, until each has been read back as it was
 * stored. One that does not open as it came back is sent again. Calls of `seal` and `keepBegun` wait for each other.
 */
export class DeviceWriter {
  readonly device: Bytes
  readonly #config: WriterConfig
  readonly #name: string
  readonly #envelopes = new Map<number, SealedEnvelope>()
  readonly #unread = new Set<number>()
  /** Stored, as an earlier page load saw, and not seen since: a backup may have been brought back meanwhile. */
  readonly #unseen: Set<number>
  #unsent: readonly SealedEnvelope[]
  #last = 0
  #connected = false
  #stopped = false
  #closed = false
  #storeRefused = false
  #failures = 0
  #turn: Promise<unknown> = Promise.resolve()
  #working: Promise<void> | undefined
  #callOff: (() => void) | undefined

  /** `kept`: what the page load has sealed before. */
  constructor(config: WriterConfig, device: Bytes, kept?: KeptWriter) {
    this.#config = config
    this.device = device
    this.#name = toBase64Url(device)
    for (const envelope of kept?.envelopes ?? []) this.#remember(envelope)
    this.#unsent = (kept?.envelopes ?? []).filter(({ stored }) => !stored)
    this.#unseen = new Set((kept?.envelopes ?? []).filter(({ stored }) => stored).map(({ n }) => n))
  }

  get connected(): boolean {
    return this.#connected
  }

  /** Something of it has not been stored. */
  get hasUnsent(): boolean {
    return this.#unsent.length > 0
  }

  /** All of it has been read back from where it is stored. */
  get isSaved(): boolean {
    return !this.hasUnsent && this.#unread.size === 0 && this.#unseen.size === 0
  }

  /** The server answered and did not store: private time is over, or this person is no longer in it. Words stay here. */
  get stopped(): boolean {
    return this.#stopped
  }

  /** The browser let nothing be kept: the words are in this page alone until they are stored. */
  get storeRefused(): boolean {
    return this.#storeRefused
  }

  setConnected(connected: boolean): void {
    this.#connected = connected
  }

  /** What has been typed and is in no envelope yet stays on the device, sealed, until one holds it. */
  keepBegun(update: () => Bytes | undefined): Promise<void> {
    return this.#inTurn(async () => {
      const { keys, member, chance } = this.#config
      const store = this.#config.store()
      const words = store && update()
      if (!words) return
      const body = await gcmSeal(keys.begunKey, words, begunMessage(keys.place, this.device, member), chance)
      await this.#keep(store.keepBegun(this.#owner, { ...this.#writer, body: toBase64Url(body) }))
    })
  }

  /** The words that a page load had begun, as `keepBegun` kept them; undefined when they do not open. */
  openBegun(body: string): Promise<Bytes | undefined> {
    const { keys, member } = this.#config
    return gcmOpen(keys.begunKey, fromBase64Url(body), begunMessage(keys.place, this.device, member))
  }

  /** Seals what `plain` gives, if anything, under the next number, and calls `sealed`; it is on the device before it may be sent. */
  seal(kind: 'update' | 'again', plain: () => Bytes | undefined, sealed: () => void = () => undefined): Promise<void> {
    return this.#inTurn(async () => {
      const words = plain()
      if (!words) return
      const { keys, member, chance } = this.#config
      const store = this.#config.store()
      const n = this.#last + 1
      const body = await sealEnvelope(keys, { kind, device: this.device, member, n }, words, chance)
      const envelope = { id: newUuid(chance), n, kind, body: toBase64Url(body) }
      if (store) await this.#keep(store.keepEnvelope(this.#owner, this.#writer, envelope))
      this.#remember(envelope)
      this.#unsent = [...this.#unsent, envelope]
      sealed()
    })
  }

  /** Every edit that it has sealed, in order. */
  async updates(): Promise<readonly Bytes[]> {
    const { keys, member } = this.#config
    const opened = await Promise.all(
      [...this.#envelopes.values()]
        .filter(({ kind }) => kind === 'update')
        .map(({ kind, n, body }) => openEnvelope(keys, { kind, device: this.device, member, n }, fromBase64Url(body))),
    )
    return opened.filter((update) => update !== undefined)
  }

  /** One of its envelopes came back from where it is stored; where it no longer opens, what it held is sent again. */
  async readBack(n: number, opens: boolean): Promise<void> {
    const envelope = this.#envelopes.get(n)
    this.#connected = true
    this.#unseen.delete(n)
    const isNew = this.#unread.delete(n) || this.#unsent.some((one) => one.n === n)
    // Stored after all, though no answer came.
    this.#unsent = this.#unsent.filter((one) => one.n !== n)
    if (isNew) void this.#mark([n], true)
    if (opens || !envelope) return
    const { keys, member } = this.#config
    const kind = envelope.kind === 'again' ? 'again' : 'update'
    const plain = await openEnvelope(keys, { kind, device: this.device, member, n }, fromBase64Url(envelope.body))
    const again = plain && againOf(n, kind, plain)
    // Said so often that no phone would read it.
    if (!again || !contentOf('again', again)) return
    await this.seal('again', () => again)
    await this.flush()
  }

  /** The server no longer has what it had: everything is offered once more, as it was sealed. */
  async offerAgain(): Promise<void> {
    this.#unread.clear()
    this.#unseen.clear()
    this.#unsent = [...this.#envelopes.values()]
    await this.#mark([...this.#envelopes.keys()], false)
    await this.flush()
  }

  /** What an earlier page load saw stored has not come back: it is offered once more, as it was sealed, and stored once in any case. */
  async offerUnseen(): Promise<void> {
    const lost = [...this.#unseen]
    if (lost.length === 0) return
    this.#unseen.clear()
    this.#unsent = [...this.#envelopes.values()].filter((one) => lost.includes(one.n) || this.#unsent.includes(one))
    await this.#mark(lost, false)
    await this.flush()
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
    this.#working ??= this.#turn.then(() => this.#work())
    return this.#working
  }

  close(): void {
    this.#closed = true
    this.#callOff?.()
  }

  async #work(): Promise<void> {
    try {
      while (!this.#closed && !this.#stopped && this.#unsent.length > 0) if (!(await this.#sendSome())) return
    } finally {
      this.#working = undefined
    }
  }

  /** True when the server stored all of it. */
  async #sendSome(): Promise<boolean> {
    const { keys, post, after, changed } = this.#config
    const envelopes = firstOf(this.#unsent)
    try {
      const stored = await post.appendEnvelopes({
        draftId: keys.place.draft,
        memberProof: toBase64Url(keys.memberProof),
        epoch: keys.place.epoch,
        writer: this.#name,
        envelopes,
      })
      const ids = new Set(stored.map(({ id }) => id))
      const taken = envelopes.filter(({ id, n }) => ids.has(id) && this.#unsent.some((one) => one.n === n))
      for (const { n } of taken) this.#unread.add(n)
      this.#unsent = this.#unsent.filter(({ id }) => !ids.has(id))
      this.#stopped = envelopes.some(({ id }) => !ids.has(id))
      this.#connected = true
      this.#failures = 0
    } catch {
      this.#connected = false
      const wait = retryMs[Math.min(this.#failures, retryMs.length - 1)] ?? 0
      this.#failures += 1
      this.#callOff?.()
      if (!this.#closed) this.#callOff = after(wait, () => void this.flush())
    }
    changed()
    return this.#connected && !this.#stopped
  }

  #remember(envelope: SealedEnvelope): void {
    this.#envelopes.set(envelope.n, envelope)
    this.#last = Math.max(this.#last, envelope.n)
  }

  #inTurn<T>(work: () => Promise<T>): Promise<T> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }

  get #owner() {
    return { draft: this.#config.keys.place.draft, member: this.#config.member }
  }

  get #writer() {
    return { device: this.#name, epoch: this.#config.keys.place.epoch }
  }

  async #mark(ns: readonly number[], stored: boolean): Promise<void> {
    const store = this.#config.store()
    if (store) await this.#keep(store.markEnvelopes(this.#owner, this.#name, ns, stored))
  }

  /** A full or forbidden storage stops nobody from writing; it is said. */
  async #keep(keeping: Promise<void>): Promise<void> {
    try {
      await keeping
      this.#storeRefused = false
    } catch {
      this.#storeRefused = true
    }
  }
}

/** As many as go in one call, at least one. */
function firstOf(unsent: readonly SealedEnvelope[]): readonly SealedEnvelope[] {
  let characters = 0
  const end = unsent.findIndex(({ body }, at) => {
    characters += body.length
    return at > 0 && (characters > mostAppendCharacters || at >= mostEnvelopes)
  })
  return end < 0 ? unsent : unsent.slice(0, end)
}

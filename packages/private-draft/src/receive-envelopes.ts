import * as Y from 'yjs'
import { judgeUpdate } from './acceptable-update'
import { type Content, contentOf } from './again'
import { type Bytes, fromBase64Url, toBase64Url } from './bytes'
import { clientOf } from './draft-document'
import type { DraftKeys } from './draft-key'
import type { ReadFrom, StoredEnvelope } from './draft-post'
import { knownDigest, knownEnvelopes } from './known-envelopes'
import { openEnvelope } from './seal-envelope'
import { StoredCopy } from './stored-copy'
import { deviceBytes } from './protocol'

/** What a person can be told about the words of others. */
interface ReceiveState {
  /** Everything stored up to here has been dealt with. */
  readonly head: number
  /** Some words are still on their way. */
  readonly waiting: boolean
  /** Somebody's words cannot be read here: they did not open and have not been said again, or their device wrote what no draft holds. */
  readonly unread: boolean
  /** Envelopes that did not open, or were not honest writing of their device. */
  readonly refused: number
}

interface Writer {
  readonly device: string
  readonly client: number
  readonly own: boolean
  nextN: number
  nextClock: number
  /** Opened, and waiting for one of this device before it. */
  readonly held: Map<number, Content>
  /** Numbers that came and did not open: nobody waits for them, and their device may say again what was in them. */
  readonly unopened: Set<number>
  /** Something it sealed was not honest: nothing more is taken from this device. */
  cutOff: boolean
}

/** An envelope whose turn has not come; `content` is undefined when it did not open. */
interface Arrived {
  readonly envelope: StoredEnvelope
  readonly writer: Writer | undefined
  readonly n: number
  readonly content: Content | undefined
}

/** Told of each envelope that was read from where it is stored, whosever it is, and whether it opens. */
type ReadBack = (device: string, n: number, opens: boolean) => void

/**
 * Takes what the server delivers, late, repeated or out of order, and brings it into the draft in the order in which it
 * was stored. One order for all: so not even a dishonest device can make what is stored read differently on two phones.
 */
export class EnvelopeReceiver {
  readonly #keys: DraftKeys
  readonly #doc: Y.Doc
  readonly #ownDevice: string
  readonly #changed: () => void
  readonly #readBack: ReadBack
  readonly #writers = new Map<string, Writer>()
  readonly #arrived = new Map<number, Arrived>()
  #stored = new StoredCopy()
  #head = 0
  /** Ids of the envelopes up to the head, and the last of these. */
  readonly #ids: string[] = []
  #last: StoredEnvelope | undefined
  readonly #lastOf = new Map<string, number>()
  #refused = 0
  #turn: Promise<unknown> = Promise.resolve()

  /** `doc` is written to; `device` is one's own, whose words are there already. */
  constructor(receive: { keys: DraftKeys; doc: Y.Doc; device: Bytes; changed: () => void; readBack: ReadBack }) {
    this.#keys = receive.keys
    this.#doc = receive.doc
    this.#ownDevice = toBase64Url(receive.device)
    this.#changed = receive.changed
    this.#readBack = receive.readBack
  }

  /** The draft as the server has stored it, without what this device has not sent yet. Not to be written to. */
  get stored(): Y.Doc {
    return this.#stored.doc
  }

  get state(): ReceiveState {
    const writers = [...this.#writers.values()]
    return {
      head: this.#head,
      waiting: this.#arrived.size > 0 || writers.some(({ held, unopened, nextN }) => held.size > 0 && !unopened.has(nextN)),
      unread: writers.some(({ unopened, cutOff }) => unopened.size > 0 || cutOff),
      refused: this.#refused,
    }
  }

  /** For each person, the number of the last envelope up to the head that is theirs. */
  get lastOf(): ReadonlyMap<string, number> {
    return this.#lastOf
  }

  /** SHA-256 of which envelopes were read up to a number that the head has reached. */
  digestAt(head: number): Promise<Bytes> {
    return knownDigest(this.#ids.slice(0, head))
  }

  /**
   * Where to go on: the envelope at the head once more, to see that it is still there. `known` says which were before it.
   */
  async readFrom(): Promise<ReadFrom> {
    if (this.#head <= 1) return { after: 0, known: null }
    return { after: this.#head - 1, known: await knownEnvelopes(this.#ids.slice(0, this.#head - 1)) }
  }

  /** True when this is what was read at the head before: the server still has what it had. */
  isAtHead({ seq, device, n, body }: StoredEnvelope): boolean {
    return seq === this.#last?.seq && device === this.#last.device && n === this.#last.n && body === this.#last.body
  }

  /** Reads from the beginning again: the server has other envelopes than it had. What is in the draft stays. */
  startOver(): Promise<void> {
    const started = this.#turn.then(() => {
      this.#writers.clear()
      this.#arrived.clear()
      this.#stored = new StoredCopy()
      this.#head = 0
      this.#ids.length = 0
      this.#lastOf.clear()
      this.#last = undefined
      this.#refused = 0
    })
    this.#turn = started
    return started
  }

  /** Resolves when this envelope has been dealt with, in the order of the calls. */
  take(envelope: StoredEnvelope): Promise<void> {
    const taken = this.#turn.then(() => this.#take(envelope))
    // The next one waits for this one's end, good or bad; who called learns which it was.
    this.#turn = taken.catch(() => undefined)
    return taken
  }

  async #take(envelope: StoredEnvelope): Promise<void> {
    const { seq, n } = envelope
    // A second copy is only of use when the first did not open.
    if (seq <= this.#head || this.#arrived.get(seq)?.content) return
    const writer = await this.#writerOf(envelope.device)
    this.#arrived.set(seq, { envelope, writer, n, content: writer && (await this.#open(envelope)) })
    for (let next = this.#arrived.get(this.#head + 1); next; next = this.#arrived.get(this.#head + 1)) {
      this.#head += 1
      this.#last = next.envelope
      this.#ids.push(next.envelope.id)
      this.#lastOf.set(next.envelope.memberId, this.#head)
      this.#arrived.delete(this.#head)
      this.#settle(next)
    }
    this.#changed()
  }

  async #open(envelope: StoredEnvelope): Promise<Content | undefined> {
    const { kind, device, memberId: member, n, epoch } = envelope
    const body = readBytes(envelope.body)
    if (epoch !== this.#keys.place.epoch || !Number.isSafeInteger(n) || n < 1 || !body) return undefined
    const plain = await openEnvelope(this.#keys, { kind, device: fromBase64Url(device), member, n }, body)
    return plain && contentOf(kind, plain)
  }

  /** Called once for each seq, in order. */
  #settle({ writer, n, content }: Arrived): void {
    if (writer) this.#readBack(writer.device, n, content !== undefined)
    const isNew = writer !== undefined && n >= writer.nextN && !writer.held.has(n)
    if (!isNew || !content) {
      if (isNew) writer.unopened.add(n)
      this.#refused += 1
      return
    }
    this.#hold(writer, n, content)
    for (let held = writer.held.get(writer.nextN); held; held = writer.held.get(writer.nextN)) {
      writer.held.delete(writer.nextN)
      writer.nextN += 1
      if (held.kind === 'update' && (writer.cutOff || !this.#apply(writer, held.update))) {
        writer.cutOff = true
        this.#refused += 1
      }
    }
  }

  /** What is said again stands where it could not be read, and nowhere else. */
  #hold(writer: Writer, n: number, content: Content): void {
    writer.held.set(n, content)
    if (content.kind === 'again' && writer.unopened.delete(content.n)) this.#hold(writer, content.n, content.content)
  }

  /** The stored copy goes first: an update that throws half-way spoils only that, and it is built again. */
  #apply(writer: Writer, update: Bytes): boolean {
    const judged = judgeUpdate(update, writer.client, writer.nextClock)
    if (!judged.fits || !this.#stored.apply(update)) return false
    writer.nextClock = judged.next
    if (!writer.own) Y.applyUpdate(this.#doc, update)
    return true
  }

  async #writerOf(device: string): Promise<Writer | undefined> {
    const known = this.#writers.get(device)
    if (known) return known
    const bytes = readBytes(device)
    if (bytes?.length !== deviceBytes || toBase64Url(bytes) !== device) return undefined
    const writer: Writer = {
      device,
      client: await clientOf(bytes),
      own: device === this.#ownDevice,
      nextN: 1,
      nextClock: 0,
      held: new Map(),
      unopened: new Set(),
      cutOff: false,
    }
    this.#writers.set(device, writer)
    return writer
  }
}

function readBytes(text: string): Bytes | undefined {
  try {
    return fromBase64Url(text)
  } catch {
    return undefined
  }
}

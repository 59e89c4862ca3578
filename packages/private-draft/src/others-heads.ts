import { fromBase64Url, toBase64Url, type Bytes } from './bytes'
import { type Chance, newUuid } from './chance'
import type { DraftKeys } from './draft-key'
import type { DraftPost, StoredEnvelope } from './draft-post'
import { openEnvelope, sealEnvelope } from './seal-envelope'
import type { After } from './timers'

/** A device says how far it has read at most this often. */
const restMs = 5_000
/** Several who have read the same do not all say so: each waits a little, up to this long beyond the first, and hears the others. */
const [firstMs, spreadMs] = [300, 1_500]

/** What a device has read: how far, whether all of it opened, whose words are in it, and their digest up to a place that it has reached. */
interface Read {
  readonly state: { readonly head: number; readonly waiting: boolean; readonly unread: boolean }
  /** For each person, the number of the last envelope of theirs. */
  readonly lastOf: ReadonlyMap<string, number>
  digestAt(head: number): Promise<Bytes>
}

interface HeadsConfig {
  readonly keys: DraftKeys
  readonly device: Bytes
  readonly member: string
  readonly post: Pick<DraftPost, 'relayHead'>
  readonly read: Read
  readonly after: After
  readonly chance: Chance
  readonly changed: () => void
}

interface Said {
  readonly member: string
  readonly head: number
  readonly digest: string
}

/**
 * How far the people of a draft have read, as their devices say it to each other, sealed: the server relays it, and can neither make it up
 * nor tell it from another. So a server that says it stored words, and shows them to nobody else, is found out.
 */
export class OthersHeads {
  readonly #config: HeadsConfig
  /** How far each person has read what is stored here too. */
  readonly #reached = new Map<string, number>()
  /** By device: what was said of more than this one has read yet. */
  readonly #ahead = new Map<string, Said>()
  /** How far had been read when the server relayed it no more. */
  #refusedAt = 0
  #callOff: (() => void) | undefined
  #closed = false
  #turn: Promise<unknown> = Promise.resolve()

  constructor(config: HeadsConfig) {
    this.#config = config
  }

  /** Another person's device has all that was written by this one's person. */
  get haveAllOfMine(): boolean {
    const { member, read } = this.#config
    const last = read.lastOf.get(member)
    return last !== undefined && this.#readOf(member) >= last
  }

  /** Resolves when this has been heard, in the order of the calls. */
  take(relayed: StoredEnvelope): Promise<void> {
    return this.#inTurn(async () => {
      const { keys } = this.#config
      const device = bytesOf(relayed.device)
      const body = bytesOf(relayed.body)
      if (!device || !body || relayed.epoch !== keys.place.epoch || !Number.isSafeInteger(relayed.n) || relayed.n < 1) return
      const { kind, memberId: member, n: head } = relayed
      const digest = await openEnvelope(keys, { kind, device, member, n: head }, body)
      if (!digest) return
      this.#ahead.set(relayed.device, { member, head, digest: toBase64Url(digest) })
      await this.#catchUp()
    })
  }

  /** More was read here. */
  readOn(): void {
    void this.#inTurn(() => this.#catchUp())
    this.#waitToSay()
  }

  /** The server has other envelopes than it had: what was said of the old ones is void. */
  startOver(): void {
    this.#reached.clear()
    this.#ahead.clear()
    this.#refusedAt = 0
  }

  close(): void {
    this.#closed = true
    this.#callOff?.()
  }

  /** How far somebody other than this person has read. */
  #readOf(author: string): number {
    let most = 0
    for (const [member, head] of this.#reached) if (member !== author) most = Math.max(most, head)
    return most
  }

  async #catchUp(): Promise<void> {
    const { read, changed } = this.#config
    const due = [...this.#ahead].filter(([, { head }]) => head <= read.state.head)
    for (const [device, { member, head, digest }] of due) {
      this.#ahead.delete(device)
      // Somebody who has read other words than are stored here has not read these.
      if (toBase64Url(await read.digestAt(head)) !== digest) continue
      this.#reached.set(member, Math.max(this.#reached.get(member) ?? 0, head))
    }
    if (due.length > 0) changed()
  }

  /** Nobody has said yet that they have read something of another person that was read here, all of it. */
  get #isNews(): boolean {
    const { member, read } = this.#config
    const { head, waiting, unread } = read.state
    if (waiting || unread || head <= this.#refusedAt) return false
    return [...read.lastOf].some(([author, last]) => author !== member && this.#readOf(author) < last)
  }

  #waitToSay(milliseconds?: number): void {
    const { after, chance } = this.#config
    if (this.#closed || this.#callOff || !this.#isNews) return
    const [share = 0] = chance(1)
    const wait = milliseconds ?? firstMs + (share / 256) * spreadMs
    this.#callOff = after(wait, () => void this.#say())
  }

  async #say(): Promise<void> {
    const { keys, device, member, post, read, after, chance } = this.#config
    const { head } = read.state
    if (this.#isNews) {
      const stamp = { kind: 'head', device, member, n: head }
      const body = await sealEnvelope(keys, stamp, await read.digestAt(head), chance)
      const said = await post
        .relayHead({
          draftId: keys.place.draft,
          memberProof: toBase64Url(keys.memberProof),
          epoch: keys.place.epoch,
          writer: toBase64Url(device),
          envelope: { id: newUuid(chance), n: head, kind: stamp.kind, body: toBase64Url(body) },
        })
        // No answer came: said again with what is read by then.
        .catch(() => undefined)
      if (said === false) this.#refusedAt = head
      if (said) this.#reached.set(member, Math.max(this.#reached.get(member) ?? 0, head))
    }
    if (this.#closed) return
    this.#callOff = after(restMs, () => {
      this.#callOff = undefined
      this.#waitToSay(0)
    })
  }

  #inTurn(work: () => Promise<void>): Promise<void> {
    const done = this.#turn.then(work)
    this.#turn = done.catch(() => undefined)
    return done
  }
}

function bytesOf(text: string): Bytes | undefined {
  try {
    return fromBase64Url(text)
  } catch {
    return undefined
  }
}

import { fromBase64Url, toBase64Url } from './bytes'
import { deviceChance } from './chance'
import type { DraftPlan } from './draft-plan'
import type { DraftPost, EnvelopeListener, ReadFrom, SealedEnvelope, StoredEnvelope } from './draft-post'
import { knownEnvelopes } from './known-envelopes'
import type { OneAtATime } from './one-at-a-time'
import { sha256 } from './web-crypto'

type Offered = NonNullable<Awaited<ReturnType<DraftPost['joinOffer']>>>

/** What a line may do to one call: lose it before the server, or lose the answer after. */
export type LineFault = 'none' | 'requestLost' | 'answerLost'

/** One phone's line to the server. A test decides when frames arrive, and which calls are lost. */
export class TestLine {
  readonly flying: StoredEnvelope[] = []
  fault: () => LineFault = () => 'none'
  listener: EnvelopeListener | undefined
  from: () => Promise<ReadFrom> = () => Promise.resolve({ after: 0, known: null })

  async call<T>(run: () => T | Promise<T>): Promise<T> {
    const fault = this.fault()
    if (fault === 'requestLost') throw new Error('no answer')
    const answer = await run()
    if (fault === 'answerLost') throw new Error('no answer')
    return answer
  }

  /** Delivers all that flies, in order. */
  deliver(): void {
    for (const frame of this.flying.splice(0)) this.listener?.frame(frame)
  }
}

/** An honest server in memory, for tests: keeps the order, stamps the sender, holds only hashes of proofs. */
export class HonestServer {
  readonly stored: StoredEnvelope[] = []
  readonly received: SealedEnvelope[] = []
  readonly relayed: StoredEnvelope[] = []
  open = false
  shared: { readonly head: number; readonly plan: DraftPlan } | undefined
  proposed: { readonly head: number; readonly digest: string } | undefined
  readonly #lines: TestLine[] = []
  readonly #joins = new Map<string, Offered & { reply?: { device: string; memberId: string; reply: string }; wrap?: string }>()
  readonly #released = new Map<string, string>()
  #hashes = { memberProofHash: '', shareProofHash: '' }
  readonly #place: { readonly meeting: string; readonly draft: string }

  constructor(place: { readonly meeting: string; readonly draft: string }) {
    this.#place = place
  }

  /** The server as one signed-in person sees it. */
  post(memberId: string, line: TestLine): DraftPost {
    return {
      startDraft: (start) =>
        line.call(() => {
          if (this.open) return false
          this.#hashes = start
          this.open = true
          return true
        }),
      appendEnvelopes: (append) => line.call(() => this.#append(memberId, append)),
      relayHead: ({ memberProof, writer, epoch, envelope }) =>
        line.call(async () => {
          if (!this.open || (await hashOf(memberProof)) !== this.#hashes.memberProofHash) return false
          const relayed = { ...envelope, seq: 0, device: writer, memberId, epoch }
          this.relayed.push(relayed)
          for (const other of this.#lines) if (other !== line) other.flying.push(relayed)
          return true
        }),
      envelopes: (read, listener) => {
        line.listener = listener
        line.from = read.from
        this.#lines.push(line)
        void this.resend(line)
        listener.connected(true)
        return () => void this.#lines.splice(this.#lines.indexOf(line), 1)
      },
      offerJoin: ({ jid, offer, draftId }) =>
        line.call(() => {
          this.#joins.set(jid, { meetingId: this.#place.meeting, draftId, epoch: 1, offer })
          return true
        }),
      joinOffer: (jid) => line.call(() => this.#joins.get(jid)),
      replyJoin: ({ jid, device, reply }) =>
        line.call(() => {
          const join = this.#joins.get(jid)
          if (!join || join.reply) return false
          join.reply = { device, memberId, reply }
          return true
        }),
      joinReply: (jid) => line.call(() => this.#joins.get(jid)?.reply),
      wrapJoin: ({ jid, wrap }) =>
        line.call(() => {
          const join = this.#joins.get(jid)
          if (join) join.wrap = wrap
          return join !== undefined
        }),
      joinWrap: (jid) => line.call(() => this.#joins.get(jid)?.wrap),
      releaseDeviceKey: () =>
        line.call(() => {
          const released = this.#released.get(memberId) ?? toBase64Url(deviceChance(32))
          this.#released.set(memberId, released)
          return released
        }),
      comeBackToDraft: () =>
        line.call(() => {
          const released = this.#released.get(memberId)
          return released === undefined ? 'refused' : { released }
        }),
      proposeShare: ({ head, shareProof, digest }) =>
        line.call(async () => {
          const cannot = await this.#cannotShare(head, shareProof)
          if (cannot) return cannot
          this.proposed = { head, digest }
          return 'shown'
        }),
      sharePlan: ({ head, shareProof, plan }) =>
        line.call(async () => {
          const cannot = await this.#cannotShare(head, shareProof)
          if (cannot) return cannot
          this.open = false
          this.shared = { head, plan }
          return 'shared'
        }),
    }
  }

  async #cannotShare(head: number, shareProof: string): Promise<'refused' | 'somebodyHasWrittenMore' | undefined> {
    if (!this.open || (await hashOf(shareProof)) !== this.#hashes.shareProofHash) return 'refused'
    return head === this.stored.length ? undefined : 'somebodyHasWrittenMore'
  }

  /** What a new connection gets: everything after where the phone says it is. */
  async resend(line: TestLine): Promise<void> {
    const { after, known } = await line.from()
    const ids = this.stored.slice(0, after).map(({ id }) => id)
    const isKnown = known === null || (ids.length === after && known === (await knownEnvelopes(ids)))
    line.flying.push(...this.stored.slice(isKnown ? after : 0))
  }

  async #append(
    memberId: string,
    append: { memberProof: string; writer: string; envelopes: readonly SealedEnvelope[] },
  ): ReturnType<DraftPost['appendEnvelopes']> {
    if ((await hashOf(append.memberProof)) !== this.#hashes.memberProofHash) return []
    this.received.push(...append.envelopes)
    return append.envelopes.flatMap(({ id, n, kind, body }) => {
      const first = this.stored.find((one) => one.id === id)
      if (first) return [{ id, seq: first.seq }]
      if (!this.open) return []
      const seq = this.stored.length + 1
      const envelope = { id, seq, kind, device: append.writer, memberId, n, epoch: 1, body }
      this.stored.push(envelope)
      for (const line of this.#lines) line.flying.push(envelope)
      return [{ id, seq }]
    })
  }
}

async function hashOf(proof: string): Promise<string> {
  return toBase64Url(await sha256(fromBase64Url(proof)))
}

/** The locks of one browser, whose pages are the callers of what this gives. */
export function oneAtATimeForTests(held = new Set<string>()): OneAtATime {
  const letGoOf = (name: string) => () => void held.delete(name)
  const holdIfFree = (name: string) => Promise.resolve(held.has(name) ? undefined : (held.add(name), letGoOf(name)))
  return { holdIfFree, hold: async (name) => (await holdIfFree(name)) ?? letGoOf(name) }
}

/** Timers that a test fires by hand. */
export class HandTimers {
  #waiting: { milliseconds: number; run: () => void }[] = []

  readonly after = (milliseconds: number, run: () => void): (() => void) => {
    const timer = { milliseconds, run }
    this.#waiting.push(timer)
    return () => void (this.#waiting = this.#waiting.filter((one) => one !== timer))
  }

  get waits(): readonly number[] {
    return this.#waiting.map(({ milliseconds }) => milliseconds)
  }

  fire(): void {
    const due = this.#waiting
    this.#waiting = []
    for (const { run } of due) run()
  }
}

import type { Follower } from '../access/listening'
import type { DraftPass, RelayedHead, StampedEnvelope } from '../access/operation'

/** Envelopes of one event, and of one reading for all who listen. */
const mostAtOnce = 100
/** Commits kept for somebody whose line is slow; who has more to come reads them from the database. */
const mostWaiting = 200

/** What one commit stored in one draft, in order, under the draft's lock. */
export interface StoredTogether {
  draftId: string
  accessVersion: number
  envelopes: StampedEnvelope[]
}

/** A head that a device said by a pass of this access version. */
export interface SaidHead {
  draftId: string
  accessVersion: number
  head: RelayedHead
}

export interface DraftFeeds {
  follow(draftId: string, signal: AbortSignal): Follower
  /** Something was committed here. */
  stored(together: StoredTogether): void
  /** A device said how far it has read, here or at another server: told to those who listen here. */
  said(said: SaidHead): void
  /** Something was committed, here or by another server, up to this number. */
  reached(draftId: string, head: number): void
  /** Who listens to this draft should look again. */
  lookAgain(draftId: string): void
  /** Something may have been missed. */
  lookAgainAll(): void
}

interface Feed {
  readonly followers: Set<Following>
  /** Told to all up to here; null while nobody has caught up. */
  head: number | null
  /** What another server said that there is. */
  heard: number
  reading: boolean
}

interface Following extends Follower {
  readonly pass: DraftPass | null
  offer(together: StoredTogether): void
  say(said: SaidHead): void
  lookAgain(): void
}

/**
 * What is stored, told from memory to those who listen in this process: those whose pass was made under the access version that the commit
 * saw. What another server stored is read once for all of them, with the pass of one of them.
 */
export function openFeeds(
  readByPass: (pass: DraftPass, after: number, most: number) => Promise<Omit<StoredTogether, 'draftId'> | null>,
): DraftFeeds {
  const feeds = new Map<string, Feed>()

  function tell(feed: Feed, together: StoredTogether): void {
    feed.head = Math.max(feed.head ?? 0, together.envelopes.at(-1)?.seq ?? 0)
    for (const follower of feed.followers) follower.offer(together)
  }

  function eachLooks(feed: Feed): void {
    feed.head = Math.max(feed.head ?? 0, feed.heard)
    feed.followers.forEach((follower) => follower.lookAgain())
  }

  /** Reads what is missing, once for all. What cannot be read so, each reads alone. */
  async function readOn(draftId: string, feed: Feed): Promise<void> {
    if (feed.reading) return
    feed.reading = true
    try {
      while (feed.head === null || feed.head < feed.heard) {
        const pass = [...feed.followers].map((follower) => follower.pass).find((held) => held !== null)
        const read = feed.head !== null && pass ? await readByPass(pass, feed.head, mostAtOnce) : null
        if (read === null) return eachLooks(feed)
        tell(feed, { draftId, ...read })
      }
    } catch {
      // The database is away: each finds out for itself, and its socket comes again.
      eachLooks(feed)
    } finally {
      feed.reading = false
    }
  }

  function reached(draftId: string, head: number): void {
    const feed = feeds.get(draftId)
    if (feed === undefined || (feed.head !== null && head <= feed.head)) return
    feed.heard = Math.max(feed.heard, head)
    void readOn(draftId, feed)
  }

  return {
    reached,
    follow(draftId, signal) {
      const feed: Feed = feeds.get(draftId) ?? { followers: new Set<Following>(), head: null, heard: 0, reading: false }
      feeds.set(draftId, feed)
      const follower = follow(signal, {
        caughtUp(seq) {
          // What somebody read, and was not told here, others have not heard of.
          if (feed.head === null) feed.head = seq
          else reached(draftId, seq)
        },
        leave() {
          feed.followers.delete(follower)
          if (feed.followers.size === 0 && feeds.get(draftId) === feed) feeds.delete(draftId)
        },
      })
      feed.followers.add(follower)
      return follower
    },
    stored(together) {
      const feed = feeds.get(together.draftId)
      const [first] = together.envelopes
      if (feed === undefined || first === undefined) return
      // Another server stored what is before it.
      if (feed.head !== null && first.seq > feed.head + 1) reached(together.draftId, together.envelopes.at(-1)?.seq ?? 0)
      else tell(feed, together)
    },
    said: (said) => feeds.get(said.draftId)?.followers.forEach((follower) => follower.say(said)),
    lookAgain: (draftId) => feeds.get(draftId)?.followers.forEach((follower) => follower.lookAgain()),
    lookAgainAll: () => feeds.forEach((feed) => feed.followers.forEach((follower) => follower.lookAgain())),
  }
}

function follow(signal: AbortSignal, told: { caughtUp(seq: number): void; leave(): void }): Following {
  let waiting: StoredTogether[] = []
  /** By device: the last that it said. */
  const heads = new Map<string, SaidHead>()
  let pass: DraftPass | null = null
  let seen = 0
  let mustLook = false
  let wake: () => void = () => undefined
  const wakeUp = () => wake()
  const isNew = ({ seq }: StampedEnvelope) => seq > seen
  signal.addEventListener('abort', wakeUp)

  function takeWaiting(): StampedEnvelope[] | 'lookAgain' {
    let taken: StampedEnvelope[] = []
    if (pass === null) return taken
    while (taken.length < mostAtOnce) {
      const [together] = waiting
      if (together === undefined) return taken
      const next = together.envelopes.filter(isNew)
      const [first] = next
      if (first !== undefined) {
        const holds = together.accessVersion === pass.accessVersion && performance.now() < pass.endsAt
        if (!holds || first.seq !== seen + 1) return taken.length > 0 ? taken : 'lookAgain'
        // The same list for all, so that what is shown of it is worked out once.
        taken = taken.length === 0 && next.length === together.envelopes.length ? together.envelopes : [...taken, ...next]
        seen += next.length
      }
      waiting.shift()
    }
    return taken
  }

  /** Those that were said under the access version of this pass. What was said under a newer one waits until this pass is as new. */
  function takeHeads(): RelayedHead[] {
    if (pass === null || performance.now() >= pass.endsAt) return []
    const told: RelayedHead[] = []
    for (const [device, { accessVersion, head }] of heads) {
      if (accessVersion > pass.accessVersion) continue
      heads.delete(device)
      if (accessVersion === pass.accessVersion) told.push(head)
    }
    return told
  }

  return {
    get pass() {
      return pass
    },
    offer(together) {
      waiting.push(together)
      if (waiting.length > mostWaiting) mustLook = true
      if (mustLook) waiting = []
      wake()
    },
    say(said) {
      heads.set(said.head.device, said)
      wake()
    },
    lookAgain() {
      mustLook = true
      wake()
    },
    caughtUp(byPass, seq) {
      pass = byPass
      seen = seq
      told.caughtUp(seq)
    },
    async next(ms) {
      const until = performance.now() + ms
      for (;;) {
        if (signal.aborted) return 'ended'
        const told = takeHeads()
        if (told.length > 0) return told
        const taken = mustLook || performance.now() >= until ? 'lookAgain' : takeWaiting()
        if (taken === 'lookAgain') {
          // All of it was committed before, so that whoever looks now reads it.
          mustLook = false
          waiting = []
          return taken
        }
        if (taken.length > 0) return taken
        await new Promise<void>((resolve) => {
          const timer = setTimeout(resolve, Math.max(0, until - performance.now()))
          wake = () => {
            clearTimeout(timer)
            resolve()
          }
        })
      }
    },
    leave() {
      signal.removeEventListener('abort', wakeUp)
      told.leave()
    },
  }
}

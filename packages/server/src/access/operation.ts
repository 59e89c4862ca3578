import type { Decision, Right } from '@kinplan/domain/access/rules'
import type { RefusalCode } from '@kinplan/domain/refusal'
import type { EnvelopeKind, StoredKind } from '@kinplan/private-draft/protocol'
import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { TimesAsKept, TimesFound } from '@kinplan/domain/time-search/search-times'
import type { SealingKey, TokenPurpose } from '../platform/sealing-key'
import type { Tx } from '../platform/database'
import type { Ties } from './ties'
import type { Viewer } from './viewer'

/** What a pass can be for. */
export type PassRight = 'draft:read' | 'draft:append'

/**
 * Lets one session send to one draft, or hear of it, without an operation each time (docs/decisions/0029): good for what it was judged
 * by, as long as the draft's access version is this one.
 */
export interface DraftPass {
  readonly id: string
  readonly draftId: string
  readonly memberId: string
  readonly sessionId: string
  readonly epoch: number
  readonly accessVersion: number
  /** When the session ends, in milliseconds of `performance.now()`. */
  readonly endsAt: number
}

/** A sealed envelope on its way to a draft, checked, as it was sent: `n` in digits, `nonce` and `sealed` in base64url. */
export interface SealedEnvelope<Kind extends EnvelopeKind = StoredKind> {
  readonly id: string
  readonly n: string
  readonly kind: Kind
  readonly nonce: string
  readonly sealed: string
}

/** An envelope as it was stored, and as it is delivered; `device` in base64url. */
export interface StampedEnvelope<Kind extends EnvelopeKind = StoredKind> extends SealedEnvelope<Kind> {
  readonly seq: number
  readonly epoch: number
  readonly device: string
  readonly member: string
}

/** How far a device has read, as it says it to the others: stored nowhere, `seq` 0. */
export type RelayedHead = StampedEnvelope<'head'>

/** Where an envelope stands in its draft: 1, 2, 3 … without gaps. */
interface StoredAt {
  envelopeId: string
  seq: number
}

/** What became of one call: what was stored, and why the rest was not. */
export interface Appended {
  stored: StoredAt[]
  refusal: RefusalCode | null
}

/** Stores envelopes together with those of others; `device` in base64url. 'judgeAgain' when the pass does not hold any more. */
export type AppendEnvelopes = (pass: DraftPass, device: string, envelopes: readonly SealedEnvelope[]) => Promise<Appended | 'judgeAgain'>

/**
 * Tells a head to those who listen to its draft now; why not, where it was not told: 'judgeAgain' when the pass does not hold any more.
 */
export type RelayHead = (
  pass: DraftPass,
  device: string,
  head: SealedEnvelope<'head'>,
) => Promise<'told' | 'draftClosed' | 'envelopesTooMany' | 'judgeAgain'>

/** Thrown when what was judged has changed since, and nothing was done: the operation runs again from its beginning. */
export class JudgeAgain extends Error {
  constructor() {
    super('What this rests on has changed')
    this.name = 'JudgeAgain'
  }
}

/** What was decided for whom. `unrecorded`: nothing came of it, and a row would tell workers what goes on in private family time. */
interface Decided {
  viewer: Viewer
  right: Right
  subjectId: string | null
  familyId: string | null
  decision: Decision
  unrecorded?: true
}

/** One request through the door: who asks, when, in which transaction. Built by operate() and by nothing else. */
export interface Operation {
  /** The root field, for idempotency and the log. */
  readonly name: string
  /** Asked for to be shown: neither a change, nor what a listener is told. */
  readonly isQuery: boolean
  readonly tx: Tx
  readonly viewer: Viewer
  readonly now: Date
  readonly key: SealingKey
  /** Public address of this installation, without a slash at the end. */
  readonly address: string
  readonly storyPage: boolean
  /** A key the client sent so that the same mutation sent twice is done once, with a hash of its input. */
  readonly once: { key: string; inputHash: Uint8Array<ArrayBuffer> } | null
  /** True once the key was found with an earlier outcome: nothing is done again, and what is shown is decided again. */
  readonly replay: { found: boolean }
  newId(): string
  /** A token that nobody was given before, 43 characters. */
  newToken(purpose: TokenPurpose): string
  /** 32 random bytes. */
  newSecret(): Uint8Array<ArrayBuffer>
  /** A whole number from 0 to `below`, exclusive; for spoken codes. */
  chance(below: number): number
  /** The id under which this viewer knows a person; a worker's is the database's own. */
  shownId(personId: string): string
  realId(shownId: string): string

  /** What the viewer is to families, meetings and rooms, loaded once an operation. */
  readonly ties: Map<string, Promise<Ties>>
  /** What fields of one operation share: see loadOnce. */
  readonly loaded: Map<string, Promise<unknown>>
  /** Every decision, written in the same transaction before it commits. */
  readonly decisions: Decided[]
  /** Meetings whose readers ask again after the commit. */
  readonly changedMeetings: Set<string>
  /** Meetings of which only what is everybody's changed, who takes part: those readers ask again after the commit. */
  readonly changedForEverybody: Set<string>
  /** Meetings of which only the family's readers ask again after the commit: something of their private rooms, of which no worker hears. */
  readonly changedRooms: Set<string>
  /** Drafts whose members look for new envelopes after the commit. */
  readonly changedDrafts: Set<string>
  /** Runs after the commit, never before; a failure is a fault in the log, not in the answer. */
  readonly afterCommit: (() => Promise<void>)[]
  /**
   * Commits now and resolves after the commit; nothing in `tx` may follow. For what waits outside: appends for their group, searches for
   * their thread. Where the same operation asks for something else too, the transaction stays open for that.
   */
  closeTransaction(): Promise<void>
  /** Only after `closeTransaction`. */
  readonly appendEnvelopes: AppendEnvelopes
  /** Only after the commit. */
  readonly relayHead: RelayHead
  /** Whether a session may try rescue words once more now; that it tried is kept, whatever comes of the operation. */
  takesRescueTry(sessionId: string): boolean
  /** Searches for a time in a thread of its own. Takes long: `closeTransaction` comes first, so that nobody waits for the connection. */
  searchTimes(kept: TimesAsKept): Promise<TimesFound>
  /** As `searchTimes`, for one start (ms) picked by hand. */
  timeByHand(picked: { kept: TimesAsKept; startMs: number; placeId: string | null }): Promise<Proposal | null>
  /** What this browser is known by, from its device cookie; null when it brought none. */
  readonly device: string | null
  /** What this browser is to be known by from now on, or null for no change. */
  keepDevice: string | null
  /** What becomes of the browser's session: a token to keep, or 'ended'. */
  session: { token: string } | 'ended' | null
}

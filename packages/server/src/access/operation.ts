import type { Decision, Right } from '@kinplan/domain/access/rules'
import type { EnvelopeKind } from '@kinplan/private-draft/protocol'
import type { Proposal } from '@kinplan/domain/time-search/ranked-times'
import type { TimesAsKept, TimesFound } from '@kinplan/domain/time-search/search-times'
import type { SealingKey, TokenPurpose } from '../platform/sealing-key'
import type { Tx } from '../platform/database'
import type { Ties } from './ties'
import type { Viewer } from './viewer'

/** A sealed envelope on its way to a draft; the person is the session's, never the sender's own word. */
export interface EnvelopeToStore {
  draftId: string
  personId: string
  envelopeId: string
  /** 16 bytes: one page load of one person. */
  device: Uint8Array
  epoch: number
  n: bigint
  kind: EnvelopeKind
  /** 12 bytes. */
  nonce: Uint8Array
  sealed: Uint8Array
}

/** Where an envelope stands in its draft: 1, 2, 3 … without gaps. */
export interface StoredAt {
  envelopeId: string
  seq: number
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
  readonly decisions: { viewer: Viewer; right: Right; subjectId: string | null; familyId: string | null; decision: Decision }[]
  /** Meetings whose readers ask again after the commit. */
  readonly changedMeetings: Set<string>
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
  /**
   * Stores envelopes together with those of other operations; only after `closeTransaction`. What is missing from the answer was not taken.
   */
  appendEnvelopes(rows: EnvelopeToStore[]): Promise<StoredAt[]>
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

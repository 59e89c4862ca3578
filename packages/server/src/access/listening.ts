import type { AppendEnvelopes, DraftPass, Operation, RelayedHead, RelayHead, StampedEnvelope } from './operation'

/** Whoever listens to a draft, from its feed in this process. */
export interface Follower {
  /** Everything up to `seq` was read, by a pass for it. */
  caughtUp(pass: DraftPass, seq: number): void
  /**
   * What heads were said since, or else what was stored next, without gaps. 'lookAgain': read, and ask for permission anew; that comes
   * after `ms` at the latest. 'ended': the socket closed.
   */
  next(ms: number): Promise<(StampedEnvelope | RelayedHead)[] | 'lookAgain' | 'ended'>
  leave(): void
}

/** What happened to a meeting: anything of it; only what is everybody's who takes part; or something of its private rooms. */
export type Happened = 'meeting' | 'everybody' | 'rooms'

/**
 * A meeting as it is now, without a word of it. The access version differs when something has moved that could change who may know what of
 * it; each digest is of something that is everybody's who takes part, but for who may not know of the person whose words they are (`by`),
 * or may not read the plan.
 */
export interface MeetingNow {
  readonly accessVersion: string
  readonly everybodys: readonly { what: string; by: string | null; plan: string | null; digest: string }[]
}

/** What a subscription works with: notices without data, and a fresh operation for each event, so that permission is asked again. */
export interface Listening {
  /** Yields what of this happened to the meeting since the last time; at most once a second. Ends when the socket closes. */
  changes(meetingId: string, of: readonly Happened[]): AsyncIterable<ReadonlySet<Happened>>
  /** The meeting as it is after this was asked, read once for all who ask together; null where this session has to be judged. */
  now(meetingId: string): Promise<MeetingNow | null>
  /** From here on hears of what is stored in the draft. */
  follow(draftId: string): Follower
  /** Of this socket, to append: by draft and proof. */
  readonly passes: Map<string, DraftPass>
  readonly appendEnvelopes: AppendEnvelopes
  readonly relayHead: RelayHead
  /** A listener shows its proof again after this many milliseconds, for as long as it listens. */
  readonly proofEveryMs: number
  fresh<T>(name: string, work: (op: Operation) => Promise<T>): Promise<T>
}

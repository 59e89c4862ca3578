import type { AppendEnvelopes, DraftPass, Operation, StampedEnvelope } from './operation'

/** Whoever listens to a draft, from its feed in this process. */
export interface Follower {
  /** Everything up to `seq` was read, by a pass for it. */
  caughtUp(pass: DraftPass, seq: number): void
  /**
   * What was stored next, without gaps. 'lookAgain': read, and ask for permission anew; that comes after `ms` at the latest. 'ended': the
   * socket closed.
   */
  next(ms: number): Promise<StampedEnvelope[] | 'lookAgain' | 'ended'>
  leave(): void
}

/** What a subscription works with: notices without data, and a fresh operation for each event, so that permission is asked again. */
export interface Listening {
  /**
   * Yields when readers of the meeting should ask again, or when something of its private rooms changed; at most once a second.
   * Ends when the socket closes.
   */
  changes(meetingId: string, of: readonly ('meeting' | 'rooms')[]): AsyncIterable<void>
  /** From here on hears of what is stored in the draft. */
  follow(draftId: string): Follower
  /** Of this socket, to append: by draft and proof. */
  readonly passes: Map<string, DraftPass>
  readonly appendEnvelopes: AppendEnvelopes
  /** A listener shows its proof again after this many milliseconds, for as long as it listens. */
  readonly proofEveryMs: number
  fresh<T>(name: string, work: (op: Operation) => Promise<T>): Promise<T>
}

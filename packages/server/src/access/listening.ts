import type { Operation } from './operation'

/** What a subscription works with: notices without data, and a fresh operation for each event, so that permission is asked again. */
export interface Listening {
  /**
   * Yields when readers of the meeting should ask again, or when something of its private rooms changed; at most once a second.
   * Ends when the socket closes.
   */
  changes(meetingId: string, of: readonly ('meeting' | 'rooms')[]): AsyncIterable<void>
  /** Yields when envelopes were stored for the draft. Ends when the socket closes. */
  envelopes(draftId: string): AsyncIterable<void>
  /** A listener shows its proof again after this many milliseconds, for as long as it listens. */
  readonly proofEveryMs: number
  fresh<T>(name: string, work: (op: Operation) => Promise<T>): Promise<T>
}

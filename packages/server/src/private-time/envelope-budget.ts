import { openRateLimits } from '../access/rate-limit'
import type { DraftPass, SealedEnvelope } from '../access/operation'

/** The time over which these count, in milliseconds. Six keys a second are some 2,000 envelopes and 300 KB in it. */
const overMs = 600_000
const mostEnvelopes = { session: 6_000, draft: 24_000 }
const mostCharacters = { session: 2_000_000, draft: 8_000_000 }

/** A phone says how far it has read every five seconds at most. */
const mostHeads = { session: 240, draft: 2_400 }

export interface EnvelopeBudget {
  /** Takes what these cost, or nothing: false when the session, or everybody in the draft together, has sent too much of late. */
  takes(pass: DraftPass, envelopes: readonly SealedEnvelope[]): boolean
  /** Takes one head, as `takes`. */
  takesHead(pass: DraftPass): boolean
}

/** How much one session, and one draft, may store over time: nobody fills the database, or the phones of the others. */
export function openEnvelopeBudget(rates = openRateLimits()): EnvelopeBudget {
  return {
    takes({ sessionId, draftId }, envelopes) {
      const characters = envelopes.reduce((sum, { nonce, sealed }) => sum + nonce.length + sealed.length, 0)
      const names = { session: `${sessionId} ${draftId}`, draft: draftId }
      const counted = (['session', 'draft'] as const).flatMap((by) => [
        { name: `envelopes ${by} ${names[by]}`, most: mostEnvelopes[by], overMs, amount: envelopes.length },
        { name: `characters ${by} ${names[by]}`, most: mostCharacters[by], overMs, amount: characters },
      ])
      return rates.take(counted) === 0
    },
    takesHead({ sessionId, draftId }) {
      return (
        rates.take([
          { name: `heads session ${sessionId} ${draftId}`, most: mostHeads.session, overMs, amount: 1 },
          { name: `heads draft ${draftId}`, most: mostHeads.draft, overMs, amount: 1 },
        ]) === 0
      )
    },
  }
}

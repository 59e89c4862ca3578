import { Refusal } from '../refusal'

/** For so long everybody who writes the plan sees what will be shared, and anybody of them may say "Not yet". */
export const shareWaitSeconds = 60

/** What was shown to everybody, as it stands. All moments are the database's. */
export interface ShareProposal {
  digest: string
  proposedAt: Date
  stoppedAt: Date | null
}

/** Whole seconds until it may be shared; 0 when they are over. */
export function secondsUntilShare(proposedAt: Date, now: Date): number {
  return Math.max(0, Math.ceil((proposedAt.getTime() - now.getTime()) / 1000 + shareWaitSeconds))
}

/** Whether a plan of this digest was shown to everybody for its minute, and nobody asked for more time. */
export function isShownToAll(shown: ShareProposal | null, { digest, now }: { digest: string; now: Date }): boolean {
  return shown !== null && shown.stoppedAt === null && shown.digest === digest && secondsUntilShare(shown.proposedAt, now) === 0
}

/** Whether it has to be shown; refuses alreadyDone where another plan is being shown at this head. */
export function checkPropose(shown: ShareProposal | null, digest: string): 'show' | 'isShown' {
  if (shown === null || shown.stoppedAt !== null) return 'show'
  if (shown.digest !== digest) throw new Refusal('alreadyDone')
  return 'isShown'
}

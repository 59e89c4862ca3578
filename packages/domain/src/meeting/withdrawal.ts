import { dateOfDay, dayOfDate } from '../clock/wall-time'
import type { ParticipationState } from './participation'

/**
 * What came of getting in touch with somebody who withdrew unseen: they were not reached; they take part as before; or they want out, and
 * how they take part is changed with them.
 */
export const withdrawalOutcomes = ['notReached', 'stays', 'wantsOut'] as const
export type WithdrawalOutcome = (typeof withdrawalOutcomes)[number]

/** What a withdrawal waits for: that somebody gets in touch, or that what they want is written down. */
export const withdrawalWaits = ['contact', 'change'] as const
type WithdrawalWait = (typeof withdrawalWaits)[number]

/** What the rules need of a withdrawal; days are 'YYYY-MM-DD' in the meeting's zone. */
export interface WithdrawalStanding {
  saidOn: string
  /** In order of time. */
  contacts: readonly { on: string; outcome: WithdrawalOutcome }[]
  participation: ParticipationState
}

const isOut: readonly ParticipationState[] = ['sendingViews', 'notComing', 'notPart']

/** What it still waits for, or null: the last time that somebody got in touch decides. */
export function waitOfWithdrawal({ contacts, participation }: WithdrawalStanding): WithdrawalWait | null {
  const outcome = contacts.at(-1)?.outcome ?? 'notReached'
  if (outcome === 'notReached') return 'contact'
  return outcome === 'wantsOut' && !isOut.includes(participation) ? 'change' : null
}

/**
 * The day to get in touch: the day after, so that a call does not follow upon what was pressed while somebody sat beside them; after a try
 * that reached nobody, the day after that.
 */
export function contactOn({ saidOn, contacts }: WithdrawalStanding): string {
  return dateOfDay(dayOfDate(contacts.at(-1)?.on ?? saidOn) + 1)
}

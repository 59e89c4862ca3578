import { openRateLimits } from '../access/rate-limit'

/** So often one session may show rescue words, and then as often again in the time after, in milliseconds. */
const mostTries = 20
const overMs = 600_000

/** Whether a session may try once more: six words out of 2^66 are not guessed, and nobody keeps the server busy with it. */
export type TakesRescueTry = (sessionId: string) => boolean

/** Counts by session and not by room: nobody who tries takes anything from the others of the room. */
export function openRescueTries(rates = openRateLimits()): TakesRescueTry {
  return (sessionId) => rates.take([{ name: `rescue words ${sessionId}`, most: mostTries, overMs }]) === 0
}

import type { ShiftHours } from '@kinplan/domain/availability/typed-shift'

/** What a date holds: D day, E early, L late, N night, S short day, X a day and a night; O is off. */
export type Mark = 'D' | 'E' | 'L' | 'N' | 'S' | 'X' | 'O'

/**
 * A rota as it is published, and what somebody on it does, worked out by hand with a calendar and not by a program.
 * - `cycle`: one turn, a mark a day, begun on the date `cycleFrom` (any turn of it, also one to come)
 * - `hours`: wall time in Europe/London; `sleepUntil` on the day that a night ends
 * - `worked`: month by month, a mark for each date one after the other; `dayBefore` is the mark of the date before
 * - `freeAgain`: the first time, 'YYYY-MM-DD HH:MM' on the wall, at which they are awake and free after each run of nights in `worked`
 */
export interface PublishedRota {
  name: string
  source: string
  hours: { readonly [mark in Exclude<Mark, 'O'>]?: ShiftHours }
  sleepUntil?: string
  cycle: string
  cycleFrom: string
  dayBefore: Mark
  worked: { readonly [month: string]: string }
  freeAgain: readonly string[]
}

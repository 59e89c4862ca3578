import { Refusal } from '../refusal'
import { mostNoticeDays } from './availability-rule'

/** Half a day each way: beyond that somebody stays the night and the figure says nothing. */
export const mostTravelMinutes = 12 * 60

/** Minutes somebody needs to a place, as typed: 0 to 720; refuses numberImpossible. */
export function parseTravel(text: string, field: string): number {
  return parseCount(text, mostTravelMinutes, field)
}

/** Whole days of notice as typed, 0 to 90; refuses numberImpossible. */
export function parseNoticeDays(text: string, field: string): number {
  return parseCount(text, mostNoticeDays, field)
}

function parseCount(text: string, most: number, field: string): number {
  const count = /^\d{1,3}$/.test(text.trim()) ? Number(text) : most + 1
  if (count > most) throw new Refusal('numberImpossible', field)
  return count
}

import { Refusal } from '../refusal'

/** The most that a room of ours seats. */
export const mostSeats = 500

/** How many a room seats, as typed: 1 to 500; refuses numberImpossible. */
export function parseCapacity(text: string, field: string): number {
  const seats = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  if (seats < 1 || seats > mostSeats) throw new Refusal('numberImpossible', field)
  return seats
}

import { Refusal } from '../refusal'

/** Starts and lengths are whole quarters of an hour. */
export const minutesOfSlot = 15

/** Whole minutes as typed, a multiple of 15 from 15 to 720 (a meeting of a day); refuses timeImpossible. */
export function parseMinutes(text: string, field: string): number {
  const minutes = /^\d{1,3}$/.test(text.trim()) ? Number(text) : 0
  if (minutes < minutesOfSlot || minutes > mostMeetingMinutes || minutes % minutesOfSlot !== 0) throw new Refusal('timeImpossible', field)
  return minutes
}

/** A meeting is at most twelve hours, breaks and private time included. */
export const mostMeetingMinutes = 12 * 60

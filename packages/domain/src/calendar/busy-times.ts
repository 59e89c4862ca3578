import type { Block } from '../clock/block'
import { dayOfDate } from '../clock/wall-time'
import { Refusal } from '../refusal'

/** Why a worker is taken: held for a meeting, by their own calendar, or away. */
export const workerTakens = ['held', 'calendar', 'away'] as const
export type WorkerTaken = (typeof workerTakens)[number]

/** Those that a worker brings in, beside meetings. */
export const workerBusyKinds = workerTakens.filter((kind) => kind !== 'held')

/** Half a year: as far ahead as meetings are looked for, and more. */
export const mostBusyDays = 26 * 7
/** A year away is somebody who has left. */
export const mostAwayDays = 366
/** Busy times that one calendar may bring in at once. */
export const mostBusyTimes = 2000

/** Two days 'YYYY-MM-DD', both included; refuses endBeforeStart and windowTooLong at 'until'. */
export function parseDays(from: string, until: string, most: number): { from: string; until: string } {
  if (until < from) throw new Refusal('endBeforeStart', 'until')
  if (dayOfDate(until) - dayOfDate(from) >= most) throw new Refusal('windowTooLong', 'until')
  return { from, until }
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(:\d{2}(\.\d{3})?)?Z$/

/**
 * Busy times as typed ('<instant>/<instant>', in UTC), in order, those that touch made one, and cut to the stretch they speak for. Refuses
 * tooMany, timeImpossible and endBeforeStart at 'busy'.
 */
export function parseBusyTimes(typed: readonly string[], within: Block): Block[] {
  if (typed.length > mostBusyTimes) throw new Refusal('tooMany', 'busy')
  const blocks = typed.map(parseBusyTime).toSorted((a, b) => a.startMs - b.startMs)
  const merged: Block[] = []
  for (const { startMs, endMs } of blocks) {
    const cut = { startMs: Math.max(startMs, within.startMs), endMs: Math.min(endMs, within.endMs) }
    const last = merged.at(-1)
    if (cut.startMs >= cut.endMs) continue
    if (last !== undefined && cut.startMs <= last.endMs)
      merged[merged.length - 1] = { startMs: last.startMs, endMs: Math.max(last.endMs, cut.endMs) }
    else merged.push(cut)
  }
  return merged
}

function parseBusyTime(typed: string): Block {
  const [start = '', end = '', ...more] = typed.split('/')
  const [startMs, endMs] = [start, end].map((text) => (instant.test(text) ? Date.parse(text) : Number.NaN)) as [number, number]
  if (more.length > 0 || Number.isNaN(startMs) || Number.isNaN(endMs)) throw new Refusal('timeImpossible', 'busy')
  if (endMs <= startMs) throw new Refusal('endBeforeStart', 'busy')
  return { startMs, endMs }
}

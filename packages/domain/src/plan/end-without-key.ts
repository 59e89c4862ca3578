import { Refusal } from '../refusal'

/** What a family can ask for when no device here holds the key of its draft: to end, or to start its plan again. */
export const endsWithoutKey = ['end', 'restart'] as const
export type EndWithoutKeyKind = (typeof endsWithoutKey)[number]

const minuteMs = 60_000
/** For so long no device may have shown that it holds the key. */
const quietMinutes = 10
/** For so long everybody in the room is told, and a device that holds the key can stop it. */
const stopMinutes = 3
/** For so long afterwards a device that holds the key can undo it. */
const undoHours = 24

/** What was asked, as it stands. All moments are the database's. */
export interface AskedWithoutKey {
  takesEffectAt: Date
  stoppedAt: Date | null
  tookEffectAt: Date | null
  undoneAt: Date | null
}

/**
 * Refuses keyStillHere while a device that is vouched for showed the key in the last ten minutes; `proofShownAt` is null where none
 * is. Gives when it takes effect.
 */
export function checkAskWithoutKey({ proofShownAt, now }: { proofShownAt: Date | null; now: Date }): Date {
  if (proofShownAt !== null && now.getTime() < proofShownAt.getTime() + quietMinutes * minuteMs) throw new Refusal('keyStillHere')
  return new Date(now.getTime() + stopMinutes * minuteMs)
}

/** Refuses alreadyDone once it was stopped or has taken effect, or its three minutes are over. */
export function checkStopWithoutKey({ takesEffectAt, stoppedAt, tookEffectAt }: AskedWithoutKey, now: Date): void {
  if (stoppedAt !== null || tookEffectAt !== null || now >= takesEffectAt) throw new Refusal('alreadyDone')
}

/** Until when it can be undone; null when it cannot. */
export function undoUntil({ tookEffectAt, undoneAt }: AskedWithoutKey): Date | null {
  return tookEffectAt === null || undoneAt !== null ? null : new Date(tookEffectAt.getTime() + undoHours * 60 * minuteMs)
}

/**
 * Refuses notNow when it never took effect, a day has gone by or more private time came since, and draftMoved when somebody has
 * written in the plan that was started again.
 */
export function checkUndoWithoutKey(asked: AskedWithoutKey, since: { now: Date; newerRoom: boolean; newerWords: boolean }): void {
  if (asked.undoneAt !== null) throw new Refusal('alreadyDone')
  const until = undoUntil(asked)
  if (until === null || since.now >= until || since.newerRoom) throw new Refusal('notNow')
  if (since.newerWords) throw new Refusal('draftMoved')
}

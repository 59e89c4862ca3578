/** The part of a `where` that finds an allocation, or a membership of a team, that has begun and not ended. */
export function heldNow(now: Date) {
  return { from: { lte: now }, OR: [{ until: null }, { until: { gt: now } }] }
}

/** Levels at which two people are kept apart, each a row of its own. */
export const apartLevels = ['room', 'site', 'online', 'knowing'] as const
export type ApartLevel = (typeof apartLevels)[number]

/** Two people kept apart at a level. The order of the two means nothing; there may be a row for each level. */
export interface PairApart {
  readonly oneId: string
  readonly otherId: string
  readonly level: ApartLevel
}

/** The two ids in the one order a pair is stored in. */
export function pairOrder(a: string, b: string): { oneId: string; otherId: string } {
  return a < b ? { oneId: a, otherId: b } : { oneId: b, otherId: a }
}

/** People of whose part in a meeting this viewer must not know, nor they of the viewer's. */
export function hiddenFrom(viewerId: string, pairs: readonly PairApart[]): ReadonlySet<string> {
  const hidden = new Set<string>()
  for (const pair of pairs) {
    if (pair.level !== 'knowing') continue
    if (pair.oneId === viewerId) hidden.add(pair.otherId)
    if (pair.otherId === viewerId) hidden.add(pair.oneId)
  }
  return hidden
}

/**
 * How the safety of a meeting stands: no pair known, decided for every pair known, or needed.
 * A pair marked after the decision is not covered by it, so it is needed again
 * (research: safety before dates, product step 1).
 */
export function safetyStanding(pairs: { id: string }[], decision: { pairIds: string[] } | null): 'none' | 'decided' | 'needed' {
  if (pairs.length === 0) return 'none'
  return decision !== null && pairs.every((pair) => decision.pairIds.includes(pair.id)) ? 'decided' : 'needed'
}

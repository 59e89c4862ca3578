import { hiddenFrom, type PairApart } from '../family/kept-apart'

/** A shared plan as the rules need it: who was ever in the room that wrote it (nobody, when it came on paper). */
export interface WrittenPlan {
  id: string
  version: number
  memberIds: readonly string[]
}

/** Plans of one meeting belong together when somebody wrote in both rooms: a family that goes private again gets new rooms. */
export function isTogether(one: { memberIds: readonly string[] }, other: { memberIds: readonly string[] }): boolean {
  return one.memberIds.some((id) => other.memberIds.includes(id)) || (one.memberIds.length === 0 && other.memberIds.length === 0)
}

/** The version of the next plan from a room with these members, given every plan of the meeting so far. */
export function nextVersion(memberIds: readonly string[], plans: WrittenPlan[]): number {
  const earlier = plans.filter((plan) => isTogether({ memberIds }, plan))
  return Math.max(0, ...earlier.map((plan) => plan.version)) + 1
}

/** True while no newer version of this plan is there. */
export function isLatest(plan: WrittenPlan, plans: WrittenPlan[]): boolean {
  return !plans.some((other) => other.version > plan.version && isTogether(plan, other))
}

/**
 * Whether a person who takes part may read a plan: their own room's always; another room's unless somebody there must not
 * be known of (a pair kept apart at the level of knowing).
 */
export function mayReadPlan(personId: string, plan: WrittenPlan, pairs: PairApart[]): boolean {
  if (plan.memberIds.includes(personId)) return true
  const hidden = hiddenFrom(personId, pairs)
  return !plan.memberIds.some((id) => hidden.has(id))
}

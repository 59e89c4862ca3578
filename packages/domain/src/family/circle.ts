/** Who a person is to the family. A child is a person too. */
export const personKinds = ['child', 'kin', 'friend', 'advocate', 'interpreter'] as const
export type PersonKind = (typeof personKinds)[number]

export const relationKinds = [
  'mother',
  'father',
  'stepParent',
  'grandparent',
  'auntOrUncle',
  'sibling',
  'cousin',
  'carer',
  'godparent',
  'friend',
  'advocate',
  'interpreter',
  'other',
] as const
export type RelationKind = (typeof relationKinds)[number]

/** How a parent can be found; each with its reason. A parent who is not known has no person. */
export const parentStates = ['reachable', 'notReachable', 'notKnown', 'notSafe'] as const
export type ParentState = (typeof parentStates)[number]

export const contactKinds = ['phone', 'email', 'address'] as const
export type ContactKind = (typeof contactKinds)[number]

export const allocationRoles = ['socialWorker', 'coordinator'] as const
export type AllocationRole = (typeof allocationRoles)[number]

/** A relation as the side is reckoned from: `throughId` is the kin through whom this person belongs to the child. */
export interface RelationLink {
  personId: string
  childId: string
  throughId: string | null
}

/**
 * The parent through whom a person belongs to a child: the person themself when they are a parent,
 * otherwise the parent reached by following `through`; null when it leads to no parent of this child.
 */
export function sideOf(personId: string, childId: string, relations: RelationLink[], parentIds: ReadonlySet<string>): string | null {
  const seen = new Set<string>()
  for (let id: string | null = personId; id !== null && !seen.has(id);) {
    if (parentIds.has(id)) return id
    seen.add(id)
    id = relations.find((relation) => relation.personId === id && relation.childId === childId)?.throughId ?? null
  }
  return null
}

import type { FamilyPartsFragment } from '../generated/graphql'

/** A family, as its page reads it. */
export type FamilyOf = FamilyPartsFragment

/** What every section of a family's page gets. */
export interface FamilyPartProps {
  family: FamilyOf
}

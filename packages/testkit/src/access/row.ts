import type { When } from './moments'
import type { Who } from './people'

/** Who gets something, and when; whoever is not named gets nothing, which looks as if it were not there. */
export type Row = { readonly [W in Who]?: When }

/** Who sees things of one type of the API, field by field. */
export interface TypeRow {
  /** Who sees such a thing at all, and when. */
  who: Row
  /** Fields that whoever sees it sees. */
  all: string
  /** Fields for some of them alone, or at some times. */
  some?: Record<string, Row>
  /** Fields of which this world has nothing to show. */
  unmet?: string
}

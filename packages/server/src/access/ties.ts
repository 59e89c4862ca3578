import type { Circumstances, Tie } from '@kinplan/domain/access/rules'

/** What the viewer is to one family, or to one meeting of it, and the circumstances there. */
export interface Ties {
  held: ReadonlySet<Tie>
  now: Omit<Circumstances, 'ofCouncil'>
  /** Private rooms the viewer is in now. */
  rooms: ReadonlySet<string>
}

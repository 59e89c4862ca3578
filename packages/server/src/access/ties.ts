import type { Circumstances, Tie } from '@kinplan/domain/access/rules'
import type { Told } from '@kinplan/domain/meeting/as-told'
import type { DraftOfRoom } from '@kinplan/domain/plan/vouching'

/** What the viewer is to one family, or to one meeting of it, and the circumstances there. */
export interface Ties {
  held: ReadonlySet<Tie>
  now: Omit<Circumstances, 'ofCouncil' | 'leftOut'>
  /** How much of the meeting somebody who takes part in it was told; nothing for everybody else. */
  told: Told
  /** Private rooms the viewer is in now. */
  rooms: ReadonlySet<string>
  /** The drafts of those of them that are of the meeting, as they vouch for the viewer's session. */
  drafts: readonly DraftOfRoom[]
}

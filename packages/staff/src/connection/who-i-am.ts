import { useOutletContext } from 'react-router'
import type { MeQuery } from '../generated/graphql'

/** A signed-in worker, as the shell knows them. */
export interface WhoIAm {
  worker: NonNullable<MeQuery['me']['worker']>
  /** Rights over nothing in particular, for `may`. */
  viewerCan: MeQuery['me']['viewerCan']
  /** The council's day, 'YYYY-MM-DD'. */
  today: string
}

/** Who is signed in; for pages inside the shell. */
export function useWhoIAm(): WhoIAm {
  return useOutletContext<WhoIAm>()
}

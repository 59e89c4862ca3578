import { randomUUID } from 'node:crypto'
import type { AppendEnvelopes } from '../access/operation'
import type { Database } from '../platform/database'
import { openCollector } from './append-envelopes'
import { openFeeds, type DraftFeeds } from './draft-feeds'
import { envelopesByPass } from './draft-pass.store'
import { openEnvelopeBudget } from './envelope-budget'
import { openRescueTries, type TakesRescueTry } from './rescue-tries'

/** What this server does as a postman in private family time: takes sealed envelopes, and tells those who listen. */
export interface Post {
  appendEnvelopes: AppendEnvelopes
  takesRescueTry: TakesRescueTry
  follow: DraftFeeds['follow']
  /** Takes what another server said of the post; false for what is none of its business. */
  heard(payload: string): boolean
  /** What others said may have been missed. */
  missed(): void
}

export function openPost(database: Database): Post {
  const node = randomUUID()
  const feeds = openFeeds((pass, after, most) => envelopesByPass(database, pass, after, most))
  const budget = openEnvelopeBudget()
  return {
    appendEnvelopes: openCollector({ database, feeds, budget, node: database.engine === 'embedded' ? null : node }),
    takesRescueTry: openRescueTries(),
    follow: feeds.follow,
    missed: feeds.lookAgainAll,
    heard(payload) {
      const [what, draftId, said, by] = payload.split(' ')
      if (draftId === undefined || (what !== 'stored' && what !== 'draft')) return false
      if (what === 'draft') feeds.lookAgain(draftId)
      else if (by !== node) feeds.reached(draftId, Number(said))
      return true
    },
  }
}

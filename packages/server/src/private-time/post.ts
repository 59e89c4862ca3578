import { randomUUID } from 'node:crypto'
import type { AppendEnvelopes, RelayHead } from '../access/operation'
import type { Database } from '../platform/database'
import { openCollector } from './append-envelopes'
import { openFeeds, type DraftFeeds, type SaidHead } from './draft-feeds'
import { envelopesByPass, headByPass } from './draft-pass.store'
import { openEnvelopeBudget } from './envelope-budget'
import { openRescueTries, type TakesRescueTry } from './rescue-tries'

/** What this server does as a postman in private family time: takes sealed envelopes, and tells those who listen. */
export interface Post {
  appendEnvelopes: AppendEnvelopes
  relayHead: RelayHead
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
    async relayHead(pass, device, head) {
      if (!budget.takesHead(pass)) return 'envelopesTooMany'
      const may = await headByPass(database, pass)
      if (may !== 'yes') return may === 'closed' ? 'draftClosed' : 'judgeAgain'
      const { draftId, accessVersion, epoch, memberId } = pass
      const said: SaidHead = { draftId, accessVersion, head: { ...head, seq: 0, epoch, device, member: memberId } }
      feeds.said(said)
      if (database.engine === 'postgres') await database.publish(`head ${node} ${inNotice(said)}`)
      return 'told'
    },
    takesRescueTry: openRescueTries(),
    follow: feeds.follow,
    missed: feeds.lookAgainAll,
    heard(payload) {
      const [what, draftId, said, by] = payload.split(' ')
      if (what === 'head') {
        if (draftId !== node) feeds.said(fromNotice(said ?? ''))
        return true
      }
      if (draftId === undefined || (what !== 'stored' && what !== 'draft')) return false
      if (what === 'draft') feeds.lookAgain(draftId)
      else if (by !== node) feeds.reached(draftId, Number(said))
      return true
    },
  }
}

/** What a head says beside what all servers know: short, and without a space. */
function inNotice(said: SaidHead): string {
  return Buffer.from(JSON.stringify(said)).toString('base64url')
}

function fromNotice(text: string): SaidHead {
  return JSON.parse(Buffer.from(text, 'base64url').toString()) as SaidHead
}

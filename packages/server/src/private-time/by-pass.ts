import type { Listening } from '../access/listening'
import { JudgeAgain, type DraftPass, type Operation } from '../access/operation'
import { passToAppend, takePass } from './take-pass'

/** How often a socket's call is judged anew when what it rests on changes under it. */
const timesJudged = 3

/** What is sent with a pass: read from the input once the pass is there, then given to those who wait for it outside an operation. */
interface Sending<Parsed, Sent> {
  parse(pass: DraftPass): Parsed
  send(pass: DraftPass, parsed: Parsed): Promise<Sent | 'judgeAgain'>
}

/**
 * Sends to a draft by a pass. Over a socket the pass that it has is enough; a request is judged, commits, and sends then: on the one
 * embedded connection anything else would wait for itself.
 */
export async function byPass<Parsed, Sent>(
  asked: Operation | Listening,
  shown: { draftId: string; memberProof: string },
  { parse, send }: Sending<Parsed, Sent>,
): Promise<Sent> {
  if ('tx' in asked) {
    const { pass } = await takePass(asked, 'draft:append', shown)
    const parsed = parse(pass)
    await asked.closeTransaction()
    const sent = await send(pass, parsed)
    if (sent === 'judgeAgain') throw new JudgeAgain()
    return sent
  }
  for (let times = 1; ; times++) {
    const pass = await passToAppend(asked, shown)
    const sent = await send(pass, parse(pass))
    if (sent !== 'judgeAgain') return sent
    asked.passes.clear()
    if (times === timesJudged) throw new JudgeAgain()
  }
}

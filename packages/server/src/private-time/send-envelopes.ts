import { Refusal } from '@kinplan/domain/refusal'
import type { Listening } from '../access/listening'
import { JudgeAgain, type Appended, type DraftPass, type Operation, type SealedEnvelope } from '../access/operation'
import { Refused } from '../access/refused.graphql'
import { checkEnvelopes, envelopeNumber } from './check-envelopes'
import { parseBytes } from './parse-bytes'
import type { AppendEnvelopesInput, StoredEnvelope } from './draft.graphql'
import { passToAppend, takePass } from './take-pass'

/** How often a socket's call is judged anew when what it rests on changes under it. */
const timesJudged = 3

/**
 * Stores envelopes by a pass, and answers after the commit. Draft, sender and epoch are the pass's. The same envelope again gives its first
 * number. Over a socket the pass that it has is enough; a request is judged, commits, and then waits for the group's commit: on the one
 * embedded connection anything else would wait for itself.
 */
export async function sendEnvelopes(
  asked: Operation | Listening,
  input: AppendEnvelopesInput,
): Promise<{ stored: StoredEnvelope[] } | Refused> {
  try {
    const { stored, refusal } = 'tx' in asked ? await sendInOperation(asked, input) : await sendByPass(asked, input)
    if (refusal !== null) throw new Refusal(refusal)
    return { stored: stored.map(({ envelopeId, seq }) => ({ id: envelopeId, seq })) }
  } catch (error) {
    if (error instanceof Refusal) return Refused.because(error.code, error.field)
    throw error
  }
}

async function sendInOperation(op: Operation, input: AppendEnvelopesInput): Promise<Appended> {
  const { pass } = await takePass(op, 'draft:append', input)
  const envelopes = parseEnvelopes(input, pass)
  await op.closeTransaction()
  const appended = await op.appendEnvelopes(pass, input.device, envelopes)
  if (appended === 'judgeAgain') throw new JudgeAgain()
  return appended
}

async function sendByPass(listening: Listening, input: AppendEnvelopesInput): Promise<Appended> {
  for (let times = 1; ; times++) {
    const pass = await passToAppend(listening, input)
    const appended = await listening.appendEnvelopes(pass, input.device, parseEnvelopes(input, pass))
    if (appended !== 'judgeAgain') return appended
    listening.passes.clear()
    if (times === timesJudged) throw new JudgeAgain()
  }
}

function parseEnvelopes(input: AppendEnvelopesInput, pass: DraftPass): SealedEnvelope[] {
  const lengthOf = (text: string, field: string) => parseBytes(text, field, 'envelopeRefused').length
  for (const { n } of input.envelopes) envelopeNumber(n)
  checkEnvelopes({
    deviceLength: lengthOf(input.device, 'device'),
    epoch: input.epoch,
    envelopes: input.envelopes.map(({ id, nonce, sealed }) => ({
      id,
      nonceLength: lengthOf(nonce, 'nonce'),
      sealedLength: lengthOf(sealed, 'sealed'),
    })),
  })
  // Sealed with another key than the draft's own now.
  if (input.epoch !== pass.epoch) throw new Refusal('envelopeRefused', 'epoch')
  return input.envelopes.map(({ id, n, kind, nonce, sealed }) => ({ id, n, kind, nonce, sealed }))
}

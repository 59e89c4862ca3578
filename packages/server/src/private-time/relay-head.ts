import { Refusal } from '@kinplan/domain/refusal'
import type { Listening } from '../access/listening'
import type { DraftPass, Operation } from '../access/operation'
import { Refused } from '../access/refused.graphql'
import { byPass } from './by-pass'
import type { RelayHeadInput } from './draft.graphql'
import { parseEnvelopes } from './parse-envelopes'

/** More than a digest and its tag take: a head goes to other servers in a notice, which must stay short. */
const mostSealedLetters = 128

/**
 * Tells those who listen to the draft how far a device has read. It is sealed, and stored nowhere: whoever does not listen now never
 * hears of it. Draft, sender and epoch are the pass's, as in `sendEnvelopes`. Refuses envelopeRefused, envelopesTooMany, draftClosed.
 */
export async function relayHead(asked: Operation | Listening, input: RelayHeadInput): Promise<{ relayed: true } | Refused> {
  try {
    const said = await byPass(asked, input, {
      parse: (pass) => parseHead(input, pass),
      send: (pass, head) => asked.relayHead(pass, input.device, head),
    })
    if (said !== 'told') throw new Refusal(said)
    return { relayed: true }
  } catch (error) {
    if (error instanceof Refusal) return Refused.because(error.code, error.field)
    throw error
  }
}

function parseHead(input: RelayHeadInput, pass: DraftPass) {
  const [head] = parseEnvelopes({ ...input, envelopes: [input.head] }, pass, ['head'])
  if (head === undefined || head.sealed.length > mostSealedLetters) throw new Refusal('envelopeRefused', 'sealed')
  return head
}

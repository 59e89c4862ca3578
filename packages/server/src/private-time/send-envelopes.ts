import { Refusal } from '@kinplan/domain/refusal'
import { storedKinds } from '@kinplan/private-draft/protocol'
import type { Listening } from '../access/listening'
import type { Operation } from '../access/operation'
import { Refused } from '../access/refused.graphql'
import { byPass } from './by-pass'
import type { AppendEnvelopesInput, StoredEnvelope } from './draft.graphql'
import { parseEnvelopes } from './parse-envelopes'

/**
 * Stores envelopes by a pass, and answers after the group's commit. Draft, sender and epoch are the pass's. The same envelope again gives
 * its first number.
 */
export async function sendEnvelopes(
  asked: Operation | Listening,
  input: AppendEnvelopesInput,
): Promise<{ stored: StoredEnvelope[] } | Refused> {
  try {
    const { stored, refusal } = await byPass(asked, input, {
      parse: (pass) => parseEnvelopes(input, pass, storedKinds),
      send: (pass, envelopes) => asked.appendEnvelopes(pass, input.device, envelopes),
    })
    if (refusal !== null) throw new Refusal(refusal)
    return { stored: stored.map(({ envelopeId, seq }) => ({ id: envelopeId, seq })) }
  } catch (error) {
    if (error instanceof Refusal) return Refused.because(error.code, error.field)
    throw error
  }
}

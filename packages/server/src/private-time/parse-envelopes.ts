import { Refusal } from '@kinplan/domain/refusal'
import type { EnvelopeKind } from '@kinplan/private-draft/protocol'
import type { DraftPass, SealedEnvelope } from '../access/operation'
import { checkEnvelopes, envelopeNumber } from './check-envelopes'
import type { AppendEnvelopesInput } from './draft.graphql'
import { parseBytes } from './parse-bytes'

/** The envelopes of one call, each of one of these kinds; refuses envelopeRefused for what no honest device sends. */
export function parseEnvelopes<Kind extends EnvelopeKind>(
  input: AppendEnvelopesInput,
  pass: DraftPass,
  kinds: readonly Kind[],
): SealedEnvelope<Kind>[] {
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
  return input.envelopes.map(({ id, n, kind, nonce, sealed }) => {
    const known = kinds.find((one) => one === kind)
    if (known === undefined) throw new Refusal('envelopeRefused', 'kind')
    return { id, n, kind: known, nonce, sealed }
  })
}

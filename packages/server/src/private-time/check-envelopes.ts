import { isId } from '@kinplan/domain/is-id'
import { Refusal } from '@kinplan/domain/refusal'
import { deviceBytes, largestEpoch, mostEnvelopeBytes, mostEnvelopes, nonceBytes } from '@kinplan/private-draft/protocol'

const largestN = 2n ** 63n - 1n

/** `n` as sent: a whole number from 1, at most 2^63 - 1; refuses envelopeRefused. */
export function envelopeNumber(text: string): bigint {
  const n = /^[1-9]\d{0,18}$/.test(text) ? BigInt(text) : 0n
  if (n < 1n || n > largestN) throw new Refusal('envelopeRefused', 'n')
  return n
}

/** Refuses envelopeRefused for a call or an envelope that no honest device sends; lengths are in bytes. */
export function checkEnvelopes(call: {
  deviceLength: number
  epoch: number
  envelopes: { id: string; nonceLength: number; sealedLength: number }[]
}): void {
  const { deviceLength, epoch, envelopes } = call
  if (envelopes.length === 0 || envelopes.length > mostEnvelopes) throw new Refusal('envelopeRefused', 'envelopes')
  if (deviceLength !== deviceBytes) throw new Refusal('envelopeRefused', 'device')
  if (epoch < 1 || epoch > largestEpoch) throw new Refusal('envelopeRefused', 'epoch')
  for (const { id, nonceLength, sealedLength } of envelopes) {
    if (!isId(id)) throw new Refusal('envelopeRefused', 'id')
    if (nonceLength !== nonceBytes) throw new Refusal('envelopeRefused', 'nonce')
    if (sealedLength === 0 || sealedLength > mostEnvelopeBytes) throw new Refusal('envelopeRefused', 'sealed')
  }
}

import { Refusal } from '../refusal'

/** What a sealed envelope holds: an edit, or the whole draft for a newcomer. */
export const envelopeKinds = ['update', 'snapshot'] as const
export type EnvelopeKind = (typeof envelopeKinds)[number]

export const draftStates = ['open', 'closed'] as const
export type DraftState = (typeof draftStates)[number]

/** Bytes of one sealed envelope. */
export const mostEnvelopeBytes = 65_536
/** Envelopes in one call. */
export const mostEnvelopes = 32
/** Steps in one plan: more than any family has ever written, few enough to show. */
export const mostSteps = 100
/** An offer to join lives this long. */
export const joinMinutes = 10

const deviceBytes = 16
const nonceBytes = 12
const uuid = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/
const largestEpoch = 2 ** 31 - 1
const largestN = 2n ** 63n - 1n

/** An id as the database writes them: a UUID in small letters. */
export function isId(text: string): boolean {
  return uuid.test(text)
}

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

import { describe, expect, it } from 'vitest'
import { mostEnvelopeBytes, mostEnvelopes } from '@kinplan/private-draft/protocol'
import { checkEnvelopes, envelopeNumber } from './check-envelopes'

const id = '0b9c7c9e-6a2f-4f0e-9d3a-1c2b3d4e5f60'
const envelope = { id, nonceLength: 12, sealedLength: 1 }
const call = { deviceLength: 16, epoch: 1, envelopes: [envelope] }

describe('what the server takes of sealed envelopes', () => {
  it('is a full call at the largest size', () => {
    const envelopes = Array.from({ length: mostEnvelopes }, () => ({ ...envelope, sealedLength: mostEnvelopeBytes }))
    expect(() => checkEnvelopes({ ...call, epoch: 2 ** 31 - 1, envelopes })).not.toThrow()
  })

  it.each([
    ['no envelope', { envelopes: [] }, 'envelopes'],
    ['one too many', { envelopes: Array.from({ length: mostEnvelopes + 1 }, () => envelope) }, 'envelopes'],
    ['a short device', { deviceLength: 15 }, 'device'],
    ['epoch 0', { epoch: 0 }, 'epoch'],
    ['an epoch too large to keep', { epoch: 2 ** 31 }, 'epoch'],
    ['an id in capitals', { envelopes: [{ ...envelope, id: id.toUpperCase() }] }, 'id'],
    ['a long nonce', { envelopes: [{ ...envelope, nonceLength: 13 }] }, 'nonce'],
    ['nothing sealed', { envelopes: [{ ...envelope, sealedLength: 0 }] }, 'sealed'],
    ['a byte too many', { envelopes: [{ ...envelope, sealedLength: mostEnvelopeBytes + 1 }] }, 'sealed'],
  ])('is not %s', (_what, changes, field) => {
    expect(() => checkEnvelopes({ ...call, ...changes })).toThrow(expect.objectContaining({ code: 'envelopeRefused', field }))
  })

  it('is numbered from one, in whole numbers the database holds', () => {
    expect(envelopeNumber('1')).toBe(1n)
    expect(envelopeNumber('9223372036854775807')).toBe(2n ** 63n - 1n)
    for (const wrong of ['0', '-1', '01', '1.5', '', ' 1', '9223372036854775808', 'x'])
      expect(() => envelopeNumber(wrong)).toThrow('envelopeRefused')
  })
})

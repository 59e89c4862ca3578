import { describe, expect, it } from 'vitest'
import { fromBase64Url, lp, toBase64Url, u32, u64 } from './bytes'

describe('bytes', () => {
  it('prefixes each field by its length, so that moving a letter between fields changes the bytes', () => {
    expect([...lp('ab', Uint8Array.of(9))]).toEqual([0, 0, 0, 2, 97, 98, 0, 0, 0, 1, 9])
    expect(lp('ab', 'c')).not.toEqual(lp('a', 'bc'))
    expect([...lp('é')]).toEqual([0, 0, 0, 2, 0xc3, 0xa9])
  })

  it('writes numbers big-endian and refuses what does not fit', () => {
    expect([...u32(258)]).toEqual([0, 0, 1, 2])
    expect([...u64(2 ** 32 + 3)]).toEqual([0, 0, 0, 1, 0, 0, 0, 3])
    expect(() => u32(-1)).toThrow(RangeError)
    expect(() => u32(2 ** 32)).toThrow(RangeError)
    expect(() => u64(1.5)).toThrow(RangeError)
  })

  it('goes through base64url and back for every length and byte', () => {
    for (let length = 0; length < 260; length += 1) {
      const bytes = Uint8Array.from({ length }, (_, at) => (at * 7 + length) % 256)
      const text = toBase64Url(bytes)
      expect(text).toBe(Buffer.from(bytes).toString('base64url'))
      expect(fromBase64Url(text)).toEqual(bytes)
    }
    expect(() => fromBase64Url('a+b=')).toThrow(RangeError)
  })
})

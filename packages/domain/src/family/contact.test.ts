import { describe, expect, it } from 'vitest'
import type { ContactKind } from './circle'
import { canBeReached, contactKey, safeWays, withOneMark } from './contact'

describe('what reaches the same', () => {
  const same: [ContactKind, string, string][] = [
    ['phone', '07700 900001', '+44 7700 900001'],
    ['phone', '07700 900001', '+44 (0)7700-900001'],
    ['phone', '07700 900001', '0044 7700 900 001'],
    ['phone', '07700 900001', '447700900001'],
    ['phone', '(07700) 900 001', '07700.900.001'],
    ['phone', '07700 900001', '07700\u2011900001'],
    ['phone', '07700 900001', '07700 900001 after six'],
    ['phone', '07700 900001', 'Mobile: ０７７００ ９００００１'],
    ['phone', '020 7946 0018', '+44 20 7946 0018'],
    ['phone', '+353 1 496 0123', '00353 1 496 0123'],
    ['email', 'Dawn@Example.org', ' dawn@example.ORG '],
    ['email', 'mailto:dawn@example.org', 'Dawn Carter <dawn@example.org>'],
    ['address', '1 High Street, Wendlebury', '1  HIGH STREET\nWendlebury'],
  ]
  it.each(same)('%s: %s is %s', (kind, one, other) => expect(contactKey(kind, one)).toBe(contactKey(kind, other)))

  it('is the same whatever kind it was written down as', () => {
    expect(contactKey('email', '07700 900001')).toBe(contactKey('phone', '+447700900001'))
    expect(contactKey('phone', 'dawn@example.org')).toBe(contactKey('email', 'DAWN@example.org'))
  })

  const different: [ContactKind, string, string][] = [
    ['phone', '07700 900001', '07700 900002'],
    ['phone', '+353 1 496 0123', '01 496 0123'],
    ['email', 'dawn@example.org', 'dawn@example.com'],
    ['address', '1 High Street', '11 High Street'],
    ['address', 'Flat 1, 22 High Street', 'Flat 12, 2 High Street'],
  ]
  it.each(different)('%s: %s is not %s', (kind, one, other) => expect(contactKey(kind, one)).not.toBe(contactKey(kind, other)))
})

describe('the mark of a number', () => {
  const point = (personId: string, kind: ContactKind, value: string, safeToUse: boolean) => ({ personId, kind, value, safeToUse })

  it('is one in the family, and not safe where two do not agree', () => {
    const points = [
      point('mum', 'phone', '07700 900001', true),
      point('dad', 'phone', '+447700900001', false),
      point('mum', 'email', 'mum@example.org', true),
    ]
    expect(withOneMark(points).map(({ safeToUse }) => safeToUse)).toEqual([false, false, true])
  })

  it('decides who can be reached, by a letter too, and by which way first', () => {
    const points = [
      point('mum', 'address', '1 High Street', true),
      point('mum', 'email', 'mum@example.org', true),
      point('dad', 'phone', '07700 900002', false),
    ]
    expect(safeWays(points, 'mum').map(({ kind }) => kind)).toEqual(['email', 'address'])
    expect([
      canBeReached(points, 'mum'),
      canBeReached(points.slice(0, 1), 'mum'),
      canBeReached(points, 'dad'),
      canBeReached(points, 'gran'),
    ]).toEqual([true, true, false, false])
  })
})

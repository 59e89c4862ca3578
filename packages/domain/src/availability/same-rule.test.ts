import { describe, expect, it } from 'vitest'
import type { TypedAvailabilityRule } from './availability-rule'
import { freeAlways } from './free-always'
import { textOfRule } from './same-rule'

const monday: TypedAvailabilityRule = {
  kind: 'ordinaryWeek',
  zone: 'Europe/London',
  weekdays: [1, 3],
  start: '09:00',
  end: '17:00',
  how: ['inRoom', 'video'],
  preference: 'possible',
}

describe('two rules', () => {
  it.each<[string, Partial<TypedAvailabilityRule>]>([
    ['typed another way', { start: '9.00' }],
    ['in another order', { weekdays: [3, 1], how: ['video', 'inRoom'] }],
    ['with a word left out that goes without saying', { preference: null }],
    ['with empty fields that the kind has not', { cycle: [], shifts: [], from: null }],
  ])('%s say the same', (_how, change) => expect(textOfRule({ ...monday, ...change })).toBe(textOfRule(monday)))

  it.each<[string, Partial<TypedAvailabilityRule>]>([
    ['at another time', { start: '09:15' }],
    ['on another day', { weekdays: [1] }],
    ['in another way', { how: ['inRoom'] }],
    ['in another zone', { zone: 'Europe/Paris' }],
    ['with time off', { timeOffDays: 7 }],
    ['that cannot be read', { start: '99' }],
  ])('%s do not', (_how, change) => expect(textOfRule({ ...monday, ...change })).not.toBe(textOfRule(monday)))

  it('of somebody who is free always say the same as every hour of the week', () => {
    const all = { ...monday, weekdays: [1, 2, 3, 4, 5, 6, 7], start: '0:00', end: '24:00', how: ['inRoom'] as const }
    expect(textOfRule(freeAlways('Europe/London', ['inRoom']))).toBe(textOfRule(all))
  })
})

import { describe, expect, it } from 'vitest'
import { codeDigits, mayTryCodeFrom, wrongCodesNow } from './code-wait'

const now = new Date('2026-03-10T10:00:00Z')
const ago = (...minutes: number[]) => minutes.map((one) => new Date(now.getTime() - one * 60_000))
const waitOf = (wrongAt: Date[]) => {
  const from = mayTryCodeFrom(wrongAt, now)
  return from === null ? 0 : (from.getTime() - now.getTime()) / 60_000
}

describe('how long to wait after wrong codes', () => {
  it.each([
    ['none', ago(), 0],
    ['one', ago(0), 0],
    ['two', ago(1, 0), 0],
    ['three', ago(2, 1, 0), 1],
    ['three, half a minute later', ago(2, 1, 0.5), 0.5],
    ['three, a minute later', ago(3, 2, 1), 0],
    ['four', ago(3, 2, 1, 0), 5],
    ['five', ago(4, 3, 2, 1, 0), 15],
    ['six', ago(5, 4, 3, 2, 1, 0), 60],
    ['seven', ago(6, 5, 4, 3, 2, 1, 0), 120],
    ['nine', ago(8, 7, 6, 5, 4, 3, 2, 1, 0), 120],
    ['ten: until the oldest is a day old', ago(600, 8, 7, 6, 5, 4, 3, 2, 1, 0), 840],
    ['five of yesterday', ago(1444, 1443, 1442, 1441, 1440), 0],
    ['five of yesterday and one now', ago(1444, 1443, 1442, 1441, 1440, 0), 0],
  ])('%s', (_, wrongAt, minutes) => expect(waitOf(wrongAt)).toBe(minutes))

  it('counts what is younger than a day', () => expect(wrongCodesNow(ago(1441, 1440, 1439, 0), now)).toEqual(ago(1439, 0)))

  it('lets whoever tries at every moment that is open make fewer tries in 30 days than the chance is worked out with', () => {
    const end = now.getTime() + 30 * 86_400_000
    let [tries, at, wrongAt] = [0, now, [] as Date[]]
    while (at.getTime() < end) {
      wrongAt = [...wrongCodesNow(wrongAt, at), at]
      tries++
      at = mayTryCodeFrom(wrongAt, at) ?? at
    }
    expect(tries).toBeGreaterThan(200)
    expect(tries).toBeLessThanOrEqual(310)
    expect((310 + 10) / 10 ** codeDigits).toBeLessThan(5 / 10 ** 6)
  })
})

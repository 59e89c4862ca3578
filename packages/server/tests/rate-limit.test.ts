import { openRateLimits } from '@kinplan/server/access/rate-limit'
import { describe, expect, it } from 'vitest'

describe('how much somebody may ask for at once', () => {
  const clockAt = (start: number) => {
    let at = start
    return { now: () => at, wait: (ms: number) => void (at += ms) }
  }
  const takes = (limits: ReturnType<typeof openRateLimits>, times: number, ...names: [string, number][]) => {
    let taken = 0
    for (let turn = 0; turn < times; turn++) if (limits.take(names.map(([name, most]) => ({ name, most }))) === 0) taken++
    return taken
  }

  it('is so many at once, and then as many again in ten seconds, evenly', () => {
    const clock = clockAt(1_000)
    const limits = openRateLimits(clock.now)
    expect(takes(limits, 1_000, ['a', 100])).toBe(100)
    expect(limits.take([{ name: 'a', most: 100 }])).toBeCloseTo(100)
    clock.wait(1_000)
    expect(takes(limits, 1_000, ['a', 100])).toBe(10)
    expect(takes(limits, 1_000, ['b', 100])).toBe(100)
    clock.wait(50_000)
    expect(takes(limits, 1_000, ['a', 100])).toBe(100)
  })

  it('is taken from each name, or from none', () => {
    const limits = openRateLimits(clockAt(0).now)
    expect(takes(limits, 50, ['session', 10], ['family', 30])).toBe(10)
    expect(takes(limits, 50, ['other session', 100], ['family', 30])).toBe(20)
    expect(takes(limits, 200, ['other session', 100])).toBe(80)
  })

  it('is shared from a tenth on, and what others have used counts', async () => {
    const clock = clockAt(0)
    const [one, other] = [openRateLimits(clock.now), openRateLimits(clock.now)]
    const kept = new Map<string, number>()
    const told: string[] = []
    const exchange = (used: { name: string; ms: number }[]) => {
      for (const { name, ms } of used) {
        told.push(name)
        kept.set(name, Math.max(kept.get(name) ?? 0, clock.now()) + ms)
      }
      return Promise.resolve(new Map([...kept].map(([name, until]) => [name, until - clock.now()])))
    }
    takes(one, 10, ['quiet', 100])
    takes(one, 60, ['loud', 100])
    await one.share(exchange)
    expect(told).toEqual(['loud'])
    takes(other, 30, ['loud', 100])
    await other.share(exchange)
    expect(takes(other, 100, ['loud', 100])).toBe(10)
    await other.share(exchange)
    await one.share(exchange)
    // Nothing new was used here, so nothing was told or heard; the next one tells, and hears.
    expect(takes(one, 1, ['loud', 100])).toBe(1)
    await one.share(exchange)
    expect(takes(one, 100, ['loud', 100])).toBe(0)
    clock.wait(20_000)
    expect(takes(one, 1_000, ['loud', 100])).toBe(100)
  })

  it('tells nobody of what has come back since it was used', async () => {
    const clock = clockAt(0)
    const limits = openRateLimits(clock.now)
    for (let turn = 0; turn < 100; turn++) {
      takes(limits, 5, ['a', 100])
      clock.wait(500)
    }
    takes(limits, 50, ['a', 100])
    const used: number[] = []
    await limits.share((told) => {
      used.push(...told.map(({ ms }) => ms))
      return Promise.resolve(new Map())
    })
    expect(used).toEqual([5_000])
  })

  it('tells again what could not be told', async () => {
    const limits = openRateLimits(clockAt(0).now)
    takes(limits, 50, ['a', 100])
    await expect(limits.share(() => Promise.reject(new Error('away')))).rejects.toThrow('away')
    const used: number[] = []
    await limits.share((told) => {
      used.push(...told.map(({ ms }) => ms))
      return Promise.resolve(new Map())
    })
    expect(used).toEqual([5_000])
  })
})

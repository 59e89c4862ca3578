import { describe, expect, it } from 'vitest'
import { enginesToTest } from '../clean-database'
import { countTampered } from './count-tampered'
import { tamperWays } from './tamper-ways'

const ways = Object.keys(tamperWays).length

// PostgreSQL where there is one: the seals are the same on both, and this takes long.
describe.each(enginesToTest().slice(-1))('the access record on the %s database', (engine) => {
  it('shows every way of tampering that we know of, and nothing where there was none', async () => {
    const told: string[] = []
    const counts = await countTampered(engine, ways, 1, (line) => told.push(line))
    expect(told).toEqual([])
    expect(counts).toMatchObject({ tries: ways, found: ways, falseAlarms: 0, ways })
    expect(counts.cutOffFound).toBe(counts.cutOffTries)
    expect(counts.cutOffTries).toBeGreaterThan(5)
  }, 120_000)
})

import { expect, it } from 'vitest'
import { testServer } from '../test-server'
import { compareSwap } from './compare-swap'

it('shows and tells nobody what they may not know, and does show what they may', async () => {
  const server = await testServer()
  const told: string[] = []
  try {
    const counts = await compareSwap(server, 3, 1, (line) => void told.push(line))
    expect(counts).toMatchObject({ worlds: 3, different: 0, controlDiffered: 3 })
    expect(told).toEqual([])
    expect(Math.min(counts.requests, counts.frames)).toBeGreaterThan(0)
  } finally {
    await server.drop()
  }
}, 180_000)

import { expect, it } from 'vitest'
import { runningServer } from '../src/running-server'
import { walkTheWholeWay } from '../checks/browser-steps'

it('a new family goes the whole way, from being opened to its review, in the browser', { timeout: 900_000 }, async () => {
  const server = await runningServer({ story: true, clock: { now: () => new Date() } })
  try {
    const { failure, passed, codesRead } = await walkTheWholeWay({
      address: server.config.address,
      outbox: server.config.outbox,
      minutePasses: server.minutePasses,
    })
    expect(failure).toBeNull()
    expect(passed).toBe(10)
    expect(codesRead.length).toBeGreaterThanOrEqual(10)
  } finally {
    await server.close()
  }
})

import type pg from 'pg'

/**
 * Sibling fields of one operation ask at the same moment on one connection. Each statement waits here for the one before it;
 * the driver's own queue does the same, but warns that it will be gone in pg 9.
 */
export function oneAtATime(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const driver = Object.getPrototypeOf(client) as { query(...given: unknown[]): unknown }
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = (...given: unknown[]): unknown => {
      if (typeof given.at(-1) === 'function') return driver.query.apply(client, given)
      const mine = last.then(() => driver.query.apply(client, given))
      last = mine.catch(() => undefined)
      return mine
    }
    client.query = inTurn as typeof client.query
  })
}

import type pg from 'pg'

/**
 * Sibling fields of one operation ask at the same moment on one connection. Each statement waits here for the one before it;
 * the driver's own queue does the same, but warns that it will be gone in pg 9.
 */
export function oneAtATime(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const query = client.query.bind(client) as (...given: unknown[]) => unknown
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = (...given: unknown[]): unknown => {
      if (typeof given.at(-1) === 'function') return query(...given)
      const mine = last.then(() => query(...given))
      last = mine.catch(() => undefined)
      return mine
    }
    client.query = inTurn as typeof client.query
  })
}

import type pg from 'pg'

/**
 * Sibling fields of one operation ask at the same moment on one connection. Each statement waits here for the one before it;
 * the driver's own queue does the same, but warns that it will be gone in pg 9. A COMMIT that kept nothing fails.
 */
export function oneAtATime(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const driver = Object.getPrototypeOf(client) as { query(...given: unknown[]): unknown }
    let last: Promise<unknown> = Promise.resolve()
    const inTurn = (...given: unknown[]): unknown => {
      if (typeof given.at(-1) === 'function') return driver.query.apply(client, given)
      const mine = last.then(() => driver.query.apply(client, given)).then(failIfRolledBack(given[0]))
      last = mine.catch(() => undefined)
      return mine
    }
    client.query = inTurn as typeof client.query
  })
}

/** PostgreSQL answers the COMMIT of a transaction that has failed with a quiet ROLLBACK. */
function failIfRolledBack(asked: unknown): <T>(answer: T) => T {
  const text = typeof asked === 'string' ? asked : (asked as { text?: string }).text
  return (answer) => {
    if (text === 'COMMIT' && (answer as pg.QueryResult).command === 'ROLLBACK')
      throw new Error('The transaction had failed: nothing is kept')
    return answer
  }
}

import type pg from 'pg'

/** PostgreSQL answers the COMMIT of a transaction that has failed with a quiet ROLLBACK: here that COMMIT fails. */
export function failQuietRollback(pool: pg.Pool): void {
  pool.on('connect', (client) => {
    const ask = client.query.bind(client) as (...given: unknown[]) => unknown
    const heeded = (...given: unknown[]): unknown => {
      const answer = ask(...given)
      const [asked] = given as [string | { text?: string }]
      const text = typeof asked === 'string' ? asked : asked.text
      return text === 'COMMIT' && answer instanceof Promise ? answer.then(failIfRolledBack) : answer
    }
    client.query = heeded as typeof client.query
  })
}

function failIfRolledBack(answer: pg.QueryResult): pg.QueryResult {
  if (answer.command === 'ROLLBACK') throw new Error('The transaction had failed: nothing is kept')
  return answer
}

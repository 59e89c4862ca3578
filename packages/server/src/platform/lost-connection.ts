import type pg from 'pg'

/**
 * Gives every client a listener for its whole life: PostgreSQL may cut a connection at any moment, also while it is in use, and an
 * 'error' that nobody listens to ends the process. What waits on the connection fails by itself, and the pool makes a new one.
 */
export function outliveLostConnection<C extends pg.ClientBase>(client: C): C {
  return client.on('error', () => undefined)
}

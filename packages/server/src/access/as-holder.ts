import { holderOf } from './identity.store'
import type { Operation } from './operation'
import { idsFor } from './shown-id'

/**
 * The same operation as the holder of a promise's token sees it, whoever is signed in on that phone: decisions made
 * with it are the holder's, and from here on PostgreSQL knows the transaction by the holder. Null when the token was
 * replaced, has ended or never was. The token must be all that is asked with: beside other root fields it is not good.
 */
export async function asHolder(op: Operation, token: string): Promise<Operation | null> {
  if (op.name.includes(' ')) return null
  const holder = await holderOf(op.tx, op.key, token, op.now)
  return holder && { ...op, viewer: holder, ...idsFor(holder, op.key), ties: new Map(), loaded: new Map() }
}

import type { Database } from '@kinplan/server/platform/database'
import type { DoorParts } from '@kinplan/server/graphql/operate'

/** Thrown to undo what was done. */
export class Undone extends Error {}

/**
 * The same door, of which every operation is answered as if it had been committed, and then undone: what one person did is not there for
 * the next. What would be checked at the commit is checked before.
 */
export function undoneParts(parts: DoorParts): DoorParts {
  const database = undoneDatabase(parts.database)
  const nobody = () => Promise.resolve()
  return {
    ...parts,
    database,
    // The pass was undone with the operation that made it, so that nothing could be stored by it.
    appendEnvelopes: (_pass, _device, envelopes) =>
      Promise.resolve({ stored: envelopes.map(({ id }, place) => ({ envelopeId: id, seq: place + 1 })), refusal: null }),
    relayHead: () => Promise.resolve('told'),
    takesRescueTry: () => true,
    tell: nobody,
    tellEverybody: nobody,
    tellRooms: nobody,
    tellEnvelopes: nobody,
  }
}

/** A database that undoes every transaction after its answer. */
export function undoneDatabase(database: Database): Database {
  const transaction: Database['transaction'] = async (who, work, options) => {
    const answers: Awaited<ReturnType<typeof work>>[] = []
    try {
      await database.transaction(
        who,
        async (tx) => {
          answers.push(await work(tx))
          await tx.$executeRawUnsafe('set constraints all immediate')
          throw new Undone()
        },
        options,
      )
    } catch (error) {
      if (!(error instanceof Undone)) throw error
    }
    return answers.at(-1)!
  }
  return {
    ...database,
    transaction,
    appendConnection: (who, sql, parameters) => transaction(who, (tx) => tx.$queryRawUnsafe(sql, ...parameters)),
  }
}

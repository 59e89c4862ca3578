import type { Tx } from './database'

/**
 * A transaction inside an open one: when `work` rejects, only its own writes are undone, the error is thrown on,
 * and the outer transaction goes on. One at a time in a transaction; they may nest.
 */
export async function savepoint<T>(tx: Tx, work: (tx: Tx) => Promise<T>): Promise<T> {
  await tx.$executeRawUnsafe('savepoint work')
  try {
    const result = await work(tx)
    await tx.$executeRawUnsafe('release savepoint work')
    return result
  } catch (error) {
    await tx.$executeRawUnsafe('rollback to savepoint work')
    await tx.$executeRawUnsafe('release savepoint work')
    throw error
  }
}

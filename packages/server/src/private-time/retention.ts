import type { Database } from '../platform/database'
import { everySoOften } from '../platform/every-so-often'
import type { Logger } from '../platform/logger'
import { forgetDrafts } from './retention.store'

const everyMs = 3_600_000

/**
 * Forgets the drafts whose time has come, now and every hour. Gives a function that stops and waits for what is under way;
 * a failure is logged and tried again.
 */
export function keepForgetting(database: Database, logger: Logger): () => Promise<void> {
  const first = forgetDrafts(database).catch((error: unknown) => logger.fault('retention', error))
  const stop = everySoOften(logger, 'retention', everyMs, () => forgetDrafts(database))
  return async () => {
    await stop()
    await first
  }
}

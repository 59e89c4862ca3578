import type { Database } from '../platform/database'
import type { Logger } from '../platform/logger'
import { forgetDrafts } from './retention.store'

const everyMs = 3_600_000

/**
 * Forgets the drafts whose time has come, now and every hour. Gives a function that stops and waits for what is under way;
 * a failure is logged and tried again.
 */
export function keepForgetting(database: Database, logger: Logger): () => Promise<void> {
  let under = Promise.resolve()
  const forget = () => {
    under = forgetDrafts(database).catch((error: unknown) => logger.fault('retention', error))
  }
  forget()
  const timer = setInterval(forget, everyMs)
  timer.unref()
  return () => {
    clearInterval(timer)
    return under
  }
}

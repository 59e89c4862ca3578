import type { Logger } from './logger'

/**
 * Does the work every so many milliseconds, never twice at once; what goes wrong is logged under `name` and tried again the next time.
 * Gives a function that stops and waits for what is under way.
 */
export function everySoOften(logger: Logger, name: string, everyMs: number, work: () => Promise<void>): () => Promise<void> {
  let under: Promise<void> | null = null
  const timer = setInterval(() => {
    under ??= work()
      .catch((error: unknown) => logger.fault(name, error))
      .finally(() => (under = null))
  }, everyMs)
  timer.unref()
  return async () => {
    clearInterval(timer)
    await under
  }
}

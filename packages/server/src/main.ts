import 'reflect-metadata'
import { start } from './start'
import { systemClock } from './platform/clock'
import { readConfig } from './platform/config'
import { createLogger } from './platform/logger'
import { StartFault } from './platform/start-fault'

/** Starts, prints what a newcomer needs to know, and drains on Ctrl-C, SIGTERM or SIGHUP. */
async function main(): Promise<void> {
  const config = readConfig(process.env)
  const logger = createLogger(config.logLevel)
  const running = await start(config, systemClock, logger)
  process.stdout.write(running.welcome)
  const stop = () => {
    running.close().then(
      () => process.exit(0),
      (error: unknown) => {
        logger.fault('closing', error)
        process.exit(1)
      },
    )
  }
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, stop)
}

main().catch((error: unknown) => {
  if (error instanceof StartFault) process.stderr.write(`${error.message}\n`)
  else createLogger('error').fault('start', error)
  process.exit(1)
})

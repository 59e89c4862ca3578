import { logLevels, type LogLevel } from './config'
import { sqlState } from './database-error'

/** Facts about the machine, never about people: counts, codes, names of operations, milliseconds. */
type LogFacts = Record<string, string | number | boolean>

/** One line of JSON an entry. Nobody's data: what people wrote, and messages of errors, which may quote it, never reach it. */
export interface Logger {
  debug(event: string, facts?: LogFacts): void
  info(event: string, facts?: LogFacts): void
  warn(event: string, facts?: LogFacts): void
  error(event: string, facts?: LogFacts): void
  /** What a developer needs to find a fault by the reference that the person was shown: names, codes and places in the code. */
  fault(reference: string, error: unknown): void
}

/** Writes entries of `level` and above. `now` gives the present; `write` gets each line with its line end. */
export function createLogger(
  level: LogLevel,
  now: () => Date = () => new Date(),
  write: (line: string) => void = (line) => void process.stdout.write(line),
): Logger {
  const lowest = logLevels.indexOf(level)
  const entry = (at: LogLevel, event: string, facts: object = {}) => {
    if (logLevels.indexOf(at) < lowest) return
    write(`${JSON.stringify({ ...facts, time: now().toISOString(), level: at, event })}\n`)
  }
  return {
    debug: (event, facts) => entry('debug', event, facts),
    info: (event, facts) => entry('info', event, facts),
    warn: (event, facts) => entry('warn', event, facts),
    error: (event, facts) => entry('error', event, facts),
    fault: (reference, error) => entry('error', 'fault', { reference, errors: chainOf(error).map(describe), sqlState: sqlState(error) }),
  }
}

function chainOf(error: unknown): unknown[] {
  const chain: unknown[] = []
  for (let link = error; link !== undefined && link !== null && chain.length < 5; link = causeOf(link)) chain.push(link)
  return chain
}

/** GraphQL keeps the error that was thrown as originalError. */
function causeOf(link: unknown): unknown {
  if (!(link instanceof Error)) return undefined
  return 'originalError' in link && link.originalError ? link.originalError : link.cause
}

function describe(error: unknown): { name: string; code?: string; frames?: string[] } {
  if (!(error instanceof Error)) return { name: typeof error === 'object' ? 'object' : `thrown ${typeof error}` }
  const code = 'code' in error && typeof error.code === 'string' && /^[\w-]{1,40}$/.test(error.code) ? error.code : undefined
  return { name: error.constructor.name, code, frames: framesOf(error) }
}

/** A message may have lines that look like frames, so it is cut off first, not filtered out. */
function framesOf(error: Error): string[] {
  const stack = error.stack ?? ''
  const at = error.message ? stack.indexOf(error.message) : 0
  if (at < 0) return []
  return stack
    .slice(at + error.message.length)
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => /^at .*:\d+:\d+\)?$/.test(line))
    .slice(0, 12)
}

import pg from 'pg'

interface Link {
  code?: unknown
  originalCode?: unknown
  constraint?: unknown
  hint?: unknown
  cause?: unknown
  meta?: unknown
  driverAdapterError?: unknown
}

/** PostgreSQL's five characters for what went wrong, wherever Prisma or the driver put them; undefined for other errors. */
export function sqlState(error: unknown): string | undefined {
  for (const link of linksOf(error)) {
    if (link.code === 'P2034') return '40001'
    for (const code of [link.originalCode, link.code]) {
      if (typeof code === 'string' && /^[0-9A-Z]{5}$/.test(code) && !/^P\d/.test(code)) return code
    }
  }
  return undefined
}

/** True when running the whole transaction again may succeed: a serialization failure or a deadlock. */
export function mayRunAgain(error: unknown): boolean {
  const state = sqlState(error)
  return state === '40001' || state === '40P01'
}

/** The name of the constraint that refused a write (unique, foreign key, check, exclusion, or named by a function), or undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!sqlState(error)?.startsWith('23')) return undefined
  for (const link of linksOf(error)) {
    const named = indexOf(link.constraint) ?? link.hint
    if (typeof named === 'string') return named
  }
  return undefined
}

function* linksOf(error: unknown): Generator<Link> {
  const waiting: unknown[] = [error]
  for (let depth = 0; depth < 12 && waiting.length > 0; depth++) {
    const link = waiting.shift()
    if (typeof link !== 'object' || link === null) continue
    const known: Link = link
    yield known
    waiting.push(known.meta, known.driverAdapterError, known.cause)
  }
}

function indexOf(constraint: unknown): string | undefined {
  if (typeof constraint === 'string') return constraint
  if (typeof constraint === 'object' && constraint !== null && 'index' in constraint && typeof constraint.index === 'string') {
    return constraint.index
  }
  return undefined
}

/**
 * Prisma's adapter drops the name of a check, an exclusion or a function's own refusal, but keeps the hint:
 * this writes the name there, before the adapter sees the error.
 */
export function keepConstraintNames(pool: pg.Pool): void {
  pool.on('connect', ({ connection }) => {
    connection.prependListener('errorMessage', (fault: unknown) => {
      if (fault instanceof pg.DatabaseError && fault.constraint) fault.hint = fault.constraint
    })
  })
}

import { randomBytes } from 'node:crypto'
import { GraphQLError } from 'graphql'
import type { Logger } from '../platform/logger'

/** Codes of top-level errors that say nothing of anybody's data. */
const safeCodes = ['MALFORMED', 'NOT_SIGNED_IN', 'UNKNOWN_DOCUMENT', 'TOO_LARGE', 'TOO_MANY', 'FAULT', 'BAD_USER_INPUT']

/** True for errors made at the door itself: by GraphQL's own reading of variables, or with one of the safe codes. */
export function isSafeError(error: GraphQLError): boolean {
  return typeof error.extensions.code === 'string' && safeCodes.includes(error.extensions.code)
}

/** Logs a fault under a new reference, and makes the error that shows the reference and nothing else. */
export function faultError(logger: Logger, error: unknown): GraphQLError {
  const reference = randomBytes(6).toString('hex')
  logger.fault(reference, error)
  return new GraphQLError(`Something went wrong on our side. Reference ${reference}`, { extensions: { code: 'FAULT', reference } })
}

import { CombinedGraphQLErrors, ServerError } from '@apollo/client'
import type { RefusalCode } from '@kinplan/domain/refusal'
import type { Trouble as TroubleWith } from '@kinplan/ui/change'

/** Why something was not done or not shown, with the codes of refusals. */
export type Trouble = TroubleWith<RefusalCode>

/** Reads an error of Apollo Client as trouble. */
export function troubleOf(error: unknown): Trouble {
  if (CombinedGraphQLErrors.is(error)) return troubleOfCode(error.errors[0]?.extensions)
  if (ServerError.is(error)) return serverTrouble(error)
  // fetch throws a TypeError when no answer comes; anything else is a mistake in this app.
  return error instanceof TypeError ? { kind: 'lost' } : { kind: 'fault', reference: null }
}

function troubleOfCode(extensions: Record<string, unknown> | undefined): Trouble {
  const { code, reference } = extensions ?? {}
  if (code === 'UNKNOWN_DOCUMENT') return { kind: 'outOfStep' }
  if (code === 'TOO_LARGE') return { kind: 'tooMuch' }
  return { kind: 'fault', reference: typeof reference === 'string' ? reference : null }
}

function serverTrouble({ statusCode, bodyText }: ServerError): Trouble {
  if (statusCode === 413) return { kind: 'tooMuch' }
  if (bodyText.includes('UNKNOWN_DOCUMENT')) return { kind: 'outOfStep' }
  // A gateway that cannot reach the server, or one that asks us to wait.
  return statusCode === 429 || statusCode >= 502 ? { kind: 'lost' } : { kind: 'fault', reference: null }
}

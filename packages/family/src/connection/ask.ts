import type { RefusalCode } from '@kinplan/domain/refusal'
import type { Trouble as TroubleOf } from '@kinplan/ui/change'
import type { TrustedDocument } from '../generated/graphql'

export type Trouble = TroubleOf<RefusalCode>

type Answer<Data> = { readonly ok: true; readonly data: Data } | { readonly ok: false; readonly trouble: Trouble }

/** An old phone in a bad spot: longer than this and it says that it is not connected. */
const patienceMs = 20_000

interface Body {
  readonly data?: unknown
  readonly errors?: readonly { readonly extensions?: { readonly reference?: string } }[]
}

/**
 * Sends the id of an operation the server knows. Never throws.
 * `once`: a key so that a change sent again after a lost answer is made once.
 */
export async function ask<Data, Variables>(
  document: TrustedDocument<Data, Variables>,
  variables: Variables,
  { once, leaving = false }: { once?: string; leaving?: boolean } = {},
): Promise<Answer<Data>> {
  const body = await post(JSON.stringify({ extensions: { documentId: document.id }, variables }), once, leaving)
  if (body === undefined) return { ok: false, trouble: { kind: 'lost' } }
  if (body.errors?.length || !body.data) {
    return { ok: false, trouble: { kind: 'fault', reference: body.errors?.[0]?.extensions?.reference ?? null } }
  }
  return { ok: true, data: body.data as Data }
}

async function post(body: string, once: string | undefined, leaving: boolean): Promise<Body | undefined> {
  const stop = new AbortController()
  const timer = setTimeout(() => stop.abort(), patienceMs)
  try {
    const response = await fetch('/graphql', {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(once ? { 'kinplan-once': once } : {}) },
      body,
      credentials: 'same-origin',
      // Still sent when the page is left at once.
      keepalive: leaving,
      signal: stop.signal,
    })
    return (await response.json()) as Body
  } catch {
    // No line, or something in between that does not speak our language: both are "not connected" to the person.
    return undefined
  } finally {
    clearTimeout(timer)
  }
}

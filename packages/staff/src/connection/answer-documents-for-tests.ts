/** For tests of screens: what the server would answer, by the operation's name. A function that throws is a lost connection. */
export type Answers = Record<string, (variables: Record<string, unknown>) => unknown>

/** One request as it went over the network's edge. */
interface Sent {
  operationName: string
  variables: Record<string, unknown>
  documentId: unknown
  hasText: boolean
  once: string | null
}

/** A `fetch` that answers documents, and the requests it got. */
export function answerDocuments(answers: Answers): { fetch: typeof fetch; sent: Sent[] } {
  const sent: Sent[] = []
  const answer = async (_address: unknown, init?: RequestInit): Promise<Response> => {
    const body = JSON.parse(String(init?.body)) as {
      operationName: string
      variables?: Record<string, unknown>
      extensions?: { documentId?: unknown }
      query?: string
    }
    const request = {
      operationName: body.operationName,
      variables: body.variables ?? {},
      documentId: body.extensions?.documentId,
      hasText: body.query !== undefined,
      once: new Headers(init?.headers).get('kinplan-once'),
    }
    sent.push(request)
    const made = answers[request.operationName]
    if (made === undefined) throw new Error(`The test has no answer for ${request.operationName}`)
    return new Response(JSON.stringify({ data: made(request.variables) }), { headers: { 'content-type': 'application/json' } })
  }
  return { fetch: answer as typeof fetch, sent }
}

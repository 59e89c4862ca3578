import { request as httpRequest, type IncomingMessage } from 'node:http'
import { once } from 'node:events'

/** Who tries what, and what came of it. */
export interface Tally {
  tried: number
  /** Answers that show something was executed that should not be. */
  executed: number
  /** Answers that are a fault. */
  internalErrors: number
  /** The first of each, in words. */
  complaints: string[]
}

export const emptyTally = (): Tally => ({ tried: 0, executed: 0, internalErrors: 0, complaints: [] })

/** A running server, and sessions of different people of it. */
export interface Target {
  address: string
  sessions: readonly string[]
}

interface Sent {
  method?: string
  path?: string
  headers?: Record<string, string>
  body?: string | Buffer
}

/** The status, and what was said; 0 when the line was cut. */
export async function sendTo(address: string, { method = 'POST', path = '/graphql', headers = {}, body }: Sent): Promise<Answer> {
  try {
    const request = httpRequest(new URL(path, address), { method, headers, agent: false })
    const answered = once(request, 'response') as Promise<[IncomingMessage]>
    answered.catch(() => undefined)
    request.end(body)
    const [response] = await answered
    const pieces: Buffer[] = []
    for await (const piece of response) pieces.push(piece as Buffer)
    return { status: response.statusCode ?? 0, text: Buffer.concat(pieces).toString() }
  } catch {
    return { status: 0, text: '' }
  }
}

/** Sends JSON to the door with a session. */
export const sendJson = (address: string, session: string | null, json: unknown, headers: Record<string, string> = {}) =>
  sendTo(address, {
    headers: {
      'content-type': 'application/json',
      origin: address,
      ...(session === null ? {} : { cookie: `kinplan=${session}` }),
      ...headers,
    },
    body: JSON.stringify(json),
  })

interface Answer {
  status: number
  text: string
}

/** Counts one answer. Whoever does not say whether something was executed that should not be has that seen by the data in it. */
export function count(tally: Tally, name: string, { status, text }: Answer, executed = /"data":\{/.test(text)): void {
  tally.tried++
  const found = (kind: 'executed' | 'internalErrors') => {
    tally[kind]++
    if (tally.complaints.length < 20) tally.complaints.push(`${kind}: ${name}: ${status} ${text.slice(0, 200)}`)
  }
  if (executed) found('executed')
  if (status >= 500 || /"code":"(FAULT|INTERNAL_SERVER_ERROR)"/.test(text)) found('internalErrors')
}

import { once } from 'node:events'
import { readFileSync } from 'node:fs'
import { request as httpRequest, type IncomingHttpHeaders, type IncomingMessage } from 'node:http'
import { join } from 'node:path'
import { findProjectRoot } from '@kinplan/server/platform/project-root'
import { createClient, type Client } from 'graphql-ws'
import { WebSocket } from 'ws'

interface PageAnswer {
  status: number
  headers: IncomingHttpHeaders
  text: string
}
interface GraphqlAnswer {
  status: number
  data: Record<string, unknown> | null
  errors: { message: string; extensions: { code?: string; reference?: string } }[]
}
type Headers = Record<string, string>

export const manifest = JSON.parse(readFileSync(join(findProjectRoot(), 'packages/server/src/generated/manifest.json'), 'utf8')) as Record<
  string,
  string
>

/** The id of the first document of the manifest with that operation name. */
export function documentId(name: string): string {
  const found = Object.entries(manifest).find(([, text]) => new RegExp(`^\\s*(query|mutation|subscription) ${name}\\b`).test(text))
  if (!found) throw new Error(`The manifest has no ${name}`)
  return found[0]
}

/** The text of every document of the manifest. */
export const documentsOfManifest = (): string[] => Object.values(manifest)

/** Talks to a running server as a browser without JavaScript does, and as the apps do: keeps the cookie, says its origin when it posts. */
export class Browser {
  /** The session cookie's value, or null. */
  session: string | null = null
  /** The device cookie as it is sent, or null. */
  device: string | null = null
  #cookie = 'kinplan'

  constructor(readonly address: string) {}

  get(path: string, headers: Headers = {}): Promise<PageAnswer> {
    return this.#send('GET', path, headers, null)
  }

  /** Posts a form. Redirects are not followed. */
  post(path: string, fields: Record<string, string>, headers: Headers = {}): Promise<PageAnswer> {
    return this.#send(
      'POST',
      path,
      { 'content-type': 'application/x-www-form-urlencoded', origin: this.address, ...headers },
      new URLSearchParams(fields).toString(),
    )
  }

  /** Sends JSON of any kind to the door. */
  async door(body: unknown, headers: Headers = {}): Promise<GraphqlAnswer> {
    const { status, text } = await this.#send(
      'POST',
      '/graphql',
      { 'content-type': 'application/json', origin: this.address, ...headers },
      JSON.stringify(body),
    )
    const { data = null, errors = [] } = JSON.parse(text) as Partial<GraphqlAnswer>
    return { status, data, errors }
  }

  /** Asks a document of the manifest, by its operation name. */
  graphql(name: string, variables: Record<string, unknown> = {}, headers: Headers = {}): Promise<GraphqlAnswer> {
    return this.door({ extensions: { documentId: documentId(name) }, variables }, headers)
  }

  /** What the document's one root field shows; throws when there is nothing. */
  async shows<T>(name: string, variables: Record<string, unknown> = {}): Promise<T> {
    const { data, errors } = await this.graphql(name, variables)
    const [shown] = Object.values(data ?? {})
    if (shown === null || shown === undefined) throw new Error(`${name} shows nothing: ${JSON.stringify(errors)}`)
    return shown as T
  }

  /** A graphql-ws client with this browser's cookie. */
  socket(headers: Headers = {}): Client {
    const cookie: Headers = this.session === null ? {} : { cookie: `${this.#cookie}=${this.session}` }
    class OwnSocket extends WebSocket {
      constructor(address: string, protocols: string) {
        super(address, protocols, { headers: { ...cookie, ...headers } })
      }
    }
    return createClient({ url: `${this.address.replace('http', 'ws')}/graphql`, webSocketImpl: OwnSocket, retryAttempts: 0, lazy: true })
  }

  async #send(method: string, path: string, headers: Headers, body: string | null): Promise<PageAnswer> {
    const kept = [this.session === null ? [] : `${this.#cookie}=${this.session}`, this.device ?? []].flat()
    const cookie: Headers = kept.length === 0 ? {} : { cookie: kept.join('; ') }
    const request = httpRequest(new URL(path, this.address), {
      method,
      headers: { ...cookie, ...headers, ...(body === null ? {} : { 'content-length': String(Buffer.byteLength(body)) }) },
    })
    const answered = once(request, 'response')
    request.end(body ?? undefined)
    const [response] = (await answered) as [IncomingMessage]
    const pieces: Buffer[] = []
    for await (const piece of response) pieces.push(piece as Buffer)
    for (const line of response.headers['set-cookie'] ?? []) {
      if (/^(?:__Host-)?kinplan-device=/.test(line)) {
        this.device = line.split(';')[0] ?? null
        continue
      }
      const [, name = this.#cookie, kept = ''] = /^((?:__Host-)?kinplan)=([^;]*)/.exec(line) ?? []
      this.#cookie = name
      this.session = kept === '' ? null : kept
    }
    return { status: response.statusCode ?? 0, headers: response.headers, text: Buffer.concat(pieces).toString() }
  }
}

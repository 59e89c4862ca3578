import { existsSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import { join } from 'node:path'
import { expressMiddleware } from '@as-integrations/express5'
import type { ApolloServer } from '@apollo/server'
import { mostEnvelopeBytes, mostEnvelopes } from '@kinplan/private-draft/protocol'
import express, { type Express, type NextFunction, type Request, type Response } from 'express'
import { getOperationAST, GraphQLError, OperationTypeNode } from 'graphql'
import helmet from 'helmet'
import type { Config } from '../platform/config'
import type { Logger } from '../platform/logger'
import { StartFault } from '../platform/start-fault'
import type { HttpContext } from './apollo'
import type { SessionCookie } from './cookies'
import { faultError } from './faults'
import { fromThisComputer, sameOrigin } from './loopback'
import type { Limits } from './limits'
import { packedFiles } from './packed-files'
import { endSlowBodies, mostMsOfRequest } from './slow-bodies'
import type { TrustedDocuments } from './trusted-documents'

/** The largest request: as many sealed envelopes as one call takes, in base64, with room for the rest. */
const mostBytes = 1.5 * mostEnvelopes * mostEnvelopeBytes
/** The largest request of a visitor who was given nothing: with it somebody says who they are, or asks whether they are known. */
const mostBytesOfStranger = 64 * 1024
/** The head of a request is here in this time, in milliseconds, also on a slow line; and how often that is looked at. */
const mostMsOfHead = 15_000
const lookAtHeadsEveryMs = 5_000
/** How long an answer about readiness is good, in milliseconds: watching it must not be a way to busy the database. */
const readyForMs = 1000
/** The header with the key that makes a mutation sent twice happen once. */
const onceHeader = 'kinplan-once'

interface HttpParts {
  config: Config
  logger: Logger
  apollo: ApolloServer<HttpContext>
  trusted: TrustedDocuments
  limits: Limits
  cookie: SessionCookie
  /** True while the database answers. */
  ready(): Promise<boolean>
  /** Adds the server-rendered pages. */
  pages(app: Express): void
  /** Another site to which a form of the pages may lead on: an origin. */
  formsLeadTo: string
}

/** The web server: the door, the pages, the two apps, health and readiness. Listens on the configured address. */
export async function listen(parts: HttpParts): Promise<Server> {
  const { config } = parts
  const app = express()
  app.disable('x-powered-by')
  app.use(headers(parts))
  app.get('/health', (_request, response) => void response.json({ alive: true }))
  const isReady = askedOnce(parts.ready, readyForMs)
  app.get('/ready', async (_request, response) => {
    const ready = await isReady()
    response.status(ready ? 200 : 503).json({ ready })
  })
  app.use(endSlowBodies(parts.limits), limitRate(parts.limits))

  const [large, small] = [express.json({ limit: mostBytes }), express.json({ limit: mostBytesOfStranger })]
  app.post(
    '/graphql',
    refuseOthers,
    refuseBrokenKeys,
    (request, response, next) => (parts.limits.givenOf(request) === null ? small : large)(request, response, next),
    trustedOnly(parts.trusted),
    expressMiddleware(parts.apollo, {
      context: ({ req, res }) =>
        Promise.resolve({
          session: parts.cookie.of(req),
          device: parts.cookie.deviceOf(req),
          met: (viewer) => parts.limits.met(req, viewer),
          once: req.get(onceHeader) ?? null,
          storyPage: storyPageFor(config, req),
          keepSession: (session) => void res.append('Set-Cookie', parts.cookie.line(session)),
          keepDevice: (token) => void res.append('Set-Cookie', parts.cookie.deviceLine(token)),
        }),
    }),
  )
  parts.pages(app)
  for (const [path, folder] of [
    ['/f', 'family'],
    ['/staff', 'staff'],
  ] as const)
    serveApp(app, path, join(config.projectRoot, 'packages', folder, 'dist'))
  app.use((_request, response) => void response.status(404).type('text').send('This page is not here.'))
  app.use((error: unknown, request: Request, response: Response, _next: NextFunction) =>
    answerError(parts.logger, error, request, response),
  )

  const server = createServer(
    { requestTimeout: mostMsOfRequest, headersTimeout: mostMsOfHead, connectionsCheckingInterval: lookAtHeadsEveryMs },
    app,
  )
  await listenOn(server, config)
  return server
}

/** Throws StartFault when nothing can listen on the configured address: said before the long work of a first start. */
export async function checkAddress(config: Config): Promise<void> {
  const probe = createServer()
  await listenOn(probe, config)
  await new Promise((resolve) => probe.close(resolve))
}

function listenOn(server: Server, { host, port }: Config): Promise<void> {
  const sentences: Record<string, string> = {
    EADDRINUSE: `Port ${port} is in use: stop what uses it, or start with PORT set to another number.`,
    EACCES: `Port ${port} may not be used by this account: start with PORT set to a number above 1023.`,
    EADDRNOTAVAIL: `HOST ${host} is no address of this computer: set it to one that is, or leave it out for this computer alone.`,
    ENOTFOUND: `HOST ${host} is no address of this computer: set it to one that is, or leave it out for this computer alone.`,
  }
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => {
      const sentence = sentences[error.code ?? '']
      reject(sentence === undefined ? error : new StartFault(sentence))
    })
    server.listen(port, host, resolve)
  })
}

/** Whether the page that lets a newcomer choose who to be exists for this request. */
export function storyPageFor(config: Config, request: Request): boolean {
  return config.demo && fromThisComputer(request)
}

function headers({ config, formsLeadTo }: HttpParts) {
  const https = config.address.startsWith('https:')
  // Old phones do not count a socket of this site as 'self'.
  const sockets = config.address.replace(/^http/, 'ws')
  return helmet({
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'none'"],
        scriptSrc: ["'self'"],
        styleSrc: ["'self'"],
        fontSrc: ["'self'"],
        imgSrc: ["'self'", 'data:'],
        connectSrc: ["'self'", sockets],
        formAction: ["'self'", formsLeadTo],
        baseUri: ["'none'"],
        frameAncestors: ["'none'"],
        manifestSrc: ["'self'"],
      },
    },
    strictTransportSecurity: https,
    // Tokens in addresses stay here. With 'no-referrer' a browser would also hide the origin of our own forms, and they would be refused.
    referrerPolicy: { policy: 'same-origin' },
  })
}

function limitRate(limits: Limits) {
  return (request: Request, response: Response, next: NextFunction) => {
    const waitMs = limits.request(request)
    if (waitMs === 0) return next()
    const seconds = Math.max(1, Math.ceil(waitMs / 1000))
    const wait = seconds === 1 ? 'a second' : `${seconds} seconds`
    const message = `Too many requests at once. Nothing was lost: please wait ${wait} and try again.`
    response.status(429).set('Retry-After', String(seconds))
    if (request.path === '/graphql') response.json({ errors: [{ message, extensions: { code: 'TOO_MANY', seconds } }] })
    else response.type('text').send(message)
  }
}

/** Asks again only when the last answer is older than that. */
function askedOnce<T>(ask: () => Promise<T>, goodForMs: number): () => Promise<T> {
  let [last, until] = [undefined as Promise<T> | undefined, 0]
  return () => {
    const now = performance.now()
    if (last === undefined || now > until) [last, until] = [ask(), now + goodForMs]
    return last
  }
}

function refuseOthers(request: Request, response: Response, next: NextFunction): void {
  if (sameOrigin(request)) next()
  else response.status(403).json({ errors: [{ message: 'Another site asked', extensions: { code: 'MALFORMED' } }] })
}

/** Puts the manifest's text in the place of its id; a request with a text of its own is refused. */
function trustedOnly(trusted: TrustedDocuments) {
  return (request: Request, response: Response, next: NextFunction) => {
    const body = request.body as
      | { extensions?: { documentId?: unknown }; operationName?: unknown; variables?: unknown; query?: unknown }
      | undefined
    const text = trusted.text(body?.extensions?.documentId)
    const document = trusted.document(body?.extensions?.documentId)
    if (text === null || document === null || body === undefined) {
      response.status(400).json({ errors: [{ message: 'Unknown document', extensions: { code: 'UNKNOWN_DOCUMENT' } }] })
      return
    }
    // Apollo would answer an operation that is not there with a fault, in its own words; a subscription is for sockets alone.
    const named = getOperationAST(document, (body.operationName ?? null) === null ? null : String(body.operationName))?.operation
    if (named === undefined || named === OperationTypeNode.SUBSCRIPTION || !isShallow(body.variables)) {
      response.status(400).json({ errors: [{ message: 'That could not be read.', extensions: { code: 'MALFORMED' } }] })
      return
    }
    body.query = text
    next()
  }
}

/** Objects and lists inside one another that a request's variables may have: a rule within what somebody says within its input is four. */
const mostDepth = 16

/** True for variables no deeper than can be read without running out of room. */
function isShallow(variables: unknown): boolean {
  let level = [variables]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > mostDepth) return false
    level = level.flatMap((one) => (typeof one === 'object' && one !== null ? Object.values(one) : []))
  }
  return true
}

/** A key that could not be kept would let the same change happen twice. */
function refuseBrokenKeys(request: Request, response: Response, next: NextFunction): void {
  const once = request.get(onceHeader)
  if (once === undefined || /^[\w-]{8,100}$/.test(once)) next()
  else response.status(400).json({ errors: [{ message: 'A broken key', extensions: { code: 'MALFORMED' } }] })
}

/** A built single-page app: its files, and its one page for every other path below it. */
function serveApp(app: Express, path: string, folder: string): void {
  if (!existsSync(folder)) return
  app.use(
    path,
    packedFiles(folder, 'public, max-age=31536000, immutable'),
    express.static(folder, {
      index: false,
      maxAge: '1y',
      immutable: true,
      setHeaders: (response, file) => {
        if (file.endsWith('.html')) response.setHeader('Cache-Control', 'no-store')
      },
    }),
  )
  app.get([path, `${path}/{*rest}`], (_request, response) => {
    response.setHeader('Cache-Control', 'no-store')
    response.sendFile(join(folder, 'index.html'))
  })
}

/** The fault that the door has made and logged already, or a new one: a fault has one reference. */
function faultFor(logger: Logger, error: unknown): GraphQLError {
  return error instanceof GraphQLError && error.extensions.code === 'FAULT' ? error : faultError(logger, error)
}

function answerError(logger: Logger, error: unknown, request: Request, response: Response): void {
  const status = typeof error === 'object' && error !== null && 'status' in error && typeof error.status === 'number' ? error.status : 500
  const large = status === 413
  const message = large
    ? 'That is more than one answer can hold. Please send less at once; nothing was lost.'
    : status < 500
      ? 'That could not be read.'
      : faultFor(logger, error).message
  response.status(status)
  if (request.path === '/graphql')
    response.json({ errors: [{ message, extensions: { code: large ? 'TOO_LARGE' : status < 500 ? 'MALFORMED' : 'FAULT' } }] })
  else response.type('text').send(message)
}

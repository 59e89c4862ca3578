import type { IncomingMessage, Server } from 'node:http'
import {
  execute,
  getOperationAST,
  GraphQLError,
  OperationTypeNode,
  createSourceEventStream,
  type DocumentNode,
  type ExecutionArgs,
  type ExecutionResult,
  type GraphQLSchema,
} from 'graphql'
import { WebSocketServer, type WebSocket } from 'ws'
import type { Happened, Listening } from '../access/listening'
import { everySoOften } from '../platform/every-so-often'
import { fewAtOnce } from '../platform/few-at-once'
import type { Hub } from '../platform/hub'
import type { Logger } from '../platform/logger'
import type { MeetingsNow } from '../meeting/read-for-all'
import type { Post } from '../private-time/post'
import { askedFields } from './asked-fields'
import type { SessionCookie } from './cookies'
import { faultError, isSafeError } from './faults'
import { sameOrigin } from './loopback'
import type { Limits } from './limits'
import { oldestGivesWay } from './oldest-gives-way'
import { serveSockets } from './serve-sockets'
import { withoutEcho, type openFresh } from './operate'
import type { TrustedDocuments } from './trusted-documents'

/** A reader is told of changes to a meeting at most this often, in milliseconds. */
const changesEveryMs = 1000
/** A device that listens shows its proof about as often as it is kept: once a minute, in milliseconds. */
const proofEveryMs = 60_000
/** How often a socket is asked whether somebody is still there, in milliseconds. */
const pingEveryMs = 20_000
/** WebSocket close codes: the server goes away, or has enough for now, and the client may come again; or it is shown out, and may not. */
const goingAway = 1001
const enoughForNow = 1013
const shownOut = 4403

/** How often the sockets of sessions that have ended are looked for, in milliseconds: one statement for all of this process. */
const lookForEndedMs = 2000

/** Sockets one address may have open: two for each of a thousand people behind one council's proxy. */
const mostSocketsOfAddress = 2000
/**
 * Sockets one session may have open: two for each page, and those that a phone without signal has lost, whose end nobody has noticed yet.
 */
const mostSocketsOfSession = 32
/** Live subscriptions of one socket: a page listens to a meeting and a draft, and a relative to a few meetings. */
const mostSubscriptions = 8
/** Beside those, calls that append: a page waits for the answer to one before it sends the next. */
const mostAppends = 4

/**
 * What a phone sends repeats itself, so that a key costs a quarter of its JSON: what it sent before is remembered, some 40 KB for each
 * socket that has sent something. What goes out is not packed: it is six times as much, and takes longer to pack than to send.
 */
const perMessageDeflate = { serverMaxWindowBits: 10, serverNoContextTakeover: true } as const

/** Operations of listeners at once: they come in crowds, and must leave connections of the pool for who asks. */
const mostJudgedAtOnce = 4

/** Names under which the hub wakes listeners. */
export const hubName = {
  meeting: (id: string) => `meeting ${id}`,
  everybody: (id: string) => `everybody ${id}`,
  /** Who listens to the draft looks again; heard by the post. */
  draft: (id: string) => `draft ${id}`,
  rooms: (id: string) => `rooms ${id}`,
}

/** What a subscription works with, and how its listening ends. */
interface Heard extends Listening {
  stop(): void
}

interface SocketParts {
  server: Server
  schema: GraphQLSchema
  trusted: TrustedDocuments
  limits: Limits
  cookie: SessionCookie
  fresh: ReturnType<typeof openFresh>
  hub: Hub
  post: Pick<Post, 'follow' | 'appendEnvelopes' | 'relayHead'>
  meetingsNow: MeetingsNow
  logger: Logger
  /** Those of these session cookies whose session has ended. */
  endedSessions(sessions: readonly string[]): Promise<Set<string>>
}

/**
 * The two subscriptions over graphql-ws, and what a phone sends to a draft, for documents of the manifest alone and for somebody who is
 * signed in: nobody else keeps a socket. Gives a function that closes every socket.
 */
export function openSockets(parts: SocketParts): () => Promise<void> {
  const { server, schema, trusted, limits, cookie, fresh, hub, post } = parts
  const inTurn = fewAtOnce(mostJudgedAtOnce)
  const ofAddress = countSockets(mostSocketsOfAddress)
  const ofSession = countSockets(mostSocketsOfSession)
  const sockets = new WebSocketServer({
    server,
    path: '/graphql',
    maxPayload: 256 * 1024,
    perMessageDeflate,
    verifyClient: ({ req }: { req: IncomingMessage }, answer: (allowed: boolean, status?: number) => void) => {
      if (!sameOrigin(req)) answer(false, 403)
      else answer(limits.newSocket(req) === 0, 429)
    },
  })
  sockets.on('connection', (socket, request) => ofAddress(limits.addressOf(request), socket))

  /** The one look-up of a session; a socket without a cookie costs none. While the database is away the client may come again. */
  async function isSignedIn(request: IncomingMessage, session: string, socket: WebSocket): Promise<boolean> {
    try {
      const viewer = await fresh(session, 'socket', (op) => Promise.resolve(op.viewer))
      limits.met(request, viewer)
      return viewer.kind !== 'nobody'
    } catch {
      // The fault is in the log, with its reference.
      socket.close(enoughForNow, 'Try again')
      return false
    }
  }

  /** Passes of each socket. */
  const passesOf = new WeakMap<WebSocket, Heard['passes']>()
  const open = new Map<WebSocket, string>()
  /** What a session may hear is asked at each event; that its socket is closed too leaves nothing behind. */
  async function closeEnded(): Promise<void> {
    const sessions = [...new Set(open.values())]
    if (sessions.length === 0) return
    const ended = await parts.endedSessions(sessions)
    for (const [socket, session] of open) if (ended.has(session)) socket.close(shownOut, 'Forbidden')
  }
  const stopLooking = everySoOften(parts.logger, 'ended sessions', lookForEndedMs, closeEnded)

  const stopServing = serveSockets(
    sockets,
    {
      onConnect: async ({ extra: { request, socket } }) => {
        const session = cookie.of(request)
        if (session === null || !(await isSignedIn(request, session, socket))) return false
        ofSession(session, socket)
        open.set(socket, session)
        passesOf.set(socket, new Map())
        socket.once('close', () => open.delete(socket))
        return true
      },
      onSubscribe: ({ extra: { request, socket }, subscriptions }, _id, { variables, extensions }) => {
        const session = cookie.of(request)
        const document = trusted.document(extensions?.['documentId'])
        const kind = document === null ? 'none' : kindOf(document)
        // Counted before anything is waited for: this one is among them already, and so are those that come meanwhile.
        const full = Object.keys(subscriptions).length > mostSubscriptions + (kind === 'send' ? mostAppends : 0)
        if (kind !== 'send' && limits.subscribe(request) > 0) socket.close(enoughForNow, 'Too many')
        if (full || socket.readyState !== socket.OPEN) return [tooMany()]
        // Everything else goes through operate().
        if (document === null || kind === 'none')
          return [new GraphQLError('Unknown document', { extensions: { code: 'UNKNOWN_DOCUMENT' } })]
        const ending = new AbortController()
        const contextValue: Heard = {
          changes: (meetingId, of) =>
            hub.wakes(new Map(of.map((one): [string, Happened] => [hubName[one](meetingId), one])), changesEveryMs, ending.signal),
          now: (meetingId) => (session === null ? Promise.resolve(null) : parts.meetingsNow.of(meetingId, session)),
          follow: (draftId) => post.follow(draftId, ending.signal),
          passes: passesOf.get(socket) ?? new Map(),
          appendEnvelopes: post.appendEnvelopes,
          relayHead: post.relayHead,
          proofEveryMs,
          fresh: async (name, work) => {
            // A pass to append is an operation as any request is; what is sent by it is counted by its bytes.
            if (kind === 'send' && limits.request(request) > 0) throw tooMany()
            try {
              return await (kind === 'send' ? fresh(session, name, work) : inTurn(() => fresh(session, name, work)))
            } catch (error) {
              // A reader whose subscription ended with a fault would wait for ever; one whose socket closed comes again.
              socket.close(enoughForNow, 'Try again')
              throw error
            }
          },
          stop: () => ending.abort(),
        }
        return { schema, document, variableValues: variables, contextValue }
      },
      execute: async (args: ExecutionArgs) => withoutFaults(parts.logger, await execute(args)),
      subscribe: async (args: ExecutionArgs) => stoppable(await subscribeOnce(args), args.contextValue as Heard),
    },
    pingEveryMs,
    parts.logger,
  )
  return async () => {
    for (const client of sockets.clients) client.close(goingAway, 'Closing')
    await stopLooking()
    await stopServing()
  }
}

const tooMany = () => new GraphQLError('Too many at once', { extensions: { code: 'TOO_MANY' } })

/** Counts open sockets by a name; a phone is never locked out by sockets that it lost. */
function countSockets(most: number): (name: string, socket: WebSocket) => void {
  const count = oldestGivesWay<WebSocket>(most, (oldest) => oldest.close(enoughForNow, 'Too many'))
  return (name, socket) => {
    if (socket.readyState === socket.OPEN) socket.once('close', count(name, socket))
  }
}

/** Ends the listening with its reader: a generator that waits for a notice would hear of its end only with the next one. */
function stoppable(events: Events, heard: Heard): Events {
  if (!(Symbol.asyncIterator in events)) return events.errors?.every(({ path }) => path === undefined) ? withoutEcho(events) : events
  const end = events.return.bind(events)
  events.return = (value) => {
    heard.stop()
    return end(value)
  }
  return events
}

/** What a subscription answers, or why it did not begin. */
type Events = ExecutionResult | AsyncGenerator<ExecutionResult, void, void>

/** Answers to one event, by document: many listen by the same one, and what it shows of the event is the same for all of them. */
const shownOf = new WeakMap<object, Map<DocumentNode, Promise<ExecutionResult>>>()

/** As GraphQL's `subscribe`, but that an event which is told to many is executed once. */
async function subscribeOnce(args: ExecutionArgs): Promise<Events> {
  const events = await createSourceEventStream(args)
  return Symbol.asyncIterator in events ? mapped(events, args) : events
}

async function* mapped(events: AsyncIterable<unknown>, args: ExecutionArgs): AsyncGenerator<ExecutionResult, void, void> {
  const show = async (rootValue: unknown) => execute({ ...args, rootValue })
  for await (const event of events) {
    if (typeof event !== 'object' || event === null) {
      yield show(event)
      continue
    }
    const known = shownOf.get(event) ?? new Map<DocumentNode, Promise<ExecutionResult>>()
    shownOf.set(event, known)
    const shown = known.get(args.document) ?? show(event)
    known.set(args.document, shown)
    yield shown
  }
}

/** The changes that need no operation each: what a phone sends to its draft. */
const sentByPass = ['appendEnvelopes', 'relayHead']

/** What a document asks of a socket. */
function kindOf(document: DocumentNode): 'subscription' | 'send' | 'none' {
  const definition = getOperationAST(document)
  if (definition?.operation === OperationTypeNode.SUBSCRIPTION) return 'subscription'
  if (definition?.operation !== OperationTypeNode.MUTATION) return 'none'
  return sentByPass.includes(askedFields(document, definition).join(' ')) ? 'send' : 'none'
}

/** As operate() answers: what is no safe error is a reference, and in the log. */
function withoutFaults(logger: Logger, executed: ExecutionResult): ExecutionResult {
  const result = withoutEcho(executed)
  if (!('data' in result) || result.errors === undefined) return result
  return {
    data: null,
    errors: result.errors.map((error) => (isSafeError(error) ? error : faultError(logger, error.originalError ?? error))),
  }
}

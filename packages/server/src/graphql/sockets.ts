import type { Server } from 'node:http'
import { getOperationAST, GraphQLError, OperationTypeNode, type GraphQLSchema } from 'graphql'
import { useServer as serveOver } from 'graphql-ws/use/ws'
import { WebSocketServer } from 'ws'
import type { Listening } from '../access/listening'
import type { Hub } from '../platform/hub'
import { sessionOf } from './cookies'
import { sameOrigin } from './loopback'
import type { openFresh } from './operate'
import type { TrustedDocuments } from './trusted-documents'

/** A reader is told of changes to a meeting at most this often, in milliseconds. */
const changesEveryMs = 1000
/** WebSocket close code: the server goes away, the client may come again. */
const goingAway = 1001

/** Names under which the hub wakes listeners. */
export const hubName = { meeting: (id: string) => `meeting ${id}`, draft: (id: string) => `draft ${id}` }

/** The two subscriptions over graphql-ws, for documents of the manifest alone. Gives a function that closes every socket. */
export function openSockets(server: Server, schema: GraphQLSchema, trusted: TrustedDocuments, fresh: ReturnType<typeof openFresh>, hub: Hub): () => Promise<void> {
  const sockets = new WebSocketServer({ server, path: '/graphql', maxPayload: 256 * 1024, verifyClient: ({ req }: { req: Parameters<typeof sameOrigin>[0] }) => sameOrigin(req) })
  const ends = new WeakMap<object, AbortController>()
  const closing = serveOver(
    {
      onConnect: ({ extra }) => void ends.set(extra, new AbortController()),
      onClose: ({ extra }) => ends.get(extra)?.abort(),
      onSubscribe: ({ extra }, _id, { variables, extensions }) => {
        const document = trusted.document(extensions?.['documentId'])
        // Everything else goes through operate().
        if (document === null || getOperationAST(document)?.operation !== OperationTypeNode.SUBSCRIPTION) return [new GraphQLError('Unknown document', { extensions: { code: 'UNKNOWN_DOCUMENT' } })]
        const session = sessionOf(extra.request)
        const signal = ends.get(extra)?.signal ?? AbortSignal.abort()
        const contextValue: Listening = {
          changes: (meetingId) => hub.wakes(hubName.meeting(meetingId), changesEveryMs, signal),
          envelopes: (draftId) => hub.wakes(hubName.draft(draftId), 0, signal),
          fresh: (name, work) => fresh(session, name, work),
        }
        return { schema, document, variableValues: variables, contextValue }
      },
    },
    sockets,
    20_000,
  )
  return async () => {
    for (const client of sockets.clients) client.close(goingAway, 'Closing')
    await closing.dispose()
  }
}

import { ApolloClient, ApolloLink, HttpLink, InMemoryCache, Observable, type TypePolicies } from '@apollo/client'
import { createClient } from 'graphql-ws'
import { documentIds } from '../generated/graphql'

/** The id of an operation's text in the server's manifest: all that is ever sent of it. */
function documentIdOf(operationName: string | undefined): string {
  const id = documentIds[operationName ?? '']
  if (id === undefined) throw new Error(`No id for the operation ${operationName}`)
  return id
}

const idInsteadOfText = new ApolloLink((operation, forward) => {
  operation.extensions['documentId'] = documentIdOf(operation.operationName)
  operation.setContext({ http: { includeQuery: false, includeExtensions: true } })
  return forward(operation)
})

function listeningLink(address: string): ApolloLink {
  const socket = createClient({ url: address, retryAttempts: Number.POSITIVE_INFINITY, shouldRetry: () => true })
  return new ApolloLink(
    ({ operationName, variables }) =>
      new Observable((sink) => {
        const documentId = documentIdOf(operationName)
        return socket.subscribe(
          { query: '', operationName, variables, extensions: { documentId } },
          {
            next: (answer) => sink.next(answer as ApolloLink.Result),
            error: (fault) => sink.error(fault),
            complete: () => sink.complete(),
          },
        )
      }),
  )
}

/** Whole new values take the place of old ones: a list may become shorter, and an answer without an id belongs to its owner alone. */
const replaced = { merge: false }
const typePolicies: TypePolicies = {
  Me: { merge: true },
  Council: { merge: true },
  Family: {
    fields: {
      people: replaced,
      parents: replaced,
      pairs: replaced,
      allocations: replaced,
      meetings: replaced,
      earlierValues: replaced,
      breakGlass: replaced,
      viewerCan: replaced,
    },
  },
  Person: { fields: { relations: replaced, contactPoints: replaced, availability: replaced } },
  Meeting: {
    fields: {
      participants: replaced,
      why: replaced,
      bottomLines: replaced,
      plans: replaced,
      readers: replaced,
      viewerCan: replaced,
      timeAsk: replaced,
      roomHolds: replaced,
      conflicts: replaced,
      moved: replaced,
      anotherDays: replaced,
      withdrawals: replaced,
    },
  },
  Place: { fields: { rooms: replaced } },
  Participant: { fields: { slip: replaced, preparation: replaced, notPart: replaced, travel: replaced } },
}

/** The client of the workers' app: ids instead of texts, over HTTP and, for subscriptions, over a socket. */
export function createApollo({ graphql, socket }: { graphql: string; socket: string }): ApolloClient {
  const http = idInsteadOfText.concat(new HttpLink({ uri: graphql, enhancedClientAwareness: { transport: false } }))
  return new ApolloClient({
    link: ApolloLink.split(({ operationType }) => operationType === 'subscription', listeningLink(socket), http),
    cache: new InMemoryCache({ typePolicies }),
    devtools: { enabled: false },
    defaultOptions: { watchQuery: { fetchPolicy: 'cache-and-network' } },
  })
}

import { ApolloServer, type ApolloServerOptions } from '@apollo/server'
import type { GraphQLSchema } from 'graphql'
import type { Viewer } from '../access/viewer'
import type { Operate } from './operate'

/** What one HTTP request brings and takes away. */
export interface HttpContext {
  session: string | null
  device: string | null
  once: string | null
  storyPage: boolean
  keepSession(session: { token: string } | 'ended'): void
  keepDevice(token: string): void
  /** Whose the session is, once that is known. */
  met(viewer: Viewer): void
}

type Gateway = NonNullable<ApolloServerOptions<HttpContext>['gateway']>

/**
 * Apollo reads, checks and limits the request; operate() executes it in its transaction. Apollo takes an executor only
 * through its gateway interface, so that is the shape it is given.
 */
export function createApollo(schema: GraphQLSchema, operate: Operate): ApolloServer<HttpContext> {
  let announce: Parameters<Gateway['onSchemaLoadOrUpdate']>[0] = () => undefined
  const gateway: Gateway = {
    onSchemaLoadOrUpdate: (callback) => {
      announce = callback
      return () => undefined
    },
    load: () => {
      announce({ apiSchema: schema, coreSupergraphSdl: '' })
      return Promise.resolve({
        executor: async ({ document, request, operationName, context }) => {
          const http = context as unknown as HttpContext
          const answer = await operate(document, request.variables ?? {}, {
            session: http.session,
            device: http.device,
            once: http.once,
            storyPage: http.storyPage,
            operationName,
          })
          if (answer.session !== null) http.keepSession(answer.session)
          if (answer.device !== null) http.keepDevice(answer.device)
          if (answer.viewer !== null) http.met(answer.viewer)
          return answer.result as Awaited<ReturnType<NonNullable<Awaited<ReturnType<Gateway['load']>>['executor']>>>
        },
      })
    },
    stop: () => Promise.resolve(),
  }
  return new ApolloServer<HttpContext>({
    gateway,
    introspection: false,
    includeStacktraceInErrorResponses: false,
    hideSchemaDetailsFromClientErrors: true,
    stopOnTerminationSignals: false,
    allowBatchedHttpRequests: false,
    apollo: {},
    logger: { debug: () => undefined, info: () => undefined, warn: () => undefined, error: () => undefined },
  })
}

import { mountPages } from '@kinplan/server/pages/pages'
import { createApollo } from '@kinplan/server/graphql/apollo'
import { sessionCookieFor } from '@kinplan/server/graphql/cookies'
import { openLimits } from '@kinplan/server/graphql/limits'
import { openRateLimits } from '@kinplan/server/access/rate-limit'
import { listen, storyPageFor } from '@kinplan/server/graphql/listen'
import { openDoor, openFresh, type DoorParts } from '@kinplan/server/graphql/operate'
import { openSockets } from '@kinplan/server/graphql/sockets'
import { trustDocuments } from '@kinplan/server/graphql/trusted-documents'
import { endedSessions } from '@kinplan/server/access/identity.store'
import { elsewhere } from '@kinplan/server/pages/visit'
import { createHub } from '@kinplan/server/platform/hub'
import { Browser, manifest } from '../browser'
import { freePort } from '../running-server'
import type { TestServer } from '../test-server'

export interface ListeningServer {
  /** A browser that holds a session. */
  browser(session: string | null): Browser
  close(): Promise<void>
}

/**
 * The web server on a database that is open already, as `start` puts it together: pages, trusted documents, sockets. One
 * machine asks without end, so nothing is limited (edge.test.ts holds the limits).
 */
export async function listeningServer(server: TestServer, parts: DoorParts): Promise<ListeningServer> {
  const port = await freePort()
  const config = { ...server.config, host: '127.0.0.1', port, address: `http://localhost:${port}`, demo: true }
  const cookie = sessionCookieFor(config.address)
  const trusted = trustDocuments(manifest)
  const limits = openLimits(config.proxies, cookie, parts.key, { ...openRateLimits(), take: () => 0 })
  const operate = openDoor(parts)
  const apollo = createApollo(parts.schema, operate)
  await apollo.start()
  const hub = createHub()
  const stopListening = server.database.listen(hub.wake, hub.wakeAll)
  const web = await listen({
    config,
    logger: parts.logger,
    apollo,
    trusted,
    limits,
    cookie,
    formsLeadTo: new URL(elsewhere).origin,
    ready: () => Promise.resolve(true),
    pages: (app) =>
      mountPages(app, {
        operate,
        projectRoot: config.projectRoot,
        clock: parts.clock,
        cookie,
        storyPage: (request) => storyPageFor(config, request),
        met: limits.met,
      }),
  })
  const closeSockets = openSockets({
    server: web,
    schema: parts.schema,
    trusted,
    limits,
    cookie,
    fresh: openFresh(parts),
    hub,
    post: server.post,
    meetingsNow: server.meetingsNow,
    logger: parts.logger,
    endedSessions: (sessions) => parts.database.transaction({}, (tx) => endedSessions(tx, parts.key, sessions, parts.clock.now())),
  })
  return {
    browser(session) {
      const browser = new Browser(`http://127.0.0.1:${port}`)
      browser.session = session
      return browser
    },
    async close() {
      const drained = new Promise<void>((resolve) => web.close(() => resolve()))
      web.closeIdleConnections()
      await closeSockets()
      await drained
      await apollo.stop()
      stopListening()
    },
  }
}

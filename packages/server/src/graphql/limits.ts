import type { IncomingMessage } from 'node:http'
import proxyaddr from 'proxy-addr'
import { RateLimiterMemory } from 'rate-limiter-flexible'
import type { SessionCookie } from './cookies'

/** Requests in ten seconds: of one session, and of all visitors of one address who are not signed in; a household, not a machine. */
const mostRequests = { points: 600, duration: 10 }
/** New sockets in ten seconds: as requests, because after a restart everybody behind an address comes back at once. */
const mostNewSockets = { points: 600, duration: 10 }
/** Subscriptions one session may ask for in ten seconds: each costs a transaction, and a row in the record where it is denied. */
const mostSubscribes = { points: 60, duration: 10 }
/** Sessions that are remembered to be somebody's, each some hundred bytes; those of a council's whole day are fewer. */
const mostKnown = 20_000

/**
 * How much may be asked at once. Who is signed in is counted by their session, so that a stranger behind the same address takes nothing
 * from them; everybody else by address. A session counts as one only when the door has found whose it is.
 */
export interface Limits {
  /** Where a request comes from: what stands before the proxies that are trusted. */
  addressOf(request: IncomingMessage): string
  mayRequest(request: IncomingMessage): Promise<boolean>
  mayOpenSocket(request: IncomingMessage): Promise<boolean>
  maySubscribe(session: string): Promise<boolean>
  /** The session that came with this request is somebody's. */
  isSomebodys(request: IncomingMessage): void
}

/** `proxies`: addresses and networks whose X-Forwarded-For is believed. */
export function openLimits(proxies: readonly string[], cookie: SessionCookie): Limits {
  const trusts = proxyaddr.compile([...proxies])
  const requests = new RateLimiterMemory(mostRequests)
  const sockets = new RateLimiterMemory(mostNewSockets)
  const subscribes = new RateLimiterMemory(mostSubscribes)
  const known = new Set<string>()
  const addressOf = (request: IncomingMessage) => proxyaddr(request, trusts)
  const nameOf = (request: IncomingMessage) => {
    const session = cookie.of(request)
    return session !== null && known.has(session) ? `session ${session}` : `address ${addressOf(request)}`
  }
  return {
    addressOf,
    mayRequest: (request) => isLeft(requests, nameOf(request)),
    mayOpenSocket: (request) => isLeft(sockets, nameOf(request)),
    maySubscribe: (session) => isLeft(subscribes, session),
    isSomebodys(request) {
      const session = cookie.of(request)
      if (session === null) return
      known.delete(session)
      known.add(session)
      const [oldest] = known
      if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
    },
  }
}

/** False when there were too many with this name of late. */
function isLeft(limiter: RateLimiterMemory, name: string): Promise<boolean> {
  return limiter.consume(name).then(
    () => true,
    () => false,
  )
}

import type { IncomingMessage } from 'node:http'
import proxyaddr from 'proxy-addr'
import { openRateLimits, type Counted, type RateLimits } from '../access/rate-limit'
import { forgetUnused, shareUsed } from '../access/rate-limit.store'
import type { Viewer } from '../access/viewer'
import type { Database } from '../platform/database'
import { everySoOften } from '../platform/every-so-often'
import type { Logger } from '../platform/logger'
import type { SealingKey } from '../platform/sealing-key'
import type { SessionCookie } from './cookies'

/** By what somebody is counted: everything of the first four that is known of them, and by address where nothing is. */
type By = 'invitation' | 'session' | 'person' | 'family' | 'address'

/**
 * Most at once, and then in ten seconds, of each kind. A page costs some 20 requests when it opens; six who write at once send 20 a second
 * together; a worker's busy day is hundreds an hour; fifteen phones in a hall sign in through one address. A person has two devices, a
 * family up to 40 people who all write. An invitation is a page, a code, and a messenger that looked first.
 */
const mostRequests: Record<By, number> = { invitation: 120, session: 600, person: 1_200, family: 3_000, address: 600 }
/** New sockets: two for a page, and after a restart everybody comes back at once. */
const mostNewSockets: Record<By, number> = { invitation: 120, session: 120, person: 240, family: 1_200, address: 600 }
/** Subscriptions: each costs a transaction, and a row in the record where it is denied. A page asks for two or three. */
const mostSubscribes: Record<By, number> = { invitation: 60, session: 60, person: 120, family: 1_200, address: 60 }

/** Sessions of which is remembered whose they are, each some hundred bytes; those of a council's whole day are fewer. */
const mostMet = 20_000

/** Paths that hold a token which somebody was given, and for what. */
const givenPaths = [
  [/^\/p\/([\w-]+)/, 'signIn'],
  [/^\/a\/([\w-]+)/, 'action'],
] as const

/**
 * How much may be asked at once. Who was given something, a session or a link, is counted by it, so that a stranger behind the same address
 * takes nothing from them. What was never given is seen by its mark, without the database, on every server and after every start. Each
 * answer is how long to wait, in milliseconds; 0 to go on.
 */
export interface Limits {
  /** Where a request comes from: what stands before the proxies that are trusted. */
  addressOf(request: IncomingMessage): string
  /** Null for whoever has nothing that they were given, and is known by their address alone. */
  givenOf(request: IncomingMessage): string | null
  request(request: IncomingMessage): number
  newSocket(request: IncomingMessage): number
  subscribe(request: IncomingMessage): number
  /** Whose the session is that came with this request. */
  met(request: IncomingMessage, viewer: Viewer): void
  /** As `RateLimits`, by fingerprints. */
  share: RateLimits['share']
}

/** `proxies`: addresses and networks whose X-Forwarded-For is believed. */
export function openLimits(proxies: readonly string[], cookie: SessionCookie, key: SealingKey, rates = openRateLimits()): Limits {
  const trusts = proxyaddr.compile([...proxies])
  const met = new Map<string, Viewer>()
  // Whoever has hung up already has no address any more, whatever its type says.
  const addressOf = (request: IncomingMessage) => networkOf((proxyaddr(request, trusts) as string | undefined) ?? '')

  function sessionOf(request: IncomingMessage): string | null {
    const session = cookie.of(request)
    return session !== null && key.isToken(session, 'session') && met.get(session)?.kind !== 'nobody' ? session : null
  }

  function namesOf(request: IncomingMessage): [By, string][] {
    const session = sessionOf(request)
    const viewer = session === null ? undefined : met.get(session)
    const names: [By, string][] = []
    for (const [path, purpose] of givenPaths) {
      const token = path.exec(request.url ?? '')?.[1]
      if (token !== undefined && key.isToken(token, purpose)) names.push(['invitation', token])
    }
    if (session !== null) names.push(['session', session])
    if (viewer !== undefined && viewer.kind !== 'nobody') names.push(['person', viewer.id])
    if (viewer?.kind === 'person') names.push(['family', viewer.familyId])
    return names.length > 0 ? names : [['address', addressOf(request)]]
  }

  const take = (what: string, most: Record<By, number>, request: IncomingMessage) =>
    rates.take(namesOf(request).map(([by, name]): Counted => ({ name: `${what} ${by} ${name}`, most: most[by] })))

  return {
    addressOf,
    givenOf(request) {
      const [[by, name] = ['address', '']] = namesOf(request)
      return by === 'address' ? null : `${by} ${name}`
    },
    request: (request) => take('request', mostRequests, request),
    newSocket: (request) => take('socket', mostNewSockets, request),
    subscribe: (request) => take('subscription', mostSubscribes, request),
    met(request, viewer) {
      const session = cookie.of(request)
      if (session === null || !key.isToken(session, 'session')) return
      met.delete(session)
      met.set(session, viewer)
      const [oldest] = met.keys()
      if (met.size > mostMet && oldest !== undefined) met.delete(oldest)
    },
    share(exchange) {
      const hexOf = (name: string) => Buffer.from(key.fingerprint(name, 'limit')).toString('hex')
      return rates.share(async (used) => {
        const names = new Map(used.map(({ name }) => [hexOf(name), name]))
        const reaches = await exchange(used.map(({ name, ms }) => ({ name: hexOf(name), ms })))
        return new Map([...reaches].map(([hex, ms]) => [names.get(hex) ?? hex, ms]))
      })
    },
  }
}

/** How often servers tell each other, in milliseconds; and every how many of these rounds the table is tidied. */
const shareEveryMs = 1000
const forgetEvery = 60

/** Keeps the limits for all servers of the database. Gives a function that stops and waits for what is under way. */
export function keepSharingLimits(database: Database, logger: Logger, share: Limits['share']): () => Promise<void> {
  const job = { job: 'limits' }
  let round = 0
  return everySoOften(logger, 'limits', shareEveryMs, async () => {
    await share((used) => database.transaction(job, (tx) => shareUsed(tx, used)))
    if (round++ % forgetEvery === 0) await database.transaction(job, forgetUnused)
  })
}

/** Of IPv6 the network: a household or a machine has all of its addresses. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/, '')
  if (!plain.includes(':')) return plain
  const [before = '', after] = plain.split('::')
  const left = before.split(':').filter(Boolean)
  const right = (after ?? '').split(':').filter(Boolean)
  const groups = [...left, ...Array.from({ length: Math.max(0, 8 - left.length - right.length) }, () => '0'), ...right]
  return `${groups.slice(0, 4).join(':')}::/64`
}

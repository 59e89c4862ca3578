import type { IncomingMessage } from 'node:http'

const ageSeconds = 7 * 86_400

/** The cookie with a session's token. */
export interface SessionCookie {
  /** The token of a request, or null. */
  of(request: IncomingMessage): string | null
  /** The Set-Cookie line for what becomes of a session. */
  line(session: { token: string } | 'ended'): string
}

/**
 * The cookie of an address. Over https its name begins with `__Host-`: no other host of the council's, and nobody on a line without
 * https, can put one into a browser. Lax, because people come by a link in a message.
 */
export function sessionCookieFor(address: string): SessionCookie {
  const secure = address.startsWith('https:')
  const name = secure ? '__Host-kinplan' : 'kinplan'
  return {
    of(request) {
      for (const part of (request.headers.cookie ?? '').split(';')) {
        const [key, value] = part.trim().split('=')
        if (key === name && value) return value
      }
      return null
    },
    line(session) {
      const [value, age] = session === 'ended' ? ['', 0] : [session.token, ageSeconds]
      return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`
    },
  }
}

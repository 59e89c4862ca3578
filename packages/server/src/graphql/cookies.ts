import type { IncomingMessage } from 'node:http'

const ageSeconds = 7 * 86_400
/** As long as browsers keep a cookie at all. */
const deviceAgeSeconds = 400 * 86_400

/** The cookies of an address: one with a session's token, one by which a device is known again. */
export interface SessionCookie {
  /** The token of a request, or null. */
  of(request: IncomingMessage): string | null
  /** The Set-Cookie line for what becomes of a session. */
  line(session: { token: string } | 'ended'): string
  /** The token by which the device of a request is known, or null. */
  deviceOf(request: IncomingMessage): string | null
  /** The Set-Cookie line that lets a device be known again. */
  deviceLine(token: string): string
}

/**
 * The cookie of an address. Over https its name begins with `__Host-`: no other host of the council's, and nobody on a line without
 * https, can put one into a browser. Lax, because people come by a link in a message.
 */
export function sessionCookieFor(address: string): SessionCookie {
  const secure = address.startsWith('https:')
  const name = secure ? '__Host-kinplan' : 'kinplan'
  const deviceName = `${name}-device`
  const valueOf = (request: IncomingMessage, wanted: string) => {
    for (const part of (request.headers.cookie ?? '').split(';')) {
      const [key, value] = part.trim().split('=')
      if (key === wanted && value) return value
    }
    return null
  }
  const lineOf = (cookie: string, value: string, age: number) =>
    `${cookie}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`
  return {
    of: (request) => valueOf(request, name),
    line(session) {
      const [value, age] = session === 'ended' ? ['', 0] : [session.token, ageSeconds]
      return lineOf(name, value, age)
    },
    deviceOf(request) {
      const token = valueOf(request, deviceName)
      return token !== null && /^[\w-]{43}$/.test(token) ? token : null
    },
    deviceLine: (token) => lineOf(deviceName, token, deviceAgeSeconds),
  }
}

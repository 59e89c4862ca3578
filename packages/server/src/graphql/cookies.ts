import type { IncomingMessage } from 'node:http'

const name = 'kinplan'

/** The session token of a request's cookie, or null. */
export function sessionOf(request: IncomingMessage): string | null {
  for (const part of (request.headers.cookie ?? '').split(';')) {
    const [key, value] = part.trim().split('=')
    if (key === name && value) return value
  }
  return null
}

/** The Set-Cookie line for what becomes of a session. Lax, because people come by a link in a message. */
export function sessionCookie(session: { token: string } | 'ended', secure: boolean): string {
  const [value, age] = session === 'ended' ? ['', 0] : [session.token, 7 * 86_400]
  return `${name}=${value}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${secure ? '; Secure' : ''}`
}

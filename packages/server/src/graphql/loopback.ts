import type { IncomingMessage } from 'node:http'

const forwarding = ['forwarded', 'x-forwarded-for', 'x-forwarded-host', 'x-forwarded-proto', 'x-real-ip', 'via']

/** True when the request comes from this computer to a loopback name, and nothing in between has forwarded it. */
export function fromThisComputer(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? ''
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(host) &&
    forwarding.every((header) => request.headers[header] === undefined)
  )
}

/** True when a browser's Origin is this site's own, or there is none (not a browser, or a plain link). */
export function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  return origin === undefined || URL.parse(origin)?.host === host
}

import type { IncomingMessage } from 'node:http'

/** What proxies and tunnels add. */
const forwarding = /^(forwarded|x-forwarded-.+|via|x-real-ip|(x|true|fastly|cf)-.*(client|connecting)-?ip.*|cf-ray|ngrok-.+|x-original-.+)$/

/** True when the request comes from this computer to a loopback name, and nothing in between has forwarded it. */
export function fromThisComputer(request: IncomingMessage): boolean {
  const from = request.socket.remoteAddress ?? ''
  const host = (request.headers.host ?? '').replace(/:\d+$/, '')
  return (
    ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(from) &&
    ['localhost', '127.0.0.1', '[::1]'].includes(host) &&
    !Object.keys(request.headers).some((header) => forwarding.test(header))
  )
}

/**
 * True when a browser's Origin is this site's own; without one, unless the browser says that another site asks. What is no browser says
 * neither.
 */
export function sameOrigin(request: IncomingMessage): boolean {
  const { origin, host } = request.headers
  if (origin !== undefined) return URL.parse(origin)?.host === host
  return ['same-origin', 'none', undefined].includes(request.headers['sec-fetch-site'] as string | undefined)
}

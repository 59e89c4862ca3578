import { documentId } from '../src/browser'
import { count, emptyTally, sendTo, type Tally, type Target } from './edge-tally'

/** Where something is changed by whoever's browser sends a cookie. */
const places = [
  ['POST', '/graphql'],
  ['POST', '/choose'],
  ['POST', '/p/a-token'],
  ['POST', '/reply'],
  ['POST', '/a/a-token'],
  ['POST', '/leave'],
  ['GET', '/graphql'],
  ['SOCKET', '/graphql'],
] as const

/** How a browser says that another site asks; `address` is ours. */
const strangers: Record<string, (address: string) => Record<string, string>> = {
  'another site': () => ({ origin: 'https://evil.example' }),
  'a site whose name begins as ours': (address) => ({ origin: `${address}.evil.example` }),
  'another port of ours': (address) => ({ origin: address.replace(/:\d+$/, ':1') }),
  'a site without a name': () => ({ origin: 'null' }),
  'no origin, another site': () => ({ 'sec-fetch-site': 'cross-site' }),
  'no origin, a sister site': () => ({ 'sec-fetch-site': 'same-site' }),
}

const upgrade = {
  connection: 'Upgrade',
  upgrade: 'websocket',
  'sec-websocket-version': '13',
  'sec-websocket-key': 'AAAAAAAAAAAAAAAAAAAAAA==',
  'sec-websocket-protocol': 'graphql-transport-ws',
}

/** Every shape by which another site could use somebody's cookie: refused, and the session still there. And as the control, from here. */
export async function crossSiteShapes({ address, sessions }: Target): Promise<Tally & { ownAccepted: number }> {
  const tally = emptyTally()
  const [session = ''] = sessions
  const leave = JSON.stringify({ extensions: { documentId: documentId('Leave') }, variables: {} })
  const send = (method: string, path: string, headers: Record<string, string>, cookie: string) => {
    const json = path === '/graphql' && method === 'POST'
    return sendTo(address, {
      method: method === 'SOCKET' ? 'GET' : method,
      path: method === 'GET' ? `${path}?query={me{today}}` : path,
      headers: {
        ...(method === 'SOCKET' ? upgrade : {}),
        ...(method === 'POST' ? { 'content-type': json ? 'application/json' : 'application/x-www-form-urlencoded' } : {}),
        cookie: `kinplan=${cookie}`,
        ...headers,
      },
      ...(json ? { body: leave } : {}),
    })
  }
  for (const [method, path] of places)
    for (const [name, headers] of Object.entries(strangers)) {
      const answer = await send(method, path, headers(address), session)
      // What only reads has no address of its own: to be not found is as good.
      const refused = answer.status === 403 || (method === 'GET' && [400, 404, 405].includes(answer.status))
      count(tally, `${method} ${path} from ${name}`, answer, !refused)
    }
  // The same from here is taken, or there would be nothing to refuse; each with a session that can be spared.
  let ownAccepted = 0
  for (const [turn, [method, path]] of places.entries()) {
    if (method !== 'POST') continue
    const { status, text } = await send(method, path, { origin: address, 'sec-fetch-site': 'same-origin' }, sessions.at(-1 - turn) ?? '')
    if (status !== 0 && !/another site/i.test(text)) ownAccepted++
  }
  const me = await sendTo(address, {
    headers: { 'content-type': 'application/json', cookie: `kinplan=${session}` },
    body: JSON.stringify({ extensions: { documentId: documentId('CurrentUser') }, variables: {} }),
  })
  if (!/"(worker|person)":\{/.test(me.text)) tally.executed++
  return { ...tally, ownAccepted }
}

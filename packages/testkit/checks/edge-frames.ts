import { once } from 'node:events'
import { connect } from 'node:net'
import { gzipSync } from 'node:zlib'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { documentId } from '../src/browser'
import { count, emptyTally, sendJson, sendTo, type Tally, type Target } from './edge-tally'

const deep = (levels: number) => `${'['.repeat(levels)}${']'.repeat(levels)}`
const frame = (value: unknown) => JSON.stringify(value)
const subscribe = (payload: unknown, id: unknown = 'one') => frame({ type: 'subscribe', id, payload })
const changed = { query: '', extensions: { documentId: documentId('Changed') }, variables: { meetingId: 'none' } }

/** Frames that no client of ours sends, in a socket of somebody who is signed in. */
const frames: (string | Buffer)[] = [
  '',
  '{',
  'null',
  '[]',
  '"text"',
  '0',
  deep(50_000),
  frame({}),
  frame({ type: 5 }),
  frame({ type: 'unknown' }),
  frame({ type: '__proto__' }),
  frame({ type: 'connection_init' }),
  frame({ type: 'connection_init', payload: 'text' }),
  frame({ type: 'subscribe' }),
  subscribe(null),
  subscribe({}),
  subscribe({ query: 5 }),
  subscribe({ query: '{ me { today } }' }),
  subscribe({ query: 'mutation { leave { __typename } }' }),
  subscribe({ ...changed, extensions: null }),
  subscribe({ ...changed, extensions: { documentId: { toString: 'x' } } }),
  subscribe({ ...changed, extensions: { documentId: '__proto__' } }),
  subscribe({ ...changed, extensions: { documentId: documentId('Families') }, variables: { first: 1 } }),
  subscribe({ ...changed, extensions: { documentId: documentId('Leave') } }),
  subscribe({ ...changed, operationName: 'Other' }),
  subscribe({ ...changed, variables: null }),
  subscribe({ ...changed, variables: [] }),
  subscribe({ ...changed, variables: { meetingId: { a: 1 } } }),
  subscribe({ ...changed, variables: { meetingId: '\0' } }),
  subscribe(changed, ''),
  subscribe(changed, 5),
  subscribe(changed, 'x'.repeat(100_000)),
  subscribe(changed).replace('"none"', deep(20_000)),
  subscribe(changed).replace('"extensions":', '"__proto__":{"x":1},"extensions":').replace('"documentId"', '"__proto__"'),
  frame({ type: 'complete', id: 'none' }),
  frame({ type: 'next', id: 'one', payload: {} }),
  frame({ type: 'ping', payload: { long: 'x'.repeat(100_000) } }),
  frame({ type: 'pong' }),
  'x'.repeat(300_000),
  Buffer.from([0, 255, 254, 128]),
  Buffer.alloc(300_000, 255),
]

/** Each hostile frame in a socket of its own, before and after the greeting. */
export async function hostileFrames({ address, sessions }: Target): Promise<Tally> {
  const tally = emptyTally()
  const url = `${address.replace('http', 'ws')}/graphql`
  for (const [turn, bad] of frames.entries())
    for (const greeted of [false, true]) {
      const cookie = `kinplan=${sessions[turn % sessions.length]}`
      const socket = new WebSocket(url, 'graphql-transport-ws', { headers: { cookie } })
      const heard: string[] = []
      socket.on('message', (bytes: Buffer) => void heard.push(bytes.toString()))
      socket.on('error', () => undefined)
      await Promise.race([once(socket, 'open').catch(() => undefined), pause(5_000)])
      if (greeted) {
        socket.send(frame({ type: 'connection_init' }))
        await Promise.race([once(socket, 'message'), pause(2_000)])
        heard.length = 0
      }
      socket.send(bad)
      await Promise.race([once(socket, 'message'), once(socket, 'close'), pause(150)])
      socket.terminate()
      count(tally, `frame ${String(bad).slice(0, 80)}`, { status: 200, text: heard.join('\n') }, /"data":/.test(heard.join('\n')))
    }
  return tally
}

/** Bodies and heads that are too large, too deep, or no such thing. */
export async function oversizedInput({ address, sessions: [session = ''] }: Target): Promise<Tally> {
  const tally = emptyTally()
  const asked = { extensions: { documentId: documentId('Families') }, variables: { first: 1 } }
  const json = { 'content-type': 'application/json', cookie: `kinplan=${session}`, origin: address }
  const inputs: Record<string, Parameters<typeof sendTo>[1]> = {
    '10 MB': { headers: json, body: JSON.stringify({ ...asked, more: 'x'.repeat(10_000_000) }) },
    '10 MB of a stranger': { headers: { 'content-type': 'application/json' }, body: `"${'x'.repeat(10_000_000)}"` },
    'a bomb of 50 MB': { headers: { ...json, 'content-encoding': 'gzip' }, body: gzipSync(Buffer.alloc(50_000_000, 32)) },
    'no gzip': { headers: { ...json, 'content-encoding': 'gzip' }, body: 'text' },
    'an unknown packing': { headers: { ...json, 'content-encoding': 'zip' }, body: '{}' },
    'another charset': { headers: { ...json, 'content-type': 'application/json; charset=utf-7' }, body: '{}' },
    'no JSON': { headers: json, body: '{"extensions":' },
    'a JSON of nothing': { headers: json, body: 'null' },
    deep: { headers: json, body: deep(100_000) },
    'deep variables': {
      headers: json,
      body: `{"extensions":{"documentId":"${documentId('Families')}"},"variables":{"first":${deep(50_000)}}}`,
    },
    'wide variables': {
      headers: json,
      body: JSON.stringify({ ...asked, variables: Object.fromEntries(Array.from({ length: 50_000 }, (_, at) => [`v${at}`, at])) }),
    },
    'a prototype': { headers: json, body: '{"__proto__":{"extensions":{}},"constructor":{"prototype":{}},"extensions":{"__proto__":{}}}' },
    'an operation that is an object': { headers: json, body: JSON.stringify({ ...asked, operationName: { a: 1 } }) },
    'no type': { headers: { cookie: json.cookie, origin: address }, body: JSON.stringify(asked) },
    'a form': { headers: { ...json, 'content-type': 'multipart/form-data; boundary=x' }, body: '--x' },
    'a long form': {
      path: '/reply',
      headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' },
      body: `a=${'x'.repeat(300_000)}`,
    },
    'many fields': { path: '/reply', headers: { ...json, 'content-type': 'application/x-www-form-urlencoded' }, body: 'a&'.repeat(20_000) },
    'a long address': { method: 'GET', path: `/p/${'x'.repeat(12_000)}` },
    'a broken address': { method: 'GET', path: '/p/%E0%A4%A' },
    'many cookies': { method: 'GET', path: '/', headers: { cookie: Array.from({ length: 500 }, (_, at) => `kinplan=${at}`).join('; ') } },
    'a long key': { headers: { ...json, 'kinplan-once': 'x'.repeat(5_000) }, body: JSON.stringify(asked) },
    'another method': { method: 'TRACE', path: '/' },
    'a batch': { headers: json, body: JSON.stringify(Array.from({ length: 1_000 }, () => asked)) },
  }
  for (const [name, input] of Object.entries(inputs)) count(tally, name, await sendTo(address, input), false)
  // What was cut off or refused may end the line; the next one is answered all the same.
  count(tally, 'after them', await sendJson(address, session, asked), false)
  for (const text of [
    '\0\0\0\0',
    'GET / HTTP/9.9\r\n\r\n',
    'POST /graphql HTTP/1.1\r\nTransfer-Encoding: chunked\r\nContent-Length: 4\r\n\r\nzz\r\n\r\n',
  ])
    count(tally, `bytes ${JSON.stringify(text)}`, { status: 400, text: await bytesOver(address, text) }, false)
  return tally
}

/** What the server says to bytes that are no request. */
async function bytesOver(address: string, bytes: string): Promise<string> {
  const { port, hostname } = new URL(address)
  const socket = connect(Number(port), hostname)
  const heard: string[] = []
  socket.on('data', (piece) => void heard.push(piece.toString()))
  socket.on('error', () => undefined)
  socket.write(bytes)
  await Promise.race([once(socket, 'close'), pause(2_000)])
  socket.destroy()
  return heard.join('')
}

import { connect } from 'node:net'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { documentId } from '../src/browser'

/** What strangers do to an address, all at once. `session` is somebody's who is signed in and has no right to the meeting. */
export interface Attack {
  address: string
  subscriptions: number
  sockets: number
  bodies: number
  seconds: number
  session: string
  meetingId: string
}

export interface Attacked {
  subscriptions: number
  sockets: number
  bodies: number
  /** Sockets and slow bodies that were open shortly after nothing more was begun. */
  stillOpen: number
}

/** Of ten sockets, one comes with the session; the others with none, or with one that nobody was given. */
const withSession = 10
/** Sockets that are opened at one time. */
const atOnce = 50
/** How long the server has for what came last, in milliseconds. */
const settleMs = 2_000

/** Attacks, and says what it did. */
export async function run([text = '']: string[]): Promise<number> {
  const attack = JSON.parse(text) as Attack
  const until = performance.now() + attack.seconds * 1000
  const attacked: Attacked = { subscriptions: 0, sockets: 0, bodies: 0, stillOpen: 0 }
  const open = new Set<() => void>()
  await Promise.all([openSockets(attack, attacked, open, until), sendSlowly(attack, attacked, open, until)])
  // What was begun at the very end has been looked at too.
  await pause(settleMs)
  attacked.stillOpen = open.size
  for (const end of open) end()
  process.send?.(attacked)
  return 0
}

async function openSockets(attack: Attack, attacked: Attacked, open: Set<() => void>, until: number): Promise<void> {
  const each = Math.ceil(attack.subscriptions / attack.sockets)
  const gap = ((until - performance.now()) / attack.sockets) * atOnce
  while (attacked.sockets < attack.sockets) {
    const from = performance.now()
    const here = Math.min(atOnce, attack.sockets - attacked.sockets)
    await Promise.all(Array.from({ length: here }, () => openOne(attack, attacked, open, each)))
    await pause(Math.max(0, gap - (performance.now() - from)))
  }
  await pause(Math.max(0, until - performance.now()))
}

async function openOne(attack: Attack, attacked: Attacked, open: Set<() => void>, subscriptions: number): Promise<void> {
  const turn = attacked.sockets++
  const cookies = [`kinplan=${attack.session}`, '', `kinplan=${String(turn).padStart(43, 'x')}`]
  const cookie = turn % withSession === 0 ? cookies[0] : cookies[1 + (turn % 2)]
  const socket = new WebSocket(`${attack.address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: cookie ? { cookie } : {},
  })
  const end = () => socket.terminate()
  await new Promise<void>((resolve) => {
    socket.on('open', resolve)
    socket.on('close', () => {
      open.delete(end)
      resolve()
    })
    socket.on('error', () => undefined)
  })
  const payload = { query: '', extensions: { documentId: documentId('Changed') }, variables: { meetingId: attack.meetingId } }
  const isOpen = socket.readyState === WebSocket.OPEN
  if (isOpen) open.add(end)
  const send = (frame: unknown) => isOpen && socket.send(JSON.stringify(frame))
  send({ type: 'connection_init' })
  for (let id = 0; id < subscriptions; id++) {
    attacked.subscriptions++
    send({ type: 'subscribe', id: String(id), payload })
  }
}

/** Keeps so many requests open whose bodies never end, and opens another for each that was ended. */
async function sendSlowly(attack: Attack, attacked: Attacked, open: Set<() => void>, until: number): Promise<void> {
  const url = new URL(attack.address)
  let alive = 0
  const begin = () => {
    attacked.bodies++
    alive++
    const socket = connect(Number(url.port), url.hostname)
    const end = () => socket.destroy()
    open.add(end)
    const head = `POST /graphql HTTP/1.1\r\nHost: ${url.host}\r\nContent-Type: application/json\r\nContent-Length: 60000\r\n\r\n`
    socket.write(head)
    const drop = setInterval(() => socket.write(' '), 1_000)
    socket.on('error', () => undefined)
    socket.resume()
    socket.on('close', () => {
      clearInterval(drop)
      open.delete(end)
      alive--
    })
  }
  while (performance.now() < until) {
    // All at once; then others in the place of those that were ended, two hundred a second.
    const most = attacked.bodies < attack.bodies ? attack.bodies : 20
    for (let more = Math.min(most, attack.bodies - alive); more > 0; more--) begin()
    await pause(100)
  }
}

import { randomBytes, randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { setTimeout as pause } from 'node:timers/promises'
import { WebSocket } from 'ws'
import { documentId } from '../src/browser'
import type { RoomThatWrites } from '../src/rooms-that-write'

/** What one process of clients is told. */
export interface DraftClients {
  address: string
  rooms: RoomThatWrites[]
  /** How many in each room type. */
  typing: number
  /** After everybody listens, in seconds. */
  seconds: number
}

export interface DraftDelivered {
  /** From when an envelope was sent to when another phone had it, in ms. */
  deliveredMs: number[]
  acknowledgedMs: number[]
  sent: number
  lost: number
  /** Bytes on the wire of those who type: what they sent, and its answers. */
  bytesSent: number
  bytesAnswered: number
  keys: number
  refused: string[]
}

/** Six keys a second, gathered for half a second: what somebody types fast. */
const keysOfEnvelope = 3
const gatherMs = 500
/** Sealed bytes of three keys: their Yjs updates together, and the tag of AES-GCM. */
const sealedBytes = 36 + 16
const nonceBytes = 12
/** Nobody begins at the very same moment, in ms. */
const beginWithinMs = 5_000
/** How long the last words have to come, in ms. */
const settleMs = 3_000

type Frame = { type: string; id?: string; payload?: { data?: Record<string, unknown> | null; errors?: unknown } }

/** One phone: its socket, what it heard, and how it sends. */
async function phone(address: string, session: string) {
  const socket = new WebSocket(`${address.replace('http', 'ws')}/graphql`, 'graphql-transport-ws', {
    headers: { cookie: `kinplan=${session}` },
  })
  const heard = new Map<string, (frame: Frame) => void>()
  let greeted: () => void = () => undefined
  const greeting = new Promise<void>((resolve) => (greeted = resolve))
  socket.on('message', (bytes: Buffer) => {
    const frame = JSON.parse(bytes.toString()) as Frame
    if (frame.type === 'connection_ack') greeted()
    else heard.get(frame.id ?? '')?.(frame)
  })
  await once(socket, 'open')
  socket.send('{"type":"connection_init"}')
  await greeting
  let last = 0
  return {
    /** Bytes that went over the line. */
    bytes: () => {
      const { bytesRead = 0, bytesWritten = 0 } =
        (socket as unknown as { _socket?: { bytesRead: number; bytesWritten: number } })._socket ?? {}
      return { up: bytesWritten, down: bytesRead }
    },
    ask(name: string, variables: Record<string, unknown>, take: (frame: Frame) => void): string {
      const id = (++last).toString(36)
      heard.set(id, (frame) => {
        if (frame.type === 'complete') heard.delete(id)
        take(frame)
      })
      socket.send(
        JSON.stringify({ id, type: 'subscribe', payload: { query: '', variables, extensions: { documentId: documentId(name) } } }),
      )
      return id
    },
    close: () => socket.terminate(),
  }
}

/** Listens and types for a while, and says what came of it. */
export async function run([text = '']: string[]): Promise<number> {
  const { address, rooms, typing, seconds } = JSON.parse(text) as DraftClients
  const delivered: DraftDelivered = {
    deliveredMs: [],
    acknowledgedMs: [],
    sent: 0,
    lost: 0,
    bytesSent: 0,
    bytesAnswered: 0,
    keys: 0,
    refused: [],
  }
  const sentAt = new Map<string, { at: number; missing: number }>()
  const ends: (() => void)[] = []
  let typed: Promise<void>[] = []
  const typists: (() => Promise<void>)[] = []
  for (const { draftId, memberProof, members } of rooms) {
    await Promise.all(
      members.map(async ({ session }, place) => {
        const listener = await phone(address, session)
        ends.push(listener.close)
        const own = new Set<string>()
        await new Promise<void>((caughtUp, failed) => {
          listener.ask('Envelopes', { draftId, memberProof, after: 0 }, ({ type, payload }) => {
            if (type !== 'next') return failed(new Error(`The listening ended: ${JSON.stringify(payload)}`))
            caughtUp()
            for (const { id } of (payload?.data?.['envelopes'] ?? []) as { id: string }[]) {
              const waited = sentAt.get(id)
              if (waited === undefined || own.has(id)) continue
              waited.missing--
              delivered.deliveredMs.push(performance.now() - waited.at)
            }
          })
        })
        if (place >= typing) return
        const device = randomBytes(16).toString('base64url')
        // Who types has a socket of their own here, so that its bytes are those of typing alone.
        const sender = await phone(address, session)
        ends.push(sender.close)
        const before = sender.bytes()
        let n = 0
        const append = () =>
          new Promise<void>((resolve) => {
            const id = randomUUID()
            own.add(id)
            const envelope = {
              id,
              n: String(++n),
              kind: 'update',
              nonce: randomBytes(nonceBytes).toString('base64url'),
              sealed: randomBytes(sealedBytes).toString('base64url'),
            }
            const at = performance.now()
            sentAt.set(id, { at, missing: members.length - 1 })
            delivered.sent++
            delivered.keys += keysOfEnvelope
            const input = { draftId, memberProof, device, epoch: 1, envelopes: [envelope] }
            sender.ask('AppendEnvelopes', { input }, ({ type, payload }) => {
              if (type === 'complete') return resolve()
              delivered.acknowledgedMs.push(performance.now() - at)
              const answer = payload?.data?.['appendEnvelopes'] as { stored?: unknown[] } | undefined
              if (answer?.stored?.length !== 1) delivered.refused.push(JSON.stringify(payload))
              if (type === 'error') resolve()
            })
          })
        typists.push(async () => {
          const until = performance.now() + seconds * 1000
          await pause(Math.random() * beginWithinMs)
          while (performance.now() < until) {
            const next = performance.now() + gatherMs
            await append()
            await pause(Math.max(0, next - performance.now()))
          }
          const after = sender.bytes()
          delivered.bytesSent += after.up - before.up
          delivered.bytesAnswered += after.down - before.down
        })
      }),
    )
  }
  process.send?.('listening')
  await once(process, 'message')
  typed = typists.map((type) => type())
  await Promise.all(typed)
  await pause(settleMs)
  delivered.lost = [...sentAt.values()].reduce((lost, { missing }) => lost + Math.max(0, missing), 0)
  for (const end of ends) end()
  process.send?.(delivered)
  await once(process, 'message')
  return 0
}
